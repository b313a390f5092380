/** One run at a time in the whole page: two at once, of one session or of two, stop ONNX Runtime for good. */

/** The run that all others wait for. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Waits until no feed runs, does the work, and lets the feeds go on. ONNX Runtime's WebGPU sessions cannot run two at a time, whichever
 * they are: it ends in "memory access out of bounds", or never. So a `session.run` of your own, beside a feed's, goes
 * through here: `await inTurn(() => session.run(feeds))`.
 * @param work must not wait for a feed's `run`, which waits for it
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}
