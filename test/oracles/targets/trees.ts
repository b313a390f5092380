/** The trees of mixed pictures that golden sets have, as plans of ours. */
import { givenMask, type OpCall, type Plan, type Row, type SourceRef } from "mixwell";
import { partnerShare } from "../../../src/mixers/masks/plane.ts";

type Matrix = [number, number, number, number, number, number];
export type Box = [x0: number, y0: number, x1: number, y1: number];

/** Who is mixed with whom. `ownWeights` are bytes, a pixel each. */
export type Mix =
  | { op: "source"; source: number; ops?: OpCall[] }
  | { op: "mixup"; own: Mix; partner: Mix; lambda: number }
  | { op: "cutmix"; own: Mix; partner: Mix; box: Box }
  | { op: "mask"; own: Mix; partner: Mix; ownWeights: ArrayLike<number> }
  | { op: "cells"; cells: { source: number; region: Box; matrix: Matrix }[] };

/** A plan of one row. Every leaf is a source of its own, from the dataset. */
export function planOfTree(mix: Mix, [height, width]: readonly [number, number]): Plan {
  const sources: SourceRef[] = [];
  const tree = asRows(mix);
  const levels = Math.max(1, depthOf(tree));
  const rows: Row[][] = Array.from({ length: levels }, () => []);
  const place = (node: Mix, level: number): number => {
    if (level === 0) {
      const { source, ops } = node as Extract<Mix, { op: "source" }>;
      return sources.push({ from: "dataset", index: source, id: source, ...(ops && { ops }) }) - 1;
    }
    return rows[level - 1]!.push(rowOf(node, level)) - 1;
  };
  const rowOf = (node: Mix, level: number): Row => {
    if (node.op === "source" || node.op === "cells" || depthOf(node) < level)
      return { mixer: "none", own: place(node, level - 1) };
    const own = place(node.own, level - 1);
    const partner = place(node.partner, level - 1);
    if (node.op === "mixup") return { mixer: "mixup", own, partner, lambda: node.lambda };
    if (node.op === "cutmix") {
      const [x0, y0, x1, y1] = node.box;
      const lambda = Math.fround(1 - ((x1 - x0) * (y1 - y0)) / (height * width));
      return { mixer: "cutmix", own, partner, bbox: node.box, lambda };
    }
    const mask = givenMask(
      Uint8Array.from(node.ownWeights, (weight) => 255 - weight),
      height,
      width,
    );
    return { mixer: "mask", own, partner, mask, lambda: Math.fround(1 - partnerShare(mask, { height, width })) };
  };
  place(tree, levels);
  const stages = rows.map((level) => ({ pairing: "dataset" as const, rows: level }));
  return { version: 1, seed: 0, epoch: 0, height, width, sources, batchSize: 1, stages };
}

function depthOf(node: Mix): number {
  if (node.op === "source" || node.op === "cells") return 0;
  return 1 + Math.max(depthOf(node.own), depthOf(node.partner));
}

/** Cells are pasted one after the other, each in its own region. */
function asRows(mix: Mix): Mix {
  if (mix.op === "source") return mix;
  if (mix.op !== "cells") return { ...mix, own: asRows(mix.own), partner: asRows(mix.partner) };
  const leaves = mix.cells.map(
    ({ source, matrix }): Mix => ({ op: "source", source, ops: [{ op: "affine", matrix }] }),
  );
  return leaves.reduce((own, partner, i) => ({ op: "cutmix", own, partner, box: mix.cells[i]!.region }));
}
