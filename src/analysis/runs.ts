/**
 * Where ops cut a plan's mixing. Both interpreters of a plan walk its runs, and so does what counts pixels
 * (`provenance`).
 */

import type { Size } from "../format/format.ts";
import { opChecks } from "../ops/op-checks.ts";
import type { OpCall, Plan } from "../plan/plan.ts";

/** Pictures that have their ops applied, and then the stages that mix them with no ops in between. */
export interface Run {
  /** The plan's sources, or the rows of the stage before the run. */
  pictures: readonly { ops?: OpCall[] }[];
  /** Where they stand in the plan, for messages. */
  path: string;
  /** The first stage, and the one after the last. They are the same where the plan ends with ops. */
  from: number;
  to: number;
  /** Whether the run makes the output. Any other makes the pictures of the next run. */
  isLast: boolean;
}

/** A plan's runs, in order: one more than there are stages with ops after them. */
export function runsOf({ sources, stages }: Plan): Run[] {
  const runs: Run[] = [];
  let next: Pick<Run, "pictures" | "path" | "from"> = { pictures: sources, path: "plan.sources", from: 0 };
  stages.forEach(({ rows }, stage) => {
    if (!hasOps(rows)) return;
    runs.push({ ...next, to: stage + 1, isLast: false });
    next = { pictures: rows, path: `plan.stages[${stage}].rows`, from: stage + 1 };
  });
  return [...runs, { ...next, to: stages.length, isLast: true }];
}

/** The size of the `i`th source picture: its own, or that of all. */
export function sizeOfSource({ sources, height, width }: Plan, i: number): Size {
  const own = sources[i];
  return { height: own?.height ?? height, width: own?.width ?? width };
}

/** Whether a plan is for pictures that have sizes of their own. */
export const hasOwnSizes = ({ sources }: Plan): boolean => sources[0]?.height !== undefined;

/** What a stage mixes. */
export interface StageSize extends Size {
  /** Whether ops follow the stage, so that the next one cannot mix in the same kernel. */
  isCut: boolean;
}

/** The size of the pictures that each stage mixes. */
export function stageSizes(plan: Plan): StageSize[] {
  let size = sizeOfSource(plan, 0);
  return runsOf(plan).flatMap(({ pictures, path, from, to, isLast }) => {
    size = opChecks().sizeAfterCalls(pictures[0]?.ops ?? [], size, `${path}[0].ops`);
    return Array.from({ length: to - from }, (_, i) => ({ ...size, isCut: !isLast && from + i === to - 1 }));
  });
}

/** Whether any picture has ops. */
export function hasOps(pictures: readonly { ops?: OpCall[] }[]): boolean {
  return pictures.some(({ ops }) => ops !== undefined && ops.length > 0);
}
