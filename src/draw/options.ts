import { checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";

/** The stream of the epoch's shuffling (`epochOrder`), which no stage may share. */
export const SHUFFLE_STREAM = "shuffle";

/** Checks the name of a random stream. */
export function checkStream(stream: unknown, path: string): void {
  if (stream !== undefined && (typeof stream !== "string" || stream === "" || stream === SHUFFLE_STREAM)) {
    throw new PolicyError(path, `a name, not empty and not "${SHUFFLE_STREAM}" (the epoch order's own)`, stream);
  }
}

/**
 * The options that were given to the function called `path`, without the ones left out as `undefined`: JSON has no
 * `undefined`, and a descriptor equals its copy.
 */
export function given<T extends object>(options: T, path: string): T {
  checkObject(options, path, "an object of options");
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
