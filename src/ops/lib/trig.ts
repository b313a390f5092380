/**
 * Sine and cosine of degrees from + − × ÷ only: ECMAScript leaves `Math.sin` approximate, and a matrix must be the same
 * in every browser. Exact at multiples of 90 degrees; elsewhere within 2^-52 (the tests measure it against Math.sin and
 * Math.cos).
 */

const RADIANS = Math.PI / 180;

export function sinDegrees(degrees: number): number {
  const turned = degrees % 360;
  const angle = Math.abs(turned);
  const sign = turned < 0 !== angle > 180 ? -1 : 1;
  return sign * firstQuadrant(angle % 180 > 90 ? 180 - (angle % 180) : angle % 180);
}

export function cosDegrees(degrees: number): number {
  const angle = Math.abs(degrees % 360);
  const folded = angle > 180 ? 360 - angle : angle;
  return folded > 90 ? -firstQuadrant(folded - 90) : firstQuadrant(90 - folded);
}

export const tanDegrees = (degrees: number): number => sinDegrees(degrees) / cosDegrees(degrees);

/** The sine of 0 to 90 degrees. On 45 degrees the fourteenth term is far below half a unit in the last place. */
function firstQuadrant(degrees: number): number {
  if (degrees > 45) return series(1, (90 - degrees) * RADIANS, 0);
  return series(degrees * RADIANS, degrees * RADIANS, 1);
}

/** first − first·x²/((k+1)(k+2)) + …: the cosine for (1, x, 0), the sine for (x, x, 1). */
function series(first: number, x: number, k: number): number {
  let term = first;
  let sum = 0;
  for (let i = k; i < k + 28; i += 2) {
    sum += term;
    term = (-term * x * x) / ((i + 1) * (i + 2));
  }
  return sum;
}
