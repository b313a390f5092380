/** A pixel of a warped u8 picture, in integers only: `shaders/lib/warp_u8.wgsl`, line by line. */
import * as constants from "../../generated/constants.ts";
import type { At, Fetch, Pixel, Place } from "../op.ts";
import {
  type Axes,
  acrossOf,
  averageSpan,
  averageWeight,
  type Corner,
  cornerOf,
  downOf,
  fraction12,
  isAverageInside,
  isOn,
  tapOn,
} from "./warp-place.ts";
import type { Size, WarpWords } from "./warp-words.ts";

const {
  BILINEAR,
  BORDER_FADE,
  BORDER_SHIFT,
  FRACTION_MASK,
  INSIDE,
  INTERPOLATION_SHIFT,
  KIND_AVERAGE,
  KIND_SHIFT,
  NEAREST,
  TORCHVISION,
} = constants.warpPlace;

export { warpPixelF32 } from "./warp-reference-f32.ts";

/**
 * The pixel at `at` of a u8 picture warped by `words` (see `encodeWarp`) from a picture of size `size`, of which
 * `fetch` reads a pixel; `place` is where.
 */
export function warpPixelU8(words: WarpWords, place: Place, fetch: Fetch, at: At, size: Size): Pixel {
  const { flags } = words;
  const { fill } = words;
  const across = acrossOf(words, size);
  const down = downOf(words, size);
  if (((flags >>> KIND_SHIFT) & 3) === KIND_AVERAGE) return averageU8(words, fetch, at, { across, down }, fill);
  const bits = flags & FRACTION_MASK;
  if (!place.valid || ((flags & INSIDE) !== 0 && !(isOn(across, place.x, bits) && isOn(down, place.y, bits))))
    return fill;
  const interpolation = (flags >>> INTERPOLATION_SHIFT) & 3;
  if (interpolation === NEAREST) {
    return fetch(tapOn(across, place.x >> bits, 1).index, tapOn(down, place.y >> bits, 1).index);
  }
  const corner: Corner = { x: cornerOf(place.x, bits), y: cornerOf(place.y, bits), bits };
  if (interpolation === BILINEAR) return bilinearU8(fetch, { across, down }, corner, fill);
  return bicubicU8(fetch, { across, down }, corner, fill);
}

/** Four channels, each made of its index. */
const four = (make: (c: number) => number): Pixel => [make(0), make(1), make(2), make(3)];

/* ------------------------------------------------------------------ bilinear */

/**
 * Weights of 12 bits in each direction, so a sum has 24 below the point: 255 in full and the rounding half fit in 32.
 */
function bilinearU8(fetch: Fetch, { across, down }: Axes, { x, y, bits }: Corner, fill: Pixel): Pixel {
  const flags = across.flags;
  const fx = fraction12(x, bits);
  const fy = fraction12(y, bits);
  const left = tapOn(across, x >> bits, 4096 - fx);
  const right = tapOn(across, (x >> bits) + 1, fx);
  const top = tapOn(down, y >> bits, 4096 - fy);
  const bottom = tapOn(down, (y >> bits) + 1, fy);
  const upper = [fetch(left.index, top.index), fetch(right.index, top.index)] as const;
  const lower = [fetch(left.index, bottom.index), fetch(right.index, bottom.index)] as const;
  const mixed = ([a, b]: readonly [Pixel, Pixel], c: number) => a[c]! * left.weight + b[c]! * right.weight;
  const sum = four((c) => mixed(upper, c) * top.weight + mixed(lower, c) * bottom.weight);

  // What share of the weights was inside; less than all only where neighbours outside do not count.
  const covered = (left.weight + right.weight) * (top.weight + bottom.weight);
  if (covered < 0x1000000 && ((flags >>> BORDER_SHIFT) & 3) === BORDER_FADE) {
    const share = (covered + 2048) >>> 12;
    return four((c) => finishU8(((sum[c]! + 2048) >>> 12) * share + fill[c]! * ((4096 - share) << 12), 24, flags));
  }
  return four((c) => finishU8(sum[c]!, 24, flags));
}

/** A sum with `bits` below the point as a level: cut off, or rounded half to even. */
function finishU8(sum: number, bits: number, flags: number): number {
  const level = sum >>> bits;
  if ((flags & TORCHVISION) === 0) return level;
  const rest = sum & ((1 << bits) - 1);
  const half = 1 << (bits - 1);
  return rest > half || (rest === half && (level & 1) === 1) ? level + 1 : level;
}

/* ------------------------------------------------------------------ bicubic */

/**
 * Four by four neighbours; weights of 11 bits, a row is cut to 10 below the point, so a sum has 21 and stays below
 * 2^31.
 */
