/** From an output picture back to its source: what a network found in a view, in the picture's own places. */
import { anyValidPlan } from "../analysis/any-valid-plan.ts";
import { found, InputError, PlanError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import type { Plan } from "../plan/plan.ts";
import { type Boxes, formOf, numbersOf } from "./boxes.ts";
import {
  type BoxForm,
  type BoxFormat,
  boundsOf,
  isOriented,
  NUMBERS,
  readCorners,
  unitOf,
  writeCorners,
  writeUpright,
} from "./formats.ts";
import { backOfPoint, checkIndex, eachPoint, movesOfPicture, type PointList } from "./geometry.ts";
import { densified } from "./measure.ts";
import type { Move } from "./moves.ts";
import { sameMoves } from "./moves.ts";
import { checkOffsets, type Polygons } from "./objects.ts";
import { rectangleAlong } from "./oriented.ts";
import { PolygonColumn, type PolygonTable } from "./polygons.ts";
import { cutRing, moveRing, type Ring } from "./ring.ts";
import { outputSize, sourceSize } from "./sizes.ts";

/** The ways back of a plan's rows. */
export interface Backwards {
  /** The place in `plan.sources` that a row is a view of. */
  source(row: number): number;
  /**
   * Points of a row's picture, x and y one after the other, where they are in its source: in pixels with edges counted
   * (a pixel's middle is at + 0.5). Nothing is cut off.
   */
  points(row: number, points: PointList): Float64Array;
  /**
   * Boxes of a row's picture as boxes of its source, in the same format; normalised ones by each picture's own size. A
   * box that comes back turned is enclosed. Nothing is cut off: `clampBoxes` does that.
   */
  boxes(row: number, boxes: Boxes, form?: BoxFormat | BoxForm): Float32Array;
  /**
   * Rings of a row's picture, in pixels, as rings of its source. Behind a jigsaw a ring falls into one for each tile.
   */
  polygons(row: number, polygons: Pick<Polygons, "vertices" | "offsets">): PolygonTable;
}

/**
 * The way back for rows that are views of one source each, not mixed with others: predictions of test-time
 * augmentation, in the places of the picture itself.
 *
 * Its functions throw PlanError for a row that is a mix, naming it, and InputError for what is no list of boxes or
 * points.
 * @throws PlanError for a plan that is not valid
 */
export function backwards(plan: Plan): Backwards {
  const valid = anyValidPlan(plan);
  const views = new Map<number, View>();
  const viewOf = (path: string, row: number): View => {
    checkIndex(`${path}.row`, row, valid.stages.at(-1)!.rows.length);
    let view = views.get(row);
    if (!view) {
      view = trace(valid, valid.stages.length, row);
      views.set(row, view);
    }
    return view;
  };
  return {
    source: (row) => viewOf("backwards.source", row).source,
    points(row, points) {
      const { moves } = viewOf("backwards.points", row);
      return eachPoint("backwards.points.points", points, (x, y) => backOfPoint(moves, x, y));
    },
    boxes(row, boxes, form = "xyxy") {
      const path = "backwards.boxes";
      const view = viewOf(path, row);
      return boxesBack(
        valid,
        view,
        numbersOf(`${path}.boxes`, boxes, formOf(`${path}.form`, form).format),
        formOf(path, form),
      );
    },
    polygons(row, polygons) {
      const { moves } = viewOf("backwards.polygons", row);
      const rings = ringsOf("backwards.polygons.polygons", polygons);
      const column = new PolygonColumn([1, 1]);
      for (const ring of rings) column.add(ringsBack(ring, moves));
      return column.table();
    },
  };
}

/** One source, and its way. */
export interface View {
  source: number;
  moves: readonly Move[];
}

/** The one source of a picture. Two sides that are the same sample, moved alike, are one. */
export function trace(plan: Plan, level: number, position: number): View {
  if (level === 0) return { source: position, moves: movesOfPicture(plan, { level, position }) };
  const row = plan.stages[level - 1]!.rows[position]!;
  const own = row.mixer === "mixup" && row.lambda === 0 ? undefined : trace(plan, level - 1, row.own);
  const partner =
    row.mixer === "none" || (row.mixer === "mixup" && row.lambda === 1)
      ? undefined
      : trace(plan, level - 1, row.partner);
  if (own && partner && !isSameView(plan, own, partner)) {
    const path = `plan.stages[${level - 1}].rows[${position}]`;
    throw new PlanError(path, "a row of one source, to lead back from", found(`a ${row.mixer} of two`));
  }
  const view = (own ?? partner)!;
  const moves = movesOfPicture(plan, { level, position });
  return moves.length === 0 ? view : { ...view, moves: [...view.moves, ...moves] };
}

function isSameView(plan: Plan, a: View, b: View): boolean {
  const [one, other] = [plan.sources[a.source]!, plan.sources[b.source]!];
  return one.from === other.from && one.index === other.index && sameMoves(a.moves, b.moves);
}

function boxesBack(
  plan: Plan,
  { source, moves }: View,
  numbers: ArrayLike<number>,
  form: Required<BoxForm>,
): Float32Array {
  const { format } = form;
  const step = NUMBERS[format];
  const [given, made] = [unitOf(form, outputSize(plan)), unitOf(form, sourceSize(plan, source))];
  const result = new Float32Array(numbers.length);
  const corners = new Float64Array(8);
  for (let at = 0; at < numbers.length; at += step) {
    readCorners(numbers, at, format, given, corners);
    const pieces = ringsBack(corners.slice(), moves);
    if (pieces.length === 0) continue;
    if (!isOriented(format)) {
      writeUpright(boundsOf(pieces.flatMap((piece) => Array.from(piece))), result, at, format, made);
      continue;
    }
    const [x0, y0] = backOfPoint(moves, corners[0]!, corners[1]!);
    const [x1, y1] = backOfPoint(moves, corners[2]!, corners[3]!);
    rectangleAlong([x1 - x0, y1 - y0], pieces, corners);
    writeCorners(corners, result, at, format, made);
  }
  return result;
}

/** A ring before the moves: in pieces where a horizon or tiles cut it. */
function ringsBack(ring: Ring, moves: readonly Move[]): Ring[] {
  let rings = [ring];
  for (let i = moves.length - 1; i >= 0; i--) {
    const move = moves[i]!;
    rings = rings.flatMap((one) => ringBack(one, move));
  }
  return rings;
}

/** What is this near to a horizon, of the denominator in the output's middle, is beyond it. */
const HORIZON = 1e-6;

function ringBack(ring: Ring, move: Move): Ring[] {
  switch (move.kind) {
    case "warp": {
      const [, , , , , , g, h, k] = move.back as unknown as Nine;
      const middle = (g * move.output.width) / 2 + (h * move.output.height) / 2 + k;
      const cut = cutRing(ring, ring.length, [g, h, k - HORIZON * middle]);
      if (cut.length < 6) return [];
      const made = new Float64Array(cut.length);
      moveRing(cut.ring, cut.length, move.back, made);
      return [made];
    }
    case "field": {
      const made = densified(ring, ring.length);
      for (let i = 0; i < made.length; i += 2) made.set(move.place(made[i]!, made[i + 1]!), i);
      return [made];
    }
    case "tiles":
      return move.tiles.flatMap(({ from, by }) => {
        const [x0, y0, x1, y1] = [from[0] + by[0], from[1] + by[1], from[2] + by[0], from[3] + by[1]];
        const cut = cutRing(ring, ring.length, [1, 0, -x0, -1, 0, x1, 0, 1, -y0, 0, -1, y1]);
        if (cut.length < 6) return [];
        return [cut.ring.slice(0, cut.length).map((number, i) => number - by[i % 2]!)];
      });
    default:
      return [ring];
  }
}

type Nine = [number, number, number, number, number, number, number, number, number];

function ringsOf(path: string, polygons: Pick<Polygons, "vertices" | "offsets">): Ring[] {
  knownKeys(path, polygons, ["vertices", "offsets"]);
  const { vertices, offsets } = polygons;
  const numbers = eachPoint(`${path}.vertices`, vertices, (x, y) => [x, y]);
  const wrong = numbers.findIndex((number) => !Number.isFinite(number));
  if (wrong >= 0) throw new InputError(`${path}.vertices[${wrong}]`, "a finite number", numbers[wrong]);
  checkOffsets(`${path}.offsets`, offsets, numbers.length / 2, "vertices");
  return Array.from({ length: offsets.length - 1 }, (_, i) => {
    const ring = numbers.slice(2 * offsets[i]!, 2 * offsets[i + 1]!);
    if (ring.length < 6)
      throw new InputError(`${path}.offsets[${i}]`, "rings of three vertices at least", ring.length / 2);
    return ring;
  });
}
