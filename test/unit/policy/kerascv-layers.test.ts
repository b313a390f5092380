import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { PolicyError } from "../../../src/check/errors.ts";
import { checkCall } from "../../../src/ops/check-call.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { presets } from "../../../src/peers/presets.ts";
import type { PolicyStage } from "../../../src/policy/policy.ts";
import { validatePolicy } from "../../../src/policy/validate.ts";
import { applyOps } from "../../../src/reference/ops.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import * as ops from "../../../src/stages/ops.ts";
import { sequential } from "../../../src/stages/pipeline.ts";

const { kerasCv } = presets;
const normal = { normal: [0.3, 0.1], clip: [0, 1] } as { normal: [number, number]; clip: [number, number] };

/** Every layer, with arguments where it needs some. */
const LAYERS: Record<keyof typeof kerasCv, () => PolicyStage> = {
  AugMix: () => kerasCv.AugMix(),
  AutoContrast: () => kerasCv.AutoContrast(),
  ChannelShuffle: () => kerasCv.ChannelShuffle(),
  CutMix: () => kerasCv.CutMix(),
  Equalization: () => kerasCv.Equalization({ quirks: true }),
  FourierMix: () => kerasCv.FourierMix(),
  Grayscale: () => kerasCv.Grayscale(),
  GridMask: () => kerasCv.GridMask({ ratioFactor: normal, fillMode: "gaussian_noise" }),
  JitteredResize: () => kerasCv.JitteredResize({ scaleFactor: [0.75, 1.3] }),
  MixUp: () => kerasCv.MixUp(),
  Mosaic: () => kerasCv.Mosaic(),
  Posterization: () => kerasCv.Posterization({ bits: 3 }),
  RandAugment: () => kerasCv.RandAugment(),
  RandomApply: () => kerasCv.RandomApply(ops.invert(), { batchwise: true }),
  RandomAugmentationPipeline: () => kerasCv.RandomAugmentationPipeline([ops.invert()], { augmentationsPerImage: 2 }),
  RandomAspectRatio: () =>
    sequential([kerasCv.RandomAspectRatio({ factor: [0.75, 1.33] }), ops.resize({ height: 20, width: 16 })]),
  RandomBrightness: () => kerasCv.RandomBrightness({ factor: 0.2 }),
  RandomChannelShift: () => kerasCv.RandomChannelShift({ factor: 0.5 }),
  RandomChoice: () => kerasCv.RandomChoice([ops.invert(), ops.flipX()]),
  RandomColorDegeneration: () => kerasCv.RandomColorDegeneration({ factor: normal }),
  RandomColorJitter: () =>
    kerasCv.RandomColorJitter({
      brightnessFactor: 0.2,
      contrastFactor: 0.2,
      saturationFactor: [0.4, 0.6],
      hueFactor: 0.2,
    }),
  RandomContrast: () => kerasCv.RandomContrast({ factor: [0.2, 0.4] }),
  RandomCrop: () => kerasCv.RandomCrop({ height: 16, width: 16 }),
  RandomCropAndResize: () =>
    kerasCv.RandomCropAndResize({ targetSize: [16, 20], cropAreaFactor: [0.5, 1], aspectRatioFactor: [0.75, 1.33] }),
  RandomCutout: () => kerasCv.RandomCutout({ heightFactor: [0.2, 0.5], widthFactor: 0.5, fillMode: "gaussian_noise" }),
  RandomFlip: () => kerasCv.RandomFlip({ mode: "horizontal_and_vertical" }),
  RandomGaussianBlur: () => kerasCv.RandomGaussianBlur({ kernelSize: 3, factor: 1 }),
  RandomHue: () => kerasCv.RandomHue({ factor: 0.3 }),
  RandomJpegQuality: () => kerasCv.RandomJpegQuality({ factor: [0, 100] }),
  RandomRotation: () => kerasCv.RandomRotation({ factor: 0.1, fillMode: "constant", fillValue: 9 }),
  RandomSaturation: () => kerasCv.RandomSaturation({ factor: [0, 1] }),
  RandomSharpness: () => kerasCv.RandomSharpness({ factor: normal }),
  RandomShear: () => kerasCv.RandomShear({ xFactor: 0.2, yFactor: [0.1, 0.1] }),
  RandomTranslation: () => kerasCv.RandomTranslation({ heightFactor: 0.2, widthFactor: [-0.1, 0.3] }),
  RandomZoom: () => kerasCv.RandomZoom({ heightFactor: 0.3, widthFactor: [-0.2, 0.4] }),
  RepeatedAugmentation: () => kerasCv.RepeatedAugmentation([ops.invert(), ops.flipX()]),
  Rescaling: () => kerasCv.Rescaling({ scale: 2, offset: -10 }),
  Resizing: () => kerasCv.Resizing({ height: 16, width: 24, cropToAspectRatio: true }),
  Solarization: () => kerasCv.Solarization({ additionFactor: 50, thresholdFactor: [100, 200] }),
};

