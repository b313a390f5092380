/**
 * What shows only in part, pixel by pixel: through a mixing mask, or between the holes of a grid. It is counted at the
 * pixel centres inside a piece of an outline.
 */
import type { Size } from "../format/format.ts";
import { boundsOf } from "./formats.ts";
import { inverse, type Matrix } from "./matrix.ts";
import { moveRing, type Ring } from "./ring.ts";

/** Pixels of one picture on the way, and how much of each shows. */
export interface Count {
  /** Source → that picture. */
  readonly forth: Matrix;
  readonly size: Size;
  /** 0 to 1; of pixels of the picture only. */
  readonly weightAt: (x: number, y: number) => number;
}

/**
 * How much of a piece shows, 0 to 1: the mean over the pixel centres in it, or the nearest one where there are none.
 */
export function shownShare(piece: Ring, length: number, counts: readonly Count[]): number {
  if (counts.length === 0) return 1;
  const last = counts[counts.length - 1]!;
  const ring = new Float64Array(length);
  moveRing(piece, length, last.forth, ring);
  const weightAt = counts.length === 1 ? last.weightAt : together(counts);
  let sum = 0;
  let pixels = 0;
  const [, top, , bottom] = boundsOf(ring);
  const { height, width } = last.size;
  const firstRow = Math.max(0, Math.floor(top));
  const endRow = Math.min(height, Math.ceil(bottom));
  for (let y = firstRow; y < endRow; y++) {
    const crossings = crossingsAt(ring, y + 0.5);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const first = Math.max(0, Math.ceil(crossings[i]! - 0.5));
      const end = Math.min(width, Math.ceil(crossings[i + 1]! - 0.5));
      for (let x = first; x < end; x++) sum += weightAt(x, y);
      pixels += Math.max(0, end - first);
    }
  }
  if (pixels > 0) return sum / pixels;
  return atMiddle(ring, last.size, weightAt);
}

/** At the pixel that the middle of a piece lies in. */
function atMiddle(ring: Ring, { height, width }: Size, weightAt: Count["weightAt"]): number {
  const [x0, y0, x1, y1] = boundsOf(ring);
  const within = (value: number, size: number) => Math.min(Math.max(Math.floor(value), 0), size - 1);
  return weightAt(within((x0 + x1) / 2, width), within((y0 + y1) / 2, height));
}

/** Where the edges of a ring cross a line of pixels, from left to right. */
function crossingsAt(ring: Ring, y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [y0, y1] = [ring[j + 1]!, ring[i + 1]!];
    if (y0 > y === y1 > y) continue;
    crossings.push(ring[j]! + ((y - y0) / (y1 - y0)) * (ring[i]! - ring[j]!));
  }
  return crossings.sort((a, b) => a - b);
}

/** What is left of a pixel of the last picture after all counts. */
function together(counts: readonly Count[]): Count["weightAt"] {
  const { forth, weightAt } = counts[counts.length - 1]!;
  const back = inverse(forth);
  const point = new Float64Array(2);
  const before = counts.slice(0, -1);
  return (x, y) => {
    let weight = weightAt(x, y);
    for (const count of before) {
      if (weight === 0 || !back) return weight;
      point[0] = x + 0.5;
      point[1] = y + 0.5;
      moveRing(point, 2, back, point);
      moveRing(point, 2, count.forth, point);
      weight *= weightIn(count, point[0]!, point[1]!);
    }
    return weight;
  };
}

/** At the pixel that a position lies in, or the nearest one. */
export function weightIn({ size, weightAt }: Pick<Count, "size" | "weightAt">, x: number, y: number): number {
  const within = (value: number, most: number) => Math.min(Math.max(Math.floor(value), 0), most - 1);
  return weightAt(within(x, size.width), within(y, size.height));
}
