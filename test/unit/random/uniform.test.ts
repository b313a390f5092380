import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../../src/check/errors.ts";
import { foldIn, type Key, keyFromSeed } from "../../../src/random/key.ts";
import { uniform01, uniformInt, uniformOpen01 } from "../../../src/random/uniform.ts";
import { chiSquareRatio, zScore } from "./statistics.ts";

const key = keyFromSeed(1);
const N = 200_000;

describe.each([
  ["uniform01", uniform01],
  ["uniformOpen01", uniformOpen01],
])("%s", (_, uniform) => {
  it("fills [0, 1] evenly along the samples and along the draws of one sample", () => {
    const counts = [new Uint32Array(1000), new Uint32Array(1000)] as const;
    for (let i = 0; i < N; i++) {
      (counts[0][Math.floor(uniform(key, i, 0) * 1000)] as number)++;
      (counts[1][Math.floor(uniform(key, 0, i) * 1000)] as number)++;
    }
    expect(chiSquareRatio(counts[0])).toBeLessThan(1);
    expect(chiSquareRatio(counts[1])).toBeLessThan(1);
  });

  it("is uncorrelated between neighbouring samples, draws, keys and seeds", () => {
    const neighbours: ((i: number) => [number, number])[] = [
      (i) => [uniform(key, i, 0), uniform(key, i + 1, 0)],
      (i) => [uniform(key, i, 0), uniform(key, i, 1)],
      (i) => [uniform(foldIn(key, i), 0, 0), uniform(foldIn(key, i + 1), 0, 0)],
      (i) => [uniform(keyFromSeed(i), 0, 0), uniform(keyFromSeed(i + 1), 0, 0)],
    ];
    for (const pair of neighbours) {
      const counts = new Uint32Array(256);
      for (let i = 0; i < 50_000; i += 2) {
        const [u, v] = pair(i);
        (counts[Math.floor(u * 16) * 16 + Math.floor(v * 16)] as number)++;
      }
      expect(chiSquareRatio(counts)).toBeLessThan(1);
    }
  });

  it("is a function of its arguments, not of the calls before it", () => {
    const alone = uniform(key, 5, 2);
    for (let i = 0; i < 10; i++) uniform(foldIn(key, i), i, i);
    expect(uniform(key, 5, 2)).toBe(alone);
  });
});

describe("uniform01", () => {
  it("gives multiples of 2^-24 in [0, 1), the lowest bit as often 0 as 1", () => {
    let odd = 0;
    for (let i = 0; i < N; i++) {
      const k = uniform01(key, i, 0) * 2 ** 24;
      if (!(Number.isInteger(k) && k >= 0 && k < 2 ** 24)) expect.fail(`drew ${k} / 2^24`);
      odd += k % 2;
    }
    expect(chiSquareRatio([odd, N - odd])).toBeLessThan(1);
  });
});

describe("uniformOpen01", () => {
  it("gives odd multiples of 2^-53, so never 0, 1/2 or 1, the lowest bit as often 0 as 1", () => {
    let high = 0;
    for (let i = 0; i < N; i++) {
      const k = uniformOpen01(key, i, 0) * 2 ** 53;
      if (!(k % 2 === 1 && k > 0 && k < 2 ** 53)) expect.fail(`drew ${k} / 2^53`);
      high += ((k - 1) / 2) % 2;
    }
    expect(chiSquareRatio([high, N - high])).toBeLessThan(1);
  });
});

describe("uniformInt", () => {
  const draws = (n: number, count: number, from: Key = key): number[] =>
    Array.from({ length: count }, (_, i) => uniformInt(from, i, 0, n));

  it.each([2, 3, 7, 10, 224, 1000])("is uniform below %i", (n) => {
    const counts = new Uint32Array(n);
    for (const k of draws(n, N)) (counts[k] as number)++;
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(N);
    expect(chiSquareRatio(counts)).toBeLessThan(1);
  });

  it("stays uniform where a remainder would be badly biased: n = 3 * 2^30 and 2^31 + 1", () => {
    for (const n of [3 * 2 ** 30, 2 ** 31 + 1]) {
      const counts = new Uint32Array(12);
      for (const k of draws(n, N)) (counts[Math.floor((k / n) * 12)] as number)++;
      expect(chiSquareRatio(counts)).toBeLessThan(1);
    }
  });

  it("reaches both ends of the largest range", () => {
    const all = draws(2 ** 32, N);
    const mean = (2 ** 32 - 1) / 2;
    const variance = 2 ** 64 / 12;
    // 4.5 standard errors: a true sampler exceeds them once in 150 000 seeds.
    expect(
      Math.abs(
        zScore(
          all.reduce((sum, k) => sum + k, 0),
          N,
          mean,
          variance,
        ),
      ),
    ).toBeLessThan(4.5);
    expect(Math.min(...all.slice(0, 50_000))).toBeLessThan(2 ** 32 / 1000);
    expect(Math.max(...all.slice(0, 50_000))).toBeGreaterThan(2 ** 32 * 0.999);
    expect(all.every((k) => k >>> 0 === k)).toBe(true);
  });

  it("can only give 0 below 1", () => {
    expect(draws(1, 100).every((k) => k === 0)).toBe(true);
  });

  it("retries without moving the neighbouring draw", () => {
    // Half of all words are rejected at this n; the draw after one is still what it is on its own.
    const n = 2 ** 31 + 1;
    const alone = Array.from({ length: 100 }, (_, i) => uniformInt(key, 7, 99 - i, n)).reverse();
    expect(Array.from({ length: 100 }, (_, i) => uniformInt(key, 7, i, n))).toEqual(alone);
  });

  it.each([0, -1, 2.5, 2 ** 32 + 1, Number.NaN, Number.POSITIVE_INFINITY])("refuses n = %s", (n) => {
    expect(() => uniformInt(key, 0, 0, n)).toThrow(ArgumentError);
    expect(() => uniformInt(key, 0, 0, n)).toThrow(/^uniformInt\.n: expected an integer in 1\.\.2\^32, found /);
  });
});
