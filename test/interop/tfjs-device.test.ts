/** One device for TensorFlow.js and the engine: ours or theirs, and no silent change of it. */
import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import { createEngine, DeviceLostError, InputError, NoWebGpuError } from "mixwell";
import { bufferOf, createFeed, flush, importTensor, shareDevice, tfjsDevice } from "mixwell/tfjs";
import { expect, test } from "vitest";
import { getDevice, newDevice } from "../gpu/device.ts";
import { backend, floats } from "./tfjs-help.ts";

const picture = (images: GPUBuffer) => ({ images, size: 1, height: 2, width: 2, channels: 1, format: "f32" }) as const;

test("before there is a backend, a feed says what is missing, and a flush does nothing", async () => {
  const engine = await createEngine(await getDevice(), { policy: [] });
  flush();
  expect(() => createFeed(engine)).toThrow(
    "createFeed: expected TensorFlow.js on its webgpu backend (await shareDevice(device) or tfjsDevice() first), found no backend yet",
  );
  engine.destroy();
});

test("tfjsDevice starts TensorFlow.js' own device, and an engine on it feeds tensors", async () => {
  const device = await tfjsDevice();
  expect(tf.getBackend()).toBe("webgpu");
  expect(backend().device).toBe(device);
  expect(await tfjsDevice()).toBe(device);

  const engine = await createEngine(device, { policy: [] });
  const feed = createFeed(engine);
  const images = floats(device, [1, 2, 3, 4]);
  device.pushErrorScope("validation");
  const { images: tensor } = feed.run(picture(images), { step: 0 });
  const doubled = tf.mul(tensor, 2);
  expect([...(await doubled.data())]).toEqual([2, 4, 6, 8]);
  expect(await device.popErrorScope()).toBeNull();
  tf.dispose([tensor, doubled]);
  feed.destroy();
  engine.destroy();
  images.destroy();
});

test("a device is not taken from under living tensors", async () => {
  const before = backend().device;
  const living = tf.tensor1d([1, 2]);
  const wrong = shareDevice(await getDevice());
  await expect(wrong).rejects.toThrow(InputError);
  await expect(wrong).rejects.toThrow(
    /shareDevice\.device: expected the device that TensorFlow\.js already computes on .*found another one, with 1 living tensor/,
  );
  expect(backend().device).toBe(before);
  expect([...(await living.data())]).toEqual([1, 2]);
  living.dispose();
});

test("shareDevice puts TensorFlow.js on our device; again and at the same time does nothing more", async () => {
  const device = await getDevice();
  await Promise.all([shareDevice(device), shareDevice(device)]);
  expect(backend().device).toBe(device);
  const ours = backend();
  await shareDevice(device);
  expect(backend()).toBe(ours);
  const x = tf.tidy(() => tf.add(tf.tensor1d([1, 2]), 1));
  expect(bufferOf(x).device).toBe(device);
  expect([...(await x.data())]).toEqual([2, 3]);
  x.dispose();
});

test("another device replaces it once no tensor lives; the first one survives, and a feed on it says so", async () => {
  const [first, second] = [await getDevice(), await newDevice()];
  await shareDevice(first);
  const engine = await createEngine(first, { policy: [] });
  const feed = createFeed(engine);
  const images = floats(first, [1, 2, 3, 4]);
  await shareDevice(second);
  expect(backend().device).toBe(second);
  expect(() => feed.run(picture(images), { step: 0 })).toThrow(
    /feed: expected the WebGPU backend that it was made with, found another one/,
  );
  const batch = engine.run(picture(images), { step: 0 });
  expect([...(await engine.read(batch)).images]).toEqual([1, 2, 3, 4]);
  await shareDevice(first);
  engine.destroy();
  images.destroy();
});

test("a backend that somebody is still starting is waited for", async () => {
  tf.removeBackend("webgpu");
  let started = false;
  tf.registerBackend("webgpu", async () => {
    const device = await newDevice();
    started = true;
    return new WebGPUBackend(device);
  });
  const theirs = tf.setBackend("webgpu");
  const device = await getDevice();
  await shareDevice(device);
  // Whoever started it is not told that it failed.
  expect(await theirs).toBe(true);
  expect(started).toBe(true);
  expect(backend().device).toBe(device);
});

