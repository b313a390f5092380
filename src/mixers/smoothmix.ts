import { checkRange } from "../check/check.ts";
import { given } from "../draw/options.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { maskRow, remembered } from "./mask-rows.ts";
import { gaussianMaskForm } from "./masks/gaussian.ts";
import { type MixOp, made, type StageOptions } from "./mixer.ts";
import { STAGE_OPTIONS } from "./options.ts";

/** Made by `smoothmix()`. */
export interface SmoothMix extends StageOptions {
  kind: "smoothmix";
  /** The standard deviation of the bell, as shares of the height. Default [0.25, 0.5]. */
  sigma?: [number, number];
}

declare module "./mixer.ts" {
  interface Mixers {
    smoothmix: SmoothMix;
  }
}

/**
 * SmoothMix (Lee et al. 2020, CVPR workshops), as openmixup's `smoothmix`: the partner fades in around a point, with a
 * weight of exp(−r² / 2σ²) at the distance r. The point is any pixel, σ ~ U(`sigma`)·H. The label weights are the means
 * of the pixels' weights, exactly; openmixup gives the own label the partner's share.
 *
 * - `sigma`: the range of σ as a share of the picture's height, within [0.0001, 1], default [0.25, 0.5].
 * - `prob`, `granularity`, `pairing`, `stream`: as in `mixup`.
 *
 * One level of mixing. Weights are 257 steps from 0 to 1. Throws PolicyError when an option is unknown or out of range.
 */
export function smoothmix(options: Omit<SmoothMix, "kind"> = {}): SmoothMix {
  return made(smoothmixOp, { sigma: SIGMA, prob: 1, ...given(options, "smoothmix"), kind: "smoothmix" });
}

const SIGMA: [number, number] = [0.25, 0.5];
/** A bell of one or two pixels in the largest picture; far below it σ would be 0 in f32, which no plan may have. */
const LEAST = 0.0001;

/** The op behind {@link smoothmix}: its options and the draw of one row. */
export const smoothmixOp: MixOp<SmoothMix> = {
  options: ["sigma", ...STAGE_OPTIONS],
  masks: { gaussian: gaussianMaskForm },
  draws: () => ({ rows: "mask" }),

  check({ sigma }, path) {
    if (sigma !== undefined) {
      checkRange(
        sigma,
        `${path}.sigma`,
        `[low, high], shares of the height with ${LEAST} <= low <= high <= 1`,
        (low, high) => low >= LEAST && low <= high && high <= 1,
      );
    }
  },

  prepare({ sigma: [low, high] = SIGMA }, { height, width, key }) {
    const [sigmaKey, boxKey] = [key("lambda"), key("box")];
    return remembered((id) => {
      const sigma = Math.fround((low + (high - low) * uniform01(sigmaKey, id, 0)) * height);
      const center: [number, number] = [uniformInt(boxKey, id, 1, width), uniformInt(boxKey, id, 0, height)];
      return maskRow({ shape: "gaussian", center, sigma }, height, width);
    });
  },
};
