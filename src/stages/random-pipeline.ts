import { PolicyError } from "../check/errors.ts";
import { PROB } from "../draw/bounds.ts";
import { checkWeights, chooser, resolveWeights, weightedChoice } from "../draw/choose.ts";
import { PURPOSE } from "../draw/keys.ts";
import { checkScalar, resolveScalar, type Scalar } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import { foldIn } from "../random/key.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { checkStages, inTurn, lazily, sizesInAnyOrder } from "./children.ts";
import { checkCount } from "./count.ts";
import { drawsOf } from "./draws.ts";
import type { ImageForm, ImageOptions, ImageStage } from "./stage.ts";

/** Some of the stages, one after the other. */
export interface RandomPipeline extends ImageOptions {
  kind: "randomPipeline";
  stages: ImageStage[];
  /** How many, or `[least, most]`, drawn uniformly. Default 1. */
  augmentationsPerImage?: number | [number, number];
  /** The chance that one of them is applied once it is drawn. Default 1. */
  rate?: Scalar;
  /** Default: all the same. */
  weights?: Scalar[];
  /** Whether a stage may be drawn twice. Default true. */
  replace?: boolean;
}

declare module "./stage.ts" {
  interface ImageStages {
    randomPipeline: RandomPipeline;
  }
}

export const randomPipelineForm: ImageForm<RandomPipeline> = {
  options: ["stages", "augmentationsPerImage", "rate", "weights", "replace"],

  check(value, path, child) {
    const { stages, augmentationsPerImage: count, rate, weights, replace } = value;
    checkStages(stages, path, child);
    if (count !== undefined) checkCount(count, `${path}.augmentationsPerImage`);
    if (rate !== undefined) checkScalar(rate, `${path}.rate`, PROB);
    if (weights !== undefined) checkWeights(weights, `${path}.weights`, (stages as unknown[]).length, "a stage");
    if (replace !== undefined && typeof replace !== "boolean")
      throw new PolicyError(`${path}.replace`, "true or false", replace);
    const most = Array.isArray(count) ? count[1] : (count ?? 1);
    if (replace === false && most > (stages as unknown[]).length) {
      throw new PolicyError(
        `${path}.augmentationsPerImage`,
        `at most ${(stages as unknown[]).length}, the stages there are`,
        count,
      );
    }
  },

  draws: () => drawsOf(),
  children: ({ stages }) => stages,
  takes({ augmentationsPerImage: count = 1, rate = 1, weights }) {
    const [least, most] = typeof count === "number" ? [count, count] : count;
    // Stages whose weight is 0 run out, where none is drawn twice.
    return [rate === 1 && weights === undefined ? least : 0, most];
  },
  sizeAfter: ({ stages }, context, child) => sizesInAnyOrder(stages, context, child),

  prepare(
    { stages, augmentationsPerImage: count = 1, rate: givenRate = 1, weights: given, replace = true },
    context,
    child,
    sizesAfter,
  ) {
    const { key, path, time, address, height, width } = context;
    const rate = resolveScalar(givenRate, time, `${path}.rate`, PROB);
    const weights = resolveWeights(given, stages.length, time, `${path}.weights`);
    const choose = chooser(weights);
    const [least, most] = typeof count === "number" ? [count, count] : count;
    const countKey = foldIn(key, PURPOSE.count);
    const choiceKey = foldIn(key, PURPOSE.imageChoice);
    const rateKey = foldIn(key, PURPOSE.slotProb);
    const prepared = (slot: number, i: number, size: Size) =>
      child(stages[i]!, `${path}.stages[${i}]`, foldIn(foldIn(key, PURPOSE.slot + slot), PURPOSE.child + i), size);
    const start = { height, width };
    const slots = Array.from({ length: most }, (_, slot) => lazily(stages, (_, i) => prepared(slot, i, start)));
    const changing = sizesInAnyOrder(stages, { path, ...start }, sizesAfter).because
      ? inTurn(path, (at, size) => prepared(Math.floor(at / stages.length), at % stages.length, size))
      : undefined;
    return (id, calls) => {
      const at = address(id);
      const drawn = least === most ? most : least + uniformInt(countKey, at, 0, most - least + 1);
      const left = replace ? undefined : weights.slice();
      let size: Size = start;
      for (let slot = 0; slot < drawn; slot++) {
        const u = uniform01(choiceKey, at, slot);
        const chosen = left ? weightedChoice(left, u) : choose(u);
        if (chosen < 0) return;
        if (left) left[chosen] = 0;
        if (rate !== 1 && uniform01(rateKey, at, slot) >= rate) continue;
        if (changing) size = changing(slot * stages.length + chosen, size, id, calls);
        else slots[slot]!(chosen)(id, calls);
      }
    };
  },
};
