import { checkKeys, checkName, checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { allUnderNames } from "../check/under-name.ts";
import { PROB } from "../draw/bounds.ts";
import { checkScalar, type Scalar } from "../draw/schedule.ts";
import { type CutMix, cutmix } from "../mixers/cutmix.ts";
import { fmix } from "../mixers/fmix.ts";
import type { MixStage } from "../mixers/mix-stage.ts";
import { type MixUp, mixup } from "../mixers/mixup.ts";
import { mosaic } from "../mixers/mosaic.ts";
import { oneOf } from "../mixers/one-of.ts";
import type { Granularity } from "../plan/plan.ts";
import { kerasCv } from "./kerascv-layers.ts";
import { policyPresets } from "./policy-presets.ts";

/**
 * Other libraries' mixers, with their defaults and what they really do. Each returns `{ policy, labels? }`, to spread
 * into the options of `createEngine`. The numbers drawn are ours, so results agree in distribution, and exactly for a
 * replayed plan.
 */
export interface Preset {
  policy: MixStage;
  /** Where the peer makes the labels too. */
  labels?: { classes: number; smoothing?: number; smoothUnmixed?: boolean };
}

/** Refuses arguments the preset does not have, such as the peer's own spelling of one. */
function open<T extends object>(options: T, preset: string, known: (keyof T & string)[]): T {
  checkKeys(checkObject(options, preset, "an object of options"), preset, known);
  return options;
}

/** The arguments of timm's `Mixup` and `FastCollateMixup`, under our names. */
export interface TimmMixup {
  /** `mixup_alpha`, default 1; 0 switches MixUp off. */
  mixupAlpha?: Scalar;
  /** `cutmix_alpha`, default 0; 0 switches CutMix off. */
  cutmixAlpha?: Scalar;
  /** `cutmix_minmax`, default none. When given, CutMix is on and its alpha does not matter, as in timm. */
  cutmixMinmax?: [number, number];
  /** `prob`, default 1. */
  prob?: number;
  /** `switch_prob`, default 0.5: the chance of CutMix where both are on. */
  switchProb?: number;
  /** `mode`, default `"batch"`; `"half"` is FastCollateMixup's. */
  mode?: "batch" | "pair" | "elem" | "half";
  /** `correct_lam`, default true; false leaves λ as drawn although the box was clipped. */
  correctLam?: boolean;
  /** `label_smoothing`, default 0.1; applied to rows that are not mixed too. */
  labelSmoothing?: number;
  /** `num_classes`, default 1000. */
  numClasses?: number;
}

const TIMM_OPTIONS: (keyof TimmMixup)[] = [
  "mixupAlpha",
  "cutmixAlpha",
  "cutmixMinmax",
  "prob",
  "switchProb",
  "mode",
  "correctLam",
  "labelSmoothing",
  "numClasses",
];
const TIMM_MODES: Record<NonNullable<TimmMixup["mode"]>, Granularity> = {
  batch: "batch",
  pair: "pair",
  elem: "sample",
  half: "half",
};

/**
 * timm `Mixup` / `FastCollateMixup` (`timm/data/mixup.py`): row i with row B−1−i, λ a batch, a pair or an element.
 *
 * Kept: λ is recomputed from min/max boxes even when `correctLam` is false; labels are smoothed where nothing was
 * mixed. Not kept: timm refuses an odd batch; here the middle row stays as it is. In `batch` mode timm's targets use a
 * double λ, ours are f32.
 *
 * Throws PolicyError where timm's assertion fails too: nothing is switched on.
 */
function timmMixup(options: TimmMixup = {}): Preset {
  const {
    mixupAlpha = 1,
    cutmixAlpha = 0,
    cutmixMinmax,
    prob = 1,
    switchProb = 0.5,
    mode = "batch",
  } = open(options, "timmMixup", TIMM_OPTIONS);
  const { correctLam = true, labelSmoothing = 0.1, numClasses = 1000 } = options;
  checkName(mode, "timmMixup.mode", Object.keys(TIMM_MODES));
  checkScalar(prob, "timmMixup.prob", PROB);
  checkScalar(switchProb, "timmMixup.switchProb", PROB);

  const mixers: (MixUp | CutMix)[] = [];
  if (cutmixMinmax) mixers.push(cutmix({ minmax: cutmixMinmax }));
  else if (cutmixAlpha !== 0) mixers.push(cutmix({ alpha: cutmixAlpha, lambda: correctLam ? "exact" : "beta" }));
  if (mixupAlpha !== 0) mixers.push(mixup({ alpha: mixupAlpha }));

  const stage = { prob, granularity: TIMM_MODES[mode], pairing: "reverse" as const };
  const labels = { classes: numClasses, smoothing: labelSmoothing, smoothUnmixed: true };
  const [first, second] = mixers;
  if (!first) throw new PolicyError("timmMixup", "mixupAlpha, cutmixAlpha or cutmixMinmax above 0", 0);
  if (!second) return { policy: { ...first, ...stage }, labels };
  return { policy: oneOf(mixers, { ...stage, weights: [switchProb, 1 - switchProb] }), labels };
}

/** The arguments of torchvision's `MixUp` and `CutMix`. */
export interface TorchvisionMix {
  /** Default 1. */
  alpha?: Scalar;
  /** `num_classes`, default none: labels that are class ids need it, rows of probabilities do not. */
  numClasses?: number;
}

function torchvisionPreset(policy: MixStage, numClasses: number | undefined): Preset {
  return numClasses === undefined ? { policy } : { policy, labels: { classes: numClasses } };
}

const TORCHVISION = { granularity: "batch", pairing: "roll" } as const;

/**
 * torchvision `v2.MixUp` (`torchvision/transforms/v2/_augment.py`): alpha 1, one λ for the whole batch, row i with row
 * i−1, always on, no smoothing. A batch of one is mixed with itself there, which is what leaving it alone gives here.
 */
function torchvisionMixUp(options: TorchvisionMix = {}): Preset {
  const { alpha = 1, numClasses } = open(options, "torchvisionMixUp", ["alpha", "numClasses"]);
  return torchvisionPreset(mixup({ alpha, ...TORCHVISION }), numClasses);
}

/**
 * torchvision `v2.CutMix` (`torchvision/transforms/v2/_augment.py`): alpha 1, one λ and one box for the whole batch,
 * row i with row i−1, always on; λ is recomputed from the clipped box. Its half-sides ⌊½√(1−λ)·side⌋ are timm's.
 */
function torchvisionCutMix(options: TorchvisionMix = {}): Preset {
  const { alpha = 1, numClasses } = open(options, "torchvisionCutMix", ["alpha", "numClasses"]);
  return torchvisionPreset(cutmix({ alpha, box: "timm", ...TORCHVISION }), numClasses);
}

/** Keras and KerasCV: λ a sample, partners by a random permutation, in which somebody may meet themselves. */
const KERAS = { granularity: "sample", pairing: "permutation" } as const;

/**
 * KerasCV `MixUp` (`keras_cv/src/layers/preprocessing/mix_up.py`): alpha 0.2, λ a sample, random permutation, always
 * on. Not kept: its λ draws ignore `seed`.
 */
function kerasCvMixUp(options: { alpha?: Scalar } = {}): Preset {
  const { alpha = 0.2 } = open(options, "kerasCvMixUp", ["alpha"]);
  return { policy: mixup({ alpha, ...KERAS }) };
}

/**
 * KerasCV `CutMix` (`keras_cv/src/layers/preprocessing/cut_mix.py`): alpha 1, λ and box a sample, random permutation,
 * always on. Kept, although it is a bug: the label takes the cut's area before clipping, so at alpha 1 and 224² the
 * partner gets a weight of 0.497 for 0.319 of the pixels on average. `cutmix({ box: "kerascv" })` is the same with
 * honest labels.
 */
function kerasCvCutMix(options: { alpha?: Scalar } = {}): Preset {
  const { alpha = 1 } = open(options, "kerasCvCutMix", ["alpha"]);
  return { policy: cutmix({ alpha, box: "kerascv", lambda: "unclipped", ...KERAS }) };
}

/**
 * KerasCV `FourierMix` (`keras_cv/src/layers/preprocessing/fourier_mix.py`): alpha 0.5, decay 3, random permutation,
 * always on. Kept: the waves its code really sums, `spectrum: "reference"`; leave it out of `fmix()` for the paper's.
 * Not kept: its label has the λ that was drawn, ours the share of the pixels, which differs by half a pixel at most.
 */
function kerasCvFourierMix(options: { alpha?: Scalar; decayPower?: Scalar } = {}): Preset {
  const { alpha = 0.5, decayPower = 3 } = open(options, "kerasCvFourierMix", ["alpha", "decayPower"]);
  return { policy: fmix({ alpha, decay: decayPower, spectrum: "reference", ...KERAS }) };
}

/**
 * KerasCV `Mosaic` (`keras_cv/src/layers/preprocessing/mosaic.py`): 2 × 2, the pictures meet at U(0.25, 0.75) of each
 * side, always on. Not kept: partners are drawn one by one there and as three random permutations here; its result is
 * stretched by W / (W − 1).
 */
function kerasCvMosaic(options: { offset?: [number, number] } = {}): Preset {
  const { offset = [0.25, 0.75] } = open(options, "kerasCvMosaic", ["offset"]);
  return { policy: mosaic({ center: offset, ...KERAS }) };
}

/**
 * Keras 3 `MixUp` (`keras/src/layers/preprocessing/image_preprocessing/mix_up.py`): alpha 0.2, λ a sample, random
 * permutation, always on. Not kept: its masks and boxes (the gather of masks has no axis, box labels are joined on the
 * wrong one).
 */
function keras3MixUp(options: { alpha?: Scalar } = {}): Preset {
  const { alpha = 0.2 } = open(options, "keras3MixUp", ["alpha"]);
  return { policy: mixup({ alpha, ...KERAS }) };
}

/**
 * Keras 3 `CutMix` (`keras/src/layers/preprocessing/image_preprocessing/cut_mix.py`): `factor` 1 or [low, high]; alpha
 * ~ U(0, factor) + 1e-6, λ and box a sample, random permutation, always on. The box has real sides and never leaves the
 * picture; the label takes its real area, which is the λ that was drawn, up to a row and a column off the pixels (kept;
 * so is that the first row and column are never pasted). Not kept: alpha is drawn once a call there and once a sample
 * here, so that a λ does not depend on the batch; below 0.01 it is 0.01.
 */
function keras3CutMix(options: { factor?: number | [number, number] } = {}): Preset {
  const { factor = 1 } = open(options, "keras3CutMix", ["factor"]);
  const alphaRange: [number, number] = typeof factor === "number" ? [0, factor] : factor;
  return { policy: cutmix({ alphaRange, box: "keras3", lambda: "beta", ...KERAS }) };
}

/** The settings of Datarax's `BatchMixOperatorConfig`. */
export interface DataraxBatchMix {
  /** Default `"mixup"`. */
  mode?: "mixup" | "cutmix";
  /** Default 1. */
  alpha?: Scalar;
  /** `stream_name`, default `"batch_mix"`. */
  streamName?: string;
}

/**
 * Datarax `BatchMixOperator` (`src/datarax/operators/batch_mix_operator.py`): alpha 1, one λ and box for the batch,
 * random permutation, always on, a batch of one left alone; a random stream of its own by name. CutMix boxes have real
 * sides and the label takes their real, clipped area, up to a row and a column off the pixels (kept).
 * Not kept: its MixUp blends every array of the batch, ids too; here only images and labels are mixed.
 */
function dataraxBatchMix(options: DataraxBatchMix = {}): Preset {
  const {
    mode = "mixup",
    alpha = 1,
    streamName = "batch_mix",
  } = open(options, "dataraxBatchMix", ["mode", "alpha", "streamName"]);
  checkName(mode, "dataraxBatchMix.mode", ["mixup", "cutmix"]);
  const stage = { alpha, granularity: "batch", pairing: "permutation", stream: streamName } as const;
  return { policy: mode === "mixup" ? mixup(stage) : cutmix({ ...stage, box: "datarax", lambda: "continuous" }) };
}

/**
 * The keras.io example "MixUp augmentation for image classification": alpha 0.2, λ a sample, partners from a second,
 * separately shuffled copy of the dataset (which may meet themselves there, and cannot here).
 */
function kerasIoMixUp(options: { alpha?: Scalar } = {}): Preset {
  const { alpha = 0.2 } = open(options, "kerasIoMixUp", ["alpha"]);
  return { policy: mixup({ alpha, granularity: "sample", pairing: "dataset" }) };
}

/** See {@link Preset}, and {@link ImagePreset} for policies of image ops; `kerasCv` has KerasCV's layers, each a stage by itself. */
export const presets = {
  ...policyPresets,
  kerasCv,
  ...allUnderNames(
    {
      timmMixup,
      torchvisionMixUp,
      torchvisionCutMix,
      kerasCvMixUp,
      kerasCvCutMix,
      kerasCvFourierMix,
      kerasCvMosaic,
      keras3MixUp,
      keras3CutMix,
      dataraxBatchMix,
      kerasIoMixUp,
    },
    {
      timmMixup: {
        renamed: { "mixup.alpha": "mixupAlpha", "cutmix.alpha": "cutmixAlpha", "cutmix.minmax": "cutmixMinmax" },
      },
      kerasCvFourierMix: { renamed: { decay: "decayPower" } },
      kerasCvMosaic: { renamed: { center: "offset" } },
      keras3CutMix: { made: { alphaRange: "factor" } },
      dataraxBatchMix: { renamed: { stream: "streamName" } },
    },
  ),
};
