// Soft class maps: for every class how much of a pixel is of it, summed over the pictures that the pixel shows.
// Pictures are ids of one to three bytes, and the channels of the output are classes. One invocation makes one word:
// one f32 or two f16.
//
// Grid: words of the chunk, folded into y past 65,535 workgroups.
// Reads: `chunk`, the source pages, `masks`. Writes: `images`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::mix_chunk::{chunk, slot_at, shows_at, PAGE_SHIFT, PAGE_INDEX};
import package::lib::mask::masked_one;
import package::lib::values::to_weight;
@if(!in_pixels) import package::lib::read_u8::read_one;
@if(in_pixels) import package::lib::read_pixels_u8::read_pixel;

/// Memory order out: false is NHWC, true is NCHW.
override OUT_NCHW: bool = false;

/// Whether any row has a mask.
override MASKS: bool = false;

/// Bytes of an id.
override ID_BYTES: u32 = 1u;

/// The id that adds nothing. None: one that no bytes hold.
override IGNORED: u32 = 0xffffffffu;

@if(out_f32) @group(0) @binding(5) var<storage, read_write> images: array<f32>;
@if(!out_f32) @group(0) @binding(5) var<storage, read_write> images: array<u32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn map_soft(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let word = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let elements = chunk.pixels * chunk.channels;
  let total = chunk.row_count * elements;
  @if(out_f32) {
    if (word < total) {
      images[chunk.first_row * elements + word] = share_of_class(word);
    }
  }
  @if(out_f16) {
    if (2u * word < total) {
      var pair = vec2f(share_of_class(2u * word), 0.0);
      if (2u * word + 1u < total) {
        pair.y = share_of_class(2u * word + 1u);
      }
      images[chunk.first_row * elements / 2u + word] = pack2x16float(pair);
    }
  }
}

/// Output value `index` of this chunk.
fn share_of_class(index: u32) -> f32 {
  let elements = chunk.pixels * chunk.channels;
  let row = index / elements;
  let rest = index - row * elements;
  var pixel: u32;
  var class_id: u32;
  if (OUT_NCHW) {
    class_id = rest / chunk.pixels;
    pixel = rest - class_id * chunk.pixels;
  } else {
    pixel = rest / chunk.channels;
    class_id = rest - pixel * chunk.channels;
  }
  let y = pixel / chunk.width;
  let x = pixel - y * chunk.width;

  let base = row * chunk.sources;
  var sum = 0.0;
  for (var leaf = 0u; leaf < chunk.sources; leaf++) {
    let slot = slot_at(base + leaf);
    if (slot.weight > 0.0 && shows_at(base, leaf, x, y)) {
      var masked = to_weight(slot.weight);
      if (MASKS) {
        masked = masked_one(base, leaf, pixel, masked);
      }
      let id = read_id(slot.source >> PAGE_SHIFT, slot.source & PAGE_INDEX, pixel);
      if (id == class_id && id != IGNORED) {
        sum += masked;
      }
    }
  }
  return sum;
}

@if(!in_pixels) fn read_id(page: u32, picture: u32, pixel: u32) -> u32 {
  let at = (picture * chunk.pixels + pixel) * ID_BYTES;
  var id = 0u;
  for (var byte = 0u; byte < ID_BYTES; byte++) {
    id |= read_one(page, at + byte) << (8u * byte);
  }
  return id;
}

@if(in_pixels) fn read_id(page: u32, picture: u32, pixel: u32) -> u32 {
  let bytes = read_pixel(picture * chunk.pixels + pixel);
  var id = 0u;
  for (var byte = 0u; byte < ID_BYTES; byte++) {
    id |= bytes[byte] << (8u * byte);
  }
  return id;
}
