/** Warps by a field of displacements: their places against the same fields in f64, and what they refuse. */
import { geometryOf, type OpCall } from "mixwell";
import { describe, expect, test } from "vitest";
import { Cutter } from "../../../src/analysis/passes.ts";
import type { Size } from "../../../src/format/format.ts";
import { fieldWords } from "../../../src/generated/op-words.ts";
import { PIXEL } from "../../../src/ops/lib/place.ts";
import { planOf } from "../../oracles/targets/sets.ts";
import { generator } from "../../random.ts";

/** Where a call reads whole pixels, by its words and tables as the shader gets them; and the last bit of a node. */
function placesOf(call: OpCall, { height, width }: Size) {
  const tables: number[] = [];
  const table = (bytes: Uint8Array) => {
    const at = tables.length / 16;
    tables.push(...bytes, ...new Array((16 - (bytes.length % 16)) % 16).fill(0));
    return at;
  };
  const shape = { height, width, channels: 3 };
  const [segment] = new Cutter(shape, "u8", table).segmentsOf([call], () => "calls");
  const warp = segment!.warp!;
  if (!("place" in warp)) throw new Error("a matrix");
  const bytes = Uint8Array.from(tables);
  const at = (x: number, y: number) => {
    const place = warp.place({ ...shape, x, y }, bytes);
    return [place.x / PIXEL, place.y / PIXEL] as const;
  };
  const { shift } = fieldWords.decode(Uint32Array.from(warp.words));
  return { at, step: 1 / 2 ** (shift + 1) };
}

const CALLS: OpCall[] = [
  { op: "elastic", std: 2, sigma: 5, key: [1, 2] },
  { op: "elastic", std: 40, sigma: 90, folds: true, key: [1, 3] },
  { op: "elastic", std: 1, grid: [64, 1], key: [1, 4] },
  { op: "elastic", std: 300, grid: [3, 5], key: [1, 4] },
  { op: "gridDistortion", limit: 0.5, grid: [7, 3], key: [3, 4] },
  { op: "gridDistortion", limit: 0.2, grid: [1, 64], key: [3, 5] },
  { op: "thinPlateSpline", to: [0.1, 0, 1, -0.1, 0, 0.9, 0.9, 1, 0.4, 0.6] },
  { op: "thinPlateSpline", to: [0.1, 0, 1, -0.1, 0, 0.9, 0.9, 1, 0.4, 0.6], distance: "share" },
];

/** Height and width: all that sigma 5 divides into 64 cells. */
const SIZES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [7, 5],
  [37, 300],
  [224, 224],
  [500, 3],
];

describe.each(CALLS)("%o", (call) => {
  test.each(SIZES)("reads where its field says in f64, %i × %i pixels", (height, width) => {
    const { below } = generator(7);
    const pixels = [0, width - 1].flatMap((x) => [0, height - 1].map((y) => [x, y] as const));
    for (let i = 0; i < 60; i++) pixels.push([below(width), below(height)]);
    const points = pixels.flatMap(([x, y]) => [x + 0.5, y + 0.5]);
    const exact = geometryOf(planOf([height, width], [[call]]), 0).back(points);
    const { at, step } = placesOf(call, { height, width });
    // Half of a node's last bit, and of a place's; what is left of weights of 15 bits times nodes of 15, and of where
    // in its cell a pixel is.
    const within = 2.5 * step + 1 / PIXEL;
    pixels.forEach(([x, y], i) => {
      const [atX, atY] = at(x, y);
      expect(Math.abs(atX - exact[2 * i]!), `x of ${x}, ${y}`).toBeLessThanOrEqual(within);
      expect(Math.abs(atY - exact[2 * i + 1]!), `y of ${x}, ${y}`).toBeLessThanOrEqual(within);
    });
  });
});

test("the largest picture and the largest nodes stay within what a place holds", () => {
  const size = { height: 16_384, width: 16_384 };
  const nodes = Array.from({ length: 2 * 16 }, () => 16_383);
  const { at } = placesOf({ op: "elastic", grid: [1, 1], nodes }, size);
  expect(at(16_383, 16_383)).toEqual([32_766.5, 32_766.5]);
  expect(at(0, 0)).toEqual([16_383.5, 16_383.5]);
});

const square = [224, 224] as const;
const wrong: [OpCall, string][] = [
  [{ op: "elastic", std: 1, sigma: 5, grid: [4, 4] } as OpCall, "grid: expected sigma or grid, found both of them"],
  [{ op: "elastic", std: 1, nodes: [1, 1] } as OpCall, "nodes: expected std or nodes, found both of them"],
  [
    { op: "elastic", std: 1, sigma: 1 },
    "sigma: expected a number that divides a picture of 224 × 224 into 64 cells a side at most, found one that makes 130 × 130",
  ],
  [{ op: "elastic", std: 1, grid: [2.5, 4] }, "grid: expected [rows, columns], whole numbers, found [2.5, 4]"],
  [{ op: "elastic", grid: [2, 3], nodes: [1, 2, 3] }, "nodes: expected 60 numbers, x and y of 6 × 5 nodes, found 3"],
  [
    { op: "gridDistortion", grid: [2, 3], shifts: [1, 2] },
    "shifts: expected 24 numbers, x and y of 4 × 3 nodes, found 2",
  ],
  [
    { op: "gridDistortion", limit: 0.1, shifts: [1, 2] } as OpCall,
    "shifts: expected limit or shifts, found both of them",
  ],
  [{ op: "gridDistortion", grid: [0, 3] }, "grid: expected a list of 2 numbers 1 to 64 (cells), found [0, 3]"],
  [
    { op: "thinPlateSpline", from: [0, 0, 1, 1], to: [0, 0, 1, 1] },
    "from: expected x and y of 3 to 64 points, found 4 numbers",
  ],
  [{ op: "thinPlateSpline", to: [0, 0, 1, 0, 0, 1] }, "to: expected as many numbers as in from, 10, found 6"],
  [
    { op: "thinPlateSpline", from: [0, 0, 0.5, 0.5, 1, 1], to: [0, 0, 0.5, 0.5, 1, 1] },
    "to: expected points that are not all on a line, no two the same, found [0, 0, 0.5, 0.5, 1, 1]",
  ],
];

test.each(wrong)("%o is refused", (call, message) => {
  expect(() => geometryOf(planOf(square, [[call]]), 0)).toThrow(`ops[0].${message}`);
});
