/** I8: a lost device rejects what is pending with a named error, and a new engine goes on with the same numbers. */
import {
  type Batch,
  createEngine,
  createOps,
  cutmix,
  Dataset,
  DeviceLostError,
  type EngineOptions,
  mixup,
  oneOf,
  readBatch,
} from "mixwell";
import { describe, expect, test, vi } from "vitest";
import { noise } from "../random.ts";
import { newDevice, takeGpuErrors } from "./device.ts";
import { expectLost, rowsById, upload } from "./help.ts";

const OPTIONS: EngineOptions = {
  seed: 9,
  policy: oneOf([mixup(), cutmix()]),
  output: { format: "u8" },
  labels: { classes: 3 },
};

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

  // A promise that stays open keeps all that waits for it: an engine or a read that waited for `lost` would never go.
  test("a device that lives on has one listener, however many engines and reads there were", async () => {
    const device = await newDevice();
    const { lost } = device;
    Object.defineProperty(device, "lost", { value: lost });
    const listen = vi.spyOn(lost, "then");
    const dataset = await load(device);
    for (let made = 0; made < 3; made++) {
      const engine = await createEngine(device, OPTIONS);
      for (let read = 0; read < 3; read++) await engine.read(engine.run({ dataset, indices: [read] }));
      engine.destroy();
    }
    dataset.destroy();
    expect(listen).toHaveBeenCalledTimes(1);
    // What the count would find.
    await Promise.race([lost, undefined]);
    expect(listen).toHaveBeenCalledTimes(2);
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

/** The names of all calls on the device, its queue and these encoders from now on. */
function callsOf(device: GPUDevice, ...encoders: GPUCommandEncoder[]): string[] {
  const calls: string[] = [];
  const names = (object: object): string[] => {
    const prototype = Object.getPrototypeOf(object) as object | null;
    return [
      ...Object.getOwnPropertyNames(object),
      ...(prototype && prototype !== Object.prototype ? names(prototype) : []),
    ];
  };
  for (const object of [device, device.queue, ...encoders] as object[]) {
    for (const name of new Set(names(object))) {
      // Those that are looked at and not called, `lost` among them, stay.
      if (name === "constructor" || !/^[a-z]/.test(name) || /EventListener$|^dispatchEvent$/.test(name)) continue;
      const real = Reflect.get(object, name) as unknown;
      if (typeof real !== "function") continue;
      const value = (...args: unknown[]) => {
        calls.push(name);
        return Reflect.apply(real, object, args) as unknown;
      };
      Object.defineProperty(object, name, { value, configurable: true });
    }
  }
  // The queue may be a new wrapper at every look, so the one that is watched takes its place.
  Object.defineProperty(device, "queue", { value: device.queue, configurable: true });
  return calls;
}

describe("on a device that is gone no call is made any more, since a browser may report it", () => {
  const picture = { height: 4, width: 4, channels: 3 };
  const arrays = {
    images: noise(50 * 48),
    shape: [50, 4, 4, 3] as [number, number, number, number],
    labels: new Uint32Array(50),
    classes: 3,
  };

  /** Everything made while the device lived, and what each public function does with it afterwards. */
  async function setUp() {
    const device = await newDevice();
    const images = upload(device, noise(4 * 48));
    const dataset = await load(device);
    const engine = await createEngine(device, OPTIONS);
    const functions = createOps(device);
    const input = { images, size: 4, ...picture };
    const labels = new Uint32Array(4);
    const batch: Batch = engine.run({ ...input, labels }, { step: 0 });
    const walk = engine.epoch(dataset, { batchSize: 10 })[Symbol.iterator]();
    walk.next();
    const unbegun = engine.epoch(dataset, { batchSize: 10 });
    const encoder = device.createCommandEncoder();
    engine.encode(encoder, { ...input, labels }, { step: 1 });
    const uses: Record<string, () => unknown> = {
      "engine.run with a batch": () => engine.run({ ...input, labels }, { step: 2 }),
      "engine.run with a dataset": () => engine.run({ dataset, indices: [1, 2] }),
      "engine.encode": () => engine.encode(encoder, { dataset, indices: [1, 2] }),
      "engine.epoch": () => engine.epoch(dataset, { batchSize: 10 }),
      "an epoch under way": () => walk.next(),
      "an epoch not yet begun": () => unbegun[Symbol.iterator]().next(),
      "engine.read": () => engine.read(batch),
      readBatch: () => readBatch(device, batch),
      "an op": () => functions.invert(input),
      "several ops": () => functions.apply(batch, [{ op: "flipX" }, { op: "invert" }]),
      createEngine: () => createEngine(device, OPTIONS),
      "an op of new functions": () => createOps(device).invert(input),
      "Dataset.fromArrays": () => Dataset.fromArrays(device, arrays),
      "Dataset.fromBuffer": () => Dataset.fromBuffer(device, { images, count: 4, ...picture, labels }),
    };
    const ends = [() => engine.destroy(), () => dataset.destroy(), () => functions.destroy()];
    return { device, encoder, uses, ends };
  }

  test("by any public function, each of which throws DeviceLostError", async () => {
    const { device, encoder, uses, ends } = await setUp();
    device.destroy();
    await device.lost;
    const calls = callsOf(device, encoder);
    for (const [name, use] of Object.entries(uses)) {
      const error = await (async () => use())().catch((reason: unknown) => reason);
      expect(error, name).toBeInstanceOf(DeviceLostError);
      expect(calls, name).toEqual([]);
    }
    for (const end of ends) end();
    expect(calls).toEqual([]);
  });

  test("while it lives the same functions make calls, so the watch sees them", async () => {
    const { device, encoder, uses } = await setUp();
    const calls = callsOf(device, encoder);
    const silent: string[] = [];
    for (const [name, use] of Object.entries(uses)) {
      calls.length = 0;
      await use();
      if (calls.length === 0) silent.push(name);
    }
    // These make nothing before they are asked for a batch.
    expect(silent).toEqual(["engine.epoch", "createEngine"]);
  });

  test("nor by a dataset whose device goes while it is uploaded", async () => {
    const device = await newDevice();
    const loading = Dataset.fromArrays(device, { images: new Uint8Array(12 * 2 ** 20), shape: [3, 2048, 2048, 1] });
    device.destroy();
    const use = async (dataset: Dataset) => (await createEngine(device, OPTIONS)).run({ dataset, indices: [0] });
    const refusing = expectLost(device, loading, use);
    await device.lost;
    const calls = callsOf(device);
    const wasLate = await refusing;
    expect(calls).toEqual([]);
    if (wasLate) await takeGpuErrors();
  });
});
