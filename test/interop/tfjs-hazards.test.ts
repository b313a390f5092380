/**
 * What TensorFlow.js' own import and export let happen without an error. Every test first shows the hazard as it is
 * without us, so that it could not pass by chance, and then that it cannot be met through the adapter, or is an error.
 */
import * as tf from "@tensorflow/tfjs-core";
import { createEngine, InputError } from "mixwell";
import { bufferOf, createFeed, flush, importTensor } from "mixwell/tfjs";
import { beforeEach, describe, expect, test } from "vitest";
import { newDevice, takeGpuErrors } from "../gpu/device.ts";
import { readBack } from "../gpu/help.ts";
import { backend, floats, rawImport, tfOnDevice } from "./tfjs-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await tfOnDevice();
});

const read = async (buffer: GPUBuffer) => [...new Float32Array(await readBack(device, buffer))];

describe("a stale read: TensorFlow.js has written, but not submitted", () => {
  test("happens with the buffer from its own map of tensors, and not with bufferOf", async () => {
    const x = tf.tensor1d([1, 2, 3, 4]);
    const stale = tf.add(x, 10);
    expect(await read(backend().tensorMap.get(stale.dataId).resource as GPUBuffer)).not.toEqual([11, 12, 13, 14]);
    const fresh = tf.add(x, 20);
    expect(await read(bufferOf(fresh).buffer)).toEqual([21, 22, 23, 24]);
    tf.dispose([x, stale, fresh]);
  });

  test("cannot reach an engine that is fed from a tensor", async () => {
    const engine = await createEngine(device, { policy: [] });
    const pictures = tf.add(tf.zeros([2, 2, 2, 1]), 0.25);
    const { buffer: images } = bufferOf(pictures);
    const batch = engine.run({ images, size: 2, height: 2, width: 2, channels: 1, format: "f32" }, { step: 0 });
    expect([...(await engine.read(batch)).images]).toEqual(Array(8).fill(0.25));
    pictures.dispose();
    engine.destroy();
  });
});

describe("overwriting before TensorFlow.js has submitted what reads the buffer", () => {
  test("changes results computed earlier without us, and not with importTensor", async () => {
    const buffer = floats(device, [1, 1]);
    const overwrite = (value: number) => device.queue.writeBuffer(buffer, 0, new Float32Array([value, value]));
    const raw = rawImport(buffer, [2]);
    const wrong = tf.add(raw, 1);
    overwrite(100);
    expect([...(await wrong.data())]).toEqual([101, 101]);

    overwrite(1);
    const ours = await importTensor(buffer, [2]);
    const right = tf.add(ours, 1);
    overwrite(100);
    expect([...(await right.data())]).toEqual([2, 2]);
    tf.dispose([raw, wrong, ours, right]);
    buffer.destroy();
  });

  test("happens with an engine's own output, and not with a feed's", async () => {
    // The policy only converts, so a batch is what was put in.
    const engine = await createEngine(device, { policy: [], outputSets: 1 });
    const inputs = [1, 2, 3].map((value) => floats(device, Array(4).fill(value)));
    const input = (step: number) =>
      ({ images: inputs[step]!, size: 1, height: 2, width: 2, channels: 1, format: "f32" }) as const;

    const raw = rawImport(engine.run(input(0), { step: 0 }).images, [4]);
    const wrong = tf.add(raw, 0);
    engine.run(input(1), { step: 1 });
    expect([...(await wrong.data())]).toEqual([2, 2, 2, 2]);

    const feed = createFeed(engine);
    const results = inputs.map((_, step) => {
      const { images } = feed.run(input(step), { step });
      const result = tf.add(images, 0);
      // From here on nobody holds the batch but the operation that is not submitted yet.
      images.dispose();
      return result;
    });
    for (const [step, result] of results.entries()) expect([...(await result.data())]).toEqual(Array(4).fill(step + 1));
    tf.dispose([raw, wrong, ...results]);
    feed.destroy();
    engine.destroy();
  });
});

