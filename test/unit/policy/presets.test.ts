import { describe, expect, test } from "vitest";
import { linear } from "../../../src/draw/schedules.ts";
import { presets } from "../../../src/peers/presets.ts";
import { validatePolicy } from "../../../src/policy/validate.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { colorJitter } from "../../../src/stages/color-jitter.ts";

const TIMM_LABELS = { classes: 1000, smoothing: 0.1, smoothUnmixed: true };

test("an odd name or number is refused, and does not mean the default", () => {
  expect(presets.keras3RandomErasing({ fillValue: 0 }).policy).toMatchObject({ fill: [0] });
  expect(presets.keras3RandomErasing({ fillValue: [1, 2, 3] }).policy).toMatchObject({ fill: [1, 2, 3] });
  expect(presets.keras3RandomErasing().policy).toMatchObject({ mode: "pixel" });
  expect(presets.timmRandomErasing({ mode: "rand" }).policy).toMatchObject({ mode: "channel" });
  expect(() => presets.timmRandomErasing({ mode: "random" as "rand" })).toThrow(
    "timmRandomErasing.mode: expected one of const, rand, pixel",
  );
  for (const chainDepth of [Number.NaN, "2" as never, [2, 3] as never]) {
    expect(() => presets.torchvisionAugMix({ chainDepth })).toThrow(
      "torchvisionAugMix.chainDepth: expected an integer",
    );
  }
  expect(() => colorJitter({ order: "Random" as "random" })).toThrow(
    "colorJitter.order: expected one of random, fixed",
  );
});

describe("the peers' defaults", () => {
  test("timm", () => {
    expect(presets.timmMixup()).toEqual({
      policy: { kind: "mixup", alpha: 1, prob: 1, granularity: "batch", pairing: "reverse" },
      labels: TIMM_LABELS,
    });
  });

  test("torchvision", () => {
    expect(presets.torchvisionMixUp()).toEqual({
      policy: { kind: "mixup", alpha: 1, prob: 1, granularity: "batch", pairing: "roll" },
    });
    expect(presets.torchvisionCutMix({ numClasses: 10 })).toEqual({
      policy: {
        kind: "cutmix",
        alpha: 1,
        prob: 1,
        granularity: "batch",
        pairing: "roll",
        box: "timm",
        lambda: "exact",
      },
      labels: { classes: 10 },
    });
  });

  test("KerasCV", () => {
    const stage = { prob: 1, granularity: "sample", pairing: "permutation" };
    expect(presets.kerasCvMixUp().policy).toEqual({ kind: "mixup", alpha: 0.2, ...stage });
    expect(presets.kerasCvCutMix().policy).toEqual({
      kind: "cutmix",
      alpha: 1,
      box: "kerascv",
      lambda: "unclipped",
      ...stage,
    });
    expect(presets.kerasCvFourierMix().policy).toEqual({
      kind: "fmix",
      alpha: 0.5,
      decay: 3,
      spectrum: "reference",
      ...stage,
    });
    expect(presets.kerasCvMosaic().policy).toEqual({ kind: "mosaic", grid: [2, 2], center: [0.25, 0.75], ...stage });
  });

  test("Keras 3", () => {
    const stage = { prob: 1, granularity: "sample", pairing: "permutation" };
    expect(presets.keras3MixUp().policy).toEqual({ kind: "mixup", alpha: 0.2, ...stage });
    expect(presets.keras3CutMix().policy).toEqual({
      kind: "cutmix",
      alphaRange: [0, 1],
      box: "keras3",
      lambda: "beta",
      ...stage,
    });
    expect(presets.keras3CutMix({ factor: [0.5, 2] }).policy).toMatchObject({ alphaRange: [0.5, 2] });
  });

  test("Datarax", () => {
    const stage = { alpha: 1, prob: 1, granularity: "batch", pairing: "permutation", stream: "batch_mix" };
    expect(presets.dataraxBatchMix().policy).toEqual({ kind: "mixup", ...stage });
    expect(presets.dataraxBatchMix({ mode: "cutmix" }).policy).toEqual({
      kind: "cutmix",
      box: "datarax",
      lambda: "continuous",
      ...stage,
    });
  });

  test("the keras.io example", () => {
    expect(presets.kerasIoMixUp().policy).toEqual({
      kind: "mixup",
      alpha: 0.2,
      prob: 1,
      granularity: "sample",
      pairing: "dataset",
    });
  });

  test("every preset is a legal policy", () => {
    const { kerasCv: _layers, fromTimm, ...all } = presets;
    for (const preset of Object.values(all)) expect(validatePolicy(preset().policy)).toHaveLength(1);
    expect(validatePolicy(fromTimm().policy)).toHaveLength(3);
  });
});

