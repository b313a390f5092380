/**
 * Where a source picture is seen: convex cells of it, each with the matrix that takes it to the picture that is being
 * made. All cuts (a window, a border, a pasted box, a tile) are made once, on the cells; an outline is then cut by the
 * few lines that bound a cell, and measured where it came from.
 *
 * Lines are kept in the source's own coordinates, as half-planes a x + b y + c ≥ 0. A border of the picture that is
 * being made is one there too, with a homography as well: X / W ≥ x0 is X − x0 W ≥ 0, and between two borders W is
 * positive. So nothing behind a horizon is ever divided by.
 */
import type { PixelBox } from "../ops/op.ts";
import type { Count } from "./counts.ts";
import { after, type Matrix, SAME_PLACE, sameMatrix, shiftBy } from "./matrix.ts";
import type { TilesMove, WarpMove } from "./moves.ts";
import { areaOf, type Cut, cutBy, type Ring } from "./ring.ts";

export interface Cell {
  /** The lines that bound it within the source, three numbers each. */
  readonly planes: readonly number[];
  /** What they leave of the source picture. */
  readonly ring: Ring;
  /** What encloses the ring. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Source → the picture that is being made. */
  readonly forth: Matrix;
  /** Where only some of it shows, pixel by pixel. */
  readonly counts: readonly Count[];
  /** How strongly it shows, times the weight of all cells together. */
  readonly weight: number;
  /** Which tile it was of, of those that changed places: a number for each way through them. 0: there were none. */
  readonly part: number;
}

const NO_COUNTS: readonly Count[] = [];
/** A line that is nearer to everything than this, in pixels, cuts nothing; what is thinner is nothing. */
const NEAR = 1e-9;

/** All of a picture. */
export function wholeCell(width: number, height: number): Cell {
  const ring = Float64Array.of(0, 0, width, 0, width, height, 0, height);
  return cellOf([], ring, { forth: SAME_PLACE, counts: NO_COUNTS, weight: 1, part: 0 });
}

function cellOf(
  planes: readonly number[],
  ring: Ring,
  { forth, counts, weight, part }: Pick<Cell, "forth" | "counts" | "weight" | "part">,
): Cell {
  let [left, top, right, bottom] = [ring[0]!, ring[1]!, ring[0]!, ring[1]!];
  for (let i = 2; i < ring.length; i += 2) {
    left = Math.min(left, ring[i]!);
    right = Math.max(right, ring[i]!);
    top = Math.min(top, ring[i + 1]!);
    bottom = Math.max(bottom, ring[i + 1]!);
  }
  return { planes, ring, left, top, right, bottom, forth, counts, weight, part };
}

const plane = new Float64Array(3);

/** Sets the line of one side of a box in the picture that is being made: 0 left, 1 right, 2 above, 3 below. */
function setSide(forth: Matrix, box: PixelBox, side: number): void {
  const row = side < 2 ? 0 : 3;
  const at = side === 0 ? box[0] : side === 1 ? box[2] : side === 2 ? box[1] : box[3];
  const sign = side % 2 === 0 ? 1 : -1;
  for (let i = 0; i < 3; i++) plane[i] = sign * (forth[row + i]! - at * forth[6 + i]!);
}

/** The ring that is being cut, in a buffer, and the lines that cut anything of it so far. */
const now: Cut = { ring: new Float64Array(), length: 0 };
const active: number[] = [];

function begin({ ring }: Cell): void {
  now.ring = ring;
  now.length = ring.length;
  active.length = 0;
}

/** Cuts what is being cut by `plane`; false where nothing is left on its inner side. */
function cutByPlane(): boolean {
  const { ring, length } = now;
  const a = plane[0]!;
  const b = plane[1]!;
  const c = plane[2]!;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i += 2) {
    const value = a * ring[i]! + b * ring[i + 1]! + c;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least >= -NEAR) return true;
  if (most <= NEAR) return false;
  cutBy(now, a, b, c);
  if (areaOf(now.ring, now.length) <= NEAR) return false;
  active.push(a, b, c);
  return true;
}

