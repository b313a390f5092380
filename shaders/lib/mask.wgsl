// Masks: a weight for every pixel, which a node of the tree takes its partner child's part from.
// Reads: `masks`, or where `fused` the program's tables: one byte a pixel, every plane from a whole word on.

import package::lib::mix_chunk::{chunk, slot_at, MASK_BOX};
@if(fused) import package::lib::program::program;
import package::lib::values::{Four, One, mask_four, mask_one};

@if(!fused) @group(0) @binding(7) var<storage, read> masks: array<u32>;

/// Four bytes of the plane that begins there.
@if(!fused) fn mask_word(plane: u32, word: u32) -> u32 {
  return masks[plane + word];
}

@if(fused) fn mask_word(plane: u32, word: u32) -> u32 {
  return program[plane + (word >> 2u)][word & 3u];
}

/// A byte of 255 is the whole pixel: 256 parts.
const WHOLE = 256u;

/// A leaf's weight at four pixels, after all masks on its way to the root.
fn masked_four(base: u32, leaf: u32, index: u32, weight: Four) -> Four {
  var masked = weight;
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let slot = slot_at(base + (node >> 1u));
    if (slot.box_x == MASK_BOX) {
      let bytes = (vec4u(mask_word(slot.box_y, index)) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
      let partner = bytes + (bytes >> vec4u(7u));
      masked = mask_four(masked, select(vec4u(WHOLE) - partner, partner, (node & 1u) == 1u));
    }
  }
  return masked;
}

/// The same for one pixel.
fn masked_one(base: u32, leaf: u32, pixel: u32, weight: One) -> One {
  var masked = weight;
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let slot = slot_at(base + (node >> 1u));
    if (slot.box_x == MASK_BOX) {
      let byte = (mask_word(slot.box_y, pixel >> 2u) >> (8u * (pixel & 3u))) & 255u;
      let partner = byte + (byte >> 7u);
      masked = mask_one(masked, select(WHOLE - partner, partner, (node & 1u) == 1u));
    }
  }
  return masked;
}
