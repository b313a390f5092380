import { checkName } from "../check/check.ts";
import { found, PolicyError } from "../check/errors.ts";
import { checkArgDraw, type NumberDraw, prepareArg } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import type { Arg, Interpolation } from "../ops/op.ts";
import { resizeOp } from "../ops/warp/resize.ts";
import type { OpCall } from "../plan/plan.ts";
import { foldIn } from "../random/key.ts";
import { drawsOf } from "./draws.ts";
import { made } from "./made.ts";
import { anySize } from "./sizes.ts";
import type { ImageForm, ImageOptions } from "./stage.ts";

/** A picture made wider or higher, at about the same area. Made by `randomAspectRatio()`. */
export interface RandomAspectRatio extends ImageOptions {
  kind: "randomAspectRatio";
  /** The height is divided by it, the width multiplied. */
  factor: NumberDraw;
  /** Default `"bilinear"`. */
  interpolation?: Interpolation;
  /** Whether shrinking averages all pixels under an output pixel. Default true; KerasCV does not. */
  antialias?: boolean;
}

declare module "./stage.ts" {
  interface ImageStages {
    randomAspectRatio: RandomAspectRatio;
  }
}

/**
 * KerasCV `RandomAspectRatio`: a factor is drawn for each picture, which the height is divided by and the width
 * multiplied. Sides are cut to whole pixels, of 1 to 16,384. Pictures then have sizes of their own, so a stage that
 * gives all of them one must follow: `ops.resize({ height, width, fit: "contain" })`, `randomResizedCrop({ height,
 * width })`.
 *
 * - `factor`: a number above 0, or a draw such as `[0.75, 1.33]`.
 * - `interpolation`: default `"bilinear"`. `antialias`: default true.
 */
export function randomAspectRatio(options: Omit<RandomAspectRatio, "kind">): RandomAspectRatio {
  return made(randomAspectRatioForm, { ...given(options, "randomAspectRatio"), kind: "randomAspectRatio" });
}

const FACTOR: Arg = { type: "number", min: 0.01, max: 100, unit: "width / height, of what it was", about: "" };
const INTERPOLATIONS = ["nearest", "bilinear", "bicubic"];

export const randomAspectRatioForm: ImageForm<RandomAspectRatio> = {
  options: ["factor", "interpolation", "antialias"],

  check({ factor, interpolation, antialias }, path) {
    checkArgDraw(factor, FACTOR, `${path}.factor`);
    checkName(interpolation, `${path}.interpolation`, INTERPOLATIONS);
    if (antialias !== undefined && typeof antialias !== "boolean")
      throw new PolicyError(`${path}.antialias`, "true or false", antialias);
  },

  uses: [resizeOp],
  draws: () => drawsOf(resizeOp),
  takes: () => [1, 1],
  sizeAfter: (_stage, { path }) =>
    anySize(
      new PolicyError(
        path,
        "a stage after it that gives all pictures one size (ops.resize, ops.centerCrop, randomResizedCrop), since each gets its own",
        found("none"),
      ),
    ),

  prepare({ factor, interpolation, antialias }, { address, ...context }) {
    const { key, path, height, width } = context;
    const ready = prepareArg(factor, FACTOR, {
      ...context,
      path: `${path}.factor`,
      key: foldIn(key, PURPOSE.argument),
    });
    const reading = { ...(interpolation && { interpolation }), ...(antialias !== undefined && { antialias }) };
    return (id, calls) => {
      const drawn = ("fixed" in ready ? ready.fixed : ready.draw(address(id))) as number;
      const call: OpCall<"resize"> = {
        op: "resize",
        height: side(height / drawn),
        width: side(width * drawn),
        ...reading,
      };
      calls.push(call);
    };
  },
};

const LONGEST = resizeOp.args.height!.max!;

const side = (length: number): number => Math.min(Math.max(1, Math.trunc(length)), LONGEST);
