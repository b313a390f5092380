/**
 * A warp in words, which the struct `Warp` in `shaders/lib/warp_place.wgsl` names, for the shaders beside it and for `warp-reference.ts`.
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
import { f32 } from "../../format/words.ts";
import { constants } from "../../generated/layouts.ts";
import { type Warp as WarpWords, warpWords } from "../../generated/op-words.ts";
import type { Edge, Interpolation, PlacedWarp, Reading, Warp } from "../op.ts";
import { isAffine } from "./warp-matrix.ts";

export { foldWarps } from "./warp-fold.ts";
export { type Size, type WarpWords, warpWords };

const {
  INTERPOLATION_SHIFT,
  EDGE_SHIFT,
  BORDER_SHIFT,
  KIND_SHIFT,
  STEPS_SHIFT,
  M8_SHIFT,
  INSIDE,
  WINDOW,
  TORCHVISION,
  BORDER_MAPPED,
  BORDER_ZERO,
  BORDER_FADE,
  KIND_AFFINE,
  KIND_HOMOGRAPHY,
  KIND_AVERAGE,
  KIND_PLACED,
} = constants.warpPlace;

/** Their numbers in the flags. */
const INTERPOLATION_NUMBERS: Record<Interpolation, number> = {
  nearest: constants.warpPlace.NEAREST,
  bilinear: constants.warpPlace.BILINEAR,
  bicubic: constants.warpPlace.BICUBIC,
};
/** `constant` reads the nearest edge pixel where fill is not asked for by other flags. */
const EDGE_NUMBERS: Record<Edge, number> = {
  constant: constants.warpPlace.EDGE_CONSTANT,
  edge: constants.warpPlace.EDGE_NEAREST,
  reflect: constants.warpPlace.EDGE_REFLECT,
  symmetric: constants.warpPlace.EDGE_SYMMETRIC,
  wrap: constants.warpPlace.EDGE_WRAP,
};

export const INTERPOLATIONS = ["nearest", "bilinear", "bicubic"] as const satisfies Interpolation[];
export const EDGES = ["constant", "edge", "reflect", "symmetric", "wrap"] as const satisfies Edge[];

/** Bits below a coordinate's own that a coefficient has. */
const LOW_BITS = 256;
const MOST_FRACTION_BITS = 22;
/** As many as a bilinear weight has. */
const FEWEST_FRACTION_BITS = 12;
const LIMIT = 1 << 30;

/**
 * The words of `warp`, as a shader reads them, for pictures of size `input`, read as u8 or f32, making pictures of size `output`.
 *
 * @throws ArgumentError for a matrix that is not finite or leads more than 2^18 pixels away
 */
export function encodeWarp(warp: Warp | PlacedWarp, input: Size, output: Size, precision: Precision): WarpWords {
  const { flags, ...map } = "matrix" in warp ? mapOf(warp, input, output) : encodePlaced(warp);
  return warpWords.decode(warpWords.encode({ ...map, flags: flags | flagsOf(warp), fill: fillOf(warp, precision) }));
}

/** The words that say where a pixel is read, with their share of the flags. */
type MapWords = Omit<WarpWords, "fill">;

function mapOf(warp: Warp, input: Size, output: Size): MapWords {
  if (!warp.matrix.every(Number.isFinite)) throw new ArgumentError("matrix", "finite numbers", found(`[${warp.matrix.join(", ")}]`));
  if (averages(warp)) return encodeAverage(warp, input, output);
  if (isAffine(warp.matrix)) return encodeAffine(warp, input, output);
  if (warp.window) throw new ArgumentError("window", "none with a homography", found("a window"));
  return encodeHomography(warp.matrix, input, output);
}

/** Those of an op's function: the op's own words come first, where a matrix would be. */
function encodePlaced(warp: PlacedWarp): MapWords {
  const unused = new Array<number>(warpWords.length - warp.words.length).fill(0);
  const { x, y, low, lower } = warpWords.decode([...warp.words, ...unused]);
  const [across, down] = windowOf(warp);
  const flags = constants.place.PLACE_BITS | (KIND_PLACED << KIND_SHIFT);
  return { x, y, low, lower, flags, below: [across, down, warp.id] };
}

/** Where a map that is no homography has its third row. */
function windowOf({ window }: Reading): readonly [number, number, number] {
  return window ? [spanWord(window.left, window.width), spanWord(window.top, window.height), 0] : [0, 0, 0];
}

function flagsOf({ interpolation, edge, fill, peer, window }: Reading): number {
  const constant = edge === "constant";
  // Pillow, nearest pixels and windows ask where the position itself is; torchvision asks of each neighbour.
  const byPosition = constant && (peer === "pillow" || interpolation === "nearest" || window !== undefined);
  const border = !constant || byPosition ? BORDER_MAPPED : fill === undefined ? BORDER_ZERO : BORDER_FADE;
  return (
    (INTERPOLATION_NUMBERS[interpolation] << INTERPOLATION_SHIFT) |
    (EDGE_NUMBERS[edge] << EDGE_SHIFT) |
    (border << BORDER_SHIFT) |
    (byPosition ? INSIDE : 0) |
    (window ? WINDOW : 0) |
    (peer === "torchvision" ? TORCHVISION : 0)
  );
}

