/**
 * The ops of `shaders/ops/` as one function a kernel can call: a switch over the number of the op, one case a file.
 *
 * A file belongs to the op of its name. What it declares says what kind of op that is, by the first parameter:
 *     fn invert_u8(v: vec4i)                       one pixel in, one out: colour, mask and tone ops
 *     fn sharpness_u8(args: Sharpness, at: At)     reads the neighbourhood itself: stencils
 *     fn dct_u8(args: Dct, tile: Tile, lane: u32)  four pixels of a tile that a workgroup makes together: tile ops
 *     fn dct_show_u8(args: Dct, at: At)            the stencil that reads the tiles of such an op, if it needs one
 * fn swirl_place(args: Swirl, at: At) -> Place where a pixel is read, in both pipelines: warps that no matrix can say
 *     fn equalize_table(channel: u32, value: u32, args: Equalize)   the level curve of a tone op, for the tone kernel
 * `_f32` instead of `_u8` for the float pipeline. Where both would be the same text, there is one function without
 * either,
 * fn jigsaw(args: Jigsaw, at: At) -> Pixel     whose `Pixel` and `fetch` become vec4i and fetch_u8, vec4f and fetch_f32
 * A tone op has no `_u8`: there it is its curve. `args` is the op's struct of named words (see words.mjs); what a
 * function does not need it leaves out. The modules made here are linked like files, but stand nowhere on disk:
 * `package::op_words`, `package::places`, `package::dispatch_u8` and `package::dispatch_f32`.
 *
 * The switches linked here have every op. The host has the same cases apart (see emit.mjs), and puts a kernel together
 * with those of its policy alone: what is left out is most of what compiling costs, and on adapters that run every
 * branch most of what running costs.
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
    throw new ShaderError(
      `shaders/${path}: expected ${name}_show beside each function that makes tiles, and beside no other`,
    );
  const first = functions.table?.[0]?.name;
  if (functions.table && first !== "channel")
    throw new ShaderError(
      `shaders/${path}: expected fn ${name}_table(channel: u32, value: u32, args: …), found ${first} first`,
    );
  const words = {};
  const parameters = {};
  for (const [suffix, list] of Object.entries(functions)) {
    if (!list) continue;
    const known = PARAMETERS[suffix in PIPELINES ? kind : PARAMETERS[suffix] ? suffix : "stencil"];
    const odd = list.find((parameter) => !known.includes(parameter.name));
    if (odd)
      throw new ShaderError(`shaders/${path}: ${name}_${suffix}: expected only ${known.join(", ")}, found ${odd.name}`);
    parameters[suffix] = list.map((parameter) => parameter.name);
    words[suffix] = list.find((parameter) => parameter.name === "args")?.type;
  }
  for (const suffix of Object.keys(PIPELINES)) {
    // A tone op's curve is made of the words of u8 pictures, if its pixels ask for none; a tile op's stencil has the
    // same words; a place is one for both.
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
      throw new ShaderError(
        `struct ${name}: expected at most ${most} words, each u32, i32, f32 or in a vector of these`,
      );
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
  const modules = Object.keys(PIPELINES).map((pipeline) => [
    `dispatch_${pipeline}.wgsl`,
    dispatchModule(ops, pipeline, structs),
  ]);
  return {
    ...Object.fromEntries(Object.entries(sources).map(([path, source]) => [path, spelledOut(path, source)])),
    "op_words.wgsl": wordsModule(structs),
    "places.wgsl": placesModule(ops, structs),
    ...Object.fromEntries(modules),
  };
}

const MADE = "// Made by tools/shaders/dispatch.mjs from the files of shaders/ops.\n";

/** A tone op's u8 pixels go through the curve that its table made. */
const isCurve = ({ table }, suffix) => table && suffix === "u8";

/** The field in which a tone op says whose mean it wants; see shaders/tone.wgsl. */
const MEAN_OF = "mean_of";

/**
 * @typedef {object} Switch  a function that does what one of the ops does
 * @property {string} name
 * @property {string} pipeline
 * @property {string} about
 * @property {string} head  up to the body. Without a parameter `op` all ops that have a case have the same one
 * @property {string} otherwise  what it returns where no op has a case
 * @property {{ op: string, id: number, statement: string, imports: string[] }[]} cases
 */

/** The name of what stands for every warp: they are no functions of their own. */
export const ANY_WARP = "warp";

/**
 * The functions of one pipeline that are a choice between ops.
 * @param {Op[]} ops
 * @param {import("./words.mjs").WordStruct[]} structs
 * @param {keyof typeof PIPELINES} pipeline
 * @returns {Switch[]}
 */
