import { expect, test } from "vitest";
import { mixedAccuracy } from "../../../src/accuracy.ts";
import { InputError } from "../../../src/check/errors.ts";

const labels = {
  classes: new Uint32Array([4, 7, 2, 2, 1, 0]),
  shares: new Float32Array([0.75, 0.25, 0.5, 0.5, 1, 0]),
  sources: 2,
};

test("a prediction earns the share of its class", () => {
  expect(mixedAccuracy([4, 2, 1], labels)).toBe(1 * ((0.75 + 1 + 1) / 3));
  expect(mixedAccuracy(new Uint32Array([7, 2, 1]), labels)).toBe((0.25 + 1 + 1) / 3);
  expect(mixedAccuracy([9, 9, 0], labels)).toBe(0);
});

test("equal classes in a pair count together", () => {
  expect(mixedAccuracy([0, 2, 0], labels)).toBe(1 / 3);
});

test("scores: the highest of a row, the first of equals", () => {
  const scores = new Float32Array(3 * 8).fill(-5);
  scores[4] = 1;
  scores[8 + 2] = 3;
  scores[8 + 6] = 3;
  scores[16 + 1] = -4;
  expect(mixedAccuracy(scores, labels)).toBe((0.75 + 1 + 1) / 3);
});

test("unmixed labels: the usual accuracy", () => {
  expect(mixedAccuracy([3, 1, 2, 0], { classes: [3, 1, 0, 0], shares: [1, 1, 1, 1], sources: 1 })).toBe(0.75);
});

test("four sources, rounded to f32 each", () => {
  const thirds = { classes: [1, 2, 3, 1], shares: new Float32Array([0.1, 0.2, 0.3, 0.4]), sources: 4 };
  expect(mixedAccuracy([1], thirds)).toBeCloseTo(0.5, 6);
});

const WRONG: [call: () => number, message: string][] = [
  [() => mixedAccuracy([1], { ...labels, sources: 0 }), "labels.sources: expected a positive whole number, found 0"],
  [
    () => mixedAccuracy([1], { ...labels, sources: 4 }),
    "labels.shares: expected a positive multiple of 4 numbers, sources a row, found 6",
  ],
  [
    () => mixedAccuracy([1], { ...labels, shares: [], classes: [] }),
    "labels.shares: expected a positive multiple of 2 numbers, sources a row, found 0",
  ],
  [
    () => mixedAccuracy([1, 2, 3], { ...labels, classes: [1, 2] }),
    "labels.classes: expected 6 class ids, one a share, found 2",
  ],
  [
    () => mixedAccuracy([1, 2], labels),
    "predictions: expected 3 class ids, or as many scores a row for 3 rows, found 2",
  ],
  [() => mixedAccuracy([], labels), "predictions: expected 3 class ids, or as many scores a row for 3 rows, found 0"],
  [() => mixedAccuracy([1, 0.5, 0], labels), "predictions[1]: expected a class id, a whole number, found 0.5"],
  [() => mixedAccuracy([1, 0, -1], labels), "predictions[2]: expected a class id, a whole number, found -1"],
  [() => mixedAccuracy([1, 2, 3, 4, Number.NaN, 6], labels), "predictions[4]: expected a number, found NaN"],
  [
    () => mixedAccuracy([1], { classes: [1, 2], shares: [1.5, -0.5], sources: 2 }),
    "labels.shares[0]: expected a number from 0 to 1, found 1.5",
  ],
  [
    () => mixedAccuracy([1], { classes: [1, 2], shares: [0.5, 0.25], sources: 2 }),
    "labels.shares[0]: expected shares that sum to 1 in a row, found 0.75",
  ],
];

test.each(WRONG)("%s", (call, message) => {
  expect(call).toThrow(InputError);
  expect(call).toThrow(expect.objectContaining({ message }));
});
