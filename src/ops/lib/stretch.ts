/**
 * Levels low..high stretched to 0..255, with the very rounding of peers that compute in floats:
 * shaders/lib/stretch.wgsl line by line.
 */

import { round24 } from "./soft-float.ts";

/** floor(log2 x); −1 for 0. */
const firstLeadingBit = (x: number): number => 31 - Math.clz32(x);

/**
 * trunc((value - low) · (255 / (high - low))) as torch computes it in f32: 1 / range, times 255, times `above`; 0 <
 * above <= range.
 */
export function stretchF32(above: number, range: number): number {
  // 1 / range: 24 bits, of which `fraction` are behind the point.
  let fraction = 24 + firstLeadingBit(range - 1);
  const inverse = divideToEven(2 ** fraction, range);
  // The scale, rounded to 24 bits and brought down to that many.
  const drop = firstLeadingBit(inverse * 255) - 23;
  const scale = round24(inverse * 255) >>> drop;
  fraction -= drop;
  return round24(above * scale) >>> fraction;
}

function divideToEven(a: number, b: number): number {
  const quotient = Math.floor(a / b);
  const twice = 2 * (a - quotient * b);
  return quotient + (twice > b || (twice === b && (quotient & 1) === 1) ? 1 : 0);
}

/** What rounding the last `cut` bits of x away, halves to even, adds to it. */
function rounding(x: number, cut: number): number {
  if (cut === 0) return 0;
  const unit = 1 << cut;
  const rest = x & (unit - 1);
  const half = unit >> 1;
  const isUp = rest > half || (rest === half && (x & unit) !== 0);
  return isUp ? unit - rest : -rest;
}

/**
 * trunc(value · s − low · s) in f64 with s = 255 / (high − low); low < value <= high.
 *
 * Where the true quotient is no whole number, the errors of f64 are far too small to matter. Where it is, they decide
 * whether it comes out as that number or as one less (so for the highest level of one picture in seven). They are
 * followed here in units of the last place of s.
 */
export function stretchF64(low: number, high: number, value: number): number {
  const range = high - low;
  const above = value - low;
  const quotient = Math.floor((255 * above) / range);
  if (quotient * range !== 255 * above) return quotient;

  // s in units of its last place: 255 · 2^n / range, of which the lower 32 bits are kept.
  const exponent = firstLeadingBit(Math.floor(255 / range));
  let scale = Math.floor(255 / range);
  let remainder = 255 % range;
  for (let n = exponent; n < 52; n++) {
    remainder *= 2;
    scale = (scale << 1) >>> 0;
    if (remainder >= range) {
      remainder -= range;
      scale += 1;
    }
  }
  if (2 * remainder > range || (2 * remainder === range && (scale & 1) === 1)) {
    remainder -= range;
    scale = (scale + 1) >>> 0;
  }

  // By how much value · s − low · s is off: s itself, and each of the two products.
  const off =
    (-above * remainder) / range +
    productError(value, range, scale, remainder, exponent) -
    productError(low, range, scale, remainder, exponent);
  if (off >= 0) return quotient;
  // The difference is rounded too; it may find back to the whole number, where halves go as well: that is the even one.
  const binade = firstLeadingBit(quotient - 1);
  const isFound = quotient > 1 && binade >= exponent && -2 * off <= 1 << (binade - exponent);
  return isFound ? quotient : quotient - 1;
}

/** What rounding level · s to 53 bits adds to it. */
function productError(level: number, range: number, scale: number, remainder: number, exponent: number): number {
  if (level === 0) return 0;
  const quotient = Math.floor((255 * level) / range);
  let leading = firstLeadingBit(quotient);
  const isPower = quotient * range === 255 * level && (quotient & (quotient - 1)) === 0;
  // Just below the power of two.
  if (isPower && remainder > 0) leading -= 1;
  if (leading <= exponent) return 0;
  return rounding(Math.imul(level, scale), leading - exponent);
}
