// What masks share: boxes and fills in words, as src/ops/lib/box-fill.ts made them.

import package::lib::op::At;

/// Whether a pixel is in the box whose first corner (x | y << 16) and end, half-open, these words are.
fn in_box(first: u32, end: u32, at: At) -> bool {
  return at.x >= (first & 0xffffu) && at.y >= (first >> 16u) && at.x < (end & 0xffffu) && at.y < (end >> 16u);
}

/// Four bytes of a word.
fn bytes_of(word: u32) -> vec4i {
  return vec4i((vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}
