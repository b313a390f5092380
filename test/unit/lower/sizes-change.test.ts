/**
 * Pictures of a batch change their size in whatever pass their own ops come to it: one has a histogram to take first,
 * another has not. Found by random policies.
 */
import { lower, mixup, ops, randAugment, randomResizedCrop, samplePlan } from "mixwell";
import { expect, test } from "vitest";

const crop = () => randomResizedCrop({ height: 4, width: 12 });
const POLICIES = {
  "RandAugment, then a crop that is resized": [randAugment({ table: "timm" }), crop()],
  "the same after a mixer": [mixup({ pairing: "roll" }), randAugment({ table: "timm" }), crop()],
  "between two mixers": [mixup({ pairing: "roll" }), ops.equalize({ prob: 0.5 }), crop(), mixup({ pairing: "roll" })],
};

test.each(Object.entries(POLICIES))("%s: every draw can be lowered", (_, policy) => {
  for (const tuning of ["hardware", "software"] as const)
    for (let seed = 0; seed < 40; seed++) {
      const plan = samplePlan({ policy, seed, step: 0, batchSize: 3, height: 8, width: 8 });
      const shape = { height: 8, width: 8, channels: 3 };
      const input = { shape, format: "u8", layout: "nhwc", pages: 1, picturesPerPage: 3 } as const;
      const { height, width, dispatches } = lower(plan, { ...input, output: {}, tuning });
      expect([height, width]).toEqual([4, 12]);
      expect(dispatches.length).toBeGreaterThan(1);
    }
});
