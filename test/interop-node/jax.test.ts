/** `mixwell/jax` in Node: jax-js on Dawn, fed without a copy. */
import { createEngine } from "mixwell";
import { createNodeDevice } from "mixwell/node";
import { expect, test } from "vitest";
import { countingPictures, expectRowSums } from "./pictures.ts";

test("jax-js starts on the device, also in a Node without a navigator, and computes on a feed's arrays", async () => {
  const { device, close } = await createNodeDevice();
  const errors: string[] = [];
  device.addEventListener("uncapturederror", ({ error }) => errors.push(error.message));
  // Afterwards, because jax-js looks for navigator.gpu while it is loaded.
  const { createFeed, shareDevice } = await import("mixwell/jax");
  await shareDevice(device);
  const engine = await createEngine(device, { policy: [] });
  const feed = createFeed(engine);
  const input = countingPictures(device);
  for (let step = 0; step < 3; step++) {
    const { images: x } = feed.run(input, { step });
    expectRowSums(await x.reshape([4, 16]).sum(1).data());
  }
  expect(errors).toEqual([]);
  input.images.destroy();
  engine.destroy();
  close();
});
