import { PolicyError } from "../check/errors.ts";
import { isOptions } from "../check/options.ts";
import { Registry } from "../check/registry.ts";
import { isCallable } from "../check/values.ts";

/** Where training stands. Reading `step` throws an InputError when the call did not say at which step it is. */
export interface Time {
  readonly epoch: number;
  readonly step: number;
}

/** What a schedule counts in. */
export type TimeUnit = "epoch" | "step";

/** A strength over time, as data: it survives JSON. Made by {@link linear}, {@link cosine} and {@link piecewise}. */
export type Schedule =
  | { schedule: "linear" | "cosine"; from: number; to: number; start: number; end: number; unit: TimeUnit }
  | { schedule: "piecewise"; points: [at: number, value: number][]; unit: TimeUnit };

/** A strength: a number, a schedule, or any function of time (which is the one form that does not survive JSON). */
export type Scalar = number | Schedule | ((time: Time) => number);

/** The numbers a strength may take, and how to say so. */
export interface Bounds {
  low: number;
  high: number;
  expected: string;
}

/** How schedules are checked and read: their constructors bring it. */
export interface ScheduleForm {
  /** Refuses what is no schedule. */
  check(value: object, path: string): asserts value is Schedule;
  /** Numbers that all of its values lie between, each by its path within the schedule. */
  corners(schedule: Schedule): readonly (readonly [path: string, value: number])[];
  /** The value at a time, in the schedule's own unit. */
  at(schedule: Schedule, now: number): number;
}

/** The form of schedules, as `schedule`, where it is here. */
export const knownSchedules = /* @__PURE__ */ new Registry<ScheduleForm>();

const formAt = (path: string, value: unknown): ScheduleForm => {
  const form = knownSchedules.get("schedule");
  if (form && isOptions(value)) return form;
  const hint = isOptions(value) ? knownSchedules.hint : "";
  throw new PolicyError(path, `a number, a schedule or a function of time${hint}`, value);
};

/**
 * Refuses what can never be drawn from: a number out of bounds, a schedule with a value out of bounds, anything else
 * but a function.
 */
export function checkScalar(value: unknown, path: string, bounds: Bounds): void {
  if (isCallable(value)) return;
  if (typeof value !== "object" || value === null) {
    checkBounds(value, path, bounds);
    return;
  }
  const form: ScheduleForm = formAt(path, value);
  form.check(value, path);
  for (const [corner, number] of form.corners(value)) checkBounds(number, `${path}.${corner}`, bounds);
}

function checkBounds(value: unknown, path: string, bounds: Bounds): asserts value is number {
  // Written so that NaN fails too.
  if (typeof value !== "number" || !(value >= bounds.low && value <= bounds.high))
    throw new PolicyError(path, bounds.expected, value);
}

/**
 * The strength at `time`. Throws PolicyError with `path` when it is outside `bounds`, which only a function can still
 * be.
 */
export function resolveScalar(scalar: Scalar, time: Time, path: string, bounds: Bounds): number {
  if (typeof scalar === "number") return scalar;
  const value = typeof scalar === "function" ? scalar(time) : formAt(path, scalar).at(scalar, time[scalar.unit]);
  checkBounds(value, typeof scalar === "function" ? `${path}(time)` : path, bounds);
  return value;
}
