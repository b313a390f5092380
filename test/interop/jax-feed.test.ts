/** The feed of `mixwell/jax`: the engine's numbers in arrays of the caller's, and memory that stays level. */
import { defaultDevice, type Array as JaxArray, numpy as np } from "@jax-js/jax";
import { createEngine, cutmix, type EngineOptions, InputError, mixup, oneOf } from "mixwell";
import { bufferOf, createFeed, type JaxBatch } from "mixwell/jax";
import { beforeEach, describe, expect, test } from "vitest";
import { syntheticDataset, upload } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { countLiving, jaxOnDevice } from "./jax-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await jaxOnDevice();
});

const CLASSES = 10;
const shape = { height: 8, width: 6, channels: 3 };
const OPTIONS: EngineOptions = {
  seed: 5,
  policy: oneOf([mixup({ alpha: 0.4 }), cutmix()]),
  labels: { classes: CLASSES, sparse: true },
};

const setUp = async (options: Partial<EngineOptions> = {}, count = 20) => {
  const { dataset } = await syntheticDataset(device, { count, classes: CLASSES, ...shape });
  const engine = await createEngine(device, { ...OPTIONS, ...options });
  return { dataset, engine, feed: createFeed(engine) };
};

const arraysOf = ({ images, labels, sparse }: JaxBatch) =>
  [images, labels, sparse?.classes, sparse?.shares].filter((array): array is JaxArray => array !== undefined);

