/** Trees → the dispatches that make a batch's labels: one for dense rows, one for the sparse pairs. */

import type { Provenance } from "../analysis/provenance.ts";
import type { LabelOptions } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import type { KernelName } from "../generated/kernels.ts";
import {
  LABEL_CHUNK_SLOTS_OFFSET,
  LABEL_CHUNK_SLOTS_STRIDE,
  writeLabelChunk,
  writeLabelChunkSlots,
} from "../generated/layouts.ts";
import { type Chunk, cut, fold } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import type { Lowering } from "./lowering.ts";
import type { Dispatch, PipelineKey } from "./recording.ts";

/** What the label kernels write, by binding. */
const SOFT: Dispatch["buffers"] = { soft: "soft" };
const SOURCES: Dispatch["buffers"] = { sourceClasses: "sourceClasses", sourceShares: "sourceShares" };

/** The pipelines that make such labels. */
export function pipelinesOfLabels({ dense = true, sparse = false }: LabelOptions, form: "ids" | "rows"): PipelineKey[] {
  const kernelNames: KernelName[] = [
    ...(dense ? [`labels_${form}` as const] : []),
    ...(sparse ? ["labels_sparse" as const] : []),
  ];
  return kernelNames.map((kernel) => ({ kernel, ops: [], constants: {} }));
}

/** Adds the dispatches that make a batch's labels, of the whole plan's trees. */
export function lowerLabels(lowering: Lowering, tree: Provenance, labels: LabelOptions, form: "ids" | "rows"): void {
  const { plan, labelChunks, slots } = lowering;
  const { classes, smoothing = 0, smoothUnmixed = true, dense = true, sparse = false } = labels;
  const perRow = slotsPerRow(tree);
  // Dense and sparse labels differ in nothing but the width of their grids, so each gets its own copy of the (small)
  // blocks.
  const kinds = pipelinesOfLabels(labels, form).map(({ kernel, constants }) =>
    kernel === "labels_sparse"
      ? { kernel, constants, width: tree.slots, outputs: SOURCES }
      : { kernel, constants, width: classes, outputs: SOFT },
  );
  const wordOf = (row: number, leaf: number): number => {
    const { from, index } = plan.sources[tree.sources[row * tree.slots + leaf]!]!;
    const plain = leaf === 0 && !smoothUnmixed && tree.untouched[row];
    return (
      (index | (from === "external" ? constants.labelChunk.EXTERNAL : 0) | (plain ? constants.labelChunk.PLAIN : 0)) >>>
      0
    );
  };
  for (const { kernel, constants: settings, width, outputs } of kinds) {
    for (const chunk of cut(tree.rows, Math.floor(slots.label / perRow))) {
      const { view, offset } = labelChunks.add(
        LABEL_CHUNK_SLOTS_OFFSET + chunk.count * perRow * LABEL_CHUNK_SLOTS_STRIDE,
      );
      const grid = fold(chunk.count * width, kernelNamed(kernel).workgroupSize[0]);
      writeLabelChunk(view, 0, {
        classes,
        sources: tree.slots,
        firstRow: chunk.first,
        rowCount: chunk.count,
        on: 1 - smoothing,
        off: smoothing / classes,
        gridWidth: grid.width,
        unused: 0,
      });
      writeSlots(view, tree, chunk, wordOf);
      const buffers: Dispatch["buffers"] = {
        chunk: "labelChunks",
        labels: "labels",
        externalLabels: "externalLabels",
        ...outputs,
      };
      lowering.dispatch({ kernel, ops: [], constants: settings, buffers, offset, groups: [grid.width, grid.folds, 1] });
    }
  }
  if (dense) lowering.writes("soft", tree.rows * classes * 4);
  if (sparse)
    for (const output of ["sourceClasses", "sourceShares"] as const)
      lowering.writes(output, tree.rows * tree.slots * 4);
}

/** A slot has room for two leaves. */
const slotsPerRow = ({ slots }: Provenance): number => (slots + 1) >> 1;

/** Writes the leaves of some rows: where each one's label is, and its share. */
function writeSlots(
  view: DataView,
  tree: Provenance,
  { first, count }: Chunk,
  wordOf: (row: number, leaf: number) => number,
): void {
  const perRow = slotsPerRow(tree);
  for (let row = first; row < first + count; row++) {
    for (let even = 0; even < tree.slots; even += 2) {
      const hasOdd = even + 1 < tree.slots;
      const leaf = row * tree.slots + even;
      writeLabelChunkSlots(view, 0, (row - first) * perRow + even / 2, {
        evenSource: wordOf(row, even),
        evenShare: tree.shares[leaf]!,
        oddSource: hasOdd ? wordOf(row, even + 1) : 0,
        oddShare: hasOdd ? tree.shares[leaf + 1]! : 0,
      });
    }
  }
}
