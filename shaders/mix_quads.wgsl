// The fast mixing kernel: decode, gather own and partner, blend or box-mask, normalise, change layout and type, in one
// pass. One invocation makes four consecutive pixels with all channels.
// Needs 1, 3 or 4 channels, a pixel count that divides by 4 and a width of at least 4; `mix_elements` does the rest.
//
// Grid: x (and z, past 65,535) = workgroups of one picture, y = rows of the chunk: a workgroup never spans two samples.
// Reads: `chunk`, the source pages, `masks`. Writes: `images`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::mix_chunk::{chunk, slot_at, position_of, shows_at_quad, NO_BOX, PAGE_SHIFT, PAGE_INDEX};
import package::lib::mask::masked_four;
import package::lib::values::{Four, to_weight};
import package::lib::quad::{Quad, read_quad, pick_quad, blend_quad, blend_quad_masked, write_quad};

// What this batch needs, fixed when the pipeline is made: code that is left out costs nothing, and a software adapter
// runs both sides of every `if`.
/// Slots a row.
override SOURCES: u32 = 2u;
/// Whether any row has a box.
override BOXES: bool = true;
/// Whether any pixel is a sum of two pictures.
override BLENDS: bool = true;
/// Whether any row has a mask.
override MASKS: bool = false;
/// Whether four pixels can run over the end of a line.
override WRAPS: bool = true;

@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_quads(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.pixels >> 2u) {
    return;
  }
  var sum: Quad;
  if (SOURCES == 2u && !MASKS) {
    sum = mix_two(group.y * 2u, index);
  } else {
    sum = mix_tree(group.y * SOURCES, index);
  }
  write_quad(chunk.first_row + group.y, index, sum);
}

/// One mixer: a picture and its partner.
fn mix_two(base: u32, index: u32) -> Quad {
  let own = slot_at(base);
  let partner = slot_at(base + 1u);
  var sum: Quad;
  if (!BOXES) {
    sum = add_source(sum, own.source, own.weight, index, vec4<bool>(true));
    return add_source(sum, partner.source, partner.weight, index, vec4<bool>(true));
  }
  // Nearly every quad lies on one side of the box's edge and takes one picture, that of its first pixel. The other is
  // then "read" at the same place, which moves nothing.
  let inside = inside_box(vec2u(partner.box_x, partner.box_y), index);
  let near = select(own.source, partner.source, inside.x);
  let other = select(partner.source, own.source, inside.x);
  let across = inside != vec4<bool>(inside.x);
  if (!BLENDS) {
    let far = select(near, other, any(across));
    return pick_quad(read_source(near, index), read_source(far, index), across);
  }
  let near_weight = select(own.weight, partner.weight, inside.x);
  let other_weight = select(partner.weight, own.weight, inside.x);
  let shows_other = across | vec4<bool>(partner.box_x == NO_BOX);
  let reads_other = any(shows_other);
  sum = add_source(sum, near, near_weight, index, !across);
  return add_source(sum, select(near, other, reads_other), select(near_weight, other_weight, reads_other), index, shows_other);
}

/// Stacked mixers, masks, or none: a tree of any number of sources.
fn mix_tree(base: u32, index: u32) -> Quad {
  let position = position_of(index);
  var sum: Quad;
  for (var leaf = 0u; leaf < SOURCES; leaf++) {
    let slot = slot_at(base + leaf);
    var shows = vec4<bool>(true);
    if (BOXES) {
      shows = shows_at_quad(base, leaf, position.x, position.y);
    }
    if (slot.weight <= 0.0 || !any(shows)) {
      continue;
    }
    if (MASKS) {
      let weight = masked_four(base, leaf, index, Four(to_weight(slot.weight)));
      let visible = shows & (weight > Four());
      if (any(visible)) {
        sum = blend_quad_masked(sum, read_source(slot.source, index), weight, visible);
      }
    } else {
      sum = add_source(sum, slot.source, slot.weight, index, shows);
    }
  }
  return sum;
}

fn read_source(word: u32, index: u32) -> Quad {
  return read_quad(word >> PAGE_SHIFT, word & PAGE_INDEX, index);
}

/// Adds a weighted picture where it shows; one of weight 0 nowhere, whatever it holds.
fn add_source(sum: Quad, source: u32, weight: f32, index: u32, shows: vec4<bool>) -> Quad {
  return blend_quad(sum, read_source(source, index), to_weight(weight), shows & vec4<bool>(weight > 0.0));
}

/// Which of the four pixels lie in a box; none in NO_BOX. Unsigned: what is left of the box is far to its right.
fn inside_box(bounds: vec2u, index: u32) -> vec4<bool> {
  let low = bounds & vec2u(0xffffu);
  let size = (bounds >> vec2u(16u)) - low;
  if (WRAPS) {
    let position = position_of(index);
    return (position.x - vec4u(low.x) < vec4u(size.x)) & (position.y - vec4u(low.y) < vec4u(size.y));
  }
  let line = 4u * index / chunk.width;
  let column = 4u * index - line * chunk.width;
  let reach = select(0u, size.x, line - low.y < size.y);
  return vec4u(column - low.x) + vec4u(0u, 1u, 2u, 3u) < vec4u(reach);
}
