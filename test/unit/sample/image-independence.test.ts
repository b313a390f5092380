/**
 * A sample's ops are a pure function of (seed, epoch, sample id, policy): invariant I9, for image stages, wherever they
 * stand.
 */

import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { augMix } from "../../../src/mixers/aug-mix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { augMixPolicy } from "../../../src/peers/aug-mix-policy.ts";
import { presets } from "../../../src/peers/presets.ts";
import { randAugment } from "../../../src/peers/rand-augment.ts";
import type { OpCall, Plan } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { repeatedAugmentation } from "../../../src/policy/repeated-augmentation.ts";
import { epochOrder } from "../../../src/sample/epoch-order.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomApply, randomChoice, randomOrder, randomPipeline, sequential } from "../../../src/stages/pipeline.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { randomGridMask } from "../../../src/stages/random-grid-mask.ts";
import { randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import { overDataset, plan, range } from "./request.ts";

/** A picture with everything that decides it, its partners' ops among it, and nothing of the batch around it. */
function made(plan: Plan, row: number, level = plan.stages.length): unknown {
  if (level === 0) {
    const { from, id, ops } = plan.sources[row]!;
    return { from, id, ops };
  }
  const { own, ...rest } = plan.stages[level - 1]!.rows[row]!;
  const owned = made(plan, own, level - 1);
  return "partner" in rest
    ? { ...rest, own: owned, partner: made(plan, rest.partner, level - 1) }
    : { ...rest, own: owned };
}

const nested = randomPipeline(
  [
    randomChoice([ops.solarize({ threshold: [0, 256] }), sequential([ops.invert({ prob: 0.5 }), randomGridMask()])], {
      weights: [1, 3],
    }),
    randomOrder([ops.rotate({ degrees: [0, 30], randomSign: true }), ops.posterize({ bits: [1, 8] }), randomErasing()]),
    randomApply(ops.gaussianNoise({ std: [0, 20] })),
  ],
  { augmentationsPerImage: [1, 3], rate: 0.8, replace: false },
);

const POLICIES: Record<string, Policy> = {
  "RandAugment alone": randAugment(),
  "RandAugment, then MixUp": [randAugment({ layers: 3 }), mixup()],
  "timm's, MixUp, and more of it": [
    presets.timmRandAugment().policy,
    mixup({ prob: 0.6 }),
    nested,
    mixup(),
    ops.invert({ prob: 0.3 }),
  ],
  "AugMix, then MixUp": [augMix(augMixPolicy(), { prob: 0.7 }), mixup()],
  "MixUp, then AugMix": [randAugment(), mixup(), augMix(augMixPolicy({ peer: "timm" }), { width: 2 }), nested],
};

describe.each(Object.entries(POLICIES))("over a dataset: %s", (_, policy) => {
  /** Every sample of the epoch, as drawn in batches of one. */
  const alone = range(100).map((id) => made(overDataset(policy, [id], { epoch: 4 }), 0));

  test.each([1, 7, 64])("batches of %i, in shuffled order, on three shards", (batchSize) => {
    for (const rank of [0, 1, 2]) {
      const order = epochOrder({ seed: 1, epoch: 4, count: 100, batchSize, shard: { rank, world: 3 } });
      for (let b = 0; b < order.length; b++) {
        const ids = order.batch(b);
        const whole = overDataset(policy, ids, { epoch: 4 });
        ids.forEach((id, row) => {
          expect(made(whole, row)).toEqual(alone[id]);
        });
      }
    }
  });

  test("the plan is right, after JSON too", () => {
    const whole = overDataset(policy, range(20), { epoch: 4 });
    const copy = JSON.parse(JSON.stringify(whole));
    expect(copy).toStrictEqual(whole);
    expect(validatePlan(copy, { batchSize: 20, height: 24, width: 32, datasetSize: 100 })).toBe(copy);
  });

  test("the policy survives JSON and draws the same", () => {
    const copy = JSON.parse(JSON.stringify(policy)) as Policy;
    expect(copy).toStrictEqual(policy);
    expect(overDataset(copy, [3, 5])).toEqual(overDataset(policy, [3, 5]));
  });

  test("another epoch and another seed draw something else", () => {
    const drawn = (more: object) => JSON.stringify(overDataset(policy, range(20), more));
    expect(new Set([drawn({}), drawn({ epoch: 1 }), drawn({ seed: 2 })]).size).toBe(3);
  });
});

test("a partner from the dataset has the ops that it has as a row of its own", () => {
  const policy = [presets.timmRandAugment("rand-m9-p1-mstd0.5-inc1").policy, mixup()];
  const whole = overDataset(policy, range(30));
  const own = overDataset(policy, range(100));
  expect(whole.sources.length).toBeGreaterThan(50);
  for (const { id, ops } of whole.sources) expect(ops).toEqual(own.sources[id]!.ops);
});

test("image stages go before the first mixer into the sources, after a mixer into its rows", () => {
  const whole = plan(
    [ops.invert(), mixup({ pairing: "reverse" }), ops.posterize({ bits: 3 }), mixup({ pairing: "roll" }), ops.flipX()],
    4,
  );
  const calls = (pictures: { ops?: OpCall[] }[]) => pictures.map(({ ops }) => ops);
  expect(calls(whole.sources)).toEqual(range(4).map(() => [{ op: "invert" }]));
  expect(calls(whole.stages[0]!.rows)).toEqual(range(4).map(() => [{ op: "posterize", bits: 3 }]));
  expect(calls(whole.stages[1]!.rows)).toEqual(range(4).map(() => [{ op: "flipX" }]));
});

test("without a mixer the sources carry all ops, in order; a picture that drew nothing has none", () => {
  const whole = plan([ops.invert(), ops.solarize({ threshold: 9 })], 2);
  expect(whole.sources[1]!.ops).toEqual([{ op: "invert" }, { op: "solarize", threshold: 9 }]);
  expect(whole.stages).toEqual([
    {
      pairing: "reverse",
      rows: [
        { mixer: "none", own: 0 },
        { mixer: "none", own: 1 },
      ],
    },
  ]);
  expect(plan(ops.invert({ prob: 0 }), 1).sources[0]).toStrictEqual({ from: "batch", index: 0, id: 0 });
});

test("a stage with a stream keeps its draws when others come before it", () => {
  const erasing = randomErasing({ stream: "erase", prob: 1 });
  const alone = plan(erasing, 8).sources.map(({ ops }) => ops!.at(-1));
  expect(plan([randAugment(), randomResizedCrop(), erasing], 8).sources.map(({ ops }) => ops!.at(-1))).toEqual(alone);
  const nameless = randomErasing({ prob: 1 });
  expect(plan([randAugment(), nameless], 8).sources.map(({ ops }) => ops!.at(-1))).not.toEqual(
    plan(nameless, 8).sources.map(({ ops }) => ops!.at(-1)),
  );
});

test("rows of a second batch draw their own, by the id of the sample they are mixed with", () => {
  const policy = [randAugment(), mixup({ pairing: "external" })];
  const first = plan(policy, 3, { ids: [7, 8, 9], externalSize: 3 });
  const turned = plan(policy, 3, { ids: [9, 8, 7], externalSize: 3 });
  expect(first.sources.slice(3).map(({ ops }) => ops)).toEqual(
    turned.sources
      .slice(3)
      .map(({ ops }) => ops)
      .reverse(),
  );
  expect(first.sources[3]!.ops).not.toEqual(first.sources[0]!.ops);
});

test("granularity batch: all pictures draw the same, partners too", () => {
  const policy = [randAugment({ granularity: "batch" }), mixup()];
  const { sources } = overDataset(policy, range(16));
  for (const { ops } of sources) expect(ops).toEqual(sources[0]!.ops);
  const child = plan(
    sequential([ops.hue({ shift: [0, 0.5] }), ops.rotate({ degrees: [0, 9], granularity: "sample" })], {
      granularity: "batch",
    }),
    8,
  );
  expect(new Set(child.sources.map(({ ops }) => (ops![0] as AnyCall).shift)).size).toBe(1);
  expect(new Set(child.sources.map(({ ops }) => (ops![1] as AnyCall).degrees)).size).toBe(8);
});

describe("repeatedAugmentation", () => {
  const invert = ops.invert();
  const shift = ops.hue({ shift: [-0.5, 0.5] });

  test("B samples become B × n rows, copy after copy", () => {
    const whole = plan([repeatedAugmentation([invert, shift, shift]), mixup({ pairing: "reverse" })], 4);
    expect(whole.sources.map(({ index }) => index)).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
    expect(whole.stages[0]!.rows.map(({ own }) => own)).toEqual(range(12));
    expect(whole.stages[0]!.rows.map((row) => ("partner" in row ? row.partner : -1))).toEqual([
      3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8,
    ]);
    expect(whole.batchSize).toBe(4);
    expect(validatePlan(whole, { batchSize: 4, height: 24, width: 32 })).toBe(whole);
  });

  test("the first copy draws what the policy without it would; the others draw anew", () => {
    const rest = [randAugment({ stream: "ra" }), mixup({ stream: "mix" })];
    const whole = overDataset([repeatedAugmentation([invert, invert]), ...rest], [5, 6]);
    const plain = overDataset(rest, [5, 6]);
    const without = ({ ops }: { ops?: OpCall[] }) => ops!.slice(1);
    expect([without(whole.sources[0]!), without(whole.sources[1]!)]).toEqual([
      plain.sources[0]!.ops,
      plain.sources[1]!.ops,
    ]);
    expect(without(whole.sources[2]!)).not.toEqual(plain.sources[0]!.ops);
    const lambdas = whole.stages[0]!.rows.map((row) => ("lambda" in row ? row.lambda : -1));
    expect(new Set(lambdas).size).toBe(4);
  });
});
