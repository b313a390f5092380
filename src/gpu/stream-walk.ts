/**
 * A walk through an epoch of a stream. It draws the next steps, reads what they need as far ahead as there is room, and
 * mixes a step as soon as all of it is there and its turn has come.
 */
import { MixwellError, SourceError } from "../check/errors.ts";
import type { AheadLimits } from "../source/read-ahead.ts";
import { ReadAhead } from "../source/read-ahead.ts";
import type { Picture } from "../source/store.ts";
import type { EpochLane, OpenEpoch, Walked } from "./epoch-options.ts";
import { onLoss } from "./loss.ts";
import { StreamPages } from "./stream-pages.ts";
import { type DrawnStep, drawStep, inputOf, type StepSource } from "./stream-step.ts";

/** What a walk goes through. */
export interface StreamSource extends StepSource {
  limits: AheadLimits;
  /**
   * The samples of a batch that are to be read, and what each row of a second batch is. Those that were skipped are
   * out.
   */
  rowsOf(number: number): { ids: number[]; occurrences: number[]; partnerIds?: number[] };
  /** Whether a sampler takes samples several times. */
  repeats: boolean;
  /** Takes samples out that cannot be read. Undefined: they end the walk. */
  skip?: (errors: ReadonlyMap<number, SourceError>, isPartner: boolean) => void;
  /** What to say when all samples of an epoch were taken out. */
  nothingLeft(): SourceError;
}

/** A batch on its way. */
interface Item {
  number: number;
  /** Nothing where all of its samples were skipped. */
  drawn?: DrawnStep;
  /** Rejects when the reading was ended. */
  reading?: Promise<void>;
  isRead: boolean;
  error?: SourceError;
}

/** What a walk holds while it is under way. */
interface Held<B> {
  reads: ReadAhead;
  pages: StreamPages;
  partnerReads?: ReadAhead;
  partnerPages?: StreamPages;
  lane?: EpochLane<B>;
  /** Batches that are read, or being read. */
  items: Item[];
  /** One more, for which there was no room yet. */
  next?: Item;
  /** Batches that are mixed. Undefined: nothing was left of it. */
  ahead: { number: number; batch?: B }[];
  stopListening(): void;
}