/** One level is for every channel, alpha too; three are opaque. */
function fillOf({ fill = [0] }: Reading, precision: Precision): [number, number, number, number] {
  const [red = 0, green = red, blue = red, alpha = fill.length === 1 ? red : 255] = fill;
  const word = (level: number) => (precision === "f32" ? f32(level / 255) : Math.min(255, Math.max(0, Math.round(level))));
  return [word(red), word(green), word(blue), word(alpha)];
}

/** A half-open span in pixels as two signed halves of a word. */
function spanWord(start: number, length: number): number {
  const half = (value: number) => Math.min(32_767, Math.max(-32_768, value)) & 0xffff;
  return (half(start + length) << 16) | half(start);
}

/* ------------------------------------------------------------------ affine */

function encodeAffine(warp: Warp, input: Size, output: Size): MapWords {
  const by = warp.matrix[8] ?? 1;
  const [first, second] = [warp.matrix.slice(0, 3), warp.matrix.slice(3, 6)].map((row) => row.map((m) => m / by)) as [number[], number[]];
  const farthest = Math.max(input.width, input.height, largest(first, output), largest(second, output));
  const bits = bitsBelow(LIMIT, farthest + 4, MOST_FRACTION_BITS, FEWEST_FRACTION_BITS, warp.matrix);
  const [x, y] = [fixed(first, bits), fixed(second, bits)];
  return {
    x: x.high,
    y: y.high,
    flags: bits | (KIND_AFFINE << KIND_SHIFT),
    low: bytes(...x.low, y.low[0]),
    lower: bytes(y.low[1], y.low[2], 0, 0),
    below: windowOf(warp),
  };
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

type Three = [number, number, number];

/**
 * A row a, b, c as integers of `bits` fractional bits, and their eight bits below. c moves the origin to the first pixel's centre and has
 * the half for rounding.
 */
function fixed([a = 0, b = 0, c = 0]: readonly number[], bits: number): { high: Three; low: Three } {
  const unit = powerOfTwo(bits) * LOW_BITS;
  const numbers = [a * unit, b * unit, (a / 2 + b / 2 + c) * unit + LOW_BITS / 2].map(Math.round);
  const high = numbers.map((number) => Math.floor(number / LOW_BITS)) as Three;
  return { high, low: numbers.map((number, i) => number - high[i]! * LOW_BITS) as Three };
}

/** Four bytes in a word, the first lowest. */
const bytes = (a: number, b: number, c: number, d: number): number => a | (b << 8) | (c << 16) | (d << 24);

/** 2^bits for 0 to 60, exactly: ECMAScript leaves `**` approximate. */
const powerOfTwo = (bits: number): number => (1 << (bits >> 1)) * (1 << (bits - (bits >> 1)));

/* ------------------------------------------------------------------ homography */

function encodeHomography(matrix: readonly number[], input: Size, output: Size): MapWords {
  // A homography is the same whatever it is multiplied by: the denominator is made positive in the picture's middle, and 1 at most.
  const middle = matrix[6]! * (output.width / 2) + matrix[7]! * (output.height / 2) + matrix[8]!;
  const most = largest(matrix.slice(6), output) * (middle < 0 ? -1 : 1);
  const rows = [0, 3, 6].map((at) => matrix.slice(at, at + 3).map((m) => m / most));
  const fraction = bitsBelow(LIMIT / 2, Math.max(input.width, input.height) + 4, MOST_FRACTION_BITS, FEWEST_FRACTION_BITS, matrix);
  const numeratorBits = bitsBelow(LIMIT, Math.max(1, largest(rows[0]!, output), largest(rows[1]!, output)), 29, 0, matrix);
  const denominatorBits = bitsBelow(LIMIT, 1, 29, 0, matrix);
  const [x, y, below] = [fixed(rows[0]!, numeratorBits), fixed(rows[1]!, numeratorBits), fixed(rows[2]!, denominatorBits)];
  // One bit of quotient more than wanted, to round by.
  const steps = fraction + 1 + denominatorBits - numeratorBits;
  return {
    x: x.high,
    y: y.high,
    flags: fraction | (KIND_HOMOGRAPHY << KIND_SHIFT) | (steps << STEPS_SHIFT) | (below.low[2] << M8_SHIFT),
    low: bytes(...x.low, y.low[0]),
    lower: bytes(y.low[1], y.low[2], below.low[0], below.low[1]),
    below: below.high,
  };
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

function encodeAverage(warp: Warp, input: Size, output: Size): MapWords {
  const matrix = warp.matrix.map((m) => m / (warp.matrix[8] ?? 1));
  const x = averageAxis(matrix[0]!, matrix[2]!, input.width, output.width);
  const y = averageAxis(matrix[4]!, matrix[5]!, input.height, output.height);
  const flags = KIND_AVERAGE << KIND_SHIFT;
  return { x: x.numbers, y: y.numbers, flags, low: 0, lower: bytes(x.shift, y.shift, 0, 0), below: windowOf(warp) };
}

/**
 * One axis of an average, measured in parts of a pixel so that everything is an integer. Input pixel j has its centre at
 * `tap` · (j + 1/2), output pixel i at `first` + `step` · i; the triangle reaches as far as the larger of the two, max(tap, |step|).
 * Where a box of whole pixels is resized, as in torchvision, the weights are exact; else centres are within half a pixel over the
 * number of parts an output pixel has, below 1/1,000 pixel up to 512 pixels and 1/32 at 4,096.
 */
function averageAxis(scale: number, offset: number, inputSize: number, outputSize: number): { numbers: Three; shift: number } {
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
