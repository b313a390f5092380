/** Mixers that are trees of the rows there already are: ResizeMix, Mosaic, MixUp of several, CutBlur. */

import { describe, expect, test } from "vitest";
import { provenance } from "../../../src/analysis/provenance.ts";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { cutblur } from "../../../src/mixers/cutblur.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { mosaic } from "../../../src/mixers/mosaic.ts";
import { multimixup } from "../../../src/mixers/multimixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { resizemix } from "../../../src/mixers/resizemix.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import * as ops from "../../../src/stages/ops.ts";
import { overDataset, plan, range, unrolled } from "../sample/request.ts";
import { mixPainted } from "./count.ts";

const SIZES = [
  [24, 32],
  [7, 5],
  [1, 9],
  [2, 2],
  [33, 8],
] as const;

const BOXED: [string, Policy][] = [
  ["resizemix", resizemix()],
  ["resizemix, all of it", resizemix({ scale: [0.9, 1], interpolation: "nearest" })],
  ["mosaic", mosaic()],
  ["mosaic 1 × 2", mosaic({ grid: [1, 2] })],
  ["mosaic 3 × 2", mosaic({ grid: [3, 2] })],
  ["mosaic 4 × 4", mosaic({ grid: [4, 4], center: [0, 1] })],
  ["cutmix, then mosaic", [cutmix(), mosaic()]],
  ["resizemix, then resizemix", [resizemix(), resizemix()]],
  ["one of them", oneOf([cutmix(), mosaic(), resizemix(), cutblur()], { prob: 0.9 })],
];

