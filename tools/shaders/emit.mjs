/**
 * TypeScript from linked and reflected shaders: `wgsl.ts` holds the text, `kernels.ts` and `op-shaders.ts` are made of
 * it.
 */
import { PIPELINES } from "./both.mjs";
import { ANY_WARP, switchesOf } from "./dispatch.mjs";
import { ShaderError } from "./link.mjs";
import { camel, HEADER } from "./names.mjs";
import { codecName, readerOf } from "./words.mjs";

/**
 * The kernels of one entry point differ in a few functions, so a declaration is stored once and a kernel is a list of
 * declarations: what is shipped grows with the code, not with the permutations. A kernel's list has no op in it. Every
 * op has its own declarations, so a bundler leaves out those of the ops that an application does not name, and
 * `src/wgsl/assemble.ts` puts together what a policy needs.
 *
 * @param {{ name: string, entry: string, pipeline?: string, wgsl: string }[]} linked  with all ops
 * @param {({ name: string } & import("./reflect.mjs").Reflected)[]} reflected
 * @param {import("./dispatch.mjs").Op[]} ops
 * @param {import("./words.mjs").WordStruct[]} structs
 * @param {{ entries: Awaited<ReturnType<typeof import("./library.mjs").libraryOf>>, opNames: string[] }} library  for applications' own ops: see `libraryOf`, and
 * the names that they cannot have
 */
export function emitKernelFiles(linked, reflected, ops, structs, library) {
  const texts = namedTexts();
  const pipelines = Object.fromEntries(
    Object.keys(PIPELINES).map((pipeline) => [pipeline, switchesOf(ops, structs, pipeline)]),
  );
  const opCases = new Map();
  const families = new Map();
  const usedSwitches = new Map();
  const kernels = linked.map(({ name, entry, pipeline, wgsl }, i) => {
    const graph = new Graph(wgsl);
    const switches = (pipelines[pipeline] ?? []).filter((one) => graph.has(one.name));
    return {
      name,
      entry,
      pipeline,
      graph,
      switches,
      left: new Set(switches.map((one) => one.name)),
      reflected: reflected[i],
    };
  });
  for (const { name, entry, pipeline, graph, switches, left, reflected } of kernels) {
    const needsOf = ({ statement }) => graph.reach(wordsOf(statement), left);
    // What differs between kernels is not the op's: how they read pictures.
    const others = kernels.filter((one) => one.pipeline === pipeline);
    const differs = (switchName) => (id) =>
      others.some(
        (other) =>
          other.left.has(switchName) && other.graph.has(id) && other.graph.texts.get(id) !== graph.texts.get(id),
      );
    const varying = switches.flatMap((one) =>
      one.cases.flatMap((each) => [...needsOf(each).keys()].filter(differs(one.name))),
    );
    // What the host binds and sets, whichever ops are there: `src/wgsl/open.ts` reads it from the kernel's own.
    const asked = [...reflected.bindings, ...reflected.overrides].map((one) => one.name);
    const heads = switches.flatMap(({ head }) => wordsOf(head));
    const own = graph.reach([reflected.entryPoint, ...heads, ...varying, ...asked], left);
    for (const one of switches) {
      usedSwitches.set(one.name, one);
      for (const each of one.cases) {
        const key = JSON.stringify([each.op, pipeline, one.name]);
        const needs = opCases.get(key) ?? { statement: each.statement, texts: new Set() };
        for (const [id, text] of needsOf(each)) if (!own.has(id)) needs.texts.add(text);
        opCases.set(key, needs);
      }
    }
    const family = camel(entry.replace(/\.wgsl$/, ""));
    families.set(family, [
      ...(families.get(family) ?? []),
      { name, texts: [...own.values()], names: new Set(own.keys()), switches, reflected },
    ]);
  }
  return {
    "src/generated/kernels.ts": emitKernels(families, usedSwitches, texts),
    "src/generated/op-shaders.ts": emitOpShaders(ops, opCases, families, texts),
    "src/generated/library.ts": emitLibrary(library, { kernels, ops, families }, texts),
    "src/generated/wgsl.ts": `${HEADER}
${[...texts.all()].map(([text, name]) => `export const ${name}: string = ${templateLiteral(text)};\n`).join("\n")}`,
  };
}

