import { Cutter, kindOfSegment, type Segment, type SegmentKind } from "../analysis/passes.ts";
import type { Run } from "../analysis/runs.ts";
import { found, PlanError } from "../check/errors.ts";
import type { PictureShape, Size } from "../format/format.ts";
import { AUGMENT_CHUNK_SIZE, constants, writeAugmentChunk } from "../generated/layouts.ts";
import type { OpName } from "../ops/index.ts";
import type { Interpolation } from "../ops/op.ts";
import type { OpCall } from "../plan/plan.ts";
import { cut, fold, known, MAX_GROUPS } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import { type Level, madeLevel, pageBindings, type ReadPictures } from "./level.ts";
import type { Lowering, LowerOptions } from "./lowering.ts";
import { opsIn, plainOps, readingSet, readingsFor } from "./op-set.ts";
import type { Dispatch, PipelineKey, ScratchName } from "./recording.ts";

const { TILE_SIDE } = constants.grid;

/** Cuts the ops of a level's pictures: the segments of each. Throws PlanError where they do not fit the pictures. */
export function cutOps(lowering: Lowering, level: Level, { pictures, path }: Run): Segment[][] {
  const { channels } = level.shape;
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new PlanError(`${path}.ops`, "pictures of 1, 3 or 4 channels", channels);
  const cutter = new Cutter(level.shape, level.precision, (bytes) => lowering.program.addTable(bytes));
  let picture = 0;
  const where = () => `${path}[${picture}].ops`;
  const segments: Segment[][] = [];
  for (; picture < pictures.length; picture++)
    segments.push(cutter.segmentsOf(pictures[picture]!.ops ?? NO_OPS, where, level.own?.sizes[picture]));
  return segments;
}

/** Pictures, and the segments that are still to be done to each. */
export interface Undone {
  level: Level;
  segments: readonly (readonly Segment[])[];
}

/** Adds the passes over pictures of one size that do what is to be done, and returns the level of their results. */
export function lowerOps(lowering: Lowering, { level, segments }: Undone, path: string): Level {
  const readings = readingsFor(segments, lowering.options.readings);
  const passes = segments.reduce((most, { length }) => Math.max(most, length), 0);
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
interface Pass {
  segments: readonly (Segment | undefined)[];
  output: PictureShape;
  /** How warps read; undefined: in any way. */
  readings: readonly Interpolation[] | undefined;
}

function lowerPass(lowering: Lowering, level: Level, pass: Pass): Level {
  const { program, augmentChunks } = lowering;
  const { segments, output } = pass;
  const records = program.addPass(segments, level);
  const buffer: ScratchName = level.pages[0] === "even" ? "odd" : "even";
  const kinds = segments.map(kindOfSegment);
  for (const passDispatch of dispatchesOf(lowering.ops)) {
    const { entry, takes } = passDispatch;
    const listed = picturesOf(kinds, takes);
    // Only the pictures that need it: a workgroup that ends at once is not free on every adapter.
    if (listed.length === 0) continue;
    const list = program.addList(listed);
    const pipeline = passPipeline(passDispatch, level, pass.readings);
    const buffers: Dispatch["buffers"] = {
      chunk: "augmentChunks",
      program: "program",
      tables: "tones",
      pixels: buffer,
      ...pageBindings(level),
    };
    const grid = GRIDS[entry](output, kernelNamed(pipeline.kernel).workgroupSize[0]);
    for (const { first, count } of cut(listed.length, MAX_GROUPS)) {
      const { view, offset } = augmentChunks.add(AUGMENT_CHUNK_SIZE);
      writeAugmentChunk(view, 0, {
        inWidth: level.shape.width,
        inHeight: level.shape.height,
        outWidth: output.width,
        outHeight: output.height,
        channels: level.shape.channels,
        records,
        gridWidth: grid.width,
        firstPicture: first,
        listed: list,
        extents: 0,
        low: level.range[0],
        inverseRange: 1 / (level.range[1] - level.range[0]),
      });
      lowering.dispatch({ ...pipeline, buffers, offset, groups: [grid.width, count, grid.folds] });
    }
  }
  const { precision, count } = level;
  lowering.needs(buffer, count * output.height * output.width * BYTES_PER_PIXEL[precision]);
  lowering.needs("tones", count * constants.toneBlock.TONE_BLOCK * 4);
  return madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer);
}

