/**
 * An epoch: every sample once, batches that stay what they were until the loop has moved on, and nothing that disturbs
 * them.
 */
import { type Batch, createEngine, cutmix, type Engine, type EngineOptions, type EpochOptions, mixup } from "mixwell";
import { describe, expect, test } from "vitest";
import { getDevice } from "./device.ts";
import { rowsById, syntheticDataset } from "./help.ts";

const OPTIONS: EngineOptions = {
  seed: 21,
  policy: mixup({ alpha: 1 }),
  output: { format: "u8" },
  labels: { classes: 6 },
};

async function setUp(options: Partial<EngineOptions> = {}) {
  const device = await getDevice();
  const engine = await createEngine(device, { ...OPTIONS, ...options });
  const { dataset } = await syntheticDataset(device, { count: 46, height: 4, width: 4, channels: 3, classes: 6 });
  const done = () => {
    engine.destroy();
    dataset.destroy();
  };
  return { device, engine, dataset, done };
}

/** What the rows of an epoch are, read batch by batch; `meanwhile` happens between getting a batch and reading it. */
async function rowsOf(engine: Engine, epoch: Iterable<Batch>, meanwhile: (batch: Batch) => unknown = () => {}) {
  const rows: [number, string][] = [];
  for (const batch of epoch) {
    await meanwhile(batch);
    rows.push(...rowsById(await engine.read(batch), batch.ids));
  }
  return rows;
}

describe("a batch is what it was when it was made", () => {
  test.each([0, 1, 2, 16])("with %d batches of look-ahead", async (lookAhead) => {
    const { engine, dataset, done } = await setUp();
    const wanted: [number, string][] = [];
    for (let number = 0; number < 10; number++)
      wanted.push(...(await rowsOf(engine, [...take(engine.epoch(dataset, { batchSize: 5, start: number }), 1)])));
    expect(await rowsOf(engine, engine.epoch(dataset, { batchSize: 5, lookAhead }))).toEqual(wanted);
    done();
  });

  test("whatever is run in the middle of the epoch: a validation step, another epoch, the same one again", async () => {
    const { engine, dataset, done } = await setUp();
    const options: EpochOptions = { batchSize: 5, lookAhead: 1 };
    const wanted = await rowsOf(engine, engine.epoch(dataset, options));
    const run = () => engine.run({ dataset, indices: [1, 2, 3, 4, 5] }, { epoch: 9 });
    expect(await rowsOf(engine, engine.epoch(dataset, options), run)).toEqual(wanted);
    const inner = async () => {
      let step = 0;
      for (const _ of engine.epoch(dataset, { ...options, epoch: 3 })) if (++step === 4) break;
      expect(await rowsOf(engine, engine.epoch(dataset, options))).toEqual(wanted);
    };
    expect(await rowsOf(engine, engine.epoch(dataset, options), inner)).toEqual(wanted);
    done();
  });

  test("and two of them can be walked side by side", async () => {
    const { engine, dataset, done } = await setUp();
    const [train, check] = [engine.epoch(dataset, { batchSize: 5 }), engine.epoch(dataset, { epoch: 1, batchSize: 5 })];
    const wanted = [await rowsOf(engine, train), await rowsOf(engine, check)];
    const found: [number, string][][] = [[], []];
    const [a, b] = [train[Symbol.iterator](), check[Symbol.iterator]()];
    for (let number = 0; number < 10; number++) {
      const [first, second] = [a.next().value as Batch, b.next().value as Batch];
      found[0]!.push(...rowsById(await engine.read(first), first.ids));
      found[1]!.push(...rowsById(await engine.read(second), second.ids));
    }
    expect(found).toEqual(wanted);
    done();
  });
});

function* take(epoch: Iterable<Batch>, count: number): Generator<Batch> {
  for (const batch of epoch) {
    if (count-- <= 0) return;
    yield batch;
  }
}

describe("an epoch", () => {
  const idsOf = (epoch: Iterable<Batch>) => Array.from(epoch, ({ ids }) => ids);
  const all = Array.from({ length: 46 }, (_, i) => i);

  test("brings every sample once, in another order each time, or as they lie", async () => {
    const { engine, dataset, done } = await setUp();
    const [first, second] = [0, 1].map((epoch) => idsOf(engine.epoch(dataset, { epoch, batchSize: 8 })));
    for (const batches of [first!, second!]) {
      expect(batches.map(({ length }) => length)).toEqual([8, 8, 8, 8, 8, 6]);
      expect(batches.flat().toSorted((a, b) => a - b)).toEqual(all);
    }
    expect(first).not.toEqual(second);
    expect(idsOf(engine.epoch(dataset, { batchSize: 8, shuffle: false })).flat()).toEqual(all);
    const again = engine.epoch(dataset, { epoch: 1, batchSize: 8 });
    expect([idsOf(again), idsOf(again)]).toEqual([second, second]);
    done();
  });

  test("ends with a smaller batch, without it, or with one filled up", async () => {
    const { engine, dataset, done } = await setUp();
    const lengths = (options: Partial<EpochOptions>) => {
      const epoch = engine.epoch(dataset, { batchSize: 8, ...options });
      const found = Array.from(epoch, ({ size, shape, ids }) => [size, shape[0], ids.length]);
      expect(epoch.length).toBe(found.length);
      return found.map(([size, rows, ids]) => (size === rows && rows === ids ? size : -1));
    };
    expect(lengths({ last: "keep" })).toEqual([8, 8, 8, 8, 8, 6]);
    expect(lengths({ last: "drop" })).toEqual([8, 8, 8, 8, 8]);
    expect(lengths({ last: "wrap" })).toEqual([8, 8, 8, 8, 8, 8]);
    expect(lengths({ last: "wrap", batchSize: 50 })).toEqual([50]);
    done();
  });

  test("is split over three shards without a sample lost or doubled", async () => {
    const { engine, dataset, done } = await setUp();
    const shards = [0, 1, 2].map((rank) =>
      idsOf(engine.epoch(dataset, { batchSize: 8, shard: { rank, world: 3 } })).flat(),
    );
    expect(shards.map(({ length }) => length)).toEqual([16, 15, 15]);
    expect(shards.flat().toSorted((a, b) => a - b)).toEqual(all);
    done();
  });

  test("goes on where it was left", async () => {
    const { engine, dataset, done } = await setUp();
    const whole = idsOf(engine.epoch(dataset, { epoch: 2, batchSize: 8 }));
    expect(idsOf(engine.epoch(dataset, { epoch: 2, batchSize: 8, start: 4 }))).toEqual(whole.slice(4));
    expect(idsOf(engine.epoch(dataset, { epoch: 2, batchSize: 8, start: 6 }))).toEqual([]);
    done();
  });

  test("hands on the fields of the rows it gives: all of them, or with granularity half the first half", async () => {
    const { engine, dataset, done } = await setUp();
    const half = await createEngine(engine.device, { ...OPTIONS, policy: cutmix({ granularity: "half" }) });
    for (const one of [engine, half]) {
      for (const { ids, size, shape, fields } of one.epoch(dataset, { batchSize: 7 })) {
        expect([ids.length, shape[0]]).toEqual([size, size]);
        expect(fields).toEqual({ name: ids.map((id) => `picture ${id}`) });
      }
    }
    half.destroy();
    done();
  });
});
