/**
 * The bytes that a recording's dispatches read and write, read off its uploads: those of pictures, masks and labels.
 * A byte of a picture counts once for each leaf that shows it, as if a cache kept what neighbours read again; through a
 * warp or stencil a picture counts whole, or as much of it as of the result shows. Uniform blocks, programs and level
 * curves are a few kilobytes a picture at most, and are not counted.
 */
import { type Box, overlap, uncovered } from "../analysis/boxes.ts";
import { BYTES_PER_ELEMENT, type Format } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import * as layouts from "../generated/layouts.ts";
import { kernelNamed } from "./kernels.ts";
import type { BlockName, Dispatch, Recording } from "./recording.ts";

/** Bytes. */
export interface Traffic {
  read: number;
  written: number;
}

/** What each dispatch reads and writes, in their order. */
export function trafficOf(recording: Recording): Traffic[] {
  const uploads = new Map(recording.uploads.map(({ block, bytes }) => [block, bytes]));
  return recording.dispatches.map((dispatch) => {
    const { bindings } = kernelNamed(dispatch.kernel);
    const chunk = new Chunk(dispatch, uploads);
    if (bindings.chunk!.type === "AugmentChunk") return ofPass(chunk);
    if (bindings.chunk!.type === "LabelChunk") return ofLabels(chunk);
    return ofMixing(chunk, bindings.chunk!.type === "FusedChunk");
  });
}

/** Bytes that all dispatches read and write, by pixels of the output pictures. */
export function perPixelOf({ rows, height, width }: Recording, traffic: readonly Traffic[]): number {
  return traffic.reduce((sum, { read, written }) => sum + read + written, 0) / (rows * height * width);
}

/** A dispatch with its uniform block. */
class Chunk {
  readonly bindings: Readonly<Record<string, unknown>>;
  /** Formats in the kernel's name: of what it reads, and of what it writes if that is named. */
  readonly formats: readonly string[];
  private readonly view: DataView;

  constructor(
    readonly dispatch: Dispatch,
    private readonly uploads: ReadonlyMap<BlockName, Uint8Array<ArrayBuffer>>,
  ) {
    this.bindings = kernelNamed(dispatch.kernel).bindings;
    this.formats = dispatch.kernel.match(/(?:pixels_)?(?:u8|f16|f32)/g) ?? [];
    const { buffer, byteOffset } = this.bytes(dispatch.buffers.chunk as BlockName);
    this.view = new DataView(buffer, byteOffset + dispatch.offset);
  }

  u32(offset: number): number {
    return this.view.getUint32(offset, true);
  }

  f32(offset: number): number {
    return this.view.getFloat32(offset, true);
  }

  /** A word of the program. */
  program(word: number): number {
    const { buffer, byteOffset } = this.bytes("program");
    return new DataView(buffer, byteOffset).getUint32(4 * word, true);
  }

  bytes(block: BlockName): Uint8Array<ArrayBuffer> {
    return this.uploads.get(block)!;
  }
}

/** Bytes of a pixel in memory of that kind: scratch memory has a word or a vec4f. */
function pixelBytes(memory: string, channels: number): number {
  if (memory.startsWith("pixels")) return memory === "pixels_u8" ? 4 : 16;
  return channels * BYTES_PER_ELEMENT[memory as Format];
}

/** Every picture is read whole and written whole, as far as the kernel does either. */
function ofPass(chunk: Chunk): Traffic {
  const memory = chunk.formats[0]!;
  const { read, made } = chunk.dispatch.constants.RAGGED ? ownPixels(chunk) : evenPixels(chunk);
  const bytes = pixelBytes(memory, chunk.u32(layouts.AUGMENT_CHUNK_CHANNELS_OFFSET));
  return {
    read: "page0" in chunk.bindings ? read * bytes : 0,
    written: "pixels" in chunk.bindings ? made * pixelBytes(scratchOf(memory), 4) : 0,
  };
}

