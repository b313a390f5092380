/**
 * The passes of a GPU in software: a dispatch for each op, since such a GPU runs every branch of a kernel, taken or
 * not.
 *
 * Pictures are first brought to scratch memory, whole words at a time. From then on a pass does one segment of each
 * picture that still has one, and the others stay where they are: passes read and write two buffers in turn, and a
 * picture that is done is copied once at most, where it does not lie in the buffer that the last pass writes.
 */
import { isCurve, type Segment } from "../analysis/passes.ts";
import type { PictureShape, Precision, Size } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import type { OpName } from "../ops/index.ts";
import { isAffine } from "../ops/lib/warp-matrix.ts";
import type { Read } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import type { CutOps } from "./augment.ts";
import { known } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import { type Level, madeLevel, type ReadPictures } from "./level.ts";
import type { Lowering, LowerOptions } from "./lowering.ts";
import { levelOps, matrixWarp, opsIn, readingSet, readOf, toneSet } from "./op-set.ts";
import { dispatchOver, needsPictures, type Pass } from "./pass.ts";
import { addPass } from "./program-passes.ts";
import type { PipelineKey, ScratchName } from "./recording.ts";

const { STEP_COPY, STEP_COLOR, STEP_CURVE, STEP_WARP, STEP_STENCIL } = constants.step;

/** Adds the passes that apply each picture's ops, and returns the level of their results. */
export function lowerApart(lowering: Lowering, level: Level, { segments, shapes }: CutOps): Level {
  const passes = segments.reduce((most, { length }) => Math.max(most, length), 0);
  if (passes === 0) return level;
  let now = isInScratch(level) ? level : lowerUnpacking(lowering, level);
  for (let number = 0; number < passes; number++) {
    const isCopied = (picture: number) => segments[picture]!.length === number && (passes - number) % 2 === 1;
    const pass = segments.map((list) => list[number]);
    now = lowerPass(lowering, now, { segments: pass, output: shapes[number]!, isCopied });
  }
  return now;
}

const isInScratch = ({ memory }: Pick<Level, "memory">): boolean => memory === "pixels_u8" || memory === "pixels_f32";

/** Brings all pictures of a level to scratch memory. */
function lowerUnpacking(lowering: Lowering, level: Level): Level {
  const { precision, count, shape } = level;
  const buffer: ScratchName = "even";
  const none = Array.from<undefined>({ length: count });
  const records = addPass(lowering.program, none, level);
  const all = Array.from(none, (_, picture) => picture);
  dispatchOver(lowering, "op_quads", unpacking(level), all, { level, output: shape, buffer, records });
  needsPictures(lowering, level, shape, buffer);
  return madeLevel({ shape, memory: `pixels_${precision}`, precision, count }, buffer);
}

/**
 * The segment of each picture that has one, which of the others are copied, and the shape that they have afterwards.
 */
interface PassApart {
  segments: readonly (Segment | undefined)[];
  output: PictureShape;
  isCopied: (picture: number) => boolean;
}

function lowerPass(lowering: Lowering, level: Level, { segments, output, isCopied }: PassApart): Level {
  const { precision, count } = level;
  const buffer: ScratchName = level.pages[0] === "even" ? "odd" : "even";
  const records = addPass(lowering.program, segments, level, true);
  const tones = new Groups();
  const curved: number[] = [];
  const steps = new Groups();
  for (let picture = 0; picture < segments.length; picture++) {
    const segment = segments[picture];
    if (!segment) {
      if (isCopied(picture)) steps.add("copy", picture);
      continue;
    }
    const first = segment.calls[0]?.op;
    const isTone = first?.kind === "tone";
    if (isTone) tones.add(first.name, picture);
    if (precision === "u8" && first && isCurve(first, precision) && segment.calls.length > (isTone ? 1 : 0))
      curved.push(picture);
    steps.add(stepOf(segment, precision), picture);
  }
  const pass: Pass = { level, output, buffer, records };
  const make = { precision, ops: lowering.ops, isWhole: isWhole(output) };
  for (const [op, pictures] of tones.all)
    dispatchOver(lowering, "tone", tonePipeline(op as OpName, precision), pictures, pass);
  if (curved.length > 0) dispatchOver(lowering, "curves", curvesPipeline(lowering.ops), curved, pass);
  for (const [step, pictures] of steps.all) {
    const pipeline = pipelineOf(step, make);
    dispatchOver(lowering, step.startsWith("tile ") ? "tile" : "op_quads", pipeline, pictures, pass);
  }
  needsPictures(lowering, level, output, buffer);
  return madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer);
}

/** Pictures by what is done to them. */
class Groups {
  readonly all = new Map<string, number[]>();

  add(key: string, picture: number): void {
    const group = this.all.get(key);
    if (group) group.push(picture);
    else this.all.set(key, [picture]);
  }
}

/** Whether the pixels of a picture come in whole fours. */
export const isWhole = ({ height, width }: Size): boolean => (height * width) % 4 === 0;

