// One pixel of the picture a pass reads, as four channels 0..255: one channel comes as (x, x, x, 255), three as (r, g,
// b, 255).
// Reads: packed u8 pages of any memory order, or scratch memory of one word (RGBA) a pixel.

@if(!fused) import package::lib::extent::{in_first, in_size};
@if(!fused && from_pages) import package::lib::program::chunk;
@if(fused) import package::lib::mix_chunk::chunk;
import package::lib::mix_chunk::{PAGE_SHIFT, PAGE_INDEX};
@if(from_pages) import package::lib::read_u8::read_word;
@if(from_scratch) import package::lib::read_pixels_u8::page_0;

/// Memory order of packed pages: false is NHWC, true is NCHW.
@if(from_pages) override IN_NCHW: bool = false;

/// The picture that `fetch_u8` reads; the kernel sets it before anything else.
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
@if(from_scratch) fn fetch_u8(x: i32, y: i32) -> vec4i {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  let word = page_0[in_first(fetched_picture & PAGE_INDEX, u32(size.x * size.y)) + pixel];
  return vec4i((vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}

/// The pixel at (x, y), clamped to the edge.
@if(from_pages) fn fetch_u8(x: i32, y: i32) -> vec4i {
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
  var value = vec4i(0, 0, 0, 255);
  // A loop, because compilers that inline everything would otherwise have four copies of the read, wherever a pixel is
  // fetched.
  for (var channel = 0u; channel < 4u; channel++) {
    if (channel < chunk.channels) {
      value[channel] = i32(read_byte(page, at + channel * stride));
    }
  }
  if (chunk.channels == 1u) {
    value = vec4i(value.xxx, 255);
  }
  return value;
}

/// The pixel at (x, y), which is inside the picture; elsewhere any.
@if(from_scratch) fn fetch_inside_u8(x: i32, y: i32) -> vec4i {
  let size = input_size();
  let word = page_0[in_first(fetched_picture & PAGE_INDEX, u32(size.x * size.y)) + u32(y * size.x + x)];
  return vec4i((vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}
@if(from_pages) fn fetch_inside_u8(x: i32, y: i32) -> vec4i {
  return fetch_u8(x, y);
}

@if(from_pages) fn read_byte(page: u32, index: u32) -> u32 {
  return (read_word(page, index >> 2u) >> ((index & 3u) * 8u)) & 255u;
}

@if(fused) fn read_scratch(page: u32, pixel: u32) -> vec4i {
  return vec4i((vec4u(read_word(page, pixel)) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}
