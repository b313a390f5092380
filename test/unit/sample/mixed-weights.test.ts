/**
 * What rows weigh in a loss: the weights of their sources by share, by hand. (Against the labels the GPU writes:
 * test/gpu/views.test.ts.)
 */
import { cutmix, mixedWeights, mixup, type Plan } from "mixwell";
import { expect, test } from "vitest";
import { overDataset, plan } from "./request.ts";

test("a blend is weighed by λ, a row that nothing was mixed into by its own weight", () => {
  const by: Plan = {
    ...plan([], 2),
    sources: [3, 4].map((id) => ({ from: "dataset", index: id, id })),
    stages: [
      {
        pairing: "reverse",
        rows: [
          { mixer: "mixup", own: 0, partner: 1, lambda: 0.75 },
          { mixer: "none", own: 1 },
        ],
      },
    ],
  };
  expect([...mixedWeights(by, [9, 9, 9, 2, 6])]).toEqual([0.75 * 2 + 0.25 * 6, 6]);
  expect([...mixedWeights(by, ({ index }) => index)]).toEqual([0.75 * 3 + 0.25 * 4, 4]);
});

test("a weight of 1 for everybody is 1 for every row, however often it was mixed", () => {
  const stacked = overDataset([cutmix(), mixup(), cutmix({ pairing: "reverse" })], [5, 17, 99]);
  for (const weight of mixedWeights(stacked, () => 1)) expect(Math.abs(weight - 1)).toBeLessThan(1e-6);
});

test("a sample that is asked for several times has one weight", () => {
  let asked = 0;
  const twice = plan(mixup({ pairing: "reverse" }), 4);
  mixedWeights(twice, () => asked++);
  expect(asked).toBe(4);
});

test.each<[unknown, string]>([
  [[1], "mixedWeights.weights[1]: expected a finite number, found undefined"],
  [[1, Number.NaN], "mixedWeights.weights[1]: expected a finite number, found NaN"],
  [() => "1", 'mixedWeights.weights[0]: expected a finite number, found "1"'],
  [{ 0: 1 }, "mixedWeights.weights: expected a list of weights by sample id, or a function, found Object"],
])("%s is refused", (weights, message) => {
  expect(() => mixedWeights(plan([], 2), weights as never)).toThrow(message);
});
