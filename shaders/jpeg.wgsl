// The first half of `jpegQuality`: for the pictures that ask for it, colour conversion, transform, quantisation and back, tile by
// tile (lib/jpeg.wgsl). It leaves (Y, Cb, Cr, alpha) in scratch memory, which the op's stencil shows as RGB in the next pass.
//
// A workgroup makes 16 x 16 pixels. Grid: x (and z, past 65,535) = tiles of one picture, y = the
// pictures that are coded in this pass, which the program lists.
// It runs after `augment` in a pass, over the same input: `augment` copies such a picture, and this kernel overwrites it.
// Reads: `chunk`, `program`, source pages or scratch. Writes: `pixels`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::program::{chunk, read_record, listed_picture, read_gather, GATHER_SHIFT, GATHER_MASK, GATHER_JPEG};
import package::lib::op::stencil_args;
import package::op_words::read_jpeg_quality;
import package::lib::jpeg::{code_tile, JPEG_TILE};
@if(u8_pipeline) import package::lib::fetch_u8::fetched_picture;
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, fetched_picture};

/// Scratch memory: one word (RGBA) or one vec4f a pixel.
@if(u8_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<u32>;
@if(f32_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<vec4f>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn jpeg(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  let tiles_across = (chunk.in_width + JPEG_TILE - 1u) / JPEG_TILE;
  let index = group.z * chunk.grid_width + group.x;
  let tile = vec2u(index % tiles_across, index / tiles_across);
  if ((record.gather & GATHER_MASK) != GATHER_JPEG || JPEG_TILE * tile.y >= chunk.in_height) {
    return;
  }
  fetched_picture = record.source;
  let args = read_jpeg_quality(stencil_args(read_gather(picture)));
  let cell = code_tile(tile, lane, args.scale, args.halved != 0u);

  for (var i = 0u; i < 4u; i++) {
    let x = JPEG_TILE * tile.x + 2u * (lane & 7u) + (i & 1u);
    let y = JPEG_TILE * tile.y + 2u * (lane >> 3u) + (i >> 1u);
    if (x < chunk.in_width && y < chunk.in_height) {
      let at = (picture * chunk.in_height + y) * chunk.in_width + x;
      @if(u8_pipeline) {
        let bytes = vec4u(cell[i]) << vec4u(0u, 8u, 16u, 24u);
        pixels[at] = bytes.x | bytes.y | bytes.z | bytes.w;
      }
      @if(f32_pipeline) {
        pixels[at] = vec4f(vec3f(cell[i].xyz) / 255.0, fetch_f32(i32(x), i32(y)).w);
      }
    }
  }
}
