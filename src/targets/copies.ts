/** Copies of a picture that an edge shows around it: mirrored ones, or the picture again. */
import { found, PlanError } from "../check/errors.ts";
import type { Edge, PixelBox } from "../ops/op.ts";
import { after, type Matrix } from "./matrix.ts";
import type { Move, WarpMove } from "./move-kinds.ts";

/** The edges that show parts of the picture again. */
const REPEATS: readonly Edge[] = ["reflect", "symmetric", "wrap"];

export const isRepeated = (edge: Edge): boolean => REPEATS.includes(edge);

/** More than so many are a pattern, and no picture of objects. */
const MOST = 256;

/** A copy along one axis: x' = sign · x + by, of what lies from `from` to `to`. */
interface Along {
  sign: 1 | -1;
  by: number;
  from: number;
  to: number;
}

/**
 * The copies that a warp with such an edge shows beside the picture itself: the same move from each copy's own place.
 * @throws PlanError at `path` for a warp that shows its horizon, or too many copies
 */
export function copiesOf(move: WarpMove, edge: Edge, path: () => string): readonly WarpMove[] {
  const { back, forth, input, output, window = [0, 0, input.width, input.height] } = move;
  const corners = [
    [0, 0],
    [output.width, 0],
    [0, output.height],
    [output.width, output.height],
  ].map(([x, y]) => [0, 3, 6].map((row) => back[row]! * x! + back[row + 1]! * y! + back[row + 2]!));
  if (corners.some(([, , by]) => by! <= 0))
    throw new PlanError(`${path()}.edge`, 'a warp without its horizon, for copies: "objects"', edge);
  const places = (axis: 0 | 1) => corners.map((corner) => corner[axis]! / corner[2]!);
  const [columns, rows] = ([0, 1] as const).map((axis) =>
    copiesAlong(edge, window[axis], window[axis + 2]!, [Math.min(...places(axis)), Math.max(...places(axis))]),
  ) as [Along[], Along[]];
  const many = columns.length * rows.length;
  if (many > MOST)
    throw new PlanError(path(), `at most ${MOST} copies of a picture, for copies: "objects"`, found(`${many}`));
  return rows.flatMap((row) =>
    columns.flatMap((column): WarpMove[] => {
      if (isItself(column) && isItself(row)) return [];
      const there: Matrix = [column.sign, 0, column.by, 0, row.sign, row.by, 0, 0, 1];
      const home: Matrix = [column.sign, 0, -column.sign * column.by, 0, row.sign, -row.sign * row.by, 0, 0, 1];
      const part: PixelBox = [column.from, row.from, column.to, row.to];
      return [{ ...move, back: after(home, back), forth: after(forth, there), window: part }];
    }),
  );
}

const isItself = ({ sign, by }: Along): boolean => sign === 1 && by === 0;

/** Those that lie between two places, the picture itself among them. */
function copiesAlong(edge: Edge, from: number, to: number, [least, most]: [number, number]): Along[] {
  // A mirror in the middle of the border's pixels has each of them once.
  const period = edge === "reflect" ? to - from - 1 : to - from;
  if (period <= 0) return [{ sign: 1, by: 0, from, to }];
  const first = Math.min(0, Math.floor((least - to) / period) + 1);
  const last = Math.max(0, Math.ceil((most - from) / period) - 1);
  return Array.from({ length: Math.min(MOST + 1, last - first + 1) }, (_, k): Along => {
    const i = first + k;
    const isMirrored = edge !== "wrap" && i % 2 !== 0;
    const by = isMirrored ? from + to + i * period : i * period;
    const sign = isMirrored ? -1 : 1;
    if (edge !== "reflect" || i === 0) return { sign, by, from, to };
    // The pixel that it has in common with the copy before is that one's.
    return i > 0 === isMirrored ? { sign, by, from, to: to - 1 } : { sign, by, from: from + 1, to };
  });
}

/** A picture's moves, and those of each copy of it. */
export function withCopies(moves: readonly Move[]): (readonly Move[])[] {
  if (!moves.some((move) => move.kind === "warp" && move.copies)) return [moves];
  let all: Move[][] = [[]];
  for (const move of moves) {
    const ways = move.kind === "warp" ? [move, ...(move.copies ?? [])] : [move];
    all = ways.flatMap((way) => all.map((before) => [...before, way]));
  }
  return all;
}