export class StreamWalk<B> implements AsyncIterableIterator<B> {
  private held: Held<B> | undefined;
  /** The next batch to hand out. */
  private now: number;
  private isOver = false;
  private isWaiting = false;
  private hasHandedOut = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly engine: Walked,
    private readonly source: StreamSource,
    private readonly epoch: OpenEpoch,
    private readonly openLane: (sets: number) => EpochLane<B>,
  ) {
    this.now = epoch.start;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next batch. Several calls are answered in turn. */
  next(): Promise<IteratorResult<B, undefined>> {
    const result = this.turn.then(() => this.advance());
    this.turn = result.catch(() => {});
    return result;
  }

  /** Ends the walk, and all reads at once. */
  async return(): Promise<IteratorResult<B, undefined>> {
    this.isOver = true;
    this.release(new MixwellError("nobody goes on with this walk"));
    return { done: true, value: undefined };
  }

  private async advance(): Promise<IteratorResult<B, undefined>> {
    try {
      while (!this.isOver && this.now < this.epoch.order.length) {
        const made = await this.make();
        if (made?.batch === undefined) continue;
        this.hasHandedOut = true;
        return { done: false, value: made.batch };
      }
      if (!this.isOver && !this.hasHandedOut && this.epoch.start < this.epoch.order.length)
        throw this.source.nothingLeft();
    } catch (error) {
      // Whoever left the walk while it waited gets no error.
      if (!this.isOver) {
        this.isOver = true;
        this.release(error as Error);
        // A lost device, or an engine that was destroyed, ends reads too.
        this.engine.assertAlive();
        throw error;
      }
    }
    this.isOver = true;
    this.release(new MixwellError("this walk is over"));
    return { done: true, value: undefined };
  }

  /** The next batch, mixed, where it can be had without being paused in between. */
  private async make(): Promise<{ number: number; batch?: B } | undefined> {
    const held = this.hold();
    this.fill(held, true);
    if (held.ahead.length === 0) {
      this.isWaiting = true;
      try {
        await held.items[0]!.reading;
      } finally {
        this.isWaiting = false;
      }
    }
    if (this.isOver) return undefined;
    this.engine.assertAlive();
    this.engine.walks.ask(this.pause);
    this.mix(held);
    const made = held.ahead.shift();
    if (made) this.now = made.number + 1;
    this.fill(held, false);
    return made;
  }

  /** Begins to read as many batches ahead as there is room for, and in any case the one that is asked for. */
  private fill(held: Held<B>, isAsked: boolean): void {
    for (;;) {
      const last = held.items.at(-1)?.number ?? held.ahead.at(-1)?.number ?? this.now - 1;
      if (last + 1 >= this.epoch.order.length) return;
      const item = held.next ?? this.begin(last + 1);
      const isNext = isAsked && held.items.length === 0 && held.ahead.length === 0;
      held.next = undefined;
      if (!this.want(held, item.drawn, isNext)) {
        held.next = item;
        return;
      }
      held.items.push(item);
      if (item.isRead) continue;
      item.reading = this.read(held, item).then(() => {
        item.isRead = true;
      });
      // Whoever waits for it hears of it.
      item.reading.catch(() => {});
    }
  }

  /** A batch, drawn. */
  private begin(number: number): Item {
    const { ids, occurrences, partnerIds } = this.source.rowsOf(number);
    if (ids.length === 0) return { number, isRead: true };
    const step = { ...this.epoch.stepOf(number), occurrences };
    const draw = this.engine.draw.bind(this.engine);
    return { number, drawn: drawStep(draw, this.source, { ids, partnerIds, step }), isRead: false };
  }

  private want({ reads, partnerReads }: Held<B>, drawn: DrawnStep | undefined, isNext: boolean): boolean {
    if (!drawn) return true;
    if (!reads.want(drawn.needs, isNext)) return false;
    // As many as rows, so the same limit holds for both.
    partnerReads?.want(once(drawn.partnerIds), true);
    return true;
  }

  private async read(held: Held<B>, item: Item): Promise<void> {
    const { reads, partnerReads } = held;
    while (item.drawn) {
      const { needs, partnerIds } = item.drawn;
      const theirs = once(partnerIds);
      await Promise.all([reads.ready(needs), partnerReads?.ready(theirs)]);
      const unreadable = errorsAt(reads, needs);
      const theirUnreadable = partnerReads ? errorsAt(partnerReads, theirs) : new Map<number, SourceError>();
      const [error] = [...unreadable.values(), ...theirUnreadable.values()];
      if (!error) return;
      if (!this.source.skip) {
        item.error = error;
        return;
      }
      if (unreadable.size > 0) this.source.skip(unreadable, false);
      if (theirUnreadable.size > 0) this.source.skip(theirUnreadable, true);
      // Once more without them: a partner of theirs is somebody else now.
      const before = item.drawn;
      item.drawn = this.begin(item.number).drawn;
      this.want(held, item.drawn, true);
      reads.done(before.needs, false);
      partnerReads?.done(once(before.partnerIds), false);
    }
  }

  /** Mixes what is read, so many batches ahead. */
  private mix(held: Held<B>): void {
    const { lookAhead } = this.epoch;
    while (held.ahead.length <= lookAhead && held.items[0]?.isRead) {
      const { number, drawn, error } = held.items[0];
      if (error) {
        // The batches before it come first.
        if (held.ahead.length > 0) return;
        throw error;
      }
      if (drawn) {
        // Two batches more than those looked ahead: one is with the caller, the one before it may still be in use.
        held.lane ??= this.openLane(lookAhead + 2);
        const { reads, pages, partnerReads, partnerPages } = held;
        const input = inputOf(this.source, {
          drawn,
          at: (id) => reads.at(id) as Picture,
          pages,
          partnerAt: partnerReads && ((id) => partnerReads.at(id) as Picture),
          partnerPages,
        });
        held.ahead.push({ number, batch: held.lane.run(input, drawn.step) });
        // Partners from the dataset are anybody, the rows of the last batches too.
        reads.done(drawn.needs, this.source.repeats || drawn.needs.length > drawn.ids.length);
        partnerReads?.done(once(drawn.partnerIds), false);
      } else held.ahead.push({ number });
      held.items.shift();
    }
  }

  /** Gets what a walk needs, at its beginning and after a pause. */
  private hold(): Held<B> {
    if (this.held) return this.held;
    const { store, partners, limits } = this.source;
    const { device, walks } = this.engine;
    const unlisten = onLoss(device, (loss) => this.release(loss));
    walks.ends.add(this.end);
    this.held = {
      reads: new ReadAhead(store, limits),
      pages: new StreamPages(device, store, partners ? 3 : 4),
      ...(partners && {
        partnerReads: new ReadAhead(partners, limits),
        partnerPages: new StreamPages(device, partners, 1),
      }),
      items: [],
      ahead: [],
      stopListening: () => {
        unlisten();
        walks.ends.delete(this.end);
      },
    };
    return this.held;
  }

  private readonly end = (): void => this.release(new MixwellError("the engine of this walk was destroyed"));

  /**
   * Another walk needs the room. One that waits for a read keeps that, and gives up the buffers that it has not begun
   * to use again; one that nobody asks may never be asked again.
   */
  private readonly pause = (): void => {
    if (this.isWaiting) {
      const { held } = this;
      held?.lane?.close([]);
      if (held) held.lane = undefined;
      held?.pages.destroy();
      held?.partnerPages?.destroy();
    } else this.release(new MixwellError("this walk was paused"));
  };

  /** Gives everything back, and ends all reads. */
  private release(reason: Error): void {
    const { held } = this;
    this.held = undefined;
    this.engine.walks.forget(this.pause);
    if (!held) return;
    held.stopListening();
    held.reads.end(reason);
    held.partnerReads?.end(reason);
    held.lane?.close(held.ahead.flatMap(({ batch }) => (batch === undefined ? [] : [batch])));
    held.pages.destroy();
    held.partnerPages?.destroy();
  }
}

const once = (ids: readonly number[] | undefined): number[] => [...new Set(ids)];

function errorsAt(reads: ReadAhead, ids: readonly number[]): Map<number, SourceError> {
  const errors = new Map<number, SourceError>();
  for (const id of ids) {
    const sample = reads.at(id);
    if (sample instanceof SourceError) errors.set(id, sample);
  }
  return errors;
}
