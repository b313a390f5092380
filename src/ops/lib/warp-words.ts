/**
 * A warp in words, which the struct `Warp` in `shaders/lib/warp_place.wgsl` names, for the shaders beside it and for
 * `warp-reference.ts`.
 *
 * Coordinates are i32 with F fractional bits, F being the most with which all of the picture fits in 30 bits: 17 for a
 * picture of 4,096 pixels read within twice its size, 20 at 512, at most 22. A coefficient has 8 bits more (the "low
 * bytes"), and sums are rounded to nearest, so that a coordinate is within 2^-F · (1/2 + (width + height)/512) pixels
 * of the exact one: below 1/7,000 pixel at 4,096 × 4,096. Whole and half coefficients (flips, crops, quarter turns) are
 * exact. A homography's two sums have 30 bits each and are divided to the last bit: below 1/2,000 pixel at 4,096 ×
 * 4,096 where the denominator stays above a tenth of its largest value. Infinity is held at ± 2^29.
 */
import { ArgumentError, found } from "../../check/errors.ts";
import type { Precision, Size } from "../../format/format.ts";
import { f32 } from "../../format/words.ts";
import * as constants from "../../generated/constants.ts";
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

/** A warp, the size of the pictures that it reads, and of those that it makes. */
export interface WarpRead {
  warp: Warp | PlacedWarp;
  input: Size;
  output: Size;
}

/** The warp being written. It is written over by the next one: every picture of every step has one. */
const record = {
  x: row(),
  y: row(),
  below: row(),
  flags: 0,
  low: 0,
  lower: 0,
  fill: new Uint32Array(4) as unknown as Four,
};

/**
 * Writes a warp's words from `at` on, as a shader reads them, for pictures read as u8 or f32.
 *
 * @throws ArgumentError for a matrix that is not finite or leads more than 2^18 pixels away
 */
export function writeWarp(
  { warp, input, output }: WarpRead,
  precision: Precision,
  words: Uint32Array,
  at: number,
): void {
  if ("matrix" in warp) setMap(warp, input, output);
  else setPlaced(warp);
  record.flags |= flagsOf(warp);
  setFill(warp, precision);
  warpWords.write(record, words, at);
}

function setMap(warp: Warp, input: Size, output: Size): void {
  const { matrix } = warp;
  for (let i = 0; i < matrix.length; i++) {
    if (!Number.isFinite(matrix[i]))
      throw new ArgumentError("matrix", "finite numbers", found(`[${matrix.join(", ")}]`));
  }
  if (averages(warp)) setAverage(warp, input, output);
  else if (isAffine(matrix)) setAffine(warp, input, output);
  else if (warp.window) throw new ArgumentError("window", "none with a homography", found("a window"));
  else setHomography(matrix, input, output);
}

/** Sets those of an op's function: the op's own words come first, where a matrix would be. */
function setPlaced(warp: PlacedWarp): void {
  const words = new Uint32Array(warpWords.length);
  words.set(warp.words);
  const { x, y, low, lower } = warpWords.decode(words);
  set(record.x, ...x);
  set(record.y, ...y);
  record.low = low;
  record.lower = lower;
  record.flags = constants.place.PLACE_BITS | (KIND_PLACED << KIND_SHIFT);
  setWindow(warp, warp.id);
}

/** The words of a warp by their names, as the shader reads them. */
export function encodeWarp(read: WarpRead, precision: Precision): WarpWords {
  const words = new Uint32Array(warpWords.length);
  writeWarp(read, precision, words, 0);
  return warpWords.decode(words);
}

type Three = [number, number, number];
type Four = [number, number, number, number];

/** Three words, 0. */
function row(): Three {
  return new Int32Array(3) as unknown as Three;
}

function set(three: Three, a: number, b: number, c: number): void {
  three[0] = a;
  three[1] = b;
  three[2] = c;
}

