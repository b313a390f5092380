/**
 * I6: after the first steps nothing is made on the GPU any more, and a step moves a few KB to it whatever the pictures
 * weigh.
 */
import { createEngine, cutmix, linear, mixup, oneOf, randAugment } from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice, newDevice } from "./device.ts";
import { filled, syntheticDataset, upload, type Watch, watch } from "./help.ts";

const shape = { height: 16, width: 16, channels: 3 };
const policy = oneOf([mixup({ alpha: linear({ from: 0.2, to: 2, end: 60, unit: "step" }) }), cutmix()], { prob: 0.9 });

/** Calls that make something; what is left over are writes and submissions. */
function made({ calls }: Watch): Record<string, number> {
  return Object.fromEntries(Object.entries(calls).filter(([name]) => name.startsWith("create")));
}

describe("in steady state nothing is made", () => {
  test("the watch itself sees what the first step makes", async () => {
    // One that has no pipeline yet.
    const device = await newDevice();
    const images = upload(device, noise(64 * 768));
    const seen = watch(device);
    const engine = await createEngine(device, { policy, labels: { classes: 10 }, warm: false });
    engine.run({ images, size: 64, ...shape, labels: new Uint32Array(64) }, { step: 0 });
    seen.stop();
    const { createBuffer, createBindGroup, createComputePipeline, createShaderModule, writeBuffer, submit } =
      seen.calls;
    expect([createBuffer, createBindGroup, createComputePipeline, createShaderModule]).toEqual([5, 2, 2, 2]);
    expect([writeBuffer, submit]).toEqual([3, 1]);
    expect(seen.written).toBeGreaterThan(64 * 32);
    engine.destroy();
    images.destroy();
  });

  test("by 50 steps of run, which write less than 5 KB each", async () => {
    const device = await getDevice();
    const images = upload(device, noise(64 * 768));
    const labels = Uint32Array.from({ length: 64 }, (_, i) => i % 10);
    const engine = await createEngine(device, { policy, labels: { classes: 10, sparse: true } });
    const input = { images, size: 64, ...shape, labels };
    for (let step = 0; step < 3; step++) engine.run(input, { step });
    const seen = watch(device);
    for (let step = 3; step < 53; step++) engine.run(input, { step });
    seen.stop();
    expect(made(seen)).toEqual({});
    expect(seen.calls.submit).toBe(50);
    // Uniform blocks of 64 rows: 2 slots of 16 bytes for the pictures, 1 for each of the two kinds of labels; and 64
    // ids.
    expect(seen.written / 50).toBeLessThan(5 * 1024);
    engine.destroy();
    images.destroy();
  });

  test("by ten epochs, each with its smaller last batch, after the first four", async () => {
    const device = await getDevice();
    const { dataset } = await syntheticDataset(device, { count: 300, classes: 10, ...shape });
    const engine = await createEngine(device, { policy, labels: { classes: 10 } });
    let batches = 0;
    const run = (first: number, end: number) => {
      for (let epoch = first; epoch < end; epoch++)
        for (const _ of engine.epoch(dataset, { epoch, batchSize: 64, lookAhead: 2 })) batches++;
    };
    // The smaller batch has output sets of its own, look-ahead + 2 of them, and takes one an epoch.
    run(0, 4);
    const seen = watch(device);
    run(4, 14);
    seen.stop();
    expect(batches).toBe(14 * 5);
    expect(made(seen)).toEqual({});
    expect(seen.written / 50).toBeLessThan(5 * 1024);
    engine.destroy();
    dataset.destroy();
  });

  test("by encoders, once each of the `maxPending` has had its turn", async () => {
    const device = await getDevice();
    const { dataset } = await syntheticDataset(device, { count: 40, classes: 10, ...shape });
    const engine = await createEngine(device, { policy, labels: { classes: 10 }, maxPending: 4 });
    const step = (number: number) => {
      const encoder = device.createCommandEncoder();
      for (let k = 0; k < 3; k++)
        engine.encode(encoder, { dataset, indices: [k, number % 40, 7, 8] }, { epoch: number, step: number });
      device.queue.submit([encoder.finish()]);
    };
    for (let number = 0; number < 8; number++) step(number);
    const seen = watch(device);
    for (let number = 8; number < 58; number++) step(number);
    seen.stop();
    expect(made(seen)).toEqual({});
    engine.destroy();
    dataset.destroy();
  });

  test("by outputs of the caller's that take turns", async () => {
    const device = await getDevice();
    const images = upload(device, noise(8 * 768));
    const outs = [0, 1, 2].map(() => filled(device, 8 * 768 * 4, 0));
    const engine = await createEngine(device, { policy });
    const step = (number: number) =>
      engine.run({ images, size: 8, ...shape }, { step: number, out: { images: outs[number % 3] } });
    for (let number = 0; number < 3; number++) step(number);
    const seen = watch(device);
    for (let number = 3; number < 53; number++) step(number);
    seen.stop();
    expect(made(seen)).toEqual({});
    for (const thing of [engine, images, ...outs]) thing.destroy();
  });
});

describe("with RandAugment before the mixer, too", () => {
  /**
   * Small pictures: what is made does not depend on their size, and a GPU in software takes its time for every pixel.
   */
  const small = { height: 4, width: 4, channels: 3 };
  /** Two ops a picture of timm's fifteen, stronger with every step. */
  const augmented = [
    randAugment({ table: "timm", magnitude: linear({ from: 3, to: 10, end: 60, unit: "step" }), magnitudeStd: 0.5 }),
    policy,
  ];

  test("by 30 steps of run, whatever is drawn, which write less than 32 KB each", async () => {
    const device = await getDevice();
    const images = upload(device, noise(64 * 48));
    const engine = await createEngine(device, { policy: augmented, labels: { classes: 10, sparse: true } });
    const input = { images, size: 64, ...small, labels: Uint32Array.from({ length: 64 }, (_, i) => i % 10) };
    for (let step = 0; step < 3; step++) engine.run(input, { step });
    const seen = watch(device);
    const drawn = new Set<string>();
    for (let step = 3; step < 33; step++) {
      const { plan } = engine.run(input, { step });
      for (const { ops = [] } of plan.sources) for (const { op } of ops) drawn.add(op);
    }
    seen.stop();
    expect(made(seen)).toEqual({});
    expect(seen.calls.submit).toBe(30);
    expect(drawn.size).toBeGreaterThanOrEqual(14);
    // Two passes of 64 records of 80 bytes and 64 calls of 48 at most; the mixer's rows and the labels are below 5 KB.
    expect(seen.written / 30).toBeLessThan(32 * 1024);
    engine.destroy();
    images.destroy();
  });

  test("by six epochs of a dataset, whose partners are augmented as well", async () => {
    const device = await getDevice();
    const { dataset } = await syntheticDataset(device, { count: 150, classes: 10, ...small });
    const engine = await createEngine(device, { policy: augmented, labels: { classes: 10 } });
    const run = (first: number, end: number) => {
      for (let epoch = first; epoch < end; epoch++)
        for (const _ of engine.epoch(dataset, { epoch, batchSize: 64, lookAhead: 2 }));
    };
    run(0, 4);
    const seen = watch(device);
    run(4, 10);
    seen.stop();
    expect(made(seen)).toEqual({});
    engine.destroy();
    dataset.destroy();
  });
});
