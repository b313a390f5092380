/** Label hardness: how large a label's largest weight is, over many pictures. */
import { epochOrder, type MixStage, type Plan } from "mixwell";
import { drawPlan } from "../policy.ts";
import { DEFAULTS, type Settings } from "../settings.ts";
import type { DatasetFacts } from "../sources/source.ts";
import { sharesOf } from "../studio/words.ts";

export const HARDNESS_PICTURES = 2048;
const BATCH = 256;

/** The largest weight in each of 2,048 labels, from as many epochs as the dataset needs for them. */
export function hardnessOf(policy: MixStage, settings: Settings, facts: DatasetFacts): number[] {
  const largest: number[] = [];
  const batchSize = Math.min(BATCH, facts.count);
  const { length } = epochOrder({ seed: settings.seed, epoch: 0, count: facts.count, batchSize, last: "wrap" });
  for (let batch = 0; largest.length < HARDNESS_PICTURES; batch++) {
    const place = { epoch: Math.floor(batch / length), batch: batch % length };
    const plan = drawPlan({ ...DEFAULTS, seed: settings.seed, batchSize, ...place }, facts, policy);
    for (let row = 0; row < plan.batchSize; row++) largest.push(largestWeight(plan, row, settings.smoothing, facts));
  }
  return largest.slice(0, HARDNESS_PICTURES);
}

function largestWeight(plan: Plan, row: number, smoothing: number, { labels, classes }: DatasetFacts): number {
  const byClass = new Map<number, number>();
  for (const { index, share } of sharesOf(plan, row)) {
    const id = labels?.[index] ?? index;
    byClass.set(id, (byClass.get(id) ?? 0) + share);
  }
  const largest = Math.max(...byClass.values());
  return labels ? largest * (1 - smoothing) + smoothing / classes : largest;
}
