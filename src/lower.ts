/**
 * Plan → Recording: which kernel, which workgroups, and the bytes of the uniform blocks.
 *
 * One dispatch mixes a batch and one makes its labels, whatever was drawn. A batch is cut into chunks only where its rows
 * outgrow a uniform block (64 KiB everywhere) or a grid dimension (65,535 workgroups).
 */
import {
  affineOf,
  BYTES_PER_ELEMENT,
  type Format,
  type LabelOptions,
  type Layout,
  type OutputOptions,
  type PictureShape,
} from "./format.ts";
import {
  constants,
  type KernelName,
  kernels,
  LABEL_CHUNK_SIZE,
  LABEL_CHUNK_SLOTS_COUNT,
  LABEL_CHUNK_SLOTS_OFFSET,
  LABEL_CHUNK_SLOTS_STRIDE,
  MIX_CHUNK_SIZE,
  MIX_CHUNK_SLOTS_COUNT,
  MIX_CHUNK_SLOTS_OFFSET,
  MIX_CHUNK_SLOTS_STRIDE,
  writeLabelChunk,
  writeMixChunk,
} from "./generated/layouts.ts";
import type { Plan, SourceRef } from "./plan.ts";
import type { Mixer } from "./policy/policy.ts";
import { NO_BOX, type Provenance, provenance } from "./provenance.ts";
import type { Dispatch, InputName, Recording } from "./recording.ts";

/** Storage bindings for pictures; with the outputs they stay within the 8 that every device has. */
export const MAX_PAGES = 4;
/** Picture sides that fit a box's 16 bits. */
export const MAX_SIDE = 65535;
/** Pictures in one page: the index shares its word with the page number. */
export const MAX_PICTURES = 2 ** constants.PAGE_SHIFT;
const MAX_GROUPS = 65535;
/** Dynamic uniform offsets must be multiples of this on every adapter. */
const OFFSET_ALIGNMENT = 256;
/** A chunk of rows ends on a whole word of u8 output if its length divides by this. */
const ROWS_ALIGNMENT = 4;

/** What the kernels read, as far as it shapes the recording. */
export interface LowerOptions {
  shape: PictureShape;
  format: Format;
  layout: Layout;
  /** Black and white of float input; u8 is 0..255. */
  valueRange?: [number, number];
  output: OutputOptions;
  labels?: LabelOptions;
  /** Whether labels come in as class ids or as rows of weights; absent: no labels. */
  labelForm?: "ids" | "rows";
  /** How many pages the batch or dataset has (an external batch is the page after them), and pictures in each full page. */
  pages: number;
  picturesPerPage: number;
  /** Kinds of mixers that plans will have, so that all of an engine's plans get one pipeline. A plan may have others; absent: all. */
  mixers?: readonly Mixer["kind"][];
}

/** Lowers a valid plan. */
export function lower(plan: Plan, options: LowerOptions): Recording {
  const tree = provenance(plan);
  const range = options.format === "u8" ? ([0, 255] as const) : (options.valueRange ?? ([0, 1] as const));
  const { scale, bias } = affineOf(options.shape.channels, range, options.output);
  const { height, width, channels } = options.shape;
  const bytes = tree.rows * height * width * channels * BYTES_PER_ELEMENT[options.output.format ?? "f32"];
  const recording: Recording = {
    uploads: [],
    dispatches: [],
    rows: tree.rows,
    sources: tree.slots,
    outputs: { images: Math.ceil(bytes / 4) * 4 },
    affine: interleave(scale, bias),
  };
  lowerImages(plan, tree, options, range, recording);
  if (options.labels && options.labelForm) lowerLabels(plan, tree, options.labels, options.labelForm, recording);
  return recording;
}

/** Whether `mix_quads` can do it; else `mix_elements` does. */
export function usesQuads({ height, width, channels }: PictureShape): boolean {
  return (channels === 1 || channels === 3 || channels === 4) && width >= 4 && (height * width) % 4 === 0;
}

