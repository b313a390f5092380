/** The way of pictures into their views, in steps that a kernel can take: to bring predictions back. */
import { anyValidPlan } from "../analysis/any-valid-plan.ts";
import { found, InputError, PlanError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import type { Size } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import type { RestoreStep } from "../generated/layouts.ts";
import { evenCells } from "../ops/lib/field-nodes.ts";
import { sampledField } from "../ops/lib/sampled-field.ts";
import { isSame, showSize } from "../ops/size.ts";
import type { Plan } from "../plan/plan.ts";
import { trace } from "./backwards.ts";
import { placedAt } from "./field.ts";
import { checkIndex } from "./geometry.ts";
import type { Move } from "./moves.ts";
import { outputSize, sourceSize } from "./sizes.ts";

/** A view: its row in the batch, and its steps among all. */
export interface RestoreView {
  row: number;
  firstStep: number;
  endStep: number;
}

/** Pictures, each with its views. */
export interface RestorePlan {
  /** Of the pictures, and of the views. */
  size: Size;
  viewSize: Size;
  /** For each picture its place in `plan.sources` (of its first view), and the rows that are views of it. */
  sources: number[];
  rows: number[][];
  views: RestoreView[];
  steps: RestoreStep[];
  /** x and y: nodes of fields, and tiles. */
  points: number[];
}

/** Cells a side at whose corners the inverse of a field is sampled. */
const CELLS = 32;

/**
 * @param apart whether each row is a picture of its own; else the views of a sample are one picture's
 * @throws PlanError for a plan that is not valid, for a row that is a mix, naming it, and for sources of several sizes;
 * InputError for rows that it does not have
 */
export function restorePlan(
  plan: Plan,
  path: string,
  { rows, apart }: { rows?: unknown; apart: boolean },
): RestorePlan {
  const valid = anyValidPlan(plan);
  const count = valid.stages.at(-1)!.rows.length;
  const wanted = rowsOf(`${path}.rows`, rows, count);
  const made: RestorePlan = {
    size: { height: 0, width: 0 },
    viewSize: outputSize(valid),
    sources: [],
    rows: [],
    views: [],
    steps: [],
    points: [],
  };
  const traced = wanted.map((row) => ({ row, ...trace(valid, valid.stages.length, row) }));
  const groups = new Map<string, typeof traced>();
  for (const view of traced) {
    const { from, index } = valid.sources[view.source]!;
    const key = apart ? `row ${view.row}` : `${from} ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  for (const views of groups.values()) {
    const { source } = views[0]!;
    const size = sourceSize(valid, source);
    if (made.sources.length > 0 && !isSame(size, made.size))
      throw new PlanError(
        `plan.sources[${source}]`,
        `sources of one size, to restore them together (${showSize(made.size)}; others by the option rows)`,
        found(showSize(size)),
      );
    made.size = size;
    made.sources.push(source);
    made.rows.push(views.map(({ row }) => row));
    for (const { row, moves } of views) {
      const firstStep = made.steps.length;
      let now = size;
      for (const move of moves) {
        const step = stepOf(move, now, made.points);
        if (step) made.steps.push(step);
        now = move.output;
      }
      made.views.push({ row, firstStep, endStep: made.steps.length });
    }
  }
  return made;
}

function rowsOf(path: string, rows: unknown, count: number): number[] {
  if (rows === undefined) return Array.from({ length: count }, (_, row) => row);
  if (!isListOf(rows, (row) => typeof row === "number") || rows.length === 0)
    throw new InputError(path, "a list of rows of the batch", rows);
  const list = Array.from(rows as ArrayLike<number>);
  list.forEach((row, i) => {
    checkIndex(`${path}[${i}]`, row, count);
  });
  if (new Set(list).size !== list.length) throw new InputError(path, "rows that differ", rows);
  return list;
}

type Four = readonly [number, number, number, number];

const NONE: Four = [0, 0, 0, 0];

/** What hides a part is no step: whoever predicted it saw no more. */
function stepOf(move: Move, { height, width }: Size, points: number[]): RestoreStep | undefined {
  const whole: Four = [0, 0, width, height];
  const first = points.length / 2;
  switch (move.kind) {
    case "warp": {
      const [a, b, c, d, e, f, g, h, i] = move.forth as unknown as Nine;
      return {
        kind: constants.restore.STEP_WARP,
        x: [a, b, c, 0],
        y: [d, e, f, 0],
        z: [g, h, i, 0],
        window: move.window ?? whole,
        ...{ first: 0, columns: 0, rows: 0 },
      };
    }
    case "field": {
      const cells = evenCells("restore", [CELLS, CELLS], move.input);
      const field = sampledField(cells, (x, y) => {
        const [u, v] = placedAt(move.place, move.input, x, y);
        return [u - x, v - y];
      });
      points.push(...field.nodes);
      const { columns, rows, spacing } = field;
      return {
        kind: constants.restore.STEP_FIELD,
        x: [spacing[0], spacing[1], 0, 0],
        ...{ y: NONE, z: NONE, window: whole },
        ...{ first, columns, rows },
      };
    }
    case "tiles":
      for (const { from, by } of move.tiles) points.push(...from, ...by);
      return {
        kind: constants.restore.STEP_TILES,
        ...{ x: NONE, y: NONE, z: NONE, window: whole },
        ...{ first, columns: move.tiles.length, rows: 0 },
      };
    default:
      return undefined;
  }
}

type Nine = readonly [number, number, number, number, number, number, number, number, number];
