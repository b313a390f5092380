// The mixing kernel for pictures whose last segment (lib/segment.wgsl) is not done yet: it makes the pixels of that
// segment where they show, and mixes them at once. So they are neither written to scratch memory nor read from there,
// and what a box covers is never made. A picture is read from its page if it has no other segment, and else from
// scratch memory, where passes left it. Needs what `mix_quads` needs. One invocation makes four consecutive pixels with
// all channels.
//
// Grid: x (and z, past 65,535) = workgroups of one picture, y = rows of the chunk: a workgroup never spans two samples.
// Reads: `chunk`, `program` (masks are among its tables), `tables`, source pages or scratch. Writes: `images`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::mix_chunk::{chunk, slot_at, Position, position_of, shows_at_quad};
import package::lib::mask::masked_four;
import package::lib::op::At;
import package::lib::segment::{begin_segment, segment_pixel};
import package::lib::values::{Four, to_weight, to_four};
import package::lib::quad::{CHANNELS, Quad, blend_quad, blend_quad_masked, write_quad};
@if(u8_pipeline) import package::lib::fetch_u8::in_scratch;
@if(f32_pipeline) import package::lib::fetch_f32::in_scratch;

// What this batch needs, as in `mix_quads`.
/// Slots a row.
override SOURCES: u32 = 2u;
/// Whether any row has a box.
override BOXES: bool = true;
/// Whether any row has a mask.
override MASKS: bool = false;

@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_augmented(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.pixels >> 2u) {
    return;
  }
  let base = group.y * SOURCES;
  let position = position_of(index);
  var sum: Quad;
  for (var leaf = 0u; leaf < SOURCES; leaf++) {
    let slot = slot_at(base + leaf);
    var shows = vec4<bool>(slot.weight > 0.0);
    if (BOXES) {
      shows = shows & shows_at_quad(base, leaf, position.x, position.y);
    }
    if (MASKS) {
      let weight = masked_four(base, leaf, index, Four(to_weight(slot.weight)));
      shows = shows & (weight > Four());
      if (any(shows)) {
        sum = blend_quad_masked(sum, segment_quad(slot.source, position, shows), weight, shows);
      }
    } else if (any(shows)) {
      sum = blend_quad(sum, segment_quad(slot.source, position, shows), to_weight(slot.weight), shows);
    }
  }
  write_quad(chunk.first_row + group.y, index, sum);
}

/// Those of four pixels of a picture that show.
fn segment_quad(picture: u32, position: Position, shows: vec4<bool>) -> Quad {
  let record = begin_segment(picture);
  let channels = select(chunk.channels, chunk.scratch_channels, in_scratch());
  var quad: Quad;
  // A loop, because compilers that inline everything would otherwise have four copies of all ops.
  for (var i = 0u; i < 4u; i++) {
    if (!shows[i]) {
      continue;
    }
    let at = At(position.x[i], position.y[i], chunk.width, chunk.height, channels);
    @if(u8_pipeline) let value = to_four(vec4u(segment_pixel(picture, record, at)));
    @if(f32_pipeline) let value = to_four(segment_pixel(picture, record, at));
    quad.a[i] = value.x;
    if (CHANNELS > 1u) {
      quad.b[i] = value.y;
      quad.c[i] = value.z;
    }
    if (CHANNELS > 3u) {
      quad.d[i] = value.w;
    }
  }
  return quad;
}
