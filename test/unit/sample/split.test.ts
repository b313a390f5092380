/** Which samples a split puts where. (Views themselves lie on the GPU: test/gpu/views.test.ts.) */
import { describe, expect, test } from "vitest";
import { splitSamples } from "../../../src/sample/split.ts";
import { range } from "./request.ts";

const COUNT = 1000;
const ids = Uint32Array.from(range(COUNT));
/** 600, 300, 90, 7, 2 and 1 samples of classes 0, 1, 2, 3, 4 and 9, scattered. */
const labels = Uint32Array.from(ids, (id) => {
  const place = (id * 7) % COUNT;
  return place < 600 ? 0 : place < 900 ? 1 : place < 990 ? 2 : place < 997 ? 3 : place < 999 ? 4 : 9;
});
const ofClass = (part: Uint32Array, label: number) => part.filter((place) => labels[place] === label).length;

test("parts have their shares, nothing in common, and everything together, each in ascending order", () => {
  for (const shares of [[0.2], [0.2, 0.1], [0.333, 0.333], [0.0005, 0.99]]) {
    for (const given of [undefined, labels]) {
      const parts = splitSamples(ids, shares, 3, given);
      expect(parts).toHaveLength(shares.length + 1);
      if (!given)
        expect(parts.slice(0, -1).map(({ length }) => length)).toEqual(
          shares.map((share) => Math.round(share * COUNT)),
        );
      expect(parts.flatMap((part) => [...part]).sort((a, b) => a - b)).toEqual(range(COUNT));
      for (const part of parts) expect([...part]).toEqual([...part].sort((a, b) => a - b));
    }
  }
});

test("stratified, every class has its share in every part, and at least one as long as there are enough", () => {
  const [validation, rest] = splitSamples(ids, [0.2], 3, labels);
  expect([0, 1, 2, 3, 4, 9].map((label) => ofClass(validation!, label))).toEqual([120, 60, 18, 1, 1, 0]);
  expect([0, 1, 2, 3, 4, 9].map((label) => ofClass(rest!, label))).toEqual([480, 240, 72, 6, 1, 1]);
  const parts = splitSamples(ids, [0.05, 0.05], 3, labels);
  expect(parts.map((part) => [3, 4, 9].map((label) => ofClass(part, label)))).toEqual([
    [1, 1, 0],
    [1, 0, 0],
    [5, 1, 1],
  ]);
});

test("the same seed splits alike, another one otherwise; who is where is chance", () => {
  const split = (seed: number) => splitSamples(ids, [0.2], seed)[0]!;
  expect(split(5)).toEqual(split(5));
  expect(split(5)).not.toEqual(split(6));
  const times = range(COUNT).map(() => 0);
  const seeds = 400;
  for (const seed of range(seeds)) for (const place of split(seed)) times[place]!++;
  // 4.5 standard errors, for the worst of 1000.
  const bound = 4.5 * Math.sqrt((0.2 * 0.8) / seeds);
  expect(times.filter((count) => Math.abs(count / seeds - 0.2) > bound)).toEqual([]);
});

describe("who is left out moves hardly anybody", () => {
  test.each([
    ["plain", false],
    ["stratified", true],
  ])("%s", (_, stratify) => {
    const here = (list: Uint32Array) => (stratify ? Uint32Array.from(list, (id) => labels[id]!) : undefined);
    const [validation] = splitSamples(ids, [0.2], 3, here(ids));
    const some = ids.filter((id) => id % 50 !== 0);
    const [fewer] = splitSamples(some, [0.2], 3, here(some));
    const moved = Array.from(fewer!, (place) => some[place]!).filter((id) => !validation!.includes(id));
    // 20 of 1000 left: the share shrinks by 4, and those who left make room for 20 at most.
    expect(moved.length).toBeLessThanOrEqual(20);
    expect(fewer!.length).toBeGreaterThanOrEqual(194);
  });
});
