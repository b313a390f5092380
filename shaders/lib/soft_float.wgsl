// f32 arithmetic on bytes replayed in integers, which every adapter computes alike; GPUs may round f32 as they like.
//
// Pillow and torchvision blend bytes in f32 and truncate. Since 0.9 v + 0.1 d is an integer for one pixel in ten, the
// last bit of each rounding decides about a whole level. src/ops/lib/soft-float.ts is this file line by line.

/// m 2^e, m at most 2^24 and, unless it is 0, at least 2^23: an f32 without its sign.
struct SoftFloat { m: u32, e: i32 }

const SOFT_ZERO_E = -200;
/// The f32 bits of 1.
const SOFT_ONE = 0x3f800000u;
/// Bits that an addend keeps below an f32; the lowest is set if anything is lost further down.
const SOFT_GUARD = 5;

/// |f v|: the f32 bits of f (its sign aside) times a byte.
fn soft_product(factor: u32, value: u32) -> SoftFloat {
  let exponent = (factor >> 23u) & 255u;
  let mantissa = (factor & 0x7fffffu) | 0x800000u;
  // f = mantissa 2^(exponent - 150).
  let exact = mantissa * select(value, 0u, exponent == 0u);
  if (exact == 0u) {
    return SoftFloat(0u, SOFT_ZERO_E);
  }
  let drop = 8 - i32(countLeadingZeros(exact));
  let e = i32(exponent) - 150 + drop;
  if (drop <= 0) {
    return SoftFloat(exact << u32(-drop), e);
  }
  return SoftFloat(soft_round(exact) >> u32(drop), e);
}

/// A u32 rounded to 24 significant bits, ties to even. Without shifts by numbers that differ: a GPU in software makes
/// those value by value.
fn soft_round(value: u32) -> u32 {
  let dropped = below_top(value) >> 23u;
  let odd = select(0u, 1u, (value & (dropped + 1u) & (dropped << 1u)) != 0u);
  return (value + (dropped >> 1u) + odd) & ~dropped;
}

/// All bits below the highest one that is set.
fn below_top(value: u32) -> u32 {
  var bits = value >> 1u;
  bits |= bits >> 1u;
  bits |= bits >> 2u;
  bits |= bits >> 4u;
  bits |= bits >> 8u;
  return bits | (bits >> 16u);
}

/// The number in units of 2^(e - SOFT_GUARD), for an e that is its own or greater.
fn soft_aligned(number: SoftFloat, e: i32) -> i32 {
  let wide = number.m << u32(SOFT_GUARD);
  let drop = u32(min(e - number.e, 31));
  let lost = wide & ((1u << drop) - 1u);
  return i32((wide >> drop) | select(0u, 1u, lost != 0u));
}

/// a + b, or a - b, rounded to f32, truncated and clipped to a byte.
fn byte_of_sum(a: SoftFloat, b: SoftFloat, is_minus: bool) -> i32 {
  let e = max(a.e, b.e);
  let sum = soft_aligned(a, e) + select(soft_aligned(b, e), -soft_aligned(b, e), is_minus);
  if (sum <= 0 || SOFT_GUARD - e > 31) {
    return 0;
  }
  return min(i32(soft_round(u32(sum)) >> u32(SOFT_GUARD - e)), 255);
}

/// A number that is not negative: whole levels, 2^-32 of a level, and whether anything is left below.
struct SoftLevels { whole: i32, rest: u32, is_more: bool }

/// |f v|, rounded to f32: the f32 bits of f (its sign aside), 0 or in 2^-24 .. 8, times a byte.
fn soft_levels(factor: u32, value: u32) -> SoftLevels {
  let exponent = (factor >> 23u) & 255u;
  let mantissa = (factor & 0x7fffffu) | 0x800000u;
  let number = soft_round(mantissa * select(value, 0u, exponent == 0u));
  // f v = number 2^-below.
  let below = min(150u - exponent, 63u);
  let is_far = below > 32u;
  let far = select(0u, below - 32u, is_far);
  let whole = select(number >> min(below, 31u), 0u, below >= 32u);
  let rest = select(number << min(32u - below, 31u), number >> far, is_far);
  return SoftLevels(i32(whole), rest, (number & ((1u << far) - 1u)) != 0u);
}

