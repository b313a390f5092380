import { PolicyError } from "../check/errors.ts";
import { WEIGHT } from "./bounds.ts";
import { checkScalar, resolveScalar, type Scalar, type Time } from "./schedule.ts";

/** Refuses weights that are not one number a choice, or that leave nothing to choose; `what` names a choice. */
export function checkWeights(weights: unknown, path: string, count: number, what: string): void {
  if (!Array.isArray(weights) || weights.length !== count)
    throw new PolicyError(path, `${count} numbers, one ${what}`, weights);
  Array.from(weights as unknown[]).forEach((weight, i) => {
    checkScalar(weight, `${path}[${i}]`, WEIGHT);
  });
  if (weights.every((weight) => weight === 0)) throw new PolicyError(path, "at least one weight above 0", weights);
}

/** The weights of `count` choices at `time`; all 1 where none are given. */
export function resolveWeights(
  weights: readonly Scalar[] | undefined,
  count: number,
  time: Time,
  path: string,
): number[] {
  const resolved = Array.from({ length: count }, (_, i) =>
    resolveScalar(weights?.[i] ?? 1, time, `${path}[${i}]`, WEIGHT),
  );
  const total = resolved.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) throw new PolicyError(path, "a positive, finite sum", resolved);
  return resolved;
}

/** Draws by weights that stay: returns which choice `u`, a number in [0, 1), falls into. */
export function chooser(weights: readonly number[]): (u: number) => number {
  // Where all weigh 1, every multiple of 2^-24 falls into the same choice either way.
  if (weights.every((weight) => weight === 1)) return (u) => Math.floor(u * weights.length);
  return (u) => weightedChoice(weights, u);
}

/** The choice whose share of the weights `u`, a number in [0, 1), falls into; −1 when all weights are 0. */
export function weightedChoice(weights: readonly number[], u: number): number {
  let rest = 0;
  for (const weight of weights) rest += weight;
  rest *= u;
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    last = i;
    rest -= weight;
    if (rest < 0) return i;
  }
  // Rounding may leave a rest above 0 after the last one.
  return last;
}