/** What was cut of a cell: itself where nothing was. */
function end(cell: Cell): Cell {
  if (active.length === 0) return cell;
  return cellOf([...cell.planes, ...active], now.ring.slice(0, now.length), cell);
}

/** Cuts a cell by the sides of a box; false where nothing is left. */
function cutByBox(cell: Cell, box: PixelBox): boolean {
  begin(cell);
  for (let side = 0; side < 4; side++) {
    setSide(cell.forth, box, side);
    if (!cutByPlane()) return false;
  }
  return true;
}

/** The cell on the inner side of a line (1), or beyond it (−1), if there is anything. */
function sideOf(cell: Cell, planes: readonly number[], at: number, sign: 1 | -1): Cell | undefined {
  begin(cell);
  for (let i = 0; i < 3; i++) plane[i] = sign * planes[at + i]!;
  return cutByPlane() ? end(cell) : undefined;
}

/** What of a cell lies in a box of the picture that is being made. */
export const inBox = (cell: Cell, box: PixelBox): Cell | undefined => (cutByBox(cell, box) ? end(cell) : undefined);

/** What of a cell lies outside of a box: up to four cells, left and right of it, then above and below. */
export function outsideBox(cell: Cell, box: PixelBox): Cell[] {
  return cutByBox(cell, box) ? beyond(cell, active.slice()) : [cell];
}

/** What of a cell is not within lines: beyond the first, then within that beyond the next … */
function beyond(cell: Cell, planes: readonly number[]): Cell[] {
  const parts: Cell[] = [];
  let rest: Cell | undefined = cell;
  for (let at = 0; at < planes.length && rest; at += 3) {
    const outer = sideOf(rest, planes, at, -1);
    if (outer) parts.push(outer);
    rest = sideOf(rest, planes, at, 1);
  }
  return parts;
}

/** What two cells of one source have in common, as strong as both together. */
function both(cell: Cell, other: Cell): Cell | undefined {
  begin(cell);
  for (let at = 0; at < other.planes.length; at += 3) {
    for (let i = 0; i < 3; i++) plane[i] = other.planes[at + i]!;
    if (!cutByPlane()) return undefined;
  }
  return { ...end(cell), weight: cell.weight + other.weight };
}

/** All cells of one source that was moved alike; where two lie over each other they are one. */
export function united(a: readonly Cell[], b: readonly Cell[]): Cell[] {
  const alone = (cells: readonly Cell[], others: readonly Cell[]) =>
    others.reduce<Cell[]>((rest, other) => rest.flatMap((cell) => beyond(cell, other.planes)), [...cells]);
  const common = a.flatMap((cell) => b.flatMap((other) => both(cell, other) ?? []));
  return [...alone(a, b), ...common, ...alone(b, a)];
}

/** Whether two cells of one source are the same part of it in the same place. */
export const sameCell = (a: Cell, b: Cell): boolean =>
  a === b ||
  (a.weight === b.weight && a.counts === b.counts && sameMatrix(a.planes, b.planes) && sameMatrix(a.forth, b.forth));

/** A cell after a warp: what was read of it, and is within the new picture. */
export function warpedCell(cell: Cell, { window, forth, output }: WarpMove): Cell | undefined {
  const read = window ? inBox(cell, window) : cell;
  return read && inBox(placed(read, after(forth, read.forth)), [0, 0, output.width, output.height]);
}

/** The same cell in another place. */
const placed = (
  { planes, ring, left, top, right, bottom, counts, weight, part }: Cell,
  forth: Matrix,
  tile = part,
): Cell => ({
  planes,
  ring,
  left,
  top,
  right,
  bottom,
  forth,
  counts,
  weight,
  part: tile,
});

/** A cell after its tiles changed places. */
export function tiledCells(cell: Cell, { tiles }: TilesMove): Cell[] {
  return tiles.flatMap(({ from, by }, i) => {
    const inside = inBox(cell, from);
    if (!inside) return [];
    return [placed(inside, after(shiftBy(by[0], by[1]), inside.forth), cell.part * tiles.length + i + 1)];
  });
}
