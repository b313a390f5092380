import { checkName } from "../check/check.ts";
import { allUnderNames } from "../check/under-name.ts";
import type { Scalar } from "../draw/schedule.ts";
import { cutmix } from "../mixers/cutmix.ts";
import { fmix } from "../mixers/fmix.ts";
import type { MixStage } from "../mixers/mix-stage.ts";
import { mixup } from "../mixers/mixup.ts";
import { mosaic } from "../mixers/mosaic.ts";
import { fromTimm } from "./from-timm.ts";
import { kerasCv } from "./kerascv-layers.ts";
import { policyPresets } from "./policy-presets.ts";
import { open, type Preset } from "./preset.ts";
import { timmMixup } from "./timm-mixup.ts";

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

/**
 * See {@link Preset}, and {@link ImagePreset} for policies of image ops; `fromTimm` reads a whole command line;
 * `kerasCv` has KerasCV's layers, each a stage by itself.
 */
export const presets = {
  fromTimm,
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
