/**
 * Reads pictures of a store before they are wanted, within a limit, and keeps those that may be wanted again soon.
 *
 * Whoever walks says what the next step needs (`want`), waits for it (`ready`), takes it (`at`), and says when it was
 * used (`done`). A picture that two steps need is read once.
 */
import { InputError } from "../check/errors.ts";
import { bytesOf, type OpenStore, type ReadSample, unreadable } from "./store.ts";

/** How much may lie in host memory, or be on its way there. */
export interface AheadLimits {
  pictures: number;
  bytes: number;
}

interface Entry {
  /** Resolves when `sample` is there. Rejects where the store breaks its promise, and when the reading was ended. */
  reading: Promise<void>;
  sample?: ReadSample;
  /** How many steps ahead need it. */
  wanted: number;
}

export class ReadAhead {
  /** By id, what was used longest ago first. */
  private readonly entries = new Map<number, Entry>();
  /** A signal of its own for each read that is under way, as stores listen to them. */
  private readonly underWay = new Set<AbortController>();
  /** Who waits for reads. */
  private readonly waiting = new Set<(reason: Error) => void>();
  private ended: Error | undefined;
  /** Of the pictures that lie here. */
  private readonly held = { pictures: 0, bytes: 0 };
  /** Of all that were read. */
  private readonly seen = { pictures: 0, bytes: 0 };

  constructor(
    private readonly store: OpenStore,
    private readonly limits: AheadLimits,
  ) {}

  /**
   * Begins to read what is missing of some pictures, each named once. Returns false, and reads nothing, where there is
   * no room for them; `isNext` goes beyond the limit, as the next step cannot wait.
   */
  want(ids: readonly number[], isNext: boolean): boolean {
    const missing = ids.filter((id) => !this.entries.has(id));
    for (const id of ids) this.count(id, 1);
    if (!this.makeRoom(missing.length) && !isNext) {
      for (const id of ids) this.count(id, -1);
      return false;
    }
    if (missing.length === 0) return true;
    const reading = this.read(missing);
    // Whoever waits for it hears of it; nobody else has to.
    reading.catch(() => {});
    for (const id of missing) this.entries.set(id, { reading, wanted: 1 });
    return true;
  }

  /** Resolves when these pictures were read, or could not be. @throws what ended the reading */
  ready(ids: readonly number[]): Promise<void> {
    if (this.ended) return Promise.reject(this.ended);
    const reads = new Set(ids.map((id) => this.entries.get(id)!.reading));
    // A store need not look at its signal, so whoever waits is told by us.
    return new Promise((resolve, reject) => {
      this.waiting.add(reject);
      void Promise.all(reads)
        .then(() => resolve(), reject)
        .finally(() => this.waiting.delete(reject));
    });
  }

  /** A picture that is ready. */
  at(id: number): ReadSample {
    return this.entries.get(id)!.sample!;
  }

  /** A step needs these no more. What may be wanted again soon is kept as long as there is room. */
  done(ids: readonly number[], keeps: boolean): void {
    for (const id of ids) {
      const entry = this.entries.get(id);
      if (!entry) continue;
      entry.wanted--;
      if (entry.wanted > 0 || keeps) {
        this.entries.delete(id);
        this.entries.set(id, entry);
      } else this.drop(id);
    }
  }

  /** Ends all reads. Whoever waits is told the reason. */
  end(reason: Error): void {
    this.ended ??= reason;
    for (const controller of this.underWay) controller.abort(reason);
    for (const reject of this.waiting) reject(reason);
    this.entries.clear();
    this.held.pictures = 0;
    this.held.bytes = 0;
  }

  private count(id: number, more: number): void {
    const entry = this.entries.get(id);
    if (entry) entry.wanted += more;
  }

  /** Lets go of pictures that nobody wants, as many as it takes. Returns whether there is room then. */
  private makeRoom(count: number): boolean {
    for (const [id, { wanted }] of this.entries) {
      if (this.hasRoom(count)) break;
      if (wanted === 0) this.drop(id);
    }
    return this.hasRoom(count);
  }

  /**
   * Whether so many more are within the limits. Pictures that have sizes of their own count by what was read; those to
   * come are taken to be like those that came, and of the first nobody knows anything.
   */
  private hasRoom(count: number): boolean {
    const { size } = this.store;
    const all = this.entries.size + count;
    if (all > this.limits.pictures) return false;
    if (size) return all * size.height * size.width * this.store.pixelBytes() <= this.limits.bytes;
    const { pictures, bytes } = this.seen;
    const toCome = all - this.held.pictures;
    return pictures > 0 && this.held.bytes + (toCome * bytes) / pictures <= this.limits.bytes;
  }

  private drop(id: number): void {
    this.tally(this.held, this.entries.get(id)?.sample, -1);
    this.entries.delete(id);
  }

  private tally(total: { pictures: number; bytes: number }, sample: ReadSample | undefined, sign: 1 | -1): void {
    if (!sample) return;
    total.pictures += sign;
    if (!(sample instanceof Error)) total.bytes += sign * bytesOf(sample);
  }

  private async read(ids: readonly number[]): Promise<void> {
    const samples = await this.samplesOf(ids);
    ids.forEach((id, i) => {
      const entry = this.entries.get(id);
      this.tally(this.seen, samples[i], 1);
      if (!entry) return;
      entry.sample = samples[i]!;
      this.tally(this.held, entry.sample, 1);
    });
  }

  /** Where a read of several fails, each is read by itself, so that the error is of those that cannot be read. */
  private async samplesOf(ids: readonly number[]): Promise<ReadSample[]> {
    const controller = new AbortController();
    this.underWay.add(controller);
    try {
      return await this.store.read(ids, { signal: controller.signal });
    } catch (error) {
      if (this.ended) throw this.ended;
      if (error instanceof InputError) throw error;
      if (ids.length === 1) return [unreadable(this.store.annotations, ids[0]!, error)];
      return (await Promise.all(ids.map((id) => this.samplesOf([id])))).flat();
    } finally {
      this.underWay.delete(controller);
    }
  }
}
