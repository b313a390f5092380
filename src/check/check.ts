import { PolicyError } from "./errors.ts";
import { nearestName } from "./nearest.ts";

/** `value` as a plain object, or a PolicyError that says what should stand there. */
export function checkObject(value: unknown, path: string, expected: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new PolicyError(path, expected, value);
  return value as Record<string, unknown>;
}

/** Refuses keys nobody reads: a misspelt option must not silently mean its default. */
export function checkKeys(value: Record<string, unknown>, path: string, known: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearestName(key, known);
    throw new PolicyError(path, `only the options ${known.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, key);
  }
}

/** One of a closed set of names. `undefined` passes: every named option has a default. */
export function checkName(value: unknown, path: string, names: readonly string[]): void {
  if (value === undefined || (typeof value === "string" && names.includes(value))) return;
  const near = typeof value === "string" ? nearestName(value, names) : undefined;
  throw new PolicyError(path, `one of ${names.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, value);
}

/** A range of two plain numbers `[low, high]`; `legal` says which, `expected` in words. */
export function checkRange(value: unknown, path: string, expected: string, legal: (low: number, high: number) => boolean): void {
  if (!Array.isArray(value) || value.length !== 2) throw new PolicyError(path, expected, value);
  const [low, high] = value as unknown[];
  if (typeof low !== "number" || typeof high !== "number" || !legal(low, high)) throw new PolicyError(path, expected, value);
}

/** Whether `value` is an array whose every entry passes; a hole is looked at as the undefined it reads as, which `every` skips. */
export function isListOf(value: unknown, passes: (entry: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && Array.from(value as unknown[]).every((entry) => passes(entry));
}
