/** Geometry as a value, and the way back. */
import {
  backwards,
  convertBoxes,
  geometryOf,
  type OpCall,
  ops,
  type Plan,
  repeatedAugmentation,
  samplePlan,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { generator } from "../../random.ts";
import { drawn, POLICIES, pasted, planOf, SIZE } from "./plans.ts";

/** Calls of one picture that lose nothing of a plane: every point has a way back. */
const INVERTIBLE: Record<string, OpCall[]> = {
  nothing: [],
  mirror: [{ op: "flipX" }],
  "two mirrors": [{ op: "flipX" }, { op: "flipY" }],
  turn: [{ op: "rotate", degrees: 33 }],
  "turns around a colour": [{ op: "rotate", degrees: 33 }, { op: "invert" }, { op: "rotate", degrees: -20 }],
  crop: [{ op: "crop", top: 3, left: 5, height: 15, width: 20 }],
  pad: [{ op: "crop", top: -3, left: -5, height: 40, width: 50 }],
  resize: [{ op: "resize", height: 50, width: 41 }],
  "resized crop": [{ op: "cropAndResize", top: 2.5, left: 3.25, height: 10, width: 12, outHeight: 24, outWidth: 36 }],
  affine: [{ op: "affine", angle: 20, translate: [3, -2], scale: 1.3, shear: [8, -4] }],
  homography: [{ op: "perspective", matrix: [1.05, 0.03, -0.7, 0.01, 0.97, 0.4, 0.003, -0.002, 1] }],
  lens: [{ op: "lensDistortion", k1: 0.2, k2: -0.05 }, { op: "flipY" }],
  holes: [
    { op: "erase", box: [0, 0, 9, 9] },
    { op: "rotate", degrees: 10 },
  ],
};

const spots = (count: number): Float64Array => {
  const { next } = generator(5);
  return Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? SIZE.width : SIZE.height) * next());
};

describe.each(Object.entries(INVERTIBLE))("%s", (_, calls) => {
  const plan = planOf([calls]);

  test("points go forth and back to within 1e-9 pixels (T1)", () => {
    const there = geometryOf(plan, 0);
    const points = spots(200);
    const back = backwards(plan).points(0, there.forth(points));
    for (const [i, place] of back.entries()) expect(Math.abs(place - points[i]!)).toBeLessThan(1e-9);
    for (const [i, place] of there.back(there.forth(points)).entries())
      expect(Math.abs(place - points[i]!)).toBeLessThan(1e-9);
  });
});

test("jigsaw goes back tile by tile", () => {
  const plan = planOf([[{ op: "jigsaw", grid: [2, 3], order: [5, 3, 4, 0, 2, 1] }]]);
  const points = spots(100);
  const { forth } = geometryOf(plan, 0);
  expect(backwards(plan).points(0, forth(points))).toEqual(points);
});

test("boxes of views are those of the picture: mirrors, quarter turns, crops, other formats", () => {
  const calls: OpCall[][] = [
    [],
    [{ op: "flipX" }],
    [{ op: "flipX" }, { op: "flipY" }],
    [{ op: "crop", top: 2, left: 4, height: 20, width: 30 }],
    [{ op: "resize", height: 48, width: 72 }],
  ];
  const plans = calls.map((one) => planOf([one]));
  const box = Float64Array.of(6, 4, 16, 12);
  for (const plan of plans) {
    const corners = geometryOf(plan, 0).forth([6, 4, 16, 12]);
    const seen = [
      Math.min(corners[0]!, corners[2]!),
      Math.min(corners[1]!, corners[3]!),
      Math.max(corners[0]!, corners[2]!),
      Math.max(corners[1]!, corners[3]!),
    ];
    const view = backwards(plan);
    expect(Array.from(view.boxes(0, Float64Array.from(seen)))).toEqual(Array.from(box));
    const size = geometryOf(plan, 0).size;
    const yolo = convertBoxes(Float64Array.from(seen), "xyxy", { format: "cxcywh", normalized: true }, size);
    const back = convertBoxes(
      Float64Array.from(view.boxes(0, yolo, { format: "cxcywh", normalized: true })),
      { format: "cxcywh", normalized: true },
      "xyxy",
      SIZE,
    );
    for (const [i, number] of back.entries()) expect(number).toBeCloseTo(box[i]!, 4);
  }
});

