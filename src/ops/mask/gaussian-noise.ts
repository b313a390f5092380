import { gaussianNoiseShader } from "../../generated/op-shaders.ts";
import type { GaussianNoise } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import { keyArg } from "../lib/box-fill.ts";
import { clampByte, clampUnit, fround } from "../lib/fixed.ts";
import { noiseWord, normal12 } from "../lib/normal.ts";
import type { At } from "../op.ts";

/** Fractional bits of the deviation and of the noise. */
const LEVEL_BITS = 8;
/** One level of 255 in f32 noise. */
const NOISE_UNIT = fround(1 / (255 << LEVEL_BITS));

export const gaussianNoiseOp = defineOp({
  kind: "mask",
  target: "nothing",
  name: "gaussianNoise",
  shader: gaussianNoiseShader,
  about:
    "Adds noise from N(0, std) to every pixel and colour channel, independently, and clips: torchvision's GaussianNoise. u8 is rounded; " +
    "f32 adds the same numbers in steps of 1/65280. A picture of one channel keeps equal channels; alpha is left alone.",
  said: "Gaussian noise of {std}",
  args: {
    std: {
      type: "number",
      min: 0,
      max: 255,
      identity: 0,
      unit: "level 0..255",
      about: "Standard deviation of the noise, in steps of 1/256.",
    },
    key: keyArg,
  },
  laws: { floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ std: 50 * magnitude, key: [0, 0] }),
  encode,
  encodeF32: encode,
  u8(v, words, at) {
    const add = (channel: 0 | 1 | 2) => clampByte(v[channel] + ((noiseAt(words, at, channel) + 128) >> LEVEL_BITS));
    return [add(0), add(1), add(2), v[3]];
  },
  f32(v, words, at) {
    const add = (channel: 0 | 1 | 2) =>
      clampUnit(fround(v[channel] + fround(noiseAt(words, at, channel) * NOISE_UNIT)));
    return [add(0), add(1), add(2), v[3]];
  },
});

function encode({ std, key }: { readonly std: number; readonly key: readonly [number, number] }): GaussianNoise {
  return { key, deviation: Math.round(std * (1 << LEVEL_BITS)) };
}

/** In levels with 8 fractional bits. */
function noiseAt({ key: [k0, k1], deviation }: GaussianNoise, { x, y, width, channels }: At, channel: number): number {
  const word = noiseWord(k0, k1, y * width + x, channels === 1 ? 0 : channel);
  return (Math.imul(deviation, normal12(word)) + 2048) >> 12;
}
