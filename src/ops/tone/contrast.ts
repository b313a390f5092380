import { asF32, f32 } from "../../format/words.ts";
import { factorArg, number, peerOf } from "../lib/arg.ts";
import { blendF32 } from "../lib/fixed.ts";
import { GREY_PILLOW } from "../lib/grey.ts";
import { GREY, levelSum } from "../lib/histogram.ts";
import { CHANNEL_MEAN, MEAN_PEERS, MEAN_WORD } from "../lib/mean.ts";
import { byteOfSum, meanProduct, pillowBlend, product } from "../lib/soft-float.ts";
import type { ToneOp } from "../op.ts";

export const contrastOp: ToneOp = {
  name: "contrast",
  kind: "tone",
  about:
    "mean + factor · (v − mean), with a mean of the whole picture: Pillow's ImageEnhance.Contrast rounds the mean grey, torchvision's " +
    "adjust_contrast takes the unrounded mean of truncated greys, and KerasCV's and Keras 3's RandomContrast the mean of each channel. " +
    "In u8 the result is truncated; floats follow torchvision, or KerasCV where asked. For pictures of up to 2^24 pixels.",
  args: { factor: factorArg("0 is flat grey, 1 changes nothing, 2 is twice the contrast.") },
  peers: MEAN_PEERS,
  laws: { weighsGrey: true },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: (args) => {
    const factor = number(args, "factor");
    const words = [f32(factor), f32(1 - factor), 0, 0, 0, 0, 0, 0];
    words[MEAN_WORD] = peerOf(args, MEAN_PEERS);
    return words;
  },
  encodeF32: (args) => {
    const words = [f32(number(args, "factor")), 0, 0, 0, 0, 0, 0, 0];
    words[MEAN_WORD] = peerOf(args, MEAN_PEERS);
    return words;
  },
  table: (histogram, channel, value, words) => {
    const rule = words[MEAN_WORD]!;
    const total = levelSum(histogram, rule === CHANNEL_MEAN ? channel : GREY);
    const { pixels } = histogram;
    const isRounded = rule === GREY_PILLOW;
    if (!isRounded) {
      const other = words[1]!;
      return byteOfSum(product(words[0]!, value), meanProduct(other, total, pixels), other >>> 31 === 1);
    }
    const whole = Math.floor(total / pixels);
    const rest = total - whole * pixels;
    const mean = whole + (2 * rest >= pixels ? 1 : 0);
    return pillowBlend(mean, value, words[0]!);
  },
  f32: (v, words, stats) => blendF32(stats.mean, v, asF32(words[0]!)),
};
