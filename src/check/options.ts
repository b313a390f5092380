/** The check that a function with an object of options begins with. */
import { type ArgumentError, InputError } from "./errors.ts";
import { nearestName } from "./nearest.ts";

/** Which error a refusal is. */
export type Refusal = new (path: string, expected: string, found: unknown) => ArgumentError;

/**
 * Whether `value` can be an object of options. Lists, maps and promises are objects too, and have no keys, so they
 * would pass for an empty one.
 */
export function isOptions(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !(Symbol.iterator in value) &&
    typeof Reflect.get(value, "then") !== "function"
  );
}

/** Refuses anything but an object with these keys: a misspelt option must not silently mean its default. */
export function knownKeys(path: string, value: unknown, known: readonly string[], refusal: Refusal = InputError): void {
  if (!isOptions(value)) throw new refusal(path, `{ ${known.join(", ")} }`, value);
  onlyKeys(path, value, known, "only", refusal);
}

/** Refuses an object's keys but these; `only` begins the list of those there are. */
export function onlyKeys(path: string, value: object, known: readonly string[], only: string, refusal: Refusal): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearestName(key, known);
    throw new refusal(path, `${only} ${known.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, key);
  }
}