/* ------------------------------------------------------------------ steps */

const ALL_READS: readonly Read[] = ["nearest", "bilinear", "bicubic", "average"];

/**
 * What a segment does, in words that also say which kernel does it: `curve`, or a kind and what tells its kernels
 * apart.
 */
function stepOf({ warp, stencil, tile, calls }: Segment, precision: Precision): string {
  if (warp && "matrix" in warp) return `${isAffine(warp.matrix) ? "warp" : "homography"} ${readOf(warp)}`;
  if (warp) return `placed ${readOf(warp)} ${warp.op}`;
  if (tile) return `tile ${tile.op.name}`;
  if (stencil) return `stencil ${stencil.op.name}`;
  const { op } = calls[0]!;
  return isCurve(op, precision) ? "curve" : `color ${op.name}`;
}

/** What a pipeline is made for beside its step. */
interface Made {
  precision: Precision;
  ops: readonly OpName[];
  isWhole: boolean;
}

function pipelineOf(step: string, { precision, ops, isWhole }: Made): PipelineKey {
  const [kind, name, op] = step.split(" ") as [string, string, OpName | undefined];
  const whole = { WHOLE: isWhole ? 1 : 0 };
  const kernel = `op_quads_pixels_${precision}` as const;
  switch (kind) {
    case "copy":
      return { kernel, ops: [], constants: { STEP: STEP_COPY, ...whole } };
    case "curve":
      return { kernel, ops: [], constants: { STEP: STEP_CURVE, ...whole } };
    case "warp":
    case "homography":
    case "placed": {
      const warps = [op ?? matrixWarp(ops)];
      const HOMOGRAPHIES = kind === "homography" ? 1 : 0;
      const constants = { STEP: STEP_WARP, ...whole, ...readingSet(warps, [name as Read]), HOMOGRAPHIES };
      return { kernel, ops: warps, constants };
    }
    case "tile":
      return { kernel: `tile_pixels_${precision}`, ops: [name], constants: {} };
    default:
      return { kernel, ops: [name], constants: { STEP: kind === "stencil" ? STEP_STENCIL : STEP_COLOR, ...whole } };
  }
}

function unpacking(level: ReadPictures & Pick<Level, "shape">): PipelineKey {
  const kernel = `op_quads_${level.memory}` as const;
  const constants = known(kernelNamed(kernel).overrides, {
    PAGES: level.pages.length,
    IN_NCHW: level.layout === "nchw" ? 1 : 0,
    CHANNELS: level.shape.channels,
    WHOLE: isWhole(level.shape) ? 1 : 0,
  });
  return { kernel, ops: [], constants };
}

function tonePipeline(op: OpName, precision: Precision): PipelineKey {
  const kernel = `tone_pixels_${precision}` as const;
  return { kernel, ops: opsIn(kernel, [op]), constants: toneSet(kernelNamed(kernel).overrides, [op]) };
}

const curvesPipeline = (ops: readonly OpName[]): PipelineKey => ({
  kernel: "curves_u8",
  ops: levelOps(ops),
  constants: {},
});

/* ------------------------------------------------------------------ expected */

/** What the pictures of a level can go through. */
export interface ExpectedSteps {
  ops: ReadonlySet<OpName>;
  /** Whether they can have different numbers of segments. */
  differ: boolean;
  /** The sizes that they can have in between, and at the end. */
  sizes: readonly Size[];
}

/** The pipelines of a level's passes. */
export function pipelinesApart(
  { ops, differ, sizes }: ExpectedSteps,
  level: ReadPictures & Pick<Level, "shape">,
  precision: Precision,
  options: Pick<LowerOptions, "ops" | "readings">,
): PipelineKey[] {
  const all = options.ops ?? [];
  const steps = new Set<string>(differ ? ["copy"] : []);
  // What passes left in scratch memory is there already.
  const found: PipelineKey[] = isInScratch(level) ? [] : [unpacking(level)];
  for (const name of ops) {
    const op = opNamed(name);
    if (op.kind === "tone") found.push(tonePipeline(name, precision));
    if (op.kind === "color" && isCurve(op, precision)) found.push(curvesPipeline(all));
    if (op.kind === "warp") {
      for (const read of options.readings ?? ALL_READS) {
        steps.add(op.place ? `placed ${read} ${name}` : `warp ${read}`);
        if (!op.place && op.projects) steps.add(`homography ${read}`);
      }
    } else if (op.kind === "tile") {
      steps.add(`tile ${name}`);
      if (op.show) steps.add(`stencil ${name}`);
    } else if (op.kind === "stencil") steps.add(`stencil ${name}`);
    else steps.add(isCurve(op, precision) ? "curve" : `color ${name}`);
  }
  for (const whole of new Set(sizes.map(isWhole)))
    for (const step of steps) found.push(pipelineOf(step, { precision, ops: all, isWhole: whole }));
  return found;
}
