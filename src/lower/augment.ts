import { takesOps } from "../analysis/op-channels.ts";
import { Cutter, kindOfSegment, type Segment, type SegmentKind } from "../analysis/passes.ts";
import type { Run } from "../analysis/runs.ts";
import { PlanError } from "../check/errors.ts";
import type { PictureShape } from "../format/format.ts";
import type { OpName } from "../ops/index.ts";
import type { Read } from "../ops/op.ts";
import type { OpCall } from "../plan/plan.ts";
import { known } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import { type Level, madeLevel, type ReadPictures } from "./level.ts";
import type { Lowering, LowerOptions } from "./lowering.ts";
import { opsIn, plainOps, readingSet, readingsFor, toneSet } from "./op-set.ts";
import { dispatchOver, needsPictures, type PassEntry, shapeOf } from "./pass.ts";
import { addPass } from "./program-passes.ts";
import type { PipelineKey, ScratchName } from "./recording.ts";

/** The ops of a level's pictures, cut into passes. */
export interface CutOps {
  /** Of each picture. */
  segments: readonly (readonly Segment[])[];
  /** Of all pictures after each pass. There is one pass at least. */
  shapes: readonly PictureShape[];
  /** How warps read. Undefined: in any way. */
  readings: readonly Read[] | undefined;
}

/** Adds the passes that apply each picture's ops, and returns the level of their results. */
export function lowerOps(lowering: Lowering, level: Level, { segments, shapes, readings }: CutOps): Level {
  return shapes.reduce(
    (now, output, number) =>
      lowerPass(lowering, now, { segments: segments.map((list) => list[number]), output, readings }),
    level,
  );
}

/** Pictures, and the segments that are still to be done to each. */
export interface Undone {
  level: Level;
  segments: readonly (readonly Segment[])[];
}

/** Cuts the ops of a level's pictures: the segments of each. Throws PlanError where they do not fit the pictures. */
export function cutOps(lowering: Lowering, level: Level, { pictures, path }: Run): Segment[][] {
  const { channels } = level.shape;
  if (!takesOps(channels, pictures)) throw new PlanError(`${path}.ops`, "pictures of 1, 3 or 4 channels", channels);
  const cutter = new Cutter(
    level.shape,
    level.precision,
    (bytes) => lowering.program.addTable(bytes),
    lowering.isApart,
  );
  let picture = 0;
  const where = () => `${path}[${picture}].ops`;
  const segments: Segment[][] = [];
  for (; picture < pictures.length; picture++)
    segments.push(cutter.segmentsOf(pictures[picture]!.ops ?? NO_OPS, where, level.own?.sizes[picture]));
  return segments;
}

/** The passes over pictures of one size that do what is to be done. */
export function passesOf(lowering: Lowering, { level, segments }: Undone, path: string): CutOps {
  const readings = readingsFor(segments, lowering.options.readings);
  const passes = Math.max(1, mostSegments(segments));
  const shapes: PictureShape[] = [];
  for (let number = 0; number < passes; number++)
    shapes.push(shapeOf(segments, number, shapes[number - 1] ?? level.shape, path));
  return { segments, shapes, readings };
}

/** The segments of the picture that has most. */
export function mostSegments(segments: readonly (readonly Segment[])[]): number {
  let most = 0;
  for (const { length } of segments) most = Math.max(most, length);
  return most;
}

const NO_OPS: readonly OpCall[] = [];

/**
 * One pass over a level: the segment of each picture (none where its ops are done) and the shape that all have
 * afterwards.
 */
interface Pass {
  segments: readonly (Segment | undefined)[];
  output: PictureShape;
  /** How warps read; undefined: in any way. */
  readings: readonly Read[] | undefined;
  /**
   * Which pictures it makes; absent: all. Of the others it counts the levels, if their segment begins with a tone op.
   */
  makes?(picture: number): boolean;
}

