import { asF32, f32 } from "../../format/words.ts";
import { factorArg, number, peerOf } from "../lib/arg.ts";
import { clampUnit, fround } from "../lib/fixed.ts";
import { peerBlend } from "../lib/soft-float.ts";
import type { Args, Peer, Pixel, StencilOp, Words } from "../op.ts";
import { smoothF32, smoothU8 } from "./smooth3x3.ts";

const PEERS: readonly Peer[] = ["pillow", "torchvision"];
const TORCHVISION = 1;

export const sharpnessOp: StencilOp = {
  kind: "stencil",
  name: "sharpness",
  about:
    "Pillow's ImageEnhance.Sharpness, or torchvision's adjust_sharpness: d + factor (v - d), where d is the picture smoothed by " +
    "1 1 1 / 1 5 1 / 1 1 1 over 13 and the border of one pixel is left alone, so a picture of one or two lines or columns does not " +
    "change. Alpha is left alone. u8 results equal both peers' byte for byte; f32 is torchvision's. KerasCV's RandomSharpness(f) is " +
    "factor 1 - f. Cost: 9 reads per pixel.",
  peers: PEERS,
  args: {
    factor: factorArg("0 is smoothed, 1 changes nothing, more sharpens."),
  },
  laws: { floatsWithin: 2e-6 },
  atMagnitude: (magnitude) => ({ factor: 1 + 6 * magnitude }),
  encode: (args) => encode(args, peerOf(args, PEERS)),
  encodeF32: (args) => encode(args, TORCHVISION),
  u8(fetch, words, at) {
    const v = fetch(at.x, at.y);
    const d = smoothU8(fetch, at);
    const blend = (channel: number) => peerBlend(d[channel]!, v[channel]!, words[1]!, words[2]!, words[0] === TORCHVISION);
    // torchvision returns such a picture as it is; f v + (1 - f) v could round to something else.
    if (at.width <= 2 || at.height <= 2) return v;
    return [blend(0), blend(1), blend(2), v[3]];
  },
  f32(fetch, words, at) {
    const v = fetch(at.x, at.y);
    const d = smoothF32(fetch, at);
    const [own, other] = [asF32(words[1]!), asF32(words[2]!)];
    const blend = (channel: number) => fround(clampUnit(own * v[channel]! + other * d[channel]!));
    return [blend(0), blend(1), blend(2), v[3]] satisfies Pixel;
  },
};

/** Peer, f and 1 - f as f32. */
function encode(args: Args, peer: number): Words {
  const factor = number(args, "factor");
  return [peer, f32(factor), f32(1 - factor)];
}
