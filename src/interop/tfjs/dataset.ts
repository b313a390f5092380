/** A dataset in the shape that tf.layers asks for: `iterator()` and `size`, which is all it uses of tf.data. */
import { dispose, type Tensor2D, type Tensor4D, type TensorContainer } from "@tensorflow/tfjs-core";
import { InputError } from "../../check/errors.ts";
import { knownKeys } from "../../check/options.ts";
import { EPOCH_KEYS, type EpochOptions } from "../../gpu/adapter.ts";
import type { TfjsEpoch, TfjsStreamEpoch } from "./batch.ts";

export interface TfjsDatasetOptions extends EpochOptions {
  /** Go on with the next epoch at the end of one, without end: for `batchesPerEpoch`. Default false. */
  repeat?: boolean;
}

/** The next batch, and `done` after the last. */
export interface TfjsIterator {
  next(): Promise<IteratorResult<{ xs: Tensor4D; ys: Tensor2D }>>;
}

export interface TfjsDataset {
  /** Batches in a pass; Infinity with `repeat`. */
  readonly size: number;
  iterator(): Promise<TfjsIterator>;
}

/** See `TfjsFeed.dataset`; `open` begins an epoch. */
export function examplesOf(
  open: (options: EpochOptions) => TfjsEpoch | TfjsStreamEpoch,
  given: TfjsDatasetOptions,
): TfjsDataset {
  knownKeys("dataset.options", given, [...EPOCH_KEYS, "repeat"]);
  const { repeat = false, epoch: first = 0, start = 0, ...rest } = given;
  if (typeof repeat !== "boolean") throw new InputError("dataset.repeat", "true or false", repeat);
  // Everything wrong with the options shows here, and not in the middle of training.
  const { length } = open({ ...rest, epoch: first, start });
  // A copy, because every pass reads them again.
  const { shard, sampler } = rest;
  const weights = sampler?.weights && { weights: Float64Array.from(sampler.weights) };
  const options = {
    ...rest,
    ...(shard && { shard: { ...shard } }),
    ...(sampler && { sampler: { ...sampler, ...weights } }),
  };
  let passes = 0;

  async function* batches() {
    do {
      // `start` is where an interrupted first pass goes on.
      const pass = passes++;
      yield* open({ ...options, epoch: first + pass, start: pass === 0 ? start : 0 });
    } while (repeat);
  }

  // fitDataset opens one iterator more than it walks through, so a pass counts from its first batch.
  const iterator = async (): Promise<TfjsIterator> => {
    const walk = batches();
    return {
      next: async () => {
        const { done, value } = await walk.next();
        if (done) return { done, value: null };
        const { xs, ys, sparse, targets } = value;
        if (sparse) dispose([sparse.classes, sparse.shares]);
        if (targets) dispose(targets as TensorContainer);
        return { done: false, value: { xs, ys: ys as Tensor2D } };
      },
    };
  };
  return { size: repeat ? Number.POSITIVE_INFINITY : length, iterator };
}
