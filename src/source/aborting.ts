/** Waiting that can be ended. */
import { InputError } from "../check/errors.ts";

/**
 * What a promise comes to, or the signal's reason as soon as it is aborted: whoever makes the promise may not look at
 * the signal.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  // `Promise.race` would leave something at the signal each time.
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Refuses a signal that is none. */
export function checkSignal(path: string, signal: unknown): void {
  if (signal === undefined) return;
  const isSignal = typeof signal === "object" && signal !== null && "aborted" in signal && "addEventListener" in signal;
  if (!isSignal) throw new InputError(path, "an AbortSignal", signal);
}
