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
 * than that, and where there is one level it may be the row itself. The list of trees becomes the list of rows there.
 */
export function rowsOf(levels: number, trees: (Row | Rooted)[], firstCopy: number): Row[][] {
  const pictureOf = (tree: Rooted): number => ("at" in tree ? tree.at : firstCopy + (tree as { copy: number }).copy);
  const rows: Row[][] = Array.from({ length: levels }, () => []);
  /** Where the picture stands that a tree makes. */
  const add = (level: number, tree: Rooted): number =>
    level === 0 ? pictureOf(tree) : rows[level - 1]!.push(rowOf(level, tree)) - 1;
  const rowOf = (level: number, tree: Rooted): Row => {
    const own = add(level - 1, "own" in tree ? tree.own : tree);
    return "row" in tree ? placed(tree.row, own, add(level - 1, tree.partner)) : { mixer: "none", own };
  };
  rows[levels - 1] = trees as Row[];
  for (let i = 0; i < trees.length; i++) {
    const tree = trees[i]!;
    if (!("mixer" in tree)) trees[i] = rowOf(levels, tree);
  }
  return rows;
}

/** A row that was drawn, told which pictures it mixes. */
export function placed(row: BareRow, own: number, partner: number): Row {
  row.own = own;
  row.partner = partner;
  return row;
}
