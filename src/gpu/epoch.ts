/** One pass over a dataset, batch by batch, with look-ahead. */

import { InputError } from "../check/errors.ts";
import { epochOrder, type LastBatch, type Shard } from "../sample/epoch-order.ts";
import { knownKeys } from "./check.ts";
import { Dataset } from "./dataset.ts";
import type { Batch, Engine, StepOptions } from "./engine.ts";
import type { DatasetInput } from "./inputs.ts";

export interface EpochOptions {
  /** Which epoch; default 0. Every epoch has its own order and its own draws. */
  epoch?: number;
  batchSize: number;
  /** Default true; false goes through the dataset from first to last. */
  shuffle?: boolean;
  /** This worker's part: rank of world; default all. Shards are disjoint and differ by at most one sample. */
  shard?: Shard;
  /** What happens to the samples that do not fill the last batch: `keep` a smaller one (default), `drop` it, or `wrap` round to fill it. */
  last?: LastBatch;
  /** Batches submitted before they are asked for, so that the GPU mixes while the host waits or trains; default 1. */
  lookAhead?: number;
  /** The batch to start at: resume in the middle with the same numbers. Default 0. */
  start?: number;
}

/** What `EpochOptions` has, for checks. */
export const EPOCH_KEYS: readonly (keyof EpochOptions)[] = ["epoch", "batchSize", "shuffle", "shard", "last", "lookAhead", "start"];

/**
 * Iterable once or many times; each time gives the same batches. A batch is valid until the next but one is asked for, whatever else
 * the engine is told to run meanwhile.
 */
export interface Epoch<B = Batch> extends Iterable<B> {
  /** Batches in the epoch, those before `start` included. */
  readonly length: number;
  readonly lookAhead: number;
}

/** Where one walk through an epoch writes its batches, as long as it lasts. */
export interface EpochLane<B = Batch> {
  run(input: DatasetInput, step: StepOptions): B;
  /** The walk is over; `unused` are the batches made ahead that nobody will ask for. */
  close(unused: B[]): void;
}

/** See `Engine.epoch`. `openLane` takes the number of batches that exist side by side. */
export function epochOf<B>(engine: Engine, dataset: Dataset, options: EpochOptions, openLane: (sets: number) => EpochLane<B>): Epoch<B> {
  if (!(dataset instanceof Dataset)) throw new InputError("epoch.dataset", "a Dataset", dataset);
  if (typeof options !== "object" || options === null) throw new InputError("epoch.options", "{ batchSize, … }", options);
  knownKeys("epoch.options", options, EPOCH_KEYS);
  const { epoch = 0, lookAhead = 1, start = 0 } = options;
  if (!Number.isInteger(lookAhead) || lookAhead < 0 || lookAhead > 16) throw new InputError("lookAhead", "an integer in 0..16", lookAhead);
  const order = epochOrder({ ...options, seed: engine.seed, epoch, count: dataset.count });
  if (!Number.isInteger(start) || start < 0 || start > order.length)
    throw new InputError("start", `an integer in 0..${order.length}`, start);

  function* batches(): Generator<B> {
    // Two batches more than those looked ahead: one is with the caller, and the one before it may still be in use.
    const lane = openLane(lookAhead + 2);
    const ahead: B[] = [];
    try {
      for (let next = start; next < order.length || ahead.length > 0; ) {
        while (next < order.length && ahead.length <= lookAhead) {
          ahead.push(lane.run({ dataset, indices: order.batch(next) }, { epoch, step: epoch * order.length + next }));
          next++;
        }
        yield ahead.shift()!;
        engine.assertAlive();
      }
    } finally {
      lane.close(ahead);
    }
  }
  return { length: order.length, lookAhead, [Symbol.iterator]: batches };
}
