/**
 * A recording is what a plan becomes before any GPU is involved: bytes to upload and kernels to dispatch, as plain
 * values that can be printed, compared and tested without a device. `src/gpu/` is the only thing that carries one out.
 */
import type { KernelName } from "../generated/kernels.ts";

export interface Recording {
  uploads: Upload[];
  dispatches: Dispatch[];
  /** Output rows. */
  rows: number;
  /** Shape of the output pictures; ops can change it. */
  height: number;
  width: number;
  channels: number;
  /** Sources a row (T): 1, 2, 4 …; the row length of the sparse labels. */
  sources: number;
  /** Bytes of every output this recording writes. */
  outputs: Partial<Record<OutputName, number>>;
  /** Bytes of the memory it needs for pictures between passes; used again by the next recording. */
  scratch: Partial<Record<ScratchName, number>>;
  /**
   * Scale and bias by channel, interleaved: the contents of the `affine` buffer. The others are the same for pictures
   * that are mixed before further ops: `plain` as the caller has them, `made` by us. Empty: there are none.
   */
  affine: Float32Array;
  plainAffine: Float32Array;
  madeAffine: Float32Array;
}

/** Bytes for a kernel: uniform blocks (one every 256 bytes or more), a program, or masks. */
export interface Upload {
  block: BlockName;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What a pipeline is made of. */
export interface PipelineKey {
  kernel: KernelName;
  /** The image ops it is put together for, by name. They are the policy's, not those that were drawn: no recompile. */
  ops: readonly string[];
  /**
   * Values of the kernel's `override`s. They depend on formats, shapes and the policy, never on a strength or a draw.
   */
  constants: Record<string, number>;
}

export interface Dispatch extends PipelineKey {
  /** Which buffer goes to each of the kernel's bindings, by the binding's name in `generated/layouts.ts`. */
  buffers: Record<string, BufferName>;
  /** Byte offset of this chunk in its uniform block. */
  offset: number;
  groups: [number, number, number];
}

export type BlockName = "mixChunks" | "labelChunks" | "augmentChunks" | "program" | "masks";
export type OutputName = "images" | "soft" | "sourceClasses" | "sourceShares";
/**
 * `even` and `odd` hold the pictures of alternate passes, `between` and `beyond` what is mixed before further ops,
 * `tones` histograms' curves.
 */
export type ScratchName = "even" | "odd" | "between" | "beyond" | "tones";
export type InputName = `page${0 | 1 | 2 | 3}` | "affine" | "plainAffine" | "madeAffine" | "labels" | "externalLabels";
export type BufferName = BlockName | OutputName | ScratchName | InputName;
