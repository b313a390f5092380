import { checkRange } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { shuffled } from "../draw/arg-draw.ts";
import { PROB } from "../draw/bounds.ts";
import { checkWeights, resolveWeights, weightedChoice } from "../draw/choose.ts";
import { PURPOSE } from "../draw/keys.ts";
import { checkScalar, resolveScalar } from "../draw/schedule.ts";
import type { OpCall } from "../plan/plan.ts";
import { foldIn } from "../random/key.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import {
  type ImageStage,
  MAX_CHILDREN,
  MAX_DRAWN,
  type RandomApply,
  type RandomChoice,
  type RandomOrder,
  type RandomPipeline,
  type Sequential,
} from "./image-stage.ts";
import type { CheckChild, DrawOps, ImageForm } from "./stage.ts";
import { sizeAfterStage } from "./stage-size.ts";

/** The image stages that consist of others. */

export const sequentialForm: ImageForm<Sequential> = {
  options: ["stages"],
  check: (value, path, child) => checkStages(value.stages, path, child),
  prepare({ stages }, { key, path, height, width }, child) {
    let size = { height, width };
    const ready = stages.map((stage, i) => {
      const place = `${path}.stages[${i}]`;
      const draw = child(stage, place, foldIn(key, PURPOSE.child + i), size);
      size = sizeAfterStage(stage, size, place);
      return draw;
    });
    return (id, calls) => {
      for (const draw of ready) draw(id, calls);
    };
  },
};

export const randomApplyForm: ImageForm<RandomApply> = {
  options: ["stage"],
  check: (value, path, child) => child(value.stage, `${path}.stage`),
  prepare: ({ stage }, { key, path }, child) => child(stage, `${path}.stage`, foldIn(key, PURPOSE.child)),
};

export const randomChoiceForm: ImageForm<RandomChoice> = {
  options: ["stages", "weights"],
  check(value, path, child) {
    checkStages(value.stages, path, child);
    if (value.weights !== undefined) checkWeights(value.weights, `${path}.weights`, (value.stages as unknown[]).length, "a stage");
  },
  prepare({ stages, weights: given }, { key, path, time, address }, child) {
    const weights = resolveWeights(given, stages.length, time, `${path}.weights`);
    const choiceKey = foldIn(key, PURPOSE.imageChoice);
    const ready = lazily(stages, (stage, i) => child(stage, `${path}.stages[${i}]`, foldIn(key, PURPOSE.child + i)));
    return (id, calls) => ready(weightedChoice(weights, uniform01(choiceKey, address(id), 0)))(id, calls);
  },
};

export const randomOrderForm: ImageForm<RandomOrder> = {
  options: ["stages"],
  check: (value, path, child) => checkStages(value.stages, path, child),
  prepare({ stages }, { key, path, address }, child) {
    const orderKey = foldIn(key, PURPOSE.order);
    const ready = stages.map((stage, i) => child(stage, `${path}.stages[${i}]`, foldIn(key, PURPOSE.child + i)));
    return (id, calls) => {
      for (const i of shuffled(orderKey, address(id), ready.length)) ready[i]!(id, calls);
    };
  },
};

export const randomPipelineForm: ImageForm<RandomPipeline> = {
  options: ["stages", "augmentationsPerImage", "rate", "weights", "replace"],

  check(value, path, child) {
    const { stages, augmentationsPerImage: count, rate, weights, replace } = value;
    checkStages(stages, path, child);
    if (count !== undefined) checkCount(count, `${path}.augmentationsPerImage`);
    if (rate !== undefined) checkScalar(rate, `${path}.rate`, PROB);
    if (weights !== undefined) checkWeights(weights, `${path}.weights`, (stages as unknown[]).length, "a stage");
    if (replace !== undefined && typeof replace !== "boolean") throw new PolicyError(`${path}.replace`, "true or false", replace);
    const most = Array.isArray(count) ? count[1] : (count ?? 1);
    if (replace === false && most > (stages as unknown[]).length) {
      throw new PolicyError(`${path}.augmentationsPerImage`, `at most ${(stages as unknown[]).length}, the stages there are`, count);
    }
  },

  prepare({ stages, augmentationsPerImage: count = 1, rate: givenRate = 1, weights: given, replace = true }, context, child) {
    const { key, path, time, address } = context;
    const rate = resolveScalar(givenRate, time, `${path}.rate`, PROB);
    const weights = resolveWeights(given, stages.length, time, `${path}.weights`);
    const [least, most] = typeof count === "number" ? [count, count] : count;
    const countKey = foldIn(key, PURPOSE.count);
    const choiceKey = foldIn(key, PURPOSE.imageChoice);
    const rateKey = foldIn(key, PURPOSE.slotProb);
    const slots = Array.from({ length: most }, (_, slot) => {
      const slotKey = foldIn(key, PURPOSE.slot + slot);
      return lazily(stages, (stage, i) => child(stage, `${path}.stages[${i}]`, foldIn(slotKey, PURPOSE.child + i)));
    });
    return (id, calls) => {
      const at = address(id);
      const drawn = least === most ? most : least + uniformInt(countKey, at, 0, most - least + 1);
      const left = replace ? weights : weights.slice();
      for (let slot = 0; slot < drawn; slot++) {
        const chosen = weightedChoice(left, uniform01(choiceKey, at, slot));
        if (chosen < 0) return;
        if (!replace) left[chosen] = 0;
        if (rate === 1 || uniform01(rateKey, at, slot) < rate) slots[slot]!(chosen)(id, calls);
      }
    };
  },
};

/** Gets a stage ready when it is drawn for the first time: most stages of a large choice are not, in a small batch. */
function lazily(stages: readonly ImageStage[], prepare: (stage: ImageStage, i: number) => DrawOps): (i: number) => DrawOps {
  const ready: (DrawOps | undefined)[] = [];
  return (i) => {
    ready[i] ??= prepare(stages[i]!, i);
    return ready[i]!;
  };
}

function checkStages(stages: unknown, path: string, child: CheckChild): void {
  if (!Array.isArray(stages) || stages.length === 0)
    throw new PolicyError(`${path}.stages`, "an array of at least one image stage", stages);
  if (stages.length > MAX_CHILDREN) throw new PolicyError(`${path}.stages`, `at most ${MAX_CHILDREN} stages`, stages.length);
  stages.forEach((stage: unknown, i) => {
    child(stage, `${path}.stages[${i}]`);
  });
}

/** Checks a number of things to draw, or `[least, most]`. */
export function checkCount(value: unknown, path: string, least = 0): void {
  const isCount = (n: unknown) => Number.isInteger(n) && (n as number) >= least && (n as number) <= MAX_DRAWN;
  const expected = `an integer from ${least} to ${MAX_DRAWN}, or [least, most]`;
  if (Array.isArray(value)) checkRange(value, path, expected, (low, high) => isCount(low) && isCount(high) && low <= high);
  else if (!isCount(value)) throw new PolicyError(path, expected, value);
}

/** What `draw` draws for one sample. */
export function callsOf(draw: DrawOps, id: number): OpCall[] {
  const calls: OpCall[] = [];
  draw(id, calls);
  return calls;
}
