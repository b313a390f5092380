/**
 * Random rearrangements of a batch, small enough to be a table: who mixes with whom. For a whole dataset see
 * `bijection.ts`. Each is a pure function of (key, n) and owns the key: nothing else should draw from it.
 */
import { ArgumentError } from "../check/errors.ts";
import type { Key } from "./key.ts";
import { uniformInt } from "./uniform.ts";

/**
 * A uniformly random permutation of 0 .. n - 1 (Fisher and Yates; Durstenfeld 1964).
 *
 * @param n an integer, 0 .. 2^32 - 1
 * @throws ArgumentError for any other n
 */
export function permutation(key: Key, n: number): Uint32Array {
  const order = identity("permutation.n", n);
  for (let i = n - 1; i > 0; i--) swap(order, i, uniformInt(key, i, 0, i + 1));
  return order;
}

/**
 * A uniformly random derangement of 0 .. n - 1: a permutation in which no i stays in its place. n = 1 has none and
 * gives [0], n = 0 gives []. Permutations are drawn until one qualifies, 2.7 on average, and an attempt ends at its
 * first fixed point (Martínez, Panholzer, Prodinger, "Generating random derangements", ANALCO 2008, in its plain form).
 *
 * @param n an integer, 0 .. 2^32 - 1
 * @throws ArgumentError for any other n
 */
export function derangement(key: Key, n: number): Uint32Array {
  const order = identity("derangement.n", n);
  if (n <= 1) return order;
  for (let attempt = 0; !tryDerange(key, attempt, order); attempt++) {
    for (let i = 0; i < n; i++) order[i] = i;
  }
  return order;
}

/** Shuffles the identity in `order`; false as soon as an element has come to rest in its own place. */
function tryDerange(key: Key, attempt: number, order: Uint32Array): boolean {
  for (let i = order.length - 1; i >= 0; i--) {
    swap(order, i, uniformInt(key, i, attempt, i + 1));
    if (order[i] === i) return false;
  }
  return true;
}

/**
 * A uniformly random perfect matching of 0 .. n - 1 as an involution: m[m[i]] = i, and m[i] is never i, except that an
 * odd n leaves exactly one i, uniformly random, to itself.
 *
 * @param n an integer, 0 .. 2^32 - 1
 * @throws ArgumentError for any other n
 */
export function matching(key: Key, n: number): Uint32Array {
  const partner = identity("matching.n", n);
  const order = permutation(key, n);
  for (let i = 1; i < n; i += 2) {
    const one = order[i - 1] as number;
    const other = order[i] as number;
    partner[one] = other;
    partner[other] = one;
  }
  return partner;
}

function identity(path: string, n: number): Uint32Array {
  if (n >>> 0 !== n) throw new ArgumentError(path, "an integer in 0..4294967295", n);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
}

function swap(order: Uint32Array, i: number, j: number): void {
  const held = order[i] as number;
  order[i] = order[j] as number;
  order[j] = held;
}
