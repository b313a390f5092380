import { isOptions } from "../check/options.ts";
import { positive } from "../check/values.ts";
import { MAX_SIDE, type Size } from "../format/format.ts";
import type { Plan } from "../plan/plan.ts";
import { MAX_PICTURES } from "./limits.ts";
import { validatePlan } from "./validate.ts";

/**
 * The plan, checked against itself, for pictures of this size, or for pictures that have sizes of their own, as it
 * says. Where nobody says how many there are, a plan may name any that a page can hold.
 * @throws PlanError for one that is not valid
 */
export function anyValidPlan(plan: Plan, shape?: Size, haveOwnSizes = saysSizes(plan)): Plan {
  if (!isOptions(plan as unknown)) return validatePlan(plan, { batchSize: 1, height: 1, width: 1 });
  const { height, width } = shape ?? plan;
  positive("plan.batchSize", plan.batchSize, MAX_PICTURES);
  positive("plan.height", height, MAX_SIDE);
  positive("plan.width", width, MAX_SIDE);
  return validatePlan(plan, {
    batchSize: plan.batchSize,
    ...(haveOwnSizes ? { sizes: "plan" } : { height, width }),
    datasetSize: 2 ** 32,
    externalSize: MAX_PICTURES,
  });
}

/** Whether a plan, of which nothing is known yet, says sizes of its sources. */
function saysSizes(plan: unknown): boolean {
  const source: unknown = isOptions(plan) && Array.isArray(plan.sources) ? plan.sources[0] : undefined;
  return isOptions(source) && source.height !== undefined;
}
