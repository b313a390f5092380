/**
 * `encode` records into the caller's encoder, and the caller decides when it is submitted. A step's uniform block and
 * label arrays are written by the queue before anything submitted later, so steps that wait together must not share
 * them.
 */
import {
  type BatchInput,
  createEngine,
  cutmix,
  type Engine,
  type EngineOptions,
  mixup,
  type OutBuffers,
  oneOf,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { filled, readBack, syntheticDataset, upload } from "./help.ts";

const OPTIONS: EngineOptions = {
  seed: 6,
  policy: oneOf([mixup({ alpha: 1 }), cutmix()]),
  output: { format: "u8" },
  labels: { classes: 9 },
};
const SIZE = 5;
const shape = { height: 4, width: 8, channels: 3 };
const IMAGE_BYTES = SIZE * 4 * 8 * 3;
const LABEL_BYTES = SIZE * 9 * 4;

async function setUp(options: Partial<EngineOptions> = {}) {
  const device = await getDevice();
  const engine = await createEngine(device, { ...OPTIONS, ...options });
  const images = upload(device, noise(IMAGE_BYTES));
  /** Labels given as an array: another one every step. */
  const input = (step: number): BatchInput => ({
    images,
    size: SIZE,
    ...shape,
    labels: Uint32Array.from({ length: SIZE }, (_, i) => (i + step) % 9),
  });
  const out = () => ({ images: filled(device, IMAGE_BYTES, 0), labels: filled(device, LABEL_BYTES, 0) });
  const bytesOf = async ({ images, labels }: OutBuffers) => [
    new Uint8Array(await readBack(device, images!)),
    new Float32Array(await readBack(device, labels!)),
  ];
  return { device, engine, images, input, out, bytesOf };
}

/** What `run`, alone and at once, gives for each step. */
async function wantedOf(engine: Engine, input: (step: number) => BatchInput, steps: number) {
  const wanted: unknown[][] = [];
  for (let step = 0; step < steps; step++) {
    const { images, labels } = await engine.read(engine.run(input(step), { step }));
    wanted.push([images, labels]);
  }
  expect(new Set(wanted.map(([images]) => String(images))).size).toBe(steps);
  return wanted;
}

describe("encode gives what run gives", () => {
  test("for one step, with a dispatch of the caller's before and after it", async () => {
    const { device, engine, input, out, bytesOf } = await setUp();
    const [wanted] = await wantedOf(engine, input, 1);
    const target = out();
    const encoder = device.createCommandEncoder();
    encoder.clearBuffer(target.images);
    engine.encode(encoder, input(0), { step: 0, out: target });
    const copy = filled(device, IMAGE_BYTES, 0);
    encoder.copyBufferToBuffer(target.images, 0, copy, 0, IMAGE_BYTES);
    device.queue.submit([encoder.finish()]);
    expect(await bytesOf(target)).toEqual(wanted);
    expect(new Uint8Array(await readBack(device, copy))).toEqual(wanted![0]);
    engine.destroy();
  });

  test("for 40 steps in one encoder before one submit", async () => {
    const { device, engine, input, out, bytesOf } = await setUp();
    const wanted = await wantedOf(engine, input, 40);
    const encoder = device.createCommandEncoder();
    const targets = wanted.map((_, step) => {
      const target = out();
      engine.encode(encoder, input(step), { step, out: target });
      return target;
    });
    device.queue.submit([encoder.finish()]);
    for (const [step, target] of targets.entries()) expect(await bytesOf(target), `step ${step}`).toEqual(wanted[step]);
    engine.destroy();
  });

  test("for our own outputs, as many steps as there are sets of them", async () => {
    const { device, engine, input } = await setUp({ outputSets: 6 });
    const wanted = await wantedOf(engine, input, 6);
    const encoder = device.createCommandEncoder();
    const batches = wanted.map((_, step) => engine.encode(encoder, input(step), { step }));
    device.queue.submit([encoder.finish()]);
    for (const [step, batch] of batches.entries()) {
      const { images, labels } = await engine.read(batch);
      expect([images, labels], `step ${step}`).toEqual(wanted[step]);
    }
    engine.destroy();
  });

  test("for 16 encoders that wait together, submitted last to first, with runs in between; and again after them", async () => {
    const { device, engine, input, out, bytesOf } = await setUp();
    const wanted = await wantedOf(engine, input, 32);
    for (const first of [0, 16]) {
      const waiting = Array.from({ length: 16 }, (_, i) => {
        const encoder = device.createCommandEncoder();
        const target = out();
        engine.encode(encoder, input(first + i), { step: first + i, out: target });
        engine.run(input(50), { step: 50 });
        return { step: first + i, encoder, target };
      });
      for (const { encoder } of waiting.toReversed()) device.queue.submit([encoder.finish()]);
      for (const { step, target } of waiting) expect(await bytesOf(target), `step ${step}`).toEqual(wanted[step]);
    }
    engine.destroy();
  });

  test("for two encoders recorded in turn", async () => {
    const { device, engine, input, out, bytesOf } = await setUp();
    const wanted = await wantedOf(engine, input, 8);
    const encoders = [device.createCommandEncoder(), device.createCommandEncoder()];
    const targets = wanted.map((_, step) => {
      const target = out();
      engine.encode(encoders[step % 2]!, input(step), { step, out: target });
      return target;
    });
    device.queue.submit(encoders.map((encoder) => encoder.finish()));
    for (const [step, target] of targets.entries()) expect(await bytesOf(target), `step ${step}`).toEqual(wanted[step]);
    engine.destroy();
  });

  test("for a dataset, and batches that grow from step to step", async () => {
    const { device, engine } = await setUp();
    const { dataset } = await syntheticDataset(device, { count: 300, classes: 9, ...shape });
    const indices = (step: number) => Array.from({ length: 4 << step }, (_, i) => (i * 7 + step) % 300);
    const wanted: unknown[] = [];
    for (let step = 0; step < 6; step++)
      wanted.push((await engine.read(engine.run({ dataset, indices: indices(step) }, { epoch: step }))).images);
    const encoder = device.createCommandEncoder();
    const targets = wanted.map((_, step) => {
      const images = filled(device, (4 << step) * 96, 0);
      engine.encode(encoder, { dataset, indices: indices(step) }, { epoch: step, out: { images } });
      return images;
    });
    device.queue.submit([encoder.finish()]);
    for (const [step, images] of targets.entries())
      expect(new Uint8Array(await readBack(device, images)), `step ${step}`).toEqual(wanted[step]);
    engine.destroy();
  });
});
