/** An epoch as a feed hands it out: converted, and closed even where nobody closes it. */
import type { Epoch, StreamEpoch } from "../gpu/adapter.ts";

/**
 * Closes walks that were begun and dropped. A loop that is left calls `return`. But tf.layers just stops asking
 * (`evaluateDataset` with `batches`), and the batches made ahead would stay. Only for feeds: there a batch that was
 * handed out is the caller's, and `close` takes back only batches that nobody was given.
 */
const dropped = new FinalizationRegistry<Iterator<unknown> | AsyncIterator<unknown>>((walk) => void walk.return?.());

/** The same epoch, each batch put through `convert` when it is asked for. */
export function handOut<A, B>(epoch: Epoch<A>, convert: (made: A) => B): Epoch<B>;
export function handOut<A, B>(epoch: Epoch<A> | StreamEpoch<A>, convert: (made: A) => B): Epoch<B> | StreamEpoch<B>;
export function handOut<A, B>(epoch: Epoch<A> | StreamEpoch<A>, convert: (made: A) => B): Epoch<B> | StreamEpoch<B> {
  return Symbol.iterator in epoch ? handOutDataset(epoch, convert) : handOutStream(epoch, convert);
}

function handOutStream<A, B>(epoch: StreamEpoch<A>, convert: (made: A) => B): StreamEpoch<B> {
  const begin = (): AsyncIterator<B> => {
    const walk = epoch[Symbol.asyncIterator]();
    const handed: AsyncIterator<B> = {
      async next() {
        const { done, value } = await walk.next();
        if (done) return { done, value: undefined };
        try {
          return { done: false, value: convert(value) };
        } catch (error) {
          await walk.return?.();
          throw error;
        }
      },
      async return() {
        await walk.return?.();
        return { done: true, value: undefined };
      },
    };
    dropped.register(handed, walk);
    return handed;
  };
  return { length: epoch.length, lookAhead: epoch.lookAhead, [Symbol.asyncIterator]: begin };
}

function handOutDataset<A, B>(epoch: Epoch<A>, convert: (made: A) => B): Epoch<B> {
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
