/** Plan → the dispatches that make a batch's labels: one for dense rows, one for the sparse pairs. */

import { type Provenance, provenance } from "../analysis/provenance.ts";
import type { LabelOptions } from "../format/format.ts";
import { constants, kernels, LABEL_CHUNK_SLOTS_OFFSET, LABEL_CHUNK_SLOTS_STRIDE, writeLabelChunk } from "../generated/layouts.ts";
import type { Plan } from "../plan/plan.ts";
import { Blocks, type Chunk, cut, fold } from "./chunks.ts";
import type { Dispatch, Recording } from "./recording.ts";

/** What the label kernels write, by binding. */
const SOFT: Dispatch["buffers"] = { soft: "soft" };
const SOURCES: Dispatch["buffers"] = { sourceClasses: "sourceClasses", sourceShares: "sourceShares" };

/** Adds the dispatches and uploads that make a batch's labels; a block has room for `slots`. */
export function lowerLabels(plan: Plan, labels: LabelOptions, form: "ids" | "rows", slots: number, recording: Recording): void {
  const { classes, smoothing = 0, smoothUnmixed = true, dense = true, sparse = false } = labels;
  const tree = provenance(plan);
  const slotsPerRow = (tree.slots + 1) >> 1;
  const blocks = new Blocks("labelChunks");
  // Dense and sparse labels differ in nothing but the width of their grids, so each gets its own copy of the (small) blocks.
  const kinds = [
    ...(dense ? [{ kernel: form === "ids" ? ("labels_ids" as const) : ("labels_rows" as const), width: classes, outputs: SOFT }] : []),
    ...(sparse ? [{ kernel: "labels_sparse" as const, width: tree.slots, outputs: SOURCES }] : []),
  ];
  for (const { kernel, width, outputs } of kinds) {
    for (const chunk of cut(tree.rows, Math.floor(slots / slotsPerRow))) {
      const { view, offset } = blocks.add(LABEL_CHUNK_SLOTS_OFFSET + chunk.count * slotsPerRow * LABEL_CHUNK_SLOTS_STRIDE);
      const grid = fold(chunk.count * width, kernels[kernel].workgroupSize[0]);
      writeLabelChunk(view, 0, {
        classes,
        sources: tree.slots,
        firstRow: chunk.first,
        rowCount: chunk.count,
        on: 1 - smoothing,
        off: smoothing / classes,
        gridWidth: grid.width,
      });
      writeSlots(new Uint32Array(view.buffer as ArrayBuffer, LABEL_CHUNK_SLOTS_OFFSET), plan, tree, chunk, slotsPerRow, smoothUnmixed);
      const buffers: Dispatch["buffers"] = { chunk: "labelChunks", labels: "labels", externalLabels: "externalLabels", ...outputs };
      recording.dispatches.push({ kernel, constants: {}, buffers, offset, groups: [grid.width, grid.folds, 1] });
    }
  }
  if (dense) recording.outputs.soft = tree.rows * classes * 4;
  if (sparse) recording.outputs.sourceClasses = recording.outputs.sourceShares = tree.rows * tree.slots * 4;
  recording.sources = tree.slots;
  recording.uploads.push(...blocks.upload());
}

function writeSlots(
  words: Uint32Array,
  plan: Plan,
  tree: Provenance,
  { first, count }: Chunk,
  slotsPerRow: number,
  smoothUnmixed: boolean,
): void {
  const shares = new Float32Array(words.buffer, words.byteOffset, words.length);
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < tree.slots; k++) {
      const at = row * slotsPerRow * 4 + 2 * k;
      const slot = (first + row) * tree.slots + k;
      const { from, index } = plan.sources[tree.sources[slot]!]!;
      const plain = k === 0 && !smoothUnmixed && tree.untouched[first + row];
      words[at] = (index | (from === "external" ? constants.labelChunk.EXTERNAL : 0) | (plain ? constants.labelChunk.PLAIN : 0)) >>> 0;
      shares[at + 1] = tree.shares[slot]!;
    }
  }
}
