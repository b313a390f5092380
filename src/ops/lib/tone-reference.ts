/** What the tone kernel (shaders/tone.wgsl) finds out about a picture, on the CPU and in the same order. */

import type { Precision } from "../../format/format.ts";
import type { Histogram, Pixel, Stats } from "../op.ts";
import { clampUnit, fround } from "./fixed.ts";
import { greyF32, greyU8 } from "./grey.ts";
import { GREY, LEVELS } from "./histogram.ts";
import { CHANNEL_MEAN } from "./mean.ts";

const BYTE_SCALE = fround(255.999);

/** H × W × 4 values, as `Pixel` has them. */
interface Picture {
  height: number;
  width: number;
  channels: number;
  values: ArrayLike<number>;
}

const pixelAt = ({ values }: Picture, index: number): Pixel => [
  values[4 * index]!,
  values[4 * index + 1]!,
  values[4 * index + 2]!,
  values[4 * index + 3]!,
];

/** The level of a float, nominally 0..1. */
export const floatLevel = (x: number): number => Math.floor(fround(clampUnit(x) * BYTE_SCALE));

/** The picture's levels. Grey is counted for u8 only, by the weights of `meanOf` (see `mean.ts`). */
export function histogramOf(picture: Picture, meanOf: number, precision: Precision): Histogram {
  const pixels = picture.height * picture.width;
  const counts = [0, 1, 2, 3].map(() => new Uint32Array(LEVELS));
  const add = (channel: number, level: number) => {
    counts[channel]![level] = counts[channel]![level]! + 1;
  };
  for (let index = 0; index < pixels; index++) {
    const v = pixelAt(picture, index);
    for (const channel of [0, 1, 2] as const) add(channel, precision === "u8" ? v[channel] : floatLevel(v[channel]));
    if (precision === "u8") add(GREY, greyU8(v, meanOf, picture.channels));
  }
  return { pixels, counts };
}

/**
 * Smallest and largest values, and the means. Lane l takes the pixels l, l + 256, l + 512 …; then lane l takes over
 * lane l + 128's, l + 64's …: an order that does not depend on the adapter.
 */
export function statsOf(picture: Picture, meanOf: number): Stats {
  const pixels = picture.height * picture.width;
  const low: [number, number, number, number] = [...pixelAt(picture, 0)];
  const high: [number, number, number, number] = [...low];
  const sums = [0, 1, 2].map(() => new Float32Array(LEVELS));
  for (let index = 0; index < pixels; index++) {
    const v = pixelAt(picture, index);
    for (const channel of [0, 1, 2, 3] as const) {
      low[channel] = Math.min(low[channel], v[channel]);
      high[channel] = Math.max(high[channel], v[channel]);
    }
    for (const channel of [0, 1, 2] as const) {
      sums[channel]![index % LEVELS]! += meanOf === CHANNEL_MEAN ? v[channel] : greyF32(v, picture.channels);
    }
  }
  for (let reach = LEVELS / 2; reach > 0; reach >>= 1) {
    for (const lanes of sums) for (let lane = 0; lane < reach; lane++) lanes[lane]! += lanes[lane + reach]!;
  }
  const mean = (channel: number) => fround(sums[channel]![0]! / pixels);
  return { low, high, mean: [mean(0), mean(1), mean(2)] };
}
