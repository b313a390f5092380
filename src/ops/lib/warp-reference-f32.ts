/**
 * A pixel of a warped f32 picture: `shaders/lib/warp_f32.wgsl`, line by line, rounded to f32 after every operation. A
 * GPU may leave a rounding out (contract a × b + c), so the two agree to a few units in the last place of the largest
 * neighbour.
 */
import { asF32 } from "../../format/words.ts";
import * as constants from "../../generated/constants.ts";
import type { At, Fetch, Pixel, Place } from "../op.ts";
import {
  type Axes,
  acrossOf,
  averageDistance,
  averageSpan,
  type Corner,
  cornerOf,
  downOf,
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

const round = Math.fround;
const add = (a: number, b: number): number => round(a + b);
const times = (a: number, b: number): number => round(a * b);
const four = (make: (c: number) => number): Pixel => [make(0), make(1), make(2), make(3)];

/**
 * The pixel at `at` of an f32 picture warped by `words` (see `encodeWarp`) from a picture of size `size`, of which
 * `fetch` reads a pixel; `place` is where.
 */
export function warpPixelF32(words: WarpWords, place: Place, fetch: Fetch, at: At, size: Size): Pixel {
  const { flags } = words;
  const fill = four((c) => asF32(words.fill[c]!));
  const across = acrossOf(words, size);
  const down = downOf(words, size);
  if (((flags >>> KIND_SHIFT) & 3) === KIND_AVERAGE) return averageF32(words, fetch, at, { across, down }, fill);
  const bits = flags & FRACTION_MASK;
  if (!place.valid || ((flags & INSIDE) !== 0 && !(isOn(across, place.x, bits) && isOn(down, place.y, bits))))
    return fill;
  const interpolation = (flags >>> INTERPOLATION_SHIFT) & 3;
  if (interpolation === NEAREST) {
    return fetch(tapOn(across, place.x >> bits, 1).index, tapOn(down, place.y >> bits, 1).index);
  }
  const corner: Corner = { x: cornerOf(place.x, bits), y: cornerOf(place.y, bits), bits };
  if (interpolation === BILINEAR) return bilinearF32(fetch, { across, down }, corner, fill);
  return bicubicF32(fetch, { across, down }, corner, fill);
}

/** The fraction of a coordinate, exactly: at most 22 bits. */
const fractionF32 = (coordinate: number, bits: number): number => (coordinate & ((1 << bits) - 1)) / (1 << bits);

function bilinearF32(fetch: Fetch, { across, down }: Axes, { x, y, bits }: Corner, fill: Pixel): Pixel {
  const tx = fractionF32(x, bits);
  const ty = fractionF32(y, bits);
  const left = tapOn(across, x >> bits, 1);
  const right = tapOn(across, (x >> bits) + 1, 1);
  const top = tapOn(down, y >> bits, 1);
  const bottom = tapOn(down, (y >> bits) + 1, 1);
  const leftWeight = round(1 - tx) * left.weight;
  const rightWeight = tx * right.weight;
  const topWeight = round(1 - ty) * top.weight;
  const bottomWeight = ty * bottom.weight;
  const upper = [fetch(left.index, top.index), fetch(right.index, top.index)] as const;
  const lower = [fetch(left.index, bottom.index), fetch(right.index, bottom.index)] as const;
  const mixed = ([a, b]: readonly [Pixel, Pixel], c: number) =>
    add(times(a[c]!, leftWeight), times(b[c]!, rightWeight));
  const sum = four((c) => add(times(mixed(upper, c), topWeight), times(mixed(lower, c), bottomWeight)));
  if (left.weight + right.weight + top.weight + bottom.weight === 4) return sum;
  return borderF32(sum, times(add(leftWeight, rightWeight), add(topWeight, bottomWeight)), fill, across.flags);
}

/** What the sum of the neighbours inside becomes where they are only a share of all. */
function borderF32(sum: Pixel, share: number, fill: Pixel, flags: number): Pixel {
  if (((flags >>> BORDER_SHIFT) & 3) !== BORDER_FADE) return sum;
  return four((c) => add(times(sum[c]!, share), times(fill[c]!, round(1 - share))));
}

function bicubicF32(fetch: Fetch, { across, down }: Axes, { x, y, bits }: Corner, fill: Pixel): Pixel {
  const flags = across.flags;
  const a = (flags & TORCHVISION) !== 0 ? -0.75 : -1;
  const weightsX = cubicF32(fractionF32(x, bits), a);
  const weightsY = cubicF32(fractionF32(y, bits), a);
  const columns = weightsX.map((_, i) => tapOn(across, (x >> bits) + i - 1, 1));
  let inside = 0;
  let shareX = 0;
  columns.forEach(({ weight }, i) => {
    inside += weight;
    shareX = add(shareX, weightsX[i]! * weight);
  });
  let sum: Pixel = [0, 0, 0, 0];
  let shareY = 0;
  for (let j = 0; j < 4; j++) {
    const row = tapOn(down, (y >> bits) + j - 1, 1);
    const rowWeight = weightsY[j]! * row.weight;
    const pixels = columns.map(({ index }) => fetch(index, row.index));
    const line = four((c) =>
      pixels.reduce((total, pixel, i) => add(total, times(pixel[c]!, weightsX[i]! * columns[i]!.weight)), 0),
    );
    const before = sum;
    sum = four((c) => add(before[c]!, times(line[c]!, rowWeight)));
    inside += row.weight;
    shareY = add(shareY, rowWeight);
  }
  if (inside === 8) return sum;
  return borderF32(sum, times(shareX, shareY), fill, flags);
}

/** The weights of the four pixels around a place `t` between the middle two, for the cubic convolution of `a`. */
function cubicF32(t: number, a: number): Pixel {
  const u = round(1 - t);
  const product = times(t, u);
  const inner = (near: number, far: number) => add(near, times(product, round(1 - times(a + 2, far))));
  return [times(times(a, product), u), inner(u, t), inner(t, u), times(times(a, product), t)];
}

function averageF32(w: WarpWords, fetch: Fetch, at: At, { across, down }: Axes, fill: Pixel): Pixel {
  if ((across.flags & INSIDE) !== 0 && !isAverageInside(w, at, across, down)) return fill;
  const columns = averageSpan(w.x, 0, at.x, across);
  const rows = averageSpan(w.y, 0, at.y, down);
  let sum: Pixel = [0, 0, 0, 0];
  let weightDown = 0;
  for (let j = rows.start; j < rows.end; j++) {
    const line = [0, 0, 0, 0];
    let weightAcross = 0;
    for (let i = columns.start; i < columns.end; i++) {
      const weight = round(Math.max(columns.reach - averageDistance(columns, i), 0));
      const value = fetch(i, j);
      for (let c = 0; c < 4; c++) line[c] = add(line[c]!, times(value[c]!, weight));
      weightAcross = add(weightAcross, weight);
    }
    const weight = round(Math.max(rows.reach - averageDistance(rows, j), 0));
    const divisor = Math.max(weightAcross, 1);
    const before = sum;
    sum = four((c) => add(before[c]!, times(round(line[c]! / divisor), weight)));
    weightDown = add(weightDown, weight);
  }
  return four((c) => round(sum[c]! / Math.max(weightDown, 1)));
}
