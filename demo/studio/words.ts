/** Numbers and classes in words. */
import { explain, type Plan, type Row } from "mixwell";
import type { DatasetFacts } from "../sources/source.ts";

export interface ClassShare {
  name: string;
  /** 0 to 1. */
  share: number;
}

/** What a sample is called: its class or, without labels, its number. */
export function nameOfSample(facts: DatasetFacts, index: number): string {
  return facts.labels ? nameOfClass(facts, facts.labels[index]!) : `No. ${index}`;
}

export function nameOfPartner(facts: DatasetFacts, plan: Plan, row: number): string | undefined {
  const drawn = rowOf(plan, row);
  return drawn.mixer === "none" ? undefined : nameOfSample(facts, plan.sources[drawn.partner]!.index);
}

export const nameOfClass = (facts: DatasetFacts, id: number): string => facts.classNames?.[id] ?? `class ${id}`;

/** The soft label of one row, largest first, without the zeros. Without labels: the shares of its sources. */
export function softLabel(
  facts: DatasetFacts,
  plan: Plan,
  row: number,
  labels: Float32Array | undefined,
): ClassShare[] {
  if (!labels) return sharesOf(plan, row).map(({ index, share }) => ({ name: nameOfSample(facts, index), share }));
  const weights = [...labels.subarray(row * facts.classes, (row + 1) * facts.classes)];
  return weights
    .map((share, id) => ({ name: nameOfClass(facts, id), share }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** Up to this many classes a soft label is shown whole, in class order; of more, the largest weights. */
const WHOLE_LABEL = 10;
const MOST_BARS = 7;

/** The soft label of one row as a chart shows it. */
export function labelVector(
  facts: DatasetFacts,
  plan: Plan,
  row: number,
  labels: Float32Array | undefined,
): ClassShare[] {
  if (!labels || facts.classes > WHOLE_LABEL) return softLabel(facts, plan, row, labels).slice(0, MOST_BARS);
  return Array.from({ length: facts.classes }, (_, id) => ({
    name: nameOfClass(facts, id),
    share: labels[row * facts.classes + id]!,
  }));
}

/** Which samples a row shows, and how much of each. The page has one stage of mixing. */
export function sharesOf(plan: Plan, row: number): { index: number; share: number }[] {
  const drawn = rowOf(plan, row);
  const own = plan.sources[drawn.own]!.index;
  if (drawn.mixer === "none") return [{ index: own, share: 1 }];
  const partner = plan.sources[drawn.partner]!.index;
  const shares = [
    { index: own, share: drawn.lambda },
    { index: partner, share: 1 - drawn.lambda },
  ];
  return shares.sort((a, b) => b.share - a.share);
}

export const rowOf = (plan: Plan, row: number): Row => plan.stages[0]!.rows[row]!;

/** The space does not break. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** λ to three digits, and never "1.000" for a λ that is not 1. */
export function lambdaText(lambda: number): string {
  if (lambda === 0 || lambda === 1) return String(lambda);
  if (lambda > 0.9995) return "> 0.999";
  if (lambda < 0.0005) return "< 0.001";
  return lambda.toFixed(3);
}

/** What was done to a row, in words. */
export const describeRow = (facts: DatasetFacts, plan: Plan, row: number): string =>
  explain(plan, row, { name: ({ index }) => nameOfSample(facts, index) });

export function boxText([x0, y0, x1, y1]: readonly [number, number, number, number]): string {
  if (x0 >= x1 || y0 >= y1) return "an empty box";
  return `box x ${x0} to ${x1}, y ${y0} to ${y1}`;
}
