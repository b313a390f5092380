import type { Size } from "../../format/format.ts";
import { asF32, f32 } from "../../format/words.ts";
import * as constants from "../../generated/constants.ts";
import { gridMaskShader } from "../../generated/op-shaders.ts";
import type { GridMask } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import { encodeFill, encodeFillF32, fillArg, filled, keyArg } from "../lib/box-fill.ts";
import { DEFAULT_MEAN, DEFAULT_STD, encodeNoise, fillNoise, noiseByte, noiseF32 } from "../lib/fill-noise.ts";
import { cosDegrees, sinDegrees } from "../lib/trig.ts";
import type { Arg, At } from "../op.ts";

/** Stands in the last word of a call that fills with noise: there the constants' third f32, of 0 to 1, has no sign. */
const NOISY = constants.gridMask.GRID_NOISY;

const levelArg = (fallback: number) =>
  ({
    type: "number",
    min: 0,
    max: 255,
    default: fallback,
    unit: "level 0..255",
  }) as const satisfies Arg;

export const gridMaskOp = defineOp({
  kind: "mask",
  target: "hides",
  name: "gridMask",
  shader: gridMaskShader,
  about:
    "Square holes on a grid (Chen et al., 2020), as KerasCV's GridMask lays them: on a square canvas of side S = ceil(sqrt(H² + W²)), " +
    "whose middle is the picture, holes are [k u - d - ratio u, k u - d) on both axes, for a unit u and offsets d; then the canvas is turned " +
    "about its centre. KerasCV interpolates the turned mask and lets every touched pixel be a hole, so its holes grow; here a pixel is a " +
    "hole where its own position falls into one. The grid has no end, where KerasCV's may lack the last line in a far corner. An edge that " +
    "falls on a pixel to within 2^-20 of a unit counts as reached. Alpha is left alone. Noise is as in `erase`. For DALI's grid_mask see `fromDali`.",
  args: {
    unit: {
      type: "number",
      min: 1,
      max: 65535,
      unit: "pixels",
      about: "Side of a unit of the grid: a hole and the space to the next.",
    },
    ratio: {
      type: "number",
      min: 0,
      max: 1,
      identity: 0,
      unit: "share of a unit",
      about: "Side of a hole; 1 is all hole.",
    },
    offset: {
      type: "list",
      length: 2,
      min: -65535,
      max: 65535,
      default: [0, 0],
      unit: "pixels",
      about: "[dx, dy]: how far the holes are moved to the left and up.",
    },
    rotation: {
      type: "number",
      min: -360,
      max: 360,
      default: 0,
      unit: "degrees",
      about: "How far the grid is turned, counter-clockwise.",
    },
    mode: {
      type: "choice",
      values: ["constant", "pixel"],
      default: "constant",
      unit: "name",
      about: "What the holes are filled with: `fill`, or noise from N(mean, std), one value per pixel and channel.",
    },
    fill: { ...fillArg, about: "Of the holes: one value for all colour channels or one for each." },
    mean: { ...levelArg(DEFAULT_MEAN), about: "Of the noise, in every channel." },
    std: { ...levelArg(DEFAULT_STD), about: "Standard deviation of the noise, in every channel." },
    key: { ...keyArg, default: [0, 0] },
  },
  laws: { floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ unit: 32, ratio: 0.9 * magnitude }),
  hidden(args, size) {
    const grid = encodeGrid(args, size);
    return { hides: (x, y) => inHole(grid, { x, y }) };
  },
  encode(args, context) {
    const grid = encodeGrid(args, context);
    if (args.mode === "pixel") return { ...grid, ...encodeNoisyFill(args) };
    return { ...grid, key: [encodeFill(args.fill, context.channels), 0], noise: 0 };
  },
  encodeF32(args, context) {
    const grid = encodeGrid(args, context);
    if (args.mode === "pixel") return { ...grid, ...encodeNoisyFill(args) };
    const [red, green, blue] = encodeFillF32(args.fill, context.channels);
    return { ...grid, key: [f32(red), f32(green)], noise: f32(blue) };
  },
  u8(v, words, at) {
    if (!inHole(words, at)) return v;
    if (!isNoisy(words)) return filled(words.key[0], v[3]);
    const noise = noiseAt(words, at);
    return [noiseByte(noise(0)), noiseByte(noise(1)), noiseByte(noise(2)), v[3]];
  },
  f32(v, words, at) {
    if (!inHole(words, at)) return v;
    if (!isNoisy(words)) return [asF32(words.key[0]), asF32(words.key[1]), asF32(words.noise), v[3]];
    const noise = noiseAt(words, at);
    return [noiseF32(noise(0)), noiseF32(noise(1)), noiseF32(noise(2)), v[3]];
  },
});

