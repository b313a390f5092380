/** What an epoch can be told, what it is, and the order that follows from both. */
import { InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import type { LabelOptions } from "../format/format.ts";
import type { Plan } from "../plan/plan.ts";
import { type EpochOrder, epochOrder, type LastBatch, type Shard } from "../sample/epoch-order.ts";
import { balancedWeights, checkWeights, type OrderSampler, SAMPLER_KEYS } from "../sample/sampler.ts";
import type { Batch, StepOptions } from "./batch.ts";
import type { DatasetInput } from "./inputs.ts";
import type { Samples } from "./samples.ts";
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

/** The same over a stream: `for await (const batch of …)`. Leaving the loop ends all reads. */
export interface StreamEpoch<B = Batch> extends AsyncIterable<B> {
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
export interface Walked {
  readonly device: GPUDevice;
  readonly seed: number;
  readonly labels: Readonly<LabelOptions> | undefined;
  readonly walks: Walks;
  draw(input: DatasetInput, step: StepOptions): Plan;
  assertAlive(): void;
}

/** The order of an epoch, and where a walk through it begins. */
export interface OpenEpoch {
  order: EpochOrder;
  lookAhead: number;
  start: number;
  /** What the step of a batch is told. */
  stepOf(number: number): { epoch: number; step: number; occurrences: number[] };
}

/** Checks what an epoch was told. @throws InputError */
export function openEpoch(engine: Walked, samples: Samples, options: EpochOptions): OpenEpoch {
  if (!isOptions(options as unknown)) throw new InputError("epoch.options", "{ batchSize, … }", options);
  knownKeys("epoch.options", options, EPOCH_KEYS);
  const { lookAhead = 1, start = 0, ...given } = options;
  const { epoch = 0 } = options;
  if (!Number.isInteger(lookAhead) || lookAhead < 0 || lookAhead > 16)
    throw new InputError("lookAhead", "an integer in 0..16", lookAhead);
  const sampler = options.sampler && orderSampler(options.sampler, samples);
  const order = epochOrder({ ...given, seed: engine.seed, epoch, count: samples.count, ...(sampler && { sampler }) });
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
  const stepOf = (number: number) => ({
    epoch,
    step: epoch * order.steps + number,
    occurrences: order.occurrences(number),
  });
  return { order, lookAhead, start, stepOf };
}

/** The sampler of an epoch with its balance turned into weights. */
function orderSampler(sampler: EpochSampler, samples: Samples): OrderSampler {
  knownKeys("sampler", sampler, [...SAMPLER_KEYS, "balance"]);
  const { balance = false, ...given } = sampler;
  if (typeof balance !== "boolean") throw new InputError("sampler.balance", "true or false", balance);
  if (!balance) return given;
  if (!samples.labels) throw new InputError("sampler.balance", "false for a dataset without class ids", balance);
  if (given.weights !== undefined) checkWeights("sampler.weights", given.weights, samples.count);
  return { ...given, weights: balancedWeights(samples.labels, given.weights) };
}
