/** Nodes of fields: on which cells they stand, and how they are drawn from a key. */
import { ArgumentError, found } from "../../check/errors.ts";
import type { Size } from "../../format/format.ts";
import { threefry2x32 } from "../../random/threefry.ts";
import type { Arg } from "../op.ts";
import { keyArg } from "./box-fill.ts";
import { type Cells, type Field, flatField, MOST_CELLS } from "./field.ts";

/** How many cells a picture is divided into. */
export const gridArg = {
  type: "list",
  length: 2,
  min: 1,
  max: MOST_CELLS,
  isNoRange: true,
  unit: "cells",
} as const satisfies Arg;

/** Names what is drawn; a policy draws it. */
export const fieldKeyArg = {
  ...keyArg,
  default: [0, 0],
  about: "Names the displacements that are drawn: the same key and number of cells give the same noise.",
} as const satisfies Arg;

/** A picture divided evenly. */
export function evenCells(path: string, [down, across]: readonly [number, number], { height, width }: Size): Cells {
  if (!Number.isInteger(down) || !Number.isInteger(across))
    throw new ArgumentError(path, "[rows, columns], whole numbers", found(`[${down}, ${across}]`));
  return { across, down, spacing: [width / across, height / down] };
}

/** Cells of a given length; the last ones may reach beyond the picture. */
export function cellsOfLength(path: string, spacing: readonly [number, number], { height, width }: Size): Cells {
  // Less than a rounding beyond the picture is no cell.
  const across = Math.ceil(width / spacing[0] - 1e-9);
  const down = Math.ceil(height / spacing[1] - 1e-9);
  if (Math.max(across, down) > MOST_CELLS)
    throw new ArgumentError(
      path,
      `a number that divides a picture of ${width} × ${height} into ${MOST_CELLS} cells a side at most`,
      found(`one that makes ${across} × ${down}`),
    );
  return { across, down, spacing };
}

/** A field whose nodes are drawn, each from two random words of its own. */
export function drawnField(
  spline: Field["spline"],
  cells: Cells,
  key: readonly [number, number],
  displacement: (word: number, axis: 0 | 1) => number,
): Field {
  const field = flatField(spline, cells);
  const [k0, k1] = key;
  const random = new Uint32Array(2);
  for (let node = 0; node < field.columns * field.rows; node++) {
    threefry2x32({ k0, k1 }, node, 0, random);
    field.nodes[2 * node] = displacement(random[0]!, 0);
    field.nodes[2 * node + 1] = displacement(random[1]!, 1);
  }
  return field;
}

/** A field whose nodes are given: x and y, line by line, times the unit of each. */
export function givenField(
  path: string,
  spline: Field["spline"],
  cells: Cells,
  given: readonly number[],
  unit: readonly [number, number],
): Field {
  const field = flatField(spline, cells);
  if (given.length !== field.nodes.length)
    throw new ArgumentError(
      path,
      `${field.nodes.length} numbers, x and y of ${field.columns} × ${field.rows} nodes`,
      found(`${given.length}`),
    );
  given.forEach((number, i) => {
    field.nodes[i] = number * unit[i % 2]!;
  });
  return field;
}
