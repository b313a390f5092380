// What the host uploads for the labels of one chunk of a batch.
// Reads: the uniform block `chunk`.

import package::lib::grid::LABEL_SLOTS;

/// A source and its part of a label.
struct LabelPair {
  source: u32,
  share: f32,
}

/// A row is a list of `sources` pairs. A slot holds two of them, since elements of a uniform's array take 16 bytes.
struct LabelSlot {
  /// Index of the label; EXTERNAL set: in the second batch; PLAIN set (first pair of a row only): not smoothed.
  even_source: u32,
  /// Exact share of that source in the output picture; the shares of a row sum to 1.
  even_share: f32,
  /// The next pair, if the row has one.
  odd_source: u32,
  odd_share: f32,
}

/// One chunk of label rows.
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
  /// Fills the header to 32 bytes, because an array in a uniform starts at a multiple of 16. A word and not
  /// `@align(16)`: naga's GLSL does not know that in storage memory.
  unused: u32,
  slots: array<LabelSlot, LABEL_SLOTS>,
}

@group(0) @binding(0) var<uniform> chunk: LabelChunk;

const EXTERNAL = 0x80000000u;
const PLAIN = 0x40000000u;
const INDEX = 0x3fffffffu;

/// Pair `k` of row `row`.
fn label_pair(row: u32, k: u32) -> LabelPair {
  let slot = chunk.slots[row * ((chunk.sources + 1u) >> 1u) + (k >> 1u)];
  if ((k & 1u) == 1u) {
    return LabelPair(slot.odd_source, slot.odd_share);
  }
  return LabelPair(slot.even_source, slot.even_share);
}
