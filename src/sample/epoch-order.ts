import { InputError } from "../check/errors.ts";
import { MAX_ROWS } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { positive } from "../check/values.ts";
import { epochKey, PURPOSE, streamKey } from "../draw/keys.ts";
import { SHUFFLE_STREAM } from "../draw/options.ts";
import { foldIn } from "../random/key.ts";
import { checkSampler, makeSequence, type OrderSampler } from "./sampler.ts";

/**
 * What happens to the samples that do not fill a last batch: a smaller batch, no batch, or a batch filled up from the
 * shard's start.
 */
export type LastBatch = "keep" | "drop" | "wrap";

/** One of `world` equal parts of an epoch: positions `rank`, `rank + world`, `rank + 2·world`, … */
export interface Shard {
  rank: number;
  world: number;
}

export interface EpochOrderOptions {
  /** An integer in 0..2^53−1. */
  seed: number;
  /** A u32. */
  epoch: number;
  /** Samples in the dataset, 1..2^32−1. */
  count: number;
  /** Default true; false goes through the dataset from first to last. */
  shuffle?: boolean;
  batchSize: number;
  /** Default: the whole epoch. */
  shard?: Shard;
  /** Default `"keep"`. */
  last?: LastBatch;
  /** Default: every sample once. */
  sampler?: OrderSampler;
  /** The epoch ends after so many batches at the latest, as with `take` of tf.data. Default: no limit. */
  batches?: number;
  /**
   * Another order over the same epoch, for a pass that is zipped with the first (as two shuffled datasets in
   * `tf.data.Dataset.zip`): a u32, default 0, the first.
   */
  pass?: number;
}

const ORDER_KEYS: readonly (keyof EpochOrderOptions)[] = [
  "seed",
  "epoch",
  "count",
  "shuffle",
  "batchSize",
  "shard",
  "last",
  "sampler",
  "batches",
  "pass",
];

/**
 * The batches of one epoch, each computed from its number alone: nothing is stored, and resuming in the middle costs
 * nothing.
 */
export interface EpochOrder {
  /** Number of batches. */
  readonly length: number;
  /** The dataset index at a position of this shard's sequence, 0 to its size − 1. */
  at(position: number): number;
  /** The dataset indices of a batch, 0 to length − 1. */
  batch(index: number): number[];
  /**
   * How often each sample of a batch came before in the epoch, all shards together: 0, but for those that a sampler
   * repeats. What `wrap` takes from the start again is counted on from the end of the epoch.
   */
  occurrences(index: number): number[];
  /**
   * Steps that an epoch counts in all shards alike: batches of the largest shard, within the limit. The step of a batch
   * is `epoch * steps + index`.
   */
  readonly steps: number;
}

/**
 * The order in which one epoch goes through a dataset. Every sample comes exactly once an epoch over all shards
 * together (`drop` leaves some out, `wrap` repeats some); which shard and which batch it comes in is a pure function of
 * (seed, epoch). A `sampler` takes samples as often as it says instead, and then of (seed, epoch, sampler): shards are
 * parts of one sequence, so that a sample that comes in two of them is another occurrence in each.
 *
 * Shards differ by at most one sample. With `drop` and `wrap` they all have the same number of batches, so that workers
 * who wait for each other after every batch end together: `drop` counts the batches of the smallest shard, `wrap` those
 * of the largest. With `keep` a shard can have one batch less than another.
 *
 * Throws InputError when an option is out of range, and when `drop` would leave no batch at all.
 */
export function epochOrder(options: EpochOrderOptions): EpochOrder {
  knownKeys("epochOrder.options", options, ORDER_KEYS);
  const {
    seed,
    epoch,
    count,
    shuffle = true,
    batchSize,
    shard = { rank: 0, world: 1 },
    last = "keep",
    sampler,
  } = options;
  const { batches = Number.MAX_SAFE_INTEGER, pass = 0 } = options;
  check("count", count, 1, 0xffffffff);
  check("batchSize", batchSize, 1, 0xffffffff);
  check("epoch", epoch, 0, 0xffffffff);
  check("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  // A word such as "false" would shuffle.
  if (typeof shuffle !== "boolean") throw new InputError("shuffle", "true or false", shuffle);
  if (sampler !== undefined) checkSampler(sampler, count, shuffle);
  const total = sampler?.samples ?? count;
  checkShard(shard);
  check("shard.world", shard.world, 1, total);
  check("shard.rank", shard.rank, 0, shard.world - 1);
  if (!["keep", "drop", "wrap"].includes(last)) throw new InputError("last", "one of keep, drop, wrap", last);
  positive("batches", batches);
  check("pass", pass, 0, 0xffffffff);

  const { rank, world } = shard;
  const size = Math.ceil((total - rank) / world);
  if ((last === "wrap" ? batchSize : Math.min(batchSize, size)) > MAX_ROWS)
    throw new InputError("batchSize", `batches of ${MAX_ROWS} samples at most`, batchSize);
  const smallest = Math.floor(total / world);
  const largest = Math.ceil(total / world);
  const steps = Math.min(batches, last === "drop" ? Math.floor(smallest / batchSize) : Math.ceil(largest / batchSize));
  const length = last === "keep" ? Math.min(batches, Math.ceil(size / batchSize)) : steps;
  if (length === 0) {
    const samples = world === 1 ? `the ${total} samples` : `the ${smallest} samples of the smallest of ${world} shards`;
    throw new InputError(
      "batchSize",
      `at most ${smallest}, ${samples}: with last "drop" no batch would be left`,
      batchSize,
    );
  }
  const first = streamKey(epochKey(seed, epoch), 0, SHUFFLE_STREAM);
  const key = pass === 0 ? first : foldIn(foldIn(first, PURPOSE.secondPass), pass);
  const sequence = makeSequence(key, count, shuffle, sampler);
  /** The place in the whole epoch of a position in this shard. */
  const placeOf = (position: number) => rank + position * world;
  const occurrence = (position: number) => {
    const [place, round] = [placeOf(position % size), Math.floor(position / size)];
    return sequence.occurrence(place) + (round === 0 ? 0 : round * sequence.copies(place));
  };

  /** The positions of a batch, which go on beyond the shard's size where `wrap` begins again. */
  const positions = (index: number) => {
    check("batch", index, 0, length - 1);
    const first = index * batchSize;
    const rows = last === "keep" ? Math.min(batchSize, size - first) : batchSize;
    return Array.from({ length: rows }, (_, row) => first + row);
  };

  return {
    length,
    steps,
    at(position) {
      check("position", position, 0, size - 1);
      return sequence.at(placeOf(position));
    },
    batch: (index) => positions(index).map((position) => sequence.at(placeOf(position % size))),
    occurrences: (index) => positions(index).map(occurrence),
  };
}

function check(path: string, value: number, low: number, high: number): void {
  if (!Number.isSafeInteger(value) || value < low || value > high)
    throw new InputError(path, `an integer in ${low}..${high}`, value);
}

function checkShard(shard: unknown): void {
  knownKeys("shard", shard, ["rank", "world"]);
}