test.each(Object.entries(LAYERS))("%s is a stage that survives JSON, and draws legal calls", (_, layer) => {
  const stage = layer();
  expect(validatePolicy(JSON.parse(JSON.stringify(stage)))).toEqual([stage]);
  const plan = samplePlan({
    policy: stage,
    seed: 2,
    ids: Array.from({ length: 40 }, (_, i) => i),
    height: 24,
    width: 32,
  });
  for (const { ops = [] } of plan.sources) for (const call of ops) expect(() => checkCall(call, "call")).not.toThrow();
  expect(validatePlan(plan, { batchSize: 40, height: 24, width: 32 })).toBe(plan);
});

test("bins and channels are KerasCV's, whatever rounds", () => {
  expect(kerasCv.Equalization()).toMatchObject({ op: "equalize", bins: 256 });
  expect(kerasCv.Equalization()).not.toHaveProperty("peer");
  // Pillow has no bins, so fewer of them follow KerasCV's rule.
  expect(kerasCv.Equalization({ bins: 64 })).toMatchObject({ bins: 64, peer: "kerascv" });
  const picture = { height: 4, width: 4, channels: 3, values: new Float64Array(64).fill(90) };
  expect(() => applyOps(picture, [{ op: "equalize", bins: 64, peer: "kerascv" }], "u8")).not.toThrow();
  expect(applyOps(picture, [{ op: "grayscale", channels: "one" }], "u8").channels).toBe(1);
  expect(kerasCv.Grayscale()).toMatchObject({ channels: "one" });
  expect(kerasCv.Grayscale({ outputChannels: 3 })).not.toHaveProperty("channels");
  expect(() => kerasCv.Grayscale({ outputChannels: 2 as 1 })).toThrow(
    "Grayscale.outputChannels: expected 1 or 3, found 2",
  );
});

test("GridMask and RandomCutout are filled as told", () => {
  expect(kerasCv.GridMask({ fillMode: "gaussian_noise", fillValue: 9 })).toMatchObject({ mode: "pixel" });
  expect(kerasCv.GridMask({ fillMode: "gaussian_noise" })).not.toHaveProperty("fill");
  expect(kerasCv.GridMask({ fillValue: 9 })).toMatchObject({ fill: [9] });
  const sides = { heightFactor: 0.5, widthFactor: 0.5 };
  expect(kerasCv.RandomCutout({ ...sides, fillMode: "gaussian_noise" })).toMatchObject({ mode: "pixel" });
  expect(kerasCv.RandomCutout({ ...sides, fillValue: 9 })).toMatchObject({ fill: [9] });
  expect(() => kerasCv.GridMask({ fillMode: "gaussian" as "constant" })).toThrow(
    'kerasCv.GridMask.fillMode: expected one of constant, gaussian_noise (did you mean gaussian_noise?), found "gaussian"',
  );
  expect(() => kerasCv.RandomCutout({ ...sides, fillMode: "noise" as "constant" })).toThrow(
    "kerasCv.RandomCutout.fillMode",
  );
});

test("contrast is about each channel's own mean, by a factor around 1", () => {
  const about1 = { peer: "kerascv", factor: { normal: [1.3, 0.1], clip: [1, 2] } };
  expect(kerasCv.RandomContrast({ factor: normal })).toMatchObject(about1);
  expect(kerasCv.RandomContrast({ factor: 0.2 })).toMatchObject({ peer: "kerascv", factor: [0.8, 1.2] });
});

test.each(Object.entries(kerasCv))("%s refuses an option that it does not have", (name, layer) => {
  const make = layer as unknown as (...given: unknown[]) => unknown;
  const ofLayers = ["RandomApply", "RandomAugmentationPipeline", "RandomChoice", "RepeatedAugmentation"].includes(name);
  const before = ofLayers ? [name === "RandomApply" ? ops.invert() : [ops.invert()]] : [];
  expect(() => make(...before, { misspelt: 1 })).toThrow(PolicyError);
  expect(() => make(...before, { misspelt: 1 })).toThrow(`kerasCv.${name}: expected only the options`);
  expect(() => make(...before, null)).toThrow(`kerasCv.${name}: expected an object of options, found null`);
});

test("a factor is a number, a pair or a sampler", () => {
  for (const wrong of [null, undefined, "0.2", { normal: 3 }]) {
    for (const layer of [kerasCv.RandomHue, kerasCv.RandomContrast, kerasCv.RandomSharpness]) {
      expect(() => layer({ factor: wrong as never })).toThrow(PolicyError);
      expect(() => layer({ factor: wrong as never })).toThrow(
        ".factor: expected a number, [low, high] or { normal: [mean, std]",
      );
    }
    expect(() => kerasCv.RandomZoom({ heightFactor: wrong as never })).toThrow(PolicyError);
  }
});