/** Each distinct text of a declaration gets a name: `fn_threefry2x32`, and `fn_read_four_v2` where another has it. */
function namedTexts() {
  const names = new Map();
  const taken = new Map();
  return {
    all: () => names,
    nameOf(text) {
      if (!names.has(text)) {
        const { word, id } = declared(text);
        const uses = (taken.get(`${word}_${id}`) ?? 0) + 1;
        taken.set(`${word}_${id}`, uses);
        names.set(text, uses === 1 ? `${word}_${id}` : `${word}_${id}_v${uses}`);
      }
      return names.get(text);
    },
  };
}

/** What a linked text declares, and which declaration names which. */
export class Graph {
  /** @param {string} wgsl */
  constructor(wgsl) {
    this.texts = new Map(declarationsOf(wgsl).map((text) => [declared(text).id, text]));
  }

  has(id) {
    return this.texts.has(id);
  }

  /**
   * The declarations that these names need, by their names; those in `left` are left out with all that only they need.
   */
  reach(names, left) {
    const found = new Map();
    const visit = (id) => {
      const text = this.texts.get(id);
      if (text === undefined || found.has(id) || left.has(id)) return;
      found.set(id, text);
      for (const word of wordsOf(text)) visit(word);
    };
    for (const name of names) visit(name);
    return found;
  }
}

/** The names in a text, but for those of a struct's members. */
function wordsOf(text) {
  const bare = text.startsWith("struct") ? text.replace(/\w+\s*:/g, "") : text;
  return bare.replace(/\.\s*\w+/g, "").match(/\b[A-Za-z_]\w*\b/g) ?? [];
}

/**
 * The declarations of a linked text, without comments: each ends with the line on which its last brace or its semicolon
 * is.
 */
export function declarationsOf(wgsl) {
  const lines = wgsl
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\/\/.*$/gm, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const found = [];
  let open = [];
  let depth = 0;
  for (const line of lines) {
    open.push(line);
    depth += (line.match(/[{(]/g) ?? []).length - (line.match(/[})]/g) ?? []).length;
    if (depth > 0 || !/[};]$/.test(line)) continue;
    found.push(open.join("\n"));
    open = [];
  }
  return found;
}

/** The kind and the name of a declaration. */
function declared(text) {
  const [, word, id] =
    text.match(/^(?:@\w+(?:\([^)]*\))?\s*)*(fn|struct|const|override|alias|var)(?:<[^>]*>)?\s+(\w+)/) ??
    text.match(/^(enable|requires|diagnostic|const_assert)\W+(\w+)/) ??
    [];
  if (!id) throw new ShaderError(`expected a declaration, found ${text}`);
  return { word, id };
}

const templateLiteral = (text) => `\`${text.replace(/[\\`]|\$\{/g, (found) => `\\${found}`)}\``;

/** The constant that holds the kernels of one entry point. */
const kernelsName = (family) => `${family}Kernels`;

/** Names to import, as they are used. */
const importOf = (names, file) =>
  names.size > 0
    ? `import {\n${[...names]
        .sort()
        .map((name) => `  ${name},\n`)
        .join("")}} from "${file}";\n`
    : "";

/** The constants that hold the kernels which run an op: those that have a case of it, or read its words. */
function familiesOf({ name, words }, families) {
  const runs = ({ switches, names }) =>
    switches.some(({ cases }) => cases.some(({ op }) => op === name)) ||
    Object.values(words).some((struct) => struct && names.has(readerOf(struct)));
  return [...families].filter(([, kernels]) => kernels.some(runs)).map(([family]) => kernelsName(family));
}

/**
 * The part of every op: its number, its words, and its cases in the switches. A warp is a case of every pipeline's own.
 */
