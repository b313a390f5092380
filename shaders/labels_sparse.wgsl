// Soft labels in short: for every sample the class id and the exact share of each of its sources. With one mixer that
// is the triple (own, partner, λ) as rows [own, partner] and [λ, 1 - λ]. One invocation makes one pair.
//
// Grid: pairs of the chunk, folded into y past 65,535 workgroups.
// Reads: `chunk`, class ids of the batch and of the second batch. Writes: `source_classes`, `source_shares`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::label_chunk::{chunk, label_pair, EXTERNAL, INDEX};

@group(0) @binding(1) var<storage, read> labels: array<u32>;
@group(0) @binding(2) var<storage, read> external_labels: array<u32>;
@group(0) @binding(3) var<storage, read_write> source_classes: array<u32>;
@group(0) @binding(4) var<storage, read_write> source_shares: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn list_sources(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.row_count * chunk.sources) {
    return;
  }
  let row = index / chunk.sources;
  let pair = label_pair(row, index - row * chunk.sources);
  let at = chunk.first_row * chunk.sources + index;
  if ((pair.source & EXTERNAL) != 0u) {
    source_classes[at] = external_labels[pair.source & INDEX];
  } else {
    source_classes[at] = labels[pair.source & INDEX];
  }
  source_shares[at] = pair.share;
}
