import { asF32, i32 } from "../../format/words.ts";
import { boxArg, byteOf, encodeBox, encodeFill, encodeFillF32, fillArg, filled, inBox, keyArg } from "../lib/box-fill.ts";
import { DEFAULT_MEAN, DEFAULT_STD, encodeNoise, fillNoise, noiseByte, noiseF32 } from "../lib/fill-noise.ts";
import { type Arg, type At, defineOp, type EncodeContext, type Words } from "../op.ts";

/** What fills the box; ERASE_ALPHA is added where a constant has a fourth value. */
const CONSTANT = 0;
const CHANNEL = 1;
const PIXEL = 2;
const ALPHA = 4;

const levelsArg = (fallback: number[], about: string) =>
  ({
    type: "list",
    min: 0,
    max: 255,
    default: fallback,
    unit: "level 0..255",
    about,
  }) as const satisfies Arg;

export const eraseOp = defineOp({
  kind: "mask",
  name: "erase",
  about:
    "Fills a box: random erasing (Zhong et al., 2020). `constant` is torchvision's erase with a value; `channel` draws one colour for " +
    "the box and `pixel` one for every pixel, from N(mean, std), as timm's modes rand and pixel do on normalised pictures (there N(0, 1): " +
    "give 255 times the mean and std of the dataset). u8 noise is rounded and clipped; f32 noise is the same numbers in steps of " +
    "1/32640, not clipped. Alpha is left alone, unless a constant fill has a fourth value.",
  args: {
    box: boxArg,
    mode: {
      type: "choice",
      values: ["constant", "channel", "pixel"],
      default: "constant",
      unit: "name",
      about: "What the box is filled with: `fill`, one noise value a channel, or one a pixel and channel.",
    },
    fill: fillArg,
    mean: levelsArg([DEFAULT_MEAN], "Of the noise: one value, or one a channel."),
    std: levelsArg([DEFAULT_STD], "Standard deviation of the noise: one value, or one a channel."),
    key: { ...keyArg, default: [0, 0] },
  },
  encode(args, context) {
    const fill = args.fill;
    if (args.mode !== "constant") return encodeNoisyBox(args, context);
    const mode = CONSTANT | (fill.length > 3 ? ALPHA : 0);
    return [...encodeBox(args.box, context), mode, encodeFill(fill, context.channels)];
  },
  encodeF32(args, context) {
    const fill = args.fill;
    if (args.mode !== "constant") return encodeNoisyBox(args, context);
    const mode = CONSTANT | (fill.length > 3 ? ALPHA : 0);
    return [...encodeBox(args.box, context), mode, 0, ...encodeFillF32(fill, context.channels)];
  },
  u8(v, words, at) {
    if (!inBox(words[0]!, words[1]!, at.x, at.y)) return v;
    const mode = words[2]!;
    if ((mode & 3) === CONSTANT) return filled(words[3]!, (mode & ALPHA) !== 0 ? byteOf(words[3]!, 3) : v[3]);
    const noise = noiseAt(words, at);
    return [noiseByte(noise(0)), noiseByte(noise(1)), noiseByte(noise(2)), v[3]];
  },
  f32(v, words, at) {
    if (!inBox(words[0]!, words[1]!, at.x, at.y)) return v;
    const mode = words[2]!;
    if ((mode & 3) === CONSTANT) {
      return [asF32(words[4]!), asF32(words[5]!), asF32(words[6]!), (mode & ALPHA) !== 0 ? asF32(words[7]!) : v[3]];
    }
    const noise = noiseAt(words, at);
    return [noiseF32(noise(0)), noiseF32(noise(1)), noiseF32(noise(2)), v[3]];
  },
});

interface NoisyBox {
  readonly box: readonly number[];
  readonly mode: string;
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly key: readonly [number, number];
}

/** The box, the mode, the key, and mean and deviation of each channel in a word. */
function encodeNoisyBox({ box, mode, mean, std, key: [k0, k1] }: NoisyBox, context: EncodeContext): Words {
  const of = (levels: readonly number[], channel: number) => levels[context.channels === 1 ? 0 : Math.min(channel, levels.length - 1)]!;
  const noise = (channel: number) => encodeNoise(of(mean, channel), of(std, channel));
  return [...encodeBox(box, context), mode === "pixel" ? PIXEL : CHANNEL, i32(k0), i32(k1), noise(0), noise(1), noise(2)];
}

/** A channel's noise in levels with 7 fractional bits. A picture of one channel has the same in all. */
function noiseAt(words: Words, { x, y, width, channels }: At): (channel: number) => number {
  const pixel = words[2] === PIXEL ? y * width + x : 0;
  return (channel) => fillNoise(words[3]!, words[4]!, pixel, channels === 1 ? 0 : channel, words[5 + channel]!);
}
