import type { NumberDraw } from "../draw/arg-draw.ts";
import type { OpDraws, OpSign } from "../draw/op-draws.ts";
import type { Scalar } from "../draw/schedule.ts";
import type { OpName } from "../ops/index.ts";
import type { Edge, Interpolation } from "../ops/op.ts";

/**
 * Image stages: what may happen to one picture by itself. They stand in a policy's list beside the mixers, in any order: those before
 * the first mixer work on the source pictures (a partner from the dataset draws its own, at its own id), those after a mixer on its
 * results. All of it is plain data and nests.
 */
export type ImageStage =
  | OpStage
  | OpAt
  | Sequential
  | RandomApply
  | RandomChoice
  | RandomOrder
  | RandomPipeline
  | RandomErasing
  | RandomCrop
  | RandomResizedCrop
  | RandomGridMask;

/** What every image stage has, and what it means when left out. */
export interface ImageOptions {
  /** The chance that the stage does anything to a picture, 0 to 1, drawn once. Default 1. */
  prob?: Scalar;
  /** What shares one draw: every picture its own, or the whole batch. Default: the enclosing stage's, else `"sample"`. */
  granularity?: ImageGranularity;
  /** Names the random stream, so that stages added or removed before this one leave its draws alone. Only outside of other stages. */
  stream?: string;
}

export type ImageGranularity = "sample" | "batch";

/** An op's arguments, fixed or drawn, and the options of every image stage. */
export type OpOptions<Name extends OpName> = Flat<OpDraws<Name> & ImageOptions>;

/** One object type in place of an intersection, as an editor shows it. */
type Flat<T> = { [Field in keyof T]: T[Field] } & unknown;

/** One op, by its name in `imageOps`, and its arguments beside it, fixed or drawn. Made by `ops.<name>()`. */
export type OpStage<Name extends OpName = OpName> = Name extends OpName ? Flat<{ kind: "op"; op: Name } & OpOptions<Name>> : never;

/** {@link OpStage} of whatever op, as the engine goes through it. */
export interface AnyOpStage extends OpSign, ImageOptions {
  kind: "op";
  op: string;
  [argument: string]: unknown;
}

/** One op at a strength from a peer's magnitude table. Made by `opAt()`. */
export interface OpAt extends ImageOptions {
  kind: "opAt";
  table: string;
  /** The peer's name of the op. */
  entry: string;
  /** Our name of the same op, so that a list can be filtered by it. */
  op: OpName;
  /** In the table's own unit; `[low, high]` draws it uniformly (a whole number where the unit is a bin). */
  magnitude: Scalar | [Scalar, Scalar];
  /** Standard deviation of the normal noise on the magnitude, default 0. */
  magnitudeStd?: Scalar;
  /** Where the noise is clipped. Default: the table's largest magnitude. */
  magnitudeMax?: Scalar;
  /** How many magnitudes there are, for tables of bins. Default: the table's. */
  bins?: number;
  /** How warps read their input; a list is drawn from. Default: the table's. */
  interpolation?: Interpolation | Interpolation[];
  /** What shows where a warp finds no input: one level 0..255 a channel, or `null` for the peer's own way. Default: the table's. */
  fill?: number[] | null;
  /** Largest translation as a share of the side, instead of the table's. */
  translate?: number;
}

/** Every stage, in order. */
export interface Sequential extends ImageOptions {
  kind: "sequential";
  stages: ImageStage[];
}

/** The stage with a chance of `prob` (and of its own). */
export interface RandomApply extends ImageOptions {
  kind: "randomApply";
  stage: ImageStage;
}

/** One of the stages. */
export interface RandomChoice extends ImageOptions {
  kind: "randomChoice";
  stages: ImageStage[];
  /** Default: all the same. */
  weights?: Scalar[];
}

/** Every stage, in an order drawn anew. */
export interface RandomOrder extends ImageOptions {
  kind: "randomOrder";
  stages: ImageStage[];
}