describe("feed.run", () => {
  test.each(["nhwc", "nchw"] as const)("gives the engine's own numbers, %s", async (layout) => {
    const { dataset, engine, feed } = await setUp({ output: { layout, normalize: { mean: [0.5], std: [0.25] } } });
    const input = { dataset, indices: [3, 1, 4, 15, 9] };
    const want = engine.run(input, { epoch: 2 });
    const host = await engine.read(want);
    const { images, labels, sparse, batch } = feed.run(input, { epoch: 2 });
    expect(images.shape).toEqual(layout === "nhwc" ? [5, 8, 6, 3] : [5, 3, 8, 6]);
    expect([labels!.shape, sparse!.classes.shape, sparse!.shares.shape]).toEqual([
      [5, CLASSES],
      [5, 2],
      [5, 2],
    ]);
    expect([images, labels!, sparse!.classes, sparse!.shares].map(({ dtype }) => dtype)).toEqual([
      "float32",
      "float32",
      "uint32",
      "float32",
    ]);
    expect([...(await images.data())]).toEqual([...host.images]);
    expect([...(await labels!.data())]).toEqual([...host.labels!]);
    expect([...(await sparse!.classes.data())]).toEqual([...host.classes!]);
    expect([...(await sparse!.shares.data())]).toEqual([...host.shares!]);
    // What a batch says of itself, but for buffers that would be valid only as long as the arrays.
    expect(batch).toMatchObject({
      size: 5,
      shape: images.shape,
      ids: [3, 1, 4, 15, 9],
      plan: want.plan,
      layout,
      format: "f32",
    });
    for (const key of ["images", "labels", "sparse"]) expect(batch).not.toHaveProperty(key);
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("makes arrays of the shape that comes out, also where a policy changes the number of rows", async () => {
    const { dataset, engine, feed } = await setUp({
      policy: mixup({ granularity: "half", pairing: "reverse" }),
      labels: undefined,
    });
    const made = feed.run({ dataset, indices: [0, 1, 2, 3, 4, 5] });
    const own = engine.run({ dataset, indices: [0, 1, 2, 3, 4, 5] });
    expect(made.images.shape).toEqual([3, 8, 6, 3]);
    expect(made.images.shape).toEqual(own.shape);
    expect(made.labels).toBeUndefined();
    made.images.dispose();
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("puts arrays on the GPU whatever jax's default is, and the caller owns them", async () => {
    const { dataset, engine, feed } = await setUp();
    defaultDevice("wasm");
    const made = feed.run({ dataset, indices: [0, 1] });
    defaultDevice("webgpu");
    for (const array of arraysOf(made)) expect([array.device, array.refCount]).toEqual(["webgpu", 1]);
    const sum = made.images.sum();
    expect(made.images.refCount).toBe(0);
    expect(() => made.images.sum()).toThrow(/freed/);
    sum.dispose();
    for (const array of arraysOf(made).slice(1)) array.dispose();
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("refuses `out`, and hands on the engine's errors", async () => {
    const { dataset, engine, feed } = await setUp();
    expect(() => feed.run({ dataset, indices: [0] }, { out: {} } as never)).toThrow(InputError);
    expect(() => feed.run({ dataset, indices: [0] }, { out: {} } as never)).toThrow("step.out: expected nothing");
    expect(() => feed.run({ dataset, indices: [20] })).toThrow(
      "input.indices[0]: expected an integer in 0..19, found 20",
    );
    expect(() => feed.run({ dataset, indices: [0] }, { epochs: 1 } as never)).toThrow(/epochs/);
    for (const thing of [engine, dataset]) thing.destroy();
    expect(() => feed.run({ dataset, indices: [0] })).toThrow("this engine was destroyed");
  });
});

describe("memory", () => {
  test("stays level over 300 steps that consume their arrays", async () => {
    const { dataset, engine, feed } = await setUp();
    const step = (number: number) => {
      const made = feed.run({ dataset, indices: [0, 1, 2, 3] }, { epoch: number });
      // As a lazy training step: what is computed is not awaited.
      const sum = made.images.sum().add(made.labels!.sum());
      sum.ref.gpuBufferSync();
      sum.dispose();
      for (const array of [made.sparse!.classes, made.sparse!.shares]) array.dispose();
    };
    const count = countLiving(device);
    for (let number = 0; number < 5; number++) step(number);
    const before = { living: count.living(), bytes: count.bytes() };
    for (let number = 5; number < 305; number++) step(number);
    expect({ living: count.living(), bytes: count.bytes() }).toEqual(before);
    // The count sees arrays that nobody consumes.
    const kept = Array.from({ length: 20 }, () => feed.run({ dataset, indices: [0, 1, 2, 3] }));
    expect(count.bytes() - before.bytes).toBeGreaterThan(15 * 4 * 8 * 6 * 3 * 4);
    count.stop();
    for (const made of kept) for (const array of arraysOf(made)) array.dispose();
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("a step that fails keeps nothing", async () => {
    const { engine, feed } = await setUp();
    const images = upload(device, noise(2 * 8 * 6 * 3));
    const bad = { images, size: 2, ...shape, labels: new Uint32Array(2) };
    const real = GPUCommandEncoder.prototype.finish;
    for (const array of arraysOf(feed.run(bad, { step: 0 }))) array.dispose();
    const count = countLiving(device);
    for (let i = 0; i < 20; i++) {
      // The last thing that a step does before it submits: the arrays are there.
      GPUCommandEncoder.prototype.finish = function (this: GPUCommandEncoder, descriptor) {
        if (this.label === "mixwell") throw new Error("failed on purpose");
        return real.call(this, descriptor);
      };
      try {
        expect(() => feed.run(bad, { step: 0 })).toThrow("failed on purpose");
      } finally {
        GPUCommandEncoder.prototype.finish = real;
      }
    }
    const living = count.living();
    count.stop();
    // The first step left what these need in jax's pool, and each of them put it back.
    expect(living).toBe(0);
    images.destroy();
    engine.destroy();
  });
});

describe("feed.epoch", () => {
  test("gives the numbers of engine.epoch, the smaller last batch included", async () => {
    const { dataset, engine, feed } = await setUp();
    const options = { epoch: 3, batchSize: 8, lookAhead: 2 };
    const own: { images: number[]; labels: number[]; ids: number[] }[] = [];
    for (const batch of engine.epoch(dataset, options)) {
      const { images, labels } = await engine.read(batch);
      own.push({ images: [...images], labels: [...labels!], ids: batch.ids });
    }
    const epoch = feed.epoch(dataset, options);
    expect([epoch.length, epoch.lookAhead]).toEqual([3, 2]);
    let at = 0;
    for (const { images, labels, sparse, batch } of epoch) {
      expect({ images: [...(await images.data())], labels: [...(await labels!.data())], ids: batch.ids }).toEqual(
        own[at++],
      );
      for (const array of [sparse!.classes, sparse!.shares]) array.dispose();
    }
    expect(at).toBe(3);
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("disposes what it made ahead when a loop is left early, and nothing that it handed out", async () => {
    const { dataset, engine, feed } = await setUp();
    const pass = () => {
      for (const made of feed.epoch(dataset, { batchSize: 4, lookAhead: 3 })) return made;
      throw new Error("an epoch without batches");
    };
    const dispose = (made: JaxBatch) => {
      for (const array of arraysOf(made)) array.dispose();
    };
    dispose(pass());
    const count = countLiving(device);
    for (let i = 0; i < 30; i++) {
      const made = pass();
      for (const array of arraysOf(made)) expect(array.refCount).toBe(1);
      expect(bufferOf(made.images).shape).toEqual([4, 8, 6, 3]);
      dispose(made);
    }
    expect(count.living()).toBe(0);
    count.stop();
    for (const thing of [engine, dataset]) thing.destroy();
  });

  test("refuses what engine.epoch refuses", async () => {
    const { dataset, engine, feed } = await setUp();
    expect(() => feed.epoch({} as never, { batchSize: 4 })).toThrow("epoch.dataset: expected a Dataset");
    expect(() => feed.epoch(dataset, { batchSize: 0 })).toThrow(InputError);
    for (const thing of [engine, dataset]) thing.destroy();
    expect(() => feed.epoch(dataset, { batchSize: 4 })).toThrow("this engine was destroyed");
  });
});

test("an output larger than the device's buffers is refused before jax allocates it", async () => {
  const { engine, feed } = await setUp({ labels: undefined });
  // 40 MiB of bytes would become 160 MiB of floats, above the default limit of 128 MiB.
  const size = 40 * 1024;
  const images = device.createBuffer({ size: size * 1024, usage: GPUBufferUsage.STORAGE });
  const count = countLiving(device);
  expect(() => feed.run({ images, size, height: 32, width: 32, channels: 1 }, { step: 0 })).toThrow(
    /output\.images: expected at most \d+ bytes/,
  );
  expect(count.living()).toBe(0);
  count.stop();
  images.destroy();
  engine.destroy();
});

test("np.zeros is the place that the feed writes to: two of them never share a buffer", () => {
  const [a, b] = [np.zeros([300]), np.zeros([300])];
  expect(bufferOf(a).buffer).not.toBe(bufferOf(b).buffer);
  for (const array of [a, b]) array.dispose();
});
