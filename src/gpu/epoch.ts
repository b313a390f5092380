/** One pass over a dataset, batch by batch, with look-ahead. */

import { InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { epochOrder, type LastBatch, type Shard } from "../sample/epoch-order.ts";
import { balancedWeights, checkWeights, type OrderSampler, SAMPLER_KEYS } from "../sample/sampler.ts";
import type { Batch, StepOptions } from "./batch.ts";
import { Dataset } from "./dataset.ts";
import type { DatasetInput } from "./inputs.ts";
import type { Walks } from "./walks.ts";

/** Which samples an epoch takes, and how often: see `OrderSampler`. */
export interface EpochSampler extends OrderSampler {
  /**
   * Every class comes equally often: each has the same sum of `weights`. Default false. For a milder balance give
   * `weights`, such as n^−½ for a sample of a class of n.
   */
  balance?: boolean;
}

export interface EpochOptions {
  /** Which epoch; default 0. Every epoch has its own order and its own draws. */
  epoch?: number;
  batchSize: number;
  /** Default true; false goes through the dataset from first to last. */
  shuffle?: boolean;
  /** This worker's part: rank of world; default all. Shards are disjoint and differ by at most one sample. */
  shard?: Shard;
  /**
   * What happens to the samples that do not fill the last batch: `keep` a smaller one (default), `drop` it, or `wrap`
   * round to fill it with samples from the start, each of which is drawn anew (its second occurrence).
   */
  last?: LastBatch;
  /** Weights, class balance, repeats, another number of samples. Default: every sample once. */
  sampler?: EpochSampler;
  /** The epoch ends after so many batches at the latest, those before `start` included. Default: no limit. */
  batches?: number;
  /** Batches submitted before they are asked for, so that the GPU mixes while the host waits or trains; default 1. */
  lookAhead?: number;
  /** The batch to start at: resume in the middle with the same numbers. Default 0. */
  start?: number;
}

/** What `EpochOptions` has, for checks. */
export const EPOCH_KEYS: readonly (keyof EpochOptions)[] = [
  "epoch",
  "batchSize",
  "shuffle",
  "shard",
  "last",
  "sampler",
  "batches",
  "lookAhead",
  "start",
];

/**
 * An epoch can be walked through many times, and every walk gives the same batches. A batch is valid until the walk is
 * asked for the next but one, whatever else the engine runs meanwhile.
 *
 * Up to eight walks can be under way on an engine. When a ninth begins, the walk that was asked longest ago gives up
 * its buffers, and the batches it handed out are no longer valid. When that walk is asked again, it makes the same
 * batches again and goes on. So a walk that was begun and dropped keeps no memory for ever.
 */
export interface Epoch<B = Batch> extends Iterable<B> {
  /** Batches in the epoch, those before `start` included. */
  readonly length: number;
  readonly lookAhead: number;
}

/** Where one walk through an epoch writes its batches, as long as it lasts or until it is paused. */
export interface EpochLane<B = Batch> {
  run(input: DatasetInput, step: StepOptions): B;
  /** The walk is over, or goes on in another lane; `unused` are the batches made ahead that nobody will get. */
  close(unused: B[]): void;
}

/** What a walk asks of its engine. */
interface Walked {
  readonly seed: number;
  readonly walks: Walks;
  assertAlive(): void;
}

/** See `Engine.epoch`. `openLane` takes the number of batches that exist side by side. */
export function epochOf<B>(
  engine: Walked,
  dataset: Dataset,
  options: EpochOptions,
  openLane: (sets: number) => EpochLane<B>,
): Epoch<B> {
  if (!(dataset instanceof Dataset)) throw new InputError("epoch.dataset", "a Dataset", dataset);
  if (!isOptions(options as unknown)) throw new InputError("epoch.options", "{ batchSize, … }", options);
  knownKeys("epoch.options", options, EPOCH_KEYS);
  const { lookAhead = 1, start = 0, ...given } = options;
  const { epoch = 0 } = options;
  if (!Number.isInteger(lookAhead) || lookAhead < 0 || lookAhead > 16)
    throw new InputError("lookAhead", "an integer in 0..16", lookAhead);
  const sampler = options.sampler && orderSampler(options.sampler, dataset);
  const order = epochOrder({ ...given, seed: engine.seed, epoch, count: dataset.count, ...(sampler && { sampler }) });
  if (!Number.isInteger(start) || start < 0 || start > order.length)
    throw new InputError("start", `an integer in 0..${order.length}`, start);
  // Steps are counted through all epochs, and a step is a u32.
  const last = Math.floor(2 ** 32 / order.steps) - 1;
  if (epoch > last)
    throw new InputError(
      "epoch",
      `an integer in 0..${last}, as each counts ${order.steps} steps of the 2^32 there are`,
      epoch,
    );

  function* batches(): Generator<B> {
    let lane: EpochLane<B> | undefined;
    const ahead: B[] = [];
    const pause = () => {
      lane?.close(ahead.splice(0));
      lane = undefined;
    };
    try {
      for (let now = start; now < order.length; now++) {
        engine.walks.ask(pause);
        // Two batches more than those looked ahead: one is with the caller, and the one before it may still be in use.
        lane ??= openLane(lookAhead + 2);
        while (ahead.length <= lookAhead && now + ahead.length < order.length) {
          const number = now + ahead.length;
          const step = { epoch, step: epoch * order.steps + number, occurrences: order.occurrences(number) };
          ahead.push(lane.run({ dataset, indices: order.batch(number) }, step));
        }
        yield ahead.shift()!;
        engine.assertAlive();
      }
    } finally {
      engine.walks.end(pause);
    }
  }
  return { length: order.length, lookAhead, [Symbol.iterator]: batches };
}

/** The sampler of an epoch with its balance turned into weights. */
function orderSampler(sampler: EpochSampler, dataset: Dataset): OrderSampler {
  knownKeys("sampler", sampler, [...SAMPLER_KEYS, "balance"]);
  const { balance = false, ...given } = sampler;
  if (typeof balance !== "boolean") throw new InputError("sampler.balance", "true or false", balance);
  if (!balance) return given;
  if (!dataset.labels) throw new InputError("sampler.balance", "false for a dataset without class ids", balance);
  if (given.weights !== undefined) checkWeights("sampler.weights", given.weights, dataset.count);
  return { ...given, weights: balancedWeights(dataset.labels, given.weights) };
}
