/**
 * The masks of a plan as planes of bytes, made on the host: a plan holds a few numbers, the GPU reads a byte a pixel.
 * Only + − × ÷ √ and what is made of them are used, so that every machine gets the same bytes.
 */
import type { Size } from "../../format/format.ts";
import * as constants from "../../generated/constants.ts";
import type { MaskShape } from "../../plan/plan.ts";
import { knownMasks } from "./known.ts";

/** What a part is of: a byte of 255 is the whole pixel. */
export const { WHOLE } = constants.mask;

/** The partner's part of a pixel whose mask has this byte, of 256. */
export const partOf = (byte: number): number => byte + (byte >> 7);

/** Planes of masks in use: a mask is one object from the draw to the upload, unless somebody edits it. */
const planes = new WeakMap<MaskShape, { written: string; bytes: Uint8Array }>();

/** One byte a pixel, line by line: the partner's weight. */
export function maskPlane(mask: MaskShape, { height, width }: Size): Uint8Array {
  const written = JSON.stringify([mask, height, width]);
  const known = planes.get(mask);
  if (known?.written === written) return known.bytes;
  const bytes = knownMasks.get(mask.shape)!.plane(mask, { height, width });
  planes.set(mask, { written, bytes });
  return bytes;
}

/** The mean of the partner's parts over the picture, exactly: its weight in the label. */
export function partnerShare(mask: MaskShape, size: Size): number {
  const area = size.height * size.width;
  if (mask.shape === "fourier") return (area - mask.own) / area;
  let sum = 0;
  for (const byte of maskPlane(mask, size)) sum += partOf(byte);
  return sum / (WHOLE * area);
}
