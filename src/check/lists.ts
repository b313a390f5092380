/** Lists that callers hand over: arrays, typed arrays, and whatever has a length. */
import { InputError } from "./errors.ts";
import type { Refusal } from "./options.ts";

/**
 * Rows of a batch, and any other list that is copied: far above what a GPU takes, and far below what hangs a machine.
 */
export const MAX_ROWS = 2 ** 24;

/**
 * Whether `value` is an array whose every entry passes; a hole is looked at as the undefined it reads as, which `every`
 * skips.
 */
export function isListOf(value: unknown, passes: (entry: unknown) => boolean): value is unknown[] {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) if (!passes(value[i])) return false;
  return true;
}

/** Whether `value` is an array or a typed array. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

/** The length of anything that has one, up to {@link MAX_ROWS}. */
export function lengthOf(path: string, value: unknown, expected: string, refusal: Refusal = InputError): number {
  const { length } = (typeof value === "object" && value !== null ? value : {}) as { length?: unknown };
  if (!Number.isInteger(length) || (length as number) < 0) throw new refusal(path, expected, value);
  if ((length as number) > MAX_ROWS) throw new refusal(path, `${expected}, ${MAX_ROWS} at most`, length);
  return length as number;
}

/** The entries of anything that has a length, of 1 to {@link MAX_ROWS}; a hole is undefined. */
export function listOf(path: string, value: unknown, expected: string, refusal: Refusal = InputError): unknown[] {
  lengthOf(path, value, expected, refusal);
  return Array.from(value as ArrayLike<unknown>);
}
