/**
 * Tensors over buffers that we lend to TensorFlow.js and take back when it is done with them.
 *
 * It is done when it has forgotten the data: no tensor, clone, reshape or variable is left on it, and every operation
 * that reads it was submitted. Until then its map of tensors has the data's id, which is all that is looked at here, so
 * no rule of TensorFlow.js' own (tidy, dispose, variables, moving to another backend) is copied.
 */
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { type DataType, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { Leases } from "../leases.ts";
import { flushBackend } from "./backend.ts";
import { bytesOf } from "./buffers.ts";

export class TensorLeases {
  private readonly leases: Leases;
  /** Taken, and no tensor yet: batches made ahead. */
  private readonly taken = new Set<GPUBuffer>();
  private lent: { buffer: GPUBuffer; dataId: WeakRef<object> }[] = [];

  constructor(private readonly backend: WebGPUBackend) {
    this.leases = new Leases(backend.device);
  }

  /** A buffer for a tensor of that shape, 4 bytes an element, that nothing reads any more. */
  take(shape: readonly number[]): GPUBuffer {
    const bytes = bytesOf(shape);
    this.reclaim();
    if (!this.leases.has(bytes) && this.lent.some(({ buffer }) => buffer.size === bytes)) {
      // Some may be waiting only for the submission of what reads them.
      flushBackend(this.backend);
      this.reclaim();
    }
    const buffer = this.leases.take(bytes);
    this.taken.add(buffer);
    return buffer;
  }

  /** Takes a buffer back that became no tensor. */
  give(buffer: GPUBuffer): void {
    this.taken.delete(buffer);
    this.leases.give(buffer);
  }

  /** Makes a tensor of a buffer of ours; from now on it belongs to whoever holds the tensor. */
  wrap(buffer: GPUBuffer, shape: readonly number[], dtype: DataType = "float32"): Tensor {
    const made = tensor({ buffer, zeroCopy: true }, [...shape], dtype);
    this.taken.delete(buffer);
    this.lent.push({ buffer, dataId: new WeakRef(made.dataId) });
    return made;
  }

  /**
   * Frees what became no tensor, and the buffers of tensors that are gone; those of living tensors stay theirs, and go
   * with garbage collection.
   */
  destroy(): void {
    flushBackend(this.backend);
    this.reclaim();
    for (const buffer of this.taken) this.give(buffer);
    this.leases.destroy();
    this.lent = [];
  }

  private reclaim(): void {
    const isDone = ({ dataId }: { dataId: WeakRef<object> }) => {
      const id = dataId.deref();
      return id === undefined || !this.backend.tensorMap.has(id);
    };
    const done = this.lent.filter(isDone);
    if (done.length === 0) return;
    // Dropped without `dispose`: TensorFlow.js does not know yet, and may hold an operation on it.
    if (done.some(({ dataId }) => dataId.deref() === undefined)) flushBackend(this.backend);
    this.lent = this.lent.filter((lease) => !done.includes(lease));
    for (const { buffer } of done) this.leases.give(buffer);
  }
}