describe.each(BOXED)("%s", (_, policy) => {
  test.each(SIZES)("%i × %i: every pixel is one sample's, and the label has the counted shares", (height, width) => {
    const size = 7;
    const whole = plan(policy, size, { height, width });
    expect(validatePlan(whole, { batchSize: size, height, width })).toBe(whole);
    const { images, labels, picture } = mixPainted(whole, size);
    const isStacked = Array.isArray(policy) && whole.stages.some(({ rows }) => rows.some((row) => row.ops));
    for (const row of range(size)) {
      const counted = new Array<number>(size).fill(0);
      for (const level of images.subarray(row * picture, (row + 1) * picture)) counted[level]! += 1 / picture;
      const label = Array.from(labels.subarray(row * size, (row + 1) * size));
      expect(label.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      // Where ops move what was mixed before, shares are products of what each run counts.
      if (isStacked) continue;
      for (const k of range(size)) expect(label[k]).toBeCloseTo(counted[k]!, 5);
    }
  });
});

test("mosaic: every picture shows its part next to the meeting point, whole pixels", () => {
  const [height, width] = [12, 16];
  const { stages, sources } = plan(mosaic({ pairing: "roll" }), 4, { height, width });
  expect(stages).toHaveLength(2);
  const top = stages[1]!.rows[0]!;
  const line = stages[0]!.rows[top.own]!;
  if (top.mixer !== "cutmix" || line.mixer !== "cutmix") throw new Error("expected boxes");
  const [cx, cy] = [line.bbox[0], top.bbox[1]];
  const opsAt = (position: number) => sources[position]!.ops?.[0];
  expect(opsAt(line.own)).toMatchObject({ op: "crop", top: height - cy, left: width - cx });
  expect(opsAt(line.partner)).toMatchObject({ op: "crop", top: height - cy, left: -cx });
  const below = stages[0]!.rows[top.partner]!;
  if (below.mixer !== "cutmix") throw new Error("expected a box");
  expect(opsAt(below.own)).toMatchObject({ op: "crop", top: -cy, left: width - cx });
  expect(opsAt(below.partner)).toMatchObject({ op: "crop", top: -cy, left: -cx });
  expect([line.own, line.partner, below.own, below.partner].map((position) => sources[position]!.id)).toEqual([
    0, 3, 2, 1,
  ]);
});

test("mosaic: the meeting point is uniform on the middle half", () => {
  const { stages } = plan(mosaic(), 3000, { height: 1000, width: 1000 });
  const cuts = stages[1]!.rows.map((row) => (row.mixer === "cutmix" ? row.bbox[1] : 0));
  expect(Math.min(...cuts)).toBeGreaterThanOrEqual(250);
  expect(Math.max(...cuts)).toBeLessThanOrEqual(750);
  for (const edge of [375, 500, 625]) {
    expect(Math.abs(cuts.filter((cut) => cut < edge).length / 3000 - (edge - 250) / 500)).toBeLessThan(0.03);
  }
});

test("resizemix: the whole partner is in the box, from its first column to its last", () => {
  const [height, width] = [40, 64];
  const whole = plan(resizemix({ scale: [0.5, 0.5], pairing: "reverse" }), 2, { height, width });
  const row = whole.stages[0]!.rows[0]!;
  if (row.mixer !== "cutmix") throw new Error("expected a box");
  const [x0, y0, x1, y1] = row.bbox;
  const [m0, , m2, , m4, m5] = (whole.sources[row.partner]!.ops![0] as AnyCall).matrix as number[];
  expect([m0! * x0 + m2!, m0! * x1 + m2!, m4! * y0 + m5!, m4! * y1 + m5!].map(Math.round)).toEqual([
    0,
    width,
    0,
    height,
  ]);
});

test("resizemix: the side's share is uniform before clipping", () => {
  const side = 1000;
  const { stages } = plan(resizemix(), 4000, { height: side, width: side });
  const inside = stages[0]!.rows.flatMap((row) => {
    if (row.mixer !== "cutmix") return [];
    const [x0, y0, x1, y1] = row.bbox;
    const cut = x0 === 0 || y0 === 0 || x1 === side || y1 === side;
    return cut ? [] : [x1 - x0 - (y1 - y0)];
  });
  expect(inside.length).toBeGreaterThan(800);
  expect(inside.every((difference) => difference === 0)).toBe(true);
  // E[own share]: a clipped side of t L has a mean of (t − t²/4) L.
  const mean = stages[0]!.rows.reduce((sum, row) => sum + ("lambda" in row ? row.lambda : 0), 0) / 4000;
  const expected = range(1000).reduce((sum, i) => {
    const t = 0.1 + (0.7 * (i + 0.5)) / 1000;
    return sum + (1 - (t - (t * t) / 4) ** 2) / 1000;
  }, 0);
  expect(Math.abs(mean - expected)).toBeLessThan(0.01);
});

test("resizemix: in a large picture what is left of the box stays within the warp's reach", () => {
  const whole = plan(resizemix(), 200, { height: 4096, width: 2048 });
  const images = provenance(whole);
  expect(images.rows).toBe(200);
  for (const { ops: calls } of whole.sources) {
    for (const { matrix } of (calls ?? []) as AnyCall[])
      expect(Math.max(...(matrix as number[]).map(Math.abs))).toBeLessThan(2 ** 18);
  }
});

describe.each([2, 3, 4, 5, 16])("multimixup of %i", (sources) => {
  const whole = plan(multimixup({ sources }), 600);
  const tree = provenance(whole);

  test("weights sum to 1 and are Dirichlet: each has the mean 1 / n and its variance", () => {
    expect(whole.stages).toHaveLength(Math.ceil(Math.log2(sources)));
    const weights = range(600).map((row) =>
      Array.from(tree.weights.subarray(row * tree.slots, (row + 1) * tree.slots)).filter((w) => w > 0),
    );
    for (const list of weights) expect(list.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 5);
    const first = weights.map(([w]) => w!);
    const mean = first.reduce((sum, w) => sum + w, 0) / 600;
    const variance = first.reduce((sum, w) => sum + (w - mean) ** 2, 0) / 600;
    expect(Math.abs(mean - 1 / sources)).toBeLessThan(0.04);
    const expected = (sources - 1) / (sources * sources * (sources + 1));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.3);
  });

  test("labels are the weights", () => {
    const { labels } = mixPainted(plan(multimixup({ sources }), 6, { height: 2, width: 2 }), 6);
    for (const row of range(6))
      expect(labels.subarray(row * 6, row * 6 + 6).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });
});

test("cutblur: one box of the right size, a copy of itself, the label as it was", () => {
  const whole = plan(cutblur({ scale: [0.5, 0.5] }), 5);
  expect(whole.sources).toHaveLength(10);
  whole.stages[0]!.rows.forEach((row, i) => {
    if (row.mixer !== "cutmix") throw new Error("expected a box");
    expect([row.bbox[2] - row.bbox[0], row.bbox[3] - row.bbox[1]]).toEqual([16, 12]);
    expect([whole.sources[row.own]!.id, whole.sources[row.partner]!.id]).toEqual([i, i]);
    expect(whole.sources[row.partner]!.ops).toEqual([{ op: "downscale", factor: 4 }]);
  });
  const { labels } = mixPainted(whole, 5);
  for (const row of range(5)) expect(labels[row * 5 + row]).toBeCloseTo(1, 6);
});

test("a batch of one is left alone, except by a mixer of a picture with itself", () => {
  for (const policy of [resizemix(), mosaic(), multimixup()]) {
    expect(plan(policy, 1).stages.at(-1)!.rows).toEqual([{ mixer: "none", own: 0 }]);
  }
  expect(plan(cutblur(), 1).stages[0]!.rows[0]!.mixer).toBe("cutmix");
});

test("a lower mixer of a oneOf passes through the levels it does not need", () => {
  const whole = plan(oneOf([mixup(), multimixup({ sources: 16 })], { weights: [1, 0] }), 4);
  expect(whole.stages.map(({ rows }) => rows.map(({ mixer }) => mixer))).toEqual([
    ...Array.from({ length: 3 }, () => new Array(8).fill("none")),
    new Array(4).fill("mixup"),
  ]);
});

test("partners from the dataset come with their ops, and nobody unasked comes along", () => {
  const whole = overDataset([ops.flipX(), resizemix()], [3, 5]);
  expect(whole.sources).toHaveLength(4);
  expect(whole.sources.slice(2).map(({ from, ops: calls }) => [from, calls!.map(({ op }) => op)])).toEqual([
    ["dataset", ["flipX", "affine"]],
    ["dataset", ["flipX", "affine"]],
  ]);
});

const ALL: Policy[] = [
  resizemix(),
  mosaic({ grid: [3, 2] }),
  multimixup({ sources: 5 }),
  cutblur(),
  [mixup(), mosaic()],
];

test.each(ALL)("a row does not depend on the batch around it (I9): %j", (policy) => {
  const alone = (ids: number[], row: number) => {
    const whole = overDataset(policy, ids);
    return withoutPositions(whole, row);
  };
  expect(alone([7], 0)).toEqual(alone([3, 9, 7, 1], 2));
});

test.each(ALL)("a plan survives JSON: %j", (policy) => {
  const whole = plan(policy, 6);
  const again = JSON.parse(JSON.stringify(whole)) as Plan;
  expect(again).toEqual(whole);
  expect(mixPainted(again, 6)).toEqual(mixPainted(whole, 6));
  expect(plan(JSON.parse(JSON.stringify(policy)) as Policy, 6)).toEqual(whole);
});

/** An output row as a tree of ids, rows and ops. */
function withoutPositions(whole: Plan, row: number): unknown {
  const opsOf = (level: number, at: number): unknown => {
    if (level === 0) return whole.sources[at]!.ops;
    const one = whole.stages[level - 1]!.rows[at]!;
    return [one.ops, opsOf(level - 1, one.own), "partner" in one ? opsOf(level - 1, one.partner) : undefined];
  };
  const tree = JSON.stringify(unrolled(whole, row)).replaceAll('"batch ', '"dataset ');
  return [tree, opsOf(whole.stages.length, row)];
}
