import { checkName } from "../check/check.ts";
import { given } from "../draw/options.ts";
import { type Bounds, checkScalar, resolveScalar, type Scalar } from "../draw/schedule.ts";
import type { Spectrum } from "../plan/plan.ts";
import { beta } from "../random/beta.ts";
import { foldIn } from "../random/key.ts";
import { maskRow, remembered } from "./mask-rows.ts";
import { fourierMaskForm, SPECTRA } from "./masks/fourier.ts";
import { type MixOp, made, type StageOptions } from "./mixer.ts";
import { checkAlpha, resolveAlpha, STAGE_OPTIONS } from "./options.ts";

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

declare module "./mixer.ts" {
  interface Mixers {
    fmix: FMix;
  }
}

/**
 * FMix (Harris et al. 2020, arXiv:2002.12047), KerasCV's FourierMix: the picture is cut along the lines of a random
 * smooth field, whose waves have amplitudes of frequency^−decay. λ ~ Beta(alpha, alpha), and the own picture keeps the
 * round(λ·H·W) pixels where the field is highest. The label weights are the shares of the pixels, counted, where
 * KerasCV and FMix give the λ that was drawn.
 *
 * - `alpha`: 0.01 to 100, default 1 (FMix; KerasCV 0.5); `[a, b]` draws from Beta(a, b), so `[a + 1, a]` is FMix's
 *   `reformulate`.
 * - `decay`: 0 to 10, default 3 (both peers). Larger is smoother.
 * - `spectrum`: `"isotropic"` (default), the paper's: waves in every direction, up to 8 along the longer side; or
 *   `"reference"`, what both codes sum through a mistaken index: any number of waves along y, but none or one along x.
 * - `prob`, `granularity`, `pairing`, `stream`: as in `mixup`.
 *
 * One level of mixing. The mask is made on the host, 1 to 2 ms for one of 224 × 224 pixels. Throws PolicyError when an
 * option is unknown or out of range.
 */
export function fmix(options: Omit<FMix, "kind"> = {}): FMix {
  return made(fmixOp, { alpha: 1, decay: DECAY, spectrum: SPECTRUM, prob: 1, ...given(options, "fmix"), kind: "fmix" });
}

const DECAY = 3;
const SPECTRUM = "isotropic";
const DECAYS: Bounds = { low: 0, high: 10, expected: "a number from 0 to 10" };

/** The op behind {@link fmix}: its options and the draw of one row. */
export const fmixOp: MixOp<FMix> = {
  options: ["alpha", "decay", "spectrum", ...STAGE_OPTIONS],
  masks: { fourier: fourierMaskForm },
  draws: () => ({ rows: "mask" }),

  check({ alpha, decay, spectrum }, path) {
    if (alpha !== undefined) checkAlpha(alpha, `${path}.alpha`);
    if (decay !== undefined) checkScalar(decay, `${path}.decay`, DECAYS);
    checkName(spectrum, `${path}.spectrum`, SPECTRA);
  },

  prepare({ alpha = 1, decay: givenDecay = DECAY, spectrum = SPECTRUM }, { height, width, time, path, key }) {
    const [a, b] = resolveAlpha(alpha, time, `${path}.alpha`);
    const decay = resolveScalar(givenDecay, time, `${path}.decay`, DECAYS);
    const [lambdaKey, fieldKey] = [key("lambda"), key("box")];
    return remembered((id) => {
      const { k0, k1 } = foldIn(fieldKey, id);
      const own = Math.round(beta(lambdaKey, id, a, b) * height * width);
      return maskRow({ shape: "fourier", key: [k0, k1], decay, spectrum, own }, height, width);
    });
  },
};
