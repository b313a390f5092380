import { asF32, f32 } from "../../format/words.ts";
import * as constants from "../../generated/constants.ts";
import { eraseShader } from "../../generated/op-shaders.ts";
import type { Erase } from "../../generated/op-words.ts";
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
  keyArg,
} from "../lib/box-fill.ts";
import { DEFAULT_MEAN, DEFAULT_STD, encodeNoise, fillNoise, noiseByte, noiseF32 } from "../lib/fill-noise.ts";
import type { Arg, At, EncodeContext } from "../op.ts";

/** What fills the box; ALPHA is added where a constant has a fourth value. */
const {
  ERASE_CONSTANT: CONSTANT,
  ERASE_CHANNEL: CHANNEL,
  ERASE_PIXEL: PIXEL,
  ERASE_MODE: MODE,
  ERASE_ALPHA: ALPHA,
} = constants.erase;

const levelsArg = (fallback: number[]) =>
  ({
    type: "list",
    min: 0,
    max: 255,
    default: fallback,
    unit: "level 0..255",
  }) as const satisfies Arg;

export const eraseOp = defineOp({
  kind: "mask",
  target: "hides",
  name: "erase",
  shader: eraseShader,
  about:
    "Fills a box: random erasing (Zhong et al., 2020). `constant` is torchvision's erase with a value; `channel` draws one colour for " +
    "the box and `pixel` one for every pixel, from N(mean, std), as timm's modes rand and pixel do on normalised pictures (there N(0, 1): " +
    "give 255 times the mean and std of the dataset). u8 noise is rounded and clipped; f32 noise is the same numbers in steps of " +
    "1/32640, not clipped. Alpha is left alone, unless a constant fill has a fourth value.",
  said: "box {box} erased",
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
    mean: { ...levelsArg([DEFAULT_MEAN]), about: "Of the noise: one value, or one per channel." },
    std: { ...levelsArg([DEFAULT_STD]), about: "Standard deviation of the noise: one value, or one per channel." },
    key: { ...keyArg, default: [0, 0] },
  },
  examples: () => [
    { box: [52, 44, 84, 84] },
    { box: [20, 24, 76, 60], mode: "channel", key: [1, 2] },
    { box: [20, 24, 76, 60], mode: "pixel", key: [1, 2] },
    { box: [12, 12, 84, 84], fill: [255, 120, 0] },
  ],
  laws: {
    floatsWithin: 1e-6,
    neutral: (picture) => emptyBoxes(picture).flatMap((args) => [args, { ...args, mode: "pixel" }]),
  },
  hidden: ({ box }, size) => ({ box: clippedBox(box, size) }),
  encode(args, context) {
    const { box, mode, fill } = args;
    if (mode !== "constant") return encodeNoisyBox(args, context);
    const bytes = encodeFill(fill, context.channels);
    return { ...encodeBox(box, context), mode: constantMode(fill), key: [bytes, 0], noise: [0, 0, 0] };
  },
  encodeF32(args, context) {
    const { box, mode, fill } = args;
    if (mode !== "constant") return encodeNoisyBox(args, context);
    const [red, green, blue, alpha] = encodeFillF32(fill, context.channels);
    return {
      ...encodeBox(box, context),
      mode: constantMode(fill),
      key: [f32(alpha), 0],
      noise: [f32(red), f32(green), f32(blue)],
    };
  },
  u8(v, words, at) {
    if (!inBox(words, at.x, at.y)) return v;
    if ((words.mode & MODE) === CONSTANT) {
      const [bytes] = words.key;
      return filled(bytes, (words.mode & ALPHA) !== 0 ? byteOf(bytes, 3) : v[3]);
    }
    const noise = noiseAt(words, at);
    return [noiseByte(noise(0)), noiseByte(noise(1)), noiseByte(noise(2)), v[3]];
  },
  f32(v, words, at) {
    if (!inBox(words, at.x, at.y)) return v;
    if ((words.mode & MODE) === CONSTANT) {
      const [red, green, blue] = words.noise;
      return [asF32(red), asF32(green), asF32(blue), (words.mode & ALPHA) !== 0 ? asF32(words.key[0]) : v[3]];
    }
    const noise = noiseAt(words, at);
    return [noiseF32(noise(0)), noiseF32(noise(1)), noiseF32(noise(2)), v[3]];
  },
});

const constantMode = (fill: readonly number[]): number => CONSTANT | (fill.length > 3 ? ALPHA : 0);

interface NoisyBox {
  readonly box: readonly number[];
  readonly mode: string;
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly key: readonly [number, number];
}

/** The box, the mode, the key, and mean and deviation of each channel in a word. */
function encodeNoisyBox({ box, mode, mean, std, key }: NoisyBox, context: EncodeContext): Erase {
  const of = (levels: readonly number[], channel: number) =>
    levels[context.channels === 1 ? 0 : Math.min(channel, levels.length - 1)]!;
  const noise = (channel: number) => encodeNoise(of(mean, channel), of(std, channel));
  return {
    ...encodeBox(box, context),
    mode: mode === "pixel" ? PIXEL : CHANNEL,
    key,
    noise: [noise(0), noise(1), noise(2)],
  };
}

/** A channel's noise in levels with 7 fractional bits. A picture of one channel has the same in all. */
function noiseAt({ mode, key: [k0, k1], noise }: Erase, { x, y, width, channels }: At): (channel: 0 | 1 | 2) => number {
  const pixel = mode === PIXEL ? y * width + x : 0;
  return (channel) => fillNoise(k0, k1, pixel, channels === 1 ? 0 : channel, noise[channel]);
}
