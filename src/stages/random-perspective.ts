import { PROB } from "../draw/bounds.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import { checkScalar, resolveScalar, type Scalar } from "../draw/schedule.ts";
import { withoutMinusZero } from "../ops/check-call.ts";
import type { OpArgs } from "../ops/index.ts";
import type { Arg, Interpolation } from "../ops/op.ts";
import { perspectiveOp } from "../ops/warp/perspective.ts";
import { foldIn, hashName } from "../random/key.ts";
import { uniformInt } from "../random/uniform.ts";
import { drawsOf } from "./draws.ts";
import { checkFixedArgs } from "./fixed-args.ts";
import { made } from "./made.ts";
import type { ImageForm, ImageOptions } from "./stage.ts";

/** The picture from another side. Made by `randomPerspective()`. */
export interface RandomPerspective extends ImageOptions {
  kind: "randomPerspective";
  /** How far a corner may move inwards, as a share of half a side, 0 to 1. Default 0.5. */
  distortionScale?: Scalar;
  /** How pixels between pixels are made. Default `"bilinear"`. */
  interpolation?: Interpolation;
  /** What shows beside the picture: one level 0..255 for all channels, or one each. Default [0]. */
  fill?: number[];
}

declare module "./stage.ts" {
  interface ImageStages {
    randomPerspective: RandomPerspective;
  }
}

/**
 * The picture from another side, as torchvision's `v2.RandomPerspective`: each corner moves inwards by whole pixels,
 * uniform from 0 to `distortionScale` · half a side, rounded down.
 *
 * - `distortionScale`: 0 to 1, default 0.5. It may be a schedule.
 * - `interpolation`: default `"bilinear"`. `fill`: in levels, default [0].
 * - `prob`: default 0.5. `granularity`, `stream`: as in every image stage.
 *
 * A picture stays as it is where three of its corners would be on a line: that is drawn from a scale of about 2/3 on,
 * in pictures of a few pixels at smaller ones, and always where a side is one pixel. What torchvision makes of these is
 * up to its solver.
 *
 * @throws PolicyError for options out of range
 */
export function randomPerspective(options: Omit<RandomPerspective, "kind"> = {}): RandomPerspective {
  return made(randomPerspectiveForm, { prob: 0.5, ...given(options, "randomPerspective"), kind: "randomPerspective" });
}

/** x, y of the corners: upper left, upper right, lower right, lower left. */
type Corners = NonNullable<OpArgs<"perspective">["start"]>;

/** Corners that move inwards. */
export const randomPerspectiveForm: ImageForm<RandomPerspective> = {
  options: ["distortionScale", "interpolation", "fill"],

  check(value, path) {
    if (value.distortionScale !== undefined) checkScalar(value.distortionScale, `${path}.distortionScale`, PROB);
    const args = perspectiveOp.args as Record<string, Arg>;
    checkFixedArgs(value, { interpolation: args.interpolation!, fill: args.fill! }, path);
  },

  uses: [perspectiveOp],
  draws: ({ interpolation = "bilinear" }) => ({ ...drawsOf(perspectiveOp), readings: [interpolation] }),

  takes: () => [1, 1],

  prepare({ distortionScale = 0.5, interpolation, fill = [0] }, { key, time, path, height, width, address }) {
    const scale = resolveScalar(distortionScale, time, `${path}.distortionScale`, PROB);
    const most = (side: number) => Math.floor(scale * Math.floor(side / 2));
    const [across, down] = [most(width), most(height)];
    const [right, bottom] = [width - 1, height - 1];
    const start: Corners = [0, 0, right, 0, right, bottom, 0, bottom];
    const reading = { ...(interpolation !== undefined && { interpolation }), fill: withoutMinusZero(fill) };
    const endKey = foldIn(foldIn(key, PURPOSE.argument), hashName("end"));
    return (id, calls) => {
      const at = address(id);
      const by = (corner: number, axis: number) =>
        uniformInt(endKey, at, 2 * corner + axis, (axis === 0 ? across : down) + 1);
      const end: Corners = [
        by(0, 0),
        by(0, 1),
        right - by(1, 0),
        by(1, 1),
        right - by(2, 0),
        bottom - by(2, 1),
        by(3, 0),
        bottom - by(3, 1),
      ];
      if (hasView(end)) calls.push({ op: "perspective", start, end, ...reading });
    };
  },
};

/** Whether the op can show it: no three corners are on a line. Exactly, since a solver may not notice. */
function hasView(end: Corners): boolean {
  const points = [0, 2, 4, 6].map((i) => [end[i]!, end[i + 1]!] as const);
  return points.every((_, left) => {
    const [a, b, c] = points.filter((_, i) => i !== left);
    return (b![0] - a![0]) * (c![1] - a![1]) !== (b![1] - a![1]) * (c![0] - a![0]);
  });
}