/** Pixels that a pass reads and makes, of pictures of one size. */
function evenPixels(chunk: Chunk): { read: number; made: number } {
  const pictures = chunk.dispatch.groups[1];
  const of = (width: number, height: number) => pictures * chunk.u32(width) * chunk.u32(height);
  return {
    read: of(layouts.AUGMENT_CHUNK_IN_WIDTH_OFFSET, layouts.AUGMENT_CHUNK_IN_HEIGHT_OFFSET),
    made: of(layouts.AUGMENT_CHUNK_OUT_WIDTH_OFFSET, layouts.AUGMENT_CHUNK_OUT_HEIGHT_OFFSET),
  };
}

/** The same of pictures that have sizes of their own. */
function ownPixels(chunk: Chunk): { read: number; made: number } {
  const listed =
    4 * chunk.u32(layouts.AUGMENT_CHUNK_LISTED_OFFSET) + chunk.u32(layouts.AUGMENT_CHUNK_FIRST_PICTURE_OFFSET);
  const extents = 4 * chunk.u32(layouts.AUGMENT_CHUNK_EXTENTS_OFFSET);
  const area = (sides: number) => (sides & 0xffff) * (sides >>> 16);
  const sum = { read: 0, made: 0 };
  for (let i = 0; i < chunk.dispatch.groups[1]; i++) {
    const at = extents + 4 * chunk.program(listed + i);
    sum.read += area(chunk.program(at));
    sum.made += area(chunk.program(at + 1));
  }
  return sum;
}

const scratchOf = (memory: string) => (memory.endsWith("u8") ? "pixels_u8" : "pixels_f32");

/** Every source's label for each row, and the rows. */
function ofLabels(chunk: Chunk): Traffic {
  const rows = chunk.u32(layouts.LABEL_CHUNK_ROW_COUNT_OFFSET);
  const classes = chunk.u32(layouts.LABEL_CHUNK_CLASSES_OFFSET);
  const pairs = rows * chunk.u32(layouts.LABEL_CHUNK_SOURCES_OFFSET);
  const label = chunk.dispatch.kernel === "labels_rows" ? 4 * classes : 4;
  return { read: pairs * label, written: "soft" in chunk.bindings ? rows * classes * 4 : pairs * 8 };
}

function ofMixing(chunk: Chunk, isFused: boolean): Traffic {
  const names = isFused ? FUSED : MIXED;
  const rows = chunk.u32(names.rows);
  const area = chunk.u32(names.width) * chunk.u32(names.height);
  const tree = new Tree(chunk, names.slots, isFused);
  const channels = isFused ? chunk.dispatch.constants.CHANNELS! : chunk.u32(layouts.MIX_CHUNK_CHANNELS_OFFSET);
  let read = 0;
  for (let row = 0; row < rows; row++) {
    read += area * tree.masksOf(row);
    for (let leaf = 0; leaf < tree.leaves; leaf++) {
      const shown = tree.shownOf(row, leaf);
      if (shown === 0) continue;
      const source = tree.sourceOf(row, leaf);
      read += isFused
        ? (shown / area) * segmentBytes(chunk, source, area)
        : shown * pixelBytes(chunk.formats[0]!, channels);
    }
  }
  return { read: Math.round(read), written: rows * area * pixelBytes(chunk.formats.at(-1)!, channels) };
}

const MIXED = {
  width: layouts.MIX_CHUNK_WIDTH_OFFSET,
  height: layouts.MIX_CHUNK_HEIGHT_OFFSET,
  leaves: layouts.MIX_CHUNK_SOURCES_OFFSET,
  rows: layouts.MIX_CHUNK_ROW_COUNT_OFFSET,
  slots: layouts.MIX_CHUNK_SLOTS_OFFSET,
};
const FUSED = {
  width: layouts.FUSED_CHUNK_WIDTH_OFFSET,
  height: layouts.FUSED_CHUNK_HEIGHT_OFFSET,
  leaves: layouts.FUSED_CHUNK_SOURCES_OFFSET,
  rows: layouts.FUSED_CHUNK_ROW_COUNT_OFFSET,
  slots: layouts.FUSED_CHUNK_SLOTS_OFFSET,
};

