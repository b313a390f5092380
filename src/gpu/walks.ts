/**
 * The walks through epochs that are under way. One that was begun and dropped looks like one that will go on later, and
 * what it holds would stay for ever. So only the walks that were asked for last hold anything: any other is paused, and
 * makes its batches again when it goes on. They come out the same, since a batch's draws have an address.
 */

/** Walks that hold buffers at the same time. */
const MOST_WALKS = 8;

export class Walks {
  /** How to pause each, the one asked for longest ago first. */
  private readonly pauses = new Set<() => void>();
  /** Walks that do something by themselves, such as reading: what to call when the engine goes. */
  readonly ends = new Set<() => void>();

  /** This walk is asked for a batch now. */
  ask(pause: () => void): void {
    this.pauses.delete(pause);
    this.pauses.add(pause);
    for (const longest of this.pauses) {
      if (this.pauses.size <= MOST_WALKS) return;
      this.pauses.delete(longest);
      longest();
    }
  }

  /** This walk is over. */
  end(pause: () => void): void {
    this.pauses.delete(pause);
    pause();
  }

  /** This walk holds nothing any more. */
  forget(pause: () => void): void {
    this.pauses.delete(pause);
  }

  /** The engine goes. */
  destroy(): void {
    for (const end of this.ends) end();
  }
}