/** The pictures whose segments are of a kind that a dispatch takes. */
export function picturesOf(kinds: readonly SegmentKind[], takes: PassDispatch["takes"]): number[] {
  const pictures: number[] = [];
  for (let i = 0; i < kinds.length; i++) if (takes(kinds[i]!)) pictures.push(i);
  return pictures;
}

/** In scratch memory: a word, or a vec4f. */
export const BYTES_PER_PIXEL = { u8: 4, f32: 16 } as const;

/** The grid that an entry point has for a picture of that size. */
export const GRIDS = {
  /** One workgroup counts a picture's levels. */
  tone: () => ({ width: 1, folds: 1 }),
  /** One invocation makes a pixel. */
  augment: ({ height, width }: Size, lanes: number) => fold(height * width, lanes),
  /** One workgroup makes a tile. */
  tile: ({ height, width }: Size) => fold(Math.ceil(height / TILE_SIDE) * Math.ceil(width / TILE_SIDE), 1),
} as const;

/** An entry point, the pictures it takes by the kinds of their segments, and the ops its kernel is made for. */
interface PassDispatch {
  entry: keyof typeof GRIDS;
  takes: (kind: SegmentKind) => boolean;
  ops: readonly OpName[];
}

/**
 * What a pass consists of. Pictures that are read as they are and those that are read through a warp or stencil get a
 * dispatch each: the kernel of the former is a small one, and neither waits for, or has registers for, what it does not
 * do. Two it is at most, whatever was drawn.
 */
export function dispatchesOf(ops: readonly OpName[]): PassDispatch[] {
  const gathers = (kind: SegmentKind) => kind === "gather";
  const plain = plainOps(ops);
  return [
    { entry: "tone", takes: (kind) => kind === "tone", ops },
    { entry: "augment", takes: (kind) => kind !== "tile" && !gathers(kind), ops: plain },
    { entry: "augment", takes: gathers, ops },
    { entry: "tile", takes: (kind) => kind === "tile", ops },
  ];
}

export function passPipeline(
  { entry, ops }: PassDispatch,
  level: ReadPictures,
  readings: readonly Interpolation[] | undefined,
): PipelineKey {
  const kernel = `${entry}_${level.memory}` as const;
  const { overrides } = kernelNamed(kernel);
  const own = opsIn(kernel, ops);
  const constants = {
    ...known(overrides, { PAGES: level.pages.length, IN_NCHW: level.layout === "nchw" ? 1 : 0 }),
    ...(level.isRagged && { RAGGED: 1 }),
    ...readingSet(own, readings),
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

/** The shape all pictures have after a pass. They must agree. */
function shapeOf(segments: readonly (Segment | undefined)[], input: PictureShape, path: string): PictureShape {
  const shapeAfter = (segment: Segment | undefined) =>
    segment ? { ...segment.output, channels: segment.channels } : input;
  const shape = shapeAfter(segments[0]);
  const differs = (size: Size, channels: number) =>
    size.height !== shape.height || size.width !== shape.width || channels !== shape.channels;
  const odd = segments.findIndex((segment) =>
    segment ? differs(segment.output, segment.channels) : differs(input, input.channels),
  );
  if (odd < 0) return shape;
  const expected = `pictures of ${inWords(shape)}, as the others of the batch become`;
  throw new PlanError(`${path}[${odd}].ops`, expected, found(inWords(shapeAfter(segments[odd]))));
}

export function inWords({ height, width, channels }: PictureShape): string {
  return `${height}×${width}×${channels}`;
}
