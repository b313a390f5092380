/** Where one source's pixels are in a picture of the output, and where those of the output are from. */
import { anyValidPlan } from "../analysis/any-valid-plan.ts";
import { stageSizes } from "../analysis/runs.ts";
import { found, InputError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import type { Size } from "../format/format.ts";
import type { Plan } from "../plan/plan.ts";
import { type Move, movesOf } from "./moves.ts";
import { type Carried, carry, orientationOf } from "./points.ts";
import { outputSize, sourceSize } from "./sizes.ts";

/** The way of one source into one picture. */
export interface Geometry {
  /** The place in `plan.sources`. */
  readonly source: number;
  /** What happens to it on the way, in order; warps that are one read are one move. */
  readonly moves: readonly Move[];
  /** Of the source, and of the output. */
  readonly input: Size;
  readonly size: Size;
  /** −1 where left and right changed places, else 1. */
  readonly orientation: 1 | -1;
  /**
   * Where points of the source are in the output: x and y one after the other, in pixels with edges counted (a pixel's
   * middle is at + 0.5). Nothing is cut off; NaN behind a horizon.
   */
  forth(points: PointList): Float64Array;
  /** Where points of the output come from. NaN beyond a horizon. */
  back(points: PointList): Float64Array;
}

export type PointList = Float32Array | Float64Array | readonly number[];

/** Warps are looked at as they are, whatever shows beyond a border. */
const ANY = { copies: "ignore", byCall: false } as const;

/**
 * The geometry of one row's leaf: for values that turn with the picture (normals, flow), for overlays, for checks.
 *
 * @param row of the output
 * @param leaf which of the row's sources, numbered as `provenance` numbers them: read from the top, each bit takes the
 * own (0) or the partner's side (1) of a row, beginning with the last stage. Default 0: own pictures all the way
 * @throws PlanError for a plan that is not valid; InputError for a row or leaf that it does not have
 */
export function geometryOf(plan: Plan, row: number, leaf = 0): Geometry {
  const valid = anyValidPlan(plan);
  const { stages } = valid;
  checkIndex("geometryOf.row", row, stages.at(-1)!.rows.length);
  checkIndex("geometryOf.leaf", leaf, 2 ** stages.length);
  let position = row;
  const path: { level: number; position: number }[] = [];
  for (let level = stages.length; level > 0; level--) {
    path.unshift({ level, position });
    const { own, partner = own } = stages[level - 1]!.rows[position] as { own: number; partner?: number };
    position = (leaf >> (level - 1)) & 1 ? partner : own;
  }
  const moves = [{ level: 0, position }, ...path].flatMap((at) => movesOfPicture(valid, at));
  return geometry(valid, position, moves);
}

/** The moves of a picture's own ops. Level 0 are the sources. */
export function movesOfPicture(plan: Plan, { level, position }: { level: number; position: number }): readonly Move[] {
  if (level === 0) {
    const { ops } = plan.sources[position]!;
    return movesOf(ops, sourceSize(plan, position), ANY, () => `plan.sources[${position}].ops`);
  }
  const { height, width } = stageSizes(plan)[level - 1]!;
  const { ops } = plan.stages[level - 1]!.rows[position]!;
  return movesOf(ops, { height, width }, ANY, () => `plan.stages[${level - 1}].rows[${position}].ops`);
}

function geometry(plan: Plan, source: number, moves: readonly Move[]): Geometry {
  const input = sourceSize(plan, source);
  return {
    source,
    moves,
    input,
    size: outputSize(plan),
    orientation: orientationOf(moves),
    forth: (points) => eachPoint("forth.points", points, (x, y) => forthOf(moves, input, x, y)),
    back: (points) => eachPoint("back.points", points, (x, y) => backOfPoint(moves, x, y)),
  };
}

const NOWHERE: readonly [number, number] = [Number.NaN, Number.NaN];
const going: Carried = { x: 0, y: 0, shows: false, isAhead: true, isHidden: false };

function forthOf(moves: readonly Move[], input: Size, x: number, y: number): readonly [number, number] {
  carry(moves, input, x, y, going);
  return going.isAhead ? [going.x, going.y] : NOWHERE;
}

/** Where a point after the moves was before them. */
export function backOfPoint(moves: readonly Move[], x: number, y: number): readonly [x: number, y: number] {
  let at: readonly [number, number] = [x, y];
  for (let i = moves.length - 1; i >= 0; i--) at = backBy(moves[i]!, at[0], at[1]);
  return at;
}

function backBy(move: Move, x: number, y: number): readonly [number, number] {
  switch (move.kind) {
    case "warp": {
      const { back } = move;
      const by = back[6]! * x + back[7]! * y + back[8]!;
      if (!(by > 0)) return NOWHERE;
      return [(back[0]! * x + back[1]! * y + back[2]!) / by, (back[3]! * x + back[4]! * y + back[5]!) / by];
    }
    case "field":
      return move.place(x, y);
    case "tiles": {
      const tile = move.tiles.find(({ from, by }) => {
        const [u, v] = [x - by[0], y - by[1]];
        return u >= from[0] && v >= from[1] && u < from[2] && v < from[3];
      });
      return tile ? [x - tile.by[0], y - tile.by[1]] : [x, y];
    }
    default:
      return [x, y];
  }
}

/** A new list, point by point. */
export function eachPoint(
  path: string,
  points: PointList,
  place: (x: number, y: number) => readonly [number, number],
): Float64Array {
  const isList = points instanceof Float32Array || points instanceof Float64Array;
  if (!isList && !isListOf(points, (number) => typeof number === "number"))
    throw new InputError(path, "a list of x and y of points", points);
  if (points.length % 2 !== 0) throw new InputError(path, "x and y of each point", found(`${points.length} numbers`));
  const made = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) made.set(place(points[i]!, points[i + 1]!), i);
  return made;
}

export function checkIndex(path: string, index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count)
    throw new InputError(path, `an integer in 0..${count - 1}`, index);
}
