import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../../src/check/errors.ts";
import { makeBijection } from "../../../src/random/bijection.ts";
import { foldIn, keyFromSeed } from "../../../src/random/key.ts";
import { uniformInt } from "../../../src/random/uniform.ts";
import { chiSquareRatio } from "./statistics.ts";

const root = keyFromSeed(5);

describe("a bijection", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 31, 33, 1000, 1024, 1025, 60_000])(
    "of %i reaches every number once, and inverse undoes at",
    (n) => {
      const { at, inverse } = makeBijection(root, n);
      const reached = new Uint8Array(n);
      for (let i = 0; i < n; i++) {
        const j = at(i);
        if (!(j < n) || inverse(j) !== i) expect.fail(`${i} -> ${j} -> ${inverse(j)}`);
        reached[j] = 1;
      }
      expect(reached.every((one) => one === 1)).toBe(true);
    },
  );

  it.each([2 ** 31, 2 ** 31 + 1, 2 ** 32 - 1])("of %i can be undone everywhere one looks, both ends included", (n) => {
    const { at, inverse } = makeBijection(root, n);
    const places = [0, 1, n - 2, n - 1, ...Array.from({ length: 20_000 }, (_, i) => uniformInt(root, i, 0, n))];
    for (const i of places) {
      const j = at(i);
      if (!(j >= 0 && j < n) || inverse(j) !== i || at(inverse(i)) !== i) expect.fail(`${i} -> ${j} -> ${inverse(j)}`);
    }
  });

  it.each([
    [2, 2, 50_000],
    [3, 6, 100_000],
    [4, 24, 100_000],
  ])("of %i gives all %i arrangements equally often", (n, arrangements, keys) => {
    const counts = new Map<number, number>();
    for (let k = 0; k < keys; k++) {
      const { at } = makeBijection(foldIn(root, k), n);
      let code = 0;
      for (let i = 0; i < n; i++) code = code * n + at(i);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    expect(counts.size).toBe(arrangements);
    expect(chiSquareRatio([...counts.values()])).toBeLessThan(1);
  });

  it.each([5, 6, 8, 9, 13, 16, 20, 32, 33, 50])(
    "of %i sends a pair of neighbours to every ordered pair equally often",
    (n) => {
      const counts = new Uint32Array(n * n);
      for (let k = 0; k < 60_000; k++) {
        const { at } = makeBijection(foldIn(root, k), n);
        (counts[at(2) * n + at(3)] as number)++;
      }
      const distinct = counts.filter((_, cell) => Math.floor(cell / n) !== cell % n);
      expect(distinct.reduce((sum, count) => sum + count, 0)).toBe(60_000);
      expect(chiSquareRatio(distinct)).toBeLessThan(1);
    },
  );

  it("of 1000 sends pairs anywhere, over keys: (0, 1), (0, 999) and a pair that differs in one low bit of the left half", () => {
    for (const [one, other] of [
      [0, 1],
      [0, 999],
      [500, 532],
    ] as const) {
      const counts = new Uint32Array(100);
      for (let k = 0; k < 40_000; k++) {
        const { at } = makeBijection(foldIn(root, k), 1000);
        (counts[Math.floor(at(one) / 100) * 10 + Math.floor(at(other) / 100)] as number)++;
      }
      // Two different numbers fall into the same hundred a little more rarely: 100 * 99 of 1000 * 999 ordered pairs.
      const expected = Array.from(
        counts,
        (_, cell) => (40_000 * (Math.floor(cell / 10) === cell % 10 ? 9900 : 10_000)) / 999_000,
      );
      expect(chiSquareRatio(counts, expected)).toBeLessThan(1);
    }
  });

  it("of 1000 leaves neither order nor distance: steps between neighbours are spread as those of a random permutation", () => {
    const counts = new Uint32Array(999);
    for (let k = 0; k < 100; k++) {
      const { at } = makeBijection(foldIn(root, k), 1000);
      for (let i = 0; i < 999; i++) (counts[((at(i + 1) - at(i) + 1000) % 1000) - 1] as number)++;
    }
    expect(chiSquareRatio(counts)).toBeLessThan(1);
  });

  it("of 1000 has one fixed point on average, distributed as Poisson", () => {
    const keys = 4000;
    const counts = new Uint32Array(6);
    for (let k = 0; k < keys; k++) {
      const { at } = makeBijection(foldIn(root, k), 1000);
      let fixed = 0;
      for (let i = 0; i < 1000; i++) if (at(i) === i) fixed++;
      (counts[Math.min(fixed, 5)] as number)++;
    }
    const poisson = [1, 1, 1 / 2, 1 / 6, 1 / 24].map((weight) => (keys * weight) / Math.E);
    expect(chiSquareRatio(counts, [...poisson, keys - poisson.reduce((sum, mean) => sum + mean, 0)])).toBeLessThan(1);
  });

  it("is another one for another key", () => {
    const one = makeBijection(root, 1000);
    const other = makeBijection(foldIn(root, 1), 1000);
    const same = Array.from({ length: 1000 }, (_, i) => one.at(i) === other.at(i)).filter(Boolean).length;
    // Poisson with mean 1: 12 or more happens once in 10^9 keys.
    expect(same).toBeLessThan(12);
  });

  it.each([0, -1, 1.5, 2 ** 32, Number.NaN])("refuses n = %s", (n) => {
    expect(() => makeBijection(root, n)).toThrow(ArgumentError);
    expect(() => makeBijection(root, n)).toThrow(/^bijection\.n: expected an integer in 1\.\.4294967295, found /);
  });

  it.each([-1, 10, 0.5, Number.NaN])("refuses the index %s of 10", (i) => {
    const { at, inverse } = makeBijection(root, 10);
    expect(() => at(i)).toThrow(/^bijection\.at: expected an integer in 0\.\.9, found /);
    expect(() => inverse(i)).toThrow(/^bijection\.inverse: expected an integer in 0\.\.9, found /);
  });
});