/// a + b, or a - b, rounded to f32, truncated and clipped to a byte; for a - b, a has nothing below. A sum is rounded
/// up to the next whole number where it is half a last place from it, or nearer; else rounding does not matter.
fn byte_of_levels(a: SoftLevels, b: SoftLevels, is_minus: bool) -> i32 {
  // Nothing overflows: where more is below, `rest` was shifted down.
  let taken = b.rest + select(0u, 1u, b.is_more);
  let rest = select(a.rest + b.rest, a.rest - taken, is_minus);
  let is_carried = select(rest < a.rest, a.rest < taken, is_minus);
  let carry = select(0, select(1, -1, is_minus), is_carried);
  let whole = select(a.whole + b.whole, a.whole - b.whole, is_minus) + carry;
  // Half of the last place of an f32 just below the next whole number, in parts of 2^-32.
  let half = select((below_top(u32(whole)) + 1u) << 8u, 128u, whole == 0);
  return clamp(whole + select(0, 1, rest >= 0u - half && whole >= 0), 0, 255);
}

/// trunc(f v), clipped. `factor` are the f32 bits of f, 0 or in 2^-20 .. 8.
fn scale_byte(v: i32, factor: u32) -> i32 {
  return min(soft_levels(factor, u32(v)).whole, 255);
}

/// Pillow's blend, trunc(d + f (v - d)). `factor` are the f32 bits of f, 0 or in 2^-20 .. 8.
fn pillow_blend(d: i32, v: i32, factor: u32) -> i32 {
  return byte_of_levels(soft_levels(SOFT_ONE, u32(d)), soft_levels(factor, u32(abs(v - d))), v < d);
}

/// Pillow's blend or torchvision's, trunc(f v + (1 - f) d). `own` are the f32 bits of f, 0 or in 2^-20 .. 8, `other`
/// those of 1 - f. One function, because their larger part is the same, and on adapters that run every branch two would
/// take twice as long.
fn peer_blend(d: i32, v: i32, own: u32, other: u32, is_torch: bool) -> i32 {
  let a = soft_levels(select(SOFT_ONE, own, is_torch), u32(select(d, v, is_torch)));
  let b = soft_levels(select(own, other, is_torch), u32(select(abs(v - d), d, is_torch)));
  return byte_of_levels(a, b, select(v < d, (other >> 31u) == 1u, is_torch));
}

/// |f total / pixels|, the mean of bytes times the f32 bits of f; pixels <= 2^24.
fn soft_mean_product(factor: u32, total: u32, pixels: u32) -> SoftFloat {
  let exponent = (factor >> 23u) & 255u;
  if (total == 0u || exponent == 0u) {
    return SoftFloat(0u, SOFT_ZERO_E);
  }
  // The mean: 24 bits, of which `fraction` are behind the point.
  var mean = total / pixels;
  var rest = total - mean * pixels;
  var fraction = 0;
  while (mean < 0x800000u) {
    rest *= 2u;
    mean = 2u * mean + select(0u, 1u, rest >= pixels);
    rest = select(rest, rest - pixels, rest >= pixels);
    fraction += 1;
  }
  mean += select(0u, 1u, 2u * rest > pixels || (2u * rest == pixels && (mean & 1u) == 1u));
  if (mean == 0x1000000u) {
    mean = 0x800000u;
    fraction -= 1;
  }

  // The product of two 24-bit numbers: 24 bits in `upper`, of which the first may be 0, and 24 in `lower`.
  let mantissa = (factor & 0x7fffffu) | 0x800000u;
  let outer = (mantissa >> 12u) * (mean >> 12u);
  let middle = (mantissa >> 12u) * (mean & 0xfffu) + (mantissa & 0xfffu) * (mean >> 12u);
  let inner = (mantissa & 0xfffu) * (mean & 0xfffu) + ((middle & 0xfffu) << 12u);
  let upper = outer + (middle >> 12u) + (inner >> 24u);
  let lower = inner & 0xffffffu;
  let drop = select(23u, 24u, upper >= 0x800000u);
  let m = (upper << (24u - drop)) | (lower >> drop);
  let lost = lower & ((1u << drop) - 1u);
  let half = 1u << (drop - 1u);
  let is_up = lost > half || (lost == half && (m & 1u) == 1u);
  return SoftFloat(m + select(0u, 1u, is_up), i32(exponent) - 150 - fraction + i32(drop));
}
