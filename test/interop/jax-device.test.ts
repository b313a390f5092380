/**
 * One device for jax-js and the engine. jax starts once a page, so these tests come in order: what fails before, what
 * shares, what comes after.
 */
import { defaultDevice, getWebGPUDevice, numpy as np } from "@jax-js/jax";
import { createEngine, DeviceLostError, InputError, MixwellError } from "mixwell";
import { createFeed, jaxDevice, shareDevice } from "mixwell/jax";
import { expect, test, vi } from "vitest";
import { getDevice, newDevice } from "../gpu/device.ts";

const POLICY = { policy: [] };

/** What `shareDevice` must leave as it was. */
const requestAdapter = navigator.gpu.requestAdapter;

/** The browser's own method, and nothing of ours on the object. */
function expectRestored(): void {
  expect(navigator.gpu.requestAdapter).toBe(requestAdapter);
  expect(Object.hasOwn(navigator.gpu, "requestAdapter")).toBe(false);
}

test("a feed needs jax to have a device", async () => {
  const engine = await createEngine(await getDevice(), POLICY);
  expect(() => createFeed(engine)).toThrow(MixwellError);
  expect(() => createFeed(engine)).toThrow("await jaxDevice() or shareDevice(device) first");
  engine.destroy();
});

test("what is no device, or is lost, is refused, and the browser's method is never touched", async () => {
  await expect(shareDevice({} as GPUDevice)).rejects.toThrow("shareDevice.device: expected a GPUDevice, found Object");
  const lost = await newDevice();
  lost.destroy();
  await lost.lost;
  await expect(shareDevice(lost)).rejects.toThrow(DeviceLostError);
  expectRestored();
});

test("a device that jax cannot start on gives an error, and the browser's method is back", async () => {
  const { features, limits, adapterInfo } = await getDevice();
  const broken = {
    features,
    limits,
    adapterInfo,
    lost: new Promise(() => undefined),
    createComputePipeline() {},
    queue: {},
    createBuffer() {
      throw new Error("broken on purpose");
    },
  };
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await expect(shareDevice(broken as unknown as GPUDevice)).rejects.toThrow("jax-js could not start on this device");
  expect(String(said.mock.calls[0])).toContain("broken on purpose");
  said.mockRestore();
  expectRestored();
});

test("jax takes the device; whoever asks the browser meanwhile gets the browser's adapter", async () => {
  const device = await getDevice();
  const asked: Promise<GPUAdapter | null>[] = [];
  const define = vi.spyOn(Object, "defineProperty");
  const sharing = [shareDevice(device), shareDevice(device)];
  // Asked in every turn of the event loop that the sharing takes.
  let isShared = false;
  const done = Promise.all(sharing).then(() => {
    isShared = true;
  });
  while (!isShared) {
    asked.push(navigator.gpu.requestAdapter());
    await Promise.race([done, Promise.resolve()]);
    if (asked.length > 500) await new Promise((next) => setTimeout(next));
  }
  // Twice would be two backends of jax's, and the arrays of one are unknown to the other.
  expect(
    define.mock.calls.filter(([object, name]) => object === navigator.gpu && name === "requestAdapter"),
  ).toHaveLength(1);
  define.mockRestore();
  for (const adapter of await Promise.all(asked)) expect(adapter).toBeInstanceOf(GPUAdapter);
  expect(getWebGPUDevice()).toBe(device);
  expect(defaultDevice()).toBe("webgpu");
  expectRestored();
  expect(await np.array([1, 2, 3]).add(1).data()).toEqual(Float32Array.of(2, 3, 4));
});

test("sharing it again does nothing; another one is refused, and jax keeps its own", async () => {
  const device = await getDevice();
  await shareDevice(device);
  expect(await jaxDevice()).toBe(device);
  const refused = shareDevice(await newDevice());
  await expect(refused).rejects.toThrow(InputError);
  await expect(refused).rejects.toThrow("shareDevice.device: expected the device that jax-js already computes on");
  expect(getWebGPUDevice()).toBe(device);
  expectRestored();
});

test("an engine on another device cannot feed jax", async () => {
  const engine = await createEngine(await newDevice(), POLICY);
  expect(() => createFeed(engine)).toThrow(InputError);
  expect(() => createFeed(engine)).toThrow("createFeed.engine: expected an engine on jax's device");
  expect(() => createFeed(engine)).toThrow("found one on another device");
  engine.destroy();
});

test("formats that jax has no type for are refused before anything is made", async () => {
  const device = await getDevice();
  const bytes = await createEngine(device, { ...POLICY, output: { format: "u8" } });
  expect(() => createFeed(bytes)).toThrow('output.format: expected "f32" or "f16": jax has no 8-bit type, found "u8"');
  // The tests' device has no optional feature.
  const halves = await createEngine(device, { ...POLICY, output: { format: "f16" } });
  expect(() => createFeed(halves)).toThrow('expected "f32", as this device has no shader-f16, found "f16"');
  expect(() => createFeed(undefined as never)).toThrow("createFeed.engine: expected an engine, found undefined");
  for (const engine of [bytes, halves]) engine.destroy();
});

// The file's last: there is no way back, and its page is its own.
test("once jax's device is lost, it is said that there will be no other", async () => {
  const device = await getDevice();
  await shareDevice(device);
  device.destroy();
  await device.lost;
  const other = await newDevice();
  const words = "jax-js starts once and has no other; in a browser, reload the page";
  await expect(jaxDevice()).rejects.toThrow(DeviceLostError);
  await expect(jaxDevice()).rejects.toThrow(words);
  await expect(shareDevice(other)).rejects.toThrow(DeviceLostError);
  await expect(shareDevice(other)).rejects.toThrow(words);
  await expect(shareDevice(device)).rejects.toThrow(DeviceLostError);
});
