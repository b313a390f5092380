/** The matrices of warps: six numbers of an affine map or nine of a homography, from output to input. */

type Row = readonly [number, number, number];
type Matrix3 = readonly [Row, Row, Row];

/** Six numbers, or nine whose last row only scales. */
export function isAffine(matrix: readonly number[]): boolean {
  return matrix.length === 6 || (matrix[6] === 0 && matrix[7] === 0);
}

/**
 * The map that goes through `outer` (the later warp: output to intermediate) and then `inner` (the earlier one:
 * intermediate to input). Both are about pixel centres at + 0.5, so nothing is added in between.
 */
export function product(inner: readonly number[], outer: readonly number[]): number[] {
  if (inner.length === 6 && outer.length === 6) return affineProduct(inner, outer);
  const a = square(inner);
  const b = square(outer);
  const entry = (row: Row, column: 0 | 1 | 2) => row[0] * b[0][column] + row[1] * b[1][column] + row[2] * b[2][column];
  const rows = a.map((row) => [entry(row, 0), entry(row, 1), entry(row, 2)]);
  return (isAffine(inner) && isAffine(outer) ? rows.slice(0, 2) : rows).flat();
}

/**
 * The same of two times six numbers, without lists in between. What is multiplied by the third row's 0 stays: it
 * decides the sign of a zero.
 */
function affineProduct(inner: readonly number[], outer: readonly number[]): number[] {
  const matrix = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < 6; row += 3) {
    const a = inner[row]!;
    const b = inner[row + 1]!;
    const c = inner[row + 2]!;
    matrix[row] = a * outer[0]! + b * outer[3]! + c * 0;
    matrix[row + 1] = a * outer[1]! + b * outer[4]! + c * 0;
    matrix[row + 2] = a * outer[2]! + b * outer[5]! + c;
  }
  return matrix;
}

/** With its third row; an affine one is scaled so that it is 0 0 1. */
function square(matrix: readonly number[]): Matrix3 {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = matrix;
  if (!isAffine(matrix))
    return [
      [a, b, c],
      [d, e, f],
      [g, h, i],
    ];
  return [
    [a / i, b / i, c / i],
    [d / i, e / i, f / i],
    [0, 0, 1],
  ];
}
