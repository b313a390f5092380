/** A stream through the feed of `mixwell/jax`: the batches of a dataset. */
import { createEngine, mixup, Stream } from "mixwell";
import { createFeed } from "mixwell/jax";
import { expect, test } from "vitest";
import { syntheticDataset } from "../gpu/help.ts";
import { countLiving, jaxOnDevice } from "./jax-help.ts";

const SHAPE = { height: 4, width: 4, channels: 1 };
const SIZE = 16;

test("an epoch gives the arrays of the dataset's, and leaves none behind when it is left", async () => {
  const device = await jaxOnDevice();
  const { dataset, images, labels } = await syntheticDataset(device, { ...SHAPE, count: 20, classes: 3 });
  const engine = await createEngine(device, { seed: 4, policy: mixup({ alpha: 1 }), labels: { classes: 3 } });
  const stream = Stream.from({
    ...SHAPE,
    count: 20,
    labels,
    read: (ids) => ({ images: ids.map((id) => images.subarray(id * SIZE, (id + 1) * SIZE)) }),
  });
  const feed = createFeed(engine);
  const wanted: unknown[] = [];
  for (const { images, labels, batch } of feed.epoch(dataset, { batchSize: 6 }))
    wanted.push([[...(await images.data())], [...(await labels!.data())], batch.plan]);
  const found: unknown[] = [];
  for await (const { images, labels, batch } of feed.epoch(stream, { batchSize: 6, lookAhead: 2 }))
    found.push([[...(await images.data())], [...(await labels!.data())], batch.plan]);
  expect(found).toEqual(wanted);
  const { living, stop } = countLiving(device);
  for await (const { images, labels } of feed.epoch(stream, { batchSize: 6, lookAhead: 2 })) {
    images.dispose();
    labels!.dispose();
    break;
  }
  // Back in jax's pool, or gone; the walk's own page is gone.
  const after = living();
  for await (const { images, labels } of feed.epoch(stream, { batchSize: 6, lookAhead: 2 })) {
    images.dispose();
    labels!.dispose();
    break;
  }
  expect(living()).toBe(after);
  stop();
  for (const thing of [engine, dataset]) thing.destroy();
});
