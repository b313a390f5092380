// Where to read, for the warps that say it by a function (`x_place` in shaders/ops/warp): in integers, so that every
// adapter finds the same place. src/ops/lib/place.ts is the same line by line.

import package::lib::op::At;

/// Bits below the point in such a place: 65,536 is one pixel. Places up to 32,767 pixels either way fit.
const PLACE_BITS = 16u;

/// The pixel's own centre: whoever returns this changes nothing.
fn pixel_centre(at: At) -> vec2i {
  return (2 * vec2i(i32(at.x), i32(at.y)) + 1) << vec2u(PLACE_BITS - 1u);
}

/// The middle of the picture.
fn picture_middle(at: At) -> vec2i {
  return vec2i(i32(at.width), i32(at.height)) << vec2u(PLACE_BITS - 1u);
}

/// a b / 2^bits, rounded to nearest, halves away from zero; `bits` is 1 to 31. The product may have 62 bits; the result
/// must fit in 31.
fn scaled(a: i32, b: i32, bits: u32) -> i32 {
  let x = u32(abs(a));
  let y = u32(abs(b));
  let lowest = (x & 0xffffu) * (y & 0xffffu);
  let across = (x >> 16u) * (y & 0xffffu) + (lowest >> 16u);
  let down = (x & 0xffffu) * (y >> 16u) + (across & 0xffffu);
  let low = (down << 16u) | (lowest & 0xffffu);
  let rounded = low + (1u << (bits - 1u));
  let high = (x >> 16u) * (y >> 16u) + (across >> 16u) + (down >> 16u) + select(0u, 1u, rounded < low);
  let size = i32((high << (32u - bits)) | (rounded >> bits));
  return select(size, -size, (a < 0) != (b < 0));
}
