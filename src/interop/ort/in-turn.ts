/**
 * One thing at a time in the whole page: two runs at once, or a session made or released beside a run, stop ONNX
 * Runtime for good.
 */

import { InputError } from "../../check/errors.ts";

/** The work that all other waits for. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Waits until no feed runs, does the work, and lets the feeds go on. ONNX Runtime's WebGPU sessions cannot run two at a
 * time, whichever they are, nor be made or released while one runs: it ends in "memory access out of bounds", or never.
 * So beside a feed whatever you ask of ONNX Runtime goes through here: `await inTurn(() => session.run(feeds))`,
 * `inTurn(() => InferenceSession.create(…))`, `inTurn(() => session.release())`.
 * @param work must not wait for a feed's `run`, which waits for it
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (typeof work !== "function") throw new InputError("inTurn.work", "a function that gives a promise", work);
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}
