/** I8: a lost device rejects what is pending with a named error, and a new engine goes on with the same numbers. */
import { createEngine, cutmix, Dataset, DeviceLostError, type EngineOptions, mixup, oneOf } from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { newDevice } from "./device.ts";
import { rowsById } from "./help.ts";

const OPTIONS: EngineOptions = { seed: 9, policy: oneOf([mixup(), cutmix()]), output: { format: "u8" }, labels: { classes: 3 } };

const load = (device: GPUDevice) =>
  Dataset.fromArrays(device, {
    images: noise(50 * 48),
    shape: [50, 4, 4, 3],
    labels: Uint32Array.from({ length: 50 }, (_, i) => i % 3),
    classes: 3,
  });

const GONE = /^the GPU device was lost \(destroyed\)/;

describe("when the device goes", () => {
  test("a read that is pending is rejected", async () => {
    const device = await newDevice();
    const dataset = await load(device);
    const engine = await createEngine(device, OPTIONS);
    const pending = engine.read(engine.run({ dataset, indices: [1, 2, 3] }));
    device.destroy();
    const error = await pending.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeviceLostError);
    expect((error as DeviceLostError).message).toMatch(GONE);
    expect((error as DeviceLostError).reason).toBe("destroyed");
  });

  test("every later call throws it, and so does the epoch that was under way", async () => {
    const device = await newDevice();
    const dataset = await load(device);
    const engine = await createEngine(device, OPTIONS);
    const epoch = engine.epoch(dataset, { batchSize: 10 })[Symbol.iterator]();
    const first = epoch.next().value!;
    device.destroy();
    await device.lost;
    expect(() => epoch.next()).toThrow(DeviceLostError);
    expect(() => engine.run({ dataset, indices: [1] })).toThrow(DeviceLostError);
    expect(() => engine.encode(device.createCommandEncoder(), { dataset, indices: [1] })).toThrow(DeviceLostError);
    expect(() => engine.epoch(dataset, { batchSize: 10 })).toThrow(DeviceLostError);
    await expect(engine.read(first)).rejects.toThrow(GONE);
    expect(() => engine.destroy()).not.toThrow();
  });

  test("no engine is made on it, and no dataset", async () => {
    const device = await newDevice();
    device.destroy();
    await device.lost;
    await expect(createEngine(device, OPTIONS)).rejects.toThrow(DeviceLostError);
    await expect(load(device)).rejects.toThrow(DeviceLostError);
  });

  test("a new engine on a new device goes on in the middle of the epoch with the same bytes", async () => {
    const options = { epoch: 4, batchSize: 8 };
    const rows = async (device: GPUDevice, start: number, stopBefore: number) => {
      const dataset = await load(device);
      const engine = await createEngine(device, OPTIONS);
      const found: [number, string][] = [];
      let number = start;
      for (const batch of engine.epoch(dataset, { ...options, start })) {
        if (number++ === stopBefore) break;
        found.push(...rowsById(await engine.read(batch), batch.ids));
      }
      return found;
    };
    const whole = await rows(await newDevice(), 0, 7);
    expect(new Set(whole.map(([id]) => id)).size).toBe(50);
    const first = await newDevice();
    const before = await rows(first, 0, 3);
    first.destroy();
    await first.lost;
    const after = await rows(await newDevice(), 3, 7);
    expect([...before, ...after]).toEqual(whole);
  });
});
