import { given } from "../draw/options.ts";
import type { Scalar } from "../draw/schedule.ts";
import { beta } from "../random/beta.ts";
import { type MixOp, made, type StageOptions } from "./mixer.ts";
import { checkAlpha, resolveAlpha, STAGE_OPTIONS } from "./options.ts";

/** Made by `mixup()`. */
export interface MixUp extends StageOptions {
  kind: "mixup";
  /** λ ~ Beta(alpha, alpha), or Beta(a, b) for `[a, b]`. Default 0.2. */
  alpha?: Scalar | [Scalar, Scalar];
}

declare module "./mixer.ts" {
  interface Mixers {
    mixup: MixUp;
  }
}

/**
 * MixUp (Zhang et al. 2018, arXiv:1710.09412): every pixel and every label is λ·own + (1−λ)·partner, with λ ~
 * Beta(alpha, alpha).
 *
 * - `alpha`: 0.01 to 100, default 0.2 (Keras, KerasCV, keras.io; timm and torchvision use 1). Small: nearly always one
 *   of the two pictures; 1: every λ alike; large: always half and half. `[a, b]` draws from Beta(a, b).
 * - `prob`: the chance that a row is mixed, 0 to 1, default 1.
 * - `granularity`: what shares one λ; default `"sample"`, every row its own.
 * - `pairing`: who is mixed with whom; default `"dataset"` over a dataset, else `"derangement"`.
 * - `stream`: a name for the random stream; default the stage's position.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function mixup(options: Omit<MixUp, "kind"> = {}): MixUp {
  return made(mixupOp, { alpha: MIXUP_ALPHA, prob: 1, ...given(options, "mixup"), kind: "mixup" });
}

const MIXUP_ALPHA = 0.2;

/** The op behind {@link mixup}: its options and the draw of one row. */
export const mixupOp: MixOp<MixUp> = {
  options: ["alpha", ...STAGE_OPTIONS],
  draws: () => ({ rows: "mixup" }),

  check(value, path) {
    if (value.alpha !== undefined) checkAlpha(value.alpha, `${path}.alpha`);
  },

  prepare(mixer, { time, path, key }) {
    const [a, b] = resolveAlpha(mixer.alpha ?? MIXUP_ALPHA, time, `${path}.alpha`);
    const lambdaKey = key("lambda");
    return (id) => ({ mixer: "mixup", own: 0, partner: 0, lambda: beta(lambdaKey, id, a, b) });
  },
};
