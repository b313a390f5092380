import { copied } from "../check/copied.ts";
import { given } from "../draw/options.ts";
import { checkImageStage } from "./index.ts";
import { useForm } from "./made.ts";
import { type RandomApply, randomApplyForm } from "./random-apply.ts";
import { type RandomChoice, randomChoiceForm } from "./random-choice.ts";
import { type RandomOrder, randomOrderForm } from "./random-order.ts";
import { type RandomPipeline, randomPipelineForm } from "./random-pipeline.ts";
import { type Sequential, sequentialForm } from "./sequential.ts";
import type { ImageForm, ImageOptions, ImageStage, ImageStages } from "./stage.ts";

/**
 * The constructors of stages that consist of others. They stand above the list of all stages, which they check theirs
 * with.
 */

/** The kinds whose children are stages. */
export type GroupStage = Sequential | RandomApply | RandomChoice | RandomOrder | RandomPipeline;

/** Checks what a constructor made; the name of its kind leads the messages. */
function checked<K extends ImageStage["kind"]>(
  form: ImageForm<ImageStages[K]>,
  stage: ImageStages[K] & { kind: K },
): ImageStages[K] {
  useForm<K>(stage.kind, form);
  checkImageStage(stage, "");
  return copied(stage);
}

/**
 * All stages, in order. With a `prob`: all of them or none. Throws PolicyError, as all of these do, when something in
 * it is wrong.
 */
export function sequential(stages: ImageStage[], options: ImageOptions = {}): Sequential {
  return checked(sequentialForm, { ...given(options, "sequential"), kind: "sequential", stages });
}

/**
 * The stage with a chance of `prob`, default 0.5 (KerasCV's rate), once a picture; `granularity: "batch"` decides once
 * a batch.
 */
export function randomApply(stage: ImageStage, options: ImageOptions = {}): RandomApply {
  return checked(randomApplyForm, { prob: 0.5, ...given(options, "randomApply"), kind: "randomApply", stage });
}

/** One of the stages, with chances in proportion to `weights` (default: all alike). */
export function randomChoice(stages: ImageStage[], options: Omit<RandomChoice, "kind" | "stages"> = {}): RandomChoice {
  return checked(randomChoiceForm, { ...given(options, "randomChoice"), kind: "randomChoice", stages });
}

/** All stages, in an order drawn anew for every picture. */
export function randomOrder(stages: ImageStage[], options: ImageOptions = {}): RandomOrder {
  return checked(randomOrderForm, { ...given(options, "randomOrder"), kind: "randomOrder", stages });
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
export function randomPipeline(
  stages: ImageStage[],
  options: Omit<RandomPipeline, "kind" | "stages"> = {},
): RandomPipeline {
  return checked(randomPipelineForm, {
    augmentationsPerImage: 1,
    ...given(options, "randomPipeline"),
    kind: "randomPipeline",
    stages,
  });
}
