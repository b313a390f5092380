import { Cutter, kindOfSegment, type Segment, type SegmentKind } from "../analysis/passes.ts";
import type { Run } from "../analysis/runs.ts";
import { PlanError } from "../check/errors.ts";
import type { PictureShape } from "../format/format.ts";
import type { OpName } from "../ops/index.ts";
import type { Read } from "../ops/op.ts";
import type { OpCall } from "../plan/plan.ts";
import { lowerApart, TONE_BYTES } from "./apart.ts";
import { known } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import { type Level, madeLevel, type ReadPictures } from "./level.ts";
import type { Lowering, LowerOptions } from "./lowering.ts";
import { opsIn, plainOps, readingSet, readingsFor, toneSet } from "./op-set.ts";
import { dispatchOver, needsPictures, type PassEntry, shapeOf } from "./pass.ts";
import type { PipelineKey, ScratchName } from "./recording.ts";

/** Adds the passes that apply each picture's ops, and returns the level of their results. */
export function lowerOps(lowering: Lowering, level: Level, { pictures, path }: Run): Level {
  const { channels } = level.shape;
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new PlanError(`${path}.ops`, "pictures of 1, 3 or 4 channels", channels);
  const isSoftware = lowering.options.tuning === "software";
  const cutter = new Cutter(level.shape, level.precision, (bytes) => lowering.program.addTable(bytes), isSoftware);
  let picture = 0;
  const where = () => `${path}[${picture}].ops`;
  const segments: Segment[][] = [];
  for (; picture < pictures.length; picture++)
    segments.push(cutter.segmentsOf(pictures[picture]!.ops ?? NO_OPS, where));
  const passes = segments.reduce((most, { length }) => Math.max(most, length), 0);
  if (passes === 0) return level;
  if (isSoftware) return lowerApart(lowering, level, segments, path);
  const readings = readingsFor(segments, lowering.options.readings);

  let now = level;
  for (let number = 0; number < passes; number++) {
    const pass = segments.map((list) => list[number]);
    const output = shapeOf(pass, now.shape, path);
    now = lowerPass(lowering, now, { segments: pass, output, readings });
  }
  return now;
}

const NO_OPS: readonly OpCall[] = [];

/**
 * One pass over a level: the segment of each picture (none where its ops are done) and the shape that all have
 * afterwards.
 */
interface JoinedPass {
  segments: readonly (Segment | undefined)[];
  output: PictureShape;
  /** How warps read; undefined: in any way. */
  readings: readonly Read[] | undefined;
}

function lowerPass(lowering: Lowering, level: Level, { segments, output, readings }: JoinedPass): Level {
  const records = lowering.program.addPass(segments, level, output);
  const buffer: ScratchName = level.pages[0] === "even" ? "odd" : "even";
  const kinds = segments.map(kindOfSegment);
  for (const passDispatch of dispatchesOf(lowering.ops)) {
    const listed = picturesOf(kinds, passDispatch.takes);
    // Only the pictures that need it: a workgroup that ends at once is not free on every adapter.
    if (listed.length === 0) continue;
    const pipeline = passPipeline(passDispatch, level, readings);
    dispatchOver(lowering, passDispatch.entry, pipeline, listed, { level, output, buffer, records });
  }
  const { precision, count } = level;
  needsPictures(lowering, level, output, buffer);
  lowering.needs("tones", count * TONE_BYTES);
  return madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer);
}

/** The pictures whose segments are of a kind that a dispatch takes. */
function picturesOf(kinds: readonly SegmentKind[], takes: PassDispatch["takes"]): number[] {
  const pictures: number[] = [];
  for (let i = 0; i < kinds.length; i++) if (takes(kinds[i]!)) pictures.push(i);
  return pictures;
}

/** An entry point, the pictures it takes by the kinds of their segments, and the ops its kernel is made for. */
interface PassDispatch {
  entry: Exclude<PassEntry, "curves" | "op_quads">;
  takes: (kind: SegmentKind) => boolean;
  ops: readonly OpName[];
}

/**
 * What a pass consists of. Pictures that are read as they are and those that are read through a warp or stencil get a
 * dispatch each: the kernel of the former is a small one, and neither waits for, or has registers for, what it does not
 * do. Two it is at most, whatever was drawn.
 */
function dispatchesOf(ops: readonly OpName[]): PassDispatch[] {
  const gathers = (kind: SegmentKind) => kind === "gather";
  const plain = plainOps(ops);
  return [
    { entry: "tone", takes: (kind) => kind === "tone", ops },
    { entry: "augment", takes: (kind) => kind !== "tile" && !gathers(kind), ops: plain },
    { entry: "augment", takes: gathers, ops },
    { entry: "tile", takes: (kind) => kind === "tile", ops },
  ];
}

function passPipeline(
  { entry, ops }: PassDispatch,
  level: ReadPictures,
  readings: readonly Read[] | undefined,
): PipelineKey {
  const kernel = `${entry}_${level.memory}` as const;
  const { overrides } = kernelNamed(kernel);
  const own = opsIn(kernel, ops);
  const constants = {
    ...known(overrides, { PAGES: level.pages.length, IN_NCHW: level.layout === "nchw" ? 1 : 0 }),
    ...readingSet(own, readings),
    ...(entry === "tone" && toneSet(overrides, own)),
  };
  return { kernel, ops: own, constants };
}

/** The pipelines of a pass over segments of these kinds. */
export function pipelinesOfPass(
  kinds: ReadonlySet<SegmentKind>,
  level: ReadPictures,
  { ops = [], readings }: Pick<LowerOptions, "ops" | "readings">,
): PipelineKey[] {
  return dispatchesOf(ops)
    .filter(({ takes }) => [...kinds].some(takes))
    .map((dispatch) => passPipeline(dispatch, level, readings));
}