export function switchesOf(ops, structs, pipeline) {
  const pixel = PIPELINES[pipeline];
  const tones = ops.filter(({ table }) => table);
  const read = (struct) => ({ text: `${readerOf(struct)}(args)`, imports: [`package::op_words::${readerOf(struct)}`] });
  const call = (suffix) => (op) => {
    const words = op.parameters[suffix].includes("args") ? read(op.words[suffix]) : { text: "", imports: [] };
    const given = op.parameters[suffix].map((name) => (name === "args" ? words.text : name));
    const [module, name] = isCurve(op, suffix) ? ["lib::tables", "tone_pixel"] : [op.module, `${op.name}_${suffix}`];
    const statement = `return ${name}(${given.join(", ")});`;
    return { op: op.name, id: op.id, statement, imports: [`package::${module}::${name}`, ...words.imports] };
  };
  const meanOf = (op) => {
    const { text, imports } = read(op.words[pipeline]);
    return { op: op.name, id: op.id, statement: `return ${text}.${MEAN_OF};`, imports };
  };
  const hasMean = (op) =>
    structs.find(({ name }) => name === op.words[pipeline])?.fields.some(({ name }) => name === MEAN_OF);
  const gather = `gather_warp_${pipeline}`;
  const tiles = ops.filter(({ tile }) => tile.includes(pipeline));
  const stencilOf = (op) => call(op.tile.length > 0 ? showOf(pipeline) : pipeline)(op);
  const places = ops.filter(({ place }) => place);
  const warp = (op, id) => ({
    op,
    id,
    statement: `return ${gather}(warp, at);`,
    imports: [`package::lib::warp_${pipeline}::${gather}`],
  });
  const switches = [
    {
      name: `apply_color_${pipeline}`,
      about: "The pixel after the op of this number.",
      head: `fn apply_color_${pipeline}(op: u32, v: ${pixel}, args: Args, at: At) -> ${pixel}`,
      otherwise: "v",
      cases: ops.filter(({ color }) => color.includes(pipeline)).map(call(pipeline)),
    },
    {
      name: `gather_stencil_${pipeline}`,
      about: "The pixel that the stencil of this number makes.",
      head: `fn gather_stencil_${pipeline}(op: u32, args: Args, at: At) -> ${pixel}`,
      otherwise: `${pixel}()`,
      cases: ops.filter(({ stencil }) => stencil.includes(pipeline)).map(stencilOf),
    },
    {
      name: `apply_warp_${pipeline}`,
      about: "The pixel that a warp makes.",
      head: `fn apply_warp_${pipeline}(warp: Warp, at: At) -> ${pixel}`,
      otherwise: `${pixel}()`,
      cases: [warp(ANY_WARP, 0), ...places.map(({ name, id }) => warp(name, id))],
    },
    {
      name: `make_tile_${pipeline}`,
      about:
        "The four pixels of a tile that the op of this number makes in this lane. All lanes must call it together.",
      head: `fn make_tile_${pipeline}(op: u32, args: Args, tile: Tile, lane: u32) -> array<${pixel}, 4>`,
      otherwise: `array<${pixel}, 4>()`,
      cases: tiles.map(call(pipeline)),
    },
    {
      name: HAS_PLACES,
      about: "Whether this kernel has a warp that says by a function where it reads.",
      head: "fn has_places() -> bool",
      otherwise: "false",
      cases: places.map(({ name, id }) => ({ op: name, id, statement: "return true;", imports: [] })),
    },
    {
      name: PLACE_OF,
      about: "Where the warp of this number reads.",
      head: "fn place_of(op: u32, args: Args, at: At) -> Place",
      otherwise: "Place(0, 0, false)",
      cases: places.map(call("place")),
    },
    {
      name: "make_table",
      about: "What the tone op of this number makes of a level of a channel.",
      head: "fn make_table(op: u32, channel: u32, value: u32, args: Args) -> u32",
      otherwise: "value",
      cases: tones.map(call("table")),
    },
    {
      name: "mean_of",
      about: "Whose mean the tone op of this number wants; 0 if it does not say.",
      head: "fn mean_of(op: u32, args: Args) -> u32",
      otherwise: "0u",
      cases: tones.filter(hasMean).map(meanOf),
    },
    {
      name: "is_tone",
      about: "Whether the op of this number wants the picture's histogram.",
      head: "fn is_tone(op: u32) -> bool",
      otherwise: "false",
      cases: tones.map(({ name, id }) => ({ op: name, id, statement: "return true;", imports: [] })),
    },
  ];
  return switches.map((one) => ({ pipeline, ...one }));
}

/** These two are the same in both pipelines, and asked by what these share. */
const HAS_PLACES = "has_places";
const PLACE_OF = "place_of";
const isShared = ({ name }) => name === HAS_PLACES || name === PLACE_OF;

/** Where the warps read that say it by a function. */
function placesModule(ops, structs) {
  return moduleText(switchesOf(ops, structs, "u8").filter(isShared), ["lib::op::{Args, At, Place}"]);
}

function dispatchModule(ops, pipeline, structs) {
  const own = switchesOf(ops, structs, pipeline).filter((one) => !isShared(one));
  return moduleText(own, ["lib::op::{Args, At, Tile}", "lib::warp_place::Warp"]);
}

function moduleText(switches, types) {
  const imports = new Set(switches.flatMap(({ cases }) => cases.flatMap(({ imports }) => imports)));
  const body = ({ head, cases, otherwise }) => {
    if (!head.includes("(op: u32")) return `  ${cases[0]?.statement ?? `return ${otherwise};`}`;
    const listed = cases.map(({ id, statement }) => `    case ${id}u: { ${statement} }`);
    return ["  switch (op) {", ...listed, "    default: {}", "  }", `  return ${otherwise};`].join("\n");
  };
  return `${MADE}
${[...types.map((type) => `package::${type}`), ...imports].map((path) => `import ${path};`).join("\n")}

${switches.map((one) => `/// ${one.about}\n${one.head} {\n${body(one)}\n}\n`).join("\n")}`;
}
