/**
 * Training in jax-js on batches that never leave the GPU: the same numbers as from the CPU, and nothing else crosses.
 */
import { numpy as np } from "@jax-js/jax";
import { createEngine, cutmix, Dataset, mixup, oneOf, ops, reference } from "mixwell";
import { createFeed } from "mixwell/jax";
import { beforeEach, describe, expect, test } from "vitest";
import { syntheticDataset } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { countCrossings } from "./crossings.ts";
import { countLiving, jaxOnDevice, mlp } from "./jax-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await jaxOnDevice();
});

const SIDE = 8;
const CLASSES = 10;
const shape = { height: SIDE, width: SIDE, channels: 1 };
const policy = [ops.flipX({ prob: 0.5 }), oneOf([mixup({ alpha: 0.4 }), cutmix()])];
const labelOptions = { classes: CLASSES, smoothing: 0.1 };

describe("six steps of an MLP with Adam on mixed pictures and soft labels", () => {
  test("give the losses that the CPU reference gives with the same plans", async () => {
    const { dataset, images, labels } = await syntheticDataset(device, { count: 48, classes: CLASSES, ...shape });
    const engine = await createEngine(device, { seed: 42, policy, labels: labelOptions });
    const feed = createFeed(engine);
    const fed = { gpu: mlp(SIDE * SIDE, 32, CLASSES), cpu: mlp(SIDE * SIDE, 32, CLASSES) };
    const losses: { gpu: number[]; cpu: number[] } = { gpu: [], cpu: [] };
    for (const { images: x, labels: y, batch } of feed.epoch(dataset, { epoch: 3, batchSize: 8 })) {
      losses.gpu.push((await fed.gpu.step(x, y!).data())[0] as number);
      const sources = { dataset: { images, labels }, shape, format: "u8", layout: "nhwc" } as const;
      const host = reference(batch.plan, sources, { labels: labelOptions });
      const hostX = np.array(host.images as Float32Array, { shape: batch.shape });
      losses.cpu.push((await fed.cpu.step(hostX, np.array(host.labels!, { shape: [8, CLASSES] })).data())[0] as number);
    }
    expect(losses.gpu).toHaveLength(6);
    // Pictures may differ in the last places (fused multiply-adds), and Adam divides small gradients by small
    // gradients.
    for (const [step, loss] of losses.gpu.entries()) expect(Math.abs(loss - losses.cpu[step]!)).toBeLessThan(1e-4);
    // The runs would agree as well if nothing were learnt from the pictures.
    expect(new Set(losses.gpu.map((loss) => loss.toFixed(3))).size).toBe(6);
    for (const model of [fed.gpu, fed.cpu]) model.dispose();
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("learn: the loss on one batch falls", async () => {
    const { dataset } = await syntheticDataset(device, { count: 8, classes: CLASSES, ...shape });
    const engine = await createEngine(device, { policy: [], labels: { classes: CLASSES } });
    const feed = createFeed(engine);
    const model = mlp(SIDE * SIDE, 32, CLASSES);
    const losses: number[] = [];
    for (let step = 0; step < 12; step++) {
      const { images, labels } = feed.run({ dataset, indices: [0, 1, 2, 3, 4, 5, 6, 7] });
      losses.push((await model.step(images, labels!).data())[0] as number);
    }
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
    model.dispose();
    for (const thing of [engine, dataset]) thing.destroy();
  });
});

/** 32 pictures of 32 × 32 × 3: 96 KB as bytes, 384 KB as the floats that the model sees. */
async function bigPictures() {
  const shape = [64, 32, 32, 3] as [number, number, number, number];
  const labels = Uint32Array.from(noise(64, 3), (byte) => byte % CLASSES);
  const dataset = await Dataset.fromArrays(device, {
    images: noise(64 * 32 * 32 * 3),
    shape,
    labels,
    classes: CLASSES,
  });
  const engine = await createEngine(device, { policy, labels: { classes: CLASSES } });
  const model = mlp(32 * 32 * 3, 16, CLASSES);
  const batch = (number: number) => ({ dataset, indices: Array.from({ length: 32 }, (_, i) => (i + number) % 64) });
  return { dataset, engine, feed: createFeed(engine), model, batch };
}

describe("a training step", () => {
  test("sends a few KB up and nothing down but the loss", async () => {
    const { dataset, engine, feed, model, batch } = await bigPictures();
    for (let number = 0; number < 8; number++) {
      const crossed = countCrossings(device);
      const { images, labels } = feed.run(batch(number), { epoch: number });
      const feeding = { up: crossed.up, down: crossed.down.length };
      await model.step(images, labels!).data();
      crossed.stop();
      // The plan of 32 rows, in the engine's uniform blocks and op program. jax zeroes its new arrays on the GPU.
      expect(feeding.up).toBeGreaterThan(0);
      expect(feeding.up).toBeLessThan(32 * 1024);
      expect(feeding.down).toBe(0);
      // In the first step the model's own zeros go up, later scalars at most.
      expect(crossed.up - feeding.up).toBeLessThan(8 * 1024);
      // The one read is the loss, which the test asks for: one float.
      expect(crossed.down).toEqual([4]);
    }
    model.dispose();
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("the counter of the test above sees pictures that are fed from the CPU", async () => {
    const crossed = countCrossings(device);
    const values = Float32Array.from(noise(32 * 32 * 32 * 3));
    await np
      .array(values, { shape: [32, 32, 32, 3] })
      .add(1)
      .data();
    crossed.stop();
    expect(crossed.up).toBeGreaterThanOrEqual(32 * 32 * 32 * 3 * 4);
    expect(crossed.down).toEqual([32 * 32 * 32 * 3 * 4]);
  });

  test("makes no buffer but what reads its loss: 300 steps leave memory level", async () => {
    const { dataset } = await syntheticDataset(device, { count: 16, classes: CLASSES, ...shape });
    const engine = await createEngine(device, { policy, labels: { classes: CLASSES } });
    const [feed, model] = [createFeed(engine), mlp(SIDE * SIDE, 8, CLASSES)];
    const step = async (number: number) => {
      const { images, labels } = feed.run({ dataset, indices: [0, 1, 2, 3, 4, 5, 6, 7] }, { epoch: number });
      const loss = model.step(images, labels!);
      // Awaited now and then: between, operations are only submitted.
      if (number % 10 === 0) await loss.data();
      else {
        loss.ref.gpuBufferSync();
        loss.dispose();
      }
    };
    const count = countLiving(device);
    for (let number = 0; number < 20; number++) await step(number);
    const before = { living: count.living(), bytes: count.bytes() };
    for (let number = 20; number < 320; number++) await step(number);
    expect({ living: count.living(), bytes: count.bytes() }).toEqual(before);
    count.stop();
    model.dispose();
    for (const thing of [engine, dataset]) thing.destroy();
  });
});
