import { given } from "../draw/options.ts";
import type { Mixer } from "./index.ts";
import { checkMixStage, type OneOf } from "./mix-stage.ts";

/**
 * Every row draws one of `mixers`, with chances in proportion to `weights` (default: all alike). `oneOf([mixup(), cutmix()])` is the
 * usual MixUp-or-CutMix; timm's `switch_prob` is a weight.
 *
 * - `weights`: one number (or schedule) a mixer, 0 or more, with a positive sum.
 * - `prob`: the chance that a row is mixed at all, default 1. A mixer's own `prob` counts too: it is the chance that a row which
 *   drew this mixer is mixed.
 * - `granularity`: what shares one choice, default `"sample"`. A mixer without a granularity of its own takes this one; with its own,
 *   the choice may be made once for the batch and λ for every sample.
 * - `pairing`, `stream`: as in `mixup`. They stand here and not on the mixers, which all share one partner.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function oneOf(mixers: Mixer[], options: Omit<OneOf, "kind" | "mixers"> = {}): OneOf {
  const stage: OneOf = { prob: 1, ...given(options, "oneOf"), kind: "oneOf", mixers };
  checkMixStage(stage, "");
  return stage;
}
