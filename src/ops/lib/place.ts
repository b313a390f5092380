/** Where to read, for the warps that say it by a function: `shaders/lib/place.wgsl`, line by line. */
import * as constants from "../../generated/constants.ts";
import type { At } from "../op.ts";

export const { PLACE_BITS } = constants.place;

/** One pixel, as a place counts. */
export const PIXEL = 1 << PLACE_BITS;

/** The pixel's own centre: whoever returns this changes nothing. */
export const pixelCentre = ({ x, y }: At): [x: number, y: number] => [
  (2 * x + 1) << (PLACE_BITS - 1),
  (2 * y + 1) << (PLACE_BITS - 1),
];

/** The middle of the picture. */
export const pictureMiddle = ({ width, height }: Pick<At, "width" | "height">): [x: number, y: number] => [
  width << (PLACE_BITS - 1),
  height << (PLACE_BITS - 1),
];

/**
 * a b / 2^bits, rounded to nearest, halves away from zero; `bits` is 1 to 31. The product may have 62 bits; the result
 * must fit in 31.
 */
export function scaled(a: number, b: number, bits: number): number {
  const x = Math.abs(a);
  const y = Math.abs(b);
  const lowest = Math.imul(x & 0xffff, y & 0xffff) >>> 0;
  const across = (Math.imul(x >>> 16, y & 0xffff) >>> 0) + (lowest >>> 16);
  const down = (Math.imul(x & 0xffff, y >>> 16) >>> 0) + (across & 0xffff);
  const low = ((down << 16) | (lowest & 0xffff)) >>> 0;
  const rounded = (low + ((1 << (bits - 1)) >>> 0)) >>> 0;
  const high = Math.imul(x >>> 16, y >>> 16) + (across >>> 16) + (down >>> 16) + (rounded < low ? 1 : 0);
  const size = (high << (32 - bits)) | (rounded >>> bits);
  return a < 0 !== b < 0 ? -size : size;
}
