/** Noise that fills what a mask drops, as `shaders/lib/fill_noise.wgsl` makes it. */
import { clampByte } from "./fixed.ts";
import { noiseWord, normal12 } from "./normal.ts";

/** Fractional bits of mean, deviation and noise. */
const LEVEL_BITS = 7;
/** One level of 255 in f32 noise. */
const NOISE_UNIT = Math.fround(1 / (255 << LEVEL_BITS));

export const DEFAULT_MEAN = 127.5;
export const DEFAULT_STD = 63.75;

/** Mean and deviation, levels of 0 to 255, in a word whose bits 15 and 31 stay free. */
export function encodeNoise(mean: number, std: number): number {
  const fixed = (level: number) => Math.round(level * (1 << LEVEL_BITS));
  return fixed(mean) | (fixed(std) << 16);
}

/** A pixel's noise in a channel, in levels with 7 fractional bits. @param noise a word of `encodeNoise` */
export function fillNoise(k0: number, k1: number, pixel: number, channel: number, noise: number): number {
  const word = noiseWord(k0, k1, pixel, channel);
  return (noise & 0x7fff) + ((Math.imul((noise >>> 16) & 0x7fff, normal12(word)) + 2048) >> 12);
}

/** Rounded and clipped. */
export const noiseByte = (noise: number): number => clampByte((noise + (1 << (LEVEL_BITS - 1))) >> LEVEL_BITS);
/** Not clipped. */
export const noiseF32 = (noise: number): number => Math.fround(noise * NOISE_UNIT);
