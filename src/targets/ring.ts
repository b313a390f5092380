/**
 * Rings of vertices, x and y one after the other in one array. A cut leaves a ring in a buffer that the next cuts write
 * over, so that nothing is made for each of thousands of outlines.
 */
import type { Matrix } from "./matrix.ts";

export type Ring = Float64Array;

/** A ring in a buffer: its first `length` numbers. */
export interface Cut {
  ring: Float64Array;
  length: number;
}

/** Room for two cuts in turn; it grows. */
const buffers: [Float64Array, Float64Array] = [new Float64Array(256), new Float64Array(256)];

/** Twice the signed area of a ring. */
function twiceArea(ring: Float64Array, length: number): number {
  let sum = 0;
  let x = ring[length - 2]!;
  let y = ring[length - 1]!;
  for (let i = 0; i < length; i += 2) {
    const nextX = ring[i]!;
    const nextY = ring[i + 1]!;
    sum += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return sum;
}

/** The area that a ring encloses. */
export const areaOf = (ring: Float64Array, length = ring.length): number =>
  length < 6 ? 0 : Math.abs(twiceArea(ring, length)) / 2;

/**
 * The part of a ring where a x + b y + c ≥ 0 for every three numbers of `planes`. Right for areas; a ring that isn't
 * convex keeps edges along the cuts between its parts. What comes back holds until the next call.
 */
export function cutRing(ring: Float64Array, length: number, planes: ArrayLike<number>): Cut {
  const cut: Cut = { ring, length };
  for (let plane = 0; plane < planes.length && cut.length > 0; plane += 3)
    cutBy(cut, planes[plane]!, planes[plane + 1]!, planes[plane + 2]!);
  return cut;
}

/** Cuts by one half-plane: the ring is then in a buffer, unless nothing was cut off. */
export function cutBy(cut: Cut, a: number, b: number, c: number): void {
  const { ring, length } = cut;
  let i = 0;
  while (i < length && a * ring[i]! + b * ring[i + 1]! + c >= 0) i += 2;
  if (i === length) return;
  const slot = ring === buffers[0] ? 1 : 0;
  if (buffers[slot].length < 2 * length + 4) buffers[slot] = new Float64Array(4 * length + 8);
  cut.length = cutInto(cut, a, b, c, buffers[slot]);
  cut.ring = buffers[slot];
}

/** Sutherland and Hodgman's step: vertices inside, and where edges cross the line. */
function cutInto({ ring, length }: Cut, a: number, b: number, c: number, into: Float64Array): number {
  let count = 0;
  let x = ring[length - 2]!;
  let y = ring[length - 1]!;
  let value = a * x + b * y + c;
  for (let i = 0; i < length; i += 2) {
    const nextX = ring[i]!;
    const nextY = ring[i + 1]!;
    const nextValue = a * nextX + b * nextY + c;
    if (value >= 0 !== nextValue >= 0) {
      const share = value / (value - nextValue);
      into[count++] = x + (nextX - x) * share;
      into[count++] = y + (nextY - y) * share;
    }
    if (nextValue >= 0) {
      into[count++] = nextX;
      into[count++] = nextY;
    }
    x = nextX;
    y = nextY;
    value = nextValue;
  }
  return count;
}

/** Moves a ring by a matrix; `into` may be the ring itself. Denominators must be positive. */
export function moveRing(ring: Float64Array, length: number, m: Matrix, into: Float64Array): void {
  const [a, b, c, d, e, f, g, h, k] = [m[0]!, m[1]!, m[2]!, m[3]!, m[4]!, m[5]!, m[6]!, m[7]!, m[8]!];
  const flat = g === 0 && h === 0 && k === 1;
  for (let i = 0; i < length; i += 2) {
    const x = ring[i]!;
    const y = ring[i + 1]!;
    const by = flat ? 1 : g * x + h * y + k;
    into[i] = (a * x + b * y + c) / by;
    into[i + 1] = (d * x + e * y + f) / by;
  }
}

/** Whether a ring turns one way only. */
export function isConvex(ring: Float64Array): boolean {
  const { length } = ring;
  let sign = 0;
  for (let i = 0; i < length; i += 2) {
    const j = (i + 2) % length;
    const k = (i + 4) % length;
    const turn =
      (ring[j]! - ring[i]!) * (ring[k + 1]! - ring[j + 1]!) - (ring[j + 1]! - ring[i + 1]!) * (ring[k]! - ring[j]!);
    if (turn === 0) continue;
    if (sign !== 0 && turn > 0 !== sign > 0) return false;
    sign = turn;
  }
  // A ring that goes round twice turns one way too; it crosses itself.
  return length <= 8 || crossings(ring) <= 2;
}

/** How often the edges change between left and right: a ring that goes round once does so twice. */
function crossings(ring: Float64Array): number {
  const { length } = ring;
  let changes = 0;
  let last = 0;
  let first = 0;
  for (let i = 0; i < length; i += 2) {
    const step = ring[(i + 2) % length]! - ring[i]!;
    if (step === 0) continue;
    if (first === 0) first = step;
    if (last !== 0 && step > 0 !== last > 0) changes++;
    last = step;
  }
  if (last !== 0 && last > 0 !== first > 0) changes++;
  return changes;
}

/** Whether a point lies in a ring, by even and odd; on an edge either answer may come. */
export function isInside(ring: Float64Array, length: number, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = length - 2; i < length; j = i, i += 2) {
    const up = ring[i + 1]! > y;
    if (up === ring[j + 1]! > y) continue;
    if (x < ring[i]! + ((y - ring[i + 1]!) / (ring[j + 1]! - ring[i + 1]!)) * (ring[j]! - ring[i]!)) inside = !inside;
  }
  return inside;
}
