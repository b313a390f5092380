// Four consecutive pixels with all their channels, kept as one vec4 a channel whatever the memory order:
// boxes then mask whole vectors, and changing NHWC to NCHW is only a matter of which component goes where.

import package::lib::mix_chunk::chunk;
import package::lib::values::{Four, Weight, to_four, to_sum, blend_four, blend_masked, finish_four};
import package::lib::write::write_four;
@if(in_u8 && !in_pixels) import package::lib::read_u8::read_four;
@if(in_f16) import package::lib::read_f16::read_four;
@if(in_f32 && !in_pixels) import package::lib::read_f32::read_four;
@if(in_u8 && in_pixels) import package::lib::read_pixels_u8::read_pixel;
@if(in_f32 && in_pixels) import package::lib::read_pixels_f32::read_pixel;

/// 1, 3 or 4; other channel counts go through `mix_elements`.
override CHANNELS: u32 = 3u;
/// Memory order in and out: false is NHWC, true is NCHW.
@if(!in_pixels) override IN_NCHW: bool = false;
override OUT_NCHW: bool = false;

struct Quad { a: Four, b: Four, c: Four, d: Four }

/// Quad `index` of a picture in scratch memory.
@if(in_pixels) fn read_quad(page: u32, picture: u32, index: u32) -> Quad {
  let base = picture * chunk.pixels + 4u * index;
  let u = to_four(read_pixel(base));
  let v = to_four(read_pixel(base + 1u));
  let w = to_four(read_pixel(base + 2u));
  let z = to_four(read_pixel(base + 3u));
  return Quad(Four(u.x, v.x, w.x, z.x), Four(u.y, v.y, w.y, z.y), Four(u.z, v.z, w.z, z.z), Four(u.w, v.w, w.w, z.w));
}

/// Quad `index` of a picture.
@if(!in_pixels) fn read_quad(page: u32, picture: u32, index: u32) -> Quad {
  let plane = chunk.pixels >> 2u;
  let base = picture * plane * CHANNELS;
  var quad: Quad;
  if (IN_NCHW || CHANNELS == 1u) {
    quad.a = to_four(read_four(page, base + index));
    if (CHANNELS > 1u) {
      quad.b = to_four(read_four(page, base + plane + index));
      quad.c = to_four(read_four(page, base + 2u * plane + index));
    }
    if (CHANNELS > 3u) {
      quad.d = to_four(read_four(page, base + 3u * plane + index));
    }
  } else if (CHANNELS == 3u) {
    let u = to_four(read_four(page, base + 3u * index));
    let v = to_four(read_four(page, base + 3u * index + 1u));
    let w = to_four(read_four(page, base + 3u * index + 2u));
    quad.a = Four(u.x, u.w, v.z, w.y);
    quad.b = Four(u.y, v.x, v.w, w.z);
    quad.c = Four(u.z, v.y, w.x, w.w);
  } else {
    let u = to_four(read_four(page, base + 4u * index));
    let v = to_four(read_four(page, base + 4u * index + 1u));
    let w = to_four(read_four(page, base + 4u * index + 2u));
    let z = to_four(read_four(page, base + 4u * index + 3u));
    quad.a = Four(u.x, v.x, w.x, z.x);
    quad.b = Four(u.y, v.y, w.y, z.y);
    quad.c = Four(u.z, v.z, w.z, z.z);
    quad.d = Four(u.w, v.w, w.w, z.w);
  }
  return quad;
}

/// The sum of one whole picture: `other` where `second`, else `first`.
fn pick_quad(first: Quad, other: Quad, second: vec4<bool>) -> Quad {
  var picked: Quad;
  picked.a = to_sum(select(first.a, other.a, second));
  if (CHANNELS > 1u) {
    picked.b = to_sum(select(first.b, other.b, second));
    picked.c = to_sum(select(first.c, other.c, second));
  }
  if (CHANNELS > 3u) {
    picked.d = to_sum(select(first.d, other.d, second));
  }
  return picked;
}

fn blend_quad(sum: Quad, value: Quad, weight: Weight, shows: vec4<bool>) -> Quad {
  var blended: Quad;
  blended.a = blend_four(sum.a, value.a, weight, shows);
  if (CHANNELS > 1u) {
    blended.b = blend_four(sum.b, value.b, weight, shows);
    blended.c = blend_four(sum.c, value.c, weight, shows);
  }
  if (CHANNELS > 3u) {
    blended.d = blend_four(sum.d, value.d, weight, shows);
  }
  return blended;
}

/// The same with a weight for every pixel.
fn blend_quad_masked(sum: Quad, value: Quad, weight: Four, shows: vec4<bool>) -> Quad {
  var blended: Quad;
  blended.a = blend_masked(sum.a, value.a, weight, shows);
  if (CHANNELS > 1u) {
    blended.b = blend_masked(sum.b, value.b, weight, shows);
    blended.c = blend_masked(sum.c, value.c, weight, shows);
  }
  if (CHANNELS > 3u) {
    blended.d = blend_masked(sum.d, value.d, weight, shows);
  }
  return blended;
}

/// Scales, rounds and stores quad `index` of output row `row`.
fn write_quad(row: u32, index: u32, sum: Quad) {
  let plane = chunk.pixels >> 2u;
  let base = row * plane * CHANNELS;
  let a = finish_four(sum.a, chunk.scale.x, chunk.bias.x);
  if (CHANNELS == 1u) {
    write_four(base + index, a);
    return;
  }
  let b = finish_four(sum.b, chunk.scale.y, chunk.bias.y);
  let c = finish_four(sum.c, chunk.scale.z, chunk.bias.z);
  let d = finish_four(sum.d, chunk.scale.w, chunk.bias.w);
  if (OUT_NCHW) {
    write_four(base + index, a);
    write_four(base + plane + index, b);
    write_four(base + 2u * plane + index, c);
    if (CHANNELS > 3u) {
      write_four(base + 3u * plane + index, d);
    }
  } else if (CHANNELS == 3u) {
    write_four(base + 3u * index, Four(a.x, b.x, c.x, a.y));
    write_four(base + 3u * index + 1u, Four(b.y, c.y, a.z, b.z));
    write_four(base + 3u * index + 2u, Four(c.z, a.w, b.w, c.w));
  } else {
    write_four(base + 4u * index, Four(a.x, b.x, c.x, d.x));
    write_four(base + 4u * index + 1u, Four(a.y, b.y, c.y, d.y));
    write_four(base + 4u * index + 2u, Four(a.z, b.z, c.z, d.z));
    write_four(base + 4u * index + 3u, Four(a.w, b.w, c.w, d.w));
  }
}
