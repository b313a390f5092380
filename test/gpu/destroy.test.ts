/** `destroy()` frees all that the engine made, and nothing else. */
import { createEngine, cutmix, Dataset, mixup } from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { filled, syntheticDataset, upload, watch } from "./help.ts";

/** Whether a buffer was destroyed: WebGPU says so only by refusing to copy from it. */
async function isDestroyed(device: GPUDevice, buffer: GPUBuffer): Promise<boolean> {
  const target = device.createBuffer({ size: 4, usage: GPUBufferUsage.COPY_DST });
  device.pushErrorScope("validation");
  const encoder = device.createCommandEncoder();
  // Any use at all; buffers without COPY_SRC are cleared instead.
  if (buffer.usage & GPUBufferUsage.COPY_SRC) encoder.copyBufferToBuffer(buffer, 0, target, 0, 4);
  else encoder.clearBuffer(buffer, 0, 4);
  device.queue.submit([encoder.finish()]);
  const error = await device.popErrorScope();
  target.destroy();
  if (error && !/destroyed/.test(error.message)) throw new Error(error.message);
  return error !== null;
}

test("every buffer the engine made is freed, the caller's are not; twice does no harm; later calls say so", async () => {
  const device = await getDevice();
  const { dataset } = await syntheticDataset(device, { count: 20, height: 3, width: 3, channels: 5, classes: 4 });
  const [images, more] = [upload(device, noise(6 * 45)), upload(device, noise(6 * 45, 3))];
  const labels = upload(device, Uint32Array.of(0, 1, 2, 3, 0, 1));
  const out = filled(device, 6 * 45 * 4, 0);
  const seen = watch(device);
  const engine = await createEngine(device, { policy: [mixup(), cutmix()], labels: { classes: 4, sparse: true } });
  // Every way to make the engine make something: arrays and buffers as labels, other sizes, an epoch, an encoder, a
  // second batch.
  const input = { images, size: 6, height: 3, width: 3, channels: 5 };
  engine.run({ ...input, labels: Uint32Array.of(0, 1, 2, 3, 0, 1) }, { step: 0 });
  engine.run({ ...input, labels, external: { images: more, size: 6, labels } }, { step: 1 });
  engine.run({ ...input, size: 4, labels }, { step: 2, out: { images: out } });
  for (const _ of engine.epoch(dataset, { batchSize: 6, lookAhead: 3 }));
  for (let k = 0; k < 3; k++) {
    const encoder = device.createCommandEncoder();
    for (let i = 0; i < 2; i++) engine.encode(encoder, { dataset, indices: [0, 1, 2] }, { step: k });
    device.queue.submit([encoder.finish()]);
  }
  await engine.read(engine.run({ dataset, indices: [1, 2] }));
  seen.stop();
  expect(seen.buffers.length).toBeGreaterThan(20);

  engine.destroy();
  engine.destroy();
  for (const buffer of seen.buffers) expect(await isDestroyed(device, buffer), buffer.label).toBe(true);
  for (const buffer of [images, more, labels, out]) expect(await isDestroyed(device, buffer)).toBe(false);

  const gone = "this engine was destroyed; make a new one with createEngine";
  expect(() => engine.run({ dataset, indices: [0] })).toThrow(gone);
  expect(() => engine.encode(device.createCommandEncoder(), { dataset, indices: [0] })).toThrow(gone);
  expect(() => engine.epoch(dataset, { batchSize: 2 })).toThrow(gone);
  await expect(engine.read({} as never)).rejects.toThrow(gone);

  // The dataset is its owner's, and outlives the engine.
  const other = await createEngine(device, { policy: mixup(), labels: { classes: 4 } });
  await other.read(other.run({ dataset, indices: [0, 1] }));
  dataset.destroy();
  dataset.destroy();
  expect(() => other.run({ dataset, indices: [0, 1] })).toThrow(
    "input.dataset: expected a living dataset, found one that was destroyed",
  );
  other.destroy();
});

test("an epoch that was left half-way leaves nothing behind", async () => {
  const device = await getDevice();
  const { dataset } = await syntheticDataset(device, { count: 20, height: 4, width: 4, channels: 1, classes: 4 });
  const seen = watch(device);
  const engine = await createEngine(device, { policy: mixup() });
  for (const batch of engine.epoch(dataset, { batchSize: 4, lookAhead: 2 })) if (batch.ids.length > 0) break;
  seen.stop();
  engine.destroy();
  for (const buffer of seen.buffers) expect(await isDestroyed(device, buffer), buffer.label).toBe(true);
  dataset.destroy();
});

test("a dataset frees what it uploaded, and leaves a buffer it was given", async () => {
  const device = await getDevice();
  const seen = watch(device);
  const uploaded = await Dataset.fromArrays(device, {
    images: noise(45),
    shape: [5, 3, 3, 1],
    labels: [0, 1, 0, 1, 0],
  });
  seen.stop();
  uploaded.destroy();
  expect(seen.buffers.length).toBe(2);
  for (const buffer of seen.buffers) expect(await isDestroyed(device, buffer)).toBe(true);

  const images = upload(device, noise(48));
  Dataset.fromBuffer(device, {
    images,
    count: 5,
    height: 3,
    width: 3,
    channels: 1,
    labels: new Uint32Array(5),
  }).destroy();
  expect(await isDestroyed(device, images)).toBe(false);
  images.destroy();
});
