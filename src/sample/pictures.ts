import { addressOf } from "../draw/keys.ts";
import type { Key } from "../random/key.ts";

/** Pictures whose memory is kept: more of them would keep much. */
const MOST_KEPT = 1 << 16;

/** Beyond all pictures, and a small integer to every engine. */
const NOWHERE = 2 ** 30 - 1;

/** The memory of an earlier draw, to be written over by the next one. */
let spare: Pictures | undefined;

/**
 * The pictures that a batch's draws are made for: its samples, then their partners from outside. The stages are drawn
 * from the last one down, and each adds the partners that the stages below must make as well.
 *
 * They are kept in columns, in memory that the next batch uses again: objects would be half of what a draw leaves to be
 * collected.
 */
export class Pictures {
  count = 0;
  /** Where the rows of the second batch begin. Each draws by the sample that it is mixed with. */
  external = NOWHERE;
  ids = new Uint32Array(1 << 9);
  /** How often each one's sample came before. */
  occurrences = new Uint32Array(1 << 9);
  /** What each one's draws are addressed by: the id, or another number for a further occurrence (`addressOf`). */
  addresses = new Uint32Array(1 << 9);

  /** None yet. */
  static take(): Pictures {
    const pictures = spare ?? new Pictures();
    spare = undefined;
    pictures.count = 0;
    pictures.external = NOWHERE;
    return pictures;
  }

  /** Gives the memory back: nobody looks at these pictures any more. */
  release(): void {
    if (this.ids.length <= MOST_KEPT) spare = this;
  }

  /** Adds a sample's picture, for one copy of the batch. Returns its position. */
  add(id: number, occurrence: number, epoch: Key): number {
    return this.push(id, occurrence, addressOf(epoch, id, occurrence));
  }

  /** Adds the second batch, a row for every picture that there is. */
  addSecondBatch(): void {
    const { count } = this;
    this.external = count;
    for (let i = 0; i < count; i++) this.push(this.ids[i]!, this.occurrences[i]!, this.addresses[i]!);
  }

  private push(id: number, occurrence: number, address: number): number {
    const at = this.count++;
    if (at === this.ids.length) this.grow();
    this.ids[at] = id;
    this.occurrences[at] = occurrence;
    this.addresses[at] = address;
    return at;
  }

  private grow(): void {
    for (const column of ["ids", "occurrences", "addresses"] as const) {
      const larger = new Uint32Array(2 * this[column].length);
      larger.set(this[column]);
      this[column] = larger;
    }
  }
}
