/**
 * An epoch under a sampler: how often each sample comes, that nothing but (seed, epoch, sampler) decides it, and that
 * what comes again is the next occurrence. Counts are systematic, so most bounds here are exact; those about chance are
 * four standard errors.
 */
import { describe, expect, test } from "vitest";
import { type EpochOrderOptions, epochOrder, type LastBatch } from "../../../src/sample/epoch-order.ts";
import { balancedWeights, type OrderSampler } from "../../../src/sample/sampler.ts";
import { range } from "./request.ts";

const COUNT = 300;
const RIGHT: EpochOrderOptions = { seed: 1, epoch: 0, count: COUNT, batchSize: 16 };

/** Weights of 0 to 12, a third of them 0 and one of them a tenth of all. */
const UNEVEN = range(COUNT).map((i) => (i === 7 ? 200 : i % 3 === 0 ? 0 : 1 + (i % 12)));

const SAMPLERS: [string, OrderSampler][] = [
  ["weights", { weights: UNEVEN }],
  ["weights and more samples", { weights: UNEVEN, samples: 1000 }],
  ["weights and repeats", { weights: Float32Array.from(UNEVEN), repeats: 4, samples: 401 }],
  ["repeats", { repeats: 3 }],
  ["repeats of more than there is", { repeats: 3, samples: 2000 }],
  ["fewer samples", { samples: 70 }],
  ["more samples", { samples: 1000 }],
];

/** Every row of an epoch: its sample and its occurrence. */
function rowsOf(options: Partial<EpochOrderOptions>): [sample: number, occurrence: number][] {
  const order = epochOrder({ ...RIGHT, ...options });
  return range(order.length).flatMap((index) => {
    const occurrences = order.occurrences(index);
    return order.batch(index).map((sample, row): [number, number] => [sample, occurrences[row]!]);
  });
}

const samplesOf = (options: Partial<EpochOrderOptions>) => rowsOf(options).map(([sample]) => sample);

function countsOf(samples: number[], count = COUNT): number[] {
  const counts = range(count).map(() => 0);
  for (const sample of samples) counts[sample]!++;
  return counts;
}

describe.each(SAMPLERS)("%s", (_, sampler) => {
  const whole = rowsOf({ sampler, batchSize: 2000 });

  test("the epoch has as many samples as it should", () => {
    expect(whole).toHaveLength(sampler.samples ?? COUNT);
  });

  test("the order does not depend on the batch size, and every batch can be had by itself", () => {
    for (const batchSize of [1, 7, 64]) expect(rowsOf({ sampler, batchSize })).toEqual(whole);
    const later = epochOrder({ ...RIGHT, sampler, batchSize: 7 });
    expect(later.batch(5)).toEqual(whole.slice(35, 42).map(([sample]) => sample));
    expect(later.occurrences(5)).toEqual(whole.slice(35, 42).map(([, occurrence]) => occurrence));
    expect(later.at(40)).toBe(whole[40]![0]);
  });

  test.each([1, 2, 3, 7])("%i shards are parts of one sequence", (world) => {
    for (const rank of range(world)) {
      const shard = rowsOf({ sampler, batchSize: 9, shard: { rank, world } });
      expect(shard).toEqual(whole.filter((_, position) => position % world === rank));
    }
  });

  test("an occurrence is how often the sample came before", () => {
    const seen = new Map<number, number>();
    for (const [sample, occurrence] of whole) {
      expect(occurrence).toBe(seen.get(sample) ?? 0);
      seen.set(sample, occurrence + 1);
    }
  });

  test("what `wrap` takes again is drawn anew, in every shard", () => {
    const wrapped = (rank: number) => rowsOf({ sampler, batchSize: 850, last: "wrap", shard: { rank, world: 3 } });
    const rows = range(3).flatMap(wrapped);
    expect(rows.length).toBeGreaterThan(whole.length);
    expect(new Set(rows.map(String)).size).toBe(rows.length);
    const size = Math.ceil(whole.length / 3);
    expect(wrapped(0).slice(0, size)).toEqual(whole.filter((_, position) => position % 3 === 0));
  });

  test("another epoch, and another seed, are other orders", () => {
    const orders = [{}, { epoch: 1 }, { seed: 2 }].map((change) => String(samplesOf({ ...change, sampler })));
    expect(new Set(orders).size).toBe(3);
  });
});

