/**
 * The ops of `shaders/ops/` as one function a kernel can call: a switch over the number of the op, one case a file.
 *
 * A file belongs to the op of its name. What it declares says what kind of op that is, by the first parameter:
 *     fn invert_u8(v: vec4i)                       one pixel in, one out: colour, mask and tone ops
 *     fn sharpness_u8(args: Sharpness, at: At)     reads the neighbourhood itself: stencils
 *     fn dct_u8(args: Dct, tile: Tile, lane: u32)  four pixels of a tile that a workgroup makes together: tile ops
 *     fn dct_show_u8(args: Dct, at: At)            the stencil that reads the tiles of such an op, if it needs one
 *     fn swirl_place(args: Swirl, at: At) -> Place where a pixel is read, in both pipelines: warps that no matrix can say
 *     fn equalize_table(channel: u32, value: u32, args: Equalize)   the level curve of a tone op, for the tone kernel
 * `_f32` instead of `_u8` for the float pipeline. Where both would be the same text, there is one function without either,
 *     fn jigsaw(args: Jigsaw, at: At) -> Pixel     whose `Pixel` and `fetch` become vec4i and fetch_u8, vec4f and fetch_f32
 * A tone op has no `_u8`: there it is its curve. `args` is the op's struct of named words (see words.mjs); what a function does not
 * need it leaves out. The modules made here are linked like files, but stand nowhere on disk: `package::op_words`, `package::op_set`,
 * `package::places`, `package::dispatch_u8` and `package::dispatch_f32`.
 *
 * Every case asks a bit of the overrides OPS_0, OPS_1 … first: a pipeline that is made for some ops alone leaves the others out,
 * which is most of what compiling it costs, and on adapters that run every branch most of what running it costs.
 */
import { fileOf, PIPELINES, spelledOut } from "./both.mjs";
import { ShaderError } from "./link.mjs";
import { moduleOf, RECORDS, readerOf, readStructs, wordsModule } from "./words.mjs";

/**
 * @typedef {object} Op
 * @property {string} name
 * @property {number} id
 * @property {string} module
 * @property {string[]} color  the pipelines it has as pixel op, and as stencil
 * @property {string[]} stencil  its own, or that of a tile op
 * @property {string[]} tile
 * @property {boolean} table
 * @property {boolean} place
 * @property {Record<string, string | undefined>} words  the struct of named words it takes in each pipeline
 * @property {Record<string, string[]>} parameters  of its functions, by their suffix
 */

/**
 * The ops by sorted file name, whatever family's folder they are in, numbered from 1: 0 is no op.
 * @param {Record<string, string>} sources
 * @returns {Op[]}
 */
export function listOps(sources) {
  return Object.keys(sources)
    .filter((path) => path.startsWith("ops/"))
    .sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1))
    .map((path, i) => readOp(path, spelledOut(path, sources[path]), i + 1));
}

/** What a function may ask for, in this order. */
const PARAMETERS = {
  color: ["v", "args", "at"],
  stencil: ["args", "at"],
  tile: ["args", "tile", "lane"],
  place: ["args", "at"],
  table: ["channel", "value", "args"],
};

/** What a pixel function is, by what it asks for. */
function kindOf(parameters) {
  const names = parameters.map(({ name }) => name);
  if (names[0] === "v") return "color";
  if (names.includes("tile")) return "tile";
  return names[0] === "args" || names[0] === "at" ? "stencil" : "strange";
}

