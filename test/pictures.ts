/**
 * Pictures for tests as ops see them (`PixelPicture`: four values a pixel, whatever is stored), and ops on them by the
 * product's interpreter.
 */

import type { PictureShape, Precision } from "../src/format/format.ts";
import { checkCall } from "../src/ops/check-call.ts";
import type { AnyCall, Args, ImageOp, PlacedWarp, Warp, WarpOp } from "../src/ops/op.ts";
import type { OpCall } from "../src/plan/plan.ts";
import { applyOps, type PixelPicture, runSegment } from "../src/reference/ops.ts";
import { generator } from "./random.ts";

export type { PictureShape, PixelPicture, Precision };

/** A picture whose stored values a function gives, pixel by pixel and channel by channel. */
export function filledPicture(
  { height, width, channels }: PictureShape,
  precision: Precision,
  value: (channel: number) => number,
): PixelPicture {
  const values = new Float64Array(height * width * 4).fill(precision === "u8" ? 255 : 1);
  for (let i = 0; i < values.length; i += 4) {
    for (let c = 0; c < channels; c++) values[i + c] = value(c);
    if (channels === 1) values.fill(values[i]!, i, i + 3);
  }
  return { height, width, channels, values };
}

/** A picture of these values, H × W × C. */
export function pictureOf(stored: ArrayLike<number>, shape: PictureShape, precision: Precision = "u8"): PixelPicture {
  let at = 0;
  return filledPicture(shape, precision, () => stored[at++]!);
}

/** Bytes, or numbers in 0..1. */
export function noisePicture(shape: PictureShape, precision: Precision = "u8", seed = 1): PixelPicture {
  const { byte, next } = generator(seed);
  return filledPicture(shape, precision, precision === "u8" ? byte : next);
}

/** A picture of bytes as floats, x / 255. */
export const asFloats = (picture: PixelPicture): PixelPicture => ({
  ...picture,
  values: picture.values.map((value) => Math.fround(value / 255)),
});

/** What a batch stores of a picture: H × W × C values. */
export function storedOf({ channels, values }: PixelPicture): number[] {
  const stored: number[] = [];
  for (let i = 0; i < values.length; i += 4) for (let c = 0; c < channels; c++) stored.push(values[i + c]!);
  return stored;
}

/** The picture after one call of an op. */
export const applyOp = (
  op: Pick<ImageOp, "name">,
  args: Args,
  picture: PixelPicture,
  precision: Precision = "u8",
): PixelPicture => applyCalls(picture, [{ op: op.name, ...args }], precision);

/** The picture after calls of whatever ops: a test over the registry does not know their arguments' types. */
export const applyCalls = (picture: PixelPicture, calls: readonly AnyCall[], precision: Precision): PixelPicture =>
  applyOps(picture, calls as unknown as readonly OpCall[], precision);

/** The picture read through a warp that no op need have asked for: folded, or written out. */
export function warped(picture: PixelPicture, warp: Warp | PlacedWarp, precision: Precision = "u8"): PixelPicture {
  const segment = {
    warp,
    stencil: undefined,
    tile: undefined,
    calls: [],
    input: picture,
    output: warp.size ?? picture,
    channels: picture.channels,
  };
  return runSegment(picture, segment, precision, new Uint8Array());
}

/** Mean absolute change of the colours. */
export function damage({ values }: PixelPicture, picture: PixelPicture): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (i % 4 < 3) sum += Math.abs(values[i]! - picture.values[i]!);
  return sum / (values.length * 0.75);
}

/** `[height, width, channels]`, as golden sets write it. */
export const shapeOf = ([height = 0, width = 0, channels = 1]: readonly number[]): PictureShape => ({
  height,
  width,
  channels,
});

/** What the arguments of an op with a matrix make of a picture of this size: how it is read. */
export function warpOf(op: WarpOp, args: Args, size: { height: number; width: number }): Warp {
  if (op.place) throw new Error(`${op.name} has no matrix`);
  return op.warp(checkCall({ op: op.name, ...args }, op.name).args, size);
}
