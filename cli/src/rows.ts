/**
 * Who is in which output shard. The rows of the output are numbered: epoch by epoch, in it variant by variant, in it
 * the pictures in the input's order, or in an order drawn for the epoch. A shard has consecutive rows. Who makes it
 * does not matter.
 */
import { epochOrder } from "mixwell";

export interface Layout {
  /** Pictures of the input. */
  count: number;
  /** The first epoch, and how many. */
  firstEpoch: number;
  epochs: number;
  variants: number;
  /** Output shards. */
  shards: number;
  /** Rows that are mixed at once. */
  batch: number;
  shuffle: boolean;
  seed: number;
}

/** A row of the output. */
export interface OutRow {
  row: number;
  id: number;
  epoch: number;
  variant: number;
}

/** Rows of one epoch, mixed together. */
export interface Chunk {
  epoch: number;
  step: number;
  rows: OutRow[];
}

export const rowsOf = ({ count, epochs, variants }: Layout): number => count * epochs * variants;

/** The rows of a shard, `[start, end)`. Shards differ by at most one row. */
export function rangeOf(layout: Layout, shard: number): [start: number, end: number] {
  const rows = rowsOf(layout);
  const at = (i: number) => Number((BigInt(i) * BigInt(rows)) / BigInt(layout.shards));
  return [at(shard), at(shard + 1)];
}

/** The batches of a shard. One never spans two epochs or two variants, so a picture comes once in it. */
export function* chunksOf(layout: Layout, shard: number): Generator<Chunk> {
  const [start, end] = rangeOf(layout, shard);
  const { count, variants, batch, firstEpoch } = layout;
  for (let row = start; row < end; ) {
    const pass = Math.floor(row / count);
    const stop = Math.min(end, row + batch, (pass + 1) * count);
    const epoch = firstEpoch + Math.floor(pass / variants);
    const variant = pass % variants;
    const first = row - pass * count;
    const ids = idsOf(layout, { epoch, variant }, first, stop - row);
    const rows = ids.map((id, i) => ({ row: row + i, id, epoch, variant }));
    yield { epoch, step: epoch * Math.ceil(count / batch) + Math.floor(first / batch), rows };
    row = stop;
  }
}

/** The pictures at consecutive places of a pass over the input. */
function idsOf(
  { count, shuffle, seed }: Layout,
  { epoch, variant }: { epoch: number; variant: number },
  first: number,
  length: number,
): number[] {
  if (!shuffle) return Array.from({ length }, (_, i) => first + i);
  const order = epochOrder({ count, batchSize: 1, seed, epoch, pass: variant });
  return Array.from({ length }, (_, i) => order.batch(first + i)[0]!);
}
