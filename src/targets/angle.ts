/** Angles from + − × ÷ √ only: ECMAScript leaves `Math.atan2` approximate. */
import { cosDegrees, sinDegrees } from "../ops/lib/trig.ts";

const DEGREES = 180 / Math.PI;

/**
 * The direction of a vector in degrees, counter-clockwise as it is seen (y points down), in [−180, 180). Exact along
 * the axes and the diagonals, elsewhere within 2^-50 of a turn; 0 for no vector.
 */
export function directionOf(x: number, y: number): number {
  const up = -y;
  const [across, down] = [Math.abs(x), Math.abs(up)];
  if (across === 0 && down === 0) return 0;
  const acute = down > across ? 90 - slope(down, across) : slope(across, down);
  const right = x < 0 ? 180 - acute : acute;
  const degrees = up < 0 ? -right : right;
  return degrees >= 180 ? -180 : degrees;
}

/** The angle of (x, y), 0 ≤ y ≤ x, in degrees: 0 to 45. */
function slope(x: number, y: number): number {
  if (y === 0) return 0;
  if (x === y) return 45;
  const length = Math.sqrt(x * x + y * y);
  const [cos, sin] = [x / length, y / length];
  // Within a quarter of a degree; then two steps, each of which leaves a sixth of the third power of what was wrong.
  const ratio = y / x;
  let degrees = (45 + 15.64 * (1 - ratio)) * ratio;
  for (let step = 0; step < 2; step++) {
    const [at, up] = [cosDegrees(degrees), sinDegrees(degrees)];
    degrees += (sin * at - cos * up) * DEGREES;
  }
  return degrees;
}

/** The same angle in [−180, 180). */
export function wrapDegrees(degrees: number): number {
  const turned = degrees % 360;
  if (turned >= 180) return turned - 360;
  return turned < -180 ? turned + 360 : turned;
}
