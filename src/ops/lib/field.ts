/**
 * Fields of displacements: vectors at the nodes of a grid, and between them a spline. Below, `shaders/lib/field.wgsl`
 * line by line; above, what makes its words, and the same field without rounding.
 */
import * as constants from "../../generated/constants.ts";
import type { Field as FieldWords } from "../../generated/op-words.ts";
import type { At, EncodeContext, Place } from "../op.ts";
import { PLACE_BITS, pixelCentre, scaled } from "./place.ts";

const { GRID_BITS, WEIGHT_BITS } = constants.field;

/** The nodes of a field. Position read = position + displacement, both in pixels. */
export interface Field {
  /** `cubic`: B-splines, whose first and last nodes lie a cell beyond the picture. */
  spline: "linear" | "cubic";
  columns: number;
  rows: number;
  /** A cell's width and height, in pixels. */
  spacing: readonly [x: number, y: number];
  /** Displacements, or a B-spline's coefficients: x and y, node by node, line by line; in pixels. */
  nodes: Float64Array;
}

/** Most cells along a side. */
export const MOST_CELLS = 64;

/** Cells along both sides of a picture: their number, and their length in pixels. */
export interface Cells {
  across: number;
  down: number;
  spacing: readonly [x: number, y: number];
}

/** A field over these cells with all nodes 0. */
export function flatField(spline: Field["spline"], { across, down, spacing }: Cells): Field {
  const more = spline === "linear" ? 1 : 3;
  const [columns, rows] = [across + more, down + more];
  return { spline, columns, rows, spacing, nodes: new Float64Array(2 * columns * rows) };
}

/** As far as a node can lead: with the largest picture it reaches as far as a place does. */
const FARTHEST = 16_383;

/** The words of a field, its nodes among the tables: in 16 bits, with as many below the point as fit. */
export function encodeField({ columns, rows, spacing, nodes }: Field, table: EncodeContext["table"]): FieldWords {
  const most = nodes.reduce((far, number) => Math.max(far, Math.abs(number)), 0);
  let bits = PLACE_BITS;
  while (bits > 1 && most * (1 << bits) > 0x7fff) bits--;
  const words = new DataView(new ArrayBuffer(nodes.length * Int16Array.BYTES_PER_ELEMENT));
  nodes.forEach((number, i) => {
    const held = Math.min(Math.max(number, -FARTHEST), FARTHEST);
    words.setInt16(i * Int16Array.BYTES_PER_ELEMENT, Math.round(held * (1 << bits)), true);
  });
  const [x, y] = [inverseOf(spacing[0]), inverseOf(spacing[1])];
  return {
    nodes: table(new Uint8Array(words.buffer)),
    columns,
    rows,
    inverse: [x.inverse, y.inverse],
    bits: [x.bits, y.bits],
    shift: bits + WEIGHT_BITS - PLACE_BITS,
  };
}

/** One over a cell's length: with 31 bits, or as many as it has at 2^31 times its size. */
function inverseOf(spacing: number): { inverse: number; bits: number } {
  let bits = 1;
  let inverse = (1 << (GRID_BITS - PLACE_BITS + bits)) / spacing;
  for (; bits < 31 && inverse < 0x3fffffff; bits++) inverse *= 2;
  return { inverse: Math.round(inverse), bits };
}

/** The field itself, in f64. Beyond the picture its outermost nodes repeat. */
export function displacedBy({ spline, columns, rows, spacing, nodes }: Field) {
  const weightsOf = spline === "linear" ? linearShares : cubicShares;
  const order = spline === "linear" ? 2 : 4;
  return (x: number, y: number): readonly [x: number, y: number] => {
    const [u, v] = [x / spacing[0], y / spacing[1]];
    const [column, row] = [Math.floor(u), Math.floor(v)];
    const [across, down] = [weightsOf(u - column), weightsOf(v - row)];
    let [dx, dy] = [0, 0];
    for (let j = 0; j < order; j++) {
      const line = columns * Math.min(Math.max(row + j, 0), rows - 1);
      for (let i = 0; i < order; i++) {
        const node = 2 * (line + Math.min(Math.max(column + i, 0), columns - 1));
        const weight = across[i]! * down[j]!;
        dx += weight * nodes[node]!;
        dy += weight * nodes[node + 1]!;
      }
    }
    return [x + dx, y + dy];
  };
}

