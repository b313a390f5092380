import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../../src/check/errors.ts";
import { beta } from "../../../src/random/beta.ts";
import { foldIn, keyFromSeed } from "../../../src/random/key.ts";
import { loadText } from "../../files.ts";
import { zScore } from "./statistics.ts";

interface BetaTable {
  x: number[];
  ksCritical: { n: number; alpha: number; critical: number }[];
  cases: {
    a: number;
    b: number;
    cdf: number[];
    tail: [t: number, below: number, above: number][];
    rawMoments1to6: number[];
  }[];
}

/** Computed by SciPy 1.10.1 and checked against mpmath; cdf error at most 7e-16. */
const table: BetaTable = JSON.parse(await loadText("fixtures", "oracles/beta/beta.json"));

/** The first and only seed tried, for everything in this file. */
const key = keyFromSeed(20);
const N = 65_536;

function drawMany(a: number, b: number, n: number, stream = 0): Float64Array {
  const own = foldIn(key, stream);
  return Float64Array.from({ length: n }, (_, id) => beta(own, id, a, b));
}

/** How many of the sorted draws are <= t. */
function countAtMost(sorted: Float64Array, t: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

describe("beta against the exact distribution", () => {
  // One-sided in effort: D_n is taken over the table's points only, so it can only be smaller than the statistic whose
  // quantile this is. alpha = 1e-4 for each of the 17 cases is, by Bonferroni, 1.7e-3 for the family.
  const critical = table.ksCritical.find(({ n, alpha }) => n === N && alpha === 1e-4)?.critical ?? 0;

  it("knows its critical value and covers 17 pairs of shapes", () => {
    expect(critical).toBeGreaterThan(0.008);
    expect(critical).toBeLessThan(0.009);
    expect(table.cases).toHaveLength(17);
  });

  it.each(table.cases)("Beta($a, $b): Kolmogorov-Smirnov over the table and its tails", ({ a, b, cdf, tail }) => {
    const draws = drawMany(a, b, N).sort();
    let worst = 0;
    const compare = (count: number, probability: number): void => {
      worst = Math.max(worst, Math.abs(count / N - probability));
    };
    for (const [i, x] of table.x.entries()) {
      // At x = 0 the cdf is 0, but f32 has an atom there: all below 2^-150, at a = 0.05 a share of 0.0027.
      if (x > 0) compare(countAtMost(draws, x), cdf[i] as number);
    }
    for (const [t, below, above] of tail) {
      compare(countAtMost(draws, t), below);
      // Near 1 the f32 steps are 2^-24: a t below 1e-5 falls between few of them, and rounding would shift the count.
      // What can be said there exactly is the atom at 1: everything above 1 - 2^-25.
      if (t >= 1e-5) compare(N - countAtMost(draws, 1 - t), above);
      if (t === 2 ** -25) compare(N - countAtMost(draws, 1 - 2 ** -24), above);
    }
    expect(worst).toBeLessThanOrEqual(critical);
  });

  it.each(table.cases)("Beta($a, $b): the first three raw moments", ({ a, b, rawMoments1to6: moments }) => {
    const draws = drawMany(a, b, N, 1);
    for (const k of [1, 2, 3]) {
      const sum = draws.reduce((total, x) => total + x ** k, 0);
      const mean = moments[k - 1] as number;
      const variance = (moments[2 * k - 1] as number) - mean * mean;
      // 4.8 standard errors: 1.6e-6 for each of the 51, 8e-5 for all.
      expect(Math.abs(zScore(sum, N, mean, variance))).toBeLessThan(4.8);
    }
  });
});

describe("beta at the ends of its range of shapes", () => {
  it.each([0.01, 0.1, 8])("10^6 draws of Beta(%d, %d) are f32 numbers in [0, 1], none NaN", (alpha) => {
    let bad = 0;
    let sum = 0;
    for (let id = 0; id < 1e6; id++) {
      const x = beta(key, id, alpha, alpha);
      if (!(x >= 0 && x <= 1 && Math.fround(x) === x)) bad++;
      sum += x;
    }
    expect(bad).toBe(0);
    expect(Math.abs(zScore(sum, 1e6, 0.5, 0.25 / (2 * alpha + 1)))).toBeLessThan(4.8);
  });

  it.each([
    [100, 100],
    [0.01, 100],
    [100, 0.01],
    [0.01, 1],
    [1, 0.01],
    [1, 1],
    [1, 100],
    [0.99, 1.01],
  ])("Beta(%d, %d) stays in [0, 1]", (a, b) => {
    for (const x of drawMany(a, b, 50_000)) if (!(x >= 0 && x <= 1 && Math.fround(x) === x)) expect.fail(`drew ${x}`);
  });

  it("Beta(0.01, 0.01): half of all draws are below one half, and the atoms at 0 and 1 are there", () => {
    const draws = drawMany(0.01, 0.01, N);
    const below = draws.filter((x) => x < 0.5).length;
    expect(Math.abs(zScore(below, N, 0.5, 0.25))).toBeLessThan(4.8);
    expect(draws.includes(0)).toBe(true);
    expect(draws.includes(1)).toBe(true);
  });

  it("Beta(a, 1) has the cdf x^a, down to 1e-30 and up to the atom at 1", () => {
    for (const a of [0.01, 0.1, 0.5, 3, 100]) {
      const draws = drawMany(a, 1, N).sort();
      for (const x of [1e-30, 1e-20, 1e-10, 1e-6, 0.1, 0.5, 0.9, 0.99]) {
        const p = x ** a;
        // Where fewer than 20 draws are expected the normal approximation behind a z score is not worth its name.
        if (p * N > 20 && (1 - p) * N > 20)
          expect(Math.abs(zScore(countAtMost(draws, x), N, p, p * (1 - p)))).toBeLessThan(4.8);
      }
    }
    const atom = 1 - (1 - 2 ** -25) ** 0.01;
    const ones = drawMany(1, 0.01, N).filter((x) => x === 1).length;
    const p = (2 ** -25) ** 0.01; // P(Beta(1, b) > 1 - t) = t^b
    expect(Math.abs(zScore(ones, N, p, p * (1 - p)))).toBeLessThan(4.8);
    expect(Math.abs(drawMany(0.01, 1, N).filter((x) => x === 1).length - atom * N)).toBeLessThanOrEqual(1);
  });

  it("Beta(a, 100) has its small values as often as the leading term of its cdf says", () => {
    // I_x(a, 100) = x^a prod_{k=1}^{99} (1 + a/k) (1 - O(99 a x)): at x <= 1e-6 the rest is below 1e-4 of it.
    for (const a of [0.01, 0.05, 0.2]) {
      const draws = drawMany(a, 100, N).sort();
      let factor = 1;
      for (let k = 1; k < 100; k++) factor *= 1 + a / k;
      for (const x of [1e-30, 1e-20, 1e-10, 1e-6]) {
        const p = x ** a * factor;
        if (p * N > 20) expect(Math.abs(zScore(countAtMost(draws, x), N, p, p * (1 - p)))).toBeLessThan(4.8);
      }
    }
  });

  it("Beta(100, 100) has mean 1/2 and variance 1/804", () => {
    const draws = drawMany(100, 100, N);
    const variance = 1 / 804;
    expect(
      Math.abs(
        zScore(
          draws.reduce((sum, x) => sum + x, 0),
          N,
          0.5,
          variance,
        ),
      ),
    ).toBeLessThan(4.8);
    // The excess kurtosis of Beta(a, a) is -6 / (2 a + 3), from which the variance of (X - 1/2)^2.
    const fourth = variance * variance * (3 - 6 / 203);
    const spread = draws.reduce((sum, x) => sum + (x - 0.5) ** 2, 0);
    expect(Math.abs(zScore(spread, N, variance, fourth - variance * variance))).toBeLessThan(4.8);
  });

  it.each([
    [0.3, 0.7],
    [2, 5],
    [0.5, 3],
  ])("Beta(%d, %d) and 1 - Beta(%d, %d) swapped have the same law", (a, b) => {
    const one = drawMany(a, b, N, 2).sort();
    const other = drawMany(b, a, N, 3)
      .map((x) => 1 - x)
      .sort();
    let worst = 0;
    // On a grid, not at the draws: between them the rounding to f32 differs at the two ends.
    for (let i = 1; i < 1000; i++)
      worst = Math.max(worst, Math.abs(countAtMost(one, i / 1000) - countAtMost(other, i / 1000)) / N);
    // Two-sample Kolmogorov-Smirnov at 1e-4: sqrt(-ln(alpha / 2) / n).
    expect(worst).toBeLessThan(Math.sqrt(-Math.log(1e-4 / 2) / N));
  });
});

describe("beta as a function of (key, c0)", () => {
  it.each([
    [0.2, 0.2],
    [2, 5],
    [0.4, 3],
  ])("Beta(%d, %d): a sample's draw is the same alone, in order, backwards and among other shapes", (a, b) => {
    const alone = beta(key, 5, a, b);
    const forwards = Array.from({ length: 100 }, (_, id) => beta(key, id, a, b));
    const backwards = Array.from({ length: 100 }, (_, i) => {
      beta(key, i, 0.01, 0.3);
      beta(key, i, 70, 0.5);
      return beta(key, 99 - i, a, b);
    }).reverse();
    expect(forwards[5]).toBe(alone);
    expect(backwards).toEqual(forwards);
    expect(new Set(forwards).size).toBeGreaterThan(50);
  });

  it("differs from key to key", () => {
    expect(beta(foldIn(key, 0), 0, 2, 2)).not.toBe(beta(foldIn(key, 1), 0, 2, 2));
  });

  it.each([0, -1, 0.0099, 100.5, Number.NaN, Number.POSITIVE_INFINITY, undefined as unknown as number])(
    "refuses the shape %s",
    (shape) => {
      expect(() => beta(key, 0, shape, 1)).toThrow(ArgumentError);
      expect(() => beta(key, 0, shape, 1)).toThrow(/^beta\.a: expected a number in 0\.01\.\.100, found /);
      expect(() => beta(key, 0, 1, shape)).toThrow(/^beta\.b: expected a number in 0\.01\.\.100, found /);
    },
  );
});