function readOp(path, source, id) {
  const name = path.match(/^ops\/[a-z]+\/([a-z][a-z0-9_]*)\.wgsl$/)?.[1];
  if (!name) throw new ShaderError(`shaders/${path}: expected ops/<family>/<snake_case>.wgsl`);
  const suffixes = [...Object.keys(PIPELINES), ...Object.keys(PIPELINES).map(showOf), "place", "table"];
  const functions = Object.fromEntries(suffixes.map((suffix) => [suffix, parametersOf(source, `${name}_${suffix}`)]));
  if (functions.table && !functions.u8) functions.u8 = [{ name: "v" }];
  const pipelines = Object.keys(PIPELINES).filter((suffix) => functions[suffix] !== undefined);
  if (functions.place ? Object.values(functions).filter(Boolean).length > 1 : pipelines.length === 0)
    throw new ShaderError(`shaders/${path}: expected fn ${name}_u8 or fn ${name}_f32, or fn ${name}_place alone`);
  const kinds = new Set(pipelines.map((suffix) => kindOf(functions[suffix])));
  const [kind] = kinds;
  if (kinds.size > 1 || kind === "strange")
    throw new ShaderError(
      `shaders/${path}: expected functions of one kind, whose first parameter is v (a pixel), or args or at (a stencil), or which ask for tile`,
    );
  const show = Object.keys(PIPELINES).filter((suffix) => functions[showOf(suffix)] !== undefined);
  if (show.length > 0 && (kind !== "tile" || show.length < pipelines.length))
    throw new ShaderError(`shaders/${path}: expected ${name}_show beside each function that makes tiles, and beside no other`);
  const first = functions.table?.[0]?.name;
  if (functions.table && first !== "channel")
    throw new ShaderError(`shaders/${path}: expected fn ${name}_table(channel: u32, value: u32, args: …), found ${first} first`);
  const words = {};
  const parameters = {};
  for (const [suffix, list] of Object.entries(functions)) {
    if (!list) continue;
    const known = PARAMETERS[suffix in PIPELINES ? kind : PARAMETERS[suffix] ? suffix : "stencil"];
    const odd = list.find((parameter) => !known.includes(parameter.name));
    if (odd) throw new ShaderError(`shaders/${path}: ${name}_${suffix}: expected only ${known.join(", ")}, found ${odd.name}`);
    parameters[suffix] = list.map((parameter) => parameter.name);
    words[suffix] = list.find((parameter) => parameter.name === "args")?.type;
  }
  for (const suffix of Object.keys(PIPELINES)) {
    // A tone op's curve is made of the words of u8 pictures, if its pixels ask for none; a tile op's stencil has the same words; a place
    // is one for both.
    words[suffix] ??= words.table ?? words.place ?? words[showOf(suffix)];
  }
  const of = (wanted) => (kind === wanted ? pipelines : []);
  return {
    name,
    id,
    module: moduleOf(path),
    color: of("color"),
    stencil: kind === "tile" ? show : of("stencil"),
    tile: of("tile"),
    table: functions.table !== undefined,
    place: functions.place !== undefined,
    words,
    parameters,
  };
}

/** The suffix of the stencil that shows what a tile op made. */
const showOf = (pipeline) => `show_${pipeline}`;

function parametersOf(source, name) {
  const list = source.match(new RegExp(`^fn ${name}\\(([^)]*)\\)`, "m"))?.[1];
  return list?.split(",").flatMap((text) => {
    const [, parameter, type] = text.match(/^\s*(\w+)\s*:\s*(\w+)\s*$/) ?? [];
    return parameter ? [{ name: parameter, type }] : [];
  });
}

/** The structs of named words: those of the ops, and that of a warp. */
const WARP = "Warp";

/**
 * @param {Record<string, string>} sources
 * @param {Op[]} ops
 */
export function wordStructs(sources, ops) {
  const structs = readStructs(sources);
  const wanted = new Set([...ops.flatMap(({ words }) => Object.values(words)), ...(structs.has(WARP) ? [WARP] : [])]);
  wanted.delete(undefined);
  return [...wanted].sort().map((name) => {
    const struct = structs.get(name);
    const most = 4 * RECORDS[name === WARP ? "Gather" : "Args"].length;
    if (!struct || struct.length > most)
      throw new ShaderError(`struct ${name}: expected at most ${most} words, each u32, i32, f32 or in a vector of these`);
    return struct;
  });
}

/**
 * The sources with the generated modules added.
 * @param {Record<string, string>} sources
 */
export function withDispatch(sources) {
  const ops = listOps(sources);
  const structs = wordStructs(sources, ops);
  const modules = Object.keys(PIPELINES).map((pipeline) => [`dispatch_${pipeline}.wgsl`, dispatchModule(ops, pipeline, structs)]);
  return {
    ...Object.fromEntries(Object.entries(sources).map(([path, source]) => [path, spelledOut(path, source)])),
    "op_words.wgsl": wordsModule(structs),
    "op_set.wgsl": setModule(ops),
    "places.wgsl": placesModule(ops),
    ...Object.fromEntries(modules),
  };
}

const MADE = "// Made by tools/shaders/dispatch.mjs from the files of shaders/ops.\n";

/** The overrides with a bit for each op. */
function setModule(ops) {
  return `${MADE}
/// One bit an op, by its number: which ops this pipeline can run. Fixed when it is made.
${overridesOf(ops)
  .map((name) => `override ${name}: u32 = 4294967295u;`)
  .join("\n")}
`;
}

const wordOf = (id) => `OPS_${id >>> 5}`;
const overridesOf = (ops) => Array.from({ length: (ops.at(-1)?.id >>> 5) + 1 }, (_, i) => wordOf(32 * i));
const importSet = (ops) => `import package::op_set::{${overridesOf(ops).join(", ")}};`;
const isWanted = ({ id }) => `(${wordOf(id)} & ${(1 << (id & 31)) >>> 0}u) != 0u`;
const switchOf = (cases, otherwise) => ["  switch (op) {", ...cases, "    default: {}", "  }", `  return ${otherwise};`].join("\n");