/** What the last segment of a whole picture reads. */
function segmentBytes(chunk: Chunk, picture: number, made: number): number {
  const { RECORD_STRIDE, GATHER_MASK, GATHER_NONE } = constants.program;
  const at = 4 * (chunk.u32(layouts.FUSED_CHUNK_RECORDS_OFFSET) + picture * RECORD_STRIDE);
  const page = chunk.program(at) >>> constants.mixChunk.PAGE_SHIFT;
  const isPlain = (chunk.program(at + 1) & GATHER_MASK) === GATHER_NONE;
  const memory = chunk.formats[0]!;
  if (page === chunk.dispatch.constants.SCRATCH_PAGE) {
    const left =
      chunk.u32(layouts.FUSED_CHUNK_SCRATCH_WIDTH_OFFSET) * chunk.u32(layouts.FUSED_CHUNK_SCRATCH_HEIGHT_OFFSET);
    return (isPlain ? made : left) * pixelBytes(scratchOf(memory), 4);
  }
  const whole = chunk.u32(layouts.FUSED_CHUNK_IN_WIDTH_OFFSET) * chunk.u32(layouts.FUSED_CHUNK_IN_HEIGHT_OFFSET);
  return (isPlain ? made : whole) * pixelBytes(memory, chunk.u32(layouts.FUSED_CHUNK_CHANNELS_OFFSET));
}

/** The rows' trees, as they were uploaded. */
class Tree {
  readonly leaves: number;
  private readonly whole: Box;

  constructor(
    private readonly chunk: Chunk,
    private readonly slots: number,
    private readonly isFused: boolean,
  ) {
    const names = isFused ? FUSED : MIXED;
    this.leaves = chunk.u32(names.leaves);
    this.whole = [0, 0, chunk.u32(names.width), chunk.u32(names.height)];
  }

  sourceOf(row: number, leaf: number): number {
    return this.chunk.u32(this.at(row, leaf) + layouts.MIX_SLOT_SOURCE_OFFSET);
  }

  /** How many masks a row has. */
  masksOf(row: number): number {
    let masks = 0;
    for (let node = 1; node < this.leaves; node++) if (this.nodeOf(row, node) === "mask") masks++;
    return masks;
  }

  /** How many pixels show a leaf. */
  shownOf(row: number, leaf: number): number {
    if (this.chunk.f32(this.at(row, leaf) + layouts.MIX_SLOT_WEIGHT_OFFSET) <= 0) return 0;
    const regions: Box[] = [];
    const holes: Box[] = [];
    const masks: { plane: Uint8Array; isPartner: boolean }[] = [];
    for (let node = this.leaves + leaf; node > 1; node >>= 1) {
      const isPartner = (node & 1) === 1;
      const box = this.nodeOf(row, node >> 1);
      if (box === "mask") masks.push({ plane: this.planeOf(row, node >> 1), isPartner });
      else if (box) (isPartner ? regions : holes).push(box);
    }
    const region = regions.reduce(overlap, this.whole);
    if (masks.length === 0) return uncovered(region, holes);
    let shown = 0;
    for (let y = region[1]; y < region[3]; y++)
      for (let x = region[0]; x < region[2]; x++) {
        const covered = holes.some((hole) => x >= hole[0] && x < hole[2] && y >= hole[1] && y < hole[3]);
        const none = masks.some(({ plane, isPartner }) => plane[y * this.whole[2] + x] === (isPartner ? 0 : 255));
        if (!covered && !none) shown++;
      }
    return shown;
  }

  private at(row: number, slot: number): number {
    return this.slots + (row * this.leaves + slot) * layouts.MIX_CHUNK_SLOTS_STRIDE;
  }

  private nodeOf(row: number, node: number): Box | "mask" | undefined {
    const x = this.chunk.u32(this.at(row, node) + layouts.MIX_SLOT_BOX_X_OFFSET);
    const y = this.chunk.u32(this.at(row, node) + layouts.MIX_SLOT_BOX_Y_OFFSET);
    if (x === constants.mixChunk.NO_BOX) return undefined;
    if (x === constants.mixChunk.MASK_BOX) return "mask";
    return [x & 0xffff, y & 0xffff, x >>> 16, y >>> 16];
  }

  private planeOf(row: number, node: number): Uint8Array {
    const at = this.chunk.u32(this.at(row, node) + layouts.MIX_SLOT_BOX_Y_OFFSET);
    return this.isFused ? this.chunk.bytes("program").subarray(16 * at) : this.chunk.bytes("masks").subarray(4 * at);
  }
}
