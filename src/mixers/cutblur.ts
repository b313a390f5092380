import { PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import { downscaleOp } from "../ops/stencil/downscale.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { bringOps } from "../stages/brings.ts";
import { drawsOf } from "../stages/draws.ts";
import { boxRow } from "./box-rows.ts";
import { type MixOp, made, type StageOptions } from "./mixer.ts";
import { checkScale, STAGE_OPTIONS } from "./options.ts";

/** Made by `cutblur()`. */
export interface CutBlur extends StageOptions {
  kind: "cutblur";
  /** The box's sides as shares of the picture's, both the same draw. Default [0.7, 0.7]. */
  scale?: [number, number];
  /** How many pixels a side become one, 2 to 16. Default 4. */
  factor?: number;
}

declare module "./mixer.ts" {
  interface Mixers {
    cutblur: CutBlur;
  }
}

/**
 * CutBlur (Yoo et al. 2020, arXiv:2004.00448): a box of the picture is replaced by the same box of its own
 * low-resolution copy. Nobody else is mixed in, and the label stays.
 *
 * - `scale`: the box's sides as shares of the picture's, both from one draw ~ U(`scale`), within (0, 1], default [0.7,
 *   0.7], the paper's size. The box lies anywhere it fits.
 * - `factor`: how many pixels along a side become one in the copy (the op `downscale`), a whole number from 2 to 16,
 *   default 4.
 * - `prob`, `granularity`, `stream`: as in `mixup`. `pairing` means nothing here, but is what other mixers of a `oneOf`
 *   go by.
 *
 * One level of mixing. In the plan it is a CutMix row of a picture and its copy with a `downscale` op, so pictures need
 * 1, 3 or 4 channels.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function cutblur(options: Omit<CutBlur, "kind"> = {}): CutBlur {
  return made(cutblurOp, { scale: SCALE, factor: FACTOR, prob: 1, ...given(options, "cutblur"), kind: "cutblur" });
}

const SCALE: [number, number] = [0.7, 0.7];
const FACTOR = 4;

/** The op behind {@link cutblur}: its options and the draw of one row. */
export const cutblurOp: MixOp<CutBlur> = {
  options: ["scale", "factor", ...STAGE_OPTIONS],
  uses: () => bringOps([downscaleOp]),
  draws: () => ({ rows: "cutmix", ...drawsOf(downscaleOp) }),

  check({ scale, factor }, path) {
    if (scale !== undefined) checkScale(scale, `${path}.scale`);
    if (factor === undefined || (Number.isInteger(factor) && (factor as number) >= 2 && (factor as number) <= 16))
      return;
    throw new PolicyError(`${path}.factor`, "an integer from 2 to 16", factor);
  },

  needs: () => ({ partners: 0, levels: 1 }),

  prepare({ scale = SCALE, factor = FACTOR }, { height, width, key }) {
    const scaleKey = key("lambda");
    const boxKey = key("box");
    return (id) => {
      const share = scale[0] + (scale[1] - scale[0]) * uniform01(scaleKey, id, 0);
      const [tall, wide] = [height, width].map((length) => Math.max(1, Math.trunc(length * share))) as [number, number];
      const y = uniformInt(boxKey, id, 0, height - tall + 1);
      const x = uniformInt(boxKey, id, 1, width - wide + 1);
      const row = boxRow([x, y, x + wide, y + tall], height, width);
      return { row, own: { of: 0 }, partner: { of: 0, ops: [{ op: "downscale", factor }] } };
    };
  },
};
