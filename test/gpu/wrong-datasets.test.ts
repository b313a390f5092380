/** Calls with a dataset that doesn't fit, and buffers that make none. (Wrong files are in test/unit/source.) */
import { createEngine, Dataset, mixup } from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { newDevice } from "./device.ts";
import { type Case, expectRefused, threePictures } from "./refused.ts";

test("run and epoch refuse in full sentences, before anything is uploaded, what doesn't fit a dataset", async () => {
  const { device, images } = await threePictures();
  const arrays = { images: noise(80), shape: [5, 4, 4, 1] };
  const dataset = await Dataset.fromArrays(device, { ...arrays, labels: [0, 1, 2, 3, 0] });
  const unlabelled = await Dataset.fromArrays(device, arrays);
  const foreign = await Dataset.fromArrays(await newDevice(), { ...arrays, labels: [0, 1, 2, 3, 0] });
  const destroyed = await Dataset.fromArrays(device, { ...arrays, labels: [0, 1, 2, 3, 0] });
  destroyed.destroy();
  const engine = await createEngine(device, { policy: mixup(), labels: { classes: 4 } });
  const two = await createEngine(device, { policy: mixup(), labels: { classes: 2 } });
  const calls: Case[] = [
    [
      "a dataset that is none",
      () => engine.run({ dataset: {} as never, indices: [0] }),
      "InputError: input.dataset: expected a Dataset, found Object",
    ],
    [
      "a dataset of another device",
      () => engine.run({ dataset: foreign, indices: [0] }),
      "InputError: input.dataset: expected a dataset on the engine's device, found one on another device",
    ],
    [
      "a dataset that was destroyed",
      () => engine.run({ dataset: destroyed, indices: [0] }),
      "InputError: input.dataset: expected a living dataset, found one that was destroyed",
    ],
    [
      "a dataset without labels",
      () => engine.run({ dataset: unlabelled, indices: [0] }),
      "InputError: input.dataset: expected a dataset with labels, since `labels` is set on the engine, found one without",
    ],
    [
      "no indices",
      () => engine.run({ dataset } as never),
      "InputError: input.indices: expected a list of dataset indices, found undefined",
    ],
    [
      "an empty list of indices",
      () => engine.run({ dataset, indices: [] }),
      "InputError: input.indices: expected at least one index, found []",
    ],
    [
      "an index beyond the dataset",
      () => engine.run({ dataset, indices: [0, 5] }),
      "InputError: input.indices[1]: expected an integer in 0..4, found 5",
    ],
    [
      "an index with a fraction",
      () => engine.run({ dataset, indices: [0.5] }),
      "InputError: input.indices[0]: expected an integer in 0..4, found 0.5",
    ],
    [
      "ids beside indices",
      () => engine.run({ dataset, indices: [0] }, { ids: [0] }),
      "InputError: step.ids: expected nothing: a dataset's indices are its ids, found [0]",
    ],
    [
      "a dataset with more classes than the labels",
      () => two.run({ dataset, indices: [0] }),
      "InputError: labels.classes: expected more than 3, the largest class id in the dataset, found 2",
    ],
    [
      "an epoch over none",
      () => engine.epoch(undefined as never, { batchSize: 2 }),
      "InputError: epoch.dataset: expected a Dataset or a Stream, found undefined",
    ],
    [
      "an epoch without options",
      () => engine.epoch(dataset, undefined as never),
      "InputError: epoch.options: expected { batchSize, … }, found undefined",
    ],
    [
      "an epoch without a batch size",
      () => engine.epoch(dataset, {} as never),
      "InputError: batchSize: expected an integer in 1..4294967295, found undefined",
    ],
    [
      "an epoch with a misspelt option",
      () => engine.epoch(dataset, { batchSize: 2, lookahead: 4 } as never),
      'InputError: epoch.options: expected only epoch, batchSize, shuffle, shard, last, sampler, batches, lookAhead, start (did you mean lookAhead?), found "lookahead"',
    ],
    [
      "an epoch in batches of 0",
      () => engine.epoch(dataset, { batchSize: 0 }),
      "InputError: batchSize: expected an integer in 1..4294967295, found 0",
    ],
    [
      "an epoch below 0",
      () => engine.epoch(dataset, { batchSize: 2, epoch: -1 }),
      "InputError: epoch: expected an integer in 0..4294967295, found -1",
    ],
    [
      "a last batch that is none of the three",
      () => engine.epoch(dataset, { batchSize: 2, last: "pad" as never }),
      'InputError: last: expected one of keep, drop, wrap, found "pad"',
    ],
    [
      "a shard beyond its world",
      () => engine.epoch(dataset, { batchSize: 2, shard: { rank: 3, world: 3 } }),
      "InputError: shard.rank: expected an integer in 0..2, found 3",
    ],
    [
      "more shards than samples",
      () => engine.epoch(dataset, { batchSize: 2, shard: { rank: 0, world: 6 } }),
      "InputError: shard.world: expected an integer in 1..5, found 6",
    ],
    [
      "a look-ahead of 17",
      () => engine.epoch(dataset, { batchSize: 2, lookAhead: 17 }),
      "InputError: lookAhead: expected an integer in 0..16, found 17",
    ],
    [
      "a start behind the end",
      () => engine.epoch(dataset, { batchSize: 2, start: 4 }),
      "InputError: start: expected an integer in 0..3, found 4",
    ],
  ];

  await expectRefused(calls);
  expect((await engine.read(engine.run({ dataset, indices: [0] }))).images.length).toBe(16);
  for (const thing of [engine, two, dataset, unlabelled, foreign, images]) thing.destroy();
});

