import type { Granularity, LambdaMode, Pairing } from "../plan.ts";
import type { Bounds, Scalar } from "./schedule.ts";

/**
 * A policy says what may happen to a batch; a plan says what did. It is one stage or a list of up to four, applied in order,
 * and plain data: unless a strength is a function, it survives `JSON.stringify`. An empty list leaves every picture as it is.
 */
export type Policy = MixStage | readonly MixStage[];

/** One pass of mixing over the whole batch. */
export type MixStage = Mixer | OneOf;

/** A way to make one picture of two. */
export type Mixer = MixUp | CutMix;

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

/** Stages in one policy: k stages can have 2^k sources in one label row. */
export const MAX_STAGES = 4;
/** Mixers in one `oneOf`. */
export const MAX_MIXERS = 16;

export const ALPHA: Bounds = { low: 0.01, high: 100, expected: "a number from 0.01 to 100" };
export const PROB: Bounds = { low: 0, high: 1, expected: "a number from 0 to 1" };
export const WEIGHT: Bounds = { low: 0, high: Number.MAX_VALUE, expected: "a finite number, 0 or more" };
