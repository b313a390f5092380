/** `mixwell/jax` in Node: jax-js on Dawn, fed without a copy. */
import { createEngine } from "mixwell";
import { createNodeDevice } from "mixwell/node";
import { expect, test } from "vitest";

test("jax-js starts on the device, also in a Node without a navigator, and computes on a feed's arrays", async () => {
  const { device, close } = await createNodeDevice();
  const errors: string[] = [];
  device.addEventListener("uncapturederror", ({ error }) => errors.push(error.message));
  // Afterwards, because jax-js looks for navigator.gpu while it is loaded.
  const { createFeed, shareDevice } = await import("mixwell/jax");
  await shareDevice(device);
  const engine = await createEngine(device, { policy: [] });
  const feed = createFeed(engine);
  const images = device.createBuffer({ size: 64, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(
    images,
    0,
    Uint8Array.from({ length: 64 }, (_, i) => 4 * i),
  );
  for (let step = 0; step < 3; step++) {
    const { images: x } = feed.run({ images, size: 4, height: 4, width: 4, channels: 1 }, { step });
    const sums = await x.reshape([4, 16]).sum(1).data();
    // Row r holds (16 r + 0 … 15) × 4 / 255.
    for (let row = 0; row < 4; row++) expect(sums[row]).toBeCloseTo(((16 * 16 * row + 120) * 4) / 255, 4);
  }
  expect(errors).toEqual([]);
  images.destroy();
  engine.destroy();
  close();
});
