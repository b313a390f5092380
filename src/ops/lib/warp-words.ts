/**
 * A warp as sixteen words for `shaders/lib/warp_*.wgsl` and for `warp-reference.ts`.
 *
 *     word       affine                     homography                average (antialias)
 *     0..5       m0 m1 m2 m3 m4 m5          m0 m1 m2 m3 m4 m5         x: first, step, tap; y: first, step, tap
 *     6          flags                      flags                     flags
 *     7          low bytes of m0..m3        low bytes of m0..m3       0
 *     8          low bytes of m4 m5         low bytes of m4..m7       weight shifts: x | y << 8
 *     9, 10      window: x, y               m6, m7                    window: x, y
 *     11         0                          m8 (low byte in flags)    0
 *     12..15     fill: r g b a, as levels (u8) or as f32 in 0..1
 *
 * Coordinates are i32 with F fractional bits, F being the most with which all of the picture fits in 30 bits: 17 for a picture of
 * 4,096 pixels read within twice its size, 20 at 512, at most 22. A coefficient has 8 bits more (the "low bytes"), and sums are
 * rounded to nearest, so that a coordinate is within 2^-F · (1/2 + (width + height)/512) pixels of the exact one: below 1/7,000
 * pixel at 4,096 × 4,096. Whole and half coefficients (flips, crops, quarter turns) are exact. A homography's two sums have 30 bits
 * each and are divided to the last bit: below 1/2,000 pixel at 4,096 × 4,096 where the denominator stays above a tenth of its
 * largest value. Infinity is held at ± 2^29.
 */
import { ArgumentError, found } from "../../check/errors.ts";
import type { Precision, Size } from "../../format/format.ts";
import { f32, i32 } from "../../format/words.ts";
import type { Edge, Warp, Words } from "../op.ts";
import { isAffine } from "./warp-matrix.ts";

export { foldWarps } from "./warp-fold.ts";
export type { Size };

/** The fields of word 6, as in `shaders/lib/warp_place.wgsl`. */
export const FRACTION_MASK = 31;
export const INTERPOLATION_SHIFT = 5;
export const EDGE_SHIFT = 7;
export const BORDER_SHIFT = 10;
export const KIND_SHIFT = 12;
/** Positions outside the picture (or the window) are `fill`. */
export const INSIDE = 1 << 14;
/** Neighbours come from the window in words 9 and 10. */
export const WINDOW = 1 << 15;
/** Results are rounded half to even as torchvision does; without it they are cut off as Pillow does. The cubic differs too. */
export const TORCHVISION = 1 << 16;
/** Bits of quotient a homography's division makes, 6 bits. The 8 above are the low byte of m8. */
export const STEPS_SHIFT = 17;
export const M8_SHIFT = 24;

export const INTERPOLATIONS = ["nearest", "bilinear", "bicubic"] as const;
/** In the order of their numbers in the flags; `constant` reads the nearest edge pixel where fill is not asked for by other flags. */
export const EDGES = ["constant", "edge", "reflect", "symmetric", "wrap"] as const satisfies Edge[];

/** What becomes of a neighbour outside the picture: it is read by the edge rule … */
export const BORDER_MAPPED = 0;
/** … it counts as zero (torchvision without fill) … */
export const BORDER_ZERO = 1;
/** … as zero, and the sum is mixed with fill by what share of it was inside (torchvision with fill). */
export const BORDER_FADE = 2;

export const KIND_AFFINE = 0;
export const KIND_HOMOGRAPHY = 1;
export const KIND_AVERAGE = 2;

/** Bits below a coordinate's own that a coefficient has. */
const LOW_BITS = 256;
const MOST_FRACTION_BITS = 22;
/** As many as a bilinear weight has. */
const FEWEST_FRACTION_BITS = 12;
const LIMIT = 1 << 30;

/**
 * The words of `warp` for pictures of size `input`, read as u8 or f32, making pictures of size `output`.
 *
 * @throws ArgumentError for a matrix that is not finite or leads more than 2^18 pixels away
 */
export function encodeWarp(warp: Warp, input: Size, output: Size, precision: Precision): Words {
  if (!warp.matrix.every(Number.isFinite)) throw new ArgumentError("matrix", "finite numbers", found(`[${warp.matrix.join(", ")}]`));
  const words = new Array<number>(16).fill(0);
  words[6] = flagsOf(warp);
  fillOf(warp, precision).forEach((word, c) => {
    words[12 + c] = word;
  });
  if (warp.window) {
    words[9] = spanWord(warp.window.left, warp.window.width);
    words[10] = spanWord(warp.window.top, warp.window.height);
  }
  if (averages(warp)) encodeAverage(words, warp, input, output);
  else if (isAffine(warp.matrix)) encodeAffine(words, warp.matrix, input, output);
  else if (warp.window) throw new ArgumentError("window", "none with a homography", found("a window"));
  else encodeHomography(words, warp.matrix, input, output);
  return words;
}

