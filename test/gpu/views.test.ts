/** Views of a dataset: they share its memory, keep its ids, and their bytes are the whole dataset's. */
import {
  type Batch,
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  type EngineOptions,
  type EpochOptions,
  ops,
  randomErasing,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { rowsById, syntheticDataset, watch } from "./help.ts";
import { type Case, expectRefused } from "./refused.ts";

const COUNT = 60;
const inBatch: EngineOptions = {
  seed: 4,
  policy: [ops.rotate({ degrees: [-40, 40] }), randomErasing(), ops.gaussianNoise({ std: 4 })],
  output: { format: "u8" },
  labels: { classes: 6 },
};
const overDataset: EngineOptions = { ...inBatch, policy: [ops.rotate({ degrees: [-40, 40] }), cutmix()] };

async function setUp(options: EngineOptions) {
  const device = await getDevice();
  const engine = await createEngine(device, options);
  const made = await syntheticDataset(device, { count: COUNT, height: 6, width: 5, channels: 3, classes: 6 });
  const done = () => {
    engine.destroy();
    made.dataset.destroy();
  };
  return { device, engine, ...made, done };
}

const all = Array.from({ length: COUNT }, (_, i) => i);
const odd = all.filter((id) => id % 2 === 1);

/** The bytes of every sample of an epoch, by id; occurrences in order. */
async function bytesOf(
  engine: Engine,
  dataset: Dataset,
  options: Partial<EpochOptions> = {},
): Promise<Map<number, string>> {
  const rows = new Map<number, string>();
  for (const batch of engine.epoch(dataset, { batchSize: 7, ...options }))
    for (const [id, row] of rowsById(await engine.read(batch), batch.ids)) rows.set(id, row);
  return rows;
}

describe("a view", () => {
  test("gives the bytes of the whole dataset, sample by sample, and uploads nothing", async () => {
    const { device, engine, dataset, done } = await setUp(inBatch);
    const whole = await bytesOf(engine, dataset);
    const seen = watch(device);
    const views = [dataset.subset(odd), dataset.subset(({ id }) => id % 2 === 1), dataset.subset(all).subset(odd)];
    expect(seen.calls).toEqual({});
    seen.stop();
    for (const view of views) {
      expect([...view.ids]).toEqual(odd);
      const found = await bytesOf(engine, view);
      expect([...found.keys()].sort((a, b) => a - b)).toEqual(odd);
      for (const [id, row] of found) expect(row).toBe(whole.get(id));
    }
    done();
  });

  test("is indexed by its own places; ids, labels and fields are the samples'", async () => {
    const { engine, dataset, labels, done } = await setUp(inBatch);
    const view = dataset.subset([50, 3, 17]).subset([2, 0]);
    expect({ ...view }).toMatchObject({
      count: 2,
      height: 6,
      width: 5,
      channels: 3,
      classes: 6,
      layout: "nhwc",
      format: "u8",
    });
    expect([...view.ids]).toEqual([17, 50]);
    expect([...view.labels!]).toEqual([labels[17], labels[50]]);
    expect(view.fieldsAt([1, 0, 1])).toEqual({ name: ["picture 50", "picture 17", "picture 50"] });
    const batch = engine.run({ dataset: view, indices: [1, 0] });
    expect(batch.ids).toEqual([50, 17]);
    expect(batch.fields).toEqual({ name: ["picture 50", "picture 17"] });
    const same = engine.run({ dataset, indices: [50, 17] });
    expect(batch.plan).toEqual(same.plan);
    expect(await engine.read(batch)).toEqual(await engine.read(same));
    // What was drawn in the view can be done to the whole dataset, and the other way round.
    const replayed = engine.run({ dataset: view, indices: [1, 0] }, { plan: same.plan });
    expect(await engine.read(replayed)).toEqual(await engine.read(batch));
    done();
  });

  test("counts its labels, and knows the classes that it has none of", async () => {
    const { dataset, labels, done } = await setUp(inBatch);
    const view = dataset.subset(({ label }) => label !== 2);
    expect(view.classes).toBe(6);
    const counts = [0, 1, 2, 3, 4, 5].map((label) => labels.filter((one) => one === label).length);
    expect([...dataset.labelCounts!]).toEqual(counts);
    expect([...view.labelCounts!]).toEqual(counts.with(2, 0));
    done();
  });

  test("with label rows: they are found by id, and the number of classes stays", async () => {
    const device = await getDevice();
    const labelRows = { data: Float32Array.from({ length: 12 }, (_, i) => i / 12), classes: 2 };
    const dataset = await Dataset.fromArrays(device, { images: noise(6 * 4), shape: [6, 2, 2, 1], labelRows });
    const engine = await createEngine(device, { policy: [], labels: { classes: 2 } });
    const view = dataset.subset([4, 1]);
    expect([view.classes, view.labels, view.labelCounts]).toEqual([2, undefined, undefined]);
    const { labels } = await engine.read(engine.run({ dataset: view, indices: [0, 1] }));
    expect([...labels!]).toEqual([...labelRows.data.slice(8, 10), ...labelRows.data.slice(2, 4)]);
    engine.destroy();
    dataset.destroy();
  });

  test("has partners of its own samples alone, and a plan that brings others is refused", async () => {
    const { engine, dataset, done } = await setUp(overDataset);
    const view = dataset.subset(odd);
    const partners = (batches: Iterable<Batch>) =>
      Array.from(batches, ({ plan, size }) => plan.sources.slice(size).map(({ index }) => index)).flat();
    const found = partners(engine.epoch(view, { batchSize: 7 }));
    expect(found.length).toBeGreaterThan(25);
    expect(found.filter((id) => id % 2 === 0)).toEqual([]);
    expect(partners(engine.epoch(dataset, { batchSize: 7 })).some((id) => id % 2 === 0)).toBe(true);
    const plan = engine.draw({ dataset: view, indices: [0] });
    const at = plan.sources.push({ from: "dataset", index: 8, id: 8 }) - 1;
    expect(() => engine.run({ dataset: view, indices: [0] }, { plan })).toThrow(
      `plan.sources[${at}].index: expected a sample of the view, found 8`,
    );
    done();
  });

  test("another batch size, order and shard give the same bytes, partners included", async () => {
    const { engine, dataset, done } = await setUp(overDataset);
    const view = dataset.subset(all.filter((id) => id % 4 !== 0));
    const wanted = await bytesOf(engine, view);
    expect(wanted.size).toBe(45);
    for (const options of [{ batchSize: 1 }, { batchSize: 64 }, { shuffle: false }])
      expect(await bytesOf(engine, view, options)).toEqual(wanted);
    const shards = await Promise.all([0, 1, 2].map((rank) => bytesOf(engine, view, { shard: { rank, world: 3 } })));
    expect(new Map(shards.flatMap((shard) => [...shard]))).toEqual(wanted);
    // The same samples in another order are the same view.
    expect(await bytesOf(engine, dataset.subset([...view.ids].reverse()))).toEqual(wanted);
    done();
  });

  test("ends alone, or with its dataset", async () => {
    const { engine, dataset, done } = await setUp(inBatch);
    const view = dataset.subset(odd);
    const inner = view.subset([0]);
    view.destroy();
    expect(() => engine.run({ dataset: view, indices: [0] })).toThrow(
      "expected a living dataset, found one that was destroyed",
    );
    expect(engine.run({ dataset: inner, indices: [0] }).ids).toEqual([1]);
    expect(engine.run({ dataset, indices: [0] }).ids).toEqual([0]);
    dataset.destroy();
    for (const call of [
      () => engine.run({ dataset: inner, indices: [0] }),
      () => inner.subset([0]),
      () => inner.split({ validation: 0.5 }),
    ])
      expect(call).toThrow("input.dataset: expected a view of a living dataset, found one whose dataset was destroyed");
    expect(inner.fieldsAt([0])).toEqual({ name: ["picture 1"] });
    done();
  });
});

describe("a split", () => {
  test("makes views without a sample in common, each class in its share", async () => {
    const { engine, dataset, labels, done } = await setUp(overDataset);
    const { train, validation, test: held } = dataset.split({ validation: 0.2, test: 0.1, seed: 3, stratify: true });
    expect([...train.ids, ...validation.ids, ...held.ids].sort((a, b) => a - b)).toEqual(all);
    for (const label of [0, 1, 2, 3, 4, 5]) {
      const count = labels.filter((one) => one === label).length;
      expect(validation.labelCounts![label]).toBe(Math.max(1, Math.round(0.2 * count)));
      expect(held.labelCounts![label]).toBe(Math.max(1, Math.round(0.1 * count)));
    }
    const seen = new Set<number>();
    for (const epoch of [0, 1, 2])
      for (const { plan } of engine.epoch(train, { epoch, batchSize: 9 }))
        for (const { id } of plan.sources) seen.add(id);
    expect([...seen].sort((a, b) => a - b)).toEqual([...train.ids]);
    // A split of a part is one of its ids.
    const { validation: inner } = train.split({ validation: 0.5 });
    expect([...inner.ids].filter((id) => !train.ids.includes(id))).toEqual([]);
    done();
  });

  test("is the same for the same seed", async () => {
    const { dataset, done } = await setUp(inBatch);
    const ids = (seed?: number) => [...dataset.split({ validation: 0.25, seed }).validation.ids];
    expect(ids()).toEqual(ids(0));
    expect(ids()).toHaveLength(15);
    expect(ids(1)).not.toEqual(ids());
    done();
  });
});

test("wrong views and splits are refused in full sentences", async () => {
  const { engine, dataset, done } = await setUp(inBatch);
  const device = await getDevice();
  const unlabelled = await Dataset.fromArrays(device, { images: noise(12), shape: [3, 2, 2, 1] });
  const view = dataset.subset([5, 9]);
  const calls: Case[] = [
    [
      "no list",
      () => dataset.subset(5 as never),
      "InputError: subset.samples: expected a list of dataset indices, or a function that says of a sample whether it is in, found 5",
    ],
    ["an empty list", () => dataset.subset([]), "InputError: subset.samples: expected at least one sample, found none"],
    [
      "a question that nobody passes",
      () => dataset.subset(() => false),
      "InputError: subset.samples: expected at least one sample, found none",
    ],
    [
      "a question without an answer",
      () => dataset.subset((() => undefined) as never),
      "InputError: subset.samples(sample 0): expected true or false, found undefined",
    ],
    [
      "a question that answers later",
      () => dataset.subset((async () => true) as never),
      "InputError: subset.samples(sample 0): expected true or false, found a promise (did you forget `await`?)",
    ],
    [
      "an index beyond",
      () => dataset.subset([0, 60]),
      "InputError: subset.samples[1]: expected an integer in 0..59, found 60",
    ],
    [
      "an index beyond the view",
      () => view.subset([2]),
      "InputError: subset.samples[0]: expected an integer in 0..1, found 2",
    ],
    [
      "a step beyond the view",
      () => engine.run({ dataset: view, indices: [5] }),
      "InputError: input.indices[0]: expected an integer in 0..1, found 5",
    ],
    [
      "a sample twice",
      () => dataset.subset([3, 4, 3]),
      "InputError: subset.samples[2]: expected each sample once (the sampler of an epoch repeats samples), found 3",
    ],
    [
      "a split without parts",
      () => dataset.split({}),
      "InputError: split.options.validation: expected a share between 0 and 1, found undefined",
    ],
    [
      "a split by a count",
      () => dataset.split({ validation: 12 }),
      "InputError: split.options.validation: expected a share between 0 and 1, found 12",
    ],
    [
      "a split without training",
      () => dataset.split({ validation: 0.5, test: 0.5 }),
      "InputError: split.options: expected shares that leave something to train with, found a sum of 1",
    ],
    [
      "a split with an empty part",
      () => dataset.split({ validation: 0.001 }),
      "InputError: split.options.validation: expected a share that is at least one of the 60 samples, found 0.001",
    ],
    [
      "a stratified split without ids",
      () => unlabelled.split({ validation: 0.4, stratify: true }),
      "InputError: split.options.stratify: expected false for a dataset without class ids, found true",
    ],
    [
      "a split's seed",
      () => dataset.split({ validation: 0.4, seed: -1 }),
      "InputError: split.options.seed: expected an integer in 0..2^53-1, found -1",
    ],
  ];
  await expectRefused(calls);
  unlabelled.destroy();
  done();
});