describe("weights", () => {
  const total = UNEVEN.reduce((sum, weight) => sum + weight, 0);

  test("a sample comes as often as its weight says, up or down to a whole number", () => {
    for (const epoch of range(5)) {
      for (const samples of [50, 300, 3000]) {
        const counts = countsOf(samplesOf({ epoch, sampler: { weights: UNEVEN, samples } }));
        counts.forEach((count, i) => {
          const exact = (samples * UNEVEN[i]!) / total;
          expect(count).toBeGreaterThanOrEqual(Math.floor(exact));
          expect(count).toBeLessThanOrEqual(Math.ceil(exact));
        });
      }
    }
  });

  test("and over many epochs exactly so", () => {
    const epochs = 3000;
    const sums = range(COUNT).map(() => 0);
    for (const epoch of range(epochs)) {
      for (const sample of samplesOf({ epoch, batchSize: 50, sampler: { weights: UNEVEN, samples: 50 } }))
        sums[sample]!++;
    }
    const off = sums.filter((sum, i) => {
      const exact = (50 * UNEVEN[i]!) / total;
      const chance = exact % 1;
      return Math.abs(sum / epochs - exact) > 4.5 * Math.sqrt((chance * (1 - chance)) / epochs) + 1e-9;
    });
    expect(off).toEqual([]);
  });

  test("who comes with whom is chance: neighbours as any other two", () => {
    const [count, epochs] = [50, 2000];
    const weights = range(count).map(() => 0.5);
    const both = [0, 0, 0];
    for (const epoch of range(epochs)) {
      const seen = new Set(samplesOf({ count, epoch, sampler: { weights, samples: 25 } }));
      [1, 2, 33].forEach((other, i) => {
        if (seen.has(0) && seen.has(other)) both[i]!++;
      });
    }
    // 25/50 · 24/49, and four standard errors.
    for (const times of both) expect(Math.abs(times / epochs - 0.2449)).toBeLessThan(0.0385);
  });

  test("where in the epoch a heavy sample comes is spread evenly", () => {
    const positions = samplesOf({ sampler: { weights: UNEVEN, samples: 10_000 }, batchSize: 64 }).flatMap(
      (sample, i) => (sample === 7 ? [i] : []),
    );
    const mean = positions.reduce((sum, position) => sum + position, 0) / positions.length;
    expect(positions.length).toBeGreaterThan(1000);
    expect(Math.abs(mean / 10_000 - 0.5)).toBeLessThan(4 / Math.sqrt(12 * positions.length));
  });

  test("equal weights are the epoch without weights: every sample once, or equally often", () => {
    const weights = new Float32Array(COUNT).fill(0.1);
    expect(countsOf(samplesOf({ sampler: { weights } }))).toEqual(range(COUNT).map(() => 1));
    expect(countsOf(samplesOf({ sampler: { weights, samples: 3 * COUNT } }))).toEqual(range(COUNT).map(() => 3));
  });

  test("a single sample may have all the weight, and nobody with none comes", () => {
    const one = range(COUNT).map((i) => (i === 299 ? 1e-300 : 0));
    expect(new Set(samplesOf({ sampler: { weights: one } }))).toEqual(new Set([299]));
    const tiny = range(COUNT).map((i) => (i < 2 ? 5e-324 : 0));
    expect(countsOf(samplesOf({ sampler: { weights: tiny } })).slice(0, 3)).toEqual([150, 150, 0]);
  });
});

describe("balance", () => {
  // Classes of 200, 80, 19 and 1 samples.
  const labels = Uint32Array.from(range(COUNT), (i) => (i < 200 ? 0 : i < 280 ? 1 : i < 299 ? 3 : 9));

  test("every class comes equally often, its samples too, and a class of one as often as the others", () => {
    const counts = countsOf(samplesOf({ sampler: { weights: balancedWeights(labels), samples: 400 } }));
    const ofClass = (label: number) => counts.filter((_, i) => labels[i] === label);
    for (const label of [0, 1, 3, 9]) {
      const list = ofClass(label);
      const sum = list.reduce((a, b) => a + b, 0);
      // Each sample's count is rounded by itself.
      expect(Math.abs(sum - 100)).toBeLessThanOrEqual(label === 9 ? 1e-9 : 4 * Math.sqrt(list.length));
      expect(Math.max(...list) - Math.min(...list)).toBeLessThanOrEqual(1);
    }
  });

  test("weights within a class stay in proportion, and a class of zeros stays away", () => {
    const weights = balancedWeights(Uint32Array.of(0, 0, 1, 2, 2), [1, 3, 5, 0, 0]);
    expect([...weights]).toEqual([0.25, 0.75, 1, 0, 0]);
  });
});

describe("repeats", () => {
  test("every sample comes so many times in a row, and the epoch keeps its length, as with timm's sampler", () => {
    const rows = rowsOf({ sampler: { repeats: 3 } });
    for (const first of range(100).map((i) => 3 * i)) {
      const [a, b, c] = rows.slice(first, first + 3);
      expect([a, b, c]).toEqual([0, 1, 2].map((occurrence) => [a![0], occurrence]));
    }
    expect(new Set(rows.map(([sample]) => sample)).size).toBe(100);
  });

  test("three workers get one of the three each", () => {
    const shards = range(3).map((rank) => rowsOf({ sampler: { repeats: 3 }, shard: { rank, world: 3 } }));
    const samples = shards.map((rows) => rows.map(([sample]) => sample));
    expect(samples[1]).toEqual(samples[0]);
    expect(samples[2]).toEqual(samples[0]);
    expect(shards.map((rows) => new Set(rows.map(([, occurrence]) => occurrence)))).toEqual([
      new Set([0]),
      new Set([1]),
      new Set([2]),
    ]);
  });

  test("unshuffled too", () => {
    expect(samplesOf({ count: 3, shuffle: false, sampler: { repeats: 2, samples: 8 } })).toEqual([
      0, 0, 1, 1, 2, 2, 0, 0,
    ]);
  });
});

