/** The outputs of many batches from the GPU, with one wait for all of them. */
import type { Batch, HostBatch } from "mixwell";

/** Bytes that all batches of a pack have together: enough for some dozens of small ones. */
const ROOM = 8 * 2 ** 20;

const TYPED = { u8: Uint8Array, f16: Uint16Array, f32: Float32Array };

export class Readback {
  private readonly staging: GPUBuffer;
  private used = 0;

  constructor(device: GPUDevice) {
    this.staging = device.createBuffer({ size: ROOM, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  }

  /** Copies a batch after the encoder's commands so far. What is returned has it once `mapped` is over. */
  copy(encoder: GPUCommandEncoder, { images, shape, format, labels, sparse, size, classes }: Batch): () => HostBatch {
    const values = shape.reduce((product, side) => product * side, 1);
    const take = <T>(buffer: GPUBuffer | undefined, Typed: new (bytes: ArrayBuffer) => T, bytes: number) => {
      if (!buffer) return () => undefined;
      const [start, length] = [this.used, Math.ceil(bytes / 4) * 4];
      this.used += Math.ceil(bytes / 8) * 8;
      if (this.used > ROOM) throw new Error(`a pack of more than ${ROOM} bytes`);
      encoder.copyBufferToBuffer(buffer, 0, this.staging, start, length);
      return () => new Typed(this.staging.getMappedRange(start, length).slice(0, bytes));
    };
    const pairs = 4 * size * (sparse?.sources ?? 0);
    const taken = {
      images: take<HostBatch["images"]>(images, TYPED[format], values * TYPED[format].BYTES_PER_ELEMENT),
      labels: take(labels, Float32Array, 4 * size * (classes ?? 0)),
      classes: take(sparse?.classes, Uint32Array, pairs),
      shares: take(sparse?.shares, Float32Array, pairs),
    };
    return () => ({
      images: taken.images()!,
      labels: taken.labels(),
      classes: taken.classes(),
      shares: taken.shares(),
    });
  }

  /** Waits for what was copied, and hands it to `look`. */
  async mapped(look: () => void): Promise<void> {
    if (this.used > 0) await this.staging.mapAsync(GPUMapMode.READ, 0, this.used);
    try {
      look();
    } finally {
      this.reset();
    }
  }

  reset(): void {
    this.staging.unmap();
    this.used = 0;
  }

  destroy(): void {
    this.staging.destroy();
  }
}
