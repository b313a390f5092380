import type { OpCall, Row } from "../plan/plan.ts";
import type { BareRow, MixTree } from "./mixer.ts";

/**
 * A tree over pictures of the level below the stage: those at a position, and the copies, which stand after all others.
 */
export type Rooted =
  | { at: number }
  | { copy: number }
  | { own: Rooted }
  | { row: BareRow; own: Rooted; partner: Rooted };

/**
 * A tree with pictures for its leaves. `at` is where picture `of` stands; `copy` makes the picture after further ops,
 * and is told whether the tree shows that picture in no other way.
 */
export function rooted(
  tree: MixTree,
  at: (of: number) => number,
  copy: (of: number, ops: OpCall[], isOnly: boolean) => Rooted,
): Rooted {
  const shown: number[] = [];
  const count = (node: MixTree): void => {
    if ("of" in node) shown[node.of] = (shown[node.of] ?? 0) + 1;
    else for (const below of "row" in node ? [node.own, node.partner] : [node.own]) count(below);
  };
  count(tree);
  const place = (node: MixTree): Rooted => {
    if ("row" in node) return { row: node.row, own: place(node.own), partner: place(node.partner) };
    if ("own" in node) return { own: place(node.own) };
    return node.ops ? copy(node.of, node.ops, shown[node.of] === 1) : { at: at(node.of) };
  };
  return place(tree);
}

/**
 * The rows of a stage's levels, from the bottom up; the last one has a row a tree, in their order. A tree may be lower
 * than that, and where there is one level it may be the row itself.
 */
export function rowsOf(levels: number, trees: readonly (Row | Rooted)[], firstCopy: number): Row[][] {
  const rows: Row[][] = Array.from({ length: levels }, () => []);
  const add = (level: number, tree: Rooted): number => {
    if (level === 0) return "at" in tree ? tree.at : firstCopy + (tree as { copy: number }).copy;
    const own = add(level - 1, "own" in tree ? tree.own : tree);
    if (!("row" in tree)) return rows[level - 1]!.push({ mixer: "none", own }) - 1;
    return rows[level - 1]!.push(partneredRow(tree.row, own, add(level - 1, tree.partner))) - 1;
  };
  for (const tree of trees) {
    if ("mixer" in tree) rows[0]!.push(tree);
    else add(levels, tree);
  }
  return rows;
}

/** A row of these two pictures, its fields in the order that a plan has them in. */
export function partneredRow(row: BareRow, own: number, partner: number): Row {
  const { mixer, lambda } = row;
  if (mixer === "mixup") return { mixer, own, partner, lambda };
  if (mixer === "cutmix" && row.lambdaMode === undefined) return { mixer, own, partner, bbox: row.bbox, lambda };
  const { mixer: _, ...rest } = row;
  return { mixer, own, partner, ...rest } as Row;
}
