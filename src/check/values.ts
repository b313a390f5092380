/** Single values, each refused with an InputError at the path it is given. */
import { InputError } from "./errors.ts";
import { isListOf } from "./lists.ts";

export function positive(path: string, value: unknown, max = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > max) {
    throw new InputError(
      path,
      max === Number.MAX_SAFE_INTEGER ? "a positive integer" : `an integer in 1..${max}`,
      value,
    );
  }
}

export function oneOf(path: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string))
    throw new InputError(path, allowed.map((name) => JSON.stringify(name)).join(" or "), value);
}

export function range(path: string, value: unknown): void {
  if (!isListOf(value, Number.isFinite) || value.length !== 2 || !((value[0] as number) < (value[1] as number))) {
    throw new InputError(path, "[low, high], two finite numbers, low < high", value);
  }
}

/** A function that can be called: a class is one that cannot. */
export function isCallable<T>(value: T): value is T & ((...args: never[]) => unknown) {
  return typeof value === "function" && !/^class\b/.test(Function.prototype.toString.call(value));
}
