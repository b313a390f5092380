/** A stream through the feed of `mixwell/ort`: what a session makes of it is what it makes of the dataset. */
import { createEngine, mixup, Stream } from "mixwell";
import { createFeed, sessionOptions } from "mixwell/ort";
import { expect, test } from "vitest";
import { getDevice } from "../gpu/device.ts";
import { syntheticDataset } from "../gpu/help.ts";
import { numbers, ort, sumModel } from "./ort-help.ts";

const SHAPE = { height: 4, width: 2, channels: 3 };
const SIZE = 24;

test("a run reads the samples and their partners, and gives the numbers of the dataset", async () => {
  const device = await getDevice();
  const { dataset, images } = await syntheticDataset(device, { ...SHAPE, count: 20, classes: 3 });
  const engine = await createEngine(device, { seed: 4, policy: mixup({ alpha: 1 }) });
  const session = await ort.InferenceSession.create(sumModel(["batch", 4, 2, 3], "float32"), sessionOptions(device));
  const feed = createFeed(engine, session);
  const stream = Stream.from({
    ...SHAPE,
    count: 20,
    read: (ids) => ({ images: ids.map((id) => images.subarray(id * SIZE, (id + 1) * SIZE)) }),
  });
  const indices = [4, 19, 4, 0];
  const wanted = await numbers((await feed.run({ dataset, indices }, { epoch: 2 })).y);
  expect(new Set(wanted).size).toBe(4);
  expect(await numbers((await feed.run({ dataset: stream, indices }, { epoch: 2 })).y)).toEqual(wanted);
  const broken = Stream.from({ ...SHAPE, count: 20, read: () => Promise.reject(new Error("gone")) });
  await expect(feed.run({ dataset: broken, indices })).rejects.toThrow(
    "sample 4: expected a picture that can be read, found gone",
  );
  feed.destroy();
  await expect(feed.run({ dataset: stream, indices })).rejects.toThrow("this feed was destroyed");
  for (const thing of [engine, dataset]) thing.destroy();
  await session.release();
});
