/**
 * Our own output buffers: STORAGE | COPY_SRC | COPY_DST, exact size, offset 0, which is what TensorFlow.js, jax-js and
 * ONNX Runtime take without a copy. They are handed out in turn, so a batch stays valid until its turn comes round.
 *
 * Every size has a turn of its own, and the sizes that were asked for last are kept. So training, validation and their
 * smaller last batches allocate nothing in steady state, and a batch size that changes all the time does not fill the
 * memory.
 */
import { InputError } from "../check/errors.ts";
import type { Encoders } from "./encoders.ts";

/** Sizes of one output that are kept, unless more of them are still valid. */
const MOST_SIZES = 8;

interface Ring {
  buffers: GPUBuffer[];
  turn: number;
  /** When it was asked for last, counted in buffers of that name. */
  asked: number;
  /** The last encoder that one of its buffers was handed to. */
  encoder: number;
}

export class Outputs {
  /**
   * By name: the rings by size, the one asked for longest ago first, and how many buffers of that name were handed out.
   */
  private readonly kinds = new Map<string, { rings: Map<number, Ring>; handed: number }>();

  constructor(
    private readonly device: GPUDevice,
    private readonly encoders: Encoders,
    /** Buffers of a kind before the first is written again. */
    private sets: number,
  ) {}

  /** From now on at least so many batches exist side by side. */
  require(sets: number): void {
    this.sets = Math.max(this.sets, sets);
  }

  /** The next buffer of that name and exactly that size, for a step in that encoder. */
  next(name: string, size: number, encoder: number): GPUBuffer {
    const kind = this.kinds.get(name) ?? { rings: new Map<number, Ring>(), handed: 0 };
    this.kinds.set(name, kind);
    const ring = kind.rings.get(size) ?? { buffers: [], turn: 0, asked: 0, encoder };
    ring.buffers[ring.turn] ??= this.make(name, size);
    const buffer = ring.buffers[ring.turn]!;
    ring.turn = (ring.turn + 1) % this.sets;
    ring.asked = ++kind.handed;
    ring.encoder = Math.max(ring.encoder, encoder);
    kind.rings.delete(size);
    kind.rings.set(size, ring);
    this.trim(kind, encoder);
    return buffer;
  }

  destroy(): void {
    for (const { rings } of this.kinds.values())
      for (const ring of rings.values()) for (const buffer of ring.buffers) buffer?.destroy();
    this.kinds.clear();
  }

  /**
   * Lets go of the sizes asked for longest ago, but of none that may hold one of the last `sets` batches: those are
   * valid.
   */
  private trim({ rings, handed }: { rings: Map<number, Ring>; handed: number }, now: number): void {
    for (const [size, { buffers, asked, encoder }] of rings) {
      if (rings.size <= MOST_SIZES || handed - asked < this.sets) return;
      rings.delete(size);
      for (const buffer of buffers) if (buffer) this.encoders.retire(buffer, encoder, now);
    }
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