describe("the factor rule", () => {
  test("a number is U(0, f), a pair U of both, an equal pair a constant, a sampler as it is", () => {
    expect(kerasCv.RandomColorDegeneration({ factor: 0.5 })).toMatchObject({ factor: [0, 0.5] });
    expect(kerasCv.RandomColorDegeneration({ factor: [0.2, 0.5] })).toMatchObject({ factor: [0.2, 0.5] });
    expect(kerasCv.RandomColorDegeneration({ factor: normal })).toMatchObject({ factor: normal });
    const constant = samplePlan({
      policy: kerasCv.RandomColorDegeneration({ factor: [0.3, 0.3] }),
      seed: 1,
      ids: [1],
      height: 8,
      width: 8,
    });
    expect(constant.sources[0]!.ops).toEqual([{ op: "colorDegeneration", factor: 0.3 }]);
  });

  test("the layers that say otherwise", () => {
    expect(kerasCv.RandomBrightness({ factor: 0.2 })).toMatchObject({ delta: [-51, 51] });
    expect(kerasCv.RandomContrast({ factor: 0.2 })).toMatchObject({ factor: [0.8, 1.2] });
    expect(kerasCv.RandomContrast({ factor: [0.2, 0.5] })).toMatchObject({ factor: [0.8, 1.5] });
    expect(kerasCv.RandomRotation({ factor: 0.25 })).toMatchObject({ degrees: [-90, 90], edge: "symmetric" });
    expect(kerasCv.RandomRotation({ factor: [0.1, 0.2] })).toMatchObject({ degrees: [36, 72] });
    expect(kerasCv.RandomZoom({ heightFactor: 0.5 })).toMatchObject({ height: [0.5, 1.5] });
    expect(kerasCv.RandomSharpness({ factor: 0.25 })).toMatchObject({ factor: [0.75, 1] });
    expect(kerasCv.RandomHue({ factor: 0.5 })).toMatchObject({ shift: [0, 0.25], randomSign: true });
  });
});

describe("peers' bugs: right unless quirks are asked for", () => {
  const rotation = (quirks: boolean) => {
    const ids = Array.from({ length: 300 }, (_, i) => i);
    const plan = samplePlan({ policy: kerasCv.AugMix({ quirks }), seed: 2, ids, height: 30, width: 30 });
    return plan.sources.flatMap(({ ops = [] }) => ops);
  };

  test("AugMix: 9 degrees both ways and TranslateY; its code's 9 radians one way and none", () => {
    const degrees = (quirks: boolean) =>
      (rotation(quirks) as AnyCall[]).flatMap(({ op, degrees }) => (op === "rotate" ? [degrees as number] : []));
    expect(Math.max(...degrees(false).map(Math.abs))).toBeLessThanOrEqual(9);
    expect(new Set(degrees(false).map(Math.sign))).toEqual(new Set([1, -1]));
    expect(Math.max(...degrees(true))).toBeGreaterThan(360);
    expect(new Set(degrees(true).map(Math.sign))).toEqual(new Set([1]));
    expect(rotation(false).some(({ op }) => op === "translateY")).toBe(true);
    expect(rotation(true).some(({ op }) => op === "translateY")).toBe(false);
  });

  test("Keras 3 posterize: fewer bits with a larger factor; its code the other way round", () => {
    const bits = (factor: number, quirks: boolean) => {
      const { policy } = presets.keras3RandAugment({ factor, quirks, numOps: 16 });
      const ids = Array.from({ length: 60 }, (_, i) => i);
      const { sources } = samplePlan({ policy, seed: 2, ids, height: 8, width: 8 });
      return sources.flatMap(({ ops = [] }) =>
        ops.flatMap((call) => (call.op === "posterize" ? [call.bits as number] : [])),
      );
    };
    const fewest = (list: number[]) => Math.min(...list);
    expect(fewest(bits(0.9, false))).toBeLessThan(fewest(bits(0.2, false)));
    expect(Math.max(...bits(0.9, true))).toBeGreaterThan(Math.max(...bits(0.2, true)));
  });

  test("RandomCutout: the width is not clamped by the height", () => {
    const { sources } = samplePlan({
      policy: kerasCv.RandomCutout({ heightFactor: [1, 1], widthFactor: [1, 1] }),
      seed: 1,
      ids: [3],
      height: 8,
      width: 64,
    });
    const [x0, , x1] = (sources[0]!.ops![0] as AnyCall).box as number[];
    expect(x1! - x0!).toBeGreaterThan(31);
  });
});
