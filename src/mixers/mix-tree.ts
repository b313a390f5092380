import type { OpCall, Row } from "../plan/plan.ts";
import { type Mixer, mixOps } from "./index.ts";
import type { MixStage } from "./mix-stage.ts";
import { type BareRow, type MixNeeds, type MixOp, type MixTree, PLAIN_NEEDS } from "./mixer.ts";

/** What a stage needs: as much as the most demanding of its mixers. */
export function needsOf(stage: MixStage): MixNeeds {
  if (stage.kind !== "oneOf") return (mixOps[stage.kind] as MixOp<Mixer>).needs?.(stage) ?? PLAIN_NEEDS;
  const all = stage.mixers.map(needsOf);
  return { partners: Math.max(...all.map(({ partners }) => partners)), levels: Math.max(...all.map(({ levels }) => levels)) };
}

/** A tree over positions in the level below the stage; ~i is the i-th copy, whose position shows once all pictures are known. */
export type Rooted = number | { row: BareRow; own: Rooted; partner: Rooted };

/**
 * A tree with positions for its leaves. `copy` gives the position of a picture after further ops; it is told whether the tree shows that
 * picture in no other way.
 */
export function rooted(tree: MixTree, positions: readonly number[], copy: (of: number, ops: OpCall[], isOnly: boolean) => number): Rooted {
  const shown: number[] = [];
  const count = (node: MixTree): void => {
    if ("of" in node) shown[node.of] = (shown[node.of] ?? 0) + 1;
    else [node.own, node.partner].forEach(count);
  };
  count(tree);
  const place = (node: MixTree): Rooted => {
    if ("row" in node) return { row: node.row, own: place(node.own), partner: place(node.partner) };
    return node.ops ? copy(node.of, node.ops, shown[node.of] === 1) : positions[node.of]!;
  };
  return place(tree);
}

/** The rows of a stage's levels, from the bottom up; the last one has a row a tree, in their order. A tree may be lower than that. */
export function rowsOf(levels: number, trees: readonly Rooted[], firstCopy: number): Row[][] {
  const rows: Row[][] = Array.from({ length: levels }, () => []);
  const add = (level: number, tree: Rooted): number => {
    if (level === 0) return (tree as number) < 0 ? firstCopy + ~(tree as number) : (tree as number);
    const row: Row =
      typeof tree === "number"
        ? { mixer: "none", own: add(level - 1, tree) }
        : ({ ...tree.row, own: add(level - 1, tree.own), partner: add(level - 1, tree.partner) } as Row);
    return rows[level - 1]!.push(row) - 1;
  };
  for (const tree of trees) add(levels, tree);
  return rows;
}
