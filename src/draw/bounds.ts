import type { Bounds } from "./schedule.ts";

export const ALPHA: Bounds = { low: 0.01, high: 100, expected: "a number from 0.01 to 100" };
export const PROB: Bounds = { low: 0, high: 1, expected: "a number from 0 to 1" };
export const WEIGHT: Bounds = { low: 0, high: Number.MAX_VALUE, expected: "a finite number, 0 or more" };
