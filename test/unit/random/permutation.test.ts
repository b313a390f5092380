import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../../src/check/errors.ts";
import { foldIn, type Key, keyFromSeed } from "../../../src/random/key.ts";
import { derangement, matching, permutation } from "../../../src/random/permutation.ts";
import { chiSquareRatio } from "./statistics.ts";

const root = keyFromSeed(4);
const sizes = [0, 1, 2, 3, 4, 5, 7, 64, 255, 1000];

/** How often each arrangement of n occurs over many keys. */
function tally(draw: (key: Key, n: number) => Uint32Array, n: number, keys: number): number[] {
  const counts = new Map<string, number>();
  for (let i = 0; i < keys; i++) {
    const name = draw(foldIn(root, i), n).join();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.values()];
}

const isPermutation = (order: Uint32Array): boolean =>
  [...order].sort((i, j) => i - j).every((value, i) => value === i);
const fixedPoints = (order: Uint32Array): number => order.filter((value, i) => value === i).length;

describe("permutation", () => {
  it.each(sizes)("of %i holds every number once", (n) => {
    const order = permutation(root, n);
    expect(order).toHaveLength(n);
    expect(isPermutation(order)).toBe(true);
  });

  it.each([
    [2, 2],
    [3, 6],
    [4, 24],
    [5, 120],
  ])("of %i gives all %i arrangements equally often", (n, arrangements) => {
    const counts = tally(permutation, n, 500 * arrangements);
    expect(counts).toHaveLength(arrangements);
    expect(chiSquareRatio(counts)).toBeLessThan(1);
  });

  it("puts every number at every place equally often", () => {
    const n = 12;
    const counts = new Uint32Array(n * n);
    for (let i = 0; i < 20_000; i++) {
      for (const [place, value] of permutation(foldIn(root, i), n).entries()) (counts[place * n + value] as number)++;
    }
    // Rows and columns sum to the number of keys, which leaves (n - 1)^2 degrees of freedom and inflates the sum by n /
    // (n - 1).
    expect((chiSquareRatio(counts, undefined, (n - 1) ** 2) * (n - 1)) / n).toBeLessThan(1);
  });
});

describe("derangement", () => {
  it.each(sizes.filter((n) => n !== 1))("of %i leaves nothing in its place", (n) => {
    for (let i = 0; i < 20; i++) {
      const order = derangement(foldIn(root, i), n);
      expect(order).toHaveLength(n);
      expect(isPermutation(order)).toBe(true);
      expect(fixedPoints(order)).toBe(0);
    }
  });

  it("of 1 is [0], for want of another", () => {
    expect([...derangement(root, 1)]).toEqual([0]);
  });

  it.each([
    [2, 1],
    [3, 2],
    [4, 9],
    [5, 44],
  ])("of %i gives all %i derangements equally often", (n, derangements) => {
    const counts = tally(derangement, n, 500 * derangements);
    expect(counts).toHaveLength(derangements);
    if (derangements > 1) expect(chiSquareRatio(counts)).toBeLessThan(1);
  });
});

describe("matching", () => {
  it.each(sizes)("of %i pairs all but at most one", (n) => {
    for (let i = 0; i < 20; i++) {
      const partner = matching(foldIn(root, i), n);
      expect(partner).toHaveLength(n);
      expect(partner.every((other, one) => partner[other] === one)).toBe(true);
      expect(fixedPoints(partner)).toBe(n % 2);
    }
  });

  it.each([
    [2, 1],
    [3, 3],
    [4, 3],
    [5, 15],
    [6, 15],
  ])("of %i gives all %i matchings equally often", (n, matchings) => {
    const counts = tally(matching, n, 500 * matchings);
    expect(counts).toHaveLength(matchings);
    if (matchings > 1) expect(chiSquareRatio(counts)).toBeLessThan(1);
  });
});

describe.each([
  ["permutation", permutation],
  ["derangement", derangement],
  ["matching", matching],
])("%s", (name, draw) => {
  it("is a function of key and n", () => {
    const first = draw(root, 100);
    draw(foldIn(root, 1), 33);
    expect(draw(root, 100)).toEqual(first);
    expect(draw(foldIn(root, 1), 100)).not.toEqual(first);
  });

  it.each([-1, 1.5, 2 ** 32, Number.NaN])("refuses n = %s", (n) => {
    expect(() => draw(root, n)).toThrow(ArgumentError);
    expect(() => draw(root, n)).toThrow(`${name}.n: expected an integer in 0..4294967295, found `);
  });
});