function emitOpShaders(ops, opCases, families, texts) {
  const used = new Set();
  const codecs = new Set(["type Codec", "noWords"]);
  const nameOf = (text) => {
    const name = texts.nameOf(text);
    used.add(name);
    return name;
  };
  const casesOf = (op, pipeline) => {
    const found = [...opCases].flatMap(([key, { statement, texts }]) => {
      const [name, ofPipeline, switchName] = JSON.parse(key);
      if (name !== op || ofPipeline !== pipeline) return [];
      return [`      ${switchName}: [${[JSON.stringify(statement), ...[...texts].map(nameOf)].join(", ")}],\n`];
    });
    return `    ${pipeline}: {\n${found.join("")}    },\n`;
  };
  const codec = (struct) => {
    if (!struct) return "noWords";
    codecs.add(codecName(struct));
    return codecName(struct);
  };
  const shaderOf = ({ name, id, words }) => `export const ${camel(name)}Shader: OpShader = {
  id: ${id},
  kernels: [${familiesOf({ name, words }, families).join(", ")}],
  words: { u8: ${codec(words.u8)}, f32: ${codec(words.f32)} },
  cases: {
${Object.keys(PIPELINES)
  .map((pipeline) => casesOf(name, pipeline))
  .join("")}  },
};
`;
  const all = [...ops, { name: ANY_WARP, id: 0, words: {} }];
  const shaders = all.map(shaderOf);
  return `${HEADER}
${importOf(new Set(["type StoredKernel", ...all.flatMap((op) => familiesOf(op, families))]), "./kernels.ts")}${importOf(codecs, "./op-words.ts")}${importOf(used, "./wgsl.ts")}
/** What an op is in the kernels. */
export interface OpShader {
  /** The number by which they know it; 0 is no op, as a warp has a way of its own to be called. */
  readonly id: number;
  /** Those that run it, by their names. */
  readonly kernels: readonly Readonly<Record<string, StoredKernel>>[];
  /** Its words for u8 and for f32 pictures. */
  readonly words: { readonly u8: Codec<unknown>; readonly f32: Codec<unknown> };
  /** By pipeline and the name of a switch: what it does there, and the declarations that this needs. */
  readonly cases: Readonly<Record<"u8" | "f32", Readonly<Record<string, readonly [statement: string, ...declarations: string[]]>>>>;
  /**
   * Of an op of the application's own: a compiler's message about a kernel, with the place in the op's own text.
   * Undefined: it is about another.
   */
  explain?(kernel: string, message: { line: number; column: number; message: string }): string | undefined;
}

${shaders.join("\n")}`;
}

/** The kinds of ops, by what their files declare. */
const KINDS = {
  color: ({ color, table }) => color.length > 0 && !table,
  mask: ({ color, table }) => color.length > 0 && !table,
  tone: ({ table }) => table,
  stencil: ({ stencil, tile }) => stencil.length > 0 && tile.length === 0,
  tile: ({ tile }) => tile.length > 0,
  warp: ({ place }) => place,
};

