/**
 * Memory for pictures between passes: one buffer a name, as large as the largest batch so far, used again by every step. The GPU
 * runs steps one after the other, so they can share it even when several are recorded before one is submitted.
 */
import { InputError } from "../check/errors.ts";

export class Scratch {
  private readonly buffers = new Map<string, GPUBuffer>();
  /** Outgrown buffers that an encoder which was not submitted yet may still name. */
  private readonly outgrown: GPUBuffer[] = [];

  constructor(private readonly device: GPUDevice) {}

  /** The buffer of that name, at least `bytes` long. */
  get(name: string, bytes: number): GPUBuffer {
    const known = this.buffers.get(name);
    if (known && known.size >= bytes) return known;
    const limit = Math.min(this.device.limits.maxStorageBufferBindingSize, this.device.limits.maxBufferSize);
    if (bytes > limit) {
      const advice = "use a smaller batch, or request a higher limit";
      throw new InputError(
        "input.size",
        `a batch whose pictures between passes fit in ${limit} bytes, this device's maxStorageBufferBindingSize (${advice})`,
        bytes,
      );
    }
    if (known) this.outgrown.push(known);
    const buffer = this.device.createBuffer({ label: `mixwell ${name}`, size: Math.ceil(bytes / 16) * 16, usage: GPUBufferUsage.STORAGE });
    this.buffers.set(name, buffer);
    return buffer;
  }

  destroy(): void {
    for (const buffer of [...this.buffers.values(), ...this.outgrown]) buffer.destroy();
    this.buffers.clear();
    this.outgrown.length = 0;
  }
}
