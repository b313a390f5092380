import type { GivenMask, Granularity, LambdaMode, Pairing, Spectrum } from "../plan/plan.ts";
import type { ImageOptions, ImageStage } from "../stages/image-stage.ts";
import type { Bounds, Scalar } from "../draw/schedule.ts";

/**
 * A policy says what may happen to a batch; a plan says what did. It is one stage or a list, applied in order, and plain data: unless
 * a strength is a function, it survives `JSON.stringify`. An empty list leaves every picture as it is.
 *
 * Image stages work on pictures one by one, mixers make one picture of two or more, and they may stand in any order. Up to four levels of
 * mixing fit into one policy: a mixer of two pictures is one, a Mosaic of 2 × 2 and an AugMix of three chains are two.
 */
export type Policy = PolicyStage | readonly PolicyStage[];

/** One entry of a policy's list. */
export type PolicyStage = MixStage | ImageStage | AugMix | RepeatedAugmentation;

/** Made by `augMix()`: a picture is blended with augmented copies of itself. Not inside other stages. */
export interface AugMix extends ImageOptions {
  kind: "augMix";
  /** What the chains are made of. */
  stages: ImageStage[];
  /** Chains, 1 to 7. Default 3. */
  width?: number;
  /** Ops in a chain, or `[least, most]`. Default [1, 3]. */
  depth?: number | [number, number];
  /** Chain weights ~ Dirichlet(alpha, …), the mixture's weight ~ Beta(alpha, alpha). Default 1. */
  alpha?: Scalar;
}

/** Made by `repeatedAugmentation()`: the first entry of a list. */
export interface RepeatedAugmentation {
  kind: "repeatedAugmentation";
  /** What the first, second, … copy of the batch gets before the rest of the policy. */
  augmenters: ImageStage[];
}

/** One pass of mixing over the whole batch. */
export type MixStage = Mixer | OneOf;

/** A way to make one picture of two or more. */
export type Mixer = MixUp | CutMix | ResizeMix | Mosaic | MultiMixUp | CutBlur | GridMix | SmoothMix | FMix | MaskMix;

/** What every stage has, and what it means when left out. */
export interface StageOptions {
  /** The chance that a row is mixed at all, 0 to 1; drawn once per row (or pair, or batch). Default 1. */
  prob?: Scalar;
  /** What shares one draw. Default: the enclosing `oneOf`'s, else `"sample"`. */
  granularity?: Granularity;
  /** Who is mixed with whom. Default: `"dataset"` when drawn over a dataset, else `"derangement"`. */
  pairing?: Pairing;
  /** Names the random stream, so that stages added or removed before this one leave its draws alone. Default: its position. */
  stream?: string;
}

/** Made by `mixup()`. */
export interface MixUp extends StageOptions {
  kind: "mixup";
  /** λ ~ Beta(alpha, alpha), or Beta(a, b) for `[a, b]`. Default 0.2. */
  alpha?: Scalar | [Scalar, Scalar];
}

/** Made by `cutmix()`. At most one of `alpha`, `alphaRange` and `minmax`. */
export interface CutMix extends StageOptions {
  kind: "cutmix";
  /** λ ~ Beta(alpha, alpha), or Beta(a, b) for `[a, b]`. Default 1. */
  alpha?: Scalar | [Scalar, Scalar];
  /** alpha itself is drawn, uniformly between the two (Keras 3's `factor`). */
  alphaRange?: [number, number];
  /** Each side of the box is drawn, between these shares of the picture's side (timm's `cutmix_minmax`). */
  minmax?: [number, number];
  /** Which peer's box. Default `"timm"`. */
  box?: BoxRule;
  /** What the label gets. Default `"exact"`. */
  lambda?: LambdaMode;
}

/** Made by `resizemix()`. */
export interface ResizeMix extends StageOptions {
  kind: "resizemix";
  /** The box's sides as shares of the picture's, both the same draw. Default [0.1, 0.8]. */
  scale?: [number, number];
  /** How the shrunk partner is read. Default `"bilinear"`. */
  interpolation?: "nearest" | "bilinear";
}

