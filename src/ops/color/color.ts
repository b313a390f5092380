import { f32 } from "../../format/words.ts";
import { colorShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { factorArg } from "../lib/arg.ts";
import { blendF32 } from "../lib/fixed.ts";
import { GREY_PEERS, GREY_TORCHVISION, greyF32, greyOf, greyU8 } from "../lib/grey.ts";
import { peerBlend } from "../lib/soft-float.ts";

export const colorOp = defineOp({
  name: "color",
  kind: "color",
  target: "nothing",
  shader: colorShader,
  about:
    "Colour saturation: grey + factor · (v − grey), with the grey of the same pixel. Pillow's ImageEnhance.Color rounds the grey; " +
    "torchvision's adjust_saturation truncates it and has weights that sum to 0.9999. In u8 the result is truncated. " +
    "Floats follow torchvision. A picture of one channel stays as it is.",
  args: { factor: { ...factorArg, about: "0 is grey, 1 changes nothing, 2 is twice as colourful." } },
  peers: GREY_PEERS,
  laws: { weighsGrey: true },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: ({ factor, peer }) => ({ greyOf: greyOf(peer), factor: f32(factor), other: f32(1 - factor) }),
  encodeF32: ({ factor }) => ({ factor }),
  u8: (v, words, at) => {
    if (at.channels === 1) return v;
    const grey = greyU8(v, words.greyOf, at.channels);
    const blend = (value: number) =>
      peerBlend(grey, value, words.factor, words.other, words.greyOf === GREY_TORCHVISION);
    return [blend(v[0]), blend(v[1]), blend(v[2]), v[3]];
  },
  f32: (v, { factor }, at) => {
    if (at.channels === 1) return v;
    const grey = greyF32(v, at.channels);
    return blendF32([grey, grey, grey], v, factor);
  },
});
