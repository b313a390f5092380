/** Curves stay short and true however long the run. */
import { expect, test } from "vitest";
import { Curve, smoothed } from "../../../demo/train-page/curve.ts";
import { duration } from "../../../demo/train-page/words.ts";

test("a long curve keeps its length below 400 points, in order, from end to end", () => {
  const curve = new Curve();
  for (let step = 1; step <= 100_000; step++) curve.add({ step, loss: 2 * step, accuracy: 1 - step / 100_000 });
  const { points } = curve;
  expect(points.length).toBeLessThan(400);
  expect(points.length).toBeGreaterThanOrEqual(190);
  for (const [i, { step, loss, accuracy }] of points.entries()) {
    expect(step).toBeGreaterThan(points[i - 1]?.step ?? 0);
    // Means of a straight line lie on it.
    expect(loss).toBeCloseTo(2 * step, 6);
    expect(accuracy).toBeCloseTo(1 - step / 100_000, 6);
  }
  expect(points[0]!.step).toBeLessThan(1000);
  expect(points.at(-1)!.step).toBeGreaterThan(99_000);
});

test("a short curve is as it was given", () => {
  const curve = new Curve();
  const given = [1, 2, 3].map((step) => ({ step, loss: step, accuracy: 0.5 }));
  for (const point of given) curve.add(point);
  expect(curve.points).toEqual(given);
  expect(smoothed(curve.points, 2).map(({ step, loss }) => [step, loss])).toEqual([
    [1, 1],
    [2, 1.5],
    [3, 2.5],
  ]);
});

test("time left, in words", () => {
  expect([0, 59.4, 60, 185, 3599.4, 3600, 3840].map(duration)).toEqual([
    "0 s",
    "59 s",
    "1 min 0 s",
    "3 min 5 s",
    "59 min 59 s",
    "1 h 0 min",
    "1 h 4 min",
  ]);
});
