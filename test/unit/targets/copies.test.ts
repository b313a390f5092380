/**
 * Copies that an edge shows, as objects: every pixel that shows any of an object lies in one of its boxes, each box has
 * its copy's pixels up to its sides, and each point lies on its pixel.
 */
import { type OpCall, reference } from "mixwell";
import { describe, expect, test } from "vitest";
import { planOf, rowsOf, SIZE, through } from "./plans.ts";

const EDGES = ["reflect", "symmetric", "wrap"] as const;
const { height, width } = SIZE;
const ALL = { copies: "objects", minArea: 0, minSize: 0 } as const;

const near = { interpolation: "nearest" } as const;
const WAYS: [string, (edge: (typeof EDGES)[number]) => OpCall[]][] = [
  ["a shift", (edge) => [{ op: "affine", translate: [14, -9], edge, ...near }]],
  ["a shift by more than the picture", (edge) => [{ op: "affine", translate: [-50, 31], edge, ...near }]],
  ["a turn", (edge) => [{ op: "rotate", degrees: 37, edge, ...near }]],
  ["a reduction", (edge) => [{ op: "affine", scale: 0.3, angle: 10, edge, ...near }]],
  ["a mirror folded into a turn", (edge) => [{ op: "flipX" }, { op: "rotate", degrees: -25, edge, ...near }]],
  ["a perspective", (edge) => [{ op: "perspective", matrix: [1.2, 0.1, -6, 0, 1.3, -4, 0.001, 0, 1], edge, ...near }]],
];

/** The pixels of the output that show a pixel of the box. */
function shown(calls: OpCall[], [x0, y0, x1, y1]: number[]): [number, number][] {
  const images = Uint8Array.from({ length: height * width }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x >= x0! && x < x1! && y >= y0! && y < y1! ? 255 : 0;
  });
  const shape = { ...SIZE, channels: 1 };
  const made = reference(planOf([calls]), { dataset: { images }, shape, format: "u8", layout: "nhwc" }).images;
  return Array.from(made).flatMap((value, i) =>
    value > 0 ? [[i % width, Math.floor(i / width)] as const] : [],
  ) as never;
}

describe.each(EDGES)("%s", (edge) => {
  test.each(WAYS)("%s", (_, way) => {
    const calls = way(edge);
    for (const box of [
      [3, 2, 9, 7],
      [28, 15, 36, 24],
      [0, 0, 4, 4],
      [12, 8, 20, 20],
    ]) {
      const pixels = shown(calls, box);
      const keypoints = { data: Float64Array.of(box[0]! + 1.5, box[1]! + 1.5, 2), count: 1, at: "edge" as const };
      const made = through(planOf([calls]), [[box]], ALL, { keypoints });
      const boxes = rowsOf(made)[0]!;
      const isIn = ([x0, y0, x1, y1]: number[], x: number, y: number, slack = 2e-3) =>
        x >= x0! - slack && x <= x1! + slack && y >= y0! - slack && y <= y1! + slack;
      // A pixel beside none of them: nobody's.
      expect(pixels.filter(([x, y]) => !boxes.some((one) => isIn(one!, x + 0.5, y + 0.5)))).toEqual([]);
      boxes.forEach((one, i) => {
        if (made.area[i]! < 4) return;
        const mine = pixels.filter(([x, y]) => isIn(one!, x + 0.5, y + 0.5));
        expect(mine.length).toBeGreaterThan(0);
        // Its pixels fill it: a turned box has empty corners, and one more pixel at each side is no part of it.
        const [x0, y0, x1, y1] = one as [number, number, number, number];
        const xs = mine.map(([x]) => x);
        const ys = mine.map(([, y]) => y);
        expect(Math.max(Math.min(...xs) - x0, x1 - Math.max(...xs) - 1)).toBeLessThan(3);
        expect(Math.max(Math.min(...ys) - y0, y1 - Math.max(...ys) - 1)).toBeLessThan(3);
        const [x, y, v] = made.keypoints!.data.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
        if (v > 0) expect(isIn(one!, x, y)).toBe(true);
      });
      // The own one, where it shows, and the others behind it, all with the object's index.
      expect(new Set(made.index)).toEqual(new Set(boxes.length ? [0] : []));
    }
  });
});

test("the comparison sees copies that have no box", () => {
  const [, way] = WAYS[2]!;
  const calls = way("symmetric");
  const [own] = rowsOf(through(planOf([calls]), [[[3, 2, 9, 7]]], { ...ALL, copies: "ignore" }))[0]!;
  const beside = shown(calls, [3, 2, 9, 7]).filter(
    ([x, y]) => x < own![0]! || x > own![2]! || y < own![1]! || y > own![3]!,
  );
  expect(beside.length).toBeGreaterThan(3);
});

test("a shift by wrap parts an object in two, and what both show is all of it", () => {
  const plan = planOf([[{ op: "affine", translate: [6, 0], edge: "wrap", ...near }]]);
  const made = through(plan, [[[26, 4, 36, 8]]], ALL);
  expect(rowsOf(made)).toEqual([
    [
      [32, 4, 36, 8],
      [0, 4, 6, 8],
    ],
  ]);
  expect(Array.from(made.visible)).toEqual([0.4, 0.6].map(Math.fround));
});

test("a mirrored copy exchanges left and right, and has its border's pixels once", () => {
  const keypoints = {
    data: Float64Array.of(2.5, 5.5, 2, 6.5, 5.5, 2),
    count: 2,
    at: "edge" as const,
    swap: [[0, 1]] as [number, number][],
  };
  const of = (edge: "symmetric" | "reflect") =>
    through(planOf([[{ op: "affine", translate: [12, 0], edge, ...near }]]), [[[0, 4, 8, 8]]], ALL, { keypoints });
  const symmetric = of("symmetric");
  expect(rowsOf(symmetric)).toEqual([
    [
      [12, 4, 20, 8],
      [4, 4, 12, 8],
    ],
  ]);
  expect(Array.from(symmetric.keypoints!.data)).toEqual([14.5, 5.5, 2, 18.5, 5.5, 2, 5.5, 5.5, 2, 9.5, 5.5, 2]);
  expect(rowsOf(of("reflect"))).toEqual([
    [
      [12, 4, 20, 8],
      [5, 4, 12, 8],
    ],
  ]);
});

test("what is no picture of objects any more is refused", () => {
  const tiny = planOf([[{ op: "affine", scale: 0.01, edge: "wrap" }]]);
  expect(() => through(tiny, [[[1, 1, 9, 9]]], ALL)).toThrow(
    'at most 256 copies of a picture, for copies: "objects", found',
  );
  const beyond = planOf([[{ op: "perspective", matrix: [1, 0, 0, 0, 1, 0, 0.05, 0, -0.5], edge: "reflect" }]]);
  expect(() => through(beyond, [[[1, 1, 9, 9]]], ALL)).toThrow(
    'plan.sources[0].ops.edge: expected a warp without its horizon, for copies: "objects", found "reflect"',
  );
});
