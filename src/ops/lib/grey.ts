/** The grey of a pixel, as in shaders/lib/grey.wgsl. A picture of one channel is grey already, whatever the weights. */

import * as constants from "../../generated/constants.ts";
import type { Peer, Pixel } from "../op.ts";
import { fround } from "./fixed.ts";

export const { GREY_PILLOW, GREY_TORCHVISION } = constants.grey;

/** Whose weights and rounding. */
export const GREY_PEERS = ["pillow", "torchvision"] as const satisfies Peer[];

/** The number by which the shaders know it. */
export const greyOf = (peer: (typeof GREY_PEERS)[number]): number =>
  peer === "torchvision" ? GREY_TORCHVISION : GREY_PILLOW;

/** Pillow rounds, torchvision truncates; its weights sum to 0.9999. */
export function greyU8(v: Pixel, weights: number, channels: number): number {
  if (channels === 1) return v[0];
  if (weights === GREY_TORCHVISION) return Math.trunc((2989 * v[0] + 5870 * v[1] + 1140 * v[2]) / 10000);
  return (19595 * v[0] + 38470 * v[1] + 7471 * v[2] + 32768) >> 16;
}

const RED = fround(0.2989);
const GREEN = fround(0.587);
const BLUE = fround(0.114);

/** torchvision's, not rounded: 0.2989 R + 0.587 G + 0.114 B. */
export function greyF32(v: Pixel, channels: number): number {
  if (channels === 1) return v[0];
  return fround(fround(fround(RED * v[0]) + fround(GREEN * v[1])) + fround(BLUE * v[2]));
}