function lowerImages(plan: Plan, tree: Provenance, options: LowerOptions, range: readonly [number, number], recording: Recording): void {
  const { height, width, channels } = options.shape;
  const pixels = height * width;
  const quads = usesQuads(options.shape);
  const outFormat = options.output.format ?? "f32";
  const kernel: KernelName = `mix_${quads ? "quads" : "elements"}_${options.format}_${outFormat}`;
  const lanes = kernels[kernel].workgroupSize[0];
  const valuesPerWord = 4 / BYTES_PER_ELEMENT[outFormat];

  const external = plan.sources.some(({ from }) => from === "external");
  const pages = options.pages + (external ? 1 : 0);
  const constants: Record<string, number> = {
    PAGES: pages,
    IN_NCHW: options.layout === "nchw" ? 1 : 0,
    OUT_NCHW: options.output.layout === "nchw" ? 1 : 0,
  };
  if (quads) Object.assign(constants, { CHANNELS: channels, WRAPS: width % 4 === 0 ? 0 : 1, ...mixKind(tree, options.mixers) });
  const buffers: Dispatch["buffers"] = { chunk: "mixChunks", images: "images" };
  // A binding that no page uses still needs a buffer: page 0 once more (read-only, so sharing is allowed).
  for (let page = 0; page < MAX_PAGES; page++) buffers[`page${page}`] = (page < pages ? `page${page}` : "page0") as InputName;
  if (!quads) buffers.affine = "affine";

  const chunks = cut(tree.rows, Math.floor(MIX_CHUNK_SLOTS_COUNT / tree.slots), quads ? MAX_GROUPS : Number.POSITIVE_INFINITY);
  const stride = alignUp(MIX_CHUNK_SIZE, OFFSET_ALIGNMENT);
  const bytes = new ArrayBuffer(
    (chunks.length - 1) * stride + MIX_CHUNK_SLOTS_OFFSET + lastRows(chunks) * tree.slots * MIX_CHUNK_SLOTS_STRIDE,
  );
  const view = new DataView(bytes);
  const [affineScale, affineBias] = [first4(recording.affine, 0), first4(recording.affine, 1)];
  chunks.forEach(({ first, count }, index) => {
    const invocations = quads ? pixels / 4 : Math.ceil((count * pixels * channels) / valuesPerWord);
    const needed = Math.ceil(invocations / lanes);
    const gridWidth = Math.min(needed, MAX_GROUPS);
    const folds = Math.ceil(needed / gridWidth);
    writeMixChunk(view, index * stride, {
      width,
      height,
      channels,
      pixels,
      sources: tree.slots,
      firstRow: first,
      rowCount: count,
      gridWidth,
      low: range[0],
      inverseRange: 1 / (range[1] - range[0]),
      scale: affineScale,
      bias: affineBias,
    });
    writeMixSlots(
      new Uint32Array(bytes, index * stride + MIX_CHUNK_SLOTS_OFFSET, count * tree.slots * 4),
      plan,
      tree,
      first,
      count,
      options,
    );
    const groups: Dispatch["groups"] = quads ? [gridWidth, count, folds] : [gridWidth, folds, 1];
    recording.dispatches.push({ kernel, constants, buffers, offset: index * stride, groups });
  });
  recording.uploads.push({ block: "mixChunks", bytes: new Uint8Array(bytes) });
}

/** What `mix_quads` may leave out: by the mixers that are expected, not by what was drawn, so that no draw needs another pipeline. */
function mixKind({ rows, slots, boxes, weights }: Provenance, expected: LowerOptions["mixers"]): Record<string, number> {
  let boxed = expected?.includes("cutmix") ?? true;
  for (let i = 0; i < boxes.length && !boxed; i += 4) boxed = boxes[i] !== NO_BOX;
  // Only rows of two sources tell blends from boxes; of more, every row may have both.
  let blends = slots !== 2 || (expected?.includes("mixup") ?? true);
  for (let row = 0; row < rows && !blends; row++) blends = boxes[8 * row + 4] === NO_BOX && weights[2 * row + 1]! > 0;
  return { SOURCES: slots, BOXES: boxed ? 1 : 0, BLENDS: blends ? 1 : 0 };
}

function writeMixSlots(words: Uint32Array, plan: Plan, tree: Provenance, first: number, count: number, options: LowerOptions): void {
  const weights = new Float32Array(words.buffer, words.byteOffset, words.length);
  const { sources, boxes } = tree;
  for (let i = 0, slot = first * tree.slots; i < count * tree.slots; i++, slot++) {
    words[4 * i] = pictureWord(plan.sources[sources[slot]!]!, options);
    weights[4 * i + 1] = tree.weights[slot]!;
    const x0 = boxes[4 * slot]!;
    words[4 * i + 2] = x0 === NO_BOX ? constants.NO_BOX : x0 | (boxes[4 * slot + 2]! << 16);
    words[4 * i + 3] = x0 === NO_BOX ? constants.NO_BOX : boxes[4 * slot + 1]! | (boxes[4 * slot + 3]! << 16);
  }
}

/** Page in the top two bits, index in that page in the rest. */
function pictureWord({ from, index }: SourceRef, { pages, picturesPerPage }: LowerOptions): number {
  if (from === "external") return ((pages << constants.PAGE_SHIFT) | index) >>> 0;
  const page = Math.floor(index / picturesPerPage);
  return ((page << constants.PAGE_SHIFT) | (index - page * picturesPerPage)) >>> 0;
}

/** What the label kernels write, by binding. */
const SOFT: Dispatch["buffers"] = { soft: "soft" };
const SOURCES: Dispatch["buffers"] = { sourceClasses: "sourceClasses", sourceShares: "sourceShares" };

