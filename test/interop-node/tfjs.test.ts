/** `mixwell/tfjs` in Node: TensorFlow.js' WebGPU backend on Dawn, fed without a copy. */
import { createEngine } from "mixwell";
import { createNodeDevice } from "mixwell/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countingPictures, expectRowSums } from "./pictures.ts";
import { type Built, buildAdapter } from "./run.ts";

let built: Built;
beforeAll(async () => {
  built = await buildAdapter();
});
afterAll(() => built.remove());

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
  const input = countingPictures(device);
  const buffers = new Set<GPUBuffer>();
  for (let step = 0; step < 8; step++) {
    const { images: x } = feed.run(input, { step });
    buffers.add(bufferOf(x).buffer);
    const product = tf.tidy(() => tf.matMul(tf.reshape(x, [4, 16]), tf.ones([16, 1])));
    expectRowSums(await product.data());
    tf.dispose([x, product]);
  }
  expect(buffers.size).toBe(1);
  expect(errors).toEqual([]);
  feed.destroy();
  engine.destroy();
  close();
});

/** A process of its own, which counts the feed's buffers in `made`, with TensorFlow.js on its device. */
const COUNTING = `
    const { device } = await node.createNodeDevice();
    const createBuffer = device.createBuffer.bind(device);
    let made = 0;
    device.createBuffer = (descriptor) => {
      if (descriptor.label === "mixwell feed") made++;
      return createBuffer(descriptor);
    };
    const { createFeed, shareDevice } = await import("./interop/tfjs.js");
    await shareDevice(device);`;

test("a batch that was dropped and not disposed costs its memory only until the garbage collector has come by", async () => {
  const body = `${COUNTING}
    const tf = await import("@tensorflow/tfjs-core");
    const engine = await mixwell.createEngine(device, { policy: [] });
    const feed = createFeed(engine);
    const images = device.createBuffer({ size: 64, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
    let wrong = 0;
    let sums = [];
    for (let step = 0; step < 60; step++) {
      device.queue.writeBuffer(images, 0, new Uint8Array(64).fill(255 * (step % 2)));
      sums.push((() => tf.sum(feed.run({ images, size: 4, height: 4, width: 4, channels: 1 }, { step }).images))());
      // A weak reference that was looked at keeps its object to the end of the task, so the collector comes in a task
      // of its own.
      await new Promise((done) => setTimeout(done, 0));
      globalThis.gc();
      // Not at every step, because reading submits: by the next step the batch is gone, and the operation on it still
      // waits.
      if (step % 4 < 3) continue;
      for (const [i, sum] of sums.entries()) if ((await sum.data())[0] !== 64 * (i % 2)) wrong++;
      tf.dispose(sums);
      sums = [];
    }
    console.log(JSON.stringify({ made, wrong }));`;
  const { status, output } = built.run(body, { flags: ["--expose-gc"] });
  expect([status, output]).toEqual([0, expect.stringContaining("made")]);
  const { made, wrong } = JSON.parse(output.trim().split("\n").at(-1)!);
  expect(wrong).toBe(0);
  // Without it there would be 60.
  expect(made).toBeLessThan(10);
});

test("what tf.layers leaves in the middle, as evaluateDataset with batches, comes back with the garbage collector", async () => {
  const body = `${COUNTING}
    const layers = await import("@tensorflow/tfjs-layers");
    const pictures = { images: new Uint8Array(24 * 16), shape: [24, 4, 4, 1], labels: new Uint32Array(24), classes: 2 };
    const dataset = await mixwell.Dataset.fromArrays(device, pictures);
    const engine = await mixwell.createEngine(device, { policy: [], labels: { classes: 2 } });
    const feed = createFeed(engine);
    const model = layers.sequential();
    model.add(layers.layers.flatten({ inputShape: [4, 4, 1] }));
    model.add(layers.layers.dense({ units: 2, activation: "softmax" }));
    model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy" });
    for (let call = 0; call < 20; call++) {
      const loss = await model.evaluateDataset(feed.dataset(dataset, { batchSize: 4 }), { batches: 2 });
      loss.dispose();
      globalThis.gc();
      await new Promise((done) => setTimeout(done, 0));
    }
    console.log(JSON.stringify({ made }));`;
  const { status, output } = built.run(body, { flags: ["--expose-gc"] });
  expect([status, output]).toEqual([0, expect.stringContaining("made")]);
  const { made } = JSON.parse(output.trim().split("\n").at(-1)!);
  // Two a batch, two batches side by side, and a call or two that the collector is late. Without it there would be 42.
  expect(made).toBeLessThan(20);
});
