/** The levels of a plan's graph: where ops come between stages, and how large the pictures are there. */

import type { OpCall, Plan } from "../plan/plan.ts";
import { sizeAfter } from "./passes.ts";

/** What a stage mixes. */
export interface LevelSize {
  /** Size of the pictures that go into the stage and come out of its mixing, in pixels. */
  height: number;
  width: number;
  /** Whether ops follow the stage, so that the next one cannot mix in the same kernel. */
  isCut: boolean;
}

/** One entry a stage, and one more for the output. */
export function levelSizes(plan: Plan): LevelSize[] {
  let size = { height: plan.height, width: plan.width };
  if (!hasOps(plan.sources) && !plan.stages.some(({ rows }) => hasOps(rows))) {
    return Array.from({ length: plan.stages.length + 1 }, () => ({ ...size, isCut: false }));
  }
  size = sizeAfter(plan.sources[0]?.ops ?? [], size, "plan.sources[0].ops");
  const sizes = plan.stages.map(({ rows }, k) => {
    const level = { ...size, isCut: hasOps(rows) };
    size = sizeAfter(rows[0]?.ops ?? [], size, `plan.stages[${k}].rows[0].ops`);
    return level;
  });
  return [...sizes, { ...size, isCut: false }];
}

/** Whether any picture of a level has ops. */
export function hasOps(pictures: readonly { ops?: OpCall[] }[]): boolean {
  return pictures.some(({ ops }) => ops !== undefined && ops.length > 0);
}
