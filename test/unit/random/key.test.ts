import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../../src/check/errors.ts";
import { foldIn, hashName, keyFromSeed } from "../../../src/random/key.ts";
import { threefry2x32 } from "../../../src/random/threefry.ts";

describe("keyFromSeed", () => {
  it("splits the seed into high and low words", () => {
    expect(keyFromSeed(0)).toEqual({ k0: 0, k1: 0 });
    expect(keyFromSeed(42)).toEqual({ k0: 0, k1: 42 });
    expect(keyFromSeed(0xffffffff)).toEqual({ k0: 0, k1: 0xffffffff });
    expect(keyFromSeed(2 ** 32 + 7)).toEqual({ k0: 1, k1: 7 });
    expect(keyFromSeed(Number.MAX_SAFE_INTEGER)).toEqual({ k0: 0x1fffff, k1: 0xffffffff });
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, "7" as unknown as number])("refuses %s", (seed) => {
    expect(() => keyFromSeed(seed)).toThrow(ArgumentError);
    expect(() => keyFromSeed(seed)).toThrow(/^seed: expected an integer in 0\.\.2\^53-1, found /);
  });

  it("survives JSON", () => {
    const key = foldIn(keyFromSeed(1), 2);
    expect(JSON.parse(JSON.stringify(key))).toEqual(key);
  });
});

// Computed by another Threefry, jax-js 0.1.25 on WebGPU: random.bits(key(0), [4]), random.split(key(0)),
// random.uniform(key(0), [3]).
describe("the keys and words of jax.random for key(0)", () => {
  const key = keyFromSeed(0);
  /** JAX's bits: the two words of block [0, i] xor-ed. */
  const bits = (i: number): number => {
    const out = new Uint32Array(2);
    threefry2x32(key, 0, i, out);
    return ((out[0] as number) ^ (out[1] as number)) >>> 0;
  };

  it("bits", () => {
    expect([0, 1, 2, 3].map(bits)).toEqual([4070199207, 4202968722, 1427181096, 2012915765]);
  });

  it("split, which is foldIn of 0, 1, ...", () => {
    expect(foldIn(key, 0)).toEqual({ k0: 1797259609, k1: 2579123966 });
    expect(foldIn(key, 1)).toEqual({ k0: 928981903, k1: 3453687069 });
  });

  it("uniform, 23 bits", () => {
    // Recorded to seven decimals, some cut and some rounded: one unit of the seventh, less than the step of 2^-23.
    [0.947667, 0.9785798, 0.3322915].forEach((expected, i) => {
      expect(Math.abs((bits(i) >>> 9) / 2 ** 23 - expected)).toBeLessThanOrEqual(1e-7);
    });
  });
});

describe("foldIn", () => {
  it.each([-1, 1.5, 2 ** 32, Number.NaN])("refuses %s", (data) => {
    expect(() => foldIn(keyFromSeed(0), data)).toThrow(ArgumentError);
    expect(() => foldIn(keyFromSeed(0), data)).toThrow(/^foldIn\.data: expected an integer in 0\.\.4294967295, found /);
  });

  it("gives every number its own key, and the order of folding matters", () => {
    const key = keyFromSeed(3);
    const keys = new Set(Array.from({ length: 10000 }, (_, i) => JSON.stringify(foldIn(key, i))));
    expect(keys.size).toBe(10000);
    expect(foldIn(foldIn(key, 1), 2)).not.toEqual(foldIn(foldIn(key, 2), 1));
  });
});

describe("hashName", () => {
  it("gives the published FNV-1a values", () => {
    expect(hashName("")).toBe(0x811c9dc5);
    expect(hashName("a")).toBe(0xe40c292c);
    expect(hashName("foobar")).toBe(0xbf9cf968);
  });

  it("hashes UTF-8 bytes", () => {
    // By definition, from the two bytes of "é".
    const step = (hash: number, byte: number): number =>
      Number(((BigInt(hash ^ byte) & 0xffffffffn) * 0x01000193n) & 0xffffffffn);
    expect(hashName("é")).toBe(step(step(0x811c9dc5, 0xc3), 0xa9));
  });
});
