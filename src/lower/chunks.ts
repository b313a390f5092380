/** Cutting a batch into what one uniform block and one grid can hold, and collecting the blocks. */
import type { OverrideName } from "../generated/kernels.ts";
import { LABEL_CHUNK_SLOTS_COUNT, MIX_CHUNK_SLOTS_COUNT } from "../generated/layouts.ts";
import type { BlockName, Dispatch, Upload } from "./recording.ts";

/** A dimension of a grid. */
export const MAX_GROUPS = 65535;
/** Dynamic uniform offsets must be multiples of this on every adapter. */
const OFFSET_ALIGNMENT = 256;
/** A chunk of rows ends on a whole word of u8 output if its length divides by this. */
const ROWS_ALIGNMENT = 4;

/** Slots that a uniform block has room for. */
export interface BlockSlots {
  /** Of mixing rows. */
  mix: number;
  /** Of label rows. */
  label: number;
}

/** The blocks as the kernels are written, for devices of the core feature level. */
export const DEFAULT_SLOTS: BlockSlots = { mix: MIX_CHUNK_SLOTS_COUNT, label: LABEL_CHUNK_SLOTS_COUNT };

export interface Chunk {
  first: number;
  count: number;
}

/** Cuts rows into chunks of at most `limit` (made a multiple of four) and at most `groups`. */
export function cut(rows: number, limit: number, groups = Number.POSITIVE_INFINITY): Chunk[] {
  const size = Math.min(Math.floor(limit / ROWS_ALIGNMENT) * ROWS_ALIGNMENT, groups);
  const chunks: Chunk[] = [];
  for (let first = 0; first < rows; first += size) chunks.push({ first, count: Math.min(size, rows - first) });
  return chunks;
}

/** A grid for so many invocations in a row, folded where a dimension is full: its width, and the number of folds. */
export function fold(invocations: number, lanes: number): { width: number; folds: number } {
  const needed = Math.max(1, Math.ceil(invocations / lanes));
  const width = Math.min(needed, MAX_GROUPS);
  return { width, folds: Math.ceil(needed / width) };
}

/** The bytes of one kind of block, appended chunk by chunk. */
export class Blocks {
  private readonly parts: Uint8Array<ArrayBuffer>[] = [];
  private length = 0;

  constructor(private readonly block: BlockName) {}

  /** Makes room for a block and returns its view and where it will lie. */
  add(size: number): { view: DataView; offset: number } {
    const offset = Math.ceil(this.length / OFFSET_ALIGNMENT) * OFFSET_ALIGNMENT;
    const bytes = new Uint8Array(size);
    this.parts.push(bytes);
    this.length = offset + size;
    return { view: new DataView(bytes.buffer), offset };
  }

  /** The upload, if there is anything to upload. */
  upload(): Upload[] {
    if (this.parts.length === 0) return [];
    if (this.parts.length === 1) return [{ block: this.block, bytes: this.parts[0]! }];
    const bytes = new Uint8Array(this.length);
    let offset = 0;
    for (const part of this.parts) {
      offset = Math.ceil(offset / OFFSET_ALIGNMENT) * OFFSET_ALIGNMENT;
      bytes.set(part, offset);
      offset += part.length;
    }
    return [{ block: this.block, bytes }];
  }
}

/** The constants a kernel really has: WebGPU refuses others. A name that no kernel has does not compile. */
export function known(
  overrides: Readonly<Record<string, unknown>>,
  constants: Partial<Record<OverrideName, number>>,
): Dispatch["constants"] {
  const kept: Dispatch["constants"] = {};
  for (const name in constants) if (name in overrides) kept[name] = constants[name as OverrideName]!;
  return kept;
}