test("a turned view's box comes back enclosed, and a turned box comes back turned", () => {
  const plan = planOf([[{ op: "rotate", degrees: 90 }]], undefined, { height: 30, width: 30 });
  expect(Array.from(backwards(plan).boxes(0, [[0, 20, 4, 30]]))).toEqual([0, 0, 10, 4]);
  const [x, y, width, height, degrees] = backwards(plan).boxes(0, [[2, 25, 4, 10, 0]], "cxcywhr");
  expect([x, y, width, height]).toEqual([5, 2, 4, 10]);
  expect(Math.abs(degrees! + 90)).toBeLessThan(1e-4);
});

test("rings come back in pieces from a jigsaw, and whole from a turn", () => {
  const polygons = { vertices: [2, 2, 30, 2, 30, 20, 2, 20], offsets: [0, 4] };
  const jigsaw = backwards(planOf([[{ op: "jigsaw", grid: [1, 2], order: [1, 0] }]])).polygons(0, polygons);
  expect([Array.from(jigsaw.rings), jigsaw.offsets.length]).toEqual([[0, 2], 3]);
  const whole = backwards(planOf([[{ op: "flipX" }]])).polygons(0, polygons);
  expect(Array.from(whole.vertices)).toEqual([34, 2, 6, 2, 6, 20, 34, 20]);
});

test("what lies beyond a horizon has no place, and a box over it is cut there", () => {
  const plan = planOf([[{ op: "perspective", matrix: [1, 0, 0, 0, 1, 0, 0.05, 0, 0.1] }]]);
  expect(Array.from(backwards(plan).points(0, [-3, 5]))).toEqual([Number.NaN, Number.NaN]);
  const [, , right] = backwards(plan).boxes(0, [[-10, 2, 20, 8]]);
  expect(Number.isFinite(right!)).toBe(true);
});

test("views of repeated augmentation lead back to one source each", () => {
  const views = [repeatedAugmentation([ops.identity(), ops.flipX(), ops.rotate({ degrees: 180 })])];
  const plan = samplePlan({ policy: views, seed: 1, ids: [3, 5], ...SIZE });
  const back = backwards(plan);
  const rows = plan.stages.at(-1)!.rows.length;
  expect(rows).toBe(6);
  const indices = Array.from({ length: rows }, (_, row) => plan.sources[back.source(row)]!.index);
  expect([...indices].sort()).toEqual([0, 0, 0, 1, 1, 1]);
  const places = Array.from({ length: rows }, (_, row) =>
    Array.from(back.points(row, geometryOf(plan, row).forth([4, 5]))),
  );
  for (const place of places) for (const [i, number] of place.entries()) expect(number).toBeCloseTo([4, 5][i]!, 9);
});

test("CutBlur leads back, a mix of two does not, and is named", () => {
  expect(() => backwards(drawn(POLICIES.cutblur!, 1)).points(0, [1, 2])).not.toThrow();
  const mixed = planOf([undefined, undefined], [[pasted(0, 1, [0, 0, 4, 4])]]);
  expect(() => backwards(mixed).points(0, [1, 2])).toThrow(
    "plan.stages[0].rows[0]: expected a row of one source, to lead back from, found a cutmix of two",
  );
  const whole: Plan = planOf([undefined, [{ op: "flipX" }]], [[{ mixer: "mixup", own: 0, partner: 1, lambda: 0 }]]);
  expect(Array.from(backwards(whole).points(0, [1, 2]))).toEqual([35, 2]);
});

describe("geometry of a leaf", () => {
  const plan = planOf(
    [[{ op: "flipX" }], [{ op: "rotate", degrees: 90 }]],
    [[{ ...pasted(0, 1, [0, 0, 4, 4]), ops: [{ op: "flipX" }] }]],
  );

  test("is the way through the levels: own, and partner", () => {
    expect([geometryOf(plan, 0).source, geometryOf(plan, 0, 1).source]).toEqual([0, 1]);
    expect([geometryOf(plan, 0).orientation, geometryOf(plan, 0, 1).orientation]).toEqual([1, -1]);
    expect(Array.from(geometryOf(plan, 0).forth([3, 4]))).toEqual([3, 4]);
    expect(geometryOf(plan, 0).moves.map(({ kind }) => kind)).toEqual(["warp", "warp"]);
  });

  test("is refused where there is none", () => {
    expect(() => geometryOf(plan, 1)).toThrow("geometryOf.row: expected an integer in 0..0, found 1");
    expect(() => geometryOf(plan, 0, 2)).toThrow("geometryOf.leaf: expected an integer in 0..1, found 2");
    expect(() => geometryOf(plan, 0).forth([1])).toThrow(
      "forth.points: expected x and y of each point, found 1 numbers",
    );
    expect(() => backwards(plan).boxes(3, [])).toThrow("backwards.boxes.row: expected an integer in 0..0, found 3");
  });
});
