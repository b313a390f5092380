import { checkName } from "../check/check.ts";
import { given } from "../draw/options.ts";
import { affineOp } from "../ops/warp/affine.ts";
import type { OpCall } from "../plan/plan.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { bringOps } from "../stages/brings.ts";
import { drawsOf } from "../stages/draws.ts";
import { boxRow, clippedSpan } from "./box-rows.ts";
import { type MixOp, made, type StageOptions } from "./mixer.ts";
import { checkScale, STAGE_OPTIONS } from "./options.ts";

/** Made by `resizemix()`. */
export interface ResizeMix extends StageOptions {
  kind: "resizemix";
  /** The box's sides as shares of the picture's, both the same draw. Default [0.1, 0.8]. */
  scale?: [number, number];
  /** How the shrunk partner is read. Default `"bilinear"`. */
  interpolation?: "nearest" | "bilinear";
}

declare module "./mixer.ts" {
  interface Mixers {
    resizemix: ResizeMix;
  }
}

/**
 * ResizeMix (Qin et al. 2020, arXiv:2012.11101): the whole partner, made small, covers a box of the own picture; the
 * label weights are the shares of the pixels. As openmixup's `resizemix`: sides of t times the picture's, t ~
 * U(`scale`), a centre anywhere, the box clipped at the border and the partner resized into what is left of it.
 *
 * - `scale`: the range of t, within (0, 1], default [0.1, 0.8].
 * - `interpolation`: `"bilinear"` (default) or `"nearest"`; like openmixup's it does not average the pixels that it
 *   skips.
 * - `prob`, `granularity`, `pairing`, `stream`: as in `mixup`; `granularity` decides what shares one box.
 *
 * One level of mixing. In the plan it is a CutMix row whose partner has an `affine` op, so pictures need 1, 3 or 4
 * channels. The warp's coordinates reach 2^18 pixels: in pictures of more than 512 a side, what is left of a side L has
 * at least L² / 2^18 pixels.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function resizemix(options: Omit<ResizeMix, "kind"> = {}): ResizeMix {
  return made(resizemixOp, { scale: SCALE, prob: 1, ...given(options, "resizemix"), kind: "resizemix" });
}

const SCALE: [number, number] = [0.1, 0.8];
/** As far as a warp may lead, with some room. */
const REACH = 2 ** 18 - 2 ** 10;

/** The op behind {@link resizemix}: its options and the draw of one row. */
export const resizemixOp: MixOp<ResizeMix> = {
  options: ["scale", "interpolation", ...STAGE_OPTIONS],
  uses: () => bringOps([affineOp]),
  draws: ({ interpolation }) => ({ rows: "cutmix", ...drawsOf(affineOp, { interpolation }) }),

  check(value, path) {
    if (value.scale !== undefined) checkScale(value.scale, `${path}.scale`);
    checkName(value.interpolation, `${path}.interpolation`, ["nearest", "bilinear"]);
  },

  prepare({ scale = SCALE, interpolation = "bilinear" }, { height, width, key }) {
    const scaleKey = key("lambda");
    const boxKey = key("box");
    return (id) => {
      const share = scale[0] + (scale[1] - scale[0]) * uniform01(scaleKey, id, 0);
      const [y0, y1] = drawSpan(height, share, uniformInt(boxKey, id, 0, height));
      const [x0, x1] = drawSpan(width, share, uniformInt(boxKey, id, 1, width));
      const [across, down] = [width / (x1 - x0), height / (y1 - y0)];
      // The picture's corner comes to lie on the box's. Plus 0, because JSON has no −0.
      const matrix = [across, 0, -x0 * across + 0, 0, down, -y0 * down + 0] as const;
      const shrink: OpCall = { op: "affine", matrix, interpolation, edge: "edge", peer: "torchvision" };
      return { row: boxRow([x0, y0, x1, y1], height, width), own: { of: 0 }, partner: { of: 1, ops: [shrink] } };
    };
  },
};

function drawSpan(length: number, share: number, centre: number): [number, number] {
  const side = Math.max(1, Math.trunc(length * share));
  const [start, end] = clippedSpan(length, side, centre);
  const missing = Math.ceil((length * length) / REACH) - (end - start);
  if (missing <= 0) return [start, end];
  return start === 0 ? [start, end + missing] : [start - missing, end];
}
