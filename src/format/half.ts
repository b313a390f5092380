/**
 * IEEE 754 half precision in host memory: 16-bit patterns in a `Uint16Array` (`Float16Array` is too young for Node 20).
 */

import { ArgumentError } from "../check/errors.ts";

const word = new Uint32Array(1);
const float = new Float32Array(word.buffer);

/** The number a half's 16 bits stand for; exact. */
export function halfToFloat(bits: number): number {
  if (typeof bits !== "number") throw new ArgumentError("halfToFloat.bits", "an integer in 0..65535", bits);
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The nearest half of a number, ties to even; beyond ±65,520 infinity. */
export function floatToHalf(value: number): number {
  if (typeof value !== "number") throw new ArgumentError("floatToHalf.value", "a number", value);
  float[0] = value;
  const bits = word[0]!;
  const sign = (bits >>> 16) & 0x8000;
  if (Number.isNaN(value)) return sign | 0x7e00;
  const size = Math.abs(Math.fround(value));
  if (size >= 65520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24);
  const exponent = ((bits >>> 23) & 255) - 127;
  // A carry out of the fraction moves into the exponent by itself.
  return sign | (((exponent + 15) << 10) + roundEven((size / 2 ** exponent - 1) * 1024));
}

function roundEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
}