test("Dataset.fromBuffer refuses what makes no dataset", async () => {
  const { device, images } = await threePictures();
  const given = { images, count: 3, height: 4, width: 4, channels: 1 };
  const copyOnly = device.createBuffer({ size: 48, usage: GPUBufferUsage.COPY_DST });
  const buffers: Case[] = [
    [
      "nothing",
      () => Dataset.fromBuffer(device, undefined as never),
      "InputError: fromBuffer: expected { images, count, height, width, channels, … }, found undefined",
    ],
    [
      "no images",
      () => Dataset.fromBuffer(device, { ...given, images: undefined as never }),
      "InputError: fromBuffer.images: expected a GPUBuffer, found undefined",
    ],
    [
      "no count",
      () => Dataset.fromBuffer(device, { ...given, count: 0 }),
      "InputError: fromBuffer.count: expected an integer in 1..1073741824, found 0",
    ],
    [
      "a buffer too small",
      () => Dataset.fromBuffer(device, { ...given, count: 4 }),
      "InputError: fromBuffer.images: expected at least 64 bytes, found 48 bytes",
    ],
    [
      "a format that is none",
      () => Dataset.fromBuffer(device, { ...given, format: "i8" as never }),
      'InputError: fromBuffer.format: expected "u8" or "f32" or "f16", found "i8"',
    ],
    [
      "a layout that is none",
      () => Dataset.fromBuffer(device, { ...given, layout: "cwh" as never }),
      'InputError: fromBuffer.layout: expected "nhwc" or "nchw", found "cwh"',
    ],
    [
      "a value range of one number",
      () => Dataset.fromBuffer(device, { ...given, valueRange: [1] as never }),
      "InputError: fromBuffer.valueRange: expected [low, high], two finite numbers, low < high, found [1]",
    ],
    [
      "a usage that can't be read",
      () => Dataset.fromBuffer(device, { ...given, images: copyOnly }),
      "InputError: fromBuffer.images: expected a buffer with usage STORAGE, found usage 8",
    ],
    [
      "a label too many",
      () => Dataset.fromBuffer(device, { ...given, labels: new Uint32Array(4) }),
      "InputError: fromBuffer.labels: expected 3 labels, one per picture, found 4",
    ],
    [
      "label rows too few",
      () => Dataset.fromBuffer(device, { ...given, labelRows: { data: new Float32Array(5), classes: 2 } }),
      "InputError: fromBuffer.labelRows: expected 3 × 2 numbers, found 5",
    ],
    [
      "label rows as plain numbers",
      () => Dataset.fromBuffer(device, { ...given, labelRows: { data: [1, 0, 1, 0, 1, 0] as never, classes: 2 } }),
      "InputError: fromBuffer.labelRows.data: expected a Float32Array, found [1, 0, 1, 0, 1, 0]",
    ],
    [
      "labels twice",
      () =>
        Dataset.fromBuffer(device, {
          ...given,
          labels: new Uint32Array(3),
          labelRows: { data: new Float32Array(6), classes: 2 },
        }),
      "InputError: fromBuffer.labelRows: expected either labels or labelRows, found both",
    ],
    [
      "a field with an entry too few",
      () => Dataset.fromBuffer(device, { ...given, fields: { name: ["a", "b"] } }),
      "InputError: fromBuffer.fields.name: expected 3 entries, one per picture, found 2",
    ],
  ];

  await expectRefused(buffers);
  expect(Dataset.fromBuffer(device, { ...given, labels: new Uint32Array(3) }).count).toBe(3);
  images.destroy();
  copyOnly.destroy();
});