/** Some of the stages, one after the other. */
export interface RandomPipeline extends ImageOptions {
  kind: "randomPipeline";
  stages: ImageStage[];
  /** How many, or `[least, most]`, drawn uniformly. Default 1. */
  augmentationsPerImage?: number | [number, number];
  /** The chance that one of them is applied once it is drawn. Default 1. */
  rate?: Scalar;
  /** Default: all the same. */
  weights?: Scalar[];
  /** Whether a stage may be drawn twice. Default true. */
  replace?: boolean;
}

/** Boxes are filled. Made by `randomErasing()` and `randomCutout()`. */
export interface RandomErasing extends ImageOptions {
  kind: "randomErasing";
  /** How a box is made. Default `"timm"`. */
  rule?: ErasingRule;
  /** The box's share of the picture; for `"keras3"` each side is the root of a share of its own. */
  area?: [number, number];
  /** Height / width, drawn uniformly in its logarithm (`"timm"`). */
  aspect?: [number, number];
  /** The sides as shares of the picture's (`"kerascv"`). */
  sides?: { height: NumberDraw; width: NumberDraw };
  /** How many boxes, or `[least, most]`; they share the area. Default 1. */
  count?: number | [number, number];
  /** `"constant"` (default): `fill`; noise of one value a channel, or one a pixel. */
  mode?: "constant" | "channel" | "pixel";
  /** One level 0..255 for all channels, or one each. Default [0]. */
  fill?: number[];
  /** Of the noise, in levels 0..255: one for all channels, or one each. */
  mean?: number[];
  std?: number[];
}

/** `timm`: area and aspect, ten tries to fit (torchvision's too). `keras3`: two sides, always inside. `kerascv`: two sides, clipped at the border. */
export type ErasingRule = "timm" | "keras3" | "kerascv";

/** A window of fixed size. Made by `randomCrop()`. */
export interface RandomCrop extends ImageOptions {
  kind: "randomCrop";
  /** In pixels. Default: the picture's. */
  height?: number;
  width?: number;
  /** Pixels added on every side before. Default 0. */
  padding?: number;
  /** What is added. Default `"constant"`, by `fill`. */
  edge?: Edge;
  fill?: number[];
}

/** A window of drawn size and shape, resized. Made by `randomResizedCrop()` and `jitteredResize()`. */
export interface RandomResizedCrop extends ImageOptions {
  kind: "randomResizedCrop";
  /** Of the result, in pixels. Default: the picture's. */
  height?: number;
  width?: number;
  /** The window's share of the picture; for `"jitter"` how much the whole picture is enlarged. Default [0.08, 1]. */
  scale?: NumberDraw;
  /** Width / height. Default [3/4, 4/3]. */
  ratio?: NumberDraw;
  /** How the window is made. Default `"torchvision"` (timm's too). */
  rule?: CropRule;
  /** One of them, or several to draw from. Default `"bilinear"`. */
  interpolation?: Interpolation | Interpolation[];
  antialias?: boolean;
}

export type CropRule = "torchvision" | "kerascv" | "jitter";

/** Squares are dropped in a turned grid. Made by `randomGridMask()`. */
export interface RandomGridMask extends ImageOptions {
  kind: "randomGridMask";
  /** The dropped square's share of the grid's unit. Default [0, 0.5]. */
  ratio?: NumberDraw;
  /** In turns. Default [-0.15, 0.15]. */
  rotation?: NumberDraw;
  /** What is put there: `fill` (default), or noise for every pixel and channel. */
  mode?: "constant" | "pixel";
  /** One level 0..255 for all channels, or one each. Default [0]. */
  fill?: number[];
  /** Of the noise, in levels 0..255. Default N(127.5, 63.75). */
  mean?: number;
  std?: number;
}

/** The kinds whose children are stages. */
export type GroupStage = Sequential | RandomApply | RandomChoice | RandomOrder | RandomPipeline;

export const IMAGE_OPTIONS = ["prob", "granularity", "stream"] as const;
export const IMAGE_GRANULARITIES: readonly ImageGranularity[] = ["sample", "batch"];
/** Stages within stages. */
export const MAX_DEPTH = 8;
/** Stages in one list, and ops that one pipeline may draw. */
export const MAX_CHILDREN = 256;
export const MAX_DRAWN = 16;
