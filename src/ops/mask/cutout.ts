import { asF32 } from "../../format/words.ts";
import { boxArg, byteOf, emptyBoxes, encodeBox, encodeFill, encodeFillF32, fillArg, filled, inBox } from "../lib/box-fill.ts";
import type { ColorOp } from "../op.ts";

export const cutoutOp: ColorOp = {
  kind: "mask",
  name: "cutout",
  about:
    "Fills a box (DeVries and Taylor, 2017): torchvision's erase with a value, KerasCV's RandomCutout with a constant, TensorFlow " +
    "Models' Cutout with fill [128]. Exact. For noise in a box see `erase`.",
  args: { box: boxArg, fill: fillArg },
  examples: () =>
    [
      [12, 12, 28, 28],
      [24, 36, 56, 68],
      [36, 20, 84, 68],
      [16, 16, 80, 80],
    ].map((box) => ({ box, fill: [128] })),
  laws: { floatsWithin: 0, neutral: emptyBoxes },
  encode(args, context) {
    const fill = args.fill as number[];
    return [...encodeBox(args.box as number[], context), encodeFill(fill, context.channels), fill.length > 3 ? 1 : 0];
  },
  encodeF32(args, context) {
    const fill = args.fill as number[];
    return [...encodeBox(args.box as number[], context), 0, fill.length > 3 ? 1 : 0, ...encodeFillF32(fill, context.channels)];
  },
  u8(v, words, { x, y }) {
    if (!inBox(words[0]!, words[1]!, x, y)) return v;
    return filled(words[2]!, words[3] === 1 ? byteOf(words[2]!, 3) : v[3]);
  },
  f32(v, words, { x, y }) {
    if (!inBox(words[0]!, words[1]!, x, y)) return v;
    return [asF32(words[4]!), asF32(words[5]!), asF32(words[6]!), words[3] === 1 ? asF32(words[7]!) : v[3]];
  },
};
