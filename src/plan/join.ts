import type { Row, SourceRef, Stage } from "./plan.ts";

/** A plan without its head: what was drawn for one copy of the batch. */
export interface Part {
  sources: SourceRef[];
  stages: Stage[];
}

/** The order that sources stand in after the copies' own rows. */
export const EXTRA_ORDER: readonly SourceRef["from"][] = ["batch", "dataset", "external"];

/**
 * Puts the copies of a batch into one plan, one after the other at every level, and level 0 into the order a plan has:
 * every copy's own rows, then further ones by where they come from.
 */
export function joinParts(parts: Part[], batchSize: number): Part {
  // The usual batch: one copy, and nobody but its own rows.
  if (parts.length === 1 && parts[0]!.sources.length === batchSize) return parts[0]!;
  const joined = parts.length === 1 ? parts[0]! : concatenated(parts);
  const { sources } = joined;
  // Mostly they stand in order.
  if (parts.length === 1 && sources.every(({ from }, i) => i <= batchSize || from === sources[i - 1]!.from))
    return joined;
  const rank = ranksOf(parts, batchSize);
  if (rank.every((value, i) => i === 0 || rank[i - 1]! <= value)) return joined;
  const order = Array.from(rank, (_, i) => i).sort((a, b) => rank[a]! - rank[b]! || a - b);
  const place: number[] = [];
  order.forEach((from, to) => {
    place[from] = to;
  });
  const [bottom, ...rest] = joined.stages as [Stage, ...Stage[]];
  return {
    sources: order.map((i) => joined.sources[i]!),
    stages: [{ ...bottom, rows: bottom.rows.map((row) => moved(row, (position) => place[position]!)) }, ...rest],
  };
}

/** The place of each source's kind in the order: −1 for a copy's own rows of the batch. */
function ranksOf(parts: Part[], batchSize: number): Int8Array {
  const ranks = new Int8Array(parts.reduce((sum, { sources }) => sum + sources.length, 0));
  let at = 0;
  for (const { sources } of parts) {
    for (let i = 0; i < sources.length; i++) ranks[at++] = i < batchSize ? -1 : EXTRA_ORDER.indexOf(sources[i]!.from);
  }
  return ranks;
}

function concatenated(parts: Part[]): Part {
  const stages = parts[0]!.stages.map(({ pairing }, k) => {
    let offset = 0;
    const rows: Row[] = [];
    for (const { sources, stages } of parts) {
      const shift = offset;
      rows.push(...stages[k]!.rows.map((row) => moved(row, (position) => shift + position)));
      offset += k === 0 ? sources.length : stages[k - 1]!.rows.length;
    }
    return { pairing, rows };
  });
  return { sources: parts.flatMap(({ sources }) => sources), stages };
}

function moved(row: Row, to: (position: number) => number): Row {
  return "partner" in row ? { ...row, own: to(row.own), partner: to(row.partner) } : { ...row, own: to(row.own) };
}
