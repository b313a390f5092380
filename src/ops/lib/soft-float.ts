/**
 * f32 arithmetic on bytes replayed in integers, which every adapter computes alike; GPUs may round f32 as they like.
 *
 * Pillow and torchvision blend bytes in f32 and truncate. Since 0.9 · v + 0.1 · d is an integer for one pixel in ten,
 * the last bit of each rounding decides about a whole level. `shaders/lib/soft_float.wgsl` is this file line by line.
 */
import * as constants from "../../generated/constants.ts";

/** m · 2^e, m at most 2^24 and, unless it is 0, at least 2^23: an f32 without its sign. */
export interface SoftFloat {
  m: number;
  e: number;
}

/**
 * The f32 bits of 1, and the bits that an addend keeps below an f32; the lowest is set if anything is lost further
 * down.
 */
const { SOFT_ONE: ONE, SOFT_GUARD: GUARD, SOFT_ZERO_E } = constants.softFloat;

export const ZERO: SoftFloat = { m: 0, e: SOFT_ZERO_E };

/** |f · v|: the f32 bits of f (its sign aside) times a byte. */
export function product(factor: number, value: number): SoftFloat {
  const exponent = (factor >>> 23) & 255;
  const mantissa = (factor & 0x7fffff) | 0x800000;
  // f = mantissa · 2^(exponent − 150).
  const exact = Math.imul(mantissa, exponent === 0 ? 0 : value) >>> 0;
  if (exact === 0) return ZERO;
  const drop = 8 - Math.clz32(exact);
  if (drop <= 0) return { m: exact << -drop, e: exponent - 150 + drop };
  return { m: round24(exact) >>> drop, e: exponent - 150 + drop };
}

/**
 * A u32 rounded to 24 significant bits, ties to even. Without shifts by numbers that differ: a GPU in software makes
 * those value by value.
 */
export function round24(value: number): number {
  const dropped = belowTop(value) >>> 23;
  const odd = (value & (dropped + 1) & (dropped << 1)) !== 0 ? 1 : 0;
  return ((value + (dropped >>> 1) + odd) & ~dropped) >>> 0;
}

/** All bits below the highest one that is set. */
function belowTop(value: number): number {
  let bits = value >>> 1;
  bits |= bits >>> 1;
  bits |= bits >>> 2;
  bits |= bits >>> 4;
  bits |= bits >>> 8;
  return bits | (bits >>> 16);
}

/** The number in units of 2^(e − GUARD), for an e that is its own or greater. */
function aligned(number: SoftFloat, e: number): number {
  const wide = number.m << GUARD;
  const drop = Math.min(e - number.e, 31);
  const lost = wide & ((1 << drop) - 1);
  return (wide >>> drop) | (lost !== 0 ? 1 : 0);
}

/** a + b, or a − b, rounded to f32, truncated and clipped to a byte. */
export function byteOfSum(a: SoftFloat, b: SoftFloat, isMinus: boolean): number {
  const e = Math.max(a.e, b.e);
  const sum = isMinus ? aligned(a, e) - aligned(b, e) : aligned(a, e) + aligned(b, e);
  if (sum <= 0 || GUARD - e > 31) return 0;
  return Math.min(round24(sum) >>> (GUARD - e), 255);
}

/** A number that is not negative: whole levels, 2^-32 of a level, and whether anything is left below. */
interface Levels {
  whole: number;
  rest: number;
  isMore: boolean;
}

/** |f · v|, rounded to f32: the f32 bits of f (its sign aside), 0 or in 2^-24 .. 8, times a byte. */
function levels(factor: number, value: number): Levels {
  const exponent = (factor >>> 23) & 255;
  const mantissa = (factor & 0x7fffff) | 0x800000;
  const number = round24(Math.imul(mantissa, exponent === 0 ? 0 : value) >>> 0);
  // f · v = number · 2^-below.
  const below = Math.min(150 - exponent, 63);
  if (below <= 32)
    return { whole: below === 32 ? 0 : number >>> below, rest: (number << (32 - below)) >>> 0, isMore: false };
  return { whole: 0, rest: number >>> (below - 32), isMore: (number & ((1 << (below - 32)) - 1)) !== 0 };
}

