import { medianBlurShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import type { At, Fetch, Pixel } from "../op.ts";

export const medianBlurOp = defineOp({
  name: "medianBlur",
  kind: "stencil",
  target: "nothing",
  shader: medianBlurShader,
  about:
    "The median of each channel over a pixel and its eight neighbours, beyond the edge the nearest pixel: OpenCV's medianBlur of 3, " +
    "albumentations' MedianBlur with blur_limit 3. Alpha is left alone, which OpenCV filters too. Cost: 9 reads per pixel.",
  said: "median of 3 × 3",
  args: {},
  laws: { neutral: "none" },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (fetch, _words, at) => medianOf(fetch, at),
  f32: (fetch, _words, at) => medianOf(fetch, at),
});

function medianOf(fetch: Fetch, { x, y }: At): Pixel {
  const rows = [-1, 0, 1].map((dy) => [fetch(x - 1, y + dy), fetch(x, y + dy), fetch(x + 1, y + dy)] as const);
  const median = (channel: 0 | 1 | 2): number => {
    const low: number[] = [];
    const middles: number[] = [];
    const high: number[] = [];
    for (const [first, second, third] of rows) {
      const [a, b, c] = [first[channel], second[channel], third[channel]];
      low.push(Math.min(a, b, c));
      middles.push(middle(a, b, c));
      high.push(Math.max(a, b, c));
    }
    return middle(Math.max(...low), middle(middles[0]!, middles[1]!, middles[2]!), Math.min(...high));
  };
  return [median(0), median(1), median(2), rows[1]![1][3]];
}

/** The middle one of three. */
const middle = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
