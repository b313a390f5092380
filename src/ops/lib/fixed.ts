/**
 * Arithmetic that several ops share: fixed point for u8, f32 rounding for floats. Blends and shifts as in
 * shaders/lib/blend.wgsl and shift.wgsl.
 */
import type { Pixel } from "../op.ts";

export const fround = Math.fround;

/** Rounds to a multiple of 2^-bits and returns how many of these. */
export const toFixed = (value: number, bits: number): number => Math.round(value * 2 ** bits);

export const clampByte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);
export const clampUnit = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** d + factor (v - d) by channel in f32, clamped to 0..1; alpha stays. For bytes see `soft-float.ts`. */
export function blendF32(d: readonly [number, number, number], v: Pixel, factor: number): Pixel {
  const other = fround(1 - factor);
  const blend = (x: number, degenerate: number) => clampUnit(fround(fround(factor * x) + fround(other * degenerate)));
  return [blend(v[0], d[0]), blend(v[1], d[1]), blend(v[2], d[2]), v[3]];
}

/** v + delta, clipped, alpha untouched; deltas have 16 fractional bits, halves are rounded up. */
export function shiftU8(v: Pixel, delta: readonly [number, number, number]): Pixel {
  const shift = (x: number, by: number) => clampByte(((x << 16) + by + 32768) >> 16);
  return [shift(v[0], delta[0]), shift(v[1], delta[1]), shift(v[2], delta[2]), v[3]];
}

export function shiftF32(v: Pixel, delta: readonly [number, number, number]): Pixel {
  const shift = (x: number, by: number) => clampUnit(fround(x + by));
  return [shift(v[0], delta[0]), shift(v[1], delta[1]), shift(v[2], delta[2]), v[3]];
}