describe("another number of samples", () => {
  test("fewer are the beginning of the whole epoch", () => {
    expect(samplesOf({ sampler: { samples: 70 } })).toEqual(samplesOf({}).slice(0, 70));
  });

  test("more are the whole epoch, and another order after it", () => {
    const all = samplesOf({ sampler: { samples: 700 } });
    expect(all.slice(0, COUNT)).toEqual(samplesOf({}));
    expect(new Set(all.slice(COUNT, 2 * COUNT)).size).toBe(COUNT);
    expect(all.slice(COUNT, 2 * COUNT)).not.toEqual(samplesOf({}));
  });
});

describe("a limit of batches", () => {
  test.each<LastBatch>(["keep", "drop", "wrap"])("cuts the epoch, last %s", (last) => {
    const lengths = [1, 5, 18, 19, 100].map((batches) => epochOrder({ ...RIGHT, last, batches }));
    const full = last === "drop" ? 18 : 19;
    expect(lengths.map(({ length }) => length)).toEqual([1, 5, 18, full, full]);
    expect(lengths.map(({ steps }) => steps)).toEqual([1, 5, 18, full, full]);
    expect(samplesOf({ last, batches: 5 })).toEqual(samplesOf({ last }).slice(0, 80));
    expect(() => lengths[1]!.batch(5)).toThrow("batch: expected an integer in 0..4, found 5");
  });

  test("shards count the same steps, whichever ends first", () => {
    const orders = range(3).map((rank) =>
      epochOrder({ ...RIGHT, count: 97, shard: { rank, world: 3 }, batchSize: 8, batches: 4 }),
    );
    expect(orders.map(({ length, steps }) => [length, steps])).toEqual(range(3).map(() => [4, 4]));
  });
});

const WRONG: [Partial<EpochOrderOptions>, string][] = [
  [{ sampler: 3 as never }, "sampler: expected { weights, repeats, samples }, found 3"],
  [
    { sampler: { replacement: true } as never },
    'sampler: expected only weights, repeats, samples, found "replacement"',
  ],
  [
    { sampler: { weight: [] } as never },
    'sampler: expected only weights, repeats, samples (did you mean weights?), found "weight"',
  ],
  [{ sampler: { weights: [1, 2] } }, "sampler.weights: expected 300 weights, one a sample, found 2"],
  [{ sampler: { weights: "x" as never } }, 'sampler.weights: expected 300 weights, one a sample, found "x"'],
  [{ sampler: { weights: UNEVEN.with(4, -1) } }, "sampler.weights[4]: expected a finite number ≥ 0, found -1"],
  [{ sampler: { weights: UNEVEN.with(4, Number.NaN) } }, "sampler.weights[4]: expected a finite number ≥ 0, found NaN"],
  [
    { sampler: { weights: UNEVEN.with(4, "1" as never) } },
    'sampler.weights[4]: expected a finite number ≥ 0, found "1"',
  ],
  [
    { sampler: { weights: new Uint8Array(COUNT) } },
    "sampler.weights: expected weights with a positive, finite sum, found 0",
  ],
  [
    { sampler: { weights: new Float64Array(COUNT).fill(1e308) } },
    "sampler.weights: expected weights with a positive, finite sum, found Infinity",
  ],
  [
    { sampler: { weights: UNEVEN }, shuffle: false },
    "shuffle: expected true with sampler.weights: what is drawn has no first and last, found false",
  ],
  [{ sampler: { repeats: 0 } }, "sampler.repeats: expected an integer in 1..4294967295, found 0"],
  [{ sampler: { repeats: 1.5 } }, "sampler.repeats: expected an integer in 1..4294967295, found 1.5"],
  [{ sampler: { samples: 0 } }, "sampler.samples: expected an integer in 1..4294967295, found 0"],
  [{ sampler: { samples: 2 ** 32 } }, "sampler.samples: expected an integer in 1..4294967295, found 4294967296"],
  [
    { sampler: { weights: UNEVEN, repeats: 2, samples: 2 ** 25 + 1 } },
    "sampler.samples: expected 16777216 draws at most, with sampler.weights, found 33554433",
  ],
  [{ sampler: { samples: 4 }, shard: { rank: 0, world: 5 } }, "shard.world: expected an integer in 1..4, found 5"],
  [
    { sampler: { samples: 10 }, last: "drop" },
    'batchSize: expected at most 10, the 10 samples: with last "drop" no batch would be left, found 16',
  ],
  [{ batches: 0 }, "batches: expected a positive integer, found 0"],
];

test.each(WRONG)("%j is refused", (change, message) => {
  expect(() => epochOrder({ ...RIGHT, ...change })).toThrow(message);
});
