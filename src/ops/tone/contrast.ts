import { f32 } from "../../format/words.ts";
import { contrastShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { factorArg } from "../lib/arg.ts";
import { blendF32 } from "../lib/fixed.ts";
import { GREY_PILLOW } from "../lib/grey.ts";
import { GREY, levelSum } from "../lib/histogram.ts";
import { CHANNEL_MEAN, MEAN_PEERS, meanOf } from "../lib/mean.ts";
import { byteOfSum, meanProduct, pillowBlend, product } from "../lib/soft-float.ts";

export const contrastOp = defineOp({
  name: "contrast",
  kind: "tone",
  from: "mean",
  target: "nothing",
  shader: contrastShader,
  about:
    "mean + factor · (v − mean), with a mean of the whole picture: Pillow's ImageEnhance.Contrast rounds the mean grey, torchvision's " +
    "adjust_contrast takes the unrounded mean of truncated greys, and KerasCV's and Keras 3's RandomContrast the mean of each channel. " +
    "In u8 the result is truncated; floats follow torchvision, or KerasCV where asked. For pictures of up to 2^24 pixels.",
  args: { factor: { ...factorArg, about: "0 is flat grey, 1 changes nothing, 2 is twice the contrast." } },
  peers: MEAN_PEERS,
  laws: { weighsGrey: true },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: ({ factor, peer }) => ({ meanOf: meanOf(peer), factor: f32(factor), other: f32(1 - factor) }),
  encodeF32: ({ factor, peer }) => ({ meanOf: meanOf(peer), factor }),
  table: (histogram, channel, value, { meanOf: rule, factor, other }) => {
    const total = levelSum(histogram, rule === CHANNEL_MEAN ? channel : GREY);
    const { pixels } = histogram;
    if (rule !== GREY_PILLOW)
      return byteOfSum(product(factor, value), meanProduct(other, total, pixels), other >>> 31 === 1);
    const whole = Math.floor(total / pixels);
    const rest = total - whole * pixels;
    const mean = whole + (2 * rest >= pixels ? 1 : 0);
    return pillowBlend(mean, value, factor);
  },
  f32: (v, { factor }, stats) => blendF32(stats.mean, v, factor),
});
