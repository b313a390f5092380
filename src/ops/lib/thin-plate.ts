/** Thin plate splines. */
import { log } from "../../random/math.ts";
import { solveEquations } from "./equations.ts";

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
