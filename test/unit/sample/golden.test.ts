/**
 * One plan, drawn once and committed. A change of any stream (a key, a counter, a draw more or less) changes it, and
 * with it every run that anybody has recorded by its seed: that is a breaking change, to be made on purpose and written
 * into the CHANGELOG.
 */
import { expect, test } from "vitest";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { epochOrder } from "../../../src/sample/epoch-order.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import golden from "./golden-plan.json" with { type: "json" };

const choice = oneOf([mixup({ alpha: 0.4 }), cutmix(), cutmix({ minmax: [0.2, 0.8] })], {
  prob: 0.8,
  weights: [2, 1, 1],
});
const shape = { seed: 1, epoch: 2, height: 28, width: 40 };

test("the plan of seed 1, over a dataset", () => {
  const ids = epochOrder({ seed: 1, epoch: 2, count: 1000, batchSize: 4 }).batch(3);
  const policy = [choice, mixup({ alpha: [8, 2], stream: "blend" })];
  expect(samplePlan({ ...shape, policy, ids, datasetSize: 1000, from: "dataset" })).toEqual(golden.dataset);
});

test("the plan of seed 1, in a batch without ids", () => {
  const policy = [
    cutmix({ box: "keras3", lambda: "beta", alphaRange: [0, 1] }),
    mixup({ pairing: "permutation" }),
    { ...choice, granularity: "pair" as const },
  ];
  expect(samplePlan({ ...shape, policy, step: 9, batchSize: 5 })).toEqual(golden.batch);
});
