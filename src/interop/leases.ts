/**
 * Buffers that are lent out one by one, and lent again only after they were given back. Usage STORAGE | COPY_SRC |
 * COPY_DST and exact size, which is what other libraries take without a copy.
 */
export class Leases {
  private readonly idle = new Map<number, { buffer: GPUBuffer; since: number }[]>();
  /** Weak, so that a buffer whose borrower was garbage-collected goes with it. */
  private readonly lent = new WeakSet<GPUBuffer>();
  private loans = 0;
  private isDestroyed = false;

  constructor(private readonly device: GPUDevice) {}

  /** Whether `take` would find one, and not make one. */
  has(bytes: number): boolean {
    return (this.idle.get(bytes)?.length ?? 0) > 0;
  }

  /** A buffer of exactly that size that nobody else has. */
  take(bytes: number): GPUBuffer {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const buffer =
      this.idle.get(bytes)?.pop()?.buffer ?? this.device.createBuffer({ label: "mixwell feed", size: bytes, usage });
    this.lent.add(buffer);
    if (++this.loans % IDLE_LOANS === 0) this.trim();
    return buffer;
  }

  /** Nobody reads or writes it any more, and all that did was submitted. */
  give(buffer: GPUBuffer): void {
    if (!this.lent.delete(buffer)) return;
    if (this.isDestroyed) {
      buffer.destroy();
      return;
    }
    const idle = this.idle.get(buffer.size) ?? [];
    this.idle.set(buffer.size, idle);
    idle.push({ buffer, since: this.loans });
  }

  /** Frees what is idle now, and what is lent when it comes back. */
  destroy(): void {
    this.isDestroyed = true;
    this.trim(Number.POSITIVE_INFINITY);
  }

  /** Frees what nobody wanted for a while: the sizes of an earlier batch size, and what one busy moment needed. */
  private trim(latest = this.loans - IDLE_LOANS): void {
    for (const [bytes, buffers] of this.idle) {
      const wanted = buffers.filter(({ since }) => since > latest);
      for (const { buffer, since } of buffers) if (since <= latest) buffer.destroy();
      if (wanted.length > 0) this.idle.set(bytes, wanted);
      else this.idle.delete(bytes);
    }
  }
}

/** A buffer that lay idle for so many loans is freed. */
const IDLE_LOANS = 64;