function lowerLabels(plan: Plan, tree: Provenance, labels: LabelOptions, form: "ids" | "rows", recording: Recording): void {
  const { classes, smoothing = 0, smoothUnmixed = true, dense = true, sparse = false } = labels;
  const slotsPerRow = (tree.slots + 1) >> 1;
  const chunks = cut(tree.rows, Math.floor(LABEL_CHUNK_SLOTS_COUNT / slotsPerRow), Number.POSITIVE_INFINITY);
  const stride = alignUp(LABEL_CHUNK_SIZE, OFFSET_ALIGNMENT);
  // Dense and sparse labels differ in nothing but the width of their grids, so each gets its own copy of the (small) blocks.
  const kinds = [
    ...(dense ? [{ kernel: form === "ids" ? ("labels_ids" as const) : ("labels_rows" as const), width: classes, outputs: SOFT }] : []),
    ...(sparse ? [{ kernel: "labels_sparse" as const, width: tree.slots, outputs: SOURCES }] : []),
  ];
  if (kinds.length === 0) return;
  // A small batch fills little of its block; the next kind's begins right behind it.
  const used = (chunks.length - 1) * stride + LABEL_CHUNK_SLOTS_OFFSET + lastRows(chunks) * slotsPerRow * LABEL_CHUNK_SLOTS_STRIDE;
  const kindStride = alignUp(used, OFFSET_ALIGNMENT);
  const bytes = new ArrayBuffer((kinds.length - 1) * kindStride + used);
  const view = new DataView(bytes);
  kinds.forEach(({ kernel, width, outputs }, kind) => {
    chunks.forEach(({ first, count }, chunk) => {
      const offset = kind * kindStride + chunk * stride;
      const needed = Math.ceil((count * width) / kernels[kernel].workgroupSize[0]);
      const gridWidth = Math.min(needed, MAX_GROUPS);
      writeLabelChunk(view, offset, {
        classes,
        sources: tree.slots,
        firstRow: first,
        rowCount: count,
        on: 1 - smoothing,
        off: smoothing / classes,
        gridWidth,
      });
      const words = new Uint32Array(bytes, offset + LABEL_CHUNK_SLOTS_OFFSET, count * slotsPerRow * 4);
      writeLabelSlots(words, plan, tree, first, count, slotsPerRow, smoothUnmixed);
      recording.dispatches.push({
        kernel,
        constants: {},
        buffers: { chunk: "labelChunks", labels: "labels", externalLabels: "externalLabels", ...outputs },
        offset,
        groups: [gridWidth, Math.ceil(needed / gridWidth), 1],
      });
    });
  });
  if (dense) recording.outputs.soft = tree.rows * classes * 4;
  if (sparse) recording.outputs.sourceClasses = recording.outputs.sourceShares = tree.rows * tree.slots * 4;
  recording.uploads.push({ block: "labelChunks", bytes: new Uint8Array(bytes) });
}

function writeLabelSlots(
  words: Uint32Array,
  plan: Plan,
  tree: Provenance,
  first: number,
  count: number,
  slotsPerRow: number,
  smoothUnmixed: boolean,
): void {
  const shares = new Float32Array(words.buffer, words.byteOffset, words.length);
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < tree.slots; k++) {
      const at = row * slotsPerRow * 4 + 2 * k;
      const slot = (first + row) * tree.slots + k;
      const { from, index } = plan.sources[tree.sources[slot]!]!;
      const plain = k === 0 && !smoothUnmixed && tree.untouched[first + row];
      words[at] = (index | (from === "external" ? constants.EXTERNAL : 0) | (plain ? constants.PLAIN : 0)) >>> 0;
      shares[at + 1] = tree.shares[slot]!;
    }
  }
}

interface Chunk {
  first: number;
  count: number;
}

/** Cuts rows into chunks of at most `limit` (made a multiple of four) and at most `groups`. */
function cut(rows: number, limit: number, groups: number): Chunk[] {
  const size = Math.min(Math.floor(limit / ROWS_ALIGNMENT) * ROWS_ALIGNMENT, groups);
  const chunks: Chunk[] = [];
  for (let first = 0; first < rows; first += size) chunks.push({ first, count: Math.min(size, rows - first) });
  return chunks;
}

function lastRows(chunks: Chunk[]): number {
  return chunks[chunks.length - 1]!.count;
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}

function interleave(scale: Float32Array, bias: Float32Array): Float32Array {
  const both = new Float32Array(2 * scale.length);
  for (let c = 0; c < scale.length; c++) {
    both[2 * c] = scale[c]!;
    both[2 * c + 1] = bias[c]!;
  }
  return both;
}

/** The first four channels' scale (part 0) or bias (part 1), for kernels of up to four channels. */
function first4(affine: Float32Array, part: 0 | 1): [number, number, number, number] {
  const at = (channel: number) => affine[2 * channel + part] ?? 0;
  return [at(0), at(1), at(2), at(3)];
}
