import type { Plan, SourceRef } from "../plan/plan.ts";

/**
 * The source picture that every row of the output is a picture of: its own, and that one's own, down to the sources. A
 * row's id and fields are that picture's. A batch has as many of them as rows: more than samples after
 * `repeatedAugmentation`, fewer with granularity `half`, and any sample may stand anywhere in an edited plan.
 */
export function ownSources({ sources, stages }: Plan): SourceRef[] {
  let own = sources.map((_, i) => i);
  for (const { rows } of stages) own = rows.map((row) => own[row.own]!);
  return own.map((position) => sources[position]!);
}
