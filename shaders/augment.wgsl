// One pass over the pictures of a level: every pixel of each one's segment (lib/segment.wgsl). Every picture has a
// program of its own. A pass ends only where a picture needs neighbours or a histogram of what was computed so far
// (src/analysis/passes.ts cuts there).
//
// One invocation makes one pixel. Grid: x (and z, past 65,535) = workgroups of one picture, y = the pictures of this
// dispatch, which the program lists: a workgroup never spans two pictures, so the branches below are uniform.
// Reads: `chunk`, `program`, `tables`, source pages or scratch. Writes: `pixels`.

import package::lib::extent::{out_first, out_size};
import package::lib::grid::WORKGROUP_SIZE;
import package::lib::op::At;
import package::lib::program::{chunk, listed_picture};
import package::lib::segment::{begin_segment, segment_pixel};

/// Scratch memory: one word (RGBA) or one vec4f a pixel.
@if(u8_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<u32>;
@if(f32_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<vec4f>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn augment(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let picture = listed_picture(group.y);
  let record = begin_segment(picture);
  let size = out_size();
  let area = size.x * size.y;
  if (index >= area) {
    return;
  }
  let y = index / size.x;
  let at = At(index - y * size.x, y, size.x, size.y, chunk.channels);
  let value = segment_pixel(picture, record, at);

  @if(u8_pipeline) {
    let bytes = vec4u(value) << vec4u(0u, 8u, 16u, 24u);
    pixels[out_first(picture, area) + index] = bytes.x | bytes.y | bytes.z | bytes.w;
  }
  @if(f32_pipeline) {
    pixels[out_first(picture, area) + index] = value;
  }
}
