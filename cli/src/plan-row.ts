/** What a batch's plan says of one row, as a plan of its own: with the same input it gives the same picture. */
import type { Plan, Row, SourceRef } from "mixwell";

/** @param row which row of the plan's last stage, or of its sources where there is no stage */
export function planOfRow(plan: Plan, row: number): Plan {
  const stages: Plan["stages"] = plan.stages.map(({ pairing }) => ({ pairing, rows: [] }));
  let wanted = [row];
  for (let level = plan.stages.length - 1; level >= 0; level--) {
    const below = new Map<number, number>();
    const placeOf = (place: number) => {
      if (!below.has(place)) below.set(place, below.size);
      return below.get(place)!;
    };
    stages[level]!.rows = wanted.map((place) => {
      const { ...one } = plan.stages[level]!.rows[place]!;
      // The own picture comes first, so that the row's own source is the batch.
      one.own = placeOf(one.own);
      if ("partner" in one) one.partner = placeOf(one.partner);
      return one as Row;
    });
    wanted = [...below.keys()];
  }
  const sources: SourceRef[] = wanted.map((place) => plan.sources[place]!);
  return { ...plan, sources, batchSize: 1, stages };
}
