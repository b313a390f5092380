/** What belongs to pictures, through warps by a field: nothing where the field is nothing, and where its pixels go. */
import { geometryOf, type OpCall, reference, targetPlan, transformObjects } from "mixwell";
import { describe, expect, test } from "vitest";
import { planOf } from "../../oracles/targets/sets.ts";
import { generator, noise } from "../../random.ts";

const [height, width] = [36, 50];
const source = planOf([height, width], [[]]);

const planOfCall = (call: OpCall) => planOf([height, width], [[call]]);

const pictures = (images: Uint8Array, channels: number) => ({
  batch: { images },
  shape: { height, width, channels },
  format: "u8" as const,
  layout: "nhwc" as const,
});

const STILL: OpCall[] = [
  { op: "elastic" },
  { op: "elastic", std: 0, sigma: 4, key: [5, 6] },
  { op: "gridDistortion", limit: 0, key: [5, 6] },
  { op: "gridDistortion", grid: [1, 2], shifts: new Array(12).fill(0) },
  { op: "thinPlateSpline" },
  { op: "thinPlateSpline", from: [0.2, 0.1, 0.9, 0.3, 0.4, 0.8], to: [0.2, 0.1, 0.9, 0.3, 0.4, 0.8] },
];

test.each(STILL)("%o changes nothing, at all four borders (F1)", (call) => {
  const images = noise(height * width * 3);
  expect(reference(planOfCall(call), pictures(images, 3), { output: { format: "u8" } }).images).toEqual(images);
  const batch = {
    format: "xyxy" as const,
    boxes: [
      [
        [0, 0, width, height],
        [0, 3, 5, 9],
        [width - 4, height - 5, width, height],
      ],
    ],
  };
  const still = transformObjects(source, { batch });
  const made = transformObjects(planOfCall(call), { batch });
  expect(made.boxes.length).toBe(12);
  made.boxes.forEach((number, i) => {
    expect(number).toBeCloseTo(still.boxes[i]!, 5);
  });
  for (const visible of made.visible) expect(visible).toBeCloseTo(1, 5);
});

test("control points are met, up to where the plate is sampled (F1)", () => {
  const from = [0.1, 0.1, 0.9, 0.15, 0.2, 0.85, 0.8, 0.9, 0.5, 0.45];
  const to = [0.15, 0.1, 0.85, 0.2, 0.2, 0.8, 0.8, 0.8, 0.55, 0.5];
  const pixels = (shares: number[]) => shares.map((share, i) => share * (i % 2 === 0 ? width : height));
  for (const distance of ["pixels", "share"] as const) {
    const made = geometryOf(planOfCall({ op: "thinPlateSpline", from, to, distance }), 0).forth(pixels(from));
    made.forEach((at, i) => {
      expect(Math.abs(at - pixels(to)[i]!)).toBeLessThan(0.02);
    });
  }
});

test("the strongest noise folds nothing over, unless it may (F1)", () => {
  const folded = (call: OpCall) => {
    const { back } = geometryOf(planOfCall(call), 0);
    let count = 0;
    for (let y = 0; y < height; y += 0.5)
      for (let x = 0; x < width; x += 0.5) {
        const [ax, ay, bx, by, cx, cy] = back([x, y, x + 0.01, y, x, y + 0.01]) as unknown as number[];
        if ((bx! - ax!) * (cy! - ay!) - (cx! - ax!) * (by! - ay!) <= 0) count++;
      }
    return count;
  };
  for (let draw = 0; draw < 20; draw++) {
    expect(folded({ op: "elastic", std: 100, sigma: 4, key: [draw, 0] })).toBe(0);
    expect(folded({ op: "elastic", std: 100, grid: [2, 3], key: [draw, 0] })).toBe(0);
    expect(folded({ op: "gridDistortion", limit: 0.249, key: [draw, 0] })).toBe(0);
  }
  expect(folded({ op: "elastic", std: 100, sigma: 4, folds: true, key: [0, 0] })).toBeGreaterThan(0);
});

const BENT: OpCall[] = [
  { op: "elastic", std: 2, grid: [4, 5], key: [8, 9] },
  { op: "elastic", std: 1, sigma: 3, key: [1, 9] },
  { op: "gridDistortion", limit: 0.25, key: [8, 9] },
  { op: "thinPlateSpline", to: [0.1, 0, 1, 0.05, 0, 0.9, 0.9, 1, 0.4, 0.6] },
  { op: "lensDistortion", k1: 0.3, k2: -0.1, center: [0.4, 0.6] },
];

describe.each(BENT)("%o", (call) => {
  test("a box encloses what its pixels became, and a point is where its pixel is (F2)", () => {
    const { below } = generator(3);
    const plan = planOfCall(call);
    for (let n = 0; n < 12; n++) {
      const [x0, y0] = [below(width - 10), below(height - 8)];
      const [x1, y1] = [x0 + 4 + below(width - x0 - 4), y0 + 4 + below(height - y0 - 4)];
      const ids = new Uint8Array(height * width);
      for (let y = y0; y < y1; y++) ids.fill(1, y * width + x0, y * width + x1);
      const map = reference(targetPlan(plan, { kind: "mask", fill: [0] }), pictures(ids, 1), {
        output: { format: "u8" },
      }).images;
      const keypoints = { data: Float32Array.of((x0 + x1) / 2, (y0 + y1) / 2, 2), count: 1, at: "edge" as const };
      const made = transformObjects(plan, {
        batch: { format: "xyxy", boxes: [[[x0, y0, x1, y1]]], keypoints } as never,
      });
      const shown: [number, number][] = [];
      map.forEach((id, i) => {
        if (id === 1) shown.push([i % width, Math.floor(i / width)]);
      });
      const [left, top, right, bottom] = made.boxes as unknown as [number, number, number, number];
      const bounds = [
        Math.min(...shown.map(([x]) => x)),
        Math.min(...shown.map(([, y]) => y)),
        Math.max(...shown.map(([x]) => x + 1)),
        Math.max(...shown.map(([, y]) => y + 1)),
      ];
      // A pixel shows where its centre is inside; the outline has 16 points a side.
      const slack = 0.5 + 0.05;
      expect(left).toBeLessThanOrEqual(bounds[0]! + slack);
      expect(top).toBeLessThanOrEqual(bounds[1]! + slack);
      expect(right).toBeGreaterThanOrEqual(bounds[2]! - slack);
      expect(bottom).toBeGreaterThanOrEqual(bounds[3]! - slack);
      // And no further than a tip that meets no pixel's centre.
      expect(Math.max(bounds[0]! - left, bounds[1]! - top, right - bounds[2]!, bottom - bounds[3]!)).toBeLessThan(1.5);
      const [x, y, v] = made.keypoints!.data as unknown as [number, number, number];
      if (v === 0) continue;
      const [backX, backY] = geometryOf(plan, 0).back([x, y]) as unknown as [number, number];
      expect(backX).toBeCloseTo((x0 + x1) / 2, 4);
      expect(backY).toBeCloseTo((y0 + y1) / 2, 4);
    }
  });
});
