import { isOptions } from "../check/options.ts";
import { positive } from "../check/values.ts";
import type { Size } from "../format/format.ts";
import type { Plan } from "../plan/plan.ts";
import { MAX_PICTURES, MAX_SIDE } from "./limits.ts";
import { validatePlan } from "./validate.ts";

/**
 * The plan, checked against itself, for pictures of this size. Where nobody says how many there are, a plan may name any
 * that a page can hold.
 * @throws PlanError for one that is not valid
 */
export function anyValidPlan(plan: Plan, { height, width }: Size = plan ?? {}): Plan {
  if (!isOptions(plan as unknown)) return validatePlan(plan, { batchSize: 1, height: 1, width: 1 });
  positive("plan.batchSize", plan.batchSize, MAX_PICTURES);
  positive("plan.height", height, MAX_SIDE);
  positive("plan.width", width, MAX_SIDE);
  return validatePlan(plan, {
    batchSize: plan.batchSize,
    height,
    width,
    datasetSize: 2 ** 32,
    externalSize: MAX_PICTURES,
  });
}
