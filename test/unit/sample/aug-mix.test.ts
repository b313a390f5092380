import { describe, expect, test } from "vitest";
import { provenance } from "../../../src/analysis/provenance.ts";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { augMix } from "../../../src/mixers/aug-mix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { augMixPolicy } from "../../../src/peers/aug-mix-policy.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import * as ops from "../../../src/stages/ops.ts";
import { plan, range } from "./request.ts";

/** The weight of every leaf of an output row that is there: [sample, chain of ops, weight]. */
function leaves(whole: Plan, row: number) {
  const tree = provenance(whole);
  return range(tree.slots)
    .map((k) => ({
      source: whole.sources[tree.sources[row * tree.slots + k]!]!,
      weight: tree.weights[row * tree.slots + k]!,
    }))
    .filter(({ weight }) => weight > 0);
}

describe.each([1, 2, 3, 4, 7])("%i chains", (width) => {
  const whole = plan(augMix(augMixPolicy(), { width }), 200);

  test("a picture is itself and its chains, with weights that sum to 1", () => {
    for (const row of range(200)) {
      const parts = leaves(whole, row);
      expect(parts.length).toBeLessThanOrEqual(width + 1);
      expect(parts.every(({ source }) => source.id === row)).toBe(true);
      expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 5);
    }
    expect(whole.stages).toHaveLength([0, 1, 2, 2, 3, 3, 3, 3][width]!);
    expect(whole.stages.at(-1)!.rows).toHaveLength(200);
    expect(validatePlan(whole, { batchSize: 200, height: 24, width: 32 })).toBe(whole);
  });

  test("the picture itself weighs 1 − m, m ~ Beta(1, 1), and every chain a share of m as large as any other", () => {
    const many = plan(augMix([ops.invert()], { width, depth: 1 }), 4000);
    const tree = provenance(many);
    const sums = new Array<number>(width + 1).fill(0);
    for (const row of range(4000)) {
      for (const k of range(tree.slots)) {
        const position = tree.sources[row * tree.slots + k]!;
        const weight = tree.weights[row * tree.slots + k]!;
        if (weight > 0) sums[position < 4000 ? 0 : 1 + ((position - 4000) % width)]! += weight;
      }
    }
    expect(sums[0]! / 4000).toBeCloseTo(0.5, 1);
    for (const chain of sums.slice(1)) expect(Math.abs(chain / 4000 - 0.5 / width)).toBeLessThan(0.025);
  });
});

test("chains are one to three ops, all lengths alike", () => {
  const { sources } = plan(augMix(augMixPolicy()), 600);
  const lengths = [1, 2, 3].map((n) => sources.slice(600).filter(({ ops }) => ops!.length === n).length);
  expect(lengths.reduce((sum, n) => sum + n, 0)).toBe(1800);
  for (const n of lengths) expect(Math.abs(n - 600)).toBeLessThan(80);
});

test("what comes before it is in every copy, what comes after it on the blend", () => {
  const whole = plan([ops.flipX(), augMix([ops.invert()], { depth: 1 }), ops.posterize({ bits: 4 })], 3);
  expect(whole.sources.slice(0, 3).map(({ ops }) => ops)).toEqual(range(3).map(() => [{ op: "flipX" }]));
  expect(whole.sources.slice(3).map(({ ops }) => ops)).toEqual(range(9).map(() => [{ op: "flipX" }, { op: "invert" }]));
  expect(whole.stages[1]!.rows.map(({ ops }) => ops)).toEqual(range(3).map(() => [{ op: "posterize", bits: 4 }]));
});

test("after a mixer it blends copies of the mixed picture", () => {
  const whole = plan([mixup({ pairing: "reverse" }), augMix([ops.invert()], { depth: 1, width: 1 })], 3);
  const [mixed, blended] = whole.stages;
  expect(mixed!.rows).toHaveLength(6);
  expect(mixed!.rows.slice(3)).toEqual(mixed!.rows.slice(0, 3).map((row) => ({ ...row, ops: [{ op: "invert" }] })));
  expect(blended!.rows.map((row) => [row.own, "partner" in row ? row.partner : -1])).toEqual([
    [0, 3],
    [1, 4],
    [2, 5],
  ]);
});

test("a prob leaves pictures alone, and no copy is made of them", () => {
  const whole = plan(augMix([ops.invert()], { prob: 0.5, width: 1, depth: 1 }), 400);
  const left = whole.stages[0]!.rows.filter(({ mixer }) => mixer === "none").length;
  expect(Math.abs(left - 200)).toBeLessThan(50);
  expect(whole.sources).toHaveLength(400 + (400 - left));
});
