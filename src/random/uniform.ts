/**
 * Uniform draws. Each is a pure function of (key, c0, c1): the key names the stream, c0 the sample and c1 which of the
 * sample's draws it is, both read as u32. No draw depends on another having been made before it.
 */
import { ArgumentError } from "../check/errors.ts";
import type { Key } from "./key.ts";
import { threefry2x32 } from "./threefry.ts";

const scratch = new Uint32Array(2);

/** Uniform on [0, 1): 0 can occur, 1 cannot. A multiple of 2^-24, hence exact in f32 too. */
export function uniform01(key: Key, c0: number, c1: number): number {
  threefry2x32(key, c0, c1, scratch);
  return ((scratch[0] as number) >>> 8) / 0x1000000;
}

/**
 * Uniform on (0, 1): neither 0 nor 1 can occur, so its logarithm is finite and not zero. (k + 1/2) / 2^52 for a 52-bit
 * k: symmetric about 1/2, from 2^-53 to 1 - 2^-53, each exact in f64 (rounding it to f32 may give 1).
 */
export function uniformOpen01(key: Key, c0: number, c1: number): number {
  threefry2x32(key, c0, c1, scratch);
  const k = (scratch[0] as number) * 0x100000 + ((scratch[1] as number) >>> 12);
  return (k + 0.5) / 0x10000000000000;
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
  if (!(Number.isInteger(n) && n >= 1 && n <= 0x100000000))
    throw new ArgumentError("uniformInt.n", "an integer in 1..2^32", n);
  threefry2x32(key, c0, c1, scratch);
  for (;;) {
    const first = scratch[0] as number;
    if (inCompleteRun(first, n)) return first % n;
    const second = scratch[1] as number;
    if (inCompleteRun(second, n)) return second % n;
    threefry2x32({ k0: first, k1: second }, 0, 0, scratch);
  }
}

/**
 * Whether all n words of the run that `word` belongs to exist, runs being 0 .. n - 1, n .. 2n - 1, and so on up to
 * 2^32.
 */
function inCompleteRun(word: number, n: number): boolean {
  return word - (word % n) + n <= 0x100000000;
}
