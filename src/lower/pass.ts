/** What the passes of both tunings are made of: a dispatch over some pictures of a level. */
import type { Segment } from "../analysis/passes.ts";
import { found, PlanError } from "../check/errors.ts";
import type { PictureShape, Size } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import { AUGMENT_CHUNK_SIZE, writeAugmentChunk } from "../generated/layouts.ts";
import { cut, fold, MAX_GROUPS } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import { type Level, pageBindings } from "./level.ts";
import type { Lowering } from "./lowering.ts";
import type { Dispatch, PipelineKey, ScratchName } from "./recording.ts";

const { TILE_SIDE } = constants.grid;
const { LEVELS } = constants.histogram;
/** Pixels that an invocation of `op_quads` makes. */
const QUAD = 4;

/** The grid that an entry point has for a picture of that size. */
const GRIDS = {
  /** One workgroup counts a picture's levels. */
  tone: () => ({ width: 1, folds: 1 }),
  /** One invocation makes a level. */
  curves: (_: Size, lanes: number) => fold(LEVELS, lanes),
  /** One invocation makes a pixel. */
  augment: ({ height, width }: Size, lanes: number) => fold(height * width, lanes),
  /** One invocation makes four. */
  op_quads: ({ height, width }: Size, lanes: number) => fold(Math.ceil((height * width) / QUAD), lanes),
  /** One workgroup makes a tile. */
  tile: ({ height, width }: Size) => fold(Math.ceil(height / TILE_SIDE) * Math.ceil(width / TILE_SIDE), 1),
} as const;

/** An entry point of a pass. */
export type PassEntry = keyof typeof GRIDS;

/** What the dispatches of a pass share. */
export interface Pass {
  /** The pictures that are read. */
  level: Level;
  /** The size of those that are made, and where they go. */
  output: Size;
  /** Undefined where only levels are counted. */
  buffer: ScratchName | undefined;
  /** Where the pass's records are in the program. */
  records: number;
  /** Where pictures have sizes of their own: those that are made, and where all extents are in the program. */
  own?: { sizes: readonly Size[]; extents: number };
}

/** Dispatches a kernel over pictures of a pass. */
export function dispatchOver(
  lowering: Lowering,
  entry: PassEntry,
  pipeline: PipelineKey,
  pictures: readonly number[],
  { level, output, buffer, records, own }: Pass,
): void {
  const { augmentChunks, program } = lowering;
  const list = program.addList(pictures);
  const buffers: Dispatch["buffers"] = {
    chunk: "augmentChunks",
    program: "program",
    tables: "tones",
    ...(buffer && { pixels: buffer }),
    ...pageBindings(level),
  };
  const lanes = kernelNamed(pipeline.kernel).workgroupSize[0];
  // As for the largest: a workgroup beyond the end of its picture returns at once.
  const grid = own ? largestGrid(pictures.map((i) => GRIDS[entry](own.sizes[i]!, lanes))) : GRIDS[entry](output, lanes);
  for (const { first, count } of cut(pictures.length, MAX_GROUPS)) {
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
      extents: own?.extents ?? 0,
      low: level.range[0],
      inverseRange: 1 / (level.range[1] - level.range[0]),
    });
    lowering.dispatch({ ...pipeline, buffers, offset, groups: [grid.width, count, grid.folds] });
  }
}

type Grid = ReturnType<typeof fold>;

const largestGrid = (grids: readonly Grid[]): Grid =>
  grids.reduce((most, one) => (one.width * one.folds > most.width * most.folds ? one : most));

/** In scratch memory: a word, or a vec4f. */
export const BYTES_PER_PIXEL = { u8: 4, f32: 16 } as const;

/** Makes room for the pictures of a pass, and for what is known of the levels of those before it. */
export function needsPictures(
  lowering: Lowering,
  { precision, count }: Level,
  { height, width }: Size,
  buffer: ScratchName,
): void {
  lowering.needs(buffer, count * height * width * BYTES_PER_PIXEL[precision]);
  lowering.needs("tones", count * constants.toneBlock.TONE_BLOCK * Uint32Array.BYTES_PER_ELEMENT);
}

/** The shape all pictures have after the pass of that number. They must agree. */
export function shapeOf(
  segments: readonly (readonly Segment[])[],
  number: number,
  input: PictureShape,
  path: string,
): PictureShape {
  const first = segments[0]?.[number];
  const shape = first ? { ...first.output, channels: first.channels } : input;
  const { height, width, channels } = shape;
  for (let picture = 1; picture < segments.length; picture++) {
    const segment = segments[picture]![number];
    const size = segment?.output ?? input;
    const after = segment?.channels ?? input.channels;
    if (size.height === height && size.width === width && after === channels) continue;
    const expected = `pictures of ${inWords(shape)}, as the others of the batch become`;
    throw new PlanError(`${path}[${picture}].ops`, expected, found(inWords({ ...size, channels: after })));
  }
  return shape;
}

export function inWords({ height, width, channels }: PictureShape): string {
  return `${height}×${width}×${channels}`;
}
