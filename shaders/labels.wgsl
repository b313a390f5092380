// Soft labels: one dense row a sample, the sum of its sources' labels by their exact shares, smoothed.
// One invocation makes one value.
//
// Grid: values of the chunk, folded into y past 65,535 workgroups.
// Reads: `chunk`, class ids or label rows of the batch and of the second batch. Writes: `soft`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::label_chunk::{chunk, label_pair, EXTERNAL, PLAIN, INDEX};

// Class ids are u32 all the way: a float would corrupt ids above 2048 in f16, above 2^24 in f32.
@if(from_ids) @group(0) @binding(1) var<storage, read> labels: array<u32>;
@if(from_ids) @group(0) @binding(2) var<storage, read> external_labels: array<u32>;
@if(from_rows) @group(0) @binding(1) var<storage, read> labels: array<f32>;
@if(from_rows) @group(0) @binding(2) var<storage, read> external_labels: array<f32>;
@group(0) @binding(3) var<storage, read_write> soft: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn soften(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.row_count * chunk.classes) {
    return;
  }
  let row = index / chunk.classes;
  let class_id = index - row * chunk.classes;

  // Added up, not overwritten: two sources of the same class are one class with both shares.
  var value = 0.0;
  for (var k = 0u; k < chunk.sources; k++) {
    let pair = label_pair(row, k);
    if (pair.share > 0.0) {
      value += pair.share * label_of(pair.source, class_id);
    }
  }
  if ((label_pair(row, 0u).source & PLAIN) == 0u) {
    value = value * chunk.on + chunk.off;
  }
  soft[chunk.first_row * chunk.classes + index] = value;
}

/// The label weight of a class in one source.
@if(from_ids) fn label_of(source: u32, class_id: u32) -> f32 {
  var own = 0u;
  if ((source & EXTERNAL) != 0u) {
    own = external_labels[source & INDEX];
  } else {
    own = labels[source & INDEX];
  }
  return select(0.0, 1.0, own == class_id);
}
/// The label weight of a class in one source.
@if(from_rows) fn label_of(source: u32, class_id: u32) -> f32 {
  let index = (source & INDEX) * chunk.classes + class_id;
  if ((source & EXTERNAL) != 0u) {
    return external_labels[index];
  }
  return labels[index];
}
