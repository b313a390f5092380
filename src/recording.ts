/**
 * A recording is what a plan becomes before any GPU is involved: bytes to upload and kernels to dispatch, as plain values
 * that can be printed, compared and tested without a device. `src/gpu/` is the only thing that carries one out.
 */
import type { KernelName } from "./generated/layouts.ts";

export interface Recording {
  uploads: Upload[];
  dispatches: Dispatch[];
  /** Output rows. */
  rows: number;
  /** Sources a row (T): 1, 2, 4 …; the row length of the sparse labels. */
  sources: number;
  /** Bytes of every output this recording writes. */
  outputs: Partial<Record<OutputName, number>>;
  /** Scale and bias by channel, interleaved: the contents of the `affine` buffer. */
  affine: Float32Array;
}

/** Uniform blocks for one kernel, one chunk of rows every `stride` bytes. */
export interface Upload {
  block: BlockName;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Dispatch {
  kernel: KernelName;
  /** Values of the kernel's `override`s. They depend on formats and shapes only, never on a strength: no recompile. */
  constants: Record<string, number>;
  /** Which buffer goes to which of the kernel's bindings, by the binding's name in `generated/layouts.ts`. */
  buffers: Record<string, BufferName>;
  /** Byte offset of this chunk in its uniform block. */
  offset: number;
  groups: [number, number, number];
}

export type BlockName = "mixChunks" | "labelChunks";
export type OutputName = "images" | "soft" | "sourceClasses" | "sourceShares";
export type InputName = "page0" | "page1" | "page2" | "page3" | "affine" | "labels" | "externalLabels";
export type BufferName = BlockName | OutputName | InputName;

/** One line a command. */
export function printRecording(recording: Recording): string {
  const uploads = recording.uploads.map(({ block, bytes }) => `upload ${bytes.byteLength} bytes to ${block}`);
  const dispatches = recording.dispatches.map(({ kernel, constants, buffers, offset, groups }) => {
    const settings = Object.entries(constants).map(([name, value]) => `${name}=${value}`);
    const bound = Object.entries(buffers).map(([name, buffer]) => `${name}:${buffer}`);
    return `dispatch ${kernel} ${groups.join("×")} at ${offset} [${settings.join(" ")}] (${bound.join(" ")})`;
  });
  return [...uploads, ...dispatches].join("\n");
}
