/**
 * Stages that a case can name, with a strength each: names and numbers shrink and can be written down, constructors do
 * not.
 */
import {
  augMix,
  augMixPolicy,
  autoAugment,
  colorJitter,
  cutblur,
  cutmix,
  fmix,
  givenMask,
  gridmix,
  imageOps,
  maskmix,
  mixup,
  mosaic,
  multimixup,
  type OpCall,
  oneOf,
  op,
  ops,
  type Policy,
  presets,
  randAugment,
  randomApply,
  randomAspectRatio,
  randomChoice,
  randomCrop,
  randomErasing,
  randomGridMask,
  randomJigsaw,
  randomOrder,
  randomPerspective,
  randomPipeline,
  randomResizedCrop,
  randomZoomOut,
  resizemix,
  sequential,
  smoothmix,
  standardPolicy,
  threeAugment,
  trivialAugmentWide,
} from "mixwell";
import type { ImageOp } from "../../src/ops/op.ts";
import { noise } from "../random.ts";
import { callsOf } from "../unit/ops/sample-calls.ts";

/** A stage on single pictures: one of `IMAGES`, or an op. */
export interface ImageChoice {
  stage: string;
  /** 0 to 1. */
  strength: number;
  prob: number;
  /** Whether an op is called with what its tests call it with, instead of at that strength. */
  sample: boolean;
}

export interface MixerChoice {
  mixer: string;
  alpha: number;
  prob: number;
  /** `other`: with the second batch or the dataset, where the case has one. */
  pairing: "reverse" | "roll" | "permutation" | "derangement" | "other";
}

/** What a mixer is made for. */
export interface Mixed extends Omit<MixerChoice, "mixer" | "pairing"> {
  pairing: Exclude<MixerChoice["pairing"], "other"> | "external" | "dataset";
  height: number;
  width: number;
}

const side = (strength: number, most: number) => 1 + Math.floor(most * strength);

export const IMAGES: Readonly<Record<string, (choice: ImageChoice) => Policy>> = {
  ...Object.fromEntries(
    (["kerascv", "torchvision", "timm", "keras3", "dali"] as const).map((table) => [
      `randAugment ${table}`,
      () => randAugment({ table }),
    ]),
  ),
  trivialAugmentWide: () => trivialAugmentWide(),
  ...Object.fromEntries(
    (["imagenet", "v0", "cifar10", "svhn"] as const).map((policy) => [
      `autoAugment ${policy}`,
      () => autoAugment({ policy }),
    ]),
  ),
  threeAugment: () => threeAugment(),
  colorJitter: ({ prob }) => colorJitter({ brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1, prob }),
  randomPipeline: ({ strength }) => randomPipeline(standardPolicy(), { augmentationsPerImage: side(strength, 3) }),
  augMix: () => augMix(standardPolicy()),
  ...Object.fromEntries(
    (["torchvision", "timm", "kerascv", "kerascvQuirks"] as const).map((peer) => [
      `augMix ${peer}`,
      ({ strength, prob }: ImageChoice) => augMix(augMixPolicy({ peer }), { width: side(strength, 3), prob }),
    ]),
  ),
  randomErasing: ({ prob }) => randomErasing({ prob }),
  randomGridMask: ({ prob }) => randomGridMask({ prob }),
  randomResizedCrop: ({ strength }) => randomResizedCrop({ height: side(strength, 19), width: side(1 - strength, 23) }),
  randomCrop: ({ strength }) => randomCrop({ height: side(strength, 5), width: side(1 - strength, 7), padding: 4 }),
  randomPerspective: ({ strength, prob }) => randomPerspective({ distortionScale: strength, prob }),
  randomZoomOut: ({ strength, prob }) => randomZoomOut({ side: [1, 1 + 3 * strength], prob }),
  randomAspectRatio: ({ strength }) => [
    randomAspectRatio({ factor: [0.5, 2] }),
    ops.resize({ height: side(strength, 11), width: side(1 - strength, 13) }),
  ],
  randomJigsaw: ({ strength, prob }) => randomJigsaw({ grid: [2, side(strength, 4)], prob }),
  randomApply: ({ prob }) =>
    randomApply(sequential([ops.rotate({ degrees: [-30, 30] }), ops.posterize({ bits: [1, 8] })]), { prob }),
  randomOrder: () =>
    randomOrder([
      ops.equalize(),
      ops.gaussianBlur({ sigma: { all: [0.1, 2] } }),
      ops.shearX({ share: [-0.3, 0.3] }),
      ops.invert(),
    ]),
  randomChoice: ({ prob }) =>
    randomChoice([
      sequential([ops.solarize({ threshold: [0, 256] }), ops.sharpness({ factor: [0, 2] })]),
      randomApply(sequential([ops.flipX(), ops.autocontrast()]), { prob }),
    ]),
};

