/** Objects that a Jigsaw takes apart: an object for each part that hangs together, by counting pixels. */
import { type OpCall, type Plan, reference } from "mixwell";
import { describe, expect, test } from "vitest";
import { generator } from "../../random.ts";
import { pasted, planOf, rowsOf, SIZE, through } from "./plans.ts";

const { height, width } = SIZE;
type Box = [number, number, number, number];

/** The boxes of what hangs together of an object in a plan's one row, by pixels, and how many pixels each has. */
function components(plan: Plan, [x0, y0, x1, y1]: Box): Map<string, number> {
  const images = new Uint8Array(plan.sources.length * height * width);
  for (let y = y0; y < y1; y++) images.fill(255, y * width + x0, y * width + x1);
  const shape = { ...SIZE, channels: 1 };
  const made = reference(plan, { dataset: { images }, shape, format: "u8", layout: "nhwc" }).images;
  const left = new Set(Array.from(made).flatMap((value, i) => (value > 0 ? [i] : [])));
  const found = new Map<string, number>();
  for (const start of left) {
    const [part, box] = [[start], [width, height, 0, 0]];
    left.delete(start);
    for (const i of part) {
      const [x, y] = [i % width, Math.floor(i / width)];
      box.splice(0, 4, Math.min(box[0]!, x), Math.min(box[1]!, y), Math.max(box[2]!, x + 1), Math.max(box[3]!, y + 1));
      for (const [beside, isIn] of [
        [i - 1, x > 0],
        [i + 1, x < width - 1],
        [i - width, y > 0],
        [i + width, y < height - 1],
      ] as const)
        if (isIn && left.delete(beside)) part.push(beside);
    }
    found.set(box.join(), part.length);
  }
  return found;
}

const jigsaw = (grid: [number, number], order: number[]): OpCall => ({ op: "jigsaw", grid, order });

/** Some order of so many tiles. */
function shuffled(many: number, next: () => number): number[] {
  const order = Array.from({ length: many }, (_, i) => i);
  for (let i = many - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

describe("an object is as many as its parts that hang together", () => {
  test.each<[string, (next: () => number) => OpCall[]]>([
    ["2 × 2", (next) => [jigsaw([2, 2], shuffled(4, next))]],
    ["3 × 5, with a rest", (next) => [jigsaw([3, 5], shuffled(15, next))]],
    ["twice", (next) => [jigsaw([2, 3], shuffled(6, next)), jigsaw([3, 2], shuffled(6, next))]],
    ["and mirrored", (next) => [jigsaw([2, 3], shuffled(6, next)), { op: "flipX" }]],
    ["and cut off", (next) => [jigsaw([2, 3], shuffled(6, next)), { op: "crop", top: 3, left: 5, height, width }]],
  ])("%s", (_, calls) => {
    const { next } = generator(5);
    let most = 0;
    for (let round = 0; round < 12; round++) {
      const plan = planOf([calls(next)]);
      const [x, y] = [Math.floor(24 * next()), Math.floor(14 * next())];
      const box: Box = [x, y, x + 4 + Math.floor(8 * next()), y + 4 + Math.floor(6 * next())];
      const wanted = components(plan, box);
      const made = through(plan, [[box]], { pieces: "split" });
      const area = (box[2] - box[0]) * (box[3] - box[1]);
      const found = new Map(rowsOf(made)[0]!.map((one, i) => [one.join(), Math.round(made.visible[i]! * area)]));
      expect(found).toEqual(wanted);
      expect(made.labels.length).toBe(wanted.size);
      most = Math.max(most, wanted.size);
      // Joined, one box is around all of them.
      expect(rowsOf(through(plan, [[box]]))[0]!.length).toBe(Math.min(1, wanted.size));
    }
    expect(most).toBeGreaterThan(1);
  });
});

test("points are with the part that they are in, fields with all, and thresholds count each part", () => {
  // The halves change places.
  const plan = planOf([[jigsaw([1, 2], [1, 0])]]);
  const keypoints = { data: Float64Array.of(14, 5, 2, 20, 5, 2), count: 2, at: "edge" as const };
  const of = (options: object) =>
    through(plan, [[[12, 4, 22, 8]]], { pieces: "split", ...options }, { keypoints, labels: [7], fields: { id: [3] } });
  const made = of({});
  expect(rowsOf(made)).toEqual([
    [
      [0, 4, 4, 8],
      [30, 4, 36, 8],
    ],
  ]);
  expect(Array.from(made.visible)).toEqual([0.4, 0.6].map(Math.fround));
  expect(Array.from(made.keypoints!.data)).toEqual([32, 5, 0, 2, 5, 2, 32, 5, 2, 2, 5, 0]);
  expect([Array.from(made.labels), made.fields.id, Array.from(made.index)]).toEqual([
    [7, 7],
    [3, 3],
    [0, 0],
  ]);
  expect(rowsOf(of({ minVisibility: 0.5 }))).toEqual([[[30, 4, 36, 8]]]);
  expect(Array.from(of({ minVisibility: 0.5, keep: "all" }).kept!)).toEqual([0, 1]);
});

test("a paste cuts parts off, and what it parts that no tile did stays one", () => {
  const plan = planOf([[jigsaw([1, 2], [1, 0])], []], [[pasted(0, 1, [31, 0, 33, 24])]]);
  const made = through(plan, [[[12, 4, 22, 8]], []], { pieces: "split" });
  expect(rowsOf(made)).toEqual([
    [
      [0, 4, 4, 8],
      [30, 4, 36, 8],
    ],
  ]);
  expect(Array.from(made.visible)).toEqual([0.4, 0.4].map(Math.fround));
});

test("an option that is none", () => {
  expect(() => through(planOf([[]]), [[[1, 1, 4, 4]]], { pieces: "apart" as never })).toThrow(
    'options.pieces: expected "join" or "split", found "apart"',
  );
});