function flagsOf({ interpolation, edge, fill, peer, window }: Warp): number {
  const constant = edge === "constant";
  // Pillow, nearest pixels and windows ask where the position itself is; torchvision asks of each neighbour.
  const byPosition = constant && (peer === "pillow" || interpolation === "nearest" || window !== undefined);
  const border = !constant || byPosition ? BORDER_MAPPED : fill === undefined ? BORDER_ZERO : BORDER_FADE;
  return (
    (INTERPOLATIONS.indexOf(interpolation) << INTERPOLATION_SHIFT) |
    (EDGES.indexOf(edge) << EDGE_SHIFT) |
    (border << BORDER_SHIFT) |
    (byPosition ? INSIDE : 0) |
    (window ? WINDOW : 0) |
    (peer === "torchvision" ? TORCHVISION : 0)
  );
}

/** One level is for every channel, alpha too; three are opaque. */
function fillOf({ fill = [0] }: Warp, precision: Precision): number[] {
  const [red = 0, green = red, blue = red, alpha = fill.length === 1 ? red : 255] = fill;
  return [red, green, blue, alpha].map((level) => (precision === "f32" ? f32(level / 255) : Math.min(255, Math.max(0, Math.round(level)))));
}

/** A half-open span in pixels as two signed halves of a word. */
function spanWord(start: number, length: number): number {
  const half = (value: number) => Math.min(32_767, Math.max(-32_768, value)) & 0xffff;
  return i32((half(start + length) << 16) | half(start));
}

/* ------------------------------------------------------------------ affine */

function encodeAffine(words: number[], matrix: readonly number[], input: Size, output: Size): void {
  const by = matrix[8] ?? 1;
  const rows = [matrix.slice(0, 3), matrix.slice(3, 6)].map((row) => row.map((m) => m / by));
  const farthest = Math.max(input.width, input.height, ...rows.map((row) => largest(row, output)));
  const bits = bitsBelow(LIMIT, farthest + 4, MOST_FRACTION_BITS, FEWEST_FRACTION_BITS, matrix);
  words[6]! |= bits;
  rows.forEach((row, i) => {
    writeRow(words, row, bits, [3 * i, 3 * i + 1, 3 * i + 2], 3 * i);
  });
}

/** The largest absolute value of a linear function over the centres of a picture's pixels: it is at a corner. */
function largest([a = 0, b = 0, c = 0]: readonly number[], { width, height }: Size): number {
  const corners = [0.5, width - 0.5].flatMap((x) => [0.5, height - 0.5].map((y) => Math.abs(a * x + b * y + c)));
  return Math.max(...corners);
}

/** The most fractional bits, from `most` down to `fewest`, with which a number of this size stays below `limit`. */
function bitsBelow(limit: number, size: number, most: number, fewest: number, matrix: readonly number[]): number {
  if (!Number.isFinite(size)) throw new ArgumentError("matrix", "finite numbers", found(`[${matrix.join(", ")}]`));
  for (let bits = most; bits >= fewest; bits--) if (size * (1 << bits) < limit) return bits;
  throw new ArgumentError("matrix", "input positions within 262,140 pixels", found(`[${matrix.join(", ")}]`));
}

/**
 * A row a, b, c as integers of `bits` fractional bits in the words `at`, and their eight bits below from low byte `low` on.
 * c moves the origin to the first pixel's centre and has the half for rounding.
 */
function writeRow(words: number[], [a = 0, b = 0, c = 0]: readonly number[], bits: number, at: readonly number[], low: number): void {
  const unit = powerOfTwo(bits) * LOW_BITS;
  const numbers = [a * unit, b * unit, (a / 2 + b / 2 + c) * unit + LOW_BITS / 2].map(Math.round);
  numbers.forEach((number, i) => {
    const high = Math.floor(number / LOW_BITS);
    words[at[i]!] = i32(high);
    const byte = low + i;
    const rest = number - high * LOW_BITS;
    // The ninth low byte has its place in the flags.
    if (byte === 8) words[6] = i32(words[6]! | (rest << M8_SHIFT));
    else words[7 + (byte >> 2)] = i32(words[7 + (byte >> 2)]! | (rest << (8 * (byte & 3))));
  });
}

/** 2^bits for 0 to 60, exactly: ECMAScript leaves `**` approximate. */
const powerOfTwo = (bits: number): number => (1 << (bits >> 1)) * (1 << (bits - (bits >> 1)));

/* ------------------------------------------------------------------ homography */

