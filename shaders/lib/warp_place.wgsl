// Where a pixel of a warped picture comes from, in integers: every adapter finds the same pixel with the same weights.
// A matrix says it, or a function of the op in shaders/ops/warp; what follows is the same for both.
// src/ops/lib/warp-words.ts makes the words; src/ops/lib/warp-place.ts is the same line by line.

import package::lib::op::{Args, At, Place};
import package::places::{has_places, place_of};

/// A warp in words: an affine map, a homography, the average of an antialiased resize, or a function of the op's. Of
/// the last the words before the flags are the op's own.
struct Warp {
  /// m0 m1 m2; of an average along x: first centre, step, parts of a pixel.
  x: vec3u,
  /// m3 m4 m5; of an average the same along y.
  y: vec3u,
  /// The low bytes of m0 to m3.
  low: u32,
  /// The low bytes of m4 to m7; of an average how far its weights are shifted, x | y << 8.
  lower: u32,
  flags: u32,
  /// The window's span in x and in y, and the number of an op with a function; of a homography m6 m7 m8, whose low byte
  /// is in the flags.
  below: vec3u,
  /// Levels, or the bits of f32: red, green, blue, alpha.
  fill: vec4u,
}

/// The fields of the flags.
const FRACTION_MASK = 31u;
const INTERPOLATION_SHIFT = 5u;
const EDGE_SHIFT = 7u;
const BORDER_SHIFT = 10u;
const KIND_SHIFT = 12u;
const INSIDE = 0x4000u;
const WINDOW = 0x8000u;
const TORCHVISION = 0x10000u;
const STEPS_SHIFT = 17u;
const M8_SHIFT = 24u;

/// Which ways to read, beside nearest, this pipeline has. Fixed when it is made.
override READS_BILINEAR: bool = true;
override READS_BICUBIC: bool = true;
override READS_AVERAGE: bool = true;
/// Whether a matrix can be a homography.
override HOMOGRAPHIES: bool = true;

const NEAREST = 0u;
const BILINEAR = 1u;
const BICUBIC = 2u;

const EDGE_CONSTANT = 0u;
const EDGE_NEAREST = 1u;
const EDGE_REFLECT = 2u;
const EDGE_SYMMETRIC = 3u;
const EDGE_WRAP = 4u;

/// A neighbour outside the picture is read by the edge rule, or counts as zero (1), or as zero and then the sum fades
/// to fill.
const BORDER_MAPPED = 0u;
const BORDER_ZERO = 1u;
const BORDER_FADE = 2u;

const KIND_AFFINE = 0u;
const KIND_HOMOGRAPHY = 1u;
const KIND_AVERAGE = 2u;
const KIND_PLACED = 3u;

/// The coordinate at which a homography's infinity is held.
const HELD = 0x20000000;

/// What is read along one axis: pixels [start, end) of a picture of `size`, with the rules in `flags`.
struct Axis { start: i32, end: i32, size: i32, flags: u32 }

/// A neighbour along one axis, and its weight with the bits its caller chose.
struct Tap { index: i32, weight: i32 }

/// With `flags & FRACTION_MASK` fractional bits; not valid behind a homography's horizon.
fn warp_place(w: Warp, at: At) -> Place {
  let flags = w.flags;
  if (has_places() && ((flags >> KIND_SHIFT) & 3u) == KIND_PLACED) {
    return place_of(w.below.z, Args(vec4u(w.x, w.y.x), vec4u(w.y.yz, w.low, w.lower)), at);
  }
  let low = unpack_bytes(w.low);
  let lower = unpack_bytes(w.lower);
  let x = linear(w.x, low.xyz, at);
  let y = linear(w.y, vec3u(low.w, lower.xy), at);
  if (HOMOGRAPHIES) {
    if (((flags >> KIND_SHIFT) & 3u) == KIND_HOMOGRAPHY) {
      let below = linear(w.below, vec3u(lower.zw, flags >> M8_SHIFT), at);
      if (below <= 0) {
        return Place(0, 0, false);
      }
      let steps = (flags >> STEPS_SHIFT) & 63u;
      return Place(divide(x, u32(below), steps), divide(y, u32(below), steps), true);
    }
  }
  return Place(x, y, true);
}

