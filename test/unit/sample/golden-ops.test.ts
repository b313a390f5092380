/**
 * One plan with ops, drawn once and committed, as in `golden.test.ts`: a change of any stream changes it, and with it
 * every run that anybody has recorded by its seed.
 */
import { expect, test } from "vitest";
import { augMix } from "../../../src/mixers/aug-mix.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { augMixPolicy } from "../../../src/peers/aug-mix-policy.ts";
import { presets } from "../../../src/peers/presets.ts";
import { randAugment } from "../../../src/peers/rand-augment.ts";
import { repeatedAugmentation } from "../../../src/policy/repeated-augmentation.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomOrder } from "../../../src/stages/pipeline.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { randomGridMask } from "../../../src/stages/random-grid-mask.ts";
import { randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import golden from "./golden-ops-plan.json" with { type: "json" };

const shape = { seed: 1, epoch: 2, height: 28, width: 40 };

test("the ops of seed 1: RandAugment, a mixer, and more", () => {
  const policy = [
    randomResizedCrop(),
    presets.timmRandAugment("rand-m9-n2-p0.8-mstd0.5-inc1").policy,
    oneOf([mixup({ alpha: 0.4 }), cutmix()], { stream: "mix" }),
    randomOrder([randomErasing({ mode: "pixel" }), randomGridMask({ prob: 0.5 }), ops.hue({ shift: [-0.1, 0.1] })]),
  ];
  expect(samplePlan({ ...shape, policy, ids: [17, 4, 900, 23], datasetSize: 1000, from: "dataset" })).toEqual(
    golden.dataset,
  );
});

test("the ops of seed 1: every table, AugMix and repeats, in a batch without ids", () => {
  const tables = ["kerascv", "keras3", "torchvision", "dali"] as const;
  const policy = [
    repeatedAugmentation([ops.identity(), ops.flipX()]),
    ...tables.map((table) => randAugment({ table, layers: 1, stream: table })),
    augMix(augMixPolicy({ severity: 5 })),
    presets.torchvisionTrivialAugmentWide().policy,
    presets.torchvisionAutoAugment({ policy: "cifar10" }).policy,
  ];
  expect(samplePlan({ ...shape, policy, step: 9, batchSize: 2 })).toEqual(golden.batch);
});
