/** A run of mixing stages → one dispatch (a few where the batch outgrows a uniform block). */

import { MAX_PAGES } from "../analysis/limits.ts";
import { MASK_BOX, NO_BOX, type Provenance } from "../analysis/provenance.ts";
import { BYTES_PER_ELEMENT, type Format, type Layout, type PictureShape } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import type { KernelName } from "../generated/kernels.ts";
import {
  FUSED_CHUNK_SLOTS_OFFSET,
  MIX_CHUNK_SLOTS_OFFSET,
  MIX_CHUNK_SLOTS_STRIDE,
  type MixChunk,
  writeFusedChunk,
  writeMixChunk,
  writeMixSlot,
} from "../generated/layouts.ts";
import { type Chunk, cut, fold, known, MAX_GROUPS } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import { type LastSegments, type Level, pageBindings, type ReadPictures } from "./level.ts";
import type { Lowering, LowerOptions, SoftClasses } from "./lowering.ts";
import { tablesOfMasks } from "./masks.ts";
import { opsIn, readingSet } from "./op-set.ts";
import type { BufferName, Dispatch, PipelineKey } from "./recording.ts";

/** What a run of stages writes. */
export interface MixTarget {
  format: Format;
  layout: Layout;
  buffer: BufferName;
  /** Scale and bias by channel, interleaved, and the buffer that holds them for pictures of many channels. */
  affine: Float32Array;
  affineBuffer: BufferName;
  /** Set where pictures are ids and what is written are their classes. */
  soft?: SoftClasses;
}

/** Whether `mix_quads` can do it; else `mix_elements` does. */
export function usesQuads({ height, width, channels }: PictureShape): boolean {
  return (channels === 1 || channels === 3 || channels === 4) && width >= 4 && (height * width) % 4 === 0;
}

/**
 * Adds the dispatches that mix a level's pictures as a tree says, and returns how many bytes they write, in whole
 * words.
 */
export function lowerMixing(lowering: Lowering, tree: Provenance, level: Level, target: MixTarget): number {
  const { masks, program, mixChunks, slots } = lowering;
  const { height, width } = level.shape;
  const channels = target.soft?.classes ?? level.shape.channels;
  const pixels = height * width;
  const quads = !target.soft && usesQuads(level.shape);
  const { ops, options } = lowering;
  const pipeline = pipelineOfMixing(tree, level, target, { ops, mixers: options.mixers });
  const lanes = kernelNamed(pipeline.kernel).workgroupSize[0];
  const valuesPerWord = 4 / BYTES_PER_ELEMENT[target.format];
  const buffers: Dispatch["buffers"] = {
    chunk: "mixChunks",
    images: target.buffer,
    affine: target.affineBuffer,
    program: "program",
    tables: "tones",
    ...pageBindings(level),
    masks: tree.masks.length > 0 ? "masks" : level.pages[0]!,
  };
  // A kernel that makes last segments has a binding less: masks are among the tables of its program.
  const maskWords = level.last
    ? tablesOfMasks(tree.masks, level.shape, program)
    : tree.masks.map((mask) => masks.add(mask, level.shape));
  const slotsOffset = level.last ? FUSED_CHUNK_SLOTS_OFFSET : MIX_CHUNK_SLOTS_OFFSET;

  for (const chunk of cut(tree.rows, Math.floor(slots.mix / tree.slots), quads ? MAX_GROUPS : undefined)) {
    const { view, offset } = mixChunks.add(slotsOffset + chunk.count * tree.slots * MIX_CHUNK_SLOTS_STRIDE);
    const grid = fold(quads ? pixels / 4 : (chunk.count * pixels * channels) / valuesPerWord, lanes);
    writeHead(view, { ...level, shape: { height, width, channels } }, target.affine, {
      pixels,
      sources: tree.slots,
      firstRow: chunk.first,
      rowCount: chunk.count,
      gridWidth: grid.width,
    });
    writeSlots(view, slotsOffset, { tree, maskWords, level }, chunk);
    const groups: Dispatch["groups"] = quads ? [grid.width, chunk.count, grid.folds] : [grid.width, grid.folds, 1];
    lowering.dispatch({ ...pipeline, buffers, offset, groups });
  }
  return Math.ceil((tree.rows * pixels * channels) / valuesPerWord) * 4;
}

/** What of a block is the chunk's and not the level's. */
type ChunkHead = Pick<MixChunk, "pixels" | "sources" | "firstRow" | "rowCount" | "gridWidth">;

