/**
 * Pillow's GaussianBlur on bytes: per direction three "extended" box blurs, whose outermost pixels count with a
 * fraction (Gwosdek, Grewenig, Bruhn, Weickert, "Theoretical foundations of Gaussian convolution by extended box
 * filtering", SSVM 2011). Every one of the six rounds to bytes, so it cannot be one convolution: a pixel is made from
 * the window of 6 R + 1 squared pixels that can reach it, R = 1 .. 3 being the reach of one box.
 * `shaders/lib/box_blur.wgsl` is this file line by line.
 */
import { InputError } from "../../check/errors.ts";
import * as constants from "../../generated/constants.ts";
import type { GaussianBlur } from "../../generated/op-words.ts";
import type { At, Fetch, Pixel } from "../op.ts";
import { fround } from "./fixed.ts";

const { BOX_PASSES: PASSES, BOX_HALF: HALF } = constants.boxBlur;
/** Pillow's weights have 24 fractional bits. */
const ONE = 1 << 24;
/** Where R is 3 at most: it would be 4 from 3.46 on. */
const MAX_SIGMA = 3.4;

/** The box of a standard deviation: pixels each way that count in full, and the length of the whole box. */
function lengthOf(sigma: number): { radius: number; length: number } {
  // Pillow computes all of this in f32.
  const variance = fround(fround(fround(sigma) * fround(sigma)) / PASSES);
  const radius = Math.floor((fround(Math.sqrt(12 * variance + 1)) - 1) / 2);
  const above = fround((2 * radius + 1) * fround(radius * (radius + 1) - fround(3 * variance)));
  const below = fround(6 * fround(variance - (radius + 1) * (radius + 1)));
  const real = fround(radius + fround(above / below));
  return { radius: Math.trunc(real), length: fround(fround(real * 2) + 1) };
}

/** One box as weights of sum 1. */
export function boxOf(sigma: number): number[] {
  const { radius, length } = lengthOf(sigma);
  const edge = (1 - (2 * radius + 1) / length) / 2;
  return [edge, ...new Array<number>(2 * radius + 1).fill(1 / length), edge];
}

/** How far a box reaches and its two weights in 2^-24, down and across. */
type Boxes = Pick<GaussianBlur, "down" | "across" | "boxDown" | "boxAcross">;

export function encodeBoxBlur(sigmas: readonly [number, number]): Boxes {
  const box = (sigma: number): { reach: number; weights: [number, number] } => {
    if (sigma > MAX_SIGMA) throw new InputError("sigma", `at most ${MAX_SIGMA} with peer "pillow"`, sigma);
    const { radius, length } = lengthOf(sigma);
    const ww = Math.trunc(fround(ONE / length));
    return { reach: radius + 1, weights: [ww, Math.floor((ONE - (2 * radius + 1) * ww) / 2)] };
  };
  const [down, across] = [box(sigmas[0]), box(sigmas[1])];
  return { down: down.reach, across: across.reach, boxDown: down.weights, boxAcross: across.weights };
}

/** The pixel after three boxes across and three down. */
export function boxBlurPixel(fetch: Fetch, { down, across, boxDown, boxAcross }: Boxes, at: At): Pixel {
  const column: Pixel[] = [];
  for (let j = 0; j <= 6 * down; j++) {
    const line: Pixel[] = [];
    for (let i = 0; i <= 6 * across; i++) line.push(fetch(at.x + i - 3 * across, at.y + j - 3 * down));
    column.push(blurLine(line, across, at.x, at.width, boxAcross));
  }
  return blurLine(column, down, at.y, at.height, boxDown);
}

/** Blurs a window around `position` of a line of `size` pixels thrice; only its centre is left then. */
function blurLine(
  line: Pixel[],
  reach: number,
  position: number,
  size: number,
  [ww, fw]: readonly [number, number],
): Pixel {
  // A window position outside of the picture repeats what its edge became in the pass before.
  const first = 3 * reach - position;
  for (let pass = 1; pass <= PASSES; pass++) {
    const next = [...line];
    for (let i = pass * reach; i <= 6 * reach - pass * reach; i++) {
      next[i] = boxAt(line, Math.min(Math.max(i, first), first + size - 1), reach, ww, fw);
    }
    line = next;
  }
  return line[3 * reach]!;
}

function boxAt(line: readonly Pixel[], i: number, reach: number, ww: number, fw: number): Pixel {
  const sum = [0, 0, 0, 0];
  for (let k = 1 - reach; k < reach; k++) {
    for (let channel = 0; channel < 4; channel++) sum[channel]! += line[i + k]![channel]!;
  }
  const far = line[i - reach]!.map((value, channel) => value + line[i + reach]![channel]!);
  return sum.map((value, channel) => (value * ww + far[channel]! * fw + HALF) >>> 24) as unknown as Pixel;
}
