/**
 * Our own output buffers: STORAGE | COPY_SRC | COPY_DST, exact size, offset 0, which is what TensorFlow.js, jax-js and
 * ONNX Runtime take without a copy. They are handed out in turn, so a batch stays valid until its turn comes round.
 */
import { InputError } from "../check/errors.ts";

export class Outputs {
  private readonly rings = new Map<string, { buffers: GPUBuffer[]; turn: number }>();

  constructor(
    private readonly device: GPUDevice,
    /** Buffers of a kind before the first is written again. */
    private sets: number,
  ) {}

  /** From now on at least so many batches exist side by side. */
  require(sets: number): void {
    this.sets = Math.max(this.sets, sets);
  }

  /** The next buffer of that name and exactly that size. */
  next(name: string, size: number): GPUBuffer {
    const key = `${name} ${size}`;
    let ring = this.rings.get(key);
    if (!ring) {
      ring = { buffers: [], turn: 0 };
      this.rings.set(key, ring);
    }
    const turn = ring.turn;
    ring.turn = (turn + 1) % this.sets;
    ring.buffers[turn] ??= this.make(name, size);
    return ring.buffers[turn]!;
  }

  destroy(): void {
    for (const { buffers } of this.rings.values()) for (const buffer of buffers) buffer?.destroy();
    this.rings.clear();
  }

  private make(name: string, size: number): GPUBuffer {
    checkOutputSize(name, size, this.device);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    return this.device.createBuffer({ label: `mixwell ${name}`, size, usage });
  }
}

/** Throws an InputError for an output that is larger than the device's buffers can be. */
export function checkOutputSize(name: string, size: number, { limits }: GPUDevice): void {
  const limit = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
  if (size > limit) {
    throw new InputError(
      `output.${name}`,
      `at most ${limit} bytes, this device's maxStorageBufferBindingSize (use a smaller batch, or request a higher limit)`,
      size,
    );
  }
}
