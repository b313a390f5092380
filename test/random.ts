/**
 * The randomness of tests: numbers from a seed, the same in every engine. Their quality does not matter here; that a
 * case can be run again does.
 */

export interface Generator {
  /** A number in [0, 1) of 24 bits. */
  next(): number;
  /** 0 to 255. */
  byte(): number;
  /** 32 bits. */
  word(): number;
  /** An integer in [0, n). */
  below(n: number): number;
  pick<T>(values: readonly T[]): T;
}

/**
 * The linear congruential generator of Numerical Recipes, which test/fixtures/resize/make.py fills its pictures with
 * too.
 */
export function generator(seed: number): Generator {
  let state = seed >>> 0;
  const word = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const next = () => (word() >>> 8) / 2 ** 24;
  const below = (n: number) => Math.floor(next() * n);
  return { next, below, word, byte: () => word() >>> 24, pick: (values) => values[below(values.length)]! };
}

/** The generator of a case of a sweep: cases that follow one another have nothing in common. */
export function caseGenerator(number: number): Generator {
  const made = generator(Math.imul(number, 2654435761) + 977);
  for (let i = 0; i < 10; i++) made.next();
  return made;
}

/** Bytes by position, by multiplying and shifting: goldens were made of them. */
export function noise(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const mixed = Math.imul(i + Math.imul(seed, 0x9e3779b9), 0x85ebca6b);
    bytes[i] = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 24;
  }
  return bytes;
}
