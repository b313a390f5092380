/**
 * The random numbers as the public surface has them: keys and counters are checked. The draws of a plan call the
 * functions behind these, millions of times, with keys that they made themselves.
 */
import { ArgumentError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { beta as drawBeta } from "./beta.ts";
import { foldIn as fold, hashName as hash, type Key } from "./key.ts";
import { uniform01 as draw01, uniformInt as drawInt, uniformOpen01 as drawOpen01 } from "./uniform.ts";

/**
 * One draw from Beta(a, b), in [0, 1], rounded to f32 once, at the end. Exactly 0 and exactly 1 can occur and must: at
 * a = 0.05 more than a fifth of the distribution lies within half an f32 step of 1. Beta(a, b) and 1 - Beta(b, a) have
 * the same law (before the rounding).
 *
 * The draw owns the counters (c0, 0), (c0, 1), ... under `key`, so its retries move nobody else's draw: give it a key
 * that nothing else draws from with the same c0.
 *
 * @param c0 the sample's id, u32
 * @param a shape, 0.01 .. 100
 * @param b shape, 0.01 .. 100
 * @throws ArgumentError for another a or b
 */
export function beta(key: Key, c0: number, a: number, b: number): number {
  checkKey("beta.key", key);
  checkCounter("beta.c0", c0);
  return drawBeta(key, c0, a, b);
}

/**
 * The key for one item under `key`: threefry(key, [0, data]), as `jax.random.fold_in(key, data)`, and as entry `data`
 * of `jax.random.split`. Keys of different data are independent streams.
 *
 * @param data a u32, 0 .. 2^32 - 1
 * @throws ArgumentError for anything else
 */
export function foldIn(key: Key, data: number): Key {
  checkKey("foldIn.key", key);
  checkCounter("foldIn.data", data);
  return fold(key, data);
}

/**
 * A u32 for the name of a stream, to be folded into a key: `foldIn(key, hashName("mixup"))`.
 * FNV-1a, 32 bits, over the name's UTF-8 bytes (Fowler, Noll, Vo).
 */
export function hashName(name: string): number {
  if (typeof name !== "string") throw new ArgumentError("hashName.name", "a string", name);
  return hash(name);
}

/** Uniform on [0, 1): 0 can occur, 1 cannot. A multiple of 2^-24, hence exact in f32 too. */
export function uniform01(key: Key, c0: number, c1: number): number {
  checkKey("uniform01.key", key);
  checkCounter("uniform01.c0", c0);
  checkCounter("uniform01.c1", c1);
  return draw01(key, c0, c1);
}

/**
 * Uniform on (0, 1): neither 0 nor 1 can occur, so its logarithm is finite and not zero. (k + 1/2) / 2^52 for a 52-bit
 * k: symmetric about 1/2, from 2^-53 to 1 - 2^-53, each exact in f64 (rounding it to f32 may give 1).
 */
export function uniformOpen01(key: Key, c0: number, c1: number): number {
  checkKey("uniformOpen01.key", key);
  checkCounter("uniformOpen01.c0", c0);
  checkCounter("uniformOpen01.c1", c1);
  return drawOpen01(key, c0, c1);
}

/**
 * Uniform on the integers 0 .. n - 1, every one equally likely: words that fall in the incomplete last run of n are
 * rejected. A second try takes the block's other word, and further ones a key made of the block itself, so the counters
 * of the neighbouring draws are never touched.
 *
 * @param n an integer, 1 .. 2^32
 * @throws ArgumentError for any other n
 */
export function uniformInt(key: Key, c0: number, c1: number, n: number): number {
  checkKey("uniformInt.key", key);
  checkCounter("uniformInt.c0", c0);
  checkCounter("uniformInt.c1", c1);
  return drawInt(key, c0, c1, n);
}

function checkKey(path: string, key: unknown): void {
  knownKeys(path, key, ["k0", "k1"], ArgumentError);
  const { k0, k1 } = key as Partial<Key>;
  if (!isU32(k0)) throw new ArgumentError(`${path}.k0`, "an integer in 0..2^32-1", k0);
  if (!isU32(k1)) throw new ArgumentError(`${path}.k1`, "an integer in 0..2^32-1", k1);
}

function checkCounter(path: string, counter: unknown): void {
  if (!isU32(counter)) throw new ArgumentError(path, "an integer in 0..4294967295", counter);
}

const isU32 = (value: unknown): value is number => typeof value === "number" && value >>> 0 === value;
