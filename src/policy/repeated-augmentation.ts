import { checkKeys } from "../check/check.ts";
import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { checkImageStage } from "../stages/index.ts";
import type { ImageStage } from "../stages/stage.ts";

/** Copies of a batch, and chains of AugMix. */
export const MAX_REPEATS = 16;

/** Made by `repeatedAugmentation()`: the first entry of a list. */
export interface RepeatedAugmentation {
  kind: "repeatedAugmentation";
  /** What the first, second, … copy of the batch gets before the rest of the policy. */
  augmenters: ImageStage[];
}

/**
 * The batch once for each augmenter (Hoffer et al. 2020, arXiv:1901.09335; KerasCV `RepeatedAugmentation`): B samples
 * become B × n rows, first all of the first augmenter, then all of the second. The first entry of a policy; the rest of
 * it runs on every copy, with draws of the copy's own (the first copy draws what the policy without this entry would).
 * In-batch pairings pair within a copy, so that nobody meets themselves.
 *
 * KerasCV shuffles the rows afterwards; here they stay in order, and `batch.ids` says whose row it is.
 *
 * - `augmenters`: an image stage a copy, 1 to 16; the same one may stand there several times.
 *
 * Throws PolicyError when an augmenter is not an image stage.
 */
export function repeatedAugmentation(augmenters: ImageStage[]): RepeatedAugmentation {
  const stage: RepeatedAugmentation = { kind: "repeatedAugmentation", augmenters };
  checkRepeated(stage as unknown as Record<string, unknown>, "repeatedAugmentation");
  return copied(stage);
}

/** Checks the options at `path`. */
export function checkRepeated(value: Record<string, unknown>, path: string): void {
  const { kind: _kind, ...options } = value;
  checkKeys(options, path, ["augmenters"]);
  const { augmenters } = value;
  if (!Array.isArray(augmenters) || augmenters.length === 0) {
    throw new PolicyError(`${path}.augmenters`, "an array of at least one image stage", augmenters);
  }
  if (augmenters.length > MAX_REPEATS)
    throw new PolicyError(`${path}.augmenters`, `at most ${MAX_REPEATS} image stages`, augmenters.length);
  Array.from(augmenters as unknown[]).forEach((augmenter, i) => {
    checkImageStage(augmenter, `${path}.augmenters[${i}]`, 1);
  });
}
