// The general mixing kernel: any number of channels, any size. One invocation makes one word of the output: one f32,
// two f16 or four u8 values. A word of a packed u8 or f16 batch can hold the end of one sample and the start of the
// next, so the row is looked up per value (the one exception to "a workgroup never spans two samples").
//
// Grid: words of the chunk, folded into y past 65,535 workgroups.
// Reads: `chunk`, the source pages, `affine`, `masks`. Writes: `images`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::mix_chunk::{chunk, slot_at, shows_at, PAGE_SHIFT, PAGE_INDEX};
import package::lib::mask::masked_one;
import package::lib::values::{One, to_weight, to_one, blend_one, finish_one};
import package::lib::element::read_value;

/// Memory order out: false is NHWC, true is NCHW.
override OUT_NCHW: bool = false;

/// Whether any row has a mask.
override MASKS: bool = false;

@if(out_f32) @group(0) @binding(5) var<storage, read_write> images: array<f32>;
@if(!out_f32) @group(0) @binding(5) var<storage, read_write> images: array<u32>;

/// Scale and bias by channel.
@group(0) @binding(6) var<storage, read> affine: array<vec2f>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_elements(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let word = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let elements = chunk.pixels * chunk.channels;
  let total = chunk.row_count * elements;
  @if(out_f32) {
    if (word < total) {
      images[chunk.first_row * elements + word] = mix_element(word);
    }
  }
  @if(out_f16) {
    if (2u * word < total) {
      var pair = vec2f(mix_element(2u * word), 0.0);
      if (2u * word + 1u < total) {
        pair.y = mix_element(2u * word + 1u);
      }
      images[chunk.first_row * elements / 2u + word] = pack2x16float(pair);
    }
  }
  @if(out_u8) {
    if (4u * word < total) {
      var bytes = mix_element(4u * word);
      for (var k = 1u; k < 4u && 4u * word + k < total; k++) {
        bytes |= mix_element(4u * word + k) << (8u * k);
      }
      images[chunk.first_row * elements / 4u + word] = bytes;
    }
  }
}

/// Output value `index` of this chunk.
fn mix_element(index: u32) -> One {
  let elements = chunk.pixels * chunk.channels;
  let row = index / elements;
  let rest = index - row * elements;
  var pixel: u32;
  var channel: u32;
  if (OUT_NCHW) {
    channel = rest / chunk.pixels;
    pixel = rest - channel * chunk.pixels;
  } else {
    pixel = rest / chunk.channels;
    channel = rest - pixel * chunk.channels;
  }
  let y = pixel / chunk.width;
  let x = pixel - y * chunk.width;

  let base = row * chunk.sources;
  var sum: One;
  for (var leaf = 0u; leaf < chunk.sources; leaf++) {
    let slot = slot_at(base + leaf);
    if (slot.weight > 0.0 && shows_at(base, leaf, x, y)) {
      var masked = to_weight(slot.weight);
      if (MASKS) {
        masked = masked_one(base, leaf, pixel, masked);
        if (masked == One()) {
          continue;
        }
      }
      let value = to_one(read_value(slot.source >> PAGE_SHIFT, slot.source & PAGE_INDEX, pixel, channel));
      sum = blend_one(sum, value, masked);
    }
  }
  let affine_c = affine[channel];
  return finish_one(sum, affine_c.x, affine_c.y);
}
