/**
 * One outline as a picture shows it: what encloses it, how large it is there, and how much of it is left, measured in
 * the source. (A homography stretches parts of an object differently, and crops along the way add up there.)
 */
import type { Cell } from "./cells.ts";
import { shownShare } from "./counts.ts";
import { placedAt } from "./field.ts";
import { inverse, type Matrix } from "./matrix.ts";
import { areaOf, cutRing, isInside, moveRing, type Ring } from "./ring.ts";
import type { Base, Below, Seen } from "./seen.ts";

/** An object's outline in its source picture. */
export interface Outline {
  rings: readonly Ring[];
  isConvex: boolean;
  /** The picture's border, three numbers a side, where rings may stick out of it: a convex one was cut already. */
  border: readonly number[];
  /** The area that they enclose within the picture. */
  area: number;
}

/** What is left of an outline. */
export class Measure {
  left = 0;
  top = 0;
  right = 0;
  bottom = 0;
  /** In pixels of the picture that is made. */
  area = 0;
  /** Of the source, what is hidden taken off. */
  sourceArea = 0;
  /** The most that a cell weighs which shows any of it. */
  weight = 0;
  /** Rings of what is left, where they are asked for. */
  pieces: Ring[] | undefined;

  clear(): void {
    this.left = Number.POSITIVE_INFINITY;
    this.top = Number.POSITIVE_INFINITY;
    this.right = Number.NEGATIVE_INFINITY;
    this.bottom = Number.NEGATIVE_INFINITY;
    this.area = 0;
    this.sourceArea = 0;
    this.weight = 0;
    if (this.pieces) this.pieces = [];
  }

  /** Whether anything is left. */
  get isThere(): boolean {
    return this.right >= this.left;
  }

  add(x: number, y: number): void {
    if (x < this.left) this.left = x;
    if (x > this.right) this.right = x;
    if (y < this.top) this.top = y;
    if (y > this.bottom) this.bottom = y;
  }
}

/** Pieces of less area than this, in square pixels, are what rounding leaves. */
const LEAST = 1e-9;

let moved = new Float64Array(256);

/** Measures an outline in one source's part of a picture. */
export function measure(seen: Seen, outline: Outline, into: Measure): void {
  into.clear();
  if (seen.base.below) {
    measureThroughField(seen, outline, into);
    return;
  }
  for (const ring of outline.rings) {
    for (const cell of seen.cells) {
      const area = addPiece(ring, outline, cell, into);
      if (!seen.shown) into.sourceArea += area;
    }
    for (const cell of seen.shown ?? []) into.sourceArea += shownAreaOf(ring, outline, cell);
  }
}

/** Adds what a cell shows of a ring; returns its area in the cell's own coordinates. */
function addPiece(ring: Ring, outline: Outline, cell: Cell, into: Measure): number {
  if (isBeside(ring, cell)) return 0;
  const planes = planesOf(outline, cell);
  const cut = cutRing(ring, ring.length, planes);
  const area = areaOf(cut.ring, cut.length);
  if (area < LEAST) return 0;
  if (cell.weight > into.weight) into.weight = cell.weight;
  if (moved.length < cut.length) moved = new Float64Array(2 * cut.length);
  moveRing(cut.ring, cut.length, cell.forth, moved);
  into.area += areaOf(moved, cut.length);
  if (outline.isConvex || planes.length === 0) {
    for (let i = 0; i < cut.length; i += 2) into.add(moved[i]!, moved[i + 1]!);
  } else {
    addBounds(ring, planes, cell, into);
  }
  into.pieces?.push(moved.slice(0, cut.length));
  return area;
}

/** How much of a ring a cell shows, counted by area and by pixels. */
function shownAreaOf(ring: Ring, outline: Outline, cell: Cell): number {
  if (isBeside(ring, cell)) return 0;
  const cut = cutRing(ring, ring.length, planesOf(outline, cell));
  const area = areaOf(cut.ring, cut.length);
  return area < LEAST ? 0 : area * shownShare(cut.ring, cut.length, cell.counts);
}

const planesOf = ({ border }: Outline, { planes }: Cell): readonly number[] =>
  border.length === 0 ? planes : [...border, ...planes];

/** Whether all of a ring lies on one side of what encloses a cell. */
function isBeside(ring: Ring, { left, top, right, bottom }: Cell): boolean {
  let [isLeft, isRight, isAbove, isBelow] = [true, true, true, true];
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]!;
    const y = ring[i + 1]!;
    if (x > left) isLeft = false;
    if (x < right) isRight = false;
    if (y > top) isAbove = false;
    if (y < bottom) isBelow = false;
  }
  return isLeft || isRight || isAbove || isBelow;
}

/**
 * What encloses a ring of any shape within a cell: the parts of its edges in there, and the cell's corners in the ring.
 * (A ring that was cut line by line has edges along the cuts that are no edges of anything.)
 */
