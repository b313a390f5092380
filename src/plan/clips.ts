import { copied } from "../check/copied.ts";
import type { Plan, Row, SourceRef } from "./plan.ts";

/**
 * A plan for clips of so many pictures, from one that was drawn for a picture each: what was drawn for a clip is done
 * to all its pictures, and picture t is mixed with picture t. Clip i is the pictures i · length to i · length + length
 * − 1.
 */
export function planOfClips(plan: Plan, length: number): Plan {
  if (length === 1) return plan;
  const each = <T>(list: readonly T[], of: (entry: T, t: number) => T): T[] =>
    list.flatMap((entry) => Array.from({ length }, (_, t) => of(copied(entry), t)));
  const source = (one: SourceRef, t: number): SourceRef => ({ ...one, index: one.index * length + t });
  const row = (one: Row, t: number): Row => {
    const own = one.own * length + t;
    return "partner" in one ? { ...one, own, partner: one.partner * length + t } : { ...one, own };
  };
  return {
    ...plan,
    sources: each(plan.sources, source),
    batchSize: plan.batchSize * length,
    stages: plan.stages.map(({ pairing, rows }) => ({ pairing, rows: each(rows, row) })),
  };
}
