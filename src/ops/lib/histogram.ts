/** Questions to a histogram, as shaders/lib/histogram.wgsl answers them in the tone kernel. */
import * as constants from "../../generated/constants.ts";
import type { Histogram } from "../op.ts";

export const { LEVELS } = constants.histogram;

/** Beside the channels 0, 1, 2. */
export const GREY = 3;

/** Each histogram's sums, made once: sums[c][v] are the pixels of level v or below. */
const sumsOf = new WeakMap<Histogram, Uint32Array[]>();

function sums(histogram: Histogram, channel: number): Uint32Array {
  let known = sumsOf.get(histogram);
  if (!known) {
    known = histogram.counts.map((counts) => {
      let sum = 0;
      return counts.map((count) => (sum += count));
    });
    sumsOf.set(histogram, known);
  }
  return known[channel]!;
}

/** Pixels below this level, 0..256. */
export function countBelow(histogram: Histogram, channel: number, level: number): number {
  return level === 0 ? 0 : sums(histogram, channel)[level - 1]!;
}

/** The level of the pixel that is `rank`-th (from 1) when they are sorted. */
export function levelOfRank(histogram: Histogram, channel: number, rank: number): number {
  return sums(histogram, channel).findIndex((sum) => sum >= rank);
}

/** The highest level that occurs. */
export function lastLevel({ counts }: Histogram, channel: number): number {
  return counts[channel]!.findLastIndex((count) => count > 0);
}

/** Each histogram's sum of the levels of all pixels, by channel: a curve asks for it 256 times. */
const levelSums = new WeakMap<Histogram, number[]>();

/** Sum of the levels of all pixels. */
export function levelSum(histogram: Histogram, channel: number): number {
  let known = levelSums.get(histogram);
  if (!known) {
    known = histogram.counts.map((counts) => counts.reduce((sum, count, level) => sum + count * level, 0));
    levelSums.set(histogram, known);
  }
  return known[channel]!;
}
