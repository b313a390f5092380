/** How large the pictures at both ends of a plan are. */
import { sizeOfSource, stageSizes } from "../analysis/runs.ts";
import type { Size } from "../format/format.ts";
import { sizeAfterCalls } from "../ops/size.ts";
import type { Plan } from "../plan/plan.ts";

/** The size of a source picture: its own, or that of all. */
export const sourceSize = (plan: Plan, source: number): Size => sizeOfSource(plan, source);

/** The size of the output. */
export function outputSize(plan: Plan): Size {
  const last = plan.stages.length - 1;
  const { height, width } = stageSizes(plan)[last]!;
  return sizeAfterCalls(plan.stages[last]!.rows[0]?.ops ?? [], { height, width }, `plan.stages[${last}].rows[0].ops`);
}
