/** What became of each sample, read from the plan. */
import { explainCall, type OpCall, type Plan } from "mixwell";
import type { DatasetFacts } from "../sources/source.ts";
import { boxText, nameOfSample, percent } from "../studio/words.ts";

/** How a picture of the plan came about, from the bottom up. */
export type History = { calls: OpCall[] } & (
  | { kind: "source"; index: number; id: number }
  | { kind: "blend"; parts: { weight: number; history: History }[] }
  | { kind: "mix"; mixer: "mixup" | "cutmix" | "mask"; lambda: number; box: string; own: History; partner: History }
);

/** Of a row of the last stage. */
export function historyOf(plan: Plan, row: number, level = plan.stages.length): History {
  if (level === 0) {
    const { index, id, ops = [] } = plan.sources[row]!;
    return { kind: "source", index, id, calls: ops };
  }
  const { rows, pairing } = plan.stages[level - 1]!;
  const made = rows[row]!;
  const calls = made.ops ?? [];
  const own = historyOf(plan, made.own, level - 1);
  if (made.mixer === "none") return { ...own, calls: [...own.calls, ...calls] };
  const partner = historyOf(plan, made.partner, level - 1);
  if (pairing === "self") {
    return { kind: "blend", parts: [...partsOf(own, made.lambda), ...partsOf(partner, 1 - made.lambda)], calls };
  }
  const box = made.mixer === "cutmix" ? boxText(made.bbox) : "";
  return { kind: "mix", mixer: made.mixer, lambda: made.lambda, box, own, partner, calls };
}

/** A blend of blends is one blend. */
function partsOf(history: History, weight: number): { weight: number; history: History }[] {
  if (history.kind !== "blend" || history.calls.length > 0) return [{ weight, history }];
  return history.parts.map((part) => ({ ...part, weight: part.weight * weight }));
}

/** The sample at the bottom of a row. */
export function ownSource(history: History): { index: number; id: number } {
  if (history.kind === "source") return history;
  return ownSource(history.kind === "mix" ? history.own : history.parts[0]!.history);
}

export interface Line {
  kind: "op" | "chain" | "mix" | "none";
  /** "rotated by −12.3°", "31 %", "CutMix". */
  head: string;
  /** What was blended or mixed in. */
  tail: string;
}

/** The lines under a picture. */
export function linesOf(history: History, facts: DatasetFacts): Line[] {
  const lines = [...linesBelow(history, facts), ...history.calls.map(callLine)];
  return lines.length > 0 ? lines : [{ kind: "none", head: "unchanged", tail: "" }];
}

function linesBelow(history: History, facts: DatasetFacts): Line[] {
  if (history.kind === "source") return [];
  if (history.kind === "blend") {
    return history.parts.map(({ weight, history: part }) => ({
      kind: "chain",
      head: percent(weight),
      tail: inOneLine(part, facts) || "as it is",
    }));
  }
  const partner = nameOfSample(facts, ownSource(history.partner).index);
  const done = inOneLine(history.partner, facts);
  const tail = `${percent(1 - history.lambda)} ${partner}${done ? ` (${done})` : ""}`;
  return [
    ...linesBelow(history.own, facts),
    ...history.own.calls.map(callLine),
    { kind: "mix", head: MIXER_NAMES[history.mixer], tail },
  ];
}

export const MIXER_NAMES = { mixup: "MixUp", cutmix: "CutMix", mask: "Mask" };

const inOneLine = (history: History, facts: DatasetFacts): string =>
  [...linesBelow(history, facts), ...history.calls.map(callLine)]
    .map(({ head, tail }) => [head, tail].filter(Boolean).join(" "))
    .join(", ");

export const callLine = (call: OpCall): Line => ({ kind: "op", head: explainCall(call), tail: "" });
