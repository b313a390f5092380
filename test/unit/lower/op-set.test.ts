/** Kernels are made for the ops that a policy can draw: no plan of its own may need a second pipeline. */

import {
  augMix,
  augMixPolicy,
  autoAugment,
  colorJitter,
  cutblur,
  jitteredResize,
  mixup,
  mosaic,
  type OpCall,
  op,
  type Policy,
  randAugment,
  randomCrop,
  randomCutout,
  randomErasing,
  randomGridMask,
  randomJigsaw,
  randomPipeline,
  randomResizedCrop,
  resizemix,
  samplePlan,
  standardPolicy,
  threeAugment,
  trivialAugmentWide,
} from "mixwell";
import { expect, test } from "vitest";
import { Cutter } from "../../../src/analysis/passes.ts";
import { kernels, opIds } from "../../../src/generated/layouts.ts";
import { opSet, opsFor, readingsFor } from "../../../src/lower/op-set.ts";
import { imageOps, type OpName } from "../../../src/ops/index.ts";
import { drawsOfPolicy } from "../../../src/policy/draws.ts";

const policies: Record<string, Policy> = {
  "randAugment (KerasCV)": randAugment({ layers: 3 }),
  "randAugment (torchvision)": randAugment({ table: "torchvision" }),
  "randAugment (timm)": randAugment({ table: "timm" }),
  "randAugment (DALI)": randAugment({ table: "dali" }),
  "standard policy and a jigsaw": randomPipeline([...standardPolicy(), randomJigsaw()], { augmentationsPerImage: 4 }),
  trivialAugmentWide: trivialAugmentWide(),
  autoAugment: autoAugment(),
  augMix: [augMix(augMixPolicy())],
  threeAugment: threeAugment(),
  erasing: [randomErasing({ mode: "pixel" }), randomErasing(), randomCutout({ height: 0.5, width: 0.5 })],
  crops: [
    randomResizedCrop({ height: 8, width: 8 }),
    randomCrop({ height: 8, width: 8, padding: 2 }),
    jitteredResize({ height: 8, width: 8, scale: [1, 2] }),
  ],
  "grid mask and colours": [randomGridMask(), colorJitter({ brightness: 0.2, contrast: 0.2, saturation: 0.2, hue: 0.1 })],
  mixers: [resizemix(), mosaic(), cutblur()],
};

test.each(Object.entries(policies))("%s: no draw has an op that was not expected", (_, policy) => {
  const expected = drawsOfPolicy(policy).ops;
  for (let step = 0; step < 60; step++) {
    const plan = samplePlan({ policy, seed: 5, step, batchSize: 16, height: 8, width: 8, ids: Array.from({ length: 16 }, (_, i) => i) });
    expect(opsFor(plan, expected)).toBe(expected);
  }
});

test("a plan with another op gets the pipeline for all of them", () => {
  const plan = samplePlan({ policy: [op("invert"), mixup()], seed: 1, step: 0, batchSize: 4, height: 8, width: 8 });
  expect(opsFor(plan, ["solarize"])).toBeUndefined();
  expect(opsFor(plan, undefined)).toBeUndefined();
  expect(opSet(kernels.augment_u8, undefined)).toEqual({});
});

test("every op with a shader has a bit of its own, and warps one together", () => {
  const wordsOf = (ops: Parameters<typeof opSet>[1]) => opSet(kernels.augment_u8, ops);
  for (const [name, id] of Object.entries(opIds)) {
    const WARPS = imageOps[name as OpName].kind === "warp" ? 1 : 0;
    expect(wordsOf([name as OpName])).toMatchObject({ [`OPS_${id >>> 5}`]: 2 ** (id & 31), WARPS });
  }
  expect(wordsOf(["rotate", "invert", "rotate"])).toEqual({ ...wordsOf(["invert"]), WARPS: 1 });
  expect(opSet(kernels.tone_u8, ["equalize"])).not.toHaveProperty("WARPS");
});

const segments = (calls: OpCall[]) => [new Cutter({ height: 8, width: 8, channels: 3 }, "u8", () => 0).segmentsOf(calls, () => "ops")];

test.each([
  ["torchvision", ["nearest"]],
  ["timm", ["bicubic", "bilinear"]],
  ["kerascv", ["bilinear"]],
  ["keras3", ["bilinear"]],
  ["dali", ["bilinear"]],
] as const)("warps of %s read in no way that was not expected", (table, ways) => {
  const policy = randAugment({ table, layers: 3 });
  const expected = drawsOfPolicy(policy).readings!;
  expect(expected.toSorted()).toEqual(ways);
  for (let step = 0; step < 40; step++) {
    const { sources } = samplePlan({ policy, seed: 6, step, batchSize: 16, height: 8, width: 8 });
    for (const { ops = [] } of sources) expect(readingsFor(segments(ops), expected)).toBe(expected);
  }
});

test("another way to read gets the pipeline that reads in any way, and so does a stage that may choose", () => {
  expect(readingsFor(segments([{ op: "rotate", degrees: 9, interpolation: "bilinear" }]), ["nearest"])).toBeUndefined();
  expect(readingsFor(segments([{ op: "rotate", degrees: 9, interpolation: "nearest" }]), ["nearest"])).toEqual(["nearest"]);
  expect(drawsOfPolicy([randAugment(), op("rotate", { degrees: [-9, 9] })]).readings).toBeUndefined();
  expect(drawsOfPolicy(randomResizedCrop({ height: 8, width: 8 })).readings).toBeUndefined();
  expect(opSet(kernels.augment_u8, ["rotate"], ["bilinear"])).toMatchObject({ READS_BILINEAR: 1, READS_BICUBIC: 0, READS_AVERAGE: 0 });
  expect(opSet(kernels.augment_u8, ["rotate"], undefined)).not.toHaveProperty("READS_BILINEAR");
});
