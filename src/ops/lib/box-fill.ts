import type { Size } from "../../format/format.ts";
import type { Arg, Args, EncodeContext, Pixel, PixelBox } from "../op.ts";

export const boxArg = {
  type: "list",
  length: 4,
  min: -65535,
  max: 65535,
  unit: "pixels",
  about:
    "[x0, y0, x1, y1), half-open and in whole pixels, cut off at the picture's edges. An empty box changes nothing.",
} as const satisfies Arg;

export const fillArg = {
  type: "list",
  min: 0,
  max: 255,
  default: [0],
  unit: "level 0..255",
  about: "One value for all colour channels or one for each; a fourth is for alpha, which is left alone otherwise.",
} as const satisfies Arg;

export const keyArg = {
  type: "list",
  length: 2,
  min: 0,
  max: 0xffffffff,
  isNoRange: true,
  unit: "two u32",
  about:
    "Names the noise: the same key, picture size and pixel give the same noise, another key gives noise independent of it.",
} as const satisfies Arg;

/** Arguments of boxes that hold no pixel: without width, and beside the picture. */
export const emptyBoxes = ({ width }: { width: number }): Args[] => [
  { box: [1, 1, 1, 5] },
  { box: [width, 0, width + 9, 9] },
];

/** A box in two words, its first corner and its end. */
interface Box {
  readonly first: number;
  readonly end: number;
}

/** A box in whole pixels, clipped to the picture. */
export function clippedBox(box: readonly number[], { width, height }: Size): PixelBox {
  const clip = (value: number, size: number) => Math.min(Math.max(Math.round(value), 0), size);
  return [clip(box[0]!, width), clip(box[1]!, height), clip(box[2]!, width), clip(box[3]!, height)];
}

/** x0 and y0 in a word, x1 and y1 in another, clipped to the picture. */
export function encodeBox(box: readonly number[], context: EncodeContext): Box {
  const [x0, y0, x1, y1] = clippedBox(box, context);
  return { first: x0 | (y0 << 16), end: x1 | (y1 << 16) };
}

export function inBox({ first, end }: Box, x: number, y: number): boolean {
  return x >= (first & 0xffff) && y >= first >>> 16 && x < (end & 0xffff) && y < end >>> 16;
}

/**
 * A fill for the four channels; a picture of one channel takes the first for all, and so do channels without a value,
 * as where warps fill.
 */
function fillOf(fill: readonly number[], channels: number): Pixel {
  const [first] = fill as [number];
  return channels === 1
    ? [first, first, first, fill[3] ?? 0]
    : [first, fill[1] ?? first, fill[2] ?? first, fill[3] ?? 0];
}

/** Bytes in one word, rounded. */
export const encodeFill = (fill: readonly number[], channels: number): number =>
  fillOf(fill, channels).reduce((word, level, i) => (word | (Math.round(level) << (8 * i))) >>> 0, 0);

/** 0..1. */
export function encodeFillF32(fill: readonly number[], channels: number): Pixel {
  const [red, green, blue, alpha] = fillOf(fill, channels);
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

export const byteOf = (word: number, channel: number): number => (word >>> (8 * channel)) & 255;

/** A pixel filled by a word of bytes; its own alpha unless told. */
export const filled = (word: number, alpha: number): Pixel => [
  byteOf(word, 0),
  byteOf(word, 1),
  byteOf(word, 2),
  alpha,
];