/// m0 x + m1 y + m2, whose coefficients have 8 bits more than the sum. Products may wrap around, the sum does not.
fn linear(high: vec3u, low: vec3u, at: At) -> i32 {
  let rest = low.x * at.x + low.y * at.y + low.z;
  return bitcast<i32>(high.x * at.x + high.y * at.y + high.z + (rest >> 8u));
}

fn unpack_bytes(word: u32) -> vec4u {
  return (vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}

/// above · 2^(steps - 1) / below rounded to nearest, by long division; held at ± 2^29.
fn divide(above: i32, below: u32, steps: u32) -> i32 {
  let size = u32(abs(above));
  var quotient = size / below;
  var rest = size % below;
  for (var done = 0u; done < steps && quotient < 2u * u32(HELD); done++) {
    quotient = quotient << 1u;
    rest = rest << 1u;
    if (rest >= below) {
      quotient += 1u;
      rest -= below;
    }
  }
  let rounded = min(i32((quotient + 1u) >> 1u), HELD);
  return select(rounded, -rounded, above < 0);
}

/// The two axes of what is read: the window if there is one, else the picture.
fn warp_axis(size: i32, span: u32, flags: u32) -> Axis {
  if ((flags & WINDOW) == 0u) {
    return Axis(0, size, size, flags);
  }
  return Axis(bitcast<i32>(span << 16u) >> 16u, bitcast<i32>(span) >> 16u, size, flags);
}

/// Whether a coordinate with `bits` fractional bits is on the axis.
fn is_on(axis: Axis, coordinate: i32, bits: u32) -> bool {
  let pixel = coordinate >> bits;
  return pixel >= axis.start && pixel < axis.end;
}

/// The pixel that stands for pixel `i`, and the weight that is left of `weight`.
fn tap_on(axis: Axis, i: i32, weight: i32) -> Tap {
  let inner = select(i, clamp(i, axis.start, axis.end - 1), (axis.flags & WINDOW) != 0u);
  if (((axis.flags >> BORDER_SHIFT) & 3u) != BORDER_MAPPED && (inner < 0 || inner >= axis.size)) {
    return Tap(0, 0);
  }
  return Tap(edge_index(inner, axis.size, (axis.flags >> EDGE_SHIFT) & 7u), weight);
}

/// Which pixel of 0 .. size - 1 is read for pixel i. One division for all rules: a GPU in software runs every branch.
fn edge_index(i: i32, size: i32, edge: u32) -> i32 {
  var period = size;
  var last = size;
  if (edge == EDGE_REFLECT) {
    period = max(2 * size - 2, 1);
    last = period;
  } else if (edge == EDGE_SYMMETRIC) {
    period = 2 * size;
    last = period - 1;
  }
  let j = modulo(i, period);
  let folded = select(j, last - j, j >= size);
  return select(clamp(i, 0, size - 1), folded, edge >= EDGE_REFLECT);
}

/// i modulo n, in 0 .. n - 1 for any i; n > 0.
/// Made of a quotient, since compilers to SPIR-V may make `OpSRem` of a signed `%`, which Vulkan leaves undefined below
/// zero.
fn modulo(i: i32, n: i32) -> i32 {
  let rest = i - (i / n) * n;
  return select(rest, rest + n, rest < 0);
}

/// The place half a pixel to the upper left, between whose four pixels it is interpolated.
fn corner_of(coordinate: i32, bits: u32) -> i32 {
  return coordinate - (1 << (bits - 1u));
}

/// The fraction of a coordinate with `bits` fractional bits, rounded to 12 bits: 0 to 4,096.
fn fraction_12(coordinate: i32, bits: u32) -> i32 {
  let fraction = coordinate & ((1 << bits) - 1);
  return ((fraction << 1u) + (1 << (bits - 12u))) >> (bits - 11u);
}
