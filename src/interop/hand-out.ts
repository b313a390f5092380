/** An epoch as a feed hands it out: converted, and closed even where nobody closes it. */
import type { Epoch } from "../gpu/epoch.ts";

/**
 * Walks that were begun and dropped. A loop that is left calls `return`, but tf.layers just stops asking (`evaluateDataset` with
 * `batches`), and what was made ahead would stay. Only for feeds, whose batches are the caller's once handed out: what `close` takes back
 * must be nothing that anybody has.
 */
const dropped = new FinalizationRegistry<Iterator<unknown>>((walk) => walk.return?.());

/** The same epoch, each batch put through `convert` when it is asked for. */
export function handOut<A, B>(epoch: Epoch<A>, convert: (made: A) => B): Epoch<B> {
  // Sees the walk only, so that the walk can outlive it.
  function* batches(walk: Iterator<A>): Generator<B> {
    for (const made of { [Symbol.iterator]: () => walk }) yield convert(made);
  }
  const begin = () => {
    const walk = epoch[Symbol.iterator]();
    const handed = batches(walk);
    dropped.register(handed, walk);
    return handed;
  };
  return { length: epoch.length, lookAhead: epoch.lookAhead, [Symbol.iterator]: begin };
}
