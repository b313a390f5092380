/** Single points on their way through a picture's moves and mixing. */
import type { Size } from "../format/format.ts";
import type { PixelBox } from "../ops/op.ts";
import { weightIn } from "./counts.ts";
import { placedAt } from "./field.ts";
import type { Matrix } from "./matrix.ts";
import type { Move, TilesMove, WarpMove } from "./moves.ts";
import type { Step } from "./seen.ts";

/** Where a point went; written over by the next one. */
export interface Carried {
  x: number;
  y: number;
  /** Whether it is in its picture, in every picture on the way, and shows there. */
  shows: boolean;
  /** Not behind a horizon: else there is no place. */
  isAhead: boolean;
  /** Whether it is painted over. */
  isHidden: boolean;
}

/**
 * Carries a point of the source along; pixels are half-open, so what lies on the right edge of a picture is outside.
 */
export function carry(steps: readonly Step[], size: Size, x: number, y: number, into: Carried): void {
  into.x = x;
  into.y = y;
  into.shows = isIn(x, y, size);
  into.isAhead = true;
  into.isHidden = false;
  for (const step of steps) {
    take(step, into);
    if (!into.isAhead) return;
  }
}

function take(step: Step, into: Carried): void {
  const { x, y } = into;
  switch (step.kind) {
    case "warp":
      if (step.window && !isInBox(x, y, step.window)) into.shows = false;
      takeWarp(step, into);
      return;
    case "field": {
      const [u, v] = placedAt(step.place, step.input, x, y);
      into.x = u;
      into.y = v;
      if (!isIn(u, v, step.output)) into.shows = false;
      return;
    }
    case "tiles":
      takeTiles(step, into);
      return;
    case "hide":
      if (isIn(x, y, step.output) && hides(step.hidden, x, y)) into.isHidden = true;
      return;
    case "through":
      if (weightIn(step, x, y) === 0) into.shows = false;
      return;
    default:
      if (isInBox(x, y, step.box) !== (step.kind === "inside")) into.shows = false;
  }
}

const hides = (hidden: Extract<Move, { kind: "hide" }>["hidden"], x: number, y: number): boolean =>
  "box" in hidden ? isInBox(x, y, hidden.box) : hidden.hides(Math.floor(x), Math.floor(y));

function takeWarp({ forth, output }: WarpMove, into: Carried): void {
  const { x, y } = into;
  const by = forth[6]! * x + forth[7]! * y + forth[8]!;
  if (by <= 0) {
    into.x = 0;
    into.y = 0;
    into.shows = false;
    into.isAhead = false;
    return;
  }
  into.x = (forth[0]! * x + forth[1]! * y + forth[2]!) / by;
  into.y = (forth[3]! * x + forth[4]! * y + forth[5]!) / by;
  if (!isIn(into.x, into.y, output)) into.shows = false;
}

/** What is in no tile, outside of the picture, stays. */
function takeTiles({ tiles }: TilesMove, into: Carried): void {
  const tile = tiles.find(({ from }) => isInBox(into.x, into.y, from));
  if (!tile) return;
  into.x += tile.by[0];
  into.y += tile.by[1];
}

const isIn = (x: number, y: number, { height, width }: Size): boolean => x >= 0 && y >= 0 && x < width && y < height;

const isInBox = (x: number, y: number, [x0, y0, x1, y1]: PixelBox): boolean => x >= x0 && y >= y0 && x < x1 && y < y1;

/** Whether moves mirror: −1, else 1. A warp that a function places does not fold over, and does not mirror. */
export function orientationOf(moves: readonly Move[]): 1 | -1 {
  let sign: 1 | -1 = 1;
  for (const move of moves) if (move.kind === "warp" && determinant(move.forth) < 0) sign = sign === 1 ? -1 : 1;
  return sign;
}

const determinant = ([a, b, c, d, e, f, g, h, i]: Matrix): number =>
  a! * (e! * i! - f! * h!) - b! * (d! * i! - f! * g!) + c! * (d! * h! - e! * g!);