describe("timm's arguments", () => {
  test("both alphas: a choice by switchProb, CutMix first", () => {
    const { policy, labels } = presets.timmMixup({
      mixupAlpha: 0.8,
      cutmixAlpha: 1,
      switchProb: 0.25,
      prob: 0.9,
      mode: "elem",
      labelSmoothing: 0,
      numClasses: 10,
    });
    expect(policy).toEqual({
      kind: "oneOf",
      mixers: [
        { kind: "cutmix", alpha: 1, prob: 1, lambda: "exact" },
        { kind: "mixup", alpha: 0.8, prob: 1 },
      ],
      weights: [0.25, 0.75],
      prob: 0.9,
      granularity: "sample",
      pairing: "reverse",
    });
    expect(labels).toEqual({ classes: 10, smoothing: 0, smoothUnmixed: true });
  });

  test("modes", () => {
    const granularity = (mode: "batch" | "pair" | "elem" | "half") => presets.timmMixup({ mode }).policy.granularity;
    expect([granularity("batch"), granularity("pair"), granularity("elem"), granularity("half")]).toEqual([
      "batch",
      "pair",
      "sample",
      "half",
    ]);
  });

  test("correctLam off leaves lambda as drawn, but not for min/max boxes", () => {
    expect(presets.timmMixup({ mixupAlpha: 0, cutmixAlpha: 1, correctLam: false }).policy).toMatchObject({
      kind: "cutmix",
      lambda: "beta",
    });
    expect(presets.timmMixup({ mixupAlpha: 0, cutmixMinmax: [0.2, 0.8], correctLam: false }).policy).toMatchObject({
      kind: "cutmix",
      minmax: [0.2, 0.8],
      lambda: "exact",
    });
  });

  test("min/max switches CutMix on whatever its alpha is", () => {
    expect(presets.timmMixup({ cutmixMinmax: [0.2, 0.8] }).policy).toMatchObject({
      kind: "oneOf",
      weights: [0.5, 0.5],
    });
  });

  test("an alpha may be a schedule", () => {
    const alpha = linear({ from: 0.1, to: 1, end: 10 });
    expect(presets.timmMixup({ mixupAlpha: alpha }).policy).toMatchObject({ kind: "mixup", alpha });
  });
});

describe("what the peers share between rows", () => {
  const rows = (policy: ReturnType<typeof presets.timmMixup>["policy"]) =>
    samplePlan({ policy, seed: 1, ids: [10, 20, 30, 40, 50, 60, 70, 80], height: 32, width: 48 }).stages[0]!.rows;
  const different = <T>(values: T[]) => new Set(values.map((value) => JSON.stringify(value))).size;

  test("torchvision CutMix: one box and one lambda, with the row before", () => {
    const drawn = rows(presets.torchvisionCutMix().policy);
    expect(different(drawn.map((row) => ("bbox" in row ? [row.bbox, row.lambda] : row.mixer)))).toBe(1);
    expect(drawn.map((row) => ("partner" in row ? row.partner : -1))).toEqual([7, 0, 1, 2, 3, 4, 5, 6]);
  });

  test("KerasCV CutMix: each its own box", () => {
    const drawn = rows(presets.kerasCvCutMix().policy).filter(({ mixer }) => mixer === "cutmix");
    expect(different(drawn.map((row) => ("bbox" in row ? row.bbox : [])))).toBe(drawn.length);
    expect(drawn.every((row) => row.mixer === "cutmix" && row.lambdaMode === "unclipped")).toBe(true);
  });

  test("timm pair: rows i and B-1-i share everything", () => {
    const drawn = rows(presets.timmMixup({ cutmixAlpha: 1, mode: "pair" }).policy);
    drawn.forEach((row, i) => {
      expect({ ...drawn[7 - i], own: 0, partner: 0 }).toEqual({ ...row, own: 0, partner: 0 });
    });
    expect(different(drawn.slice(0, 4).map((row) => ("lambda" in row ? row.lambda : 1)))).toBe(4);
  });

  test("Datarax: its stream does not depend on the stage's position", () => {
    const request = { seed: 1, ids: [1, 2, 3, 4], height: 8, width: 8 };
    const { policy } = presets.dataraxBatchMix();
    const alone = samplePlan({ ...request, policy }).stages[0];
    const second = samplePlan({ ...request, policy: [presets.kerasCvMixUp().policy, policy] }).stages[1];
    expect(second).toEqual(alone);
  });
});
