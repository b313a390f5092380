import { downscaleShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";
import type { At, Fetch, Pixel } from "../op.ts";

export const downscaleOp = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "downscale",
  shader: downscaleShader,
  about:
    "The picture at a lower resolution and its own size, as albumentations' Downscale with area and nearest interpolation: every block of " +
    "factor × factor pixels becomes their mean, alpha too. Blocks begin at the top left; what is left of one at the right or bottom is a block. " +
    "u8 means are rounded, halves up. Cost: factor² reads per pixel.",
  said: "in blocks of {factor}",
  args: {
    factor: { type: "integer", min: 1, max: 16, identity: 1, unit: "pixels", about: "Side of a block." },
  },
  laws: { floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ factor: 1 + Math.round(7 * magnitude) }),
  encode: ({ factor }) => ({ factor }),
  encodeF32: ({ factor }) => ({ factor }),
  u8(fetch, { factor }, at) {
    const { sum, count } = blockOf(fetch, factor, at, (a, b) => a + b);
    const mean = (total: number) => Math.floor((2 * total + count) / (2 * count));
    return [mean(sum[0]), mean(sum[1]), mean(sum[2]), mean(sum[3])];
  },
  f32(fetch, { factor }, at) {
    const { sum, count } = blockOf(fetch, factor, at, (a, b) => fround(a + b));
    return [fround(sum[0] / count), fround(sum[1] / count), fround(sum[2] / count), fround(sum[3] / count)];
  },
});

/** The sum of the pixel's block, line by line, and how many pixels it has. */
function blockOf(fetch: Fetch, factor: number, { x, y, width, height }: At, add: (a: number, b: number) => number) {
  const [x0, y0] = [x - (x % factor), y - (y % factor)];
  const [x1, y1] = [Math.min(x0 + factor, width), Math.min(y0 + factor, height)];
  let sum: Pixel = [0, 0, 0, 0];
  for (let row = y0; row < y1; row++) {
    for (let column = x0; column < x1; column++) {
      const value = fetch(column, row);
      sum = [add(sum[0], value[0]), add(sum[1], value[1]), add(sum[2], value[2]), add(sum[3], value[3])];
    }
  }
  return { sum, count: (x1 - x0) * (y1 - y0) };
}
