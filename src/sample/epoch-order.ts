import { InputError } from "../check/errors.ts";
import { epochKey, streamKey } from "../draw/keys.ts";
import { SHUFFLE_STREAM } from "../draw/options.ts";
import { makeBijection } from "../random/bijection.ts";

/** What happens to the samples that do not fill a last batch: a smaller batch, no batch, or a batch filled up from the shard's start. */
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
}

/** The batches of one epoch, each computed from its number alone: nothing is stored, and resuming in the middle costs nothing. */
export interface EpochOrder {
  /** Number of batches. */
  readonly length: number;
  /** The dataset index at a position of this shard's sequence, 0 to its size − 1. */
  at(position: number): number;
  /** The dataset indices of a batch, 0 to length − 1. */
  batch(index: number): number[];
}

/**
 * The order in which one epoch goes through a dataset. Every sample comes exactly once an epoch over all shards together (`drop`
 * leaves some out, `wrap` repeats some); which shard and which batch it comes in is a pure function of (seed, epoch).
 *
 * Shards differ by at most one sample. With `drop` and `wrap` they all have the same number of batches, so that workers who wait for
 * each other after every batch end together: `drop` counts the batches of the smallest shard, `wrap` those of the largest.
 *
 * Throws InputError when an option is out of range.
 */
export function epochOrder(options: EpochOrderOptions): EpochOrder {
  const { seed, epoch, count, shuffle = true, batchSize, shard = { rank: 0, world: 1 }, last = "keep" } = options;
  check("count", count, 1, 0xffffffff);
  check("batchSize", batchSize, 1, 0xffffffff);
  check("epoch", epoch, 0, 0xffffffff);
  check("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  // A word such as "false" would shuffle.
  if (typeof shuffle !== "boolean") throw new InputError("shuffle", "true or false", shuffle);
  checkShard(shard);
  check("shard.world", shard.world, 1, count);
  check("shard.rank", shard.rank, 0, shard.world - 1);
  if (!["keep", "drop", "wrap"].includes(last)) throw new InputError("last", "one of keep, drop, wrap", last);

  const { rank, world } = shard;
  const size = Math.ceil((count - rank) / world);
  const length = {
    keep: Math.ceil(size / batchSize),
    drop: Math.floor(Math.floor(count / world) / batchSize),
    wrap: Math.ceil(Math.ceil(count / world) / batchSize),
  }[last];
  const order = shuffle
    ? makeBijection(streamKey(epochKey(seed, epoch), 0, SHUFFLE_STREAM), count)
    : { at: (position: number) => position };
  const at = (position: number) => order.at(rank + position * world);

  return {
    length,
    at(position) {
      check("position", position, 0, size - 1);
      return at(position);
    },
    batch(index) {
      check("batch", index, 0, length - 1);
      const first = index * batchSize;
      const rows = last === "keep" ? Math.min(batchSize, size - first) : batchSize;
      return Array.from({ length: rows }, (_, row) => at((first + row) % size));
    },
  };
}

function check(path: string, value: number, low: number, high: number): void {
  if (!Number.isSafeInteger(value) || value < low || value > high) throw new InputError(path, `an integer in ${low}..${high}`, value);
}

function checkShard(shard: unknown): void {
  if (typeof shard !== "object" || shard === null) throw new InputError("shard", "{ rank, world }", shard);
  for (const key of Object.keys(shard)) if (key !== "rank" && key !== "world") throw new InputError("shard", "only rank, world", key);
}
