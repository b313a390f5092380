/** What a policy can be started from: the peers' policies, and some of our own. */
import {
  type AugMix,
  augMix,
  augMixPolicy,
  autoAugment,
  colorJitter,
  type ImageStage,
  ops,
  presets,
  randAugment,
  randomErasing,
  randomGridMask,
  randomPipeline,
  randomResizedCrop,
  standardPolicy,
  threeAugment,
  trivialAugmentWide,
} from "mixwell";

export interface Preset {
  group: string;
  title: string;
  about: string;
  /** One stage that chooses, or a list where every stage comes in turn. */
  make(): ImageStage | AugMix | ImageStage[];
}

/** Ops of ours whose strength can be scrubbed, for the random pipeline. */
const PIPELINE = () => [
  ops.rotate({ degrees: [-30, 30], edge: "reflect" }),
  ops.zoom({ height: [0.8, 1.25] }),
  ops.hue({ shift: [-0.2, 0.2] }),
  ops.gamma({ gamma: [0.5, 2] }),
  ops.contrast({ factor: [0.4, 1.6] }),
  ops.gaussianBlur({ sigma: { all: [0, 2] } }),
  ops.jpegQuality({ quality: [8, 60] }),
  ops.posterize({ bits: [2, 6] }),
  randomGridMask(),
];

export const PRESETS = {
  kerascv: {
    group: "RandAugment",
    title: "RandAugment, KerasCV",
    about: "Three ops a picture at magnitude 0.5 with normal noise, each with a chance of 10/11.",
    make: () => presets.kerasCv.RandAugment(),
  },
  torchvision: {
    group: "RandAugment",
    title: "RandAugment, torchvision",
    about: "Two ops a picture at bin 9 of 0 to 30; signs are drawn.",
    make: () => randAugment({ table: "torchvision" }),
  },
  timm: {
    group: "RandAugment",
    title: "RandAugment, timm rand-m9-mstd0.5-inc1",
    about: "Two ops a picture, each with a chance of one half, at level 9 of 10 with normal noise.",
    make: () => presets.timmRandAugment().policy,
  },
  standard: {
    group: "RandAugment",
    title: "KerasCV's standard policy, extended",
    about: "The list that RandAugment draws from, with GridMask added: three of them a picture.",
    make: () => randomPipeline([...standardPolicy(), randomGridMask()], { augmentationsPerImage: 3 }),
  },
  trivial: {
    group: "One choice a picture",
    title: "TrivialAugmentWide",
    about: "One op of 14 a picture, at a bin drawn from 0 up to the magnitude.",
    make: () => trivialAugmentWide(),
  },
  imagenet: {
    group: "One choice a picture",
    title: "AutoAugment, ImageNet",
    about: "One of 25 learnt sub-policies a picture: two ops, each with a chance and a magnitude of its own.",
    make: () => autoAugment({ policy: "imagenet" }),
  },
  cifar10: {
    group: "One choice a picture",
    title: "AutoAugment, CIFAR-10",
    about: "One of 25 learnt sub-policies a picture: two ops, each with a chance and a magnitude of its own.",
    make: () => autoAugment({ policy: "cifar10" }),
  },
  svhn: {
    group: "One choice a picture",
    title: "AutoAugment, SVHN",
    about: "One of 25 learnt sub-policies a picture: two ops, each with a chance and a magnitude of its own.",
    make: () => autoAugment({ policy: "svhn" }),
  },
  three: {
    group: "One choice a picture",
    title: "3-Augment",
    about: "Solarized, made grey or blurred: one of the three (DeiT III).",
    make: () => threeAugment(),
  },
  augmix: {
    group: "Blends",
    title: "AugMix, torchvision",
    about: "Three chains of one to three ops, blended with the picture itself by drawn weights. The label stays.",
    make: () => augMix(augMixPolicy({ peer: "torchvision" })),
  },
  augmixKerascv: {
    group: "Blends",
    title: "AugMix, KerasCV",
    about: "Three chains of one to three ops of KerasCV's severities, blended with the picture itself.",
    make: () => augMix(augMixPolicy({ peer: "kerascv" })),
  },
  pipeline: {
    group: "Of any ops",
    title: "Random pipeline",
    about: "Two ops a picture, drawn from a list of any ops.",
    make: () => randomPipeline(PIPELINE(), { augmentationsPerImage: 2 }),
  },
  recipe: {
    group: "Of any ops",
    title: "A training recipe",
    about: "Every op in turn: crop, flip, colour jitter, and a box erased now and then.",
    make: () => [
      randomResizedCrop({ scale: [0.35, 1] }),
      ops.flipX({ prob: 0.5 }),
      colorJitter({ brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1 }),
      randomErasing({ prob: 0.25 }),
    ],
  },
  empty: {
    group: "Of any ops",
    title: "An empty list",
    about: "Nothing happens until you add an op.",
    make: () => [],
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;
