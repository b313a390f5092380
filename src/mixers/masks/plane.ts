/**
 * The masks of a plan as planes of bytes, made on the host: a plan holds a few numbers, the GPU reads a byte a pixel.
 * Only + − × ÷ √ and what is made of them are used, so that every machine gets the same bytes.
 */
import type { Size } from "../../format/format.ts";
import { constants } from "../../generated/layouts.ts";
import type { GaussianShape, GivenMask, GridShape, MaskShape } from "../../plan/plan.ts";
import { exp } from "../../random/math.ts";
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
  const bytes = knownMasks.get(mask.shape)!(mask, { height, width });
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

/** Holes on a grid. */
export function gridPlane({ cell, hole }: GridShape, { height, width }: Size): Uint8Array {
  const bytes = new Uint8Array(height * width);
  for (let y = 0; y < height; y++) {
    if (y % cell >= hole) continue;
    for (let x = 0; x < width; x += cell) bytes.fill(255, y * width + x, y * width + Math.min(x + hole, width));
  }
  return bytes;
}

/** A bell. */
export function gaussianPlane({ center: [x, y], sigma }: GaussianShape, { height, width }: Size): Uint8Array {
  const bell = (length: number, middle: number) =>
    Float64Array.from({ length }, (_, i) => exp(-((i - middle) * (i - middle)) / (2 * sigma * sigma)));
  const [down, across] = [bell(height, y), bell(width, x)];
  const bytes = new Uint8Array(height * width);
  for (let row = 0, i = 0; row < height; row++) {
    const peak = 255 * down[row]!;
    for (let column = 0; column < width; column++) bytes[i++] = Math.floor(peak * across[column]! + 0.5);
  }
  return bytes;
}

/** A given mask, stretched to the picture. */
export function givenPlane(mask: GivenMask, { height, width }: Size): Uint8Array {
  const given = decodeWeights(mask.weights);
  if (mask.height === height && mask.width === width) return given;
  const nearest = (i: number, from: number, to: number) => Math.floor(((2 * i + 1) * from) / (2 * to));
  const columns = Uint32Array.from({ length: width }, (_, x) => nearest(x, mask.width, width));
  const bytes = new Uint8Array(height * width);
  for (let y = 0, i = 0; y < height; y++) {
    const line = nearest(y, mask.height, height) * mask.width;
    for (let x = 0; x < width; x++) bytes[i++] = given[line + columns[x]!]!;
  }
  return bytes;
}

/** The bytes of base64, or none where it is something else. */
export function decodeWeights(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
