import { checkKeys, checkName, checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { allUnderNames } from "../check/under-name.ts";
import { type AugMix, augMix } from "../mixers/aug-mix.ts";
import type { Interpolation } from "../ops/op.ts";
import { randomErasing } from "../stages/random-erasing.ts";
import type { ImageStage } from "../stages/stage.ts";
import { augMixPolicy } from "./aug-mix-policy.ts";
import { type AutoAugmentPolicy, autoAugment } from "./auto-augment.ts";
import { randAugment } from "./rand-augment.ts";
import { parseTimmAugMix, parseTimmAutoAugment, parseTimmRandAugment, type TimmReading } from "./timm-config.ts";
import { trivialAugmentWide } from "./trivial-augment.ts";

/**
 * Other libraries' policies of image ops, with their defaults. Each returns `{ policy }`, a stage to stand in a
 * policy's list. The numbers drawn are ours, so results agree in distribution, and exactly for ops that were replayed
 * (`callsFromTorchvision`, `callsFromTimm`).
 */
export interface ImagePreset<S extends ImageStage | AugMix = ImageStage> {
  policy: S;
}

function open<T extends object>(options: T, preset: string, known: string[]): T {
  checkKeys(checkObject(options, preset, "an object of options"), preset, known);
  return options;
}

/** What torchvision's policies take beside their own arguments. */
export interface TorchvisionReading {
  /** Default `"nearest"` (AugMix: `"bilinear"`). */
  interpolation?: Interpolation;
  /** Levels; default none. */
  fill?: number[];
}
const READING = ["interpolation", "fill"];

const functions = {
  /** timm `rand_augment_transform`, from its string; default `rand-m9-mstd0.5-inc1`. See `parseTimmRandAugment`. */
  timmRandAugment: (config = "rand-m9-mstd0.5-inc1", reading: TimmReading = {}): ImagePreset => ({
    policy: parseTimmRandAugment(config, open(reading, "timmRandAugment", ["fill", "interpolation", "translatePct"])),
  }),

  /** timm `auto_augment_transform`, from its string; default `v0`. */
  timmAutoAugment: (config = "v0", reading: TimmReading = {}): ImagePreset => ({
    policy: parseTimmAutoAugment(config, open(reading, "timmAutoAugment", ["fill", "interpolation", "translatePct"])),
  }),

  /** timm `augment_and_mix_transform`, from its string; default `augmix-m3-w3`. */
  timmAugMix: (config = "augmix-m3-w3", reading: TimmReading = {}): ImagePreset<AugMix> => ({
    policy: parseTimmAugMix(config, open(reading, "timmAugMix", ["fill", "interpolation"])),
  }),

  /**
   * timm `RandomErasing`: prob 0.5, area 0.02 to 1/3, constant 0 unless `mode` says otherwise. It runs after
   * normalising there.
   */
  timmRandomErasing: (
    options: {
      prob?: number;
      mode?: "const" | "rand" | "pixel";
      count?: number | [number, number];
      mean?: number[];
      std?: number[];
    } = {},
  ): ImagePreset => {
    const {
      prob = 0.5,
      mode = "const",
      count,
      mean,
      std,
    } = open(options, "timmRandomErasing", ["prob", "mode", "count", "mean", "std"]);
    checkName(mode, "timmRandomErasing.mode", ["const", "rand", "pixel"]);
    const ours = { const: "constant", rand: "channel", pixel: "pixel" }[mode] as "constant";
    return {
      policy: randomErasing({
        rule: "timm",
        area: [0.02, 1 / 3],
        aspect: [0.3, 1 / 0.3],
        prob,
        mode: ours,
        count,
        mean,
        std,
      }),
    };
  },

  /** torchvision `v2.RandAugment`: 2 ops of bin 9 of 31. */
  torchvisionRandAugment: (
    options: { numOps?: number; magnitude?: number; numMagnitudeBins?: number } & TorchvisionReading = {},
  ): ImagePreset => {
    const {
      numOps = 2,
      magnitude = 9,
      numMagnitudeBins: bins = 31,
      ...how
    } = open(options, "torchvisionRandAugment", ["numOps", "magnitude", "numMagnitudeBins", ...READING]);
    return { policy: randAugment({ table: "torchvision", layers: numOps, magnitude, bins, ...how }) };
  },

  /** torchvision `v2.TrivialAugmentWide`: one op at a bin of 31. */
  torchvisionTrivialAugmentWide: (options: { numMagnitudeBins?: number } & TorchvisionReading = {}): ImagePreset => {
    const { numMagnitudeBins: bins = 31, ...how } = open(options, "torchvisionTrivialAugmentWide", [
      "numMagnitudeBins",
      ...READING,
    ]);
    return { policy: trivialAugmentWide({ bins, ...how }) };
  },

  /** torchvision `v2.AutoAugment`: `"imagenet"` (default), `"cifar10"` or `"svhn"`. */
  torchvisionAutoAugment: (
    options: { policy?: Extract<AutoAugmentPolicy, "imagenet" | "cifar10" | "svhn"> } & TorchvisionReading = {},
  ): ImagePreset => ({
    policy: autoAugment(open(options, "torchvisionAutoAugment", ["policy", ...READING])),
  }),

  /** torchvision `v2.AugMix`: severity 3, three chains of one to three ops, alpha 1, all ops, bilinear. */
  torchvisionAugMix: (
    options: {
      severity?: number;
      mixtureWidth?: number;
      chainDepth?: number;
      alpha?: number;
      allOps?: boolean;
    } & TorchvisionReading = {},
  ): ImagePreset<AugMix> => {
    const known = ["severity", "mixtureWidth", "chainDepth", "alpha", "allOps", ...READING];
    const {
      severity = 3,
      mixtureWidth = 3,
      chainDepth = -1,
      alpha = 1,
      allOps = true,
      ...how
    } = open(options, "torchvisionAugMix", known);
    if (!Number.isInteger(chainDepth))
      throw new PolicyError("torchvisionAugMix.chainDepth", "an integer, of which 0 and less mean 1 to 3", chainDepth);
    const stages = augMixPolicy({ peer: "torchvision", severity, allOps, ...how });
    return { policy: augMix(stages, { width: mixtureWidth, depth: chainDepth > 0 ? chainDepth : [1, 3], alpha }) };
  },

  /** torchvision `v2.RandomErasing`: prob 0.5, area 0.02 to 0.33, height / width 0.3 to 3.3, filled with 0. */
  torchvisionRandomErasing: (options: { p?: number; value?: number[] } = {}): ImagePreset => {
    const { p = 0.5, value } = open(options, "torchvisionRandomErasing", ["p", "value"]);
    return { policy: randomErasing({ rule: "timm", area: [0.02, 0.33], aspect: [0.3, 3.3], prob: p, fill: value }) };
  },

  /**
   * Keras 3 `RandAugment`: 2 of 11 layers, factor 0.5, drawn for every picture (Keras draws the layers once a batch).
   * Right as documented; `quirks` draws its code's one-sided ranges.
   */
  keras3RandAugment: (options: { numOps?: number; factor?: number; quirks?: boolean } = {}): ImagePreset => {
    const {
      numOps = 2,
      factor = 0.5,
      quirks = false,
    } = open(options, "keras3RandAugment", ["numOps", "factor", "quirks"]);
    return { policy: randAugment({ table: quirks ? "keras3Quirks" : "keras3", layers: numOps, magnitude: factor }) };
  },

  /**
   * Keras 3 `RandomErasing`: each side the root of U(0.02, 0.33), inside the picture, noise a pixel or `fillValue`. The
   * factor 1 is always here; `quirks` keeps what its code makes of it, half of the pictures.
   */
  keras3RandomErasing: (options: { fillValue?: number | number[]; quirks?: boolean } = {}): ImagePreset => {
    const { fillValue, quirks = false } = open(options, "keras3RandomErasing", ["fillValue", "quirks"]);
    const filling =
      fillValue !== undefined ? { fill: [fillValue].flat() } : { mode: "pixel" as const, mean: [0], std: [255] };
    return { policy: randomErasing({ rule: "keras3", area: [0.02, 0.33], prob: quirks ? 0.5 : 1, ...filling }) };
  },

  /** DALI `auto_aug.rand_augment` (monotonic), 2 ops of bin 9 of 31 unless told. */
  daliRandAugment: (options: { n?: number; m?: number; numMagnitudeBins?: number } = {}): ImagePreset => {
    const {
      n = 2,
      m = 9,
      numMagnitudeBins: bins = 31,
    } = open(options, "daliRandAugment", ["n", "m", "numMagnitudeBins"]);
    return { policy: randAugment({ table: "dali", layers: n, magnitude: m, bins }) };
  },

  /** DALI `auto_aug.trivial_augment_wide`. */
  daliTrivialAugmentWide: (options: { numMagnitudeBins?: number } = {}): ImagePreset => {
    const { numMagnitudeBins: bins = 31 } = open(options, "daliTrivialAugmentWide", ["numMagnitudeBins"]);
    return { policy: trivialAugmentWide({ table: "daliWide", bins }) };
  },
};

/** What a timm string says is in its config; beside it stand the options of {@link TimmReading}. */
const TIMM = {
  renamed: { fill: "fill", interpolation: "interpolation", translate: "translatePct" },
  made: { "": "config" },
};

export const policyPresets = allUnderNames(functions, {
  timmRandAugment: TIMM,
  timmAutoAugment: TIMM,
  timmAugMix: TIMM,
  torchvisionRandAugment: { renamed: { layers: "numOps", bins: "numMagnitudeBins" } },
  torchvisionTrivialAugmentWide: { renamed: { bins: "numMagnitudeBins" } },
  torchvisionAugMix: { renamed: { width: "mixtureWidth", depth: "chainDepth" } },
  torchvisionRandomErasing: { renamed: { prob: "p", fill: "value" } },
  keras3RandAugment: { renamed: { layers: "numOps", magnitude: "factor" } },
  keras3RandomErasing: { renamed: { fill: "fillValue" } },
  daliRandAugment: { renamed: { layers: "n", magnitude: "m", bins: "numMagnitudeBins" } },
  daliTrivialAugmentWide: { renamed: { bins: "numMagnitudeBins" } },
});
