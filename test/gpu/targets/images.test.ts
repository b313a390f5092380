/** Further pictures of a sample: the same way, with colours or without. */
import { createEngine, cutmix, imageTarget, mixup, ops, randomErasing, randomResizedCrop } from "mixwell";
import { expect, test } from "vitest";
import { POLICIES, SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { readBack } from "../help.ts";
import { batchOf, COUNT, datasetWith, PIXELS, pictures } from "./sets.ts";

test.each(Object.entries(POLICIES))("a pair of equal pictures stays one: %s", async (_, policy) => {
  const device = await getDevice();
  const dataset = await datasetWith(device, { pair: { kind: "image", data: pictures(), channels: 3 } });
  const options = { policy, seed: 9, output: { format: "u8" }, warm: false } as const;
  const engine = await createEngine(device, { ...options, targets: { pair: imageTarget({ color: true }) } });
  const { host, batch } = await batchOf(engine, dataset);
  expect(host.targets!.pair).toEqual(host.images);
  expect(batch.targets!.pair).toMatchObject({ kind: "image", format: "u8", valueRange: [0, 255] });
  engine.destroy();
  dataset.destroy();
});

test("depths keep their values: no average, no noise, their own fill (trap G2)", async () => {
  const device = await getDevice();
  const metres = Float32Array.from({ length: COUNT * PIXELS }, (_, i) => 2 + ((i * 7) % 32));
  const depth = { kind: "image", data: metres, valueRange: [0, 64] } as const;
  const dataset = await datasetWith(device, { depth, half: depth });
  const policy = [
    randomResizedCrop({ height: 20, width: 30, scale: [0.4, 1] }),
    ops.rotate({ degrees: [-40, 40] }),
    ops.gaussianNoise({ std: 60 }),
    randomErasing({ area: [0.2, 0.4] }),
    cutmix(),
  ];
  const targets = {
    depth: imageTarget({ fill: [1] }),
    half: imageTarget({ fill: [1], output: { format: "f16", layout: "nchw", valueRange: [0, 1] } }),
  };
  const engine = await createEngine(device, { policy, seed: 2, targets, warm: false });
  const { host, batch } = await batchOf(engine, dataset);
  const values = host.targets!.depth as Float32Array;
  const off = values.map((value) => Math.abs(value - Math.round(value)));
  // Levels are f32 shares of the range: two roundings of 64 × 2^-24 each.
  expect(Math.max(...off)).toBeLessThan(2e-5);
  const whole = new Set(Array.from(values, Math.round));
  expect([...whole].filter((value) => value !== 1 && (value < 2 || value > 33))).toEqual([]);
  expect(whole.has(1)).toBe(true);
  expect(whole.size).toBeGreaterThan(20);
  expect(batch.targets!.half).toMatchObject({ shape: [4, 1, 20, 30], format: "f16", valueRange: [0, 1] });
  expect(host.targets!.half).toBeInstanceOf(Uint16Array);
  engine.destroy();
  dataset.destroy();
});

test("a second eye is blended as the first, and read as it", async () => {
  const device = await getDevice();
  const dataset = await datasetWith(device, { eye: { kind: "image", data: pictures(), channels: 3 } });
  const policy = [ops.rotate({ degrees: [-30, 30], interpolation: "bilinear" }), mixup()];
  const eye = imageTarget({ interpolation: "same", output: { format: "f32", valueRange: [0, 1] } });
  const engine = await createEngine(device, { policy, targets: { eye }, warm: false });
  const { host, batch } = await batchOf(engine, dataset);
  expect(host.targets!.eye).toEqual(host.images);
  const { buffer, shape } = batch.targets!.eye as { buffer: GPUBuffer; shape: number[] };
  expect(shape).toEqual([4, SIZE.height, SIZE.width, 3]);
  expect(new Float32Array(await readBack(device, buffer))).toEqual(host.images);
  engine.destroy();
  dataset.destroy();
});
