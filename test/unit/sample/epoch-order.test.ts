import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/check/errors.ts";
import { type EpochOrderOptions, epochOrder } from "../../../src/sample/epoch-order.ts";
import { range } from "./request.ts";

const RIGHT: EpochOrderOptions = { seed: 1, epoch: 0, count: 100, batchSize: 16 };

const batches = (options: Partial<EpochOrderOptions>) => {
  const order = epochOrder({ ...RIGHT, ...options });
  return range(order.length).map((index) => order.batch(index));
};
const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

describe("one worker", () => {
  test("every sample comes once an epoch, in another order every epoch and for every seed", () => {
    const orders = [{}, { epoch: 1 }, { seed: 2 }].map((change) => batches(change).flat());
    for (const order of orders) expect(sorted(order)).toEqual(range(100));
    expect(new Set(orders.map(String)).size).toBe(3);
  });

  test("the order does not depend on the batch size", () => {
    expect(batches({ batchSize: 7 }).flat()).toEqual(batches({ batchSize: 64 }).flat());
  });

  test("unshuffled it is first to last", () => {
    expect(batches({ shuffle: false }).flat()).toEqual(range(100));
  });

  test("the last batch: kept small, dropped, or filled from the start", () => {
    expect(batches({ last: "keep" }).map(({ length }) => length)).toEqual([16, 16, 16, 16, 16, 16, 4]);
    expect(batches({ last: "drop" }).map(({ length }) => length)).toEqual([16, 16, 16, 16, 16, 16]);
    const wrapped = batches({ last: "wrap" });
    expect(wrapped.map(({ length }) => length)).toEqual([16, 16, 16, 16, 16, 16, 16]);
    expect(wrapped.at(-1)!.slice(4)).toEqual(wrapped[0]!.slice(0, 12));
    expect(wrapped.at(-1)!.slice(0, 4)).toEqual(batches({}).at(-1));
  });

  test("a batch larger than the dataset", () => {
    expect(batches({ count: 3, batchSize: 8, shuffle: false })).toEqual([[0, 1, 2]]);
    expect(batches({ count: 3, batchSize: 8, shuffle: false, last: "wrap" })).toEqual([[0, 1, 2, 0, 1, 2, 0, 1]]);
  });

  test("any batch by itself, of a dataset far too large to list", () => {
    const order = epochOrder({ ...RIGHT, count: 4_000_000_000, batchSize: 4 });
    expect(order.length).toBe(1_000_000_000);
    const last = order.batch(999_999_999);
    expect(new Set(last).size).toBe(4);
    for (const index of last) expect(index).toBeLessThan(4_000_000_000);
    expect(order.batch(123_456_789)[2]).toBe(order.at(123_456_789 * 4 + 2));
  });
});

describe("several workers", () => {
  test.each([1, 2, 3, 7])("%i shards cover the epoch, each sample once, and take turns", (world) => {
    const whole = batches({}).flat();
    const shards = range(world).map((rank) => batches({ shard: { rank, world } }).flat());
    expect(sorted(shards.flat())).toEqual(range(100));
    for (const [rank, shard] of shards.entries())
      expect(shard).toEqual(whole.filter((_, position) => position % world === rank));
    const sizes = shards.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(2);
  });

  test("drop and wrap give every shard as many full batches, where keep does not", () => {
    const lengths = (last: "keep" | "drop" | "wrap") =>
      range(2).map((rank) =>
        batches({ count: 9, batchSize: 4, last, shard: { rank, world: 2 } }).map((batch) => batch.length),
      );
    expect(lengths("keep")).toEqual([[4, 1], [4]]);
    expect(lengths("drop")).toEqual([[4], [4]]);
    expect(lengths("wrap")).toEqual([
      [4, 4],
      [4, 4],
    ]);
  });

  test("two shards whose last batches differ count the same steps", () => {
    const stepsOf = (last: "keep" | "drop" | "wrap") =>
      range(2).map((rank) => epochOrder({ ...RIGHT, count: 9, batchSize: 4, last, shard: { rank, world: 2 } }).steps);
    expect(stepsOf("keep")).toEqual([2, 2]);
    expect(stepsOf("drop")).toEqual([1, 1]);
    expect(stepsOf("wrap")).toEqual([2, 2]);
  });

  test("wrap says which samples come a second time, and a third in a batch larger than the shard", () => {
    const occurrences = (options: Partial<EpochOrderOptions>) => {
      const order = epochOrder({ ...RIGHT, ...options });
      return range(order.length).map((index) => order.occurrences(index));
    };
    expect(occurrences({ count: 6, batchSize: 4, last: "wrap" })).toEqual([
      [0, 0, 0, 0],
      [0, 0, 1, 1],
    ]);
    expect(occurrences({ count: 3, batchSize: 8, last: "wrap" })).toEqual([[0, 0, 0, 1, 1, 1, 2, 2]]);
    expect(occurrences({ count: 6, batchSize: 4 })).toEqual([
      [0, 0, 0, 0],
      [0, 0],
    ]);
  });

  test("wrap fills from the shard's own start", () => {
    const [first, second] = batches({
      count: 9,
      batchSize: 4,
      shuffle: false,
      last: "wrap",
      shard: { rank: 1, world: 2 },
    });
    expect(first).toEqual([1, 3, 5, 7]);
    expect(second).toEqual([1, 3, 5, 7]);
  });

  test("as many shards as samples", () => {
    expect(range(5).flatMap((rank) => batches({ count: 5, shuffle: false, shard: { rank, world: 5 } }).flat())).toEqual(
      range(5),
    );
  });
});

