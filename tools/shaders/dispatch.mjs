/**
 * The ops of `shaders/ops/` as one function a kernel can call: a switch over the number of the op, one case a file.
 *
 * A file belongs to the op of its name. What it declares says what kind of op that is, by the first parameter:
 *     fn invert_u8(v: vec4i, …)        one pixel in, one out: colour, mask and tone ops
 *     fn sharpness_u8(args: Args, …)   reads the neighbourhood itself: stencils
 *     fn equalize_table(channel: u32, value: u32, args: Args)   the level curve of a tone op, for the tone kernel
 * `_f32` instead of `_u8` for the float pipeline. The modules made here are linked like files, but stand nowhere on disk:
 * `package::dispatch_u8` and `package::dispatch_f32`.
 *
 * Every case asks a bit of the overrides OPS_0, OPS_1 … first: a pipeline that is made for some ops alone leaves the others out,
 * which is most of what compiling it costs, and on adapters that run every branch most of what running it costs.
 */
import { ShaderError } from "./link.mjs";

/** @typedef {{ name: string, id: number, module: string, color: string[], stencil: string[], table: boolean }} Op  the pipelines it has as pixel op and as stencil */

const PIPELINES = { u8: "vec4i", f32: "vec4f" };

/**
 * The ops by sorted file name, whatever family's folder they are in, numbered from 1: 0 is no op.
 * @param {Record<string, string>} sources
 * @returns {Op[]}
 */
export function listOps(sources) {
  return Object.keys(sources)
    .filter((path) => path.startsWith("ops/"))
    .sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1))
    .map((path, i) => readOp(path, sources[path], i + 1));
}

const fileOf = (path) => path.slice(path.lastIndexOf("/") + 1);

function readOp(path, source, id) {
  const name = path.match(/^ops\/[a-z]+\/([a-z][a-z0-9_]*)\.wgsl$/)?.[1];
  if (!name) throw new ShaderError(`shaders/${path}: expected ops/<family>/<snake_case>.wgsl`);
  const first = (suffix) => source.match(new RegExp(`^fn ${name}_${suffix}\\(\\s*(\\w+)\\s*:`, "m"))?.[1];
  const pipelines = Object.keys(PIPELINES).filter((suffix) => first(suffix) !== undefined);
  const color = pipelines.filter((suffix) => first(suffix) === "v");
  const stencil = pipelines.filter((suffix) => first(suffix) === "args");
  const strange = pipelines.find((suffix) => !color.includes(suffix) && !stencil.includes(suffix));
  if (pipelines.length === 0) throw new ShaderError(`shaders/${path}: expected fn ${name}_u8 or fn ${name}_f32`);
  if (strange || (color.length > 0 && stencil.length > 0))
    throw new ShaderError(`shaders/${path}: expected functions of one kind, whose first parameter is v (a pixel) or args (a stencil)`);
  const table = first("table");
  if (table !== undefined && table !== "channel")
    throw new ShaderError(`shaders/${path}: expected fn ${name}_table(channel: u32, value: u32, args: Args), found ${table} first`);
  const module = path.replace(/\.wgsl$/, "").replaceAll("/", "::");
  return { name, id, module, color, stencil, table: table !== undefined };
}

/**
 * The sources with the two dispatch modules added.
 * @param {Record<string, string>} sources
 */
export function withDispatch(sources) {
  const ops = listOps(sources);
  const modules = Object.keys(PIPELINES).map((pipeline) => [`dispatch_${pipeline}.wgsl`, dispatchModule(ops, pipeline)]);
  return { ...sources, ...Object.fromEntries(modules) };
}

function dispatchModule(ops, pipeline) {
  const pixel = PIPELINES[pipeline];
  const colors = ops.filter(({ color }) => color.includes(pipeline));
  const stencils = ops.filter(({ stencil }) => stencil.includes(pipeline));
  const tones = ops.filter(({ table }) => table);
  const importOf = (suffix) => (op) => `import package::${op.module}::${op.name}_${suffix};`;
  const isWanted = ({ id }) => `(OPS_${id >>> 5} & ${(1 << (id & 31)) >>> 0}u) != 0u`;
  const caseOf = (suffix, parameters) => (op) =>
    `    case ${op.id}u: { if (${isWanted(op)}) { return ${op.name}_${suffix}(${parameters}); } }`;
  const switchOf = (cases, otherwise) => ["  switch (op) {", ...cases, "    default: {}", "  }", `  return ${otherwise};`].join("\n");
  return `// Made by tools/shaders/dispatch.mjs from the files of shaders/ops.

import package::lib::op::{Args, At};
${[...[...colors, ...stencils].map(importOf(pipeline)), ...tones.map(importOf("table"))].join("\n")}

/// One bit an op, by its number: which ops this pipeline can run. Fixed when it is made.
${Array.from({ length: (ops.at(-1)?.id >>> 5) + 1 }, (_, i) => `override OPS_${i}: u32 = 4294967295u;`).join("\n")}

/// The pixel after the op of this number.
fn apply_color_${pipeline}(op: u32, v: ${pixel}, args: Args, at: At) -> ${pixel} {
${switchOf(colors.map(caseOf(pipeline, "v, args, at")), "v")}
}

/// The pixel that the stencil of this number makes.
fn gather_stencil_${pipeline}(op: u32, args: Args, at: At) -> ${pixel} {
${switchOf(stencils.map(caseOf(pipeline, "args, at")), `${pixel}()`)}
}

/// What the tone op of this number makes of a level of a channel.
fn make_table(op: u32, channel: u32, value: u32, args: Args) -> u32 {
${switchOf(tones.map(caseOf("table", "channel, value, args")), "value")}
}

/// Whether the op of this number wants the picture's histogram.
fn is_tone(op: u32) -> bool {
${switchOf(tones.length > 0 ? [`    case ${tones.map(({ id }) => `${id}u`).join(", ")}: { return true; }`] : [], "false")}
}
`;
}
