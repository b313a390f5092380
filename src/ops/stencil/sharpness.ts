import { f32 } from "../../format/words.ts";
import * as constants from "../../generated/constants.ts";
import { sharpnessShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { factorArg } from "../lib/arg.ts";
import { clampUnit, fround } from "../lib/fixed.ts";
import { peerBlend } from "../lib/soft-float.ts";
import type { Peer, Pixel } from "../op.ts";
import { smoothF32, smoothU8 } from "./smooth3x3.ts";

const PEERS = ["pillow", "torchvision"] as const satisfies Peer[];
const { SHARPNESS_PILLOW: PILLOW, SHARPNESS_TORCHVISION: TORCHVISION } = constants.sharpness;

export const sharpnessOp = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "sharpness",
  shader: sharpnessShader,
  about:
    "Pillow's ImageEnhance.Sharpness, or torchvision's adjust_sharpness: d + factor (v - d), where d is the picture smoothed by " +
    "1 1 1 / 1 5 1 / 1 1 1 over 13 and the border of one pixel is left alone, so a picture of one or two lines or columns does not " +
    "change. Alpha is left alone. u8 results equal both peers' byte for byte; f32 is torchvision's. KerasCV's RandomSharpness(f) is " +
    "factor 1 - f. Cost: 9 reads per pixel.",
  peers: PEERS,
  args: {
    factor: { ...factorArg, about: "0 is smoothed, 1 changes nothing, more sharpens." },
  },
  laws: { floatsWithin: 2e-6 },
  atMagnitude: (magnitude) => ({ factor: 1 + 6 * magnitude }),
  encode: ({ factor, peer }) => ({
    arithmetic: peer === "torchvision" ? TORCHVISION : PILLOW,
    factor: f32(factor),
    other: f32(1 - factor),
  }),
  encodeF32: ({ factor }) => ({ factor, other: 1 - factor }),
  u8(fetch, words, at) {
    const v = fetch(at.x, at.y);
    const d = smoothU8(fetch, at);
    const blend = (channel: number) =>
      peerBlend(d[channel]!, v[channel]!, words.factor, words.other, words.arithmetic === TORCHVISION);
    // torchvision returns such a picture as it is; f v + (1 - f) v could round to something else.
    if (at.width <= 2 || at.height <= 2) return v;
    return [blend(0), blend(1), blend(2), v[3]];
  },
  f32(fetch, { factor, other }, at) {
    const v = fetch(at.x, at.y);
    const d = smoothF32(fetch, at);
    const blend = (channel: number) => fround(clampUnit(factor * v[channel]! + other * d[channel]!));
    return [blend(0), blend(1), blend(2), v[3]] satisfies Pixel;
  },
});
