/** Keypoints through plans. The numbers are those of the traps. */
import { type Keypoints, type OpCall, type Plan, transformObjects } from "mixwell";
import { describe, expect, test } from "vitest";
import { pasted, planOf, SIZE } from "./plans.ts";

const flipX: OpCall = { op: "flipX" };

/** Points of one object that is all of its picture. */
function points(plan: Plan, given: number[][], more: Partial<Keypoints> = {}, options: object = {}): number[][] {
  const { width, height } = plan;
  const data = Float64Array.from(given.flat());
  const boxes = plan.sources.map(() => [[0, 0, width, height]]);
  const keypoints = { data: Float64Array.from(plan.sources.flatMap(() => [...data])), count: given.length, ...more };
  const made = transformObjects(plan, { dataset: { format: "xyxy", boxes, keypoints } }, { keep: "all", ...options });
  const all = Array.from(made.keypoints!.data);
  return given.map((_, i) => all.slice(3 * i, 3 * i + 3));
}

test("index points: the mirror of x is W − 1 − x, and what lies on the right edge is outside (K1)", () => {
  const plan = planOf([[flipX]], undefined, { height: 25, width: 25 });
  expect(
    points(plan, [
      [0, 3, 2],
      [24, 3, 2],
      [24.5, 3, 2],
      [-0.5, 3, 2],
    ]),
  ).toEqual([
    [24, 3, 2],
    [0, 3, 2],
    // Its place in pixels is 25: one beyond the last.
    [-0.5, 3, 0],
    // At 0 it was inside, and is on the edge now.
    [24.5, 3, 0],
  ]);
  expect(
    points(
      plan,
      [
        [0, 3, 2],
        [25, 3, 2],
      ],
      { at: "edge" },
    ),
  ).toEqual([
    [25, 3, 0],
    [0, 3, 0],
  ]);
});

test("a resize keeps the middles of pixels (K1)", () => {
  const plan = planOf([[{ op: "resize", height: 48, width: 72 }]]);
  expect(
    points(plan, [
      [0, 0, 1],
      [35, 23, 1],
    ]),
  ).toEqual([
    [0.5, 0.5, 1],
    [70.5, 46.5, 1],
  ]);
});

describe("left and right change places (K2)", () => {
  const swap = [[0, 1]] as const;
  const given = [
    [1, 1, 2],
    [9, 5, 1],
    [4, 4, 2],
  ];
  const at = (calls: OpCall[]) => points(planOf([calls]), given, { swap }).map(([, , v]) => v);
  const straight = [2, 1, 2];
  const swapped = [1, 2, 2];

  test("on one mirror, not on two, nor on half a turn", () => {
    expect(at([])).toEqual(straight);
    expect(at([flipX])).toEqual(swapped);
    expect(at([{ op: "flipY" }])).toEqual(swapped);
    expect(at([flipX, { op: "flipY" }])).toEqual(straight);
    expect(at([flipX, { op: "invert" }, flipX])).toEqual(straight);
    expect(at([{ op: "rotate", degrees: 180 }])).toEqual(straight);
  });

  test("by an affine map that transposes, and by a homography that mirrors", () => {
    const size = { height: 30, width: 30 };
    const by = (call: OpCall) => points(planOf([[call]], undefined, size), given, { swap }).map(([, , v]) => v);
    expect(by({ op: "affine", matrix: [0, 1, 0, 1, 0, 0] })).toEqual(swapped);
    expect(by({ op: "perspective", matrix: [-1, 0, 30, 0, 1, 0, 0, 0, 1] })).toEqual(swapped);
    expect(by({ op: "perspective", matrix: [1, 0, 0, 0, 1, 0, 0.001, 0, 1] })).toEqual(straight);
  });
});

