// One pixel of the picture a pass reads, as four channels, nominally 0..1: one channel comes as (x, x, x, 1), three as
// (r, g, b, 1).
// Reads: packed f32 or f16 pages of any memory order and range, or scratch memory of one vec4f a pixel.

@if(!fused) import package::lib::extent::{in_first, in_size};
@if(!fused && from_pages) import package::lib::program::chunk;
@if(fused) import package::lib::mix_chunk::chunk;
import package::lib::mix_chunk::{PAGE_SHIFT, PAGE_INDEX};
@if(from_pages && in_f16) import package::lib::read_f16::{read_one, read_word};
@if(from_pages && in_f32) import package::lib::read_f32_scalar::read_one;
@if(from_scratch) import package::lib::read_pixels_f32::page_0;

/// Memory order of packed pages: false is NHWC, true is NCHW.
@if(from_pages) override IN_NCHW: bool = false;

/// The picture that `fetch_f32` reads; the kernel sets it before anything else.
var<private> fetched_picture: u32;

@if(!fused) fn input_size() -> vec2i {
  return vec2i(in_size());
}

/// The page that is scratch memory, of pictures that passes left there; none where there is no page of that number.
@if(fused) override SCRATCH_PAGE: u32 = 4u;

@if(fused) fn in_scratch() -> bool {
  return (fetched_picture >> PAGE_SHIFT) == SCRATCH_PAGE;
}

@if(fused) fn input_size() -> vec2i {
  if (in_scratch()) {
    return vec2i(i32(chunk.scratch_width), i32(chunk.scratch_height));
  }
  return vec2i(i32(chunk.in_width), i32(chunk.in_height));
}

/// The pixel at (x, y), clamped to the edge.
@if(from_scratch) fn fetch_f32(x: i32, y: i32) -> vec4f {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  return page_0[in_first(fetched_picture & PAGE_INDEX, u32(size.x * size.y)) + pixel];
}

/// The pixel at (x, y), clamped to the edge.
@if(from_pages) fn fetch_f32(x: i32, y: i32) -> vec4f {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  let plane = u32(size.x * size.y);
  let page = fetched_picture >> PAGE_SHIFT;
  @if(fused) {
    if (in_scratch()) {
      return read_scratch(page, (fetched_picture & PAGE_INDEX) * plane + pixel);
    }
  }
  @if(fused) let first = (fetched_picture & PAGE_INDEX) * plane * chunk.channels;
  @if(!fused) let first = in_first(fetched_picture & PAGE_INDEX, plane * chunk.channels);
  let stride = select(1u, plane, IN_NCHW);
  let at = first + select(pixel * chunk.channels, pixel, IN_NCHW);
  var value = vec4f(0.0, 0.0, 0.0, 1.0);
  // A loop, because compilers that inline everything would otherwise have four copies of the read, wherever a pixel is
  // fetched.
  for (var channel = 0u; channel < 4u; channel++) {
    if (channel < chunk.channels) {
      value[channel] = to_unit(read_one(page, at + channel * stride));
    }
  }
  if (chunk.channels == 1u) {
    value = vec4f(value.xxx, 1.0);
  }
  return value;
}

@if(from_pages) fn to_unit(value: f32) -> f32 {
  return (value - chunk.low) * chunk.inverse_range;
}

@if(fused && in_f32) fn read_scratch(page: u32, pixel: u32) -> vec4f {
  let at = 4u * pixel;
  return vec4f(read_one(page, at), read_one(page, at + 1u), read_one(page, at + 2u), read_one(page, at + 3u));
}

@if(fused && in_f16) fn read_scratch(page: u32, pixel: u32) -> vec4f {
  let at = 4u * pixel;
  return bitcast<vec4f>(vec4u(read_word(page, at), read_word(page, at + 1u), read_word(page, at + 2u), read_word(page, at + 3u)));
}