function encodeHomography(words: number[], matrix: readonly number[], input: Size, output: Size): void {
  // A homography is the same whatever it is multiplied by: the denominator is made positive in the picture's middle, and 1 at most.
  const middle = matrix[6]! * (output.width / 2) + matrix[7]! * (output.height / 2) + matrix[8]!;
  const most = largest(matrix.slice(6), output) * (middle < 0 ? -1 : 1);
  const rows = [0, 3, 6].map((at) => matrix.slice(at, at + 3).map((m) => m / most));
  const fraction = bitsBelow(LIMIT / 2, Math.max(input.width, input.height) + 4, MOST_FRACTION_BITS, FEWEST_FRACTION_BITS, matrix);
  const numeratorBits = bitsBelow(LIMIT, Math.max(1, largest(rows[0]!, output), largest(rows[1]!, output)), 29, 0, matrix);
  const denominatorBits = bitsBelow(LIMIT, 1, 29, 0, matrix);
  writeRow(words, rows[0]!, numeratorBits, [0, 1, 2], 0);
  writeRow(words, rows[1]!, numeratorBits, [3, 4, 5], 3);
  writeRow(words, rows[2]!, denominatorBits, [9, 10, 11], 6);
  // One bit of quotient more than wanted, to round by.
  const steps = fraction + 1 + denominatorBits - numeratorBits;
  words[6] = i32(words[6]! | fraction | (KIND_HOMOGRAPHY << KIND_SHIFT) | (steps << STEPS_SHIFT));
}

/* ------------------------------------------------------------------ average */

/**
 * Whether this warp is an average. Enlarging, torchvision's antialias is plain interpolation; Pillow's resize still rounds between
 * its two directions.
 */
function averages({ antialias, interpolation, matrix, peer }: Warp): boolean {
  if (!antialias || interpolation === "nearest") return false;
  if (interpolation === "bicubic") throw new ArgumentError("antialias", "false with bicubic", true);
  const [across = 0, skewX, , skewY, down = 0] = matrix;
  if (!isAffine(matrix) || skewX !== 0 || skewY !== 0 || across === 0 || down === 0)
    throw new ArgumentError("antialias", "a matrix that only scales, flips and moves", found(`[${matrix.join(", ")}]`));
  return peer === "pillow" || Math.abs(across) > 1 || Math.abs(down) > 1;
}

/** Sums of weights stay below this, so that 255 times a sum has room in 26 bits and a remainder can be shifted by ten. */
const MOST_WEIGHT = 1 << 18;

function encodeAverage(words: number[], { matrix: numbers }: Warp, input: Size, output: Size): void {
  const matrix = numbers.map((m) => m / (numbers[8] ?? 1));
  words[6] = i32(words[6]! | (KIND_AVERAGE << KIND_SHIFT));
  const x = averageAxis(matrix[0]!, matrix[2]!, input.width, output.width);
  const y = averageAxis(matrix[4]!, matrix[5]!, input.height, output.height);
  [...x.numbers, ...y.numbers].forEach((number, i) => {
    words[i] = i32(number);
  });
  words[8] = x.shift | (y.shift << 8);
}

/**
 * One axis of an average, measured in parts of a pixel so that everything is an integer. Input pixel j has its centre at
 * `tap` · (j + 1/2), output pixel i at `first` + `step` · i; the triangle reaches as far as the larger of the two, max(tap, |step|).
 * Where a box of whole pixels is resized, as in torchvision, the weights are exact; else centres are within half a pixel over the
 * number of parts an output pixel has, below 1/1,000 pixel up to 512 pixels and 1/32 at 4,096.
 */
function averageAxis(scale: number, offset: number, inputSize: number, outputSize: number): { numbers: number[]; shift: number } {
  const whole = scale * outputSize;
  const box = Math.round(whole);
  const isWhole = (number: number) => Math.abs(Math.round(number) - number) < 1e-9 * (1 + Math.abs(number));
  const exact = isWhole(whole) && isWhole(offset);
  const reach = Math.max(inputSize, Math.abs(offset) + Math.abs(whole)) + 2 * Math.max(1, Math.abs(scale)) + 2;
  let tap = 2 * outputSize;
  if (tap * reach >= LIMIT)
    throw new ArgumentError(
      "antialias",
      "input and output sizes whose product is below 2^29",
      found(`${inputSize} to ${outputSize} pixels`),
    );
  if (!exact) while (2 * tap * reach < LIMIT) tap *= 2;
  const step = 2 * (exact ? box : Math.round((scale * tap) / 2));
  const first = Math.round(offset * tap) + step / 2;
  const support = Math.max(tap, Math.abs(step));
  let shift = 0;
  while ((support >> shift) * (Math.floor(support / tap) + 2) >= MOST_WEIGHT) shift++;
  return { numbers: [first, step, tap], shift };
}
