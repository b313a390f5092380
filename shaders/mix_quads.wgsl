// The fast mixing kernel: decode, gather own and partner, blend or box-mask, normalise, change layout and type, in one
// pass. One invocation makes four consecutive pixels with all channels.
// Needs 1, 3 or 4 channels, a pixel count that divides by 4 and a width of at least 4; `mix_elements` does the rest.
//
// Grid: x (and z, past 65,535) = workgroups of one picture, y = rows of the chunk: a workgroup never spans two samples.
// Reads: `chunk`, the source pages. Writes: `images`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::mix_chunk::{chunk, shows_at_quad, PAGE_SHIFT, PAGE_INDEX};
import package::lib::values::to_weight;
import package::lib::quad::{Quad, read_quad, blend_quad, write_quad};

@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_quads(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.pixels >> 2u) {
    return;
  }

  // Where the four pixels are; they may run over the end of a line, at most once since width >= 4.
  let first = 4u * index;
  let line = first / chunk.width;
  var x = vec4u(first - line * chunk.width) + vec4u(0u, 1u, 2u, 3u);
  let wrapped = x >= vec4u(chunk.width);
  let y = select(vec4u(line), vec4u(line + 1u), wrapped);
  x = select(x, x - chunk.width, wrapped);

  let base = group.y * chunk.sources;
  var sum: Quad;
  for (var leaf = 0u; leaf < chunk.sources; leaf++) {
    let slot = chunk.slots[base + leaf];
    let weight = bitcast<f32>(slot.y);
    if (weight > 0.0) {
      let shows = shows_at_quad(base, leaf, x, y);
      if (any(shows)) {
        let value = read_quad(slot.x >> PAGE_SHIFT, slot.x & PAGE_INDEX, index);
        sum = blend_quad(sum, value, to_weight(weight), shows);
      }
    }
  }
  write_quad(chunk.first_row + group.y, index, sum);
}
