import { checkKeys, checkName } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { Registry } from "../check/registry.ts";
import { PROB } from "../draw/bounds.ts";
import { checkStream } from "../draw/options.ts";
import { checkScalar, type Scalar, type Time } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import type { ImageOp } from "../ops/op.ts";
import type { OpCall } from "../plan/plan.ts";
import type { Key } from "../random/key.ts";
import type { Draws } from "./draws.ts";
import type { Sizes } from "./sizes.ts";

/**
 * Image stages: what may happen to one picture by itself. They stand in a policy's list beside the mixers, in any
 * order: those before the first mixer work on the source pictures (a partner from the dataset draws its own, at its own
 * id), those after a mixer on its results. All of it is plain data and nests.
 */
export type ImageStage = ImageStages[keyof ImageStages];

/** Every kind of image stage by its name. Each stage's file adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: the files of the stages fill it
export interface ImageStages {}

/** The options of every image stage, with their defaults. */
export interface ImageOptions {
  /** The chance that the stage does anything to a picture, 0 to 1, drawn once. Default 1. */
  prob?: Scalar;
  /**
   * What shares one draw: every picture its own, or the whole batch. Default: the enclosing stage's, else `"sample"`.
   */
  granularity?: ImageGranularity;
  /**
   * Names the random stream, so that stages added or removed before this one leave its draws alone. Only outside of
   * other stages.
   */
  stream?: string;
}

export type ImageGranularity = "sample" | "batch";

export const IMAGE_OPTIONS = ["prob", "granularity", "stream"] as const;
export const IMAGE_GRANULARITIES: readonly ImageGranularity[] = ["sample", "batch"];
/** Stages within stages. */
const MAX_DEPTH = 8;

/** What the draws of one image stage depend on, apart from the sample. */
export interface ImageContext {
  /** Picture size in pixels. */
  height: number;
  width: number;
  time: Time;
  /**
   * Leads to the stage's options in messages: `policy[0].solarize`. Only `prepareImageStage` takes the path to the
   * stage itself: `policy[0]`.
   */
  path: string;
  /** Of this stage alone. */
  key: Key;
  /** The batch's first sample, which addresses what the whole batch shares. */
  first: FirstSample;
  granularity: ImageGranularity;
}

/** What its draws are addressed by. To be read when a picture is drawn: a stage is ready for more than one batch. */
export interface FirstSample {
  readonly address: number;
  /** The boxes of the picture that is drawn, after some ops; absent where nobody knows them. */
  readonly boxes?: ((calls: readonly OpCall[]) => ArrayLike<number>) | undefined;
}

/** Draws what one picture gets and adds it to `calls`; `id` is what its draws are addressed by (`Picture.address`). */
export type DrawOps = (id: number, calls: OpCall[]) => void;

/**
 * Gets a stage inside another ready. `path` leads to its place, `key` is its own, and `size` is that of its pictures
 * (default: its parent's).
 */
export type PrepareChild = (stage: ImageStage, path: string, key: Key, size?: Size) => DrawOps;

/** Checks a stage inside another, at its place. */
export type CheckChild = (value: unknown, path: string) => void;

/** The sizes that pictures can have after a stage inside another, at its place. */
export type SizesAfterChild = (stage: ImageStage, path: string, from: Sizes) => Sizes;

/** See `ImageForm.takes`. */
export type Takes = "each" | readonly [least: number, most: number];

/** All that one kind of image stage is. */
export interface ImageForm<S extends ImageOptions> {
  /** The options it has besides those of every image stage. Left out: `check` knows them. */
  options?: readonly string[];
  /** Throws PolicyError when an option cannot be drawn from. */
  check(options: Record<string, unknown>, path: string, child: CheckChild): void;
  /** The ops it may draw itself, where they are always the same: its constructor brings them. */
  uses?: readonly ImageOp[];
  /** What it may draw itself, apart from what the stages inside it draw. */
  draws(stage: S): Draws;
  /** The stages inside it. Left out: none. */
  children?(stage: S): readonly ImageStage[];
  /**
   * How many of its ops and stages a picture gets: each of them in order, or from `least` to `most`, whichever and in
   * any order. Left out: any number. One that says less than it draws costs kernels at the first batch, nothing else.
   */
  takes?(stage: S): Takes;
  /**
   * The size that pictures of that size have after it: one, or where it is drawn, the sizes that it can be and why that
   * is refused where one is needed. Left out: the size they had.
   */
  sizeAfter?(stage: S, context: Size & { path: string }, child: SizesAfterChild): Size | Sizes;
  /** Resolves every strength for this moment. `address` turns a sample's id into the one its draws have here. */
  prepare(
    stage: S,
    context: ImageContext & { address(id: number): number },
    child: PrepareChild,
    sizesAfter: SizesAfterChild,
  ): DrawOps;
}

/** The kinds of stages that are here, by their names. */
export const imageForms = /* @__PURE__ */ new Registry<ImageForm<ImageStage>>();

/** The path of a stage's options: `policy[0].solarize`, `policy[1].randomChoice`. */
export function stagePath(place: string, stage: { kind: string; op?: unknown }): string {
  const name = stage.kind === "op" && typeof stage.op === "string" ? stage.op : stage.kind;
  return place === "" ? name : `${place}.${name}`;
}

/** Checks a stage of a known form; `depth` counts the stages around it. Throws PolicyError. */
export function checkForm(
  form: Pick<ImageForm<never>, "options" | "check">,
  { kind, ...options }: { kind: string; [option: string]: unknown },
  place: string,
  depth: number,
  checkAny: (value: unknown, place: string, depth: number) => void,
): void {
  if (depth > MAX_DEPTH) throw new PolicyError(place, `at most ${MAX_DEPTH} stages inside each other`, depth);
  const path = stagePath(place, { kind, ...options });
  if (form.options) checkKeys(options, path, [...form.options, ...IMAGE_OPTIONS]);
  if (options.prob !== undefined) checkScalar(options.prob, `${path}.prob`, PROB);
  checkName(options.granularity, `${path}.granularity`, IMAGE_GRANULARITIES);
  if (depth > 0 && options.stream !== undefined) {
    throw new PolicyError(
      `${path}.stream`,
      "no stream on a stage inside another: put it on the outermost",
      options.stream,
    );
  }
  checkStream(options.stream, `${path}.stream`);
  form.check(options, path, (child, childPlace) => checkAny(child, childPlace, depth + 1));
}
