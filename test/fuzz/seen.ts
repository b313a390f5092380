/** What the cases of a campaign had in them, so that one sees that everything is drawn. */
import type { Plan, Policy } from "mixwell";
import { allOps } from "../unit/ops/sample-calls.ts";
import { tally } from "./campaign.ts";
import type { MixCase } from "./mixing.ts";
import { IMAGES, MIXERS } from "./stages.ts";

/** With those that must not be missing, at 0. */
export const nothingSeen = (): Record<string, Record<string, number>> => ({
  ops: zeros(allOps.map(([name]) => name)),
  "image stages": zeros(Object.keys(IMAGES)),
  mixers: zeros(Object.keys(MIXERS)),
});

const zeros = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));

/** Counts a case that both sides made something of. */
export function countCase(mixing: MixCase, policy: Policy, plan: Plan): void {
  const { format, layout, channels, output, tuning, from, labels, values, images, mixers, edits } = mixing;
  const pictures = [...plan.sources, ...plan.stages.flatMap(({ rows }) => rows)];
  const named = images.map(({ stage }) => stage);
  const seen: Record<string, Iterable<string>> = {
    // Drawn, not only named.
    ops: new Set(pictures.flatMap(({ ops = [] }) => ops.map(({ op }) => op))),
    "image stages": new Set(named.filter((stage) => stage in IMAGES)),
    mixers: new Set(mixers.map(({ mixer }) => mixer)),
    rows: new Set(plan.stages.flatMap(({ rows }) => rows.map(({ mixer }) => mixer))),
    "levels of mixing": [`${plan.stages.length}`],
    formats: [`${format} to ${output.format}`],
    layouts: [`${layout} to ${output.layout}`],
    channels: [`${channels}`],
    kernels: [`for ${tuning}`],
    sources: new Set(plan.sources.map((source) => source.from)),
    inputs: [from],
    values: [values],
    labels: [labels ? (labels.rows ? "rows" : labels.form) : "none"],
    edits: edits.length > 0 ? new Set(edits.map(({ kind }) => kind)) : ["none"],
  };
  for (const [group, names] of Object.entries(seen)) {
    tally.seen[group] ??= {};
    const counts = tally.seen[group];
    for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  }
  tally.policies.add(JSON.stringify(policy));
}
