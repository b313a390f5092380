// The level curves of pictures whose ops see nothing but the level of one channel: several of them are one curve. Such
// a picture's first op may be a tone op; its curve is there already, made by `tone`, and the others are applied to
// that.
//
// One invocation makes a level of all three channels. Grid: x = workgroups of 256 levels, y = the pictures of this
// dispatch.
// Reads: `chunk`, `program`. Writes: `tables`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::op::{Args, At};
import package::lib::program::{chunk, program, read_record, listed_picture, CALL_STRIDE, GATHER_SHIFT};
import package::lib::tables::tables;
import package::lib::tone_block::TONE_BLOCK;
import package::dispatch_u8::apply_color_u8;

@compute @workgroup_size(WORKGROUP_SIZE)
fn curves(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  let level = group.x * WORKGROUP_SIZE + lane;
  let word = picture * TONE_BLOCK + level;
  // How many of the calls `tone` has done.
  let done = record.gather >> GATHER_SHIFT;
  var value = vec4i(vec3i(i32(level)), 255);
  if (done > 0u) {
    value = vec4i(vec3i((vec3u(tables[word]) >> vec3u(0u, 8u, 16u)) & vec3u(255u)), 255);
  }
  let at = At(0u, 0u, chunk.in_width, chunk.in_height, chunk.channels);
  for (var call = done; call < record.call_count; call++) {
    let words = record.first_call + call * CALL_STRIDE;
    value = apply_color_u8(program[words].x, value, Args(program[words + 1u], program[words + 2u]), at);
  }
  let bytes = vec3u(value.xyz) << vec3u(0u, 8u, 16u);
  tables[word] = bytes.x | bytes.y | bytes.z;
}
