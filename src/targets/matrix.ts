/**
 * Matrices of moves: nine numbers, rows one after the other, for (x, y, 1). An affine one ends in 0 0 1, exactly.
 */
import { isAffine } from "../ops/lib/warp-matrix.ts";

export type Matrix = readonly number[];

export const SAME_PLACE: Matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const shiftBy = (x: number, y: number): Matrix => [1, 0, x, 0, 1, y, 0, 0, 1];

export const isAffineMatrix = (m: Matrix): boolean => m[6] === 0 && m[7] === 0 && m[8] === 1;

/** First `inner`, then `outer`. */
export function after(outer: Matrix, inner: Matrix): Matrix {
  if (inner === SAME_PLACE) return outer;
  const made = new Array<number>(9);
  const lasts = isAffineMatrix(outer) && isAffineMatrix(inner);
  for (let row = 0; row < 9; row += 3) {
    const a = outer[row]!;
    const b = outer[row + 1]!;
    const c = outer[row + 2]!;
    made[row] = a * inner[0]! + b * inner[3]! + c * inner[6]!;
    made[row + 1] = a * inner[1]! + b * inner[4]! + c * inner[7]!;
    made[row + 2] = a * inner[2]! + b * inner[5]! + c * inner[8]!;
  }
  if (lasts) {
    made[6] = 0;
    made[7] = 0;
    made[8] = 1;
  }
  return made;
}

/**
 * A warp's matrix, from output to input, with nine numbers. A homography is the same whatever it is multiplied by: its
 * denominator is made positive in the output's middle, as the kernels do.
 */
export function backOf(matrix: readonly number[], width: number, height: number): Matrix {
  if (isAffine(matrix)) {
    const by = matrix[8] ?? 1;
    const [a, b, c, d, e, f] = matrix as readonly [number, number, number, number, number, number];
    return [a / by, b / by, c / by, d / by, e / by, f / by, 0, 0, 1];
  }
  const middle = (matrix[6]! * width) / 2 + (matrix[7]! * height) / 2 + matrix[8]!;
  return middle < 0 ? matrix.map((entry) => -entry) : matrix;
}

/** The way back, its scale kept: what has a positive denominator there has one here. None of a matrix without. */
export function inverse(m: Matrix): Matrix | undefined {
  const [a, b, c, d, e, f, g, h, i] = m as unknown as Nine;
  const [p, q, r] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const determinant = a * p + b * q + c * r;
  if (determinant === 0 || !Number.isFinite(determinant)) return undefined;
  const made = [
    p / determinant,
    (c * h - b * i) / determinant,
    (b * f - c * e) / determinant,
    q / determinant,
    (a * i - c * g) / determinant,
    (c * d - a * f) / determinant,
    r / determinant,
    (b * g - a * h) / determinant,
    (a * e - b * d) / determinant,
  ];
  if (isAffineMatrix(m)) {
    made[6] = 0;
    made[7] = 0;
    made[8] = 1;
  }
  return made.every(Number.isFinite) ? made : undefined;
}

type Nine = [number, number, number, number, number, number, number, number, number];

/** Whether two matrices are the same, number by number. */
export const sameMatrix = (a: Matrix, b: Matrix): boolean =>
  a === b || (a.length === b.length && a.every((entry, i) => entry === b[i]));
