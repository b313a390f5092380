/** Recipes that draw and need no GPU: each is what its peer does, as the peer's documents say. */
import { type Plan, type Policy, type PolicyStage, presets, samplePlan } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { noise } from "../random.ts";

interface Recipe {
  policy: Policy;
  labels: { classes: number; smoothing?: number };
}

/** Draws from it, and says what the first row's mixing is and which ops there are. */
function drawn(policy: Policy, side = 224) {
  const ids = Array.from({ length: 16 }, (_, i) => i);
  const plan = samplePlan({ policy, seed: 3, ids, height: side, width: side, from: "dataset", datasetSize: 64 });
  const ops = new Set(plan.sources.flatMap(({ ops: calls = [] }) => calls.map(({ op }) => op)));
  return { plan, ops, mixers: plan.stages.map(mixersOf) };
}

/** Of the rows that are mixed: one that meets itself in a permutation is not. */
const mixersOf = ({ rows }: Plan["stages"][number]) =>
  new Set(rows.map(({ mixer }) => mixer).filter((mixer) => mixer !== "none"));

const kinds = (policy: Policy) => [policy].flat().map((stage) => (stage as PolicyStage).kind);

test("torchvision: its stages in its order, one mixer for the whole batch", async () => {
  const { options } = await runBlock<{ options: Recipe }>("docs/recipes/torchvision.md#torchvisions-training-recipe");
  expect(kinds(options.policy)).toEqual(["randomResizedCrop", "op", "randomChoice", "randomErasing", "oneOf"]);
  const { mixers, plan } = drawn(options.policy);
  expect(mixers[0]!.size).toBe(1);
  expect([plan.height, options.labels]).toEqual([224, { classes: 1000, smoothing: 0.1 }]);
});

test("DeiT III: one of three ops for each picture, then colours, then a mixer of timm's", async () => {
  const { options } = await runBlock<{ options: Recipe }>("docs/recipes/deit3.md#deit-iii");
  expect(kinds(options.policy)).toEqual(["randomResizedCrop", "op", "randomChoice", "randomOrder", "oneOf"]);
  const { plan } = drawn(options.policy);
  for (const { ops = [] } of plan.sources)
    expect(
      ops.filter(({ op }) => ["solarize", "color", "gaussianBlur", "grayscale"].includes(op)).length,
    ).toBeGreaterThan(0);
});

test("KerasCV's guide: three ops a picture, CutMix and then MixUp", async () => {
  const { options } = await runBlock<{ options: Recipe }>("docs/recipes/kerascv.md#randaugment-then-cutmix-then-mixup");
  const { mixers } = drawn(options.policy);
  expect(mixers).toEqual([new Set(["cutmix"]), new Set(["mixup"])]);
  expect(options.labels).toEqual({ classes: 102, smoothing: 0.1 });

  const filtered = await runBlock<{ policy: Policy; kept: { entry: string }[]; layers: unknown[] }>(
    "docs/recipes/kerascv.md#the-standard-policy-without-one-op-with-gridmask",
  );
  expect(filtered.kept.length).toBe(filtered.layers.length - 1);
  expect(drawn(filtered.policy).ops).toContain("gridMask");
  expect(drawn(filtered.policy).ops).not.toContain("shearX");

  const two = await runBlock<{ policy: Policy }>("docs/recipes/kerascv.md#a-pipeline-of-two-layers");
  expect(drawn(two.policy).ops).toEqual(new Set(["gridMask", "grayscale"]));
});

test("Keras 3's layers, and MixUp in four ways with their partners", async () => {
  const { options } = await runBlock<{ options: Recipe }>("docs/recipes/keras.md#keras-3s-layers");
  expect(drawn(options.policy).mixers).toEqual([new Set(["cutmix"]), new Set(["mixup"])]);
  const ways = await runBlock<Record<string, Policy>>("docs/recipes/keras.md#four-ways-to-mixup");
  const pairings = Object.values(ways).map((way) => drawn(way).plan.stages[0]!.pairing);
  expect(pairings).toEqual(["reverse", "permutation", "dataset"]);
});

test("Datarax: its operator, both mixers, and labels that are as hard as Beta(0.4, 0.4) says", async () => {
  const { options, combined } = await runBlock<{ options: Recipe; combined: Policy }>(
    "docs/recipes/datarax.md#datarax",
  );
  expect(options.policy).toEqual(presets.dataraxBatchMix({ alpha: 0.4, streamName: "mixup" }).policy);
  expect(drawn(combined).mixers[0]).toEqual(new Set(["mixup", "cutmix"]));
  const { hardness } = await runBlock<{ hardness: number[] }>("docs/recipes/datarax.md#label-hardness");
  expect(hardness.length).toBe(256);
  expect(hardness.every((share) => share >= 0.5 && share <= 1)).toBe(true);
  // E[max(λ, 1 − λ)] of Beta(0.4, 0.4) is 0.84; of 256 draws the mean is within four standard errors of 0.01.
  expect(Math.abs(hardness.reduce((sum, share) => sum + share, 0) / 256 - 0.84)).toBeLessThan(0.04);
});

test("albumentations: a Compose with OneOf and SomeOf can be drawn from", async () => {
  const { policy } = await runBlock<{ policy: PolicyStage[] }>("docs/recipes/albumentations.md#albumentations");
  expect(policy.length).toBe(6);
  const { ops } = drawn(policy);
  for (const op of ["cropAndResize", "flipX", "rotate", "solarize", "cutout"]) expect(ops).toContain(op);
});

test("Kornia: its stages in its order, each picture mixed by one of two mixers", async () => {
  const { policy } = await runBlock<{ policy: PolicyStage[] }>("docs/recipes/kornia.md#kornia");
  const { ops, mixers } = drawn(policy);
  for (const op of ["cropAndResize", "flipX", "rotate", "perspective", "gaussianBlur", "jigsaw", "cutout"])
    expect(ops).toContain(op);
  expect(mixers).toEqual([new Set(["mixup", "cutmix"])]);
});

test("without WebGPU: the reference makes pictures and labels", async () => {
  const brought = { pictures: noise(4 * 16 * 16 * 3), classIds: Uint32Array.of(0, 1, 2, 3) };
  const { images, labels } = await runBlock<{ images: Float32Array; labels: Float32Array }>(
    "docs/recipes/without-webgpu.md#on-the-cpu",
    brought,
  );
  expect(images.length).toBe(4 * 16 * 16 * 3);
  for (let row = 0; row < 4; row++)
    expect(labels.subarray(row * 10, (row + 1) * 10).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
});