test("outside: v is 0, the place is kept, and it does not come back as visible after padding (K3)", () => {
  const crop: OpCall = { op: "crop", top: 0, left: 10, height: 24, width: 20 };
  const pad: OpCall = { op: "crop", top: 0, left: -10, height: 24, width: 36, fuse: false };
  expect(
    points(planOf([[crop]]), [
      [4, 4, 2],
      [12, 4, 2],
    ]),
  ).toEqual([
    [-6, 4, 0],
    [2, 4, 2],
  ]);
  expect(
    points(planOf([[crop, pad]]), [
      [4, 4, 2],
      [12, 4, 2],
    ]),
  ).toEqual([
    [4, 4, 0],
    [12, 4, 2],
  ]);
  expect(
    points(
      planOf([[crop]]),
      [
        [4, 4, 2],
        [12, 4, 2],
      ],
      {},
      { outside: "zero" },
    ),
  ).toEqual([
    [0, 0, 0],
    [2, 4, 2],
  ]);
});

test("v = 0 goes through as it came, what a paste covers is 0, and there are always K points (K4)", () => {
  const plan = planOf([[flipX], undefined], [[pasted(0, 1, [0, 0, 18, 24])]]);
  const made = points(plan, [
    [0, 0, 0],
    [4, 4, 2],
    [30, 4, 2],
  ]);
  expect(made).toEqual([
    [0, 0, 0],
    [31, 4, 2],
    [5, 4, 0],
  ]);
});

test("points that are painted over keep their v, or are marked", () => {
  const plan = planOf([[{ op: "cutout", box: [0, 0, 10, 10] }]]);
  const given = [
    [4, 4, 2],
    [12, 4, 2],
  ];
  expect(points(plan, given).map(([, , v]) => v)).toEqual([2, 2]);
  expect(points(plan, given, {}, { hiddenPoints: "mark" }).map(([, , v]) => v)).toEqual([1, 2]);
});

test("behind a horizon there is no place", () => {
  const plan = planOf([[{ op: "perspective", matrix: [1, 0, 0, 0, 1, 0, 0.02, 0, 0.6] }]]);
  const [made] = points(plan, [[200, 5, 2]], { at: "edge" });
  expect(made).toEqual([0, 0, 0]);
});

test("normalised points are counted from the edge, and are divided by the output's size", () => {
  const { height, width } = SIZE;
  const boxes = [[[0, 0, 1, 1]]];
  const keypoints = { data: Float64Array.of(0.25, 0.5, 2), count: 1 };
  const set = { format: "xyxy" as const, normalized: true, boxes, keypoints };
  const plan = planOf([[{ op: "crop", top: 0, left: 0, height, width: width / 2 }]]);
  const made = transformObjects(plan, { dataset: set });
  expect([made.keypoints!.at, ...made.keypoints!.data]).toEqual(["edge", 0.5, 0.5, 2]);
});

test("wrong keypoints are refused by name", () => {
  const wrong: [keypoints: unknown, message: string][] = [
    [
      { data: [1, 2], count: 1 },
      "keypoints.data: expected a Float32Array of 1 × 1 × 3 numbers, x, y and v, found [1, 2]",
    ],
    [{ data: [1, 2, 2], count: 0 }, "keypoints.count: expected a positive integer, found 0"],
    [{ data: [1, 2, 2], count: 1, at: "corner" }, 'keypoints.at: expected "index" or "edge", found "corner"'],
    [
      { data: [1, 2, 2], count: 1, swap: [[0, 1]] },
      "keypoints.swap[0]: expected two points of 0 to 0, each in one pair",
    ],
    [{ data: [1, 2, 2, 1, 2, 2], count: 2, swap: [[0, 0]] }, "keypoints.swap[0]"],
    [
      {
        data: [1, 2, 2, 1, 2, 2],
        count: 2,
        swap: [
          [0, 1],
          [1, 0],
        ],
      },
      "keypoints.swap[1]",
    ],
    [{ data: [1, 2, 2], count: 1, swaps: [] }, "(did you mean swap?)"],
    [
      { data: [1, Number.NaN, 2], count: 1 },
      "dataset.keypoints[0] (picture 0, object 0): expected finite numbers, found NaN",
    ],
  ];
  for (const [keypoints, message] of wrong) {
    const set = { format: "xyxy" as const, boxes: [[[0, 0, 9, 9]]], keypoints: keypoints as Keypoints };
    expect(() => transformObjects(planOf([undefined]), { dataset: set })).toThrow(message);
  }
});
