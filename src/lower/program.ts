/** The program that the kernels of a pass read: what is done to each picture, pass by pass. */

import type { Upload } from "./recording.ts";

/** Words in a vec4u, the unit a program is addressed in. */
export const VEC4 = 4;

/** Memory of an earlier program, to be written over by the next one. */
let spare: Uint32Array | undefined;

/** The bytes of all passes: tables first come, then records and calls, each a whole number of vec4u. */
export class Program {
  /** Holds all that was appended. Larger memory takes its place when it is full. */
  words: Uint32Array;
  private length = 0;

  constructor() {
    this.words = spare ?? new Uint32Array(1 << 12);
    spare = undefined;
  }

  /** Appends bytes and returns where, in vec4u. */
  addTable(bytes: Uint8Array): number {
    const at = this.grow(Math.ceil(bytes.length / 16) * VEC4);
    new Uint8Array(this.words.buffer).set(bytes, at * Uint32Array.BYTES_PER_ELEMENT);
    return at / VEC4;
  }

  /** Appends numbers, four in a vec4u, and returns where. */
  addList(numbers: readonly number[]): number {
    const at = this.grow(Math.ceil(numbers.length / VEC4) * VEC4);
    this.words.set(numbers, at);
    return at / VEC4;
  }

  /** The upload, if there is anything to upload. */
  upload(): Upload[] {
    spare = this.words;
    if (this.length === 0) return [];
    return [{ block: "program", bytes: new Uint8Array(this.words.slice(0, this.length).buffer) }];
  }

  /** Makes room for so many words, all 0, and returns where it begins. */
  grow(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.words.length) {
      const larger = new Uint32Array(Math.max(this.length, 2 * this.words.length));
      larger.set(this.words.subarray(0, at));
      this.words = larger;
    }
    this.words.fill(0, at, this.length);
    return at;
  }
}
