/** Recipes that need a GPU run as they stand in docs/recipes. */
import { Dataset, type Engine } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";

test("timm: two shards and a resumed epoch make the steps that are left, none twice", async () => {
  const device = await getDevice();
  const labels = Uint32Array.from({ length: 40 }, (_, i) => i % 5);
  const dataset = await Dataset.fromArrays(device, { images: noise(40 * 60 * 60 * 3), shape: [40, 60, 60, 3], labels });
  const shapes: number[] = [];
  const saves: object[] = [];
  const brought = {
    device,
    dataset,
    saved: { epoch: 3, step: 1 },
    train: (images: GPUBuffer) => shapes.push(images.size),
    save: (place: object) => saves.push(place),
  };
  const { engine } = await runBlock<{ engine: Engine }>("docs/recipes/timm.md#timms-command-line", {
    ...brought,
    rank: 1,
  });
  // 20 samples a shard are two whole batches: one is left of the first epoch.
  const [first, second] = [brought.saved.epoch, brought.saved.epoch + 1];
  expect(saves).toEqual([
    { epoch: first, step: 2 },
    { epoch: second, step: 1 },
    { epoch: second, step: 2 },
  ]);
  expect(new Set(shapes)).toEqual(new Set([8 * 48 * 48 * 3 * 4]));
  engine.destroy();
  dataset.destroy();
});

test("tf.data: a stream is split, shuffled, batched and read ahead", async () => {
  const device = await getDevice();
  const pictures = noise(16 * 8 * 8 * 3);
  const store = {
    count: 16,
    height: 8,
    width: 8,
    channels: 3,
    labels: Uint32Array.from({ length: 16 }, (_, i) => i % 10),
    read: (ids: readonly number[]) =>
      Promise.resolve({ images: ids.map((id) => pictures.subarray(id * 192, (id + 1) * 192)) }),
  };
  let steps = 0;
  const { engine, validation } = await runBlock<{ engine: Engine; validation: { count: number } }>(
    "docs/recipes/tf-data.md#tfdata",
    { device, store, train: () => steps++ },
  );
  expect([steps, validation.count]).toEqual([3, 4]);
  engine.destroy();
});
