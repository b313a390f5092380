import { describe, expect, test } from "vitest";
import { PolicyError } from "../../../src/check/errors.ts";
import { ALPHA, PROB } from "../../../src/draw/bounds.ts";
import { resolveScalar, type Scalar } from "../../../src/draw/schedule.ts";
import { cosine, linear, piecewise } from "../../../src/draw/schedules.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import type { OneOf } from "../../../src/mixers/one-of.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { samplePlan } from "../../../src/sample/sample.ts";

const at = (scalar: Scalar, epoch: number, step = 0) =>
  resolveScalar(scalar, { epoch, step }, "x", { low: -1e9, high: 1e9, expected: "" });

describe("the value of a schedule", () => {
  test("linear is flat, a line, and flat again", () => {
    const ramp = linear({ from: 0.25, to: 1, start: 10, end: 20 });
    expect([0, 10, 15, 20, 99].map((epoch) => at(ramp, epoch))).toEqual([0.25, 0.25, 0.625, 1, 1]);
  });

  test("linear may fall, and count steps", () => {
    const ramp = linear({ from: 1, to: 0, end: 100, unit: "step" });
    expect([0, 25, 100].map((step) => at(ramp, 7, step))).toEqual([1, 0.75, 0]);
  });

  test("cosine is half a wave: the formula to the last digits, exact at its ends, symmetric", () => {
    const wave = cosine({ from: 0, to: 1, end: 1000 });
    expect([at(wave, 0), at(wave, 500), at(wave, 1000)]).toEqual([0, expect.closeTo(0.5, 15), 1]);
    for (let epoch = 0; epoch <= 1000; epoch++) {
      expect(Math.abs(at(wave, epoch) - (1 - Math.cos((Math.PI * epoch) / 1000)) / 2)).toBeLessThan(2e-15);
      expect(at(wave, epoch) + at(wave, 1000 - epoch)).toBeCloseTo(1, 14);
    }
  });

  test("piecewise holds each value until the next, and the first before it", () => {
    const stairs = piecewise([
      [5, 1],
      [10, 0.5],
      [80, 0],
    ]);
    expect([0, 5, 9, 10, 79, 80, 1000].map((epoch) => at(stairs, epoch))).toEqual([1, 1, 1, 0.5, 0.5, 0, 0]);
  });

  test("a function gets the time", () => {
    expect(at(({ epoch, step }) => epoch * 100 + step, 3, 4)).toBe(304);
  });

  test("schedules are plain data", () => {
    for (const schedule of [
      linear({ from: 0, to: 1, end: 5 }),
      cosine({ from: 0, to: 1, end: 5 }),
      piecewise([[0, 1]], "step"),
    ]) {
      expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule);
    }
  });
});

describe("a value out of bounds", () => {
  test("is refused with its path when a function returns it", () => {
    const check = (value: unknown) => () =>
      resolveScalar((() => value) as Scalar, { epoch: 0, step: 0 }, "policy[2].cutmix.alpha", ALPHA);
    expect(check(0)).toThrow(new PolicyError("policy[2].cutmix.alpha(time)", ALPHA.expected, 0));
    expect(check(Number.NaN)).toThrow("policy[2].cutmix.alpha(time): expected a number from 0.01 to 100, found NaN");
    expect(check("1")).toThrow('policy[2].cutmix.alpha(time): expected a number from 0.01 to 100, found "1"');
    expect(check(0.01)()).toBe(0.01);
  });

  test("never comes from rounding at a bound", () => {
    const wave = cosine({ from: 0.3, to: 1, end: 7919 });
    for (let epoch = 0; epoch < 7919; epoch += 13)
      expect(resolveScalar(wave, { epoch, step: 0 }, "prob", PROB)).toBeLessThanOrEqual(1);
  });
});

describe("a schedule in a policy", () => {
  const base = { seed: 3, ids: Array.from({ length: 400 }, (_, i) => i), height: 8, width: 8 };
  const mixed = (policy: Parameters<typeof samplePlan>[0]["policy"], epoch: number, step?: number) =>
    samplePlan({ ...base, policy, epoch, step }).stages[0]!.rows.filter(({ mixer }) => mixer !== "none");

  test("prob: MixUp switched off after an epoch", () => {
    const policy = mixup({
      prob: piecewise([
        [0, 1],
        [3, 0],
      ]),
    });
    expect([0, 2, 3, 9].map((epoch) => mixed(policy, epoch).length)).toEqual([400, 400, 0, 0]);
  });

  test("alpha: from U-shaped to bell-shaped", () => {
    const policy = mixup({ alpha: linear({ from: 0.1, to: 50, end: 10, unit: "step" }) });
    const spread = (step: number) => {
      const distances = mixed(policy, 0, step).map((row) => Math.abs(("lambda" in row ? row.lambda : 1) - 0.5));
      return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
    };
    expect(spread(0)).toBeGreaterThan(0.4);
    expect(spread(10)).toBeLessThan(0.06);
  });

  test("each side of [a, b] for itself", () => {
    const policy = mixup({ alpha: [({ epoch }) => 1 + epoch * 50, 1] });
    const mean = (epoch: number) =>
      mixed(policy, epoch).reduce((sum, row) => sum + ("lambda" in row ? row.lambda : 1), 0) / 400;
    expect(mean(0)).toBeCloseTo(0.5, 1);
    expect(mean(1)).toBeGreaterThan(0.95);
  });

  test("weights: from one mixer to the other", () => {
    const fade: OneOf = oneOf([mixup(), { kind: "cutmix" }], {
      weights: [linear({ from: 1, to: 0, end: 4 }), linear({ from: 0, to: 1, end: 4 })],
    });
    const cutmixes = (epoch: number) => mixed(fade, epoch).filter(({ mixer }) => mixer === "cutmix").length;
    expect(cutmixes(0)).toBe(0);
    expect(Math.abs(cutmixes(2) - 200)).toBeLessThan(50);
    expect(cutmixes(4)).toBe(400);
  });

  test("weights that sum to 0 at some time are refused then", () => {
    const policy = oneOf([mixup()], { weights: [({ epoch }) => 1 - epoch] });
    expect(mixed(policy, 0).length).toBe(400);
    expect(() => mixed(policy, 1)).toThrow("policy.oneOf.weights: expected a positive, finite sum, found [0]");
  });

  test("the step is asked for only where it counts", () => {
    expect(() => mixed(mixup({ alpha: linear({ from: 1, to: 2, end: 9, unit: "step" }) }), 0)).toThrow(
      "step: expected the number of the step: a strength of the policy depends on it, found undefined",
    );
    expect(() => mixed(mixup({ prob: ({ step }) => (step > 1 ? 1 : 0) }), 0)).toThrow(
      "step: expected the number of the step: a strength of the policy depends on it, found undefined",
    );
    expect(mixed(mixup({ prob: ({ epoch }) => epoch }), 1).length).toBe(400);
  });
});