/** What an application's own ops are made with. */
function emitLibrary({ entries, opNames }, { kernels, ops, families }, texts) {
  const used = new Set();
  const listOf = (pipeline) => {
    const lines = entries.map(({ name, needs, isOfCurves }) => {
      const calls = ({ left }) => left.size > 0 && left.has("make_table") === isOfCurves;
      const callers = kernels.filter((kernel) => kernel.pipeline === pipeline && calls(kernel));
      // What differs between the kernels that call it, each has itself.
      const isAlike = ([id, text]) => callers.every(({ graph }) => !graph.has(id) || graph.texts.get(id) === text);
      const names = [...needs].filter(isAlike).map(([, text]) => texts.nameOf(text));
      for (const one of names) used.add(one);
      return `    ${name}: [${names.join(", ")}],\n`;
    });
    return `  ${pipeline}: {\n${lines.join("")}  },\n`;
  };
  const lists = Object.keys(PIPELINES).map(listOf);
  const kinds = Object.entries(KINDS).map(([kind, is]) => {
    const names = new Set(ops.filter(is).flatMap((op) => familiesOf(op, families)));
    return `  ${kind}: [${[...names].join(", ")}],\n`;
  });
  const all = new Set([
    "type StoredKernel",
    ...[...families.keys()].map(kernelsName).filter((name) => kinds.some((line) => line.includes(name))),
  ]);
  return `${HEADER}
${importOf(all, "./kernels.ts")}${importOf(used, "./wgsl.ts")}
/** The kernels that run the ops of a kind. */
export const kernelsByKind: Readonly<Record<${Object.keys(KINDS)
    .map((kind) => `"${kind}"`)
    .join(" | ")}, readonly Readonly<Record<string, StoredKernel>>[]>> = {
${kinds.join("")}};

/**
 * What the WGSL of an application's own op may name, with the declarations that it needs, in the kernels of each
 * precision.
 */
export const library = {
${lists.join("")}} as const satisfies Record<"u8" | "f32", Record<string, readonly string[]>>;

/** The names of all built-in ops, whichever an application imports. */
export const opNames: readonly string[] = [
${opNames.map((name) => `  "${name}",\n`).join("")}];
`;
}

/** What `src/wgsl/open.ts` reads from a declaration: elements of one number, or of a vector of them. */
const OF_NUMBERS = /^array<(?:vec[24][uif]|[uif]32)>$/;

/**
 * A kernel as it is stored: its bindings and overrides are in its declarations, from which `src/wgsl/open.ts` reads
 * them, and what most kernels have alike is left out.
 */
