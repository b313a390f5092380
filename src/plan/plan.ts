import type { OpCall } from "../ops/index.ts";

export type { OpCall };

/**
 * A plan is everything that was drawn for one batch, as a plain value: it survives `JSON.stringify`,
 * can be read and edited, and together with the batch it fixes the output bytes (invariant I2).
 *
 * Mixing is a small graph. Level 0 is the list of source pictures; every stage is a list of rows, and a row
 * names its `own` and `partner` picture by position in the level below. The last stage's rows are the output batch.
 *
 *     sources   [ 17, 4, 9 | 23, 8, 2 ]        batch samples, then partners drawn from the dataset
 *     stage 0   [ 0+3, 1+4, 2+5 ]              own + partner, by position in `sources`
 *     stage 1   [ 0+2, 1+0, 2+1 ]              own + partner, by position in stage 0
 */
export interface Plan {
  version: 1;
  seed: number;
  epoch: number;
  /**
   * Picture size in pixels: of the sources, or where these have sizes of their own, the one that their ops lead to. A
   * mixer's boxes are drawn for the size that the pictures have there.
   */
  height: number;
  width: number;
  /**
   * Level 0: first the `batchSize` samples of the batch, then further copies of them (`repeatedAugmentation`, AugMix),
   * then samples of the dataset, then rows of the second batch.
   */
  sources: SourceRef[];
  /** How many of `sources` are the batch itself. */
  batchSize: number;
  stages: Stage[];
}

/**
 * One source picture.
 * `batch`: row `index` of the caller's batch. `dataset`: sample `index` of the dataset. `external`: row `index` of the
 * second batch.
 */
export interface SourceRef {
  from: "batch" | "dataset" | "external";
  index: number;
  /** The sample id its draws are addressed by. */
  id: number;
  /** Its size in pixels, where pictures have sizes of their own: then every source says it, else none. */
  height?: number;
  width?: number;
  /** What is done to it before the first stage, in order. */
  ops?: OpCall[];
}

/** One mixer applied to a whole level. */
export interface Stage {
  /**
   * The pairing that was used, for the reader; the rows hold the result. `self`: a picture with copies of itself
   * (AugMix).
   */
  pairing: Pairing | "self";
  rows: Row[];
}

/**
 * How a row's own picture and its partner make one picture. `own` and `partner` are positions in the level below; `ops`
 * are applied to the result.
 */
export type Row = MixRow & { ops?: OpCall[] };

export type MixRow =
  | { mixer: "none"; own: number }
  | {
      mixer: "mixup";
      own: number;
      partner: number;
      /** Weight of the own picture, in [0, 1]: pixels and label alike. */
      lambda: number;
    }
  | {
      mixer: "cutmix";
      own: number;
      partner: number;
      /** The partner's pixels: [x0, y0, x1, y1), half-open, in pixels, inside the picture. */
      bbox: [number, number, number, number];
      /** Label weight of the own picture. In `exact` mode it is 1 − area/(H·W). */
      lambda: number;
      /** Absent means `exact`. */
      lambdaMode?: Exclude<LambdaMode, "exact">;
    }
  | {
      mixer: "mask";
      own: number;
      partner: number;
      /** The partner's weight at every pixel. */
      mask: MaskShape;
      /** Label weight of the own picture: 1 − the mean of the partner's weights. */
      lambda: number;
    };

/**
 * A plane of weights as a few numbers, the same on every machine. A weight w is a byte: 0 shows the own picture alone,
 * 255 the partner alone, and between them the partner has (w + (w ≥ 128)) / 256 of the pixel.
 */
export type MaskShape = GridShape | GaussianShape | FourierShape | GivenMask;

/** 255 in a square hole at the top left of every cell of a grid of squares (GridMix). */
export interface GridShape {
  shape: "grid";
  /** Sides in pixels, the hole's less than the cell's. */
  cell: number;
  hole: number;
}

/** 255 · exp(−r² / 2σ²), rounded, for the distance r of a pixel from `center` (SmoothMix). */
export interface GaussianShape {
  shape: "gaussian";
  /** The pixel [x, y]. */
  center: [number, number];
  /** In pixels. */
  sigma: number;
}

/** 0 at the `own` pixels where a random smooth field is highest, else 255 (FMix). */
export interface FourierShape {
  shape: "fourier";
  /** The two words that the field is drawn by. */
  key: [number, number];
  /** A wave of frequency f has an amplitude of f to the power of −decay. */
  decay: number;
  /** `isotropic`: waves in all directions alike. `reference`: the ones that FMix's and KerasCV's codes really sum. */
  spectrum: Spectrum;
  own: number;
}

export type Spectrum = "isotropic" | "reference";

/**
 * The caller's weights, line by line, in base64; stretched to the picture without blending where its size is another.
 */
export interface GivenMask {
  shape: "given";
  height: number;
  width: number;
  weights: string;
}

/**
 * What CutMix puts in the label as the own picture's weight.
 * - `exact`: the share of own pixels after the box was clipped (timm `correct_lam=True`, torchvision).
 * - `beta`: λ as it was drawn (timm `correct_lam=False`; Keras 3, whose box is never clipped).
 * - `unclipped`: from the box's integer sides before clipping (KerasCV).
 * - `continuous`: from the real-valued box after clipping (Datarax).
 */
export type LambdaMode = "exact" | "beta" | "unclipped" | "continuous";

/**
 * Who is mixed with whom. Within the batch: `reverse` (i with B−1−i), `roll` (i with i−1), `permutation` (anybody,
 * oneself included), `derangement` (anybody but oneself). Beyond it: `dataset` (a sample of the whole dataset or view,
 * keyed by the own sample's id, so that batch size and order do not matter), `external` (row i of a second batch).
 */
export type Pairing = "reverse" | "roll" | "permutation" | "derangement" | "dataset" | "external";

/**
 * What shares one draw: the whole batch, a pair of samples mixed with each other, or nothing (every sample its own);
 * `half` as in timm.
 */
export type Granularity = "batch" | "pair" | "sample" | "half";