/** Made by `mosaic()`. */
export interface Mosaic extends StageOptions {
  kind: "mosaic";
  /** Rows and columns, 1 to 4 each and two pictures at least. Default [2, 2]. */
  grid?: [number, number];
  /** Where two pictures meet, as a share of the side. Default [0.25, 0.75]. */
  center?: [number, number];
}

/** Made by `multimixup()`. */
export interface MultiMixUp extends StageOptions {
  kind: "multimixup";
  /** Pictures that are blended, 2 to 16. Default 3. */
  sources?: number;
  /** Weights ~ Dirichlet(alpha, …). Default 1. */
  alpha?: Scalar;
}

/** Made by `cutblur()`. */
export interface CutBlur extends StageOptions {
  kind: "cutblur";
  /** The box's sides as shares of the picture's, both the same draw. Default [0.7, 0.7]. */
  scale?: [number, number];
  /** How many pixels a side become one, 2 to 16. Default 4. */
  factor?: number;
}

/** Made by `gridmix()`. */
export interface GridMix extends StageOptions {
  kind: "gridmix";
  /** λ ~ Beta(alpha, alpha), or Beta(a, b) for `[a, b]`. Default 1. */
  alpha?: Scalar | [Scalar, Scalar];
  /** Cells along the width. Default 20. */
  cells?: number;
}

/** Made by `smoothmix()`. */
export interface SmoothMix extends StageOptions {
  kind: "smoothmix";
  /** The standard deviation of the bell, as shares of the height. Default [0.25, 0.5]. */
  sigma?: [number, number];
}

/** Made by `fmix()`. */
export interface FMix extends StageOptions {
  kind: "fmix";
  /** λ ~ Beta(alpha, alpha), or Beta(a, b) for `[a, b]`. Default 1. */
  alpha?: Scalar | [Scalar, Scalar];
  /** How fast waves get weaker with frequency. Default 3. */
  decay?: Scalar;
  /** Default `"isotropic"`. */
  spectrum?: Spectrum;
}

/** Made by `maskmix()`. */
export interface MaskMix extends StageOptions {
  kind: "maskmix";
  /** What is drawn from, all alike. */
  masks: GivenMask[];
}

/** Made by `oneOf()`: every row draws one of the mixers. They share one partner, so `pairing` and `stream` stand here only. */
export interface OneOf extends StageOptions {
  kind: "oneOf";
  mixers: Mixer[];
  /** How likely each mixer is, relative to the others. Default: all the same. */
  weights?: Scalar[];
}

/** How a box is made of λ: see `cutBox` in `ops/cutmix-box.ts`. timm's is the paper's and torchvision's too. */
export type BoxRule = "timm" | "kerascv" | "keras3" | "datarax";

export const PAIRINGS: readonly Pairing[] = ["reverse", "roll", "permutation", "derangement", "dataset", "external"];
export const GRANULARITIES: readonly Granularity[] = ["batch", "pair", "sample", "half"];
export const LAMBDA_MODES: readonly LambdaMode[] = ["exact", "beta", "unclipped", "continuous"];
export const BOX_RULES: readonly BoxRule[] = ["timm", "kerascv", "keras3", "datarax"];

/** Levels of mixing in one policy: k levels can have 2^k sources in one label row. */
export const MAX_STAGES = 4;
/** Entries of a policy's list. */
export const MAX_LIST = 32;
/** Copies of a batch, and chains of AugMix. */
export const MAX_REPEATS = 16;
export const MAX_CHAINS = 7;
/** Mixers in one `oneOf`. */
export const MAX_MIXERS = 16;

/** Pictures along one side of a mosaic, and in one `multimixup`. */
export const MAX_GRID = 4;
export const MAX_SOURCES = 16;

export const ALPHA: Bounds = { low: 0.01, high: 100, expected: "a number from 0.01 to 100" };
export const PROB: Bounds = { low: 0, high: 1, expected: "a number from 0 to 1" };
export const WEIGHT: Bounds = { low: 0, high: Number.MAX_VALUE, expected: "a finite number, 0 or more" };
