/** Recipes that need a GPU run as they stand in docs/recipes. */
import type { Engine } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";

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
