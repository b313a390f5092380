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
import { opsFor, opsIn, readingSet, readingsFor } from "../../../src/lower/op-set.ts";
import type { OpName } from "../../../src/ops/index.ts";
import { imageOps } from "../../../src/ops/index.ts";
import type { ImageOp } from "../../../src/ops/op.ts";
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
  "grid mask and colours": [
    randomGridMask(),
    colorJitter({ brightness: 0.2, contrast: 0.2, saturation: 0.2, hue: 0.1 }),
  ],
  mixers: [resizemix(), mosaic(), cutblur()],
};

test.each(Object.entries(policies))("%s: no draw has an op that was not expected", (_, policy) => {
  const expected = drawsOfPolicy(policy).ops;
  for (let step = 0; step < 60; step++) {
    const plan = samplePlan({
      policy,
      seed: 5,
      step,
      batchSize: 16,
      height: 8,
      width: 8,
      ids: Array.from({ length: 16 }, (_, i) => i),
    });
    expect(opsFor(plan, expected)).toBe(expected);
  }
});

test("a plan with another op gets the kernels for that too", () => {
  const plan = samplePlan({ policy: [op("invert"), mixup()], seed: 1, step: 0, batchSize: 4, height: 8, width: 8 });
  expect(opsFor(plan, ["solarize"])).toEqual(["solarize", "invert"]);
  expect(opsFor(plan, undefined)).toEqual(["invert"]);
});

test("a kernel has those of the ops that it runs, whatever their order", () => {
  expect(opsIn("augment_u8", ["rotate", "invert", "equalize", "rotate"])).toEqual(["equalize", "invert", "rotate"]);
  expect(opsIn("augment_u8", ["invert", "rotate", "equalize"])).toEqual(["equalize", "invert", "rotate"]);
  expect(opsIn("tone_u8", ["rotate", "invert", "equalize"])).toEqual(["equalize"]);
  expect(opsIn("tile_u8", ["jpegQuality", "invert"])).toEqual(["jpegQuality"]);
  expect(opsIn("augment_f32", ["normalize"])).toEqual(["normalize"]);
  for (const [name, { kind, floatsOnly }] of Object.entries<ImageOp>(imageOps)) {
    const op = [name as OpName];
    expect(opsIn("augment_pixels_f32", op), name).toEqual(op);
    expect(opsIn("augment_pixels_u8", op), name).toEqual(floatsOnly ? [] : op);
    expect(opsIn("tone_u8", op), name).toEqual(kind === "tone" ? op : []);
  }
});

const segments = (calls: OpCall[]) => [
  new Cutter({ height: 8, width: 8, channels: 3 }, "u8", () => 0).segmentsOf(calls, () => "ops"),
];

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
  expect(readingsFor(segments([{ op: "rotate", degrees: 9, interpolation: "nearest" }]), ["nearest"])).toEqual([
    "nearest",
  ]);
  const readingsOf = (policy: Policy) => drawsOfPolicy(policy).readings;
  expect(readingsOf([randAugment({ interpolation: "nearest" }), op("rotate", { degrees: [-9, 9] })])).toEqual([
    "nearest",
    "bilinear",
  ]);
  expect(readingsOf(op("rotate", { degrees: 9, interpolation: { choice: ["nearest", "bicubic"] } }))).toEqual([
    "nearest",
    "bicubic",
  ]);
  // What moves whole pixels reads the nearest.
  expect(readingsOf([op("flipX"), randomCrop({ padding: 2 })])).toEqual(["nearest"]);
  expect(readingsOf(randomResizedCrop({ height: 8, width: 8 }))).toEqual(["average"]);
  expect(readingsOf(randomResizedCrop({ interpolation: ["bilinear", "bicubic"] }))).toEqual(["bicubic", "average"]);
  expect(readingsOf(randomResizedCrop({ antialias: false }))).toEqual(["bilinear"]);
  expect(readingsOf(resizemix({ interpolation: "nearest" }))).toEqual(["nearest"]);
  expect(readingSet(["rotate"], ["bilinear"])).toEqual({ READS_BILINEAR: 1, READS_BICUBIC: 0, READS_AVERAGE: 0 });
  expect(readingSet(["rotate"], undefined)).toEqual({});
  // A kernel without warps has no such constants.
  expect(readingSet(["invert"], ["bilinear"])).toEqual({});
});
