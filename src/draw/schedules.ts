/** Strengths over time: the constructors of schedules, and what a schedule's value is. */
import { checkKeys, checkName, checkObject, isListOf } from "../check/check.ts";
import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { knownSchedules, type Schedule, type ScheduleForm, type TimeUnit } from "./schedule.ts";

/**
 * Where a ramp goes and when: `from` until `start`, `to` from `end` on. `start` is 0 and `unit` is `"epoch"` by
 * default.
 */
export interface Ramp {
  from: number;
  to: number;
  start?: number;
  end: number;
  unit?: TimeUnit;
}

/**
 * A straight line from `from` (until `start`) to `to` (from `end` on). Throws PolicyError unless start < end and all
 * are finite.
 */
export function linear(ramp: Ramp): Schedule {
  return makeRamp("linear", ramp);
}

/**
 * Half a cosine wave from `from` (until `start`) to `to` (from `end` on): slow, fast, slow. Throws as {@link linear}.
 */
export function cosine(ramp: Ramp): Schedule {
  return makeRamp("cosine", ramp);
}

/**
 * A staircase: `value` holds from its `at` until the next one; the first value also holds before it.
 * `piecewise([[0, 1], [80, 0]])` as a `prob` switches mixing off from epoch 80 on.
 * Throws PolicyError unless the `at`s increase.
 */
export function piecewise(points: [at: number, value: number][], unit: TimeUnit = "epoch"): Schedule {
  useSchedules();
  const schedule: Schedule = { schedule: "piecewise", points, unit };
  checkSchedule(schedule, "piecewise");
  return copied(schedule);
}

function makeRamp(kind: "linear" | "cosine", ramp: Ramp): Schedule {
  useSchedules();
  checkObject(ramp, kind, "{ from, to, end, … }");
  const schedule: Schedule = { start: 0, unit: "epoch", ...ramp, schedule: kind };
  checkSchedule(schedule, kind);
  return copied(schedule);
}

const KINDS = ["linear", "cosine", "piecewise"];
const UNITS = ["epoch", "step"];

function checkSchedule(value: unknown, path: string): asserts value is Schedule {
  const schedule = checkObject(value, path, "a number, a schedule or a function of time");
  if (schedule.schedule === undefined) throw new PolicyError(path, "a number, a schedule or a function of time", value);
  checkName(schedule.schedule, `${path}.schedule`, KINDS);
  checkName(schedule.unit, `${path}.unit`, UNITS);
  if (schedule.unit === undefined) throw new PolicyError(`${path}.unit`, "epoch or step", undefined);
  if (schedule.schedule === "piecewise") {
    checkKeys(schedule, path, ["schedule", "points", "unit"]);
    checkPoints(schedule.points, `${path}.points`);
    return;
  }
  checkKeys(schedule, path, ["schedule", "from", "to", "start", "end", "unit"]);
  for (const key of ["from", "to", "start", "end"]) {
    if (!Number.isFinite(schedule[key])) throw new PolicyError(`${path}.${key}`, "a finite number", schedule[key]);
  }
  if (!((schedule.start as number) < (schedule.end as number))) {
    throw new PolicyError(`${path}.end`, `a number above start (${schedule.start})`, schedule.end);
  }
}

function checkPoints(points: unknown, path: string): void {
  if (!Array.isArray(points) || points.length === 0)
    throw new PolicyError(path, "[[at, value], …] with at least one point", points);
  let last = Number.NEGATIVE_INFINITY;
  Array.from(points as unknown[]).forEach((point, i) => {
    if (!isListOf(point, Number.isFinite) || point.length !== 2) {
      throw new PolicyError(`${path}[${i}]`, "[at, value], two finite numbers", point);
    }
    const [at] = point as [number, number];
    if (!(at > last)) throw new PolicyError(`${path}[${i}][0]`, `a number above ${last}`, at);
    last = at;
  });
}

function scheduled(schedule: Schedule, now: number): number {
  if (schedule.schedule === "piecewise") {
    const reached = schedule.points.findLast(([at]) => at <= now) ?? schedule.points[0];
    return reached?.[1] ?? Number.NaN;
  }
  const { from, to, start, end } = schedule;
  const t = Math.min(1, Math.max(0, (now - start) / (end - start)));
  // Exact at both ends: `from + (to - from)` may miss `to` by a rounding.
  if (t === 0) return from;
  if (t === 1) return to;
  const share = schedule.schedule === "linear" ? t : halfCosine(t);
  const value = from + (to - from) * share;
  return Math.min(Math.max(from, to), Math.max(Math.min(from, to), value));
}

/**
 * (1 − cos πt) / 2 for t in [0, 1], as sin²(πt/2) by its power series. `Math.cos` may differ in its last bit between
 * browsers, and a strength that differs by a bit may draw another plan.
 */
function halfCosine(t: number): number {
  if (t > 0.5) return 1 - halfCosine(1 - t);
  const x = (Math.PI / 2) * t;
  let term = x;
  let sine = x;
  // x ≤ π/4, so x¹⁷/17! is below a double's last bit.
  for (let n = 3; n <= 17; n += 2) {
    term = (-term * x * x) / (n * (n - 1));
    sine += term;
  }
  return sine * sine;
}

const scheduleForm: ScheduleForm = {
  check: checkSchedule,
  corners: (schedule) =>
    schedule.schedule === "piecewise"
      ? schedule.points.map(([, value], i) => [`points[${i}][1]`, value])
      : [
          ["from", schedule.from],
          ["to", schedule.to],
        ],
  at: scheduled,
};

/** Enters schedules, so that policies can have them. */
export function useSchedules(): void {
  knownSchedules.add("schedule", scheduleForm);
}
