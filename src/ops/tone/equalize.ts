import { InputError } from "../../check/errors.ts";
import * as constants from "../../generated/constants.ts";
import { equalizeShader } from "../../generated/op-shaders.ts";
import type { Equalize } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";
import { countBelow, LEVELS, lastLevel } from "../lib/histogram.ts";
import { floatLevel } from "../lib/tone-reference.ts";
import type { Histogram, Peer } from "../op.ts";

const PEERS = ["pillow", "torchvision", "kerascv"] as const satisfies Peer[];
const { EQUALIZE_PILLOW: PILLOW, EQUALIZE_KERASCV: KERASCV } = constants.equalize;

function encode({ bins, peer }: { readonly bins: number; readonly peer: (typeof PEERS)[number] }): Equalize {
  const isKerasCv = peer === "kerascv";
  if (bins !== LEVELS && !isKerasCv) throw new InputError("equalize.bins", `${LEVELS}, or peer "kerascv"`, bins);
  return { rule: isKerasCv ? KERASCV : PILLOW, bins };
}

/** What a channel's levels become. */
function curveOf(histogram: Histogram, channel: number, { rule, bins }: Equalize): number[] {
  const values = Array.from({ length: LEVELS }, (_, value) => value);
  if (rule === KERASCV) {
    const share = Math.floor((histogram.pixels - leastCount(histogram, channel, bins)) / (bins - 1));
    return share === 0 ? values : values.map((value) => levelByBins(histogram, channel, value, { bins, share }));
  }
  const share = Math.floor((histogram.pixels - histogram.counts[channel]![lastLevel(histogram, channel)]!) / 255);
  if (share === 0) return values;
  return values.map((value) =>
    Math.min(Math.floor((countBelow(histogram, channel, value) + (share >> 1)) / share), 255),
  );
}

/** KerasCV's rule: the count left out is the smallest of a bin that is not empty, and bins may be fewer than levels. */
function levelByBins(
  histogram: Histogram,
  channel: number,
  value: number,
  { bins, share }: { bins: number; share: number },
): number {
  const bin = Math.min(Math.floor((value * bins) / 255), bins - 1);
  const equal = Math.min(
    Math.floor((countBelow(histogram, channel, firstLevel(bin, bins)) + (share >> 1)) / share),
    bins - 1,
  );
  return Math.floor((equal * 255 + ((bins - 1) >> 1)) / (bins - 1));
}

/** The smallest count of a bin that is not empty. */
function leastCount(histogram: Histogram, channel: number, bins: number): number {
  let least = histogram.pixels;
  for (let bin = 0; bin < bins; bin++) {
    const count =
      countBelow(histogram, channel, firstLevel(bin + 1, bins)) - countBelow(histogram, channel, firstLevel(bin, bins));
    if (count > 0) least = Math.min(least, count);
  }
  return least;
}

/** The lowest level of a bin; 256 behind the last. */
const firstLevel = (bin: number, bins: number): number =>
  bin === bins ? LEVELS : Math.floor((bin * 255 + bins - 1) / bins);

/** The curves of the last histogram: the reference asks for every level, and that of floats for every pixel. */
let last: { histogram: Histogram; words: Equalize; curves: number[][] } | undefined;

function curvesOf(histogram: Histogram, words: Equalize): number[][] {
  if (last?.histogram !== histogram || last.words !== words) {
    last = { histogram, words, curves: [0, 1, 2].map((channel) => curveOf(histogram, channel, words)) };
  }
  return last.curves;
}

export const equalizeOp = defineOp({
  name: "equalize",
  kind: "tone",
  target: "nothing",
  shader: equalizeShader,
  about:
    "A level curve for each channel that makes its histogram flat. Pillow and torchvision agree: step = (N − the count of the highest " +
    "level that occurs) ÷ 255, v becomes (pixels below v + step ÷ 2) ÷ step. KerasCV takes away the smallest count instead, and has " +
    "`bins`; where these are fewer than 256 the result is spread over 0..255 (KerasCV leaves it at 0..bins − 1, and reads past its table). " +
    "Floats are equalised in 256 levels.",
  args: {
    bins: {
      type: "integer",
      min: 2,
      max: 256,
      default: 256,
      unit: "bins",
      about: "Bins of the histogram: fewer than 256 only for peer kerascv.",
    },
  },
  peers: PEERS,
  examples: () => [{}, ...[64, 16, 4].map((bins) => ({ bins, peer: "kerascv" }))],
  laws: { jumps: true, neutral: "none" },
  encode,
  encodeF32: encode,
  table: (histogram, channel, value, words) => curvesOf(histogram, words)[channel]![value]!,
  f32: (v, words, _stats, histogram) => {
    const curves = curvesOf(histogram, words);
    const equal = (c: 0 | 1 | 2) => fround(curves[c]![floatLevel(v[c])]! / 255);
    return [equal(0), equal(1), equal(2), v[3]];
  },
});
