/**
 * Where a pixel of a warped picture comes from: `shaders/lib/warp_place.wgsl` and `warp_average.wgsl`, line by line.
 */
import { asI32 } from "../../format/words.ts";
import * as constants from "../../generated/constants.ts";
import type { Place } from "../op.ts";
import type { Size, WarpWords } from "./warp-words.ts";

const { BORDER_MAPPED, BORDER_SHIFT, EDGE_SHIFT, KIND_HOMOGRAPHY, KIND_SHIFT, M8_SHIFT, STEPS_SHIFT, WINDOW } =
  constants.warpPlace;
const { EDGE_REFLECT, EDGE_SYMMETRIC, HELD } = constants.warpPlace;

/** An output pixel. */
export interface Spot {
  x: number;
  y: number;
}

/** What is read along one axis: pixels [start, end) of a picture of `size`, with the rules in `flags`. */
export interface Axis {
  start: number;
  end: number;
  size: number;
  flags: number;
}

export interface Axes {
  across: Axis;
  down: Axis;
}

/** A place to read at: the first of its neighbours is its whole part, and `bits` are below the point. */
export interface Corner {
  x: number;
  y: number;
  bits: number;
}

/** A neighbour along one axis, and its weight. */
export interface Tap {
  index: number;
  weight: number;
}

/** Of a matrix, with `flags & FRACTION_MASK` fractional bits; not valid behind a homography's horizon. */
export function warpPlace(w: WarpWords, at: Spot): Place {
  const { flags } = w;
  const [low, lower] = [unpackBytes(w.low), unpackBytes(w.lower)];
  const x = linear(w.x, [low[0], low[1], low[2]], at);
  const y = linear(w.y, [low[3], lower[0], lower[1]], at);
  if (((flags >>> KIND_SHIFT) & 3) !== KIND_HOMOGRAPHY) return { x, y, valid: true };
  const below = linear(w.below, [lower[2], lower[3], flags >>> M8_SHIFT], at);
  if (below <= 0) return { x: 0, y: 0, valid: false };
  const steps = (flags >>> STEPS_SHIFT) & 63;
  return { x: divide(x, below, steps), y: divide(y, below, steps), valid: true };
}

const unpackBytes = (word: number): [number, number, number, number] => [
  word & 255,
  (word >>> 8) & 255,
  (word >>> 16) & 255,
  (word >>> 24) & 255,
];

type Three = readonly [number, number, number];

/** m0 x + m1 y + m2, whose coefficients have 8 bits more than the sum. Products may wrap around, the sum does not. */
function linear(high: Three, low: Three, at: Spot): number {
  const rest = low[0] * at.x + low[1] * at.y + low[2];
  return (Math.imul(high[0], at.x) + Math.imul(high[1], at.y) + high[2] + (rest >>> 8)) | 0;
}

/** above · 2^(steps - 1) / below rounded to nearest, by long division; held at ± 2^29. */
function divide(above: number, below: number, steps: number): number {
  const size = Math.abs(above);
  let quotient = Math.floor(size / below);
  let rest = size % below;
  for (let step = 0; step < steps && quotient < 2 * HELD; step++) {
    quotient *= 2;
    rest *= 2;
    if (rest >= below) {
      quotient += 1;
      rest -= below;
    }
  }
  const rounded = Math.min((quotient + 1) >>> 1, HELD);
  return above < 0 ? -rounded : rounded;
}

/** What is read along an axis: the window if there is one, else the picture. */
function warpAxis(size: number, span: number, flags: number): Axis {
  if ((flags & WINDOW) === 0) return { start: 0, end: size, size, flags };
  return { start: (span << 16) >> 16, end: asI32(span) >> 16, size, flags };
}

export const acrossOf = (w: WarpWords, size: Size): Axis => warpAxis(size.width, w.below[0], w.flags);
export const downOf = (w: WarpWords, size: Size): Axis => warpAxis(size.height, w.below[1], w.flags);

/** Whether a coordinate with `bits` fractional bits is on the axis. */
export function isOn(axis: Axis, coordinate: number, bits: number): boolean {
  const pixel = coordinate >> bits;
  return pixel >= axis.start && pixel < axis.end;
}

/** The pixel that stands for pixel `i`, and the weight that is left of `weight`. */
export function tapOn(axis: Axis, i: number, weight: number): Tap {
  const inner = (axis.flags & WINDOW) !== 0 ? Math.min(Math.max(i, axis.start), axis.end - 1) : i;
  if (((axis.flags >>> BORDER_SHIFT) & 3) !== BORDER_MAPPED && (inner < 0 || inner >= axis.size))
    return { index: 0, weight: 0 };
  return { index: edgeIndex(inner, axis.size, (axis.flags >>> EDGE_SHIFT) & 7), weight };
}

/** Which pixel of 0 .. size - 1 is read for pixel i. */
function edgeIndex(i: number, size: number, edge: number): number {
  if (edge < EDGE_REFLECT) return Math.min(Math.max(i, 0), size - 1);
  let period = size;
  let last = size;
  if (edge === EDGE_REFLECT) {
    period = Math.max(2 * size - 2, 1);
    last = period;
  } else if (edge === EDGE_SYMMETRIC) {
    period = 2 * size;
    last = period - 1;
  }
  const j = modulo(i, period);
  return j >= size ? last - j : j;
}

function modulo(i: number, n: number): number {
  const rest = i % n;
  return rest < 0 ? rest + n : rest;
}

/** The place half a pixel to the upper left, between whose four pixels it is interpolated. */
export const cornerOf = (coordinate: number, bits: number): number => coordinate - (1 << (bits - 1));

/** The fraction of a coordinate with `bits` fractional bits, rounded to 12 bits: 0 to 4,096. */
export function fraction12(coordinate: number, bits: number): number {
  const fraction = coordinate & ((1 << bits) - 1);
  return ((fraction << 1) + (1 << (bits - 12))) >> (bits - 11);
}

/* ------------------------------------------------------------------ average */

/**
 * Pixels [start, end), the triangle's centre and reach, the parts of a pixel, and how far weights are shifted to have
 * room.
 */
export interface Span {
  start: number;
  end: number;
  centre: number;
  reach: number;
  part: number;
  shift: number;
}

/** `numbers`: the first centre, the step to the next (negative in a flipped picture), and the parts of a pixel. */
export function averageSpan(numbers: Three, shift: number, index: number, axis: Axis): Span {
  const centre = (numbers[0] + Math.imul(numbers[1], index)) | 0;
  const part = numbers[2];
  const reach = Math.max(part, Math.abs(asI32(numbers[1])));
  const start = Math.max(Math.trunc((centre - reach + (part >> 1)) / part), axis.start);
  const end = Math.min(Math.trunc((centre + reach + (part >> 1)) / part), axis.end);
  return { start, end, centre, reach, part, shift };
}

/** From a pixel's centre to the triangle's. */
export const averageDistance = (span: Span, pixel: number): number =>
  Math.abs(pixel * span.part + (span.part >> 1) - span.centre);

export const averageWeight = (span: Span, pixel: number): number =>
  Math.max(span.reach - averageDistance(span, pixel), 0) >>> span.shift;

/** Whether the output pixel's centre is on both axes. */
export function isAverageInside(w: WarpWords, at: Spot, across: Axis, down: Axis): boolean {
  const x = (w.x[0] + Math.imul(w.x[1], at.x)) | 0;
  const y = (w.y[0] + Math.imul(w.y[1], at.y)) | 0;
  return x >= across.start * w.x[2] && x < across.end * w.x[2] && y >= down.start * w.y[2] && y < down.end * w.y[2];
}
