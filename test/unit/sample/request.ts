import type { Plan, Row } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import type { DrawRequest } from "../../../src/sample/request.ts";
import { samplePlan } from "../../../src/sample/sample.ts";

/** 0, 1, … n − 1. */
export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** A plan for a bare batch of pictures of 24 × 32 with the ids 0, 1, …, unless told otherwise. */
export function plan(policy: Policy, size: number, more: Partial<DrawRequest> = {}): Plan {
  return samplePlan({ policy, seed: 1, ids: range(size), height: 24, width: 32, ...more });
}

/** The output rows of {@link plan}. */
export const rows = (policy: Policy, size: number, more: Partial<DrawRequest> = {}): Row[] =>
  plan(policy, size, more).stages.at(-1)!.rows;

/** A plan for a batch of a dataset of 100 samples. */
export const overDataset = (policy: Policy, ids: number[], more: Partial<DrawRequest> = {}): Plan =>
  plan(policy, ids.length, { ids, datasetSize: 100, from: "dataset", ...more });

export const isMixed = (row: Row): row is Exclude<Row, { mixer: "none" }> => row.mixer !== "none";

/**
 * One output row with positions replaced by what stands there, down to the sample ids: everything that decides the
 * output picture, and nothing of the batch around it.
 */
export function unrolled(plan: Plan, row: number, level = plan.stages.length): unknown {
  if (level === 0) {
    const { from, id } = plan.sources[row]!;
    return `${from} ${id}`;
  }
  const { own, ...rest } = plan.stages[level - 1]!.rows[row]!;
  const owned = unrolled(plan, own, level - 1);
  if (!("partner" in rest)) return { ...rest, own: owned };
  return { ...rest, own: owned, partner: unrolled(plan, rest.partner, level - 1) };
}
