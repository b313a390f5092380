/** `mixwell/tfjs` in Node: TensorFlow.js' WebGPU backend on Dawn, fed without a copy. */
import { createEngine } from "mixwell";
import { createNodeDevice } from "mixwell/node";
import { expect, test } from "vitest";
import { buildAdapter } from "./run.ts";

test("TensorFlow.js computes on a feed's tensors, on Dawn", async () => {
  const { device, close } = await createNodeDevice();
  const errors: string[] = [];
  device.addEventListener("uncapturederror", ({ error }) => errors.push(error.message));
  // Afterwards, because TensorFlow.js looks for navigator.gpu while it is loaded.
  const tf = await import("@tensorflow/tfjs-core");
  const { bufferOf, createFeed, shareDevice } = await import("mixwell/tfjs");
  await shareDevice(device);
  const engine = await createEngine(device, { policy: [] });
  const feed = createFeed(engine);
  const images = device.createBuffer({ size: 64, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(
    images,
    0,
    Uint8Array.from({ length: 64 }, (_, i) => 4 * i),
  );
  const buffers = new Set<GPUBuffer>();
  for (let step = 0; step < 8; step++) {
    const { images: x } = feed.run({ images, size: 4, height: 4, width: 4, channels: 1 }, { step });
    buffers.add(bufferOf(x).buffer);
    const product = tf.tidy(() => tf.matMul(tf.reshape(x, [4, 16]), tf.ones([16, 1])));
    const sums = await product.data();
    // Row r holds (16 r + 0 … 15) × 4 / 255.
    for (let row = 0; row < 4; row++) expect(sums[row]).toBeCloseTo(((16 * 16 * row + 120) * 4) / 255, 4);
    tf.dispose([x, product]);
  }
  expect(buffers.size).toBe(1);
  expect(errors).toEqual([]);
  feed.destroy();
  engine.destroy();
  close();
});

test("a batch that was dropped and not disposed costs its memory only until the garbage collector has come by", async () => {
  const built = await buildAdapter();
  const body = `
    const { device } = await node.createNodeDevice();
    const createBuffer = device.createBuffer.bind(device);
    let made = 0;
    device.createBuffer = (descriptor) => {
      if (descriptor.label === "mixwell feed") made++;
      return createBuffer(descriptor);
    };
    const tf = await import("@tensorflow/tfjs-core");
    const { createFeed, shareDevice } = await import("./interop/tfjs.js");
    await shareDevice(device);
    const engine = await mixwell.createEngine(device, { policy: [] });
    const feed = createFeed(engine);
    const images = device.createBuffer({ size: 64, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
    device.queue.writeBuffer(images, 0, new Uint8Array(64).fill(255));
    let wrong = 0;
    for (let step = 0; step < 60; step++) {
      const sum = (() => tf.sum(feed.run({ images, size: 4, height: 4, width: 4, channels: 1 }, { step }).images))();
      if ((await sum.data())[0] !== 64) wrong++;
      sum.dispose();
      globalThis.gc();
      await new Promise((done) => setTimeout(done, 0));
    }
    console.log(JSON.stringify({ made, wrong }));`;
  const { status, output } = built.run(body, { flags: ["--expose-gc"] });
  built.remove();
  expect([status, output]).toEqual([0, expect.stringContaining("made")]);
  const { made, wrong } = JSON.parse(output.trim().split("\n").at(-1)!);
  expect(wrong).toBe(0);
  // Without it there would be 60.
  expect(made).toBeLessThan(10);
});
