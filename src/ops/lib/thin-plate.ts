/** Thin plate splines, and smooth fields sampled to the nodes of B-splines. */
import { log } from "../../random/math.ts";
import { solveEquations } from "./equations.ts";
import { type Cells, type Field, flatField } from "./field.ts";

type Point = readonly [x: number, y: number];

/**
 * The thin plate that has given values at given points (Duchon 1977, Bookstein 1989): Σ w r² log r + a + b x + c y.
 * Undefined where the points are on a line, or two are one.
 */
export function thinPlate(
  points: readonly Point[],
  values: readonly Point[],
): ((x: number, y: number) => Point) | undefined {
  const equations = points.map(([x, y], i) => [
    ...points.map(([px, py]) => bent(x - px, y - py)),
    1,
    x,
    y,
    ...values[i]!,
  ]);
  const sums = [points.map(() => 1), points.map(([x]) => x), points.map(([, y]) => y)];
  const solution = solveEquations([...equations, ...sums.map((row) => [...row, 0, 0, 0, 0, 0])]);
  if (!solution) return undefined;
  const [flat, across, down] = solution.slice(points.length) as unknown as [Point, Point, Point];
  return (x, y) => {
    let dx = flat[0] + across[0] * x + down[0] * y;
    let dy = flat[1] + across[1] * x + down[1] * y;
    points.forEach(([px, py], i) => {
      const by = bent(x - px, y - py);
      dx += solution[i]![0]! * by;
      dy += solution[i]![1]! * by;
    });
    return [dx, dy];
  };
}

/** r² log r. */
function bent(x: number, y: number): number {
  const square = x * x + y * y;
  return square === 0 ? 0 : (square * log(square)) / 2;
}

/** Nodes beyond the grid that are solved for too, so that what is assumed at the end does not reach the picture. */
const BEYOND = 6;

/** The B-spline that meets a smooth field at the corners of the cells. */
export function sampledField(cells: Cells, displacement: (x: number, y: number) => Point): Field {
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

/** From a spline's values at its nodes to its coefficients: (c[i − 1] + 4 c[i] + c[i + 1]) / 6 = value; straight at the ends. */
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
