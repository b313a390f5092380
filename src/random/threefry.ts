/**
 * Threefry2x32: the counter-based generator every draw in Mixwell comes from. 64 key bits and 64 counter bits in,
 * 64 random bits out, from additions, rotations and exclusive-ors only, so JavaScript and WGSL compute the same words.
 * `shaders/lib/threefry.wgsl` is this file line by line.
 *
 * Paper: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011 (the Random123 library);
 * 20 rounds and the use of the key are those of `jax.random`.
 */

/** The 64 key bits of Threefry2x32 as two u32 numbers: a plain value that survives JSON. */
export interface Key {
  readonly k0: number;
  readonly k1: number;
}

/** Skein's key-schedule constant C240, low word: the third key word is k0 ^ k1 ^ this. */
const PARITY = 0x1bd11bda;

/** Left rotation of round r is entry r mod 8. */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

function rotateLeft(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

/**
 * Threefry2x32 with 20 rounds. The inputs are read modulo 2^32; `out[0]` and `out[1]` receive the result.
 * Allocates nothing, throws nothing.
 */
// biome-ignore format: one round a line, as in the WGSL
export function threefry2x32({ k0, k1 }: Key, c0: number, c1: number, out: Uint32Array): void {
  const k2 = k0 ^ k1 ^ PARITY;
  let x0 = (c0 + k0) | 0;
  let x1 = (c1 + k1) | 0;

  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 13) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 15) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 26) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 6) ^ x0;
  x0 = (x0 + k1) | 0; x1 = (x1 + k2 + 1) | 0;

  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 17) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 29) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 16) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 24) ^ x0;
  x0 = (x0 + k2) | 0; x1 = (x1 + k0 + 2) | 0;

  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 13) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 15) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 26) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 6) ^ x0;
  x0 = (x0 + k0) | 0; x1 = (x1 + k1 + 3) | 0;

  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 17) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 29) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 16) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 24) ^ x0;
  x0 = (x0 + k1) | 0; x1 = (x1 + k2 + 4) | 0;

  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 13) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 15) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 26) ^ x0;
  x0 = (x0 + x1) | 0; x1 = rotateLeft(x1, 6) ^ x0;
  out[0] = x0 + k2; out[1] = x1 + k0 + 5;
}

/**
 * The same generator as the definition reads, for any number of rounds: what the published 13- and 32-round vectors
 * test, and what the unrolled version above is compared with. Draws use `threefry2x32`.
 */
// biome-ignore lint/complexity/useMaxParams: the words of key and counter, as in the paper and in the function above
export function threefry2x32Rounds(
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  rounds: number,
  out: Uint32Array,
): void {
  const ks = [k0, k1, k0 ^ k1 ^ PARITY] as const;
  let x0 = (c0 + k0) | 0;
  let x1 = (c1 + k1) | 0;
  for (let round = 0; round < rounds; round++) {
    x0 = (x0 + x1) | 0;
    x1 = rotateLeft(x1, ROTATIONS[(round % 8) as 0]) ^ x0;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x0 = (x0 + ks[(injection % 3) as 0]) | 0;
      x1 = (x1 + ks[((injection + 1) % 3) as 0] + injection) | 0;
    }
  }
  out[0] = x0;
  out[1] = x1;
}
