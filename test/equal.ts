/**
 * Set-up of every test file: lists of numbers are compared at once where they are equal. The matchers of vitest take
 * every value by itself, microseconds each, and pictures have millions. What differs is left to them and their words.
 */
import { expect } from "vitest";

type Numbers = ArrayLike<number> & { constructor: unknown };

function areNumbers(value: unknown): value is Numbers {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

expect.addEqualityTesters([
  (a: unknown, b: unknown): true | undefined => {
    if (!areNumbers(a) || !areNumbers(b) || a.constructor !== b.constructor || a.length !== b.length) return undefined;
    for (let i = 0; i < a.length; i++) if (typeof a[i] !== "number" || !Object.is(a[i], b[i])) return undefined;
    return true;
  },
]);