/**
 * a + b, or a − b, rounded to f32, truncated and clipped to a byte; for a − b, a has nothing below. A sum is rounded up
 * to the next whole number where it is half a last place from it, or nearer; else rounding does not matter.
 */
function byteOf(a: Levels, b: Levels, isMinus: boolean): number {
  // Nothing overflows: where more is below, `rest` was shifted down.
  const taken = b.rest + (b.isMore ? 1 : 0);
  const rest = (isMinus ? a.rest - taken : a.rest + b.rest) >>> 0;
  const isCarried = isMinus ? a.rest < taken : rest < a.rest;
  const carry = isCarried ? (isMinus ? -1 : 1) : 0;
  const whole = (isMinus ? a.whole - b.whole : a.whole + b.whole) + carry;
  if (whole < 0) return 0;
  // Half of the last place of an f32 just below the next whole number, in parts of 2^-32.
  const half = whole === 0 ? 128 : (belowTop(whole) + 1) << 8;
  return Math.min(whole + (rest >= (0 - half) >>> 0 ? 1 : 0), 255);
}

/** trunc(f · v), clipped. `factor` are the f32 bits of f, 0 or in 2^-20 .. 8. */
export function scaleByte(v: number, factor: number): number {
  return Math.min(levels(factor, v).whole, 255);
}

/** Pillow's blend, trunc(d + f · (v − d)). `factor` are the f32 bits of f, 0 or in 2^-20 .. 8. */
export function pillowBlend(d: number, v: number, factor: number): number {
  return byteOf(levels(ONE, d), levels(factor, Math.abs(v - d)), v < d);
}

/**
 * Pillow's blend or torchvision's, trunc(f · v + (1 − f) · d). `own` are the f32 bits of f, 0 or in 2^-20 .. 8, `other`
 * those of 1 − f. One function, because their larger part is the same, and on adapters that run every branch two would
 * take twice as long.
 */
export function peerBlend(d: number, v: number, own: number, other: number, isTorch: boolean): number {
  const a = levels(isTorch ? own : ONE, isTorch ? v : d);
  const b = levels(isTorch ? other : own, isTorch ? d : Math.abs(v - d));
  return byteOf(a, b, isTorch ? other >>> 31 === 1 : v < d);
}

/** |f · total / pixels|, the mean of bytes times the f32 bits of f; pixels <= 2^24. */
export function meanProduct(factor: number, total: number, pixels: number): SoftFloat {
  const exponent = (factor >>> 23) & 255;
  if (total === 0 || exponent === 0) return ZERO;
  // The mean: 24 bits, of which `fraction` are behind the point.
  let mean = Math.floor(total / pixels);
  let rest = total - mean * pixels;
  let fraction = 0;
  while (mean < 0x800000) {
    rest *= 2;
    mean = 2 * mean + (rest >= pixels ? 1 : 0);
    rest = rest >= pixels ? rest - pixels : rest;
    fraction += 1;
  }
  mean += 2 * rest > pixels || (2 * rest === pixels && (mean & 1) === 1) ? 1 : 0;
  if (mean === 0x1000000) {
    mean = 0x800000;
    fraction -= 1;
  }

  // The product of two 24-bit numbers: 24 bits in `upper`, of which the first may be 0, and 24 in `lower`.
  const mantissa = (factor & 0x7fffff) | 0x800000;
  const outer = (mantissa >> 12) * (mean >> 12);
  const middle = (mantissa >> 12) * (mean & 0xfff) + (mantissa & 0xfff) * (mean >> 12);
  const inner = (mantissa & 0xfff) * (mean & 0xfff) + ((middle & 0xfff) << 12);
  const upper = outer + (middle >> 12) + (inner >> 24);
  const lower = inner & 0xffffff;
  const drop = upper >= 0x800000 ? 24 : 23;
  const m = (upper << (24 - drop)) | (lower >> drop);
  const lost = lower & ((1 << drop) - 1);
  const half = 1 << (drop - 1);
  const isUp = lost > half || (lost === half && (m & 1) === 1);
  return { m: m + (isUp ? 1 : 0), e: exponent - 150 - fraction + drop };
}
