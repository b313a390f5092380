/**
 * One `GPUDevice`, made by the caller, serves the engine, TensorFlow.js, jax-js and ONNX Runtime in one page; one
 * buffer goes through all.
 */
import { getWebGPUDevice, numpy as np } from "@jax-js/jax";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import { createEngine, mixup } from "mixwell";
import * as mixwellJax from "mixwell/jax";
import * as mixwellOrt from "mixwell/ort";
import * as mixwellTf from "mixwell/tfjs";
import { beforeAll, expect, test } from "vitest";
import { getDevice, takeGpuErrors } from "../gpu/device.ts";
import { readBack, syntheticDataset, upload } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { countCrossings } from "./crossings.ts";
import { doubleModel, numbers, ort, sumModel } from "./ort-help.ts";

const shape = { height: 8, width: 8, channels: 3 };
const SIDES: [number, number, number, number] = [4, 8, 8, 3];
const VALUES = 4 * 8 * 8 * 3;

let device: GPUDevice;
beforeAll(async () => {
  // The default limits and no optional feature: nobody gets more than any browser has.
  device = await getDevice();
  await mixwellTf.shareDevice(device);
  await mixwellJax.shareDevice(device);
});

test("everybody computes on the caller's device", async () => {
  expect((tf.backend() as WebGPUBackend).device).toBe(device);
  expect(getWebGPUDevice()).toBe(device);
  const session = await ort.InferenceSession.create(sumModel(["batch", 8, 8, 3]), mixwellOrt.sessionOptions(device));
  const engine = await createEngine(device, { policy: [] });
  const feed = mixwellOrt.createFeed(engine, session);
  const images = upload(device, noise(VALUES));
  // It would refuse a session on another device.
  await feed.run({ images, size: 4, ...shape }, { step: 0 });
  for (const thing of [feed, engine]) thing.destroy();
  await session.release();
});

test("one buffer, written once by the engine, is read in place by all three", async () => {
  const { dataset } = await syntheticDataset(device, { count: 16, classes: 5, ...shape });
  const engine = await createEngine(device, { seed: 3, policy: mixup({ alpha: 1 }) });
  const session = await ort.InferenceSession.create(sumModel(["batch", 8, 8, 3]), mixwellOrt.sessionOptions(device));
  const crossed = countCrossings(device);

  // jax owns it (it takes no foreign buffer), the engine writes it, the others look at the same bytes.
  const { images } = mixwellJax.createFeed(engine).run({ dataset, indices: [1, 5, 9, 13] }, { epoch: 1 });
  const { buffer } = mixwellJax.bufferOf(images);
  const tensor = await mixwellTf.importTensor(buffer, SIDES);
  const input = mixwellOrt.importTensor(buffer, SIDES);
  expect(mixwellTf.bufferOf(tensor).buffer).toBe(buffer);
  expect(mixwellOrt.bufferOf(input).buffer).toBe(buffer);
  expect(crossed.down).toEqual([]);
  // Fewer than the 3 KB that these few pictures have as bytes, or the 3 KB of floats of one of them.
  expect(crossed.up).toBeLessThan(2 * 1024);
  crossed.stop();

  const tfSum = tf.sum(tensor);
  const ortSums = await numbers((await session.run({ x: input })).y);
  const found = {
    tf: (await tfSum.data())[0]!,
    jax: (await images.ref.sum().data())[0]!,
    ort: ortSums.reduce((total, sum) => total + sum, 0),
    host: new Float32Array(await readBack(device, buffer)).reduce((total, value) => total + value, 0),
  };
  expect(found.host).toBeGreaterThan(VALUES / 4);
  // Four orders of adding 768 numbers in 0..1: some units in the last place of f32.
  for (const sum of [found.tf, found.jax, found.ort])
    expect(Math.abs(sum - found.host)).toBeLessThan(1e-5 * found.host);

  tf.dispose([tensor, tfSum]);
  input.dispose();
  // None of them took the buffer with it: it is jax's until the array is consumed.
  expect(Math.abs(((await images.sum().data())[0] as number) - found.host)).toBeLessThan(1e-5 * found.host);
  expect(await takeGpuErrors()).toEqual([]);
  for (const thing of [engine, dataset]) thing.destroy();
  await session.release();
});

test("a chain through all of them: engine, TensorFlow.js, ONNX Runtime into a jax array, jax", async () => {
  const engine = await createEngine(device, { policy: [] });
  const tfFeed = mixwellTf.createFeed(engine);
  const session = await ort.InferenceSession.create(doubleModel([8, 8, 3]), mixwellOrt.sessionOptions(device));
  const images = upload(device, noise(VALUES));

  // The engine's pictures in 0..1, plus 1, times 2, minus 2: each by another library, and no value leaves the GPU
  // between.
  const { images: pictures } = tfFeed.run({ images, size: 4, ...shape }, { step: 0 });
  const plusOne = tf.add(pictures, 1);
  const target = np.zeros(SIDES);
  const input = mixwellOrt.importTensor(mixwellTf.bufferOf(plusOne).buffer, SIDES);
  const output = mixwellOrt.importTensor(mixwellJax.bufferOf(target).buffer, SIDES);
  await session.run({ x: input }, { y: output });
  const doubled = await target.sub(2).data();

  const expected = Array.from(noise(VALUES), (byte) => (2 * byte) / 255);
  // Adding 1 costs the last place of a number in 1..2, and doubling keeps it.
  expect(Math.max(...expected.map((value, i) => Math.abs(value - doubled[i]!)))).toBeLessThan(5e-7);
  tf.dispose([pictures, plusOne]);
  expect(await takeGpuErrors()).toEqual([]);
  for (const thing of [tfFeed, engine]) thing.destroy();
  images.destroy();
  await session.release();
});

test("three feeds from one engine in turn, step by step, give the same batch", async () => {
  const { dataset } = await syntheticDataset(device, { count: 16, classes: 5, ...shape });
  const engine = await createEngine(device, { seed: 3, policy: mixup({ alpha: 1 }) });
  const session = await ort.InferenceSession.create(sumModel(["batch", 8, 8, 3]), mixwellOrt.sessionOptions(device));
  const [tfFeed, jaxFeed, ortFeed] = [
    mixwellTf.createFeed(engine),
    mixwellJax.createFeed(engine),
    mixwellOrt.createFeed(engine, session),
  ];
  const seen = new Set<number>();
  for (let epoch = 0; epoch < 5; epoch++) {
    const input = { dataset, indices: [0, 4, 8, 12] };
    const fromTf = tfFeed.run(input, { epoch });
    const fromJax = jaxFeed.run(input, { epoch });
    const fromOrt = ortFeed.run(input, { epoch });
    const own = await engine.read(engine.run(input, { epoch }));
    expect([...(await fromTf.images.data())]).toEqual([...own.images]);
    expect([...(await fromJax.images.data())]).toEqual([...own.images]);
    const total = (own.images as Float32Array).reduce((sum, value) => sum + value, 0);
    const sums = await numbers((await fromOrt).y);
    // As above: another order of adding.
    expect(Math.abs(sums.reduce((sum, value) => sum + value, 0) - total)).toBeLessThan(1e-5 * total);
    seen.add(total);
    tf.dispose(fromTf.images);
  }
  // Every epoch mixes in its own way.
  expect(seen.size).toBe(5);
  expect(await takeGpuErrors()).toEqual([]);
  for (const thing of [tfFeed, ortFeed, engine, dataset]) thing.destroy();
  await session.release();
});