function bicubicU8(fetch: Fetch, { across, down }: Axes, { x, y, bits }: Corner, fill: Pixel): Pixel {
  const flags = across.flags;
  const sharpness = (flags & TORCHVISION) !== 0 ? 3 : 4;
  const weightsX = cubic11(fraction12(x, bits), sharpness);
  const weightsY = cubic11(fraction12(y, bits), sharpness);
  const columns = weightsX.map((weight, i) => tapOn(across, (x >> bits) + i - 1, weight));
  const coveredX = columns.reduce((sum, { weight }) => sum + weight, 0);
  const sum = [0, 0, 0, 0];
  let coveredY = 0;
  for (let j = 0; j < 4; j++) {
    const row = tapOn(down, (y >> bits) + j - 1, weightsY[j]!);
    const line = [0, 0, 0, 0];
    for (const column of columns) {
      const pixel = fetch(column.index, row.index);
      for (let c = 0; c < 4; c++) line[c]! += pixel[c]! * column.weight;
    }
    for (let c = 0; c < 4; c++) sum[c]! += ((line[c]! + 1) >> 1) * row.weight;
    coveredY += row.weight;
  }

  const covered = coveredX * coveredY;
  const fades = covered !== 0x400000 && ((flags >>> BORDER_SHIFT) & 3) === BORDER_FADE;
  const share = (covered + 2048) >> 12;
  return four((c) => {
    const faded = () => (((sum[c]! + 1024) >> 11) * share + fill[c]! * ((1024 - share) << 10)) << 1;
    const total = fades ? faded() : sum[c]!;
    return finishU8(Math.min(Math.max(total, 0), 255 << 21), 21, flags);
  });
}

/**
 * The weights of the four pixels around a place `t` / 4,096 between the middle two, for the cubic convolution of
 * a = -sharpness / 4, in 11 bits. They sum to 2,048; at 0 all is on the second.
 */
export function cubic11(t: number, sharpness: number): Pixel {
  const u = 4096 - t;
  // t (1 - t) in 16 bits; everything else follows from it without a rounding, in 30.
  const product = (t * u + 128) >> 8;
  const first = -sharpness * product * u;
  const third = (t << 18) + product * (16384 - (8 - sharpness) * u);
  const fourth = -sharpness * product * t;
  const rounded = [first, third, fourth].map((weight) => (weight + (1 << 18)) >> 19) as [number, number, number];
  return [rounded[0], 2048 - rounded[0] - rounded[1] - rounded[2], rounded[1], rounded[2]];
}

/* ------------------------------------------------------------------ average */

/**
 * The mean of the pixels under an output pixel, with triangle weights: rows first, then down. Divisions are whole ones
 * with remainder, so nothing is lost before the last bit: torchvision keeps 10 bits below the point between the
 * directions and rounds half to even, Pillow rounds to a level each time.
 */
function averageU8(w: WarpWords, fetch: Fetch, at: At, { across, down }: Axes, fill: Pixel): Pixel {
  const flags = across.flags;
  if ((flags & INSIDE) !== 0 && !isAverageInside(w, at, across, down)) return fill;
  const columns = averageSpan(w.x, w.lower & 255, at.x, across);
  const rows = averageSpan(w.y, w.lower >>> 8, at.y, down);
  const toLevels = (flags & TORCHVISION) === 0;
  const high = [0, 0, 0, 0];
  const low = [0, 0, 0, 0];
  let weightDown = 0;
  for (let j = rows.start; j < rows.end; j++) {
    const line = [0, 0, 0, 0];
    let weightAcross = 0;
    for (let i = columns.start; i < columns.end; i++) {
      const weight = averageWeight(columns, i);
      const pixel = fetch(i, j);
      for (let c = 0; c < 4; c++) line[c]! += pixel[c]! * weight;
      weightAcross += weight;
    }
    const weight = averageWeight(rows, j);
    for (let c = 0; c < 4; c++) {
      const mean = mean10(line[c]!, Math.max(weightAcross, 1), toLevels);
      high[c]! += (mean >>> 9) * weight;
      low[c]! += (mean & 511) * weight;
    }
    weightDown += weight;
  }
  // (high · 512 + low) / weightDown, without leaving 32 bits.
  weightDown = Math.max(weightDown, 1);
  return four((c) => {
    const above = Math.floor(high[c]! / weightDown);
    const rest = (high[c]! - above * weightDown) * 512 + low[c]!;
    const mean = (above << 9) + Math.floor((rest + (weightDown >> 1)) / weightDown);
    return finishU8(toLevels ? mean + 512 : mean, 10, flags);
  });
}

/** sum / weight with 10 bits below the point, or rounded to a level (which then has ten zeros there). */
function mean10(sum: number, weight: number, toLevels: boolean): number {
  if (toLevels) return Math.floor((sum + (weight >> 1)) / weight) << 10;
  const level = Math.floor(sum / weight);
  const rest = sum - level * weight;
  return (level << 10) + Math.floor(((rest << 10) + (weight >> 1)) / weight);
}