const WRONG: [call: () => unknown, message: string][] = [
  [() => epochOrder({ ...RIGHT, count: 0 }), "count: expected an integer in 1..4294967295, found 0"],
  [() => epochOrder({ ...RIGHT, batchSize: 0 }), "batchSize: expected an integer in 1..4294967295, found 0"],
  [() => epochOrder({ ...RIGHT, batchSize: 2.5 }), "batchSize: expected an integer in 1..4294967295, found 2.5"],
  [() => epochOrder({ ...RIGHT, epoch: -1 }), "epoch: expected an integer in 0..4294967295, found -1"],
  [() => epochOrder({ ...RIGHT, seed: Number.NaN }), "seed: expected an integer in 0..9007199254740991, found NaN"],
  [() => epochOrder({ ...RIGHT, shuffle: "false" as never }), 'shuffle: expected true or false, found "false"'],
  [() => epochOrder({ ...RIGHT, shuffle: null as never }), "shuffle: expected true or false, found null"],
  [() => epochOrder({ ...RIGHT, shard: null as never }), "shard: expected { rank, world }, found null"],
  [() => epochOrder({ ...RIGHT, shard: 1 as never }), "shard: expected { rank, world }, found 1"],
  [() => epochOrder({ ...RIGHT, shard: {} as never }), "shard.world: expected an integer in 1..100, found undefined"],
  [
    () => epochOrder({ ...RIGHT, shard: { rank: 0, world: 1, of: 3 } as never }),
    'shard: expected only rank, world, found "of"',
  ],
  [() => epochOrder({ ...RIGHT, shard: { rank: 3, world: 3 } }), "shard.rank: expected an integer in 0..2, found 3"],
  [
    () => epochOrder({ ...RIGHT, count: 2, shard: { rank: 0, world: 3 } }),
    "shard.world: expected an integer in 1..2, found 3",
  ],
  [
    () => epochOrder({ ...RIGHT, count: 20, batchSize: 64, last: "drop" }),
    'batchSize: expected at most 20, the 20 samples: with last "drop" no batch would be left, found 64',
  ],
  [
    () => epochOrder({ ...RIGHT, count: 21, batchSize: 11, last: "drop", shard: { rank: 0, world: 2 } }),
    'batchSize: expected at most 10, the 10 samples of the smallest of 2 shards: with last "drop" no batch would be left, found 11',
  ],
  [() => epochOrder(RIGHT).occurrences(7), "batch: expected an integer in 0..6, found 7"],
  [() => epochOrder({ ...RIGHT, last: "pad" as never }), 'last: expected one of keep, drop, wrap, found "pad"'],
  [() => epochOrder(RIGHT).batch(7), "batch: expected an integer in 0..6, found 7"],
  [() => epochOrder(RIGHT).batch(-1), "batch: expected an integer in 0..6, found -1"],
  [() => epochOrder(RIGHT).at(100), "position: expected an integer in 0..99, found 100"],
];

test.each(WRONG)("%s", (call, message) => {
  expect(call).toThrow(InputError);
  expect(call).toThrow(expect.objectContaining({ message }));
});
