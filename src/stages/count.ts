import { checkRange } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";

/** Ops that one stage may draw. */
const MAX_DRAWN = 16;

/** Checks a number of things to draw, or `[least, most]`. */
export function checkCount(value: unknown, path: string, least = 0): void {
  const isCount = (n: unknown) => Number.isInteger(n) && (n as number) >= least && (n as number) <= MAX_DRAWN;
  const expected = `an integer from ${least} to ${MAX_DRAWN}, or [least, most]`;
  if (Array.isArray(value))
    checkRange(value, path, expected, (low, high) => isCount(low) && isCount(high) && low <= high);
  else if (!isCount(value)) throw new PolicyError(path, expected, value);
}