describe("a buffer of another device", () => {
  test("gives wrong numbers without an exception, and importTensor refuses it", async () => {
    const foreign = floats(await newDevice(), [5, 6]);
    const raw = rawImport(foreign, [2]);
    const wrong = tf.add(raw, 0);
    expect([...(await wrong.data())]).not.toEqual([5, 6]);
    expect(await takeGpuErrors()).not.toEqual([]);
    tf.dispose([raw, wrong]);

    const tensors = tf.memory().numTensors;
    await expect(importTensor(foreign, [2])).rejects.toThrow(
      /importTensor\.buffer: expected a living buffer of TensorFlow\.js' device/,
    );
    expect(tf.memory().numTensors).toBe(tensors);
    expect(await takeGpuErrors()).toEqual([]);
  });

  test("cannot come from a feed: an engine on another device is refused", async () => {
    const engine = await createEngine(await newDevice(), { policy: [] });
    expect(() => createFeed(engine)).toThrow(InputError);
    expect(() => createFeed(engine)).toThrow(
      /createFeed\.engine: expected an engine on TensorFlow\.js' device .*found one on another device/,
    );
    engine.destroy();
  });
});

describe("a buffer that is larger than the tensor", () => {
  test("is read whole without us, and importTensor refuses it", async () => {
    const buffer = floats(device, [1, 2, 3, 4, 5, 6, 7, 8]);
    const raw = rawImport(buffer, [4]);
    expect(await raw.data()).toHaveLength(8);
    await expect(importTensor(buffer, [4])).rejects.toThrow(
      "importTensor.buffer: expected exactly 16 bytes, 4 for each element of [4], found 32 bytes",
    );
    raw.dispose();
    buffer.destroy();
  });
});

describe("a buffer that is destroyed", () => {
  test("before the import: gives wrong numbers without us, and importTensor refuses it", async () => {
    const buffer = floats(device, [1, 2]);
    buffer.destroy();
    const raw = rawImport(buffer, [2]);
    const wrong = tf.add(raw, 0);
    expect([...(await wrong.data())]).not.toEqual([1, 2]);
    expect((await takeGpuErrors()).join()).toMatch(/destroyed/);
    await expect(importTensor(buffer, [2])).rejects.toThrow(
      /expected a living buffer .*found one that it refuses: .*destroyed/s,
    );
    tf.dispose([raw, wrong]);
  });

  test("after an operation that is not submitted: loses the result without us, and not with importTensor", async () => {
    const [lost, kept] = [floats(device, [1, 2]), floats(device, [3, 4])];
    const raw = rawImport(lost, [2]);
    const wrong = tf.mul(raw, 7);
    lost.destroy();
    expect([...(await wrong.data())]).not.toEqual([7, 14]);
    expect((await takeGpuErrors()).join()).toMatch(/destroyed/);

    const ours = await importTensor(kept, [2]);
    const right = tf.mul(ours, 7);
    kept.destroy();
    expect([...(await right.data())]).toEqual([21, 28]);
    tf.dispose([raw, wrong, ours, right]);
  });

  test("by the engine or the feed: tensors handed out live on", async () => {
    const engine = await createEngine(device, { policy: [] });
    const feed = createFeed(engine);
    const images = floats(device, [1, 2, 3, 4]);
    const { images: living } = feed.run(
      { images, size: 1, height: 2, width: 2, channels: 1, format: "f32" },
      { step: 0 },
    );
    const pending = tf.add(living, 1);
    feed.destroy();
    engine.destroy();
    expect([...(await pending.data())]).toEqual([2, 3, 4, 5]);
    expect([...(await living.data())]).toEqual([1, 2, 3, 4]);
    tf.dispose([living, pending]);
    images.destroy();
  });
});

test("flush submits what is waiting, and may be called when nothing is", async () => {
  const x = tf.tensor1d([1]);
  const y = tf.add(x, 1);
  flush();
  flush();
  expect(await read(backend().tensorMap.get(y.dataId).resource as GPUBuffer)).toEqual([2]);
  tf.dispose([x, y]);
});