const linearShares = (t: number): number[] => [1 - t, t];

function cubicShares(t: number): number[] {
  const u = 1 - t;
  return [
    (u * u * u) / 6,
    (4 - 6 * t * t + 3 * t * t * t) / 6,
    (1 + 3 * t + 3 * t * t - 3 * t * t * t) / 6,
    (t * t * t) / 6,
  ];
}

/* ------------------------------------------------------------------ as the shader */

/** Where a position is on the cells along an axis: in which one, and how far in it, 0 to 2^WEIGHT_BITS. */
interface Cell {
  first: number;
  share: number;
}

/** The nodes that count along an axis: the first one, and their weights. */
interface Nodes {
  first: number;
  weights: readonly number[];
}

/** A position on one of `cells` cells. The last one has its end too. */
function cellOf(centre: number, inverse: number, bits: number, cells: number): Cell {
  const position = scaled(centre, inverse, bits);
  const first = Math.min(position >>> GRID_BITS, cells - 1);
  const rest = position - (first << GRID_BITS);
  return { first, share: (rest + (1 << (GRID_BITS - WEIGHT_BITS - 1))) >> (GRID_BITS - WEIGHT_BITS) };
}

/** Displaced by the mean of the four nodes around. */
export function linearPlace(field: FieldWords, at: At, tables: Uint8Array): Place {
  const centre = pixelCentre(at);
  const across = cellOf(centre[0], field.inverse[0], field.bits[0], field.columns - 1);
  const down = cellOf(centre[1], field.inverse[1], field.bits[1], field.rows - 1);
  return displaced({ field, tables }, centre, linearNodes(across), linearNodes(down));
}

/** Displaced by a cubic B-spline of the sixteen nodes around. The first ones lie a cell before the picture. */
export function cubicPlace(field: FieldWords, at: At, tables: Uint8Array): Place {
  const centre = pixelCentre(at);
  const across = cellOf(centre[0], field.inverse[0], field.bits[0], field.columns - 3);
  const down = cellOf(centre[1], field.inverse[1], field.bits[1], field.rows - 3);
  return displaced({ field, tables }, centre, cubicNodes(across), cubicNodes(down));
}

/** By the weighed sum of the nodes. */
function displaced(
  { field, tables }: { field: FieldWords; tables: Uint8Array },
  centre: readonly [number, number],
  across: Nodes,
  down: Nodes,
): Place {
  const bytes = new DataView(tables.buffer, tables.byteOffset + 16 * field.nodes);
  const sums = [0, 0];
  for (let axis = 0; axis < 2; axis++) {
    let high = 0;
    let low = 0;
    down.weights.forEach((weight, j) => {
      let line = 0;
      across.weights.forEach((share, i) => {
        const node = (down.first + j) * field.columns + across.first + i;
        line += bytes.getInt16(4 * node + 2 * axis, true) * share;
      });
      high += (line >> WEIGHT_BITS) * weight;
      low += (line & ((1 << WEIGHT_BITS) - 1)) * weight;
    });
    sums[axis] = high + (low >> WEIGHT_BITS);
  }
  const half = (1 << field.shift) >> 1;
  return {
    x: centre[0] + ((sums[0]! + half) >> field.shift),
    y: centre[1] + ((sums[1]! + half) >> field.shift),
    valid: true,
  };
}

const linearNodes = ({ first, share }: Cell): Nodes => ({ first, weights: [(1 << WEIGHT_BITS) - share, share] });

/** The cubic B-spline's: (1 - t)^3 / 6, (4 - 6 t^2 + 3 t^3) / 6, (1 + 3 t + 3 t^2 - 3 t^3) / 6, t^3 / 6. */
function cubicNodes({ first: from, share: t }: Cell): Nodes {
  const u = (1 << WEIGHT_BITS) - t;
  // With 16 and 31 bits below the point.
  const square = (t * t + 0x2000) >>> 14;
  const cube = square * t;
  const other = ((u * u + 0x2000) >>> 14) * u;
  const first = Math.floor((other + 0x30000) / 0x60000);
  const last = Math.floor((cube + 0x30000) / 0x60000);
  const third = Math.floor((0x10006 + 6 * t + 3 * square - 3 * (cube >>> 15)) / 12);
  return { first: from, weights: [first, (1 << WEIGHT_BITS) - first - third - last, third, last] };
}
