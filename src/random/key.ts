/**
 * Keys: what names a stream of random numbers. A seed makes the first key, folding in a number (an epoch, a stage, the
 * hash of a stream's name) makes the next, exactly as `jax.random.key` and `jax.random.fold_in` do.
 */
import { ArgumentError } from "../check/errors.ts";
import { type Key, threefry2x32 } from "./threefry.ts";

export type { Key };

const U32_MAX = 0xffffffff;
const scratch = new Uint32Array(2);

/**
 * The key of a seed: k0 its high and k1 its low 32 bits. For seeds below 2^32 it is the key data of
 * `jax.random.key(seed)` (larger ones agree where JAX runs with 64-bit integers enabled).
 *
 * @param seed a safe integer, 0 .. 2^53 - 1
 * @throws ArgumentError for anything else
 */
export function keyFromSeed(seed: number): Key {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new ArgumentError("seed", "an integer in 0..2^53-1", seed);
  return { k0: Math.floor(seed / 0x100000000), k1: seed >>> 0 };
}

/**
 * The key for one item under `key`: threefry(key, [0, data]), as `jax.random.fold_in(key, data)`, and as entry `data`
 * of `jax.random.split`. Keys of different data are independent streams.
 *
 * @param data a u32, 0 .. 2^32 - 1
 * @throws ArgumentError for anything else
 */
export function foldIn(key: Key, data: number): Key {
  if (data >>> 0 !== data) throw new ArgumentError("foldIn.data", `an integer in 0..${U32_MAX}`, data);
  threefry2x32(key, 0, data, scratch);
  return { k0: scratch[0] as number, k1: scratch[1] as number };
}

/**
 * A u32 for the name of a stream, to be folded into a key: `foldIn(key, hashName("mixup"))`.
 * FNV-1a, 32 bits, over the name's UTF-8 bytes (Fowler, Noll, Vo).
 */
export function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
