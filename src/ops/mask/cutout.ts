import { cutoutShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import {
  boxArg,
  byteOf,
  clippedBox,
  emptyBoxes,
  encodeBox,
  encodeFill,
  encodeFillF32,
  fillArg,
  filled,
  inBox,
} from "../lib/box-fill.ts";

export const cutoutOp = defineOp({
  kind: "mask",
  target: "hides",
  name: "cutout",
  shader: cutoutShader,
  about:
    "Fills a box (DeVries and Taylor, 2017): torchvision's erase with a value, KerasCV's RandomCutout with a constant, TensorFlow " +
    "Models' Cutout with fill [128]. Exact. For noise in a box see `erase`.",
  said: "box {box} cut out",
  args: { box: boxArg, fill: fillArg },
  examples: () =>
    [
      [12, 12, 28, 28],
      [24, 36, 56, 68],
      [36, 20, 84, 68],
      [16, 16, 80, 80],
    ].map((box) => ({ box, fill: [128] })),
  laws: { floatsWithin: 0, neutral: emptyBoxes },
  hidden: ({ box }, size) => ({ box: clippedBox(box, size) }),
  encode(args, context) {
    const { box, fill } = args;
    return {
      ...encodeBox(box, context),
      fill: encodeFill(fill, context.channels),
      fillsAlpha: fill.length > 3 ? 1 : 0,
    };
  },
  encodeF32(args, context) {
    const { box, fill } = args;
    return {
      ...encodeBox(box, context),
      fill: encodeFillF32(fill, context.channels),
      fillsAlpha: fill.length > 3 ? 1 : 0,
    };
  },
  u8(v, words, { x, y }) {
    if (!inBox(words, x, y)) return v;
    return filled(words.fill, words.fillsAlpha === 1 ? byteOf(words.fill, 3) : v[3]);
  },
  f32(v, words, { x, y }) {
    if (!inBox(words, x, y)) return v;
    const [red, green, blue, alpha] = words.fill;
    return [red, green, blue, words.fillsAlpha === 1 ? alpha : v[3]];
  },
});
