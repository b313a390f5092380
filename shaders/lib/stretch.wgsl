// Levels low..high stretched to 0..255, with the very rounding of peers that compute in floats: src/ops/stretch.ts line
// by line.

import package::lib::soft_float::soft_round;

/// trunc((value - low) × (255 / (high - low))) as torch computes it in f32: 1 / range, times 255, times `above`; 0 <
/// above <= range.
fn stretch_f32(above: u32, range: u32) -> u32 {
  // 1 / range: 24 bits, of which `fraction` are behind the point. For range 1 the leading bit of 0 is -1.
  var fraction = 24u + firstLeadingBit(range - 1u);
  let inverse = divide_to_even(1u << fraction, range);
  // The scale, rounded to 24 bits and brought down to that many.
  let drop = firstLeadingBit(inverse * 255u) - 23u;
  let scale = soft_round(inverse * 255u) >> drop;
  fraction -= drop;
  return soft_round(above * scale) >> fraction;
}

fn divide_to_even(a: u32, b: u32) -> u32 {
  let quotient = a / b;
  let twice = 2u * (a - quotient * b);
  return quotient + select(0u, 1u, twice > b || (twice == b && (quotient & 1u) == 1u));
}

/// What rounding the last `cut` bits of x away, halves to even, adds to it.
fn rounding(x: u32, cut: u32) -> i32 {
  if (cut == 0u) {
    return 0;
  }
  let unit = 1u << cut;
  let rest = x & (unit - 1u);
  let half = unit >> 1u;
  let is_up = rest > half || (rest == half && (x & unit) != 0u);
  return select(-i32(rest), i32(unit - rest), is_up);
}

/// trunc(value × s - low × s) in f64 with s = 255 / (high - low); low < value <= high.
///
/// Where the true quotient is no whole number, the errors of f64 are far too small to matter. Where it is, they decide
/// whether it comes out as that number or as one less. They are followed here in units of the last place of s.
fn stretch_f64(low: u32, high: u32, value: u32) -> u32 {
  let range = high - low;
  let above = value - low;
  let quotient = 255u * above / range;
  if (quotient * range != 255u * above) {
    return quotient;
  }

  // s in units of its last place: 255 × 2^n / range, of which the lower 32 bits are kept.
  let exponent = firstLeadingBit(255u / range);
  var scale = 255u / range;
  var remainder = i32(255u % range);
  for (var n = exponent; n < 52u; n++) {
    remainder *= 2;
    scale *= 2u;
    if (remainder >= i32(range)) {
      remainder -= i32(range);
      scale += 1u;
    }
  }
  if (2 * remainder > i32(range) || (2 * remainder == i32(range) && (scale & 1u) == 1u)) {
    remainder -= i32(range);
    scale += 1u;
  }

  // By how much value × s - low × s is off: s itself, and each of the two products.
  let off = -i32(above) * remainder / i32(range)
    + product_error(value, range, scale, remainder, exponent) - product_error(low, range, scale, remainder, exponent);
  if (off >= 0) {
    return quotient;
  }
  // The difference is rounded too; it may find back to the whole number, where halves go as well: that is the even one.
  let binade = firstLeadingBit(quotient - 1u);
  let is_found = quotient > 1u && binade >= exponent && u32(-2 * off) <= 1u << (binade - exponent);
  return select(quotient - 1u, quotient, is_found);
}

/// What rounding level × s to 53 bits adds to it.
fn product_error(level: u32, range: u32, scale: u32, remainder: i32, exponent: u32) -> i32 {
  if (level == 0u) {
    return 0;
  }
  let quotient = 255u * level / range;
  var leading = firstLeadingBit(quotient);
  let is_power = quotient * range == 255u * level && (quotient & (quotient - 1u)) == 0u;
  if (is_power && remainder > 0) {
    // Just below the power of two.
    leading -= 1u;
  }
  if (leading <= exponent) {
    return 0;
  }
  return rounding(level * scale, leading - exponent);
}
