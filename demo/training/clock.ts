/** Time spent on one kind of work: stopped while there is a pause or other work. */
export class Clock {
  private total = 0;

  /** Runs the work and adds the time it took. */
  async time<T>(work: () => Promise<T>): Promise<T> {
    const since = performance.now();
    try {
      return await work();
    } finally {
      this.total += performance.now() - since;
    }
  }

  get seconds(): number {
    return this.total / 1000;
  }
}
