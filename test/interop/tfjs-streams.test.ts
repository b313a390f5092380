/** A stream through the feed of `mixwell/tfjs`: the batches of a dataset, also for `fitDataset`, and no tensor left. */
import * as tf from "@tensorflow/tfjs-core";
import * as layers from "@tensorflow/tfjs-layers";
import { createEngine, Dataset, mixup, randomResizedCrop, Stream } from "mixwell";
import { createFeed } from "mixwell/tfjs";
import { expect, test } from "vitest";
import { syntheticDataset } from "../gpu/help.ts";
import { awkwardSizes, ownSized, pictureAt } from "../own-sizes.ts";
import { tfOnDevice } from "./tfjs-help.ts";

const SHAPE = { height: 4, width: 4, channels: 1 };
const SIZE = 16;

async function setUp() {
  const device = await tfOnDevice();
  const made = await syntheticDataset(device, { ...SHAPE, count: 20, classes: 3 });
  const { dataset, images, labels } = made;
  const engine = await createEngine(device, { seed: 4, policy: mixup({ alpha: 1 }), labels: { classes: 3 } });
  const stream = Stream.from(
    {
      ...SHAPE,
      count: 20,
      labels,
      async read(ids) {
        await new Promise((resolve) => setTimeout(resolve));
        return { images: ids.map((id) => images.subarray(id * SIZE, (id + 1) * SIZE)) };
      },
    },
    { ahead: { pictures: 8 } },
  );
  const feed = createFeed(engine);
  const done = () => {
    for (const thing of [feed, engine, dataset]) thing.destroy();
  };
  return { dataset, stream, feed, done };
}

test("an epoch gives the tensors of the dataset's, and leaves none behind when it is left", async () => {
  const { dataset, stream, feed, done } = await setUp();
  const living = tf.memory().numTensors;
  const wanted: unknown[] = [];
  for (const { xs, ys, batch } of feed.epoch(dataset, { batchSize: 6 })) {
    wanted.push([[...(await xs.data())], [...(await ys!.data())], batch.plan]);
    tf.dispose([xs, ys!]);
  }
  const epoch = feed.epoch(stream, { batchSize: 6, lookAhead: 2 });
  expect([epoch.length, epoch.lookAhead]).toEqual([4, 2]);
  const found: unknown[] = [];
  for await (const { xs, ys, batch } of epoch) {
    found.push([[...(await xs.data())], [...(await ys!.data())], batch.plan]);
    tf.dispose([xs, ys!]);
  }
  expect(found).toEqual(wanted);
  for await (const { xs, ys } of epoch) {
    tf.dispose([xs, ys!]);
    break;
  }
  expect(tf.memory().numTensors).toBe(living);
  done();
});

type Samples = Dataset | Stream;

/** The losses of a model that learns from some samples. */
async function losses(feed: ReturnType<typeof createFeed>, samples: Samples, channels: number, more: object = {}) {
  const model = layers.sequential();
  model.add(layers.layers.flatten({ inputShape: [4, 4, channels] }));
  const kernelInitializer = layers.initializers.glorotUniform({ seed: 1 });
  model.add(layers.layers.dense({ units: 3, activation: "softmax", kernelInitializer }));
  model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy" });
  const data = feed.dataset(samples as Stream, { batchSize: 5, repeat: true, ...more });
  const given = data as unknown as Parameters<typeof model.fitDataset>[0];
  const { history } = await model.fitDataset(given, { epochs: 3, batchesPerEpoch: 2, verbose: 0 });
  model.dispose();
  return history.loss;
}

test("fitDataset learns from it what it learns from the dataset", async () => {
  const { dataset, stream, feed, done } = await setUp();
  const wanted = await losses(feed, dataset, 1);
  expect(new Set(wanted).size).toBe(3);
  expect(await losses(feed, stream, 1)).toEqual(wanted);
  done();
});

test("so it does from parts of pictures that have sizes of their own, with a sampler and a limit", async () => {
  const device = await tfOnDevice();
  const [count, channels] = [20, 3];
  const pictures = ownSized(awkwardSizes(count, 12, 5), channels, "u8");
  const facts = { channels, labels: Uint32Array.from({ length: count }, (_, i) => i % 3), classes: 3 };
  const dataset = await Dataset.fromArrays(device, { ...pictures, ...facts });
  const stream = Stream.from({
    ...{ count, sizes: "own", ...facts },
    read: (ids) => ({
      images: ids.map((id) => {
        const { height, width, values } = pictureAt(pictures, id, channels);
        return { data: values as Uint8Array<ArrayBuffer>, height, width };
      }),
    }),
  });
  const policy = [randomResizedCrop({ height: 4, width: 4 }), mixup({ alpha: 1 })];
  const engine = await createEngine(device, { seed: 4, policy, labels: { classes: 3 } });
  const feed = createFeed(engine);
  const parts = { validation: 0.25, seed: 2, stratify: true };
  const more = { sampler: { balance: true, repeats: 2 }, batches: 3 };
  const [own, streamed] = [dataset.split(parts), stream.split(parts)];
  for (const part of ["train", "validation"] as const) {
    expect([...streamed[part].ids]).toEqual([...own[part].ids]);
    const wanted = await losses(feed, own[part], channels, more);
    expect(new Set(wanted).size).toBe(3);
    expect(await losses(feed, streamed[part], channels, more)).toEqual(wanted);
  }
  for (const thing of [feed, engine, dataset]) thing.destroy();
});
