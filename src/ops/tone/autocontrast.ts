import { InputError } from "../../check/errors.ts";
import * as constants from "../../generated/constants.ts";
import { autocontrastShader } from "../../generated/op-shaders.ts";
import type { Autocontrast } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import { clampUnit, fround } from "../lib/fixed.ts";
import { levelOfRank } from "../lib/histogram.ts";
import { stretchF32, stretchF64 } from "../lib/stretch.ts";
import type { Arg, EncodeContext, Histogram, Peer } from "../op.ts";

const PEERS = ["pillow", "torchvision"] as const satisfies Peer[];
/** Of FLOAT the curve is none: entry 0 is the darkest level that the cut leaves, the others the brightest. */
const {
  AUTOCONTRAST_PILLOW: PILLOW,
  AUTOCONTRAST_TORCHVISION: TORCHVISION,
  AUTOCONTRAST_FLOAT: FLOAT,
} = constants.autocontrast;

const cutoffArg = (end: string) =>
  ({
    type: "number",
    min: 0,
    max: 49,
    default: 0,
    unit: "percent of the pixels",
    about: `How many of the ${end} pixels count as clipped before the range is taken.`,
  }) as const satisfies Arg;

/** Which arithmetic, and how many pixels to cut off at each end: Pillow's N · cutoff ÷ 100. */
function encode(
  { cutoffLow, cutoffHigh }: { readonly cutoffLow: number; readonly cutoffHigh: number },
  { height, width }: EncodeContext,
  arithmetic: number,
): Autocontrast {
  const cut = (percent: number) => Math.floor((height * width * percent) / 100);
  return { arithmetic, cutLow: cut(cutoffLow), cutHigh: cut(cutoffHigh) };
}

function level(histogram: Histogram, channel: number, value: number, words: Autocontrast): number {
  const low = levelOfRank(histogram, channel, words.cutLow + 1);
  const high = levelOfRank(histogram, channel, histogram.pixels - words.cutHigh);
  if (words.arithmetic === FLOAT) return value === 0 ? low : high;
  if (high <= low) return value;
  if (value <= low) return 0;
  if (value > high) return 255;
  if (words.arithmetic === TORCHVISION) return stretchF32(value - low, high - low);
  return stretchF64(low, high, value);
}

export const autocontrastOp = defineOp({
  name: "autocontrast",
  kind: "tone",
  target: "nothing",
  shader: autocontrastShader,
  about:
    "Stretches each channel so that its darkest level becomes 0 and its brightest 255. Pillow computes in f64 and can cut off a share of " +
    "the pixels first, torchvision computes in f32 and cannot; both are followed to the byte (and both sometimes make 254 of the " +
    "brightest). A channel of one level stays. Floats follow torchvision; a cutoff is found there among 256 levels.",
  args: { cutoffLow: cutoffArg("darkest"), cutoffHigh: cutoffArg("brightest") },
  peers: PEERS,
  examples: () => [
    {},
    { cutoffLow: 5, cutoffHigh: 5 },
    { cutoffLow: 15, cutoffHigh: 15 },
    { cutoffLow: 30, cutoffHigh: 30 },
  ],
  laws: { neutral: "none", jumps: true, floatsWithin: 1e-6 },
  encode: (args, context) => {
    const isTorch = args.peer === "torchvision";
    if (isTorch && (args.cutoffLow > 0 || args.cutoffHigh > 0))
      throw new InputError("autocontrast.peer", "pillow where there is a cutoff", "torchvision");
    return encode(args, context, isTorch ? TORCHVISION : PILLOW);
  },
  encodeF32: (args, context) => encode(args, context, FLOAT),
  table: level,
  f32: (v, words, stats, histogram) => {
    const stretch = (c: 0 | 1 | 2) => {
      const low = words.cutLow > 0 ? fround(level(histogram, c, 0, words) / 255) : stats.low[c];
      const high = words.cutHigh > 0 ? fround(level(histogram, c, 255, words) / 255) : stats.high[c];
      if (high <= low) return v[c];
      const scale = fround(1 / fround(high - low));
      return clampUnit(fround(fround(v[c] - low) * scale));
    };
    return [stretch(0), stretch(1), stretch(2), v[3]];
  },
});
