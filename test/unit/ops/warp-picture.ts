/** Pictures as H × W × C values, and warps of them by the reference. */

import { checkCall } from "../../../src/ops/check-call.ts";
import { warpPixelF32, warpPixelU8 } from "../../../src/ops/lib/warp-reference.ts";
import { encodeWarp } from "../../../src/ops/lib/warp-words.ts";
import type { Pixel, Warp, WarpOp } from "../../../src/ops/op.ts";

export interface Picture {
  width: number;
  height: number;
  channels: number;
  data: ArrayLike<number>;
}

export type Pipeline = "u8" | "f32";

/** A pixel as ops see it: one channel is (x, x, x, opaque), three are (r, g, b, opaque). */
export function pixelAt({ width, height, channels, data }: Picture, x: number, y: number, opaque: number): Pixel {
  const at = (Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)) * channels;
  if (channels === 1) return [data[at]!, data[at]!, data[at]!, opaque];
  return [data[at]!, data[at + 1]!, data[at + 2]!, channels === 4 ? data[at + 3]! : opaque];
}

export function warped(picture: Picture, warp: Warp, pipeline: Pipeline = "u8"): Picture & { data: Float64Array } {
  const { width, height } = warp.size ?? picture;
  const { channels } = picture;
  const words = encodeWarp(warp, picture, { width, height }, pipeline);
  const pixel = pipeline === "u8" ? warpPixelU8 : warpPixelF32;
  const fetch = (x: number, y: number) => pixelAt(picture, x, y, pipeline === "u8" ? 255 : 1);
  const data = new Float64Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = pixel(words, fetch, { x, y, width, height, channels }, picture);
      for (let c = 0; c < channels; c++) data[(y * width + x) * channels + c] = value[c]!;
    }
  }
  return { width, height, channels, data };
}

/** The op with these arguments, and its own defaults for the others. */
export function warpOf(op: WarpOp, args: Record<string, unknown>, size: { width: number; height: number }): Warp {
  return op.warp(checkCall({ op: op.name, ...args }, op.name).args, size);
}

export const apply = (op: WarpOp, args: Record<string, unknown>, picture: Picture, pipeline: Pipeline = "u8"): Picture =>
  warped(picture, warpOf(op, args, picture), pipeline);

/** Numbers from a counter, the same everywhere. */
export function noise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

export function noisePicture(width: number, height: number, channels: number, seed = 1): Picture {
  const next = noise(seed);
  return { width, height, channels, data: Uint8Array.from({ length: width * height * channels }, () => Math.floor(next() * 256)) };
}