test("two who ask for TensorFlow.js' device at the same time get the same one, and TensorFlow.js is started once", async () => {
  tf.removeBackend("webgpu");
  let starts = 0;
  tf.registerBackend("webgpu", async () => {
    starts++;
    return new WebGPUBackend(await newDevice());
  });
  const [one, other] = await Promise.all([tfjsDevice(), tfjsDevice()]);
  expect(one).toBe(other);
  expect(starts).toBe(1);
});

test("where TensorFlow.js finds no WebGPU, that is what the error says", async () => {
  // As it is in a browser without WebGPU: TensorFlow.js registers no such backend.
  const factory = tf.findBackendFactory("webgpu");
  tf.removeBackend("webgpu");
  await expect(tfjsDevice()).rejects.toThrow(NoWebGpuError);
  await expect(tfjsDevice()).rejects.toThrow("TensorFlow.js found no WebGPU adapter here");
  tf.registerBackend("webgpu", factory);
  await shareDevice(await getDevice());
});

test("what is no device, and one that is lost, are refused", async () => {
  await expect(shareDevice({} as GPUDevice)).rejects.toThrow("shareDevice.device: expected a GPUDevice, found Object");
  const lost = await newDevice();
  lost.destroy();
  await lost.lost;
  await expect(shareDevice(lost)).rejects.toThrow(DeviceLostError);
  expect(backend().device).toBe(await getDevice());
});

test("nothing is imported on a device that is lost meanwhile", async () => {
  const device = await newDevice();
  await shareDevice(device);
  const buffer = floats(device, [1, 2, 3, 4]);
  device.destroy();
  await device.lost;
  await expect(importTensor(buffer, [4])).rejects.toThrow(DeviceLostError);
  await shareDevice(await getDevice());
});

test("after a loss another device is taken, whatever lived on the first, and its tensors can still be disposed of", async () => {
  const device = await newDevice();
  await shareDevice(device);
  const left = tf.tensor([1, 2, 3]);
  const engine = await createEngine(device, { policy: [] });
  const feed = createFeed(engine);
  const fed = feed.run(picture(floats(device, [1, 2, 3, 4])), { step: 0 }).images;
  device.destroy();
  await device.lost;
  await expect(tfjsDevice()).rejects.toThrow(DeviceLostError);
  await expect(tfjsDevice()).rejects.toThrow("give it one of yours, by shareDevice");
  await shareDevice(await getDevice());
  expect(await tfjsDevice()).toBe(await getDevice());
  const sum = tf.sum(tf.tensor([4, 5]));
  tf.dispose([left, fed]);
  engine.destroy();
  expect([...(await sum.data())]).toEqual([9]);
  tf.dispose(sum);
});

test("a second copy of TensorFlow.js, as from a script or an umbrella package, works on the same tensors", async () => {
  // The same code again under another address: classes of its own, one registry with ours.
  // @ts-expect-error The bundle comes without types; they are those of the package.
  const copy: typeof tf = await import("@tensorflow/tfjs-core/dist/tf-core.fesm.min.js");
  expect(copy.tensor).not.toBe(tf.tensor);
  const device = await getDevice();
  await shareDevice(device);
  expect(copy.getBackend()).toBe("webgpu");
  const engine = await createEngine(device, { policy: [] });
  const feed = createFeed(engine);
  const images = floats(device, [1, 2, 3, 4]);
  const { images: tensor } = feed.run(picture(images), { step: 0 });
  expect(tensor).toBeInstanceOf(copy.Tensor);
  const sum = copy.sum(tensor);
  expect([...(await sum.data())]).toEqual([10]);
  const theirs = copy.mul(tensor, 3);
  expect(bufferOf(theirs).shape).toEqual([1, 2, 2, 1]);
  copy.dispose([tensor, sum, theirs]);
  feed.destroy();
  engine.destroy();
  images.destroy();
});
