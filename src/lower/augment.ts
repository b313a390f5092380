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

/** The ops of a level's pictures, cut into passes. */
export interface CutOps {
  /** Of each picture. */
  segments: readonly (readonly Segment[])[];
  /** Of all pictures after each pass. There is one pass at least. */
  shapes: readonly PictureShape[];
  /** How warps read. Undefined: in any way. */
  readings: readonly Interpolation[] | undefined;
}

/** Adds the passes that apply each picture's ops, and returns the level of their results. */
export function lowerOps(lowering: Lowering, level: Level, { segments, shapes, readings }: CutOps): Level {
  return shapes.reduce(
    (now, output, number) =>
      lowerPass(lowering, now, { segments: segments.map((list) => list[number]), output, readings }),
    level,
  );
}

/** Cuts the ops of a level's pictures. Throws PlanError where they do not fit the pictures. */
export function cutOps(lowering: Lowering, level: Level, { pictures, path }: Run): CutOps {
  const { channels } = level.shape;
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new PlanError(`${path}.ops`, "pictures of 1, 3 or 4 channels", channels);
  const cutter = new Cutter(level.shape, level.precision, (bytes) => lowering.program.addTable(bytes));
  let picture = 0;
  const where = () => `${path}[${picture}].ops`;
  const segments: Segment[][] = [];
  for (; picture < pictures.length; picture++)
    segments.push(cutter.segmentsOf(pictures[picture]!.ops ?? NO_OPS, where));
  const readings = readingsFor(segments, lowering.options.readings);
  const passes = segments.reduce((most, { length }) => Math.max(most, length), 1);
  const shapes: PictureShape[] = [];
  for (let number = 0; number < passes; number++) {
    const input = shapes[number - 1] ?? level.shape;
    shapes.push(
      shapeOf(
        segments.map((list) => list[number]),
        input,
        path,
      ),
    );
  }
  return { segments, shapes, readings };
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
  /** Which pictures it makes; absent: all. Of the others it counts the levels, if their segment begins with a tone op. */
  makes?(picture: number): boolean;
}

export function lowerPass(lowering: Lowering, level: Level, pass: Pass): Level {
  const { segments, output } = pass;
  const records = lowering.program.addPass(segments, level, output);
  const buffer: ScratchName = level.pages[0] === "even" ? "odd" : "even";
  const kinds = segments.map(kindOfSegment);
  for (const one of dispatchesOf(lowering.ops)) {
    const makes = (picture: number) => one.entry === "tone" || (pass.makes?.(picture) ?? true);
    const listed = picturesOf(kinds, (kind, picture) => one.takes(kind) && makes(picture));
    dispatchPass(lowering, level, { ...pass, records, buffer }, one, listed);
  }
  const { precision, count } = level;
  lowering.needs(buffer, count * output.height * output.width * BYTES_PER_PIXEL[precision]);
  lowering.needs("tones", count * constants.toneBlock.TONE_BLOCK * 4);
  return madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer);
}

/** Counts the levels of the pictures whose segments begin with a tone op, and makes nothing of them. */
export function lowerTones(
  lowering: Lowering,
  level: Level,
  { segments, output, readings, records }: Pass & { records: number },
): void {
  const tone = toneDispatch(lowering.ops);
  const listed = picturesOf(segments.map(kindOfSegment), tone.takes);
  dispatchPass(lowering, level, { segments, output, readings, records, buffer: undefined }, tone, listed);
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
  const list = lowering.program.addList(listed);
  const pipeline = passPipeline(one, level, readings);
  const buffers: Dispatch["buffers"] = {
    chunk: "augmentChunks",
    program: "program",
    tables: "tones",
    ...(buffer && { pixels: buffer }),
    ...pageBindings(level),
  };
  const grid = GRIDS[one.entry](output, kernelNamed(pipeline.kernel).workgroupSize[0]);
  for (const { first, count } of cut(listed.length, MAX_GROUPS)) {
    const { view, offset } = lowering.augmentChunks.add(AUGMENT_CHUNK_SIZE);
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
      low: level.range[0],
      inverseRange: 1 / (level.range[1] - level.range[0]),
    });
    lowering.dispatch({ ...pipeline, buffers, offset, groups: [grid.width, count, grid.folds] });
  }
}

/** The pictures that a dispatch takes. */
function picturesOf(kinds: readonly SegmentKind[], takes: (kind: SegmentKind, picture: number) => boolean): number[] {
  const pictures: number[] = [];
  for (let i = 0; i < kinds.length; i++) if (takes(kinds[i]!, i)) pictures.push(i);
  return pictures;
}

/** In scratch memory: a word, or a vec4f. */
const BYTES_PER_PIXEL = { u8: 4, f32: 16 } as const;

/** The grid that an entry point has for a picture of that size. */
const GRIDS = {
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
  readings: readonly Interpolation[] | undefined,
): PipelineKey {
  const kernel = `${entry}_${level.memory}` as const;
  const { overrides } = kernelNamed(kernel);
  const own = opsIn(kernel, ops);
  const constants = {
    ...known(overrides, { PAGES: level.pages.length, IN_NCHW: level.layout === "nchw" ? 1 : 0 }),
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

/** The pipeline that counts the levels of pictures. */
export function pipelineOfTones(
  level: ReadPictures,
  { ops = [], readings }: Pick<LowerOptions, "ops" | "readings">,
): PipelineKey {
  return passPipeline(toneDispatch(ops), level, readings);
}

const toneDispatch = (ops: readonly OpName[]) => dispatchesOf(ops).find(({ entry }) => entry === "tone")!;

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

function inWords({ height, width, channels }: PictureShape): string {
  return `${height}×${width}×${channels}`;
}