const { timmMixup, kerasCvFourierMix, kerasCvMosaic, kerasCvCutMix, keras3CutMix, dataraxBatchMix } = presets;

export const MIXERS: Readonly<Record<string, (mixed: Mixed) => Policy>> = {
  mixup: ({ alpha, prob, pairing }) => mixup({ alpha, prob, pairing }),
  cutmix: ({ alpha, prob, pairing }) => cutmix({ alpha, prob, pairing }),
  "cutmix by pairs": ({ alpha, prob }) =>
    cutmix({ alpha, prob, granularity: "pair", pairing: "reverse", lambda: "unclipped" }),
  "mixup or cutmix": ({ alpha, prob, pairing }) => oneOf([mixup({ alpha }), cutmix()], { prob, pairing }),
  resizemix: ({ alpha, prob, pairing }) => resizemix({ prob, pairing, scale: [0.1, Math.min(1, 0.1 + alpha / 4)] }),
  mosaic: ({ prob }) => mosaic({ prob }),
  multimixup: ({ prob }) => multimixup({ prob }),
  cutblur: ({ prob }) => cutblur({ prob }),
  gridmix: ({ prob, pairing }) => gridmix({ prob, pairing }),
  smoothmix: ({ prob, pairing }) => smoothmix({ prob, pairing }),
  fmix: ({ alpha, prob, pairing }) => fmix({ alpha, prob, pairing }),
  maskmix: ({ alpha, prob, pairing, height, width }) =>
    maskmix(
      [1, 2].map((n) => givenMask(noise(height * width, n + alpha), height, width)),
      { prob, pairing },
    ),
  "timm mixup": ({ alpha }) => timmMixup({ mixupAlpha: alpha, cutmixAlpha: 1 }).policy,
  "KerasCV CutMix": ({ alpha }) => kerasCvCutMix({ alpha }).policy,
  "KerasCV FourierMix": () => kerasCvFourierMix().policy,
  "KerasCV Mosaic": () => kerasCvMosaic().policy,
  "Keras 3 CutMix": () => keras3CutMix().policy,
  "Datarax BatchMix": ({ alpha }) => dataraxBatchMix({ mode: "cutmix", alpha }).policy,
};

/** @throws MixwellError where the pictures do not suit it */
export function imageStages(choice: ImageChoice): Policy & readonly unknown[] {
  const made = IMAGES[choice.stage]?.(choice) ?? opStage(choice);
  return [made].flat() as Policy & readonly unknown[];
}

function opStage({ stage, strength, prob, sample }: ImageChoice): Policy {
  const { op: name, ...args } = callOf(stage, strength, sample);
  return op(name as "invert", { ...args, prob });
}

/** A call of an op: at a strength, or one of those that its tests make. */
export function callOf(name: string, strength: number, sample: boolean): OpCall {
  const one = (imageOps as Readonly<Record<string, ImageOp>>)[name]!;
  if (one.atMagnitude && !sample) return { op: name, ...one.atMagnitude(strength) } as OpCall;
  const calls = callsOf(one, { height: 8, width: 8, channels: 3 });
  return calls[Math.floor(strength * (calls.length - 1))] as OpCall;
}