/** Writes a block, all but its slots. */
function writeHead(view: DataView, { shape, range, last }: Level, affine: Float32Array, head: ChunkHead): void {
  const { width, height, channels } = shape;
  const ends = { scale: first4(affine, 0), bias: first4(affine, 1) };
  const rangeOf = ([low, high]: Level["range"]) => ({ low, inverseRange: 1 / (high - low) });
  if (!last) {
    writeMixChunk(view, 0, { width, height, channels, ...head, ...rangeOf(range), ...ends });
    return;
  }
  const { records, source, scratch } = last;
  const { shape: left } = scratch ?? source;
  writeFusedChunk(view, 0, {
    width,
    height,
    ...head,
    records,
    inWidth: source.shape.width,
    inHeight: source.shape.height,
    channels: source.shape.channels,
    ...rangeOf(source.range),
    scratchWidth: left.width,
    scratchHeight: left.height,
    scratchChannels: left.channels,
    ...ends,
  });
}

/** What no id is. */
const NO_ID = 2 ** 32 - 1;

/** What of a tree its kernel is made for, beside the mixers that are expected. */
type MixedTree = Pick<Provenance, "rows" | "slots" | "boxes" | "masks" | "weights">;

/** What of a level. */
export type MixedPictures = ReadPictures &
  Pick<Level, "shape"> & { last?: Pick<LastSegments, "readings"> & { scratch: { page: number } | undefined } };

/** The pipeline that mixes such pictures, for a policy of these mixers and ops. */
export function pipelineOfMixing(
  tree: MixedTree,
  level: MixedPictures,
  target: Pick<MixTarget, "format" | "layout" | "soft">,
  { ops = [], mixers }: Pick<LowerOptions, "ops" | "mixers">,
): PipelineKey {
  const { memory, shape, pages, layout, last } = level;
  const { soft } = target;
  const kind = last ? "augmented" : usesQuads(shape) ? "quads" : "elements";
  const kernel = `${soft ? "map_soft" : `mix_${kind}`}_${memory}_${target.format}` as KernelName;
  const own = last ? opsIn(kernel, ops) : [];
  const constants = known(kernelNamed(kernel).overrides, {
    PAGES: pages.length,
    SCRATCH_PAGE: last?.scratch?.page ?? MAX_PAGES,
    CHANNELS: shape.channels,
    IN_NCHW: layout === "nchw" ? 1 : 0,
    OUT_NCHW: target.layout === "nchw" ? 1 : 0,
    WRAPS: shape.width % 4 === 0 ? 0 : 1,
    ...(soft && { ID_BYTES: soft.bytes, IGNORED: soft.ignored ?? NO_ID }),
    ...mixKind(tree, mixers),
  });
  return { kernel, ops: own, constants: { ...constants, ...(last && readingSet(own, last.readings)) } };
}

/**
 * What a kernel may leave out: by the mixers that are expected, not by what was drawn, so that no draw needs another
 * pipeline.
 */
function mixKind(
  { rows, slots, boxes, masks, weights }: MixedTree,
  expected: LowerOptions["mixers"],
): Record<string, number> {
  let boxed = expected?.includes("cutmix") ?? true;
  for (let i = 0; i < boxes.length && !boxed; i += 4) boxed = boxes[i]! >= 0;
  // Only rows of two sources tell blends from boxes; of more, every row may have both.
  let blends = slots !== 2 || (expected?.includes("mixup") ?? true);
  for (let row = 0; row < rows && !blends; row++) blends = boxes[8 * row + 4] === NO_BOX && weights[2 * row + 1]! > 0;
  const masked = masks.length > 0 || (expected?.includes("mask") ?? false);
  return { SOURCES: slots, BOXES: boxed ? 1 : 0, BLENDS: blends ? 1 : 0, MASKS: masked ? 1 : 0 };
}

/** Writes the slots of some rows, the first at that byte. */
function writeSlots(
  view: DataView,
  at: number,
  { tree, maskWords, level }: { tree: Provenance; maskWords: readonly number[]; level: Level },
  { first, count }: Chunk,
): void {
  const { sources, boxes, weights } = tree;
  for (let i = 0, slot = first * tree.slots; i < count * tree.slots; i++, slot++) {
    const [x0, y0, x1, y1] = [boxes[4 * slot]!, boxes[4 * slot + 1]!, boxes[4 * slot + 2]!, boxes[4 * slot + 3]!];
    let boxX: number = x0 | (x1 << 16);
    let boxY: number = y0 | (y1 << 16);
    if (x0 === NO_BOX) boxX = boxY = constants.mixChunk.NO_BOX;
    if (x0 === MASK_BOX) [boxX, boxY] = [constants.mixChunk.MASK_BOX, maskWords[y0]!];
    const source = level.wordOf(sources[slot]!);
    writeMixSlot(view, at + i * MIX_CHUNK_SLOTS_STRIDE, { source, weight: weights[slot]!, boxX, boxY });
  }
}

/** The first four channels' scale (part 0) or bias (part 1), for kernels of up to four channels. */
function first4(affine: Float32Array, part: 0 | 1): [number, number, number, number] {
  const at = (channel: number) => affine[2 * channel + part] ?? 0;
  return [at(0), at(1), at(2), at(3)];
}
