import { asF32, f32 } from "../words.ts";
import { factorArg, number, peerOf } from "./arg.ts";
import { blendF32 } from "./fixed.ts";
import { GREY_PEERS, GREY_TORCHVISION } from "./grey.ts";
import { greySum } from "./histogram.ts";
import type { ToneOp } from "./image-op.ts";
import { byteOfSum, meanProduct, pillowBlend, product } from "./soft-float.ts";
import { GREY_WORD } from "./tone-reference.ts";

export const contrastOp: ToneOp = {
  name: "contrast",
  kind: "tone",
  about:
    "mean + factor · (v − mean), with the mean grey of the whole picture: Pillow's ImageEnhance.Contrast rounds the mean, torchvision's " +
    "adjust_contrast takes the unrounded mean of truncated greys. In u8 the result is truncated; floats follow torchvision. " +
    "For pictures of up to 2^24 pixels.",
  args: { factor: factorArg("0 is flat grey, 1 changes nothing, 2 is twice the contrast.") },
  peers: GREY_PEERS,
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: (args) => {
    const factor = number(args, "factor");
    const words = [f32(factor), f32(1 - factor), 0, 0, 0, 0, 0, 0];
    words[GREY_WORD] = peerOf(args, GREY_PEERS);
    return words;
  },
  encodeF32: (args) => [f32(number(args, "factor"))],
  table: (histogram, _channel, value, words) => {
    const total = greySum(histogram);
    const { pixels } = histogram;
    if (words[GREY_WORD] === GREY_TORCHVISION) {
      const other = words[1]!;
      return byteOfSum(product(words[0]!, value), meanProduct(other, total, pixels), other >>> 31 === 1);
    }
    // Pillow rounds the mean.
    const whole = Math.floor(total / pixels);
    const rest = total - whole * pixels;
    const mean = whole + (2 * rest >= pixels ? 1 : 0);
    return pillowBlend(mean, value, words[0]!);
  },
  f32: (v, words, stats) => blendF32(stats.meanGrey, v, asF32(words[0]!)),
};
