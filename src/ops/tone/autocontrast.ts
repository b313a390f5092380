import { InputError } from "../../check/errors.ts";
import { i32 } from "../../format/words.ts";
import { number, peerOf } from "../lib/arg.ts";
import { clampUnit, fround } from "../lib/fixed.ts";
import { levelOfRank } from "../lib/histogram.ts";
import { stretchF32, stretchF64 } from "../lib/stretch.ts";
import type { Arg, Args, EncodeContext, Histogram, Peer, ToneOp, Words } from "../op.ts";

const PEERS: readonly Peer[] = ["pillow", "torchvision"];
const TORCHVISION = 1;
/** The curve is none: entry 0 is the darkest level that the cut leaves, the others the brightest. */
const FLOAT = 2;

const cutoffArg = (end: string): Arg => ({
  type: "number",
  min: 0,
  max: 49,
  default: 0,
  unit: "percent of the pixels",
  about: `How many of the ${end} pixels count as clipped before the range is taken.`,
});

/** Which arithmetic, and how many pixels to cut off at each end: Pillow's N · cutoff ÷ 100. */
function encode(args: Args, { height, width }: EncodeContext, arithmetic: number): Words {
  const cut = (name: string) => i32(Math.floor((height * width * number(args, name)) / 100));
  return [arithmetic, cut("cutoffLow"), cut("cutoffHigh")];
}

function level(histogram: Histogram, channel: number, value: number, words: Words): number {
  const low = levelOfRank(histogram, channel, words[1]! + 1);
  const high = levelOfRank(histogram, channel, histogram.pixels - words[2]!);
  if (words[0] === FLOAT) return value === 0 ? low : high;
  if (high <= low) return value;
  if (value <= low) return 0;
  if (value > high) return 255;
  if (words[0] === TORCHVISION) return stretchF32(value - low, high - low);
  return stretchF64(low, high, value);
}

export const autocontrastOp: ToneOp = {
  name: "autocontrast",
  kind: "tone",
  about:
    "Stretches each channel so that its darkest level becomes 0 and its brightest 255. Pillow computes in f64 and can cut off a share of " +
    "the pixels first, torchvision computes in f32 and cannot; both are followed to the byte (and both sometimes make 254 of the " +
    "brightest). A channel of one level stays. Floats follow torchvision; a cutoff is found there among 256 levels.",
  args: { cutoffLow: cutoffArg("darkest"), cutoffHigh: cutoffArg("brightest") },
  peers: PEERS,
  examples: () => [{}, { cutoffLow: 5, cutoffHigh: 5 }, { cutoffLow: 15, cutoffHigh: 15 }, { cutoffLow: 30, cutoffHigh: 30 }],
  laws: { neutral: "none", jumps: true, floatsWithin: 1e-6 },
  encode: (args, context) => {
    const peer = peerOf(args, PEERS);
    if (peer === TORCHVISION && (number(args, "cutoffLow") > 0 || number(args, "cutoffHigh") > 0))
      throw new InputError("autocontrast.peer", "pillow where there is a cutoff", "torchvision");
    return encode(args, context, peer);
  },
  encodeF32: (args, context) => encode(args, context, FLOAT),
  table: level,
  f32: (v, words, stats, histogram) => {
    const stretch = (c: 0 | 1 | 2) => {
      const low = words[1]! > 0 ? fround(level(histogram, c, 0, words) / 255) : stats.low[c];
      const high = words[2]! > 0 ? fround(level(histogram, c, 255, words) / 255) : stats.high[c];
      if (high <= low) return v[c];
      const scale = fround(1 / fround(high - low));
      return clampUnit(fround(fround(v[c] - low) * scale));
    };
    return [stretch(0), stretch(1), stretch(2), v[3]];
  },
};
