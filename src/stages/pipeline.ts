import { given } from "../draw/options.ts";
import type { ImageOptions, ImageStage, RandomApply, RandomChoice, RandomOrder, RandomPipeline, Sequential } from "./image-stage.ts";
import { checkImageStage } from "./index.ts";

/** Checks what a constructor made; the name of its kind leads the messages. */
function checked<S extends ImageStage>(stage: S): S {
  checkImageStage(stage, "");
  return stage;
}

/** All stages, in order. With a `prob`: all of them or none. Throws PolicyError, as all of these do, when something in it is wrong. */
export function sequential(stages: ImageStage[], options: ImageOptions = {}): Sequential {
  return checked({ ...given(options, "sequential"), kind: "sequential", stages });
}

/** The stage with a chance of `prob`, default 0.5 (KerasCV's rate), once a picture; `granularity: "batch"` decides once a batch. */
export function randomApply(stage: ImageStage, options: ImageOptions = {}): RandomApply {
  return checked({ prob: 0.5, ...given(options, "randomApply"), kind: "randomApply", stage });
}

/** One of the stages, with chances in proportion to `weights` (default: all alike). */
export function randomChoice(stages: ImageStage[], options: Omit<RandomChoice, "kind" | "stages"> = {}): RandomChoice {
  return checked({ ...given(options, "randomChoice"), kind: "randomChoice", stages });
}

/** All stages, in an order drawn anew for every picture. */
export function randomOrder(stages: ImageStage[], options: ImageOptions = {}): RandomOrder {
  return checked({ ...given(options, "randomOrder"), kind: "randomOrder", stages });
}

/**
 * Some of the stages, drawn anew for every picture (KerasCV `RandomAugmentationPipeline`).
 *
 * - `augmentationsPerImage`: how many, or `[least, most]`; default 1.
 * - `rate`: the chance that one is applied once it is drawn, default 1.
 * - `weights`: how likely each stage is, default all alike. `replace: false`: no stage twice.
 *
 * A stage that is drawn twice draws its arguments twice.
 */
export function randomPipeline(stages: ImageStage[], options: Omit<RandomPipeline, "kind" | "stages"> = {}): RandomPipeline {
  return checked({ augmentationsPerImage: 1, ...given(options, "randomPipeline"), kind: "randomPipeline", stages });
}
