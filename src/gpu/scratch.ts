/**
 * Memory for pictures between passes: one buffer a name, as large as the largest batch so far, used again by every
 * step. The GPU runs steps one after the other, so they can share it even when several are recorded before one is
 * submitted.
 */
import { InputError } from "../check/errors.ts";
import type { Encoders } from "./encoders.ts";

export class Scratch {
  /** By name, with the last encoder that each was handed to. */
  private readonly known = new Map<string, { buffer: GPUBuffer; encoder: number }>();

  constructor(
    private readonly device: GPUDevice,
    private readonly encoders: Encoders,
  ) {}

  /** The buffer of that name, at least `bytes` long, for a step in that encoder. */
  get(name: string, bytes: number, encoder: number): GPUBuffer {
    const known = this.known.get(name);
    if (known && known.buffer.size >= bytes) {
      known.encoder = Math.max(known.encoder, encoder);
      return known.buffer;
    }
    const limit = Math.min(this.device.limits.maxStorageBufferBindingSize, this.device.limits.maxBufferSize);
    if (bytes > limit) {
      const advice = "use a smaller batch, or request a higher limit";
      throw new InputError(
        "input.size",
        `a batch whose pictures between passes fit in ${limit} bytes, this device's maxStorageBufferBindingSize (${advice})`,
        bytes,
      );
    }
    const buffer = this.device.createBuffer({
      label: `mixwell ${name}`,
      size: Math.ceil(bytes / 16) * 16,
      usage: GPUBufferUsage.STORAGE,
    });
    this.known.set(name, { buffer, encoder });
    if (known) this.encoders.retire(known.buffer, known.encoder, encoder);
    return buffer;
  }

  destroy(): void {
    for (const { buffer } of this.known.values()) buffer.destroy();
    this.known.clear();
  }
}
