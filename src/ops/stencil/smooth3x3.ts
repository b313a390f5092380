import { smooth3x3Shader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import type { Fetch, Pixel } from "../op.ts";

/** Sum of the weights 1 1 1 / 1 5 1 / 1 1 1. */
const WEIGHTS = 13;

export const smooth3x3Op = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "smooth3x3",
  shader: smooth3x3Shader,
  about:
    "Pillow's ImageFilter.SMOOTH: every channel is averaged with its eight neighbours, itself five times. The picture's border of one " +
    "pixel is copied. Cost: 9 reads per pixel.",
  said: "smoothed",
  args: {},
  laws: { floatsWithin: 1e-6, neutral: "none" },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (fetch, _words, at) => smooth(fetch, at, smoothByte),
  f32: (fetch, _words, at) => smooth(fetch, at, (sum) => Math.fround(sum / WEIGHTS)),
});

/** The weighted sum rounded; no half can occur, because the divisor is odd. */
const smoothByte = (sum: number): number => Math.floor((2 * sum + WEIGHTS) / (2 * WEIGHTS));

/** The smoothed u8 pixel, for `sharpness`. */
export const smoothU8 = (fetch: Fetch, at: { x: number; y: number; width: number; height: number }): Pixel =>
  smooth(fetch, at, smoothByte);

/** The smoothed f32 pixel, not rounded to f32. */
export const smoothF32 = (fetch: Fetch, at: { x: number; y: number; width: number; height: number }): Pixel =>
  smooth(fetch, at, (sum) => sum / WEIGHTS);

function smooth(
  fetch: Fetch,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  divide: (sum: number) => number,
): Pixel {
  const own = fetch(x, y);
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return own;
  const sum = own.map((value) => 4 * value);
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const value = fetch(x + dx, y + dy);
      for (let channel = 0; channel < 4; channel++) sum[channel]! += value[channel]!;
    }
  }
  return sum.map(divide) as unknown as Pixel;
}
