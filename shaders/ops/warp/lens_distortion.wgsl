// A lens that enlarges by another factor the further from its centre: barrel and pincushion.

import package::lib::op::{At, Place};
import package::lib::place::{pixel_centre, scaled};

/// Bits below the point of distances in half diagonals, of their squares, and of k1 and k2. Up to 4 fits: the square of
/// a diagonal.
const LENS_BITS = 28u;
/// As far as a place reaches: 32,767 pixels.
const LENS_FARTHEST = 2147418112;

struct LensDistortion {
  /// As a place.
  center: vec2i,
  /// One over the half diagonal, from a place's units to LENS_BITS, times 2^bits: so many bits that 31 are full or
  /// nearly.
  inverse: i32,
  bits: u32,
  k1: i32,
  k2: i32,
}

fn lens_distortion_place(args: LensDistortion, at: At) -> Place {
  let centre = pixel_centre(at);
  let from_centre = centre - args.center;
  let x = scaled(from_centre.x, args.inverse, args.bits);
  let y = scaled(from_centre.y, args.inverse, args.bits);
  let square = scaled(x, x, LENS_BITS) + scaled(y, y, LENS_BITS);
  // A bit less, because it may be 10.
  let more = scaled(square, args.k1 + scaled(args.k2, square, LENS_BITS), LENS_BITS + 1u);
  return Place(lens_moved(centre.x, from_centre.x, more), lens_moved(centre.y, from_centre.y, more), true);
}

/// start + offset more, or the farthest place there is.
fn lens_moved(start: i32, offset: i32, more: i32) -> i32 {
  // With four bits less it fits for sure.
  let rough = scaled(offset, more, LENS_BITS + 3u);
  let farthest = select(LENS_FARTHEST, -LENS_FARTHEST, rough < 0);
  let is_far = abs(rough) > LENS_FARTHEST >> 4u;
  let by = select(scaled(offset, more, LENS_BITS - 1u), farthest, is_far);
  return start + min(by, LENS_FARTHEST - start);
}
