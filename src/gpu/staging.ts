/**
 * Small buffers the host fills every step: uniform blocks, and labels given as arrays.
 *
 * `queue.writeBuffer` takes effect before anything submitted later. A step we submit ourselves can therefore reuse its
 * buffer at once. A step recorded into the caller's encoder cannot: the caller may record another one before
 * submitting, and both would read what was written last. So every encoder gets buffers of its own, which come round
 * again after `maxPending` further encoders; many steps in one encoder are always safe.
 */

import { InputError } from "../check/errors.ts";
import { OWN } from "./encoders.ts";
import { writeBytes } from "./write-bytes.ts";

/** What one step writes to: its buffers by name. */
export interface StagingSet {
  write(name: string, data: ArrayBufferView<ArrayBuffer>, minimum: number, isDrawn?: boolean): GPUBuffer;
}

export class Staging {
  private readonly own: NamedBuffers;
  /** By the encoders' numbers, in turn. */
  private readonly pending: PendingEncoder[] = [];

  constructor(
    private readonly device: GPUDevice,
    private readonly maxPending: number,
  ) {
    this.own = new NamedBuffers(device);
  }

  /** For a step in the encoder of that number. Our own is submitted before anything else is written. */
  forEncoder(number: number): StagingSet {
    if (number === OWN) return this.own;
    const place = number % this.maxPending;
    const entry = this.pending[place] ?? { number, sets: [], used: 0 };
    this.pending[place] = entry;
    if (entry.number !== number) {
      // What the last encoder in this place had no use for was for one that held more steps.
      for (const set of entry.sets.splice(entry.used)) set.destroy();
      entry.number = number;
      entry.used = 0;
    }
    entry.sets[entry.used] ??= new NamedBuffers(this.device);
    return entry.sets[entry.used++]!;
  }

  destroy(): void {
    for (const set of [this.own, ...this.pending.flatMap((entry) => entry?.sets ?? [])]) set.destroy();
  }
}

interface PendingEncoder {
  number: number;
  sets: NamedBuffers[];
  used: number;
}

class NamedBuffers implements StagingSet {
  private readonly buffers = new Map<string, GPUBuffer>();

  constructor(private readonly device: GPUDevice) {}

  /**
   * Writes to the buffer of that name, which is at least `minimum` bytes; it grows by doubling. Data whose length is
   * drawn (`isDrawn`) gets twice its length at once, so that the first steps decide and not the one that drew most.
   */
  write(name: string, data: ArrayBufferView<ArrayBuffer>, minimum: number, isDrawn = false): GPUBuffer {
    const needed = Math.max(minimum, data.byteLength);
    checkUploadSize(name, needed, this.device);
    let buffer = this.buffers.get(name);
    if (!buffer || buffer.size < needed) {
      buffer?.destroy(); // Only ever ours, and WebGPU keeps it alive for what was submitted.
      const wanted = buffer ? Math.max(needed, 2 * buffer.size) : isDrawn ? 2 * needed : needed;
      const size = Math.min(wanted, uploadLimit(this.device));
      const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.UNIFORM | GPUBufferUsage.STORAGE;
      buffer = this.device.createBuffer({ label: `mixwell ${name}`, size: Math.ceil(size / 4) * 4, usage });
      this.buffers.set(name, buffer);
    }
    writeBytes(this.device, buffer, 0, data);
    return buffer;
  }

  destroy(): void {
    for (const buffer of this.buffers.values()) buffer.destroy();
    this.buffers.clear();
  }
}

/** The most that a kernel can be given in one buffer, in whole words. */
function uploadLimit({ limits }: GPUDevice): number {
  return Math.floor(Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) / 4) * 4;
}

/** Throws an InputError for a step that needs more bytes of one kind than the device can bind. */
export function checkUploadSize(name: string, bytes: number, device: GPUDevice): void {
  const limit = uploadLimit(device);
  if (bytes <= limit) return;
  const advice = "use a smaller batch, or request a higher limit";
  throw new InputError(
    "input.size",
    `a batch whose ${name} fit in ${limit} bytes, this device's maxStorageBufferBindingSize (${advice})`,
    bytes,
  );
}
