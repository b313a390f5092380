/** What was drawn for a picture, in words: its own ops, and what it was mixed with. */
import { knownOps } from "../ops/registry.ts";
import type { MaskShape, OpCall, Plan, Row, SourceRef } from "../plan/plan.ts";
import { provenance } from "./provenance.ts";
import { boxText, callText, numberText, shareText } from "./said.ts";

/** What a sample is called. */
export type NameOf = (source: SourceRef) => string;

/** A picture of some level. */
interface Told {
  /** The sample that it is a picture of. */
  source: SourceRef;
  /** What was done to it, in order. */
  steps: string[];
  /** How often something was mixed in, in all that it is made of. */
  mixings: number;
}

/** A valid plan's row, in a sentence without its full stop. */
export function explainRow(plan: Plan, row: number, nameOf: NameOf): string {
  const { source, steps, mixings } = tell(plan, plan.stages.length, row, nameOf);
  const done = steps.length > 0 ? steps.join(", ") : "unchanged";
  return `${nameOf(source)}: ${done}${mixings > 1 ? sharesOf(plan, row, nameOf) : ""}`;
}

function tell(plan: Plan, level: number, position: number, nameOf: NameOf): Told {
  if (level === 0) {
    const source = plan.sources[position]!;
    return { source, steps: callsOf(source), mixings: 0 };
  }
  const { rows, pairing } = plan.stages[level - 1]!;
  const row = rows[position]!;
  const own = tell(plan, level - 1, row.own, nameOf);
  const told: Told = { ...own, steps: [...own.steps] };
  if (row.mixer !== "none") {
    const partner = tell(plan, level - 1, row.partner, nameOf);
    const isItself = pairing === "self" || sameSample(partner.source, own.source);
    const name = isItself ? "itself" : nameOf(partner.source);
    const done = partner.steps.length > 0 ? ` (${partner.steps.join(", ")})` : "";
    add(
      told,
      `mixed ${shareText(row.lambda)} with ${shareText(1 - row.lambda)} of ${name}${done} (${mixingText(row)})`,
    );
    told.mixings += partner.mixings + 1;
  }
  for (const call of callsOf(row)) add(told, call);
  return told;
}

const sameSample = (a: SourceRef, b: SourceRef): boolean => a.from === b.from && a.index === b.index;

/** Ops alone are a list; from the first mixing on the order is worth a word. */
function add(told: Told, step: string): void {
  const isLater = told.steps.length > 0 && (step.startsWith("mixed") || told.mixings > 0);
  told.steps.push(isLater ? `then ${step}` : step);
}

const callsOf = ({ ops = [] }: { ops?: OpCall[] }): string[] =>
  ops.map(({ op, ...args }) => callText(knownOps.get(op)!, args));

function mixingText(row: Exclude<Row, { mixer: "none" }>): string {
  if (row.mixer === "mixup") return "MixUp";
  if (row.mixer === "mask") return maskText(row.mask);
  const box = `CutMix box ${boxText(row.bbox)}`;
  return row.lambdaMode === undefined ? box : `${box}, label by λ ${row.lambdaMode}`;
}

function maskText(mask: MaskShape): string {
  switch (mask.shape) {
    case "grid":
      return `GridMix, holes of ${numberText(mask.hole)} in cells of ${numberText(mask.cell)} px`;
    case "gaussian":
      return `SmoothMix around ${mask.center.join(",")}, sigma ${numberText(mask.sigma)} px`;
    case "fourier":
      return `FMix, ${mask.own} own pixels`;
    case "given":
      return "a mask that was given";
  }
}

/** Where more than two pictures were mixed, what is left of each in the label. */
function sharesOf(plan: Plan, row: number, nameOf: NameOf): string {
  const { slots, sources, shares } = provenance(plan);
  const parts = new Map<string, number>();
  for (let leaf = row * slots; leaf < (row + 1) * slots; leaf++) {
    const name = nameOf(plan.sources[sources[leaf]!]!);
    if (shares[leaf]! > 0) parts.set(name, (parts.get(name) ?? 0) + shares[leaf]!);
  }
  if (parts.size < 2) return "";
  const words = [...parts].sort(([, a], [, b]) => b - a).map(([name, share]) => `${shareText(share)} ${name}`);
  return `; in all ${words.join(", ")}`;
}
