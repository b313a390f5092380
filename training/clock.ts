/** How long a piece of work takes, on average: pauses and other work left out. */
export class Clock {
  private pieces = 0;
  private total = 0;

  /** Does a piece. The first one's time does not count: it also compiles what the others find ready. */
  async time<T>(work: () => Promise<T>): Promise<T> {
    const since = performance.now();
    const made = await work();
    if (this.pieces > 0) this.total += performance.now() - since;
    this.pieces++;
    return made;
  }

  /** Seconds a piece; undefined before the second. */
  get mean(): number | undefined {
    return this.pieces > 1 ? this.total / 1000 / (this.pieces - 1) : undefined;
  }
}