/** The key, and mean and deviation in a word. */
function encodeNoisyFill({
  mean,
  std,
  key,
}: {
  mean: number;
  std: number;
  key: readonly [number, number];
}): Pick<GridMask, "key" | "noise"> {
  return { key, noise: encodeNoise(mean, std) | NOISY };
}

const isNoisy = ({ noise }: GridMask): boolean => (noise & NOISY) !== 0;

/** A channel's noise, in levels with 7 fractional bits. A picture of one channel has the same in all. */
function noiseAt({ key: [k0, k1], noise }: GridMask, { x, y, width, channels }: At): (channel: number) => number {
  return (channel) => fillNoise(k0, k1, y * width + x, channels === 1 ? 0 : channel, noise);
}

/** One unit of the grid: positions are counted in 2^-32 of it, and whole units fall away when a word overflows. */
const UNIT = 0x100000000;

interface Grid {
  readonly unit: number;
  readonly ratio: number;
  readonly offset: readonly [number, number];
  readonly rotation: number;
}

/**
 * Steps of the phase along a line and across it, the two phases of pixel (0, 0), and the phase (halved) where holes
 * begin.
 */
function encodeGrid({ unit, ratio, offset, rotation }: Grid, { width, height }: Size): Omit<GridMask, "key" | "noise"> {
  const side = canvasSide(width, height);
  const [cos, sin] = [cosDegrees(rotation), sinDegrees(rotation)];
  // From the canvas's centre; its pixels are at whole numbers, 0 .. side - 1.
  const centre = (side - 1) / 2;
  const [x, y] = [((side - width) >> 1) - centre, ((side - height) >> 1) - centre];
  // Rounding must not keep a pixel from an edge that it lies on: a step is off by up to 1/2, and there are up to 2 side
  // of them.
  const slack = 2 * side + 16;
  return {
    across: phase(cos / unit, 0),
    down: phase(sin / unit, 0),
    phase: [
      phase((cos * x - sin * y + centre + offset[0]) / unit, slack),
      phase((sin * x + cos * y + centre + offset[1]) / unit, slack),
    ],
    hole: Math.round((1 - ratio) * (UNIT / 2)),
  };
}

/** A number of units as a phase. */
function phase(units: number, slack: number): number {
  return Math.round((units - Math.floor(units)) * UNIT) + slack;
}

const canvasSide = (width: number, height: number): number => Math.ceil(Math.sqrt(width * width + height * height));

function inHole(
  { across: cos, down: sin, phase: [x0, y0], hole }: Omit<GridMask, "key" | "noise">,
  { x, y }: Pick<At, "x" | "y">,
): boolean {
  const across = (Math.imul(cos, x) - Math.imul(sin, y) + x0) >>> 1;
  const down = (Math.imul(sin, x) + Math.imul(cos, y) + y0) >>> 1;
  return across >= hole && down >= hole;
}

/**
 * Arguments that lay DALI's `grid_mask(tile, ratio, angle, shift_x, shift_y)`: holes [k tile, k tile + ratio tile) on
 * both axes of a grid that is turned about the first pixel and shifted.
 *
 * @param dali angle in radians, everything else in pixels
 */
export function fromDali(
  dali: { tile: number; ratio: number; angle: number; shiftX: number; shiftY: number },
  { width, height }: { width: number; height: number },
): { unit: number; ratio: number; offset: [number, number]; rotation: number } {
  const rotation = (dali.angle * 180) / Math.PI;
  const [cos, sin] = [cosDegrees(rotation), sinDegrees(rotation)];
  const side = canvasSide(width, height);
  const centre = (side - 1) / 2;
  const [x, y] = [((side - width) >> 1) - centre, ((side - height) >> 1) - centre];
  // Taken modulo the tile, so that the arguments stay small.
  const offset = (shift: number, first: number) => (-shift - dali.ratio * dali.tile - centre - first) % dali.tile;
  return {
    unit: dali.tile,
    ratio: dali.ratio,
    offset: [offset(dali.shiftX, cos * x - sin * y), offset(dali.shiftY, sin * x + cos * y)],
    rotation,
  };
}
