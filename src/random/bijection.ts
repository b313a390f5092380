/**
 * A shuffled dataset without a shuffled list: a keyed permutation of [0, n) that computes any one of its entries, so an
 * epoch needs no memory, a shard is an index sequence, and resuming in the middle costs nothing.
 */
import { ArgumentError } from "../check/errors.ts";
import type { Key } from "./key.ts";
import { threefry2x32 } from "./threefry.ts";

/** A permutation of [0, n): `inverse(at(i)) === i` for every i. Both throw ArgumentError for an index outside. */
export interface Bijection {
  readonly n: number;
  /** What stands at position i. */
  at(i: number): number;
  /** The position at which j stands. */
  inverse(j: number): number;
}

/**
 * How many rounds make it a shuffle. Two inputs with the same left half keep the difference of their right halves
 * through two rounds with probability 2^-leftBits, even if the round functions are ideal; this brings what is left of
 * it below 2^-20. Eight are enough above n = 512, up to n = 8 it takes 40. Always even, so that both halves take part.
 */
function roundsFor(leftBits: number): number {
  return Math.max(8, 2 * Math.ceil(20 / Math.max(1, leftBits)));
}

/**
 * The permutation of [0, n) that `key` names. An alternating Feistel network permutes the smallest power of two that
 * holds n; where its result is not below n, it is applied again, until it is (cycle walking; Black and Rogaway,
 * "Ciphers with arbitrary finite domains", CT-RSA 2002): at most two applications on average.
 *
 * It is a shuffle, not a cipher: the round function is a cheap integer mix whose keys come from Threefry. Beyond a few
 * elements no network of this size reaches all n! permutations.
 *
 * @param n an integer, 1 .. 2^32 - 1
 * @throws ArgumentError for any other n
 */
export function makeBijection(key: Key, n: number): Bijection {
  if (n >>> 0 !== n || n === 0) throw new ArgumentError("bijection.n", "an integer in 1..4294967295", n);
  const bits = 32 - Math.clz32(n - 1);
  const rightBits = (bits + 1) >>> 1;
  const rightMask = (1 << rightBits) - 1;
  const leftBits = bits - rightBits;
  const leftMask = (1 << leftBits) - 1;
  const rounds = roundsFor(leftBits);
  const roundKeys = makeRoundKeys(key, rounds);

  function forward(x: number): number {
    let left = x >>> rightBits;
    let right = x & rightMask;
    for (let round = 0; round < rounds; round += 2) {
      left ^= mix(right ^ (roundKeys[round] as number)) & leftMask;
      right ^= mix(left ^ (roundKeys[round + 1] as number)) & rightMask;
    }
    return ((left << rightBits) | right) >>> 0;
  }

  function backward(x: number): number {
    let left = x >>> rightBits;
    let right = x & rightMask;
    for (let round = rounds - 2; round >= 0; round -= 2) {
      right ^= mix(left ^ (roundKeys[round + 1] as number)) & rightMask;
      left ^= mix(right ^ (roundKeys[round] as number)) & leftMask;
    }
    return ((left << rightBits) | right) >>> 0;
  }

  return {
    n,
    at(i) {
      checkIndex("bijection.at", i, n);
      let x = forward(i);
      while (x >= n) x = forward(x);
      return x;
    },
    inverse(j) {
      checkIndex("bijection.inverse", j, n);
      let x = backward(j);
      while (x >= n) x = backward(x);
      return x;
    },
  };
}

function makeRoundKeys(key: Key, rounds: number): Uint32Array {
  const roundKeys = new Uint32Array(rounds);
  for (let i = 0; i < rounds; i += 2) {
    threefry2x32(key, 0, i, pair);
    roundKeys[i] = pair[0] as number;
    roundKeys[i + 1] = pair[1] as number;
  }
  return roundKeys;
}

const pair = new Uint32Array(2);

/** The finishing mix of MurmurHash3 (Appleby): every input bit flips every output bit about half the time. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function checkIndex(path: string, i: number, n: number): void {
  if (i >>> 0 !== i || i >= n) throw new ArgumentError(path, `an integer in 0..${n - 1}`, i);
}
