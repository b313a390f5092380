/** Smooth fields, sampled to the nodes of B-splines. */
import { type Cells, type Field, flatField } from "./field.ts";

/** Nodes beyond the grid that are solved for too, so that what is assumed at the end does not reach the picture. */
const BEYOND = 6;

/** The B-spline that meets a smooth field at the corners of the cells. */
export function sampledField(
  cells: Cells,
  displacement: (x: number, y: number) => readonly [x: number, y: number],
): Field {
  const field = flatField("cubic", cells);
  const { columns, rows, spacing } = field;
  const [wide, tall] = [columns + 2 * BEYOND, rows + 2 * BEYOND];
  const planes = [new Float64Array(wide * tall), new Float64Array(wide * tall)] as const;
  for (let j = 0; j < tall; j++)
    for (let i = 0; i < wide; i++) {
      const [dx, dy] = displacement((i - BEYOND - 1) * spacing[0], (j - BEYOND - 1) * spacing[1]);
      planes[0][j * wide + i] = dx;
      planes[1][j * wide + i] = dy;
    }
  planes.forEach((plane, axis) => {
    for (let j = 0; j < tall; j++) toCoefficients(plane, { from: j * wide, step: 1, count: wide });
    for (let i = 0; i < wide; i++) toCoefficients(plane, { from: i, step: wide, count: tall });
    for (let node = 0; node < columns * rows; node++) {
      const at = (Math.floor(node / columns) + BEYOND) * wide + (node % columns) + BEYOND;
      field.nodes[2 * node + axis] = plane[at]!;
    }
  });
  return field;
}

/**
 * From a spline's values at its nodes to its coefficients: (c[i − 1] + 4 c[i] + c[i + 1]) / 6 = value, and straight at
 * the ends.
 */
function toCoefficients(
  plane: Float64Array,
  { from, step, count }: { from: number; step: number; count: number },
): void {
  const factors = new Float64Array(count);
  for (let i = 1; i < count - 1; i++) {
    const at = from + i * step;
    const pivot = 4 - factors[i - 1]!;
    factors[i] = 1 / pivot;
    plane[at] = (6 * plane[at]! - plane[at - step]!) / pivot;
  }
  for (let i = count - 2; i > 0; i--) {
    const at = from + i * step;
    plane[at] = plane[at]! - factors[i]! * plane[at + step]!;
  }
}
