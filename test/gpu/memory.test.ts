/** What lives on the GPU is bounded by what is in use, however long a program runs. */
import { createEngine, createOps, type Engine, mixup, ops, readBatch } from "mixwell";
import { describe, expect, onTestFinished, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { filled, readBack, rowsById, syntheticDataset, upload } from "./help.ts";

/** Counts the buffers that were made since, and not destroyed. */
function countLiving(device: GPUDevice): { living(): number } {
  const living = new Set<GPUBuffer>();
  // WebGPU's own is on the object itself in Dawn, on its prototype in Chromium.
  const own = Object.getOwnPropertyDescriptor(device, "createBuffer");
  const real = device.createBuffer;
  const createBuffer = (descriptor: GPUBufferDescriptor) => {
    const buffer = real.call(device, descriptor);
    const destroy = buffer.destroy.bind(buffer);
    living.add(buffer);
    Object.defineProperty(buffer, "destroy", { value: () => living.delete(buffer) && destroy() });
    return buffer;
  };
  Object.defineProperty(device, "createBuffer", { value: createBuffer, configurable: true, writable: true });
  const stop = () => {
    if (own) Object.defineProperty(device, "createBuffer", own);
    else Reflect.deleteProperty(device, "createBuffer");
  };
  onTestFinished(stop);
  return { living: () => living.size };
}

const picture = { height: 4, width: 4, channels: 1 };

/** An engine, bytes for 256 pictures, and the count of what was made since. */
async function setUp(options: Partial<Parameters<typeof createEngine>[1]> = {}) {
  const device = await getDevice();
  const images = upload(device, noise(256 * 16));
  const count = countLiving(device);
  const engine = await createEngine(device, { policy: mixup(), ...options });
  const end = () => {
    engine.destroy();
    const left = count.living();
    images.destroy();
    return left;
  };
  return { device, images, count, engine, end };
}

const walkOf = (engine: Engine, dataset: Parameters<Engine["epoch"]>[0], epoch = 0, lookAhead = 1) =>
  engine.epoch(dataset, { epoch, batchSize: 4, lookAhead })[Symbol.iterator]();

describe("memory does not grow", () => {
  test("by 50 walks through an epoch that were begun and dropped", async () => {
    const { device, count, engine, end } = await setUp();
    const { dataset } = await syntheticDataset(device, { count: 20, classes: 4, ...picture });
    const before = count.living();
    const kept = [];
    for (let walk = 0; walk < 50; walk++) {
      const begun = walkOf(engine, dataset, walk);
      begun.next();
      kept.push(begun); // So that nothing depends on garbage collection.
    }
    // Eight walks of three sets of outputs each, and the rows' block.
    expect(count.living() - before).toBeLessThanOrEqual(8 * 3 + 1);
    dataset.destroy();
    expect(end()).toBe(0);
  });

  test("by 60 sizes of pictures", async () => {
    const { images, count, engine, end } = await setUp();
    for (let side = 4; side < 64; side++)
      engine.run({ images, size: 1, height: side, width: side, channels: 1 }, { step: side });
    // Eight sizes, the rows' block, and the scales for the kernel that takes odd sizes.
    expect(count.living()).toBeLessThanOrEqual(8 + 2);
    expect(end()).toBe(0);
  });

  test("by 60 growing sizes of pictures with ops, whose scratch memory is outgrown", async () => {
    const { images, count, engine, end } = await setUp({ policy: [ops.flipX()] });
    for (let side = 4; side < 64; side++)
      engine.run({ images, size: 1, height: side, width: side, channels: 1 }, { step: side });
    expect(count.living()).toBeLessThanOrEqual(8 + 2 + 5);
    expect(end()).toBe(0);
  });

  test("by 400 runs with 200 batch sizes", async () => {
    const { images, count, engine, end } = await setUp();
    for (let run = 0; run < 400; run++) engine.run({ images, size: 1 + (run % 200), ...picture }, { step: run });
    expect(count.living()).toBeLessThanOrEqual(2 * 8 + 1);
    expect(end()).toBe(0);
  });

  test("by 60 sizes of the results of createOps", async () => {
    const { device, images, count, end } = await setUp();
    const functions = createOps(device);
    for (let side = 4; side < 64; side++) functions.invert({ images, size: 1, height: side, width: side, channels: 1 });
    expect(count.living()).toBeLessThanOrEqual(8 + 2 + 5);
    functions.destroy();
    expect(end()).toBe(0);
  });

  test("by 60 ranges of values, whose scales are buffers where there are five channels", async () => {
    const { device, count, engine, end } = await setUp();
    const images = filled(device, 4 * 5 * 4 * 4, 0);
    const before = count.living();
    for (let high = 1; high <= 60; high++)
      engine.run(
        { images, size: 2, height: 2, width: 2, channels: 5, format: "f32", valueRange: [0, high] },
        { step: high },
      );
    expect(count.living() - before).toBeLessThanOrEqual(16 + 2 + 1);
    images.destroy();
    expect(end()).toBe(0);
  });

  test("by one encoder of 50 steps, once others have come", async () => {
    const { device, images, count, engine, end } = await setUp({ maxPending: 2 });
    const encode = (steps: number) => {
      const encoder = device.createCommandEncoder();
      for (let step = 0; step < steps; step++) engine.encode(encoder, { images, size: 4, ...picture }, { step });
      device.queue.submit([encoder.finish()]);
    };
    encode(50);
    expect(count.living()).toBeGreaterThanOrEqual(50);
    for (let more = 0; more < 4; more++) encode(1);
    expect(count.living()).toBeLessThanOrEqual(2 + 2);
    expect(end()).toBe(0);
  });

  test("the count sees what is kept: 60 outputs of the caller's", async () => {
    const { device, count, end } = await setUp();
    const kept = Array.from({ length: 60 }, () => device.createBuffer({ size: 4, usage: GPUBufferUsage.STORAGE }));
    expect(count.living()).toBe(60);
    for (const buffer of kept) buffer.destroy();
    expect(end()).toBe(0);
  });
});

describe("what a user may still hold stays as it is", () => {
  test("a batch until the next but one, whatever sizes come between", async () => {
    const { device, images, engine, end } = await setUp({ outputSets: 12 });
    const first = engine.run({ images, size: 4, ...picture }, { step: 0 });
    const before = await readBack(device, first.images, 4 * 16 * 4);
    for (let size = 5; size < 16; size++) engine.run({ images, size, ...picture }, { step: size });
    expect(await readBack(device, first.images, 4 * 16 * 4)).toEqual(before);
    expect(end()).toBe(0);
  });

  test("the outputs and scratch memory of an encoder that waits while 40 sizes pass", async () => {
    const { device, images, engine, end } = await setUp({ policy: [ops.flipX()] });
    const encoder = device.createCommandEncoder();
    const early = engine.encode(encoder, { images, size: 1, ...picture }, { step: 0 });
    const copy = device.createBuffer({ size: 64, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC });
    encoder.copyBufferToBuffer(early.images, 0, copy, 0, 64);
    for (let side = 5; side < 45; side++)
      engine.encode(encoder, { images, size: 1, height: side, width: side, channels: 1 }, { step: side });
    for (let side = 5; side < 45; side++)
      engine.run({ images, size: 1, height: side, width: side, channels: 1 }, { step: side });
    // Refused, if anything that it names had been destroyed.
    device.queue.submit([encoder.finish()]);
    const wanted = engine.run({ images, size: 1, ...picture }, { step: 0 });
    expect(await readBack(device, copy, 64)).toEqual(await readBack(device, wanted.images, 64));
    copy.destroy();
    expect(end()).toBe(0);
  });

  test("the input of a step, though the step's own output takes its place", async () => {
    const { device, images, count, end } = await setUp();
    const functions = createOps(device);
    const first = functions.invert({ images, size: 1, ...picture });
    for (let side = 5; side < 12; side++) functions.invert({ images, size: 1, height: side, width: side, channels: 1 });
    const before = count.living();
    const back = functions.resize(first, { height: 20, width: 20, interpolation: "nearest" });
    // The ninth size: the first one's buffer is gone from here on, but the step has read it.
    expect(count.living()).toBeLessThanOrEqual(before + 2);
    const wanted = await readBatch(
      device,
      functions.resize(functions.invert({ images, size: 1, ...picture }), {
        height: 20,
        width: 20,
        interpolation: "nearest",
      }),
    );
    expect(await readBatch(device, back)).toEqual(wanted);
    functions.destroy();
    expect(end()).toBe(0);
  });

  test("a walk goes on with the same batches after more others than have buffers", async () => {
    const { device, engine, end } = await setUp({ output: { format: "u8" } });
    const { dataset } = await syntheticDataset(device, { count: 20, classes: 4, ...picture });
    const rows = async (walk: Iterator<ReturnType<Engine["run"]>>, others: number) => {
      const found: [number, string][] = [];
      for (let next = walk.next(); !next.done; next = walk.next()) {
        found.push(...rowsById(await engine.read(next.value), next.value.ids));
        for (let other = 0; other < others; other++) walkOf(engine, dataset, 5 + other).next();
      }
      return found;
    };
    for (const lookAhead of [0, 1, 3]) {
      const alone = await rows(walkOf(engine, dataset, 0, lookAhead), 0);
      expect(alone.length).toBe(20);
      expect(await rows(walkOf(engine, dataset, 0, lookAhead), 12)).toEqual(alone);
    }
    dataset.destroy();
    expect(end()).toBe(0);
  });

  test("a batch of a walk, while seven others are under way and the engine runs", async () => {
    const { device, images, engine, end } = await setUp({ output: { format: "u8" } });
    const { dataset } = await syntheticDataset(device, { count: 40, classes: 4, ...picture });
    const walk = walkOf(engine, dataset);
    walk.next();
    const held = walk.next().value as ReturnType<Engine["run"]>;
    const before = await engine.read(held);
    for (let other = 1; other < 8; other++) {
      const begun = walkOf(engine, dataset, other);
      for (let batch = 0; batch < 5; batch++) begun.next();
    }
    for (let step = 0; step < 5; step++) engine.run({ images, size: 4, ...picture }, { step });
    expect(await engine.read(held)).toEqual(before);
    dataset.destroy();
    expect(end()).toBe(0);
  });
});
