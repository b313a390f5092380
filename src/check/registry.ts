/**
 * What stages, policies and plans name: image ops, kinds of stages, mixers. An application holds what it imports, so a
 * constructor enters what its stage may need, and `mixwell/all` enters everything for policies and plans that come as
 * JSON.
 */
export class Registry<T> {
  private readonly entries = new Map<string, T>();

  /** @param own how the application adds entries of its own, for the end of a message */
  constructor(private readonly own?: string) {}

  /** Whether everything there is was entered. */
  isComplete = false;

  /** How often an entry came or was replaced. */
  changes = 0;

  add(name: string, entry: T): void {
    if (this.entries.get(name) === entry) return;
    this.entries.set(name, entry);
    this.changes++;
  }

  get(name: unknown): T | undefined {
    return this.entries.get(name as string);
  }

  has(name: unknown): boolean {
    return this.entries.has(name as string);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** For the end of a message about a name that is not here. */
  get hint(): string {
    const ways = [!this.isComplete && 'import "mixwell/all" brings every one', this.own].filter(Boolean);
    return ways.length === 0 ? "" : ` (${ways.join("; ")})`;
  }
}