function addBounds(ring: Ring, planes: readonly number[], { ring: corners, forth }: Cell, into: Measure): void {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x, y] = [ring[j]!, ring[j + 1]!];
    const [dx, dy] = [ring[i]! - x, ring[i + 1]! - y];
    let from = 0;
    let to = 1;
    for (let plane = 0; plane < planes.length; plane += 3) {
      const at = planes[plane]! * x + planes[plane + 1]! * y + planes[plane + 2]!;
      const step = planes[plane]! * dx + planes[plane + 1]! * dy;
      if (step > 0) from = Math.max(from, -at / step);
      else if (step < 0) to = Math.min(to, -at / step);
      else if (at < 0) to = -1;
    }
    if (from > to) continue;
    addPoint(x + dx * from, y + dy * from, forth, into);
    addPoint(x + dx * to, y + dy * to, forth, into);
  }
  for (let i = 0; i < corners.length; i += 2)
    if (isInside(ring, ring.length, corners[i]!, corners[i + 1]!)) addPoint(corners[i]!, corners[i + 1]!, forth, into);
}

const point = new Float64Array(2);

function addPoint(x: number, y: number, forth: Matrix, into: Measure): void {
  point[0] = x;
  point[1] = y;
  moveRing(point, 2, forth, point);
  into.add(point[0], point[1]);
}

/* ------------------------------------------------------------------ warps without a matrix */

/** Vertices that a side of an outline gets before a warp that bends it. */
const BENDS = 16;

const BENT: Outline = { rings: [], isConvex: false, border: [], area: 0 };

/** A ring behind a warp that bends, and the way its points come from the source. */
interface Bent {
  ring: Ring;
  /** Moves points back to the source, in place. */
  back(ring: Ring): void;
}

function measureThroughField(seen: Seen, outline: Outline, into: Measure): void {
  for (const { ring } of bentRings(seen.base, outline, "cells"))
    for (const cell of seen.cells) addPiece(ring, BENT, cell, into);
  for (const { ring, back } of bentRings(seen.base, outline, "shown")) {
    for (const cell of seen.shown ?? seen.cells) {
      if (isBeside(ring, cell)) continue;
      const cut = cutRing(ring, ring.length, cell.planes);
      if (areaOf(cut.ring, cut.length) < LEAST) continue;
      const piece = cut.ring.slice(0, cut.length);
      const share = shownShare(piece, piece.length, cell.counts);
      back(piece);
      into.sourceArea += areaOf(piece) * share;
    }
  }
}

/** What of an outline comes through to a base, of the cells below or of what they show. */
function bentRings({ below }: Base, outline: Outline, which: "cells" | "shown"): Bent[] {
  if (!below) return outline.rings.map((ring) => ({ ring, back: () => {} }));
  return bentRings(below.base, outline, which).flatMap((bent) =>
    cellsOf(below, which).flatMap((cell) => bend(bent, below.base.below ? BENT : outline, cell, below) ?? []),
  );
}

const cellsOf = ({ cells, shown }: Below, which: "cells" | "shown") => (which === "shown" ? (shown ?? cells) : cells);

/** One piece through the warp. */
function bend({ ring, back }: Bent, outline: Outline, cell: Cell, { place, base }: Below): Bent | undefined {
  if (isBeside(ring, cell)) return undefined;
  const cut = cutRing(ring, ring.length, planesOf(outline, cell));
  if (areaOf(cut.ring, cut.length) < LEAST) return undefined;
  const dense = densified(cut.ring, cut.length);
  moveRing(dense, dense.length, cell.forth, dense);
  for (let i = 0; i < dense.length; i += 2) {
    const [x, y] = placedAt(place, base.size, dense[i]!, dense[i + 1]!);
    dense[i] = x;
    dense[i + 1] = y;
  }
  const home = inverse(cell.forth)!;
  return {
    ring: dense,
    back(moved) {
      for (let i = 0; i < moved.length; i += 2) {
        const [x, y] = place(moved[i]!, moved[i + 1]!);
        moved[i] = x;
        moved[i + 1] = y;
      }
      moveRing(moved, moved.length, home, moved);
      back(moved);
    },
  };
}

/** The same ring with more vertices on each side. */
export function densified(ring: Ring, length: number): Ring {
  const dense = new Float64Array(length * BENDS);
  let at = 0;
  for (let i = 0, j = length - 2; i < length; j = i, i += 2) {
    const [x, y] = [ring[j]!, ring[j + 1]!];
    const [dx, dy] = [ring[i]! - x, ring[i + 1]! - y];
    for (let k = 0; k < BENDS; k++) {
      dense[at++] = x + (dx * k) / BENDS;
      dense[at++] = y + (dy * k) / BENDS;
    }
  }
  return dense;
}
