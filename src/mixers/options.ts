import { PolicyError } from "../check/errors.ts";
import { checkName, checkObject, checkRange } from "../check/check.ts";
import { ALPHA, GRANULARITIES, PAIRINGS, PROB } from "../policy/policy.ts";
import { checkScalar, resolveScalar, type Scalar, type Time } from "../draw/schedule.ts";

/** The options every stage has, as their names. */
export const STAGE_OPTIONS = ["prob", "granularity", "pairing", "stream"] as const;

/** The stream of the epoch's shuffling (`epochOrder`), which no stage may share. */
export const SHUFFLE_STREAM = "shuffle";

/** Checks the options every stage has, and the ones that contradict each other whatever the rest of the policy is. */
export function checkStageOptions(value: Record<string, unknown>, path: string): void {
  if (value.prob !== undefined) checkScalar(value.prob, `${path}.prob`, PROB);
  checkName(value.granularity, `${path}.granularity`, GRANULARITIES);
  checkName(value.pairing, `${path}.pairing`, PAIRINGS);
  checkStream(value.stream, `${path}.stream`);
}

/** Checks the name of a random stream. */
export function checkStream(stream: unknown, path: string): void {
  if (stream !== undefined && (typeof stream !== "string" || stream === "" || stream === SHUFFLE_STREAM)) {
    throw new PolicyError(path, `a name, not empty and not "${SHUFFLE_STREAM}" (the epoch order's own)`, stream);
  }
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
  if (Array.isArray(alpha)) return [resolveScalar(alpha[0], time, `${path}[0]`, ALPHA), resolveScalar(alpha[1], time, `${path}[1]`, ALPHA)];
  const value = resolveScalar(alpha, time, path, ALPHA);
  return [value, value];
}

/** Checks `minmax`. */
export function checkMinmax(value: unknown, path: string): void {
  checkRange(value, path, "[min, max], shares of the side with 0 <= min < max <= 1", (low, high) => low >= 0 && low < high && high <= 1);
}

/** Checks the shares of a side that a box may have. */
export function checkScale(value: unknown, path: string): void {
  checkRange(value, path, "[low, high], shares of the side with 0 < low <= high <= 1", (low, high) => low > 0 && low <= high && high <= 1);
}

/** Checks `alphaRange`. */
export function checkAlphaRange(value: unknown, path: string): void {
  checkRange(value, path, "[low, high] with 0 <= low <= high <= 100", (low, high) => low >= 0 && low <= high && high <= 100);
}

/**
 * The options that were given to the function called `path`, without the ones left out as `undefined`: JSON has no `undefined`, and a
 * descriptor equals its copy.
 */
export function given<T extends object>(options: T, path: string): T {
  checkObject(options, path, "an object of options");
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
