/**
 * Small buffers the host fills every step: uniform blocks, and labels given as arrays.
 *
 * `queue.writeBuffer` takes effect before anything submitted later. A step we submit ourselves can therefore reuse its
 * buffer at once. A step recorded into the caller's encoder cannot: the caller may record another one before submitting, and
 * both would read what was written last. So every encoder gets buffers of its own, which come round again after
 * `maxPending` further encoders; many steps in one encoder are always safe.
 */

/** What one step writes to: its buffers by name. */
export interface StagingSet {
  write(name: string, data: ArrayBufferView<ArrayBuffer>, minimum: number, isDrawn?: boolean): GPUBuffer;
}

export class Staging {
  private readonly own: NamedBuffers;
  private readonly pending: PendingEncoder[] = [];
  private turn = -1;

  constructor(
    private readonly device: GPUDevice,
    private readonly maxPending: number,
  ) {
    this.own = new NamedBuffers(device);
  }

  /** For a step that is submitted before anything else is written. */
  forSubmit(): StagingSet {
    return this.own;
  }

  /** For a step in the caller's encoder. */
  forEncoder(encoder: GPUCommandEncoder): StagingSet {
    let entry = this.pending.find((candidate) => candidate.encoder.deref() === encoder);
    if (!entry) {
      this.turn = (this.turn + 1) % this.maxPending;
      entry = this.pending[this.turn] ??= { encoder: new WeakRef(encoder), sets: [], used: 0 };
      entry.encoder = new WeakRef(encoder);
      entry.used = 0;
    }
    entry.sets[entry.used] ??= new NamedBuffers(this.device);
    return entry.sets[entry.used++]!;
  }

  destroy(): void {
    for (const set of [this.own, ...this.pending.flatMap(({ sets }) => sets)]) set.destroy();
  }
}

interface PendingEncoder {
  encoder: WeakRef<GPUCommandEncoder>;
  sets: NamedBuffers[];
  used: number;
}

class NamedBuffers implements StagingSet {
  private readonly buffers = new Map<string, GPUBuffer>();

  constructor(private readonly device: GPUDevice) {}

  /**
   * Writes to the buffer of that name, which is at least `minimum` bytes; it grows by doubling. Data whose length is drawn (`isDrawn`) gets
   * twice its length at once, so that the first steps decide and not the one that drew most.
   */
  write(name: string, data: ArrayBufferView<ArrayBuffer>, minimum: number, isDrawn = false): GPUBuffer {
    const needed = Math.max(minimum, data.byteLength);
    let buffer = this.buffers.get(name);
    if (!buffer || buffer.size < needed) {
      buffer?.destroy(); // Only ever ours, and WebGPU keeps it alive for what was submitted.
      const size = buffer ? Math.max(needed, 2 * buffer.size) : isDrawn ? 2 * needed : needed;
      const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.UNIFORM | GPUBufferUsage.STORAGE;
      buffer = this.device.createBuffer({ label: `mixwell ${name}`, size: Math.ceil(size / 4) * 4, usage });
      this.buffers.set(name, buffer);
    }
    this.device.queue.writeBuffer(buffer, 0, data.buffer, data.byteOffset, data.byteLength);
    return buffer;
  }

  destroy(): void {
    for (const buffer of this.buffers.values()) buffer.destroy();
    this.buffers.clear();
  }
}
