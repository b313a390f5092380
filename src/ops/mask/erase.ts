import { asF32, i32 } from "../../format/words.ts";
import { boxArg, byteOf, emptyBoxes, encodeBox, encodeFill, encodeFillF32, fillArg, filled, inBox, keyArg } from "../lib/box-fill.ts";
import { DEFAULT_MEAN, DEFAULT_STD, encodeNoise, fillNoise, noiseByte, noiseF32 } from "../lib/fill-noise.ts";
import type { Arg, Args, At, ColorOp, EncodeContext, Words } from "../op.ts";

/** What fills the box; ERASE_ALPHA is added where a constant has a fourth value. */
const CONSTANT = 0;
const CHANNEL = 1;
const PIXEL = 2;
const ALPHA = 4;

const levelsArg = (fallback: number[], about: string): Arg => ({
  type: "list",
  min: 0,
  max: 255,
  default: fallback,
  unit: "level 0..255",
  about,
});

export const eraseOp: ColorOp = {
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
      about: "What the box is filled with: `fill`, one noise value per channel, or one per pixel and channel.",
    },
    fill: fillArg,
    mean: levelsArg([DEFAULT_MEAN], "Of the noise: one value, or one per channel."),
    std: levelsArg([DEFAULT_STD], "Standard deviation of the noise: one value, or one per channel."),
    key: { ...keyArg, default: [0, 0] },
  },
  examples: () => [
    { box: [52, 44, 84, 84] },
    { box: [20, 24, 76, 60], mode: "channel", key: [1, 2] },
    { box: [20, 24, 76, 60], mode: "pixel", key: [1, 2] },
    { box: [12, 12, 84, 84], fill: [255, 120, 0] },
  ],
  laws: { floatsWithin: 1e-6, neutral: (picture) => emptyBoxes(picture).flatMap((args) => [args, { ...args, mode: "pixel" }]) },
  encode(args, context) {
    const fill = args.fill as number[];
    if (args.mode !== "constant") return encodeNoisyBox(args, context);
    const mode = CONSTANT | (fill.length > 3 ? ALPHA : 0);
    return [...encodeBox(args.box as number[], context), mode, encodeFill(fill, context.channels)];
  },
  encodeF32(args, context) {
    const fill = args.fill as number[];
    if (args.mode !== "constant") return encodeNoisyBox(args, context);
    const mode = CONSTANT | (fill.length > 3 ? ALPHA : 0);
    return [...encodeBox(args.box as number[], context), mode, 0, ...encodeFillF32(fill, context.channels)];
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
};

/** The box, the mode, the key, and mean and deviation of each channel in a word. */
function encodeNoisyBox(args: Args, context: EncodeContext): Words {
  const [k0, k1] = args.key as [number, number];
  const of = (levels: readonly number[], channel: number) => levels[context.channels === 1 ? 0 : Math.min(channel, levels.length - 1)]!;
  const noise = (channel: number) => encodeNoise(of(args.mean as number[], channel), of(args.std as number[], channel));
  return [
    ...encodeBox(args.box as number[], context),
    args.mode === "pixel" ? PIXEL : CHANNEL,
    i32(k0),
    i32(k1),
    noise(0),
    noise(1),
    noise(2),
  ];
}

/** A channel's noise in levels with 7 fractional bits. A picture of one channel has the same in all. */
function noiseAt(words: Words, { x, y, width, channels }: At): (channel: number) => number {
  const pixel = words[2] === PIXEL ? y * width + x : 0;
  return (channel) => fillNoise(words[3]!, words[4]!, pixel, channels === 1 ? 0 : channel, words[5 + channel]!);
}