/** Where the warps read that say it by a function. */
function placesModule(ops) {
  const placed = ops.filter(({ place }) => place);
  const readers = new Set(placed.flatMap(({ words }) => words.place ?? []).map(readerOf));
  const cases = placed.map((op) => {
    const given = op.parameters.place.map((name) => (name === "args" ? `${readerOf(op.words.place)}(args)` : name));
    return `    case ${op.id}u: { if (${isWanted(op)}) { return ${op.name}_place(${given.join(", ")}); } }`;
  });
  return `${MADE}
import package::lib::op::{Args, At, Place};
${importSet(ops)}
${[...readers].map((reader) => `import package::op_words::${reader};`).join("\n")}
${placed.map(({ module, name }) => `import package::${module}::${name}_place;`).join("\n")}

/// Whether this pipeline has a warp that says by a function where it reads.
fn has_places() -> bool {
  return ${placed.length > 0 ? placed.map(isWanted).join(" || ") : "false"};
}

/// Where the warp of this number reads.
fn place_of(op: u32, args: Args, at: At) -> Place {
${switchOf(cases, "Place(0, 0, false)")}
}
`;
}

/** A tone op's u8 pixels go through the curve that its table made. */
const isCurve = ({ table }, suffix) => table && suffix === "u8";

/** The field in which a tone op says whose mean it wants; see shaders/tone.wgsl. */
const MEAN_OF = "mean_of";

function dispatchModule(ops, pipeline, structs) {
  const pixel = PIPELINES[pipeline];
  const colors = ops.filter(({ color }) => color.includes(pipeline));
  const stencils = ops.filter(({ stencil }) => stencil.includes(pipeline));
  const tiles = ops.filter(({ tile }) => tile.includes(pipeline));
  const tones = ops.filter(({ table }) => table);
  const stencilOf = ({ tile }) => (tile.length > 0 ? showOf(pipeline) : pipeline);
  const importOf = (suffix) => (op) =>
    isCurve(op, suffix) ? "import package::lib::tables::tone_pixel;" : `import package::${op.module}::${op.name}_${suffix};`;
  const read = new Set();
  const readText = (struct) => {
    read.add(readerOf(struct));
    return `${readerOf(struct)}(args)`;
  };
  const caseOf = (suffix) => (op) => {
    const given = op.parameters[suffix].map((name) => (name === "args" ? readText(op.words[suffix]) : name));
    const name = isCurve(op, suffix) ? "tone_pixel" : `${op.name}_${suffix}`;
    return `    case ${op.id}u: { if (${isWanted(op)}) { return ${name}(${given.join(", ")}); } }`;
  };
  const meanCases = tones
    .filter((op) => structs.find(({ name }) => name === op.words[pipeline])?.fields.some(({ name }) => name === MEAN_OF))
    .map((op) => `    case ${op.id}u: { return ${readText(op.words[pipeline])}.${MEAN_OF}; }`);
  const colorCases = colors.map(caseOf(pipeline));
  const stencilCases = stencils.map((op) => caseOf(stencilOf(op))(op));
  const tileCases = tiles.map(caseOf(pipeline));
  const tableCases = tones.map(caseOf("table"));
  const imports = [
    ...[...colors, ...tiles].map(importOf(pipeline)),
    ...stencils.map((op) => importOf(stencilOf(op))(op)),
    ...tones.map(importOf("table")),
  ];
  return `${MADE}
import package::lib::op::{Args, At, Tile};
${importSet(ops)}
${[...read].map((reader) => `import package::op_words::${reader};`).join("\n")}
${[...new Set(imports)].join("\n")}

/// The pixel after the op of this number.
fn apply_color_${pipeline}(op: u32, v: ${pixel}, args: Args, at: At) -> ${pixel} {
${switchOf(colorCases, "v")}
}

/// The pixel that the stencil of this number makes.
fn gather_stencil_${pipeline}(op: u32, args: Args, at: At) -> ${pixel} {
${switchOf(stencilCases, `${pixel}()`)}
}

/// The four pixels of a tile that the op of this number makes in this lane. All lanes must call it together.
fn make_tile_${pipeline}(op: u32, args: Args, tile: Tile, lane: u32) -> array<${pixel}, 4> {
${switchOf(tileCases, `array<${pixel}, 4>()`)}
}

/// What the tone op of this number makes of a level of a channel.
fn make_table(op: u32, channel: u32, value: u32, args: Args) -> u32 {
${switchOf(tableCases, "value")}
}

/// Whose mean the tone op of this number wants; 0 if it does not say.
fn mean_of(op: u32, args: Args) -> u32 {
${switchOf(meanCases, "0u")}
}

/// Whether the op of this number wants the picture's histogram.
fn is_tone(op: u32) -> bool {
${switchOf(tones.length > 0 ? [`    case ${tones.map(({ id }) => `${id}u`).join(", ")}: { return true; }`] : [], "false")}
}
`;
}
