/** What a recording's kernels read beside their outputs: each buffer by name, uploaded or at hand. */

import { kernelNamed } from "../lower/kernels.ts";
import type { BlockName, BufferName, Recording, ScratchName } from "../lower/recording.ts";
import { isBuffer } from "./check.ts";
import { sizesOf } from "./device-sizes.ts";
import type { Encoders } from "./encoders.ts";
import type { Bound } from "./executor.ts";
import type { OpenInput } from "./inputs.ts";
import type { LabelSource } from "./open-pictures.ts";
import { Scratch } from "./scratch.ts";
import { checkUploadSize, Staging, type StagingSet } from "./staging.ts";
import { writeBytes } from "./write-bytes.ts";

/** Scales kept, for batches that each have a range of their own. */
const MAX_AFFINES = 16;

export class Bindings {
  private readonly staging: Staging;
  /** By their values, those used longest ago first, with the last encoder that each was handed to. */
  private readonly affines = new Map<string, Bound & { encoder: number }>();

  constructor(
    private readonly device: GPUDevice,
    private readonly encoders: Encoders,
    maxPending: number,
    /** Memory between passes; several recordings of a step share it. */
    private readonly scratch = new Scratch(device, encoders),
  ) {
    this.staging = new Staging(device, maxPending);
  }

  /** Uploads what a step in the encoder of that number reads, and adds all of it to `buffers`. */
  bind(recording: Recording, open: OpenInput, encoder: number, buffers: Map<BufferName, Bound>): void {
    const staging = this.staging.forEncoder(encoder);
    const pages = open.external ? [...open.pages, open.external.page] : open.pages;
    pages.forEach((page, i) => {
      buffers.set(`page${i}` as BufferName, page);
    });
    if (recording.dispatches.some(({ kernel }) => "affine" in kernelNamed(kernel).bindings)) {
      for (const name of ["affine", "plainAffine", "madeAffine"] as const)
        if (recording[name].length > 0) buffers.set(name, this.affineFor(recording[name], encoder));
    }
    for (const [name, bytes] of Object.entries(recording.scratch)) {
      const buffer = this.scratch.get(name, bytes, encoder);
      buffers.set(name as ScratchName, { buffer, size: buffer.size });
    }
    const labels = this.bindLabels("labels", open.labels, staging);
    if (labels) {
      buffers.set("labels", labels);
      buffers.set("externalLabels", this.bindLabels("externalLabels", open.external?.labels, staging) ?? labels);
    }
    for (const { block, bytes } of recording.uploads) {
      const isDrawn = block === "program" || block === "masks";
      const buffer = staging.write(block, bytes, this.endOf(block, recording), isDrawn);
      buffers.set(block, { buffer, size: buffer.size });
    }
  }

  destroy(): void {
    this.staging.destroy();
    this.scratch.destroy();
    for (const { buffer } of this.affines.values()) buffer.destroy();
    this.affines.clear();
  }

  /** Where the last binding of a uniform block ends: it always spans a whole one, filled or not. */
  private endOf(block: BlockName, { dispatches }: Recording): number {
    const sizes = sizesOf(this.device, "device");
    return Math.max(
      ...dispatches.map(({ kernel, buffers, offset }) =>
        buffers.chunk === block ? offset + sizes.blockBytes(kernelNamed(kernel)) : 0,
      ),
    );
  }

  private bindLabels(name: string, labels: LabelSource | undefined, staging: StagingSet): Bound | undefined {
    if (labels === undefined) return undefined;
    if (isBuffer(labels))
      return {
        buffer: labels,
        size: Math.min(Math.floor(labels.size / 4) * 4, this.device.limits.maxStorageBufferBindingSize),
      };
    return { buffer: staging.write(name, labels, labels.byteLength), size: labels.byteLength };
  }

  /**
   * Scale and bias by channel, for the kernel that takes any number of channels: one small buffer per input range,
   * those used last.
   */
  private affineFor(affine: Float32Array, encoder: number): Bound {
    const key = affine.join();
    let bound = this.affines.get(key);
    this.affines.delete(key);
    if (!bound) {
      const buffer = this.device.createBuffer({
        label: "mixwell affine",
        size: affine.byteLength,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
      writeBytes(this.device, buffer, 0, affine as Float32Array<ArrayBuffer>);
      bound = { buffer, size: affine.byteLength, encoder };
    }
    bound.encoder = Math.max(bound.encoder, encoder);
    this.affines.set(key, bound);
    for (const [oldest, known] of this.affines) {
      if (this.affines.size <= MAX_AFFINES) break;
      this.affines.delete(oldest);
      this.encoders.retire(known.buffer, known.encoder, encoder);
    }
    return bound;
  }
}

/** Throws an InputError for a recording whose uploads the device cannot hold. */
export function checkUploads({ uploads }: Recording, device: GPUDevice): void {
  for (const { block, bytes } of uploads) checkUploadSize(UPLOADED[block], bytes.byteLength, device);
}

/** What an upload that can outgrow the device is called in a message. */
const UPLOADED: Record<BlockName, string> = {
  mixChunks: "rows",
  labelChunks: "label rows",
  augmentChunks: "passes",
  program: "ops",
  masks: "masks",
};