function emitKernels(families, usedSwitches, texts) {
  const used = new Set();
  const kernelOf = ({ name, texts: own, switches, reflected }) => {
    const { entryPoint, workgroupSize, workgroupBytes, bindings, features } = reflected;
    const names = own.map((text) => texts.nameOf(text));
    for (const one of names) used.add(one);
    const structBytes = bindings
      .filter(({ type }) => !OF_NUMBERS.test(type))
      .map(({ name, minBindingSize }) => `${camel(name)}: ${minBindingSize}`);
    const fields = {
      declarations: `[${names.join(", ")}]`,
      switches: switches.length > 0 && `[${switches.map((one) => camel(one.name)).join(", ")}]`,
      pipeline: switches.length > 0 && JSON.stringify(switches[0].pipeline),
      entryPoint: JSON.stringify(entryPoint),
      workgroupSize: `[${workgroupSize.join(", ")}]`,
      workgroupBytes: workgroupBytes > 0 && workgroupBytes,
      structBytes: structBytes.length > 0 && `{ ${structBytes.join(", ")} }`,
      features: features.length > 0 && JSON.stringify(features),
    };
    const lines = Object.entries(fields).map(([field, value]) => value && `    ${field}: ${value},\n`);
    return `  ${name}: {\n${lines.filter(Boolean).join("")}  },\n`;
  };
  const groups = [...families].map(
    ([family, kernels]) => `export const ${kernelsName(family)} = {
${kernels.map(kernelOf).join("")}} as const satisfies Record<string, StoredKernel>;
`,
  );
  const overrides = new Set(
    [...families.values()].flat().flatMap(({ reflected }) => reflected.overrides.map(({ name }) => name)),
  );
  const switches = [...usedSwitches.values()].map(
    ({ name, head, otherwise }) =>
      `const ${camel(name)} = { name: ${JSON.stringify(name)}, head: ${JSON.stringify(head)}, otherwise: ${JSON.stringify(otherwise)} };\n`,
  );
  const limits = Object.entries(limitsOf([...families.values()].flat().map(({ reflected }) => reflected)));
  return `${HEADER}
${importOf(used, "./wgsl.ts")}
/** One buffer a kernel wants bound. */
export interface Binding {
  /** The variable's name in WGSL. */
  readonly name: string;
  readonly group: number;
  readonly binding: number;
  readonly kind: "uniform" | "read-only-storage" | "storage";
  /** Whether its offset is given with each dispatch: so with the uniform \`chunk\`, one chunk of a batch of many. */
  readonly hasDynamicOffset: boolean;
  /** In bytes. A runtime-sized array counts with one element. */
  readonly minBindingSize: number;
  /** The variable's type in WGSL. */
  readonly type: string;
}

/** A constant the pipeline may set, by its WGSL name. Without a default it must. */
export interface Override {
  readonly type: "u32" | "i32" | "f32" | "f16" | "bool";
  readonly default?: number | boolean;
}

/** A function of a kernel that is a choice between ops. */
export interface Switch {
  readonly name: string;
  /** Up to its body. Without a parameter \`op\` all ops that have a case here have the same. */
  readonly head: string;
  /** What it returns where no op has a case. */
  readonly otherwise: string;
}

/** What the host must know of one kernel to put it together and to make and dispatch its pipeline. */
export interface Kernel {
  /** Its WGSL, but for the ops. */
  readonly declarations: readonly string[];
  readonly switches: readonly Switch[];
  /** Which cases of an op it takes; undefined: it has no ops. */
  readonly pipeline: "u8" | "f32" | undefined;
  readonly entryPoint: string;
  /** Invocations in x, y, z, with every override at its default. */
  readonly workgroupSize: readonly [number, number, number];
  /** Bytes of workgroup memory. */
  readonly workgroupBytes: number;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly overrides: Readonly<Record<string, Override>>;
  /** Device features it cannot do without. */
  readonly features: readonly string[];
}

/**
 * A kernel as it is stored here: \`openKernel\` reads the rest from its declarations. Left out of it is what is
 * undefined, 0 or empty.
 */
export interface StoredKernel
  extends Pick<Kernel, "declarations" | "entryPoint" | "workgroupSize">,
    Partial<Pick<Kernel, "switches" | "pipeline" | "workgroupBytes" | "features">> {
  /** The least bytes of bindings that hold structs, by the keys of \`bindings\`. */
  readonly structBytes?: Readonly<Record<string, number>>;
}

/** A constant that some kernel has. */
export type OverrideName =
${[...overrides].map((name) => `  | "${name}"`).join("\n") || "  never"};

${switches.join("")}
${groups.join("\n")}
/**
 * What all kernels ask of a device, by the names of its limits; the tone kernel's workgroup can be smaller than it is
 * written.
 */
export const kernelLimits = {
${limits.map(([name, value]) => `  ${name}: ${value},\n`).join("")}};

/** What a kernel goes by, in \`shaders/permutations.json\` and in recordings. */
export type KernelName =
${[...families.keys()].map((family) => `  | keyof typeof ${kernelsName(family)}`).join("\n")};
`;
}

function limitsOf(kernels) {
  const most = (count) => Math.max(...kernels.map(count));
  const countOf = (is) => most(({ bindings }) => bindings.filter(({ kind }) => (kind === "uniform") === is).length);
  const fixed = kernels.filter(({ entryPoint }) => entryPoint !== "tone").map(({ workgroupSize }) => workgroupSize);
  const lanes = (axis) => Math.max(...fixed.map((size) => size[axis]));
  return {
    maxBindGroups: 1 + most(({ bindings }) => Math.max(...bindings.map(({ group }) => group))),
    maxBindingsPerBindGroup: 1 + most(({ bindings }) => Math.max(...bindings.map(({ binding }) => binding))),
    maxStorageBuffersPerShaderStage: countOf(false),
    maxUniformBuffersPerShaderStage: countOf(true),
    maxComputeInvocationsPerWorkgroup: Math.max(...fixed.map(([x, y, z]) => x * y * z)),
    maxComputeWorkgroupSizeX: lanes(0),
    maxComputeWorkgroupSizeY: lanes(1),
    maxComputeWorkgroupSizeZ: lanes(2),
    maxComputeWorkgroupStorageSize: most(({ workgroupBytes }) => workgroupBytes),
  };
}