/** Sets the third row of what is no homography. */
function setWindow({ window }: Reading, last = 0): void {
  if (window) set(record.below, spanWord(window.left, window.width), spanWord(window.top, window.height), last);
  else set(record.below, 0, 0, last);
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
function setFill({ fill }: Reading, precision: Precision): void {
  const red = fill?.[0] ?? 0;
  const alpha = fill?.[3] ?? (fill === undefined || fill.length === 1 ? red : 255);
  record.fill[0] = fillWord(red, precision);
  record.fill[1] = fillWord(fill?.[1] ?? red, precision);
  record.fill[2] = fillWord(fill?.[2] ?? red, precision);
  record.fill[3] = fillWord(alpha, precision);
}

const fillWord = (level: number, precision: Precision) =>
  precision === "f32" ? f32(level / 255) : Math.min(255, Math.max(0, Math.round(level)));

/** A half-open span in pixels as two signed halves of a word. */
function spanWord(start: number, length: number): number {
  const half = (value: number) => Math.min(32_767, Math.max(-32_768, value)) & 0xffff;
  return (half(start + length) << 16) | half(start);
}

/* ------------------------------------------------------------------ affine */

function setAffine(warp: Warp, input: Size, output: Size): void {
  const { matrix } = warp;
  const by = matrix[8] ?? 1;
  for (let i = 0; i < 6; i++) scaled[i] = matrix[i]! / by;
  const farthest = Math.max(input.width, input.height, largest(scaled, 0, output), largest(scaled, 3, output));
  const bits = bitsBelow(LIMIT, farthest + 4, MOST_FRACTION_BITS, FEWEST_FRACTION_BITS, matrix);
  setFixed(record.x, X_LOW, 0, bits);
  setFixed(record.y, Y_LOW, 3, bits);
  record.flags = bits | (KIND_AFFINE << KIND_SHIFT);
  setLow();
  record.lower = bytes(Y_LOW[1], Y_LOW[2], 0, 0);
  setWindow(warp);
}

/** The matrix being written, after it was divided by what it may be divided by. */
const scaled = new Float64Array(9);

/**
 * The largest absolute value of a matrix's row from `at` on, as a function of the centres of a picture's pixels: it is
 * at a corner.
 */
function largest(matrix: ArrayLike<number>, at: number, { width, height }: Size): number {
  const a = matrix[at]!;
  const b = matrix[at + 1]!;
  const c = matrix[at + 2]!;
  const right = width - 0.5;
  const bottom = height - 0.5;
  return Math.max(
    Math.abs(a * 0.5 + b * 0.5 + c),
    Math.abs(a * 0.5 + b * bottom + c),
    Math.abs(a * right + b * 0.5 + c),
    Math.abs(a * right + b * bottom + c),
  );
}

/** The most fractional bits, from `most` down to `fewest`, with which a number of this size stays below `limit`. */
function bitsBelow(limit: number, size: number, most: number, fewest: number, matrix: readonly number[]): number {
  if (!Number.isFinite(size)) throw new ArgumentError("matrix", "finite numbers", found(`[${matrix.join(", ")}]`));
  for (let bits = most; bits >= fewest; bits--) if (size * (1 << bits) < limit) return bits;
  throw new ArgumentError("matrix", "input positions within 262,140 pixels", found(`[${matrix.join(", ")}]`));
}

/** The eight bits below each coefficient of a row. */
const X_LOW = row();
const Y_LOW = row();
const BELOW_LOW = row();

const setLow = (): void => {
  record.low = bytes(X_LOW[0], X_LOW[1], X_LOW[2], Y_LOW[0]);
};

/**
 * A row a, b, c of the scaled matrix as integers of `bits` fractional bits, and their eight bits below. c moves the
 * origin to the first pixel's centre and has the half for rounding.
 */
function setFixed(high: Three, low: Three, at: number, bits: number): void {
  const unit = powerOfTwo(bits) * LOW_BITS;
  const a = scaled[at]!;
  const b = scaled[at + 1]!;
  const c = scaled[at + 2]!;
  entries[0] = a * unit;
  entries[1] = b * unit;
  entries[2] = (a / 2 + b / 2 + c) * unit + LOW_BITS / 2;
  for (let entry = 0; entry < 3; entry++) {
    const rounded = Math.round(entries[entry]!);
    high[entry] = Math.floor(rounded / LOW_BITS);
    low[entry] = rounded - high[entry]! * LOW_BITS;
  }
}

const entries = new Float64Array(3);

/** Four bytes in a word, the first lowest. */
const bytes = (a: number, b: number, c: number, d: number): number => a | (b << 8) | (c << 16) | (d << 24);

/** 2^bits for 0 to 60, exactly: ECMAScript leaves `**` approximate. */
const powerOfTwo = (bits: number): number => (1 << (bits >> 1)) * (1 << (bits - (bits >> 1)));

/* ------------------------------------------------------------------ homography */

function setHomography(matrix: readonly number[], input: Size, output: Size): void {
  // A homography is the same whatever it is multiplied by: the denominator is made positive in the picture's middle,
  // and 1 at most.
  const middle = matrix[6]! * (output.width / 2) + matrix[7]! * (output.height / 2) + matrix[8]!;
  const most = largest(matrix, 6, output) * (middle < 0 ? -1 : 1);
  for (let i = 0; i < 9; i++) scaled[i] = matrix[i]! / most;
  const fraction = bitsBelow(
    LIMIT / 2,
    Math.max(input.width, input.height) + 4,
    MOST_FRACTION_BITS,
    FEWEST_FRACTION_BITS,
    matrix,
  );
  const numeratorBits = bitsBelow(
    LIMIT,
    Math.max(1, largest(scaled, 0, output), largest(scaled, 3, output)),
    29,
    0,
    matrix,
  );
  const denominatorBits = bitsBelow(LIMIT, 1, 29, 0, matrix);
  setFixed(record.x, X_LOW, 0, numeratorBits);
  setFixed(record.y, Y_LOW, 3, numeratorBits);
  setFixed(record.below, BELOW_LOW, 6, denominatorBits);
  // One bit of quotient more than wanted, to round by.
  const steps = fraction + 1 + denominatorBits - numeratorBits;
  record.flags = fraction | (KIND_HOMOGRAPHY << KIND_SHIFT) | (steps << STEPS_SHIFT) | (BELOW_LOW[2] << M8_SHIFT);
  setLow();
  record.lower = bytes(Y_LOW[1], Y_LOW[2], BELOW_LOW[0], BELOW_LOW[1]);
}

/* ------------------------------------------------------------------ average */

/**
 * Whether this warp is an average. Enlarging, torchvision's antialias is plain interpolation; Pillow's resize still
 * rounds between its two directions.
 */
function averages({ antialias, interpolation, matrix, peer }: Warp): boolean {
  if (!antialias || interpolation === "nearest") return false;
  if (interpolation === "bicubic") throw new ArgumentError("antialias", "false with bicubic", true);
  const across = matrix[0]!;
  const down = matrix[4]!;
  if (!isAffine(matrix) || matrix[1] !== 0 || matrix[3] !== 0 || across === 0 || down === 0)
    throw new ArgumentError("antialias", "a matrix that only scales, flips and moves", found(`[${matrix.join(", ")}]`));
  return peer === "pillow" || Math.abs(across) > 1 || Math.abs(down) > 1;
}

/**
 * Sums of weights stay below this, so that 255 times a sum has room in 26 bits and a remainder can be shifted by ten.
 */
const MOST_WEIGHT = 1 << 18;

function setAverage(warp: Warp, input: Size, output: Size): void {
  const matrix = warp.matrix.map((m) => m / (warp.matrix[8] ?? 1));
  const x = averageAxis(matrix[0]!, matrix[2]!, input.width, output.width);
  const y = averageAxis(matrix[4]!, matrix[5]!, input.height, output.height);
  set(record.x, ...x.numbers);
  set(record.y, ...y.numbers);
  record.flags = KIND_AVERAGE << KIND_SHIFT;
  record.low = 0;
  record.lower = bytes(x.shift, y.shift, 0, 0);
  setWindow(warp);
}

/**
 * One axis of an average, measured in parts of a pixel so that everything is an integer. Input pixel j has its centre
 * at `tap` · (j + 1/2), output pixel i at `first` + `step` · i; the triangle reaches as far as the larger of the two,
 * max(tap, |step|). Where a box of whole pixels is resized, as in torchvision, the weights are exact; else centres are
 * within half a pixel over the number of parts an output pixel has, below 1/1,000 pixel up to 512 pixels and 1/32 at
 * 4,096.
 */
function averageAxis(
  scale: number,
  offset: number,
  inputSize: number,
  outputSize: number,
): { numbers: Three; shift: number } {
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