export function lowerPass(lowering: Lowering, level: Level, pass: Pass): Level {
  const { segments, output } = pass;
  const records = addPass(lowering.program, segments, level);
  const buffer: ScratchName = level.pages[0] === "even" ? "odd" : "even";
  const lists = picturesOfPass(pass);
  const dispatches = dispatchesOf(lowering.ops);
  if (lists.gather.length > 0 && plainOps(lowering.ops).length === 0) {
    // No op sees one pixel: the others are only copied, which the kernel that gathers does too.
    lists.gather = [...lists.gather, ...lists.plain].sort((a, b) => a - b);
    lists.plain = [];
  }
  for (const one of dispatches) dispatchPass(lowering, level, { ...pass, records, buffer }, one, lists[one.takes]);
  needsPictures(lowering, level, output, buffer);
  const { precision, count } = level;
  return madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer);
}

/** Counts the levels of the pictures whose segments begin with a tone op, and makes nothing of them. */
export function lowerTones(
  lowering: Lowering,
  level: Level,
  { segments, output, readings, records, makes }: Pass & { records: number },
): void {
  const listed: number[] = [];
  for (let picture = 0; picture < segments.length; picture++)
    if (kindOfSegment(segments[picture]) === "tone" && (makes?.(picture) ?? true)) listed.push(picture);
  const pass = { segments, output, readings, records, buffer: undefined };
  dispatchPass(lowering, level, pass, toneDispatch(lowering.ops), listed);
}

/** Where a pass has its records, and where it writes. */
type WrittenPass = Pass & { records: number; buffer: ScratchName | undefined };

function dispatchPass(
  lowering: Lowering,
  level: Level,
  { output, readings, records, buffer }: WrittenPass,
  one: PassDispatch,
  listed: readonly number[],
): void {
  // Only the pictures that need it: a workgroup that ends at once is not free on every adapter.
  if (listed.length === 0) return;
  const pipeline = passPipeline(one, level, readings);
  dispatchOver(lowering, one.entry, pipeline, listed, { level, output, buffer, records });
}

/** The pictures of a pass by what their segments need: a tone op's are counted, and then made as plain ones are. */
export function picturesOfPass({ segments, makes }: Pick<Pass, "segments" | "makes">): Record<SegmentKind, number[]> {
  const lists: Record<SegmentKind, number[]> = { tone: [], plain: [], gather: [], tile: [] };
  for (let picture = 0; picture < segments.length; picture++) {
    const kind = kindOfSegment(segments[picture]);
    if (kind === "tone") lists.tone.push(picture);
    if (makes && !makes(picture)) continue;
    lists[kind === "tone" ? "plain" : kind].push(picture);
  }
  return lists;
}

/** An entry point, the pictures it takes by {@link picturesOfPass}, and the ops its kernel is made for. */
interface PassDispatch {
  entry: Exclude<PassEntry, "curves" | "op_quads">;
  takes: SegmentKind;
  ops: readonly OpName[];
}

/**
 * What a pass consists of. Pictures that are read as they are and those that are read through a warp or stencil get a
 * dispatch each: the kernel of the former is a small one, and neither waits for, or has registers for, what it does not
 * do. Two it is at most, whatever was drawn.
 */
export const dispatchesOf = (ops: readonly OpName[]): PassDispatch[] => [
  toneDispatch(ops),
  { entry: "augment", takes: "plain", ops: plainOps(ops) },
  { entry: "augment", takes: "gather", ops },
  { entry: "tile", takes: "tile", ops },
];

const toneDispatch = (ops: readonly OpName[]): PassDispatch => ({ entry: "tone", takes: "tone", ops });

export function passPipeline(
  { entry, ops }: PassDispatch,
  level: ReadPictures,
  readings: readonly Read[] | undefined,
): PipelineKey {
  const kernel = `${entry}_${level.memory}` as const;
  const { overrides } = kernelNamed(kernel);
  const own = opsIn(kernel, ops);
  const constants = {
    ...known(overrides, { PAGES: level.pages.length, IN_NCHW: level.layout === "nchw" ? 1 : 0 }),
    ...(level.isRagged && { RAGGED: 1 }),
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
    .filter(({ takes }) => kinds.has(takes) || (takes === "plain" && kinds.has("tone")))
    .map((dispatch) => passPipeline(dispatch, level, readings));
}

/** The pipeline that counts the levels of pictures. */
export function pipelineOfTones(
  level: ReadPictures,
  { ops = [], readings }: Pick<LowerOptions, "ops" | "readings">,
): PipelineKey {
  return passPipeline(toneDispatch(ops), level, readings);
}
