// f32 arithmetic on bytes replayed in integers, which every adapter computes alike; GPUs may round f32 as they like.
//
// Pillow and torchvision blend bytes in f32 and truncate. Since 0.9 v + 0.1 d is an integer for one pixel in ten, the last bit
// of each rounding decides about a whole level. src/ops/lib/soft-float.ts is this file line by line.

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

/// A u32 rounded to 24 significant bits, ties to even.
fn soft_round(value: u32) -> u32 {
  let leading = countLeadingZeros(value);
  if (leading >= 8u) {
    return value;
  }
  let drop = 8u - leading;
  let odd = (value >> drop) & 1u;
  return ((value + (1u << (drop - 1u)) - 1u + odd) >> drop) << drop;
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

/// trunc(f v), clipped. `factor` are the f32 bits of f, 0 or in 2^-20 .. 8.
fn scale_byte(v: i32, factor: u32) -> i32 {
  return byte_of_sum(soft_product(factor, u32(v)), SoftFloat(0u, SOFT_ZERO_E), false);
}

/// Pillow's blend, trunc(d + f (v - d)). `factor` are the f32 bits of f, 0 or in 2^-20 .. 8.
fn pillow_blend(d: i32, v: i32, factor: u32) -> i32 {
  return byte_of_sum(soft_product(SOFT_ONE, u32(d)), soft_product(factor, u32(abs(v - d))), v < d);
}

/// Pillow's blend or torchvision's, trunc(f v + (1 - f) d). `own` are the f32 bits of f, 0 or in 2^-20 .. 8, `other` those of 1 - f.
/// One function, because their larger part is the same, and on adapters that run every branch two would take twice as long.
fn peer_blend(d: i32, v: i32, own: u32, other: u32, is_torch: bool) -> i32 {
  let a = soft_product(select(SOFT_ONE, own, is_torch), u32(select(d, v, is_torch)));
  let b = soft_product(select(own, other, is_torch), u32(select(abs(v - d), d, is_torch)));
  return byte_of_sum(a, b, select(v < d, (other >> 31u) == 1u, is_torch));
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
