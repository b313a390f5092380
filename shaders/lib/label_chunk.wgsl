// What the host uploads for the labels of one chunk of a batch.
// Reads: the uniform block `chunk`.

import package::lib::grid::LABEL_SLOTS;

/// One chunk of label rows. A row is a list of `sources` (source, share) pairs, two pairs to a slot.
///   source   index of the label; EXTERNAL set: in the second batch; PLAIN set (first pair only): not smoothed
///   share    exact share of that source in the output picture (bits of an f32); the shares of a row sum to 1
struct LabelChunk {
  classes: u32,
  /// Pairs a row.
  sources: u32,
  /// Rows of the output before this chunk.
  first_row: u32,
  /// Rows in this chunk.
  row_count: u32,
  /// Label smoothing ε as timm has it: 1 - ε, and ε / classes.
  on: f32,
  off: f32,
  /// Workgroups in x, where the grid is folded because a dimension holds at most 65,535.
  grid_width: u32,
  slots: array<vec4u, LABEL_SLOTS>,
}

@group(0) @binding(0) var<uniform> chunk: LabelChunk;

const EXTERNAL = 0x80000000u;
const PLAIN = 0x40000000u;
const INDEX = 0x3fffffffu;

/// Pair `k` of row `row`: (source, bits of the share).
fn label_pair(row: u32, k: u32) -> vec2u {
  let slot = chunk.slots[row * ((chunk.sources + 1u) >> 1u) + (k >> 1u)];
  return select(slot.xy, slot.zw, (k & 1u) == 1u);
}
