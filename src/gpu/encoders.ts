/**
 * Which of the caller's encoders may still wait, unsubmitted, and the buffers that wait for them.
 *
 * A buffer that nobody needs any more is destroyed after the step that replaced it, if only steps used it that we
 * submitted ourselves: the step may still read it. An encoder of the caller's must find it when it is submitted, and
 * WebGPU does not tell when that happens. By the rule of `maxPending` an encoder is over once that many others have
 * come after it.
 */
export class Encoders {
  /** The last ones, each in the place of its number. */
  private readonly recent: WeakRef<GPUCommandEncoder>[] = [];
  private count = 0;
  private waiting: { buffer: GPUBuffer; encoder: number }[] = [];
  /** For the end of our own step. */
  private due: GPUBuffer[] = [];

  constructor(private readonly maxPending: number) {}

  /** The encoder's number, from 1; steps that we submit ourselves have `OWN`. */
  numberOf(encoder: GPUCommandEncoder): number {
    const place = this.recent.findIndex((known) => known.deref() === encoder);
    // Of the numbers with that place, the latest.
    if (place >= 0) return this.count - ((this.count - 1 - place) % this.maxPending);
    this.recent[this.count++ % this.maxPending] = new WeakRef(encoder);
    const isOver = ({ encoder }: { encoder: number }) => encoder <= this.count - this.maxPending;
    for (const { buffer } of this.waiting.filter(isOver)) buffer.destroy();
    this.waiting = this.waiting.filter((entry) => !isOver(entry));
    return this.count;
  }

  /**
   * Takes a buffer of ours to be destroyed: `last` is the last encoder that it was handed to, `now` that of the step
   * that replaces it.
   */
  retire(buffer: GPUBuffer, last: number, now: number): void {
    const encoder = Math.max(last, now);
    if (encoder === OWN || encoder <= this.count - this.maxPending) this.due.push(buffer);
    else this.waiting.push({ buffer, encoder });
  }

  /** Our own step was submitted. WebGPU keeps alive what was submitted, destroyed or not. */
  submitted(): void {
    for (const buffer of this.due) buffer.destroy();
    this.due = [];
  }

  destroy(): void {
    this.submitted();
    for (const { buffer } of this.waiting) buffer.destroy();
    this.waiting = [];
  }
}

/** The number of our own encoders: each is submitted before anything else happens. */
export const OWN = 0;
