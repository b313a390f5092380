import { PolicyError } from "./errors.ts";
import { nearestName } from "./nearest.ts";
import { isOptions, onlyKeys } from "./options.ts";

export { isListOf } from "./lists.ts";

/** `value` as a plain object, or a PolicyError that says what should stand there. */
export function checkObject(value: unknown, path: string, expected: string): Record<string, unknown> {
  if (!isOptions(value)) throw new PolicyError(path, expected, value);
  return value;
}

/** Refuses keys nobody reads: a misspelt option must not silently mean its default. */
export function checkKeys(value: Record<string, unknown>, path: string, known: readonly string[]): void {
  onlyKeys(path, value, known, "only the options", PolicyError);
}

/** One of a closed set of names. `undefined` passes: every named option has a default. */
export function checkName(value: unknown, path: string, names: readonly string[]): void {
  if (value === undefined || (typeof value === "string" && names.includes(value))) return;
  const near = typeof value === "string" ? nearestName(value, names) : undefined;
  throw new PolicyError(path, `one of ${names.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, value);
}

/** A range of two plain numbers `[low, high]`; `legal` says which, `expected` in words. */
export function checkRange(
  value: unknown,
  path: string,
  expected: string,
  legal: (low: number, high: number) => boolean,
): void {
  if (!Array.isArray(value) || value.length !== 2) throw new PolicyError(path, expected, value);
  const [low, high] = value as unknown[];
  if (typeof low !== "number" || typeof high !== "number" || !legal(low, high))
    throw new PolicyError(path, expected, value);
}
