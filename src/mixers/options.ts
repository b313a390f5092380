import { checkName, checkRange } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { ALPHA, PROB } from "../draw/bounds.ts";
import { checkStream } from "../draw/options.ts";
import { checkScalar, resolveScalar, type Scalar, type Time } from "../draw/schedule.ts";
import type { Granularity, Pairing } from "../plan/plan.ts";

export const PAIRINGS: readonly Pairing[] = ["reverse", "roll", "permutation", "derangement", "dataset", "external"];
export const GRANULARITIES: readonly Granularity[] = ["batch", "pair", "sample", "half"];

/** The options every stage has, as their names. */
export const STAGE_OPTIONS = ["prob", "granularity", "pairing", "stream"] as const;

/** Checks the options every stage has, and the ones that contradict each other whatever the rest of the policy is. */
export function checkStageOptions(
  value: Record<string, unknown>,
  path: string,
  granularities: readonly Granularity[],
): void {
  if (value.prob !== undefined) checkScalar(value.prob, `${path}.prob`, PROB);
  checkName(value.granularity, `${path}.granularity`, granularities);
  checkName(value.pairing, `${path}.pairing`, PAIRINGS);
  checkStream(value.stream, `${path}.stream`);
}

/** Checks `alpha` or `[a, b]`. */
export function checkAlpha(value: unknown, path: string): void {
  if (!Array.isArray(value)) {
    checkScalar(value, path, ALPHA);
    return;
  }
  if (value.length !== 2) throw new PolicyError(path, "alpha or [a, b]", value);
  checkScalar(value[0], `${path}[0]`, ALPHA);
  checkScalar(value[1], `${path}[1]`, ALPHA);
}

/** Both parameters of the Beta distribution at `time`. */
export function resolveAlpha(alpha: Scalar | [Scalar, Scalar], time: Time, path: string): [number, number] {
  if (Array.isArray(alpha))
    return [resolveScalar(alpha[0], time, `${path}[0]`, ALPHA), resolveScalar(alpha[1], time, `${path}[1]`, ALPHA)];
  const value = resolveScalar(alpha, time, path, ALPHA);
  return [value, value];
}

/** Checks `minmax`. */
export function checkMinmax(value: unknown, path: string): void {
  checkRange(
    value,
    path,
    "[min, max], shares of the side with 0 <= min < max <= 1",
    (low, high) => low >= 0 && low < high && high <= 1,
  );
}

/** Checks the shares of a side that a box may have. */
export function checkScale(value: unknown, path: string): void {
  checkRange(
    value,
    path,
    "[low, high], shares of the side with 0 < low <= high <= 1",
    (low, high) => low > 0 && low <= high && high <= 1,
  );
}

/** Checks `alphaRange`. */
export function checkAlphaRange(value: unknown, path: string): void {
  checkRange(
    value,
    path,
    "[low, high] with 0 <= low <= high <= 100",
    (low, high) => low >= 0 && low <= high && high <= 100,
  );
}
