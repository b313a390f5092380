// The pictures whose segment is a tile op: a workgroup makes 16 x 16 pixels together, by the op's function in
// shaders/ops/tile. What the op makes is the picture, or what its own stencil shows in the next pass.
//
// Grid: x (and z, past 65,535) = tiles of one picture, y = the pictures of this dispatch, which the program lists.
// It runs beside `augment` in a pass, over the same input; `augment` leaves these pictures out.
// Reads: `chunk`, `program`, source pages or scratch. Writes: `pixels`.

import package::lib::extent::{begin_picture, out_first};
import package::lib::grid::{WORKGROUP_SIZE, TILE_SIDE};
import package::lib::op::{Tile, gather_args};
import package::lib::program::{chunk, read_record, listed_picture, read_gather, GATHER_SHIFT, GATHER_MASK, GATHER_TILE};
@if(u8_pipeline) import package::lib::fetch_u8::fetched_picture;
@if(u8_pipeline) import package::dispatch_u8::make_tile_u8;
@if(f32_pipeline) import package::lib::fetch_f32::fetched_picture;
@if(f32_pipeline) import package::dispatch_f32::make_tile_f32;

/// Scratch memory: one word (RGBA) or one vec4f a pixel.
@if(u8_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<u32>;
@if(f32_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<vec4f>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn tile(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  let size = begin_picture(picture);
  let tiles_across = (size.x + TILE_SIDE - 1u) / TILE_SIDE;
  let index = group.z * chunk.grid_width + group.x;
  let left = TILE_SIDE * (index % tiles_across);
  let top = TILE_SIDE * (index / tiles_across);
  if ((record.gather & GATHER_MASK) != GATHER_TILE || top >= size.y) {
    return;
  }
  fetched_picture = record.source;
  let args = gather_args(read_gather(picture));
  let place = Tile(left, top, size.x, size.y, chunk.channels);
  @if(u8_pipeline) let cell = make_tile_u8(record.gather >> GATHER_SHIFT, args, place, lane);
  @if(f32_pipeline) let cell = make_tile_f32(record.gather >> GATHER_SHIFT, args, place, lane);

  for (var i = 0u; i < 4u; i++) {
    let x = left + 2u * (lane & 7u) + (i & 1u);
    let y = top + 2u * (lane >> 3u) + (i >> 1u);
    if (x < size.x && y < size.y) {
      let at = out_first(picture, size.x * size.y) + y * size.x + x;
      @if(u8_pipeline) {
        let bytes = vec4u(cell[i]) << vec4u(0u, 8u, 16u, 24u);
        pixels[at] = bytes.x | bytes.y | bytes.z | bytes.w;
      }
      @if(f32_pipeline) {
        pixels[at] = cell[i];
      }
    }
  }
}
