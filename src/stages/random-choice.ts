import { checkWeights, chooser, resolveWeights } from "../draw/choose.ts";
import { PURPOSE } from "../draw/keys.ts";
import type { Scalar } from "../draw/schedule.ts";
import { foldIn } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { checkStages, lazily, sizesOfChoice } from "./children.ts";
import { drawsOf } from "./draws.ts";
import type { ImageForm, ImageOptions, ImageStage } from "./stage.ts";

/** One of the stages. */
export interface RandomChoice extends ImageOptions {
  kind: "randomChoice";
  stages: ImageStage[];
  /** Default: all the same. */
  weights?: Scalar[];
}

declare module "./stage.ts" {
  interface ImageStages {
    randomChoice: RandomChoice;
  }
}

export const randomChoiceForm: ImageForm<RandomChoice> = {
  options: ["stages", "weights"],
  check(value, path, child) {
    checkStages(value.stages, path, child);
    if (value.weights !== undefined)
      checkWeights(value.weights, `${path}.weights`, (value.stages as unknown[]).length, "a stage");
  },
  draws: () => drawsOf(),
  children: ({ stages }) => stages,
  takes: () => [1, 1],
  sizeAfter: ({ stages }, context, child) => sizesOfChoice(stages, context, child),

  prepare({ stages, weights: given }, { key, path, time, address }, child) {
    const choose = chooser(resolveWeights(given, stages.length, time, `${path}.weights`));
    const choiceKey = foldIn(key, PURPOSE.imageChoice);
    const ready = lazily(stages, (stage, i) => child(stage, `${path}.stages[${i}]`, foldIn(key, PURPOSE.child + i)));
    return (id, calls) => ready(choose(uniform01(choiceKey, address(id), 0)))(id, calls);
  },
};
