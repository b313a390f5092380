import { describe, expect, it } from "vitest";
import { keyFromSeed } from "../../../src/random/key.ts";
import { exp, log } from "../../../src/random/math.ts";
import { uniformOpen01 } from "../../../src/random/uniform.ts";

const key = keyFromSeed(2);
const N = 200_000;

const float64 = new Float64Array(1);
const bits = new BigInt64Array(float64.buffer);

/**
 * Where a double stands among all doubles in order; the difference of two is their distance in units in the last place.
 */
function rank(x: number): bigint {
  float64[0] = x;
  const b = bits[0] as bigint;
  return b < 0n ? -(b & 0x7fffffffffffffffn) : b;
}

function worstDistance(inputs: number[], ours: (x: number) => number, theirs: (x: number) => number): number {
  let worst = 0;
  for (const x of inputs) {
    const distance = Number(rank(ours(x)) - rank(theirs(x)));
    worst = Math.max(worst, Math.abs(distance));
  }
  return worst;
}

const grid = (from: number, to: number): number[] =>
  Array.from({ length: N }, (_, i) => from + (to - from) * uniformOpen01(key, i, 0));

/** Numbers beside `x`: it, and up to 3 steps to either side, then a widening ladder. */
const around = (x: number): number[] =>
  Array.from({ length: 50 }, (_, i) => 2 ** -(i + 4))
    .flatMap((step) => [x * (1 + step), x * (1 - step)])
    .concat(x);

// Both sides are off the true value by less than one unit in the last place, so both are one of its two neighbours
// among the doubles: they may be one apart, not two. (Against 60-digit decimals, over 20 000 inputs each: log 0.76, exp
// 0.84 units.)
const ALLOWED = 1;

describe("log", () => {
  it("is Math.log within one unit in the last place on (0, 1), where uniforms live", () => {
    expect(worstDistance(grid(0, 1), log, Math.log)).toBeLessThanOrEqual(ALLOWED);
  });

  it("is so from 2^-1074 to 2^1023, and next to 1, sqrt(2) and every power of two", () => {
    const everywhere = grid(-1074, 1023).map((x) => 2 ** x);
    const powers = Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074)).flatMap((x) => [
      x,
      x * (1 + 2 ** -52),
      x * (1 - 2 ** -53),
    ]);
    expect(worstDistance(everywhere, log, Math.log)).toBeLessThanOrEqual(ALLOWED);
    expect(
      worstDistance(
        powers.filter((x) => x > 0),
        log,
        Math.log,
      ),
    ).toBeLessThanOrEqual(ALLOWED);
    for (const x of [1, Math.SQRT2, Math.SQRT1_2, 2, 0.5])
      expect(worstDistance(around(x), log, Math.log)).toBeLessThanOrEqual(ALLOWED);
    expect(
      worstDistance([Number.MIN_VALUE, Number.MAX_VALUE, 5 * Number.MIN_VALUE, Math.E], log, Math.log),
    ).toBeLessThanOrEqual(ALLOWED);
  });

  it("is finite and below zero on every value of an open uniform", () => {
    expect(log(2 ** -53)).toBe(Math.log(2 ** -53));
    expect(log(1 - 2 ** -53)).toBe(-(2 ** -53));
  });

  it("keeps the edges: 1, 0, Infinity, negative numbers, NaN", () => {
    expect([1, 0, -0, Number.POSITIVE_INFINITY, -1, Number.NEGATIVE_INFINITY, Number.NaN].map(log)).toEqual([
      0,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe("exp", () => {
  it("is Math.exp within one unit in the last place near 0 and out to both ends", () => {
    for (const inputs of [grid(-1, 1), grid(-40, 0), grid(-708, 709.7)])
      expect(worstDistance(inputs, exp, Math.exp)).toBeLessThanOrEqual(ALLOWED);
    expect(
      worstDistance(
        [...around(1e-10), ...around(-1e-300), ...around(Math.LN2 / 2), ...around(-Math.LN2 / 2)],
        exp,
        Math.exp,
      ),
    ).toBeLessThanOrEqual(ALLOWED);
  });

  it("goes through the subnormal numbers to 0, and to Infinity where Math.exp does", () => {
    expect(worstDistance(grid(-745.2, -708), exp, Math.exp)).toBeLessThanOrEqual(ALLOWED);
    expect(exp(-745)).toBe(Number.MIN_VALUE);
    expect(exp(-745.2)).toBe(0);
    expect(exp(-3000)).toBe(0);
    expect(Number.isFinite(exp(709.78))).toBe(true);
    expect(exp(709.79)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(3000)).toBe(Number.POSITIVE_INFINITY);
  });

  it("keeps the edges: 0, the infinities, NaN", () => {
    expect([0, -0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN].map(exp)).toEqual([
      1,
      1,
      0,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
  });
});

describe("src/random", () => {
  const sources = import.meta.glob<string>("../../../src/random/*.ts", {
    query: "?raw",
    import: "default",
    eager: true,
  });

  it("uses nothing whose bits ECMAScript leaves open, Math.sqrt in beta.ts and normal.ts aside (beta.ts says why)", () => {
    expect(Object.keys(sources).length).toBeGreaterThanOrEqual(7);
    for (const [path, source] of Object.entries(sources)) {
      const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      const allowed = /^(floor|ceil|max|fround|imul|clz32|LOG2E|SQRT2)$/;
      const used = [...code.matchAll(/\bMath\.(\w+)/g)]
        .map((match) => match[1] as string)
        .filter((name) => !allowed.test(name));
      expect({ path, used: [...new Set(used)] }).toEqual({
        path,
        used: /\/(beta|normal)\.ts$/.test(path) ? ["sqrt"] : [],
      });
      expect({ path, power: code.includes("**"), own: code.includes("Math.random") }).toEqual({
        path,
        power: false,
        own: false,
      });
    }
  });
});
