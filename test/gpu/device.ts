/**
 * `GPUDevice`s for tests, the same in Chromium and in Dawn on Node. A missing adapter is an error, never a skip; and a
 * validation error that nobody awaited fails the test during which it happened (watch.ts).
 */
import { inject } from "vitest";
import { inBrowser } from "../files.ts";

/** Those of the test file that runs, beside the shared one. */
const devices = new Set<GPUDevice>();
const errors: string[] = [];
let shared: Promise<GPUDevice> | undefined;
let gpu: GPU | undefined;
/**
 * Held for as long as the process: Deno 2.9 ends itself when a device is asked for its `adapterInfo` and the adapter
 * has been garbage-collected.
 */
const adapters: GPUAdapter[] = [];

/**
 * The device that tests share, default limits and no feature, so that what passes here runs anywhere. Don't destroy it.
 * Files that run in one process or page share it too, and with it the pipelines, which take a GPU in software seconds
 * to compile.
 */
export function getDevice(): Promise<GPUDevice> {
  shared ??= makeDevice();
  return shared;
}

/**
 * Another device, for tests of features, of device loss and of two devices. It is destroyed after the file's last test.
 */
export async function newDevice(descriptor: GPUDeviceDescriptor = {}): Promise<GPUDevice> {
  const device = await makeDevice(descriptor);
  devices.add(device);
  return device;
}

export function destroyNewDevices(): void {
  for (const device of devices) device.destroy();
  devices.clear();
}

async function makeDevice(
  descriptor: GPUDeviceDescriptor = {},
  options?: GPURequestAdapterOptions,
): Promise<GPUDevice> {
  const adapter = await getAdapter(options);
  const device = await adapter.requestDevice({ ...descriptor, ...requiredLimits(descriptor, options) });
  refuseEmptyWrites(Object.getPrototypeOf(device.queue) as GPUQueue);
  device.addEventListener("uncapturederror", (event) => {
    event.preventDefault();
    errors.push(`${event.error.constructor.name}: ${event.error.message}`);
  });
  device.lost.then(({ reason, message }) => {
    if (reason !== "destroyed") errors.push(`device lost (${reason}): ${message}`);
  });
  return device;
}

const refusing = new WeakSet<GPUQueue>();

/** `writeBuffer` without a byte ends Deno 2.9, so it is an error everywhere. */
function refuseEmptyWrites(queue: GPUQueue): void {
  if (refusing.has(queue)) return;
  refusing.add(queue);
  const { writeBuffer } = queue;
  queue.writeBuffer = function (this: GPUQueue, ...args: Parameters<GPUQueue["writeBuffer"]>) {
    const [, , data, , size] = args;
    if (data.byteLength === 0 || size === 0) throw new Error("a writeBuffer of no bytes");
    return writeBuffer.apply(this, args);
  } as GPUQueue["writeBuffer"];
}

/** Of an implementation that grants less by itself; who asks for the compatibility level wants no more than it has. */
function requiredLimits(
  { requiredLimits }: GPUDeviceDescriptor,
  options: GPURequestAdapterOptions | undefined,
): GPUDeviceDescriptor {
  const { limits } = inject("adapter");
  return limits && !options ? { requiredLimits: { ...limits, ...requiredLimits } } : {};
}

/**
 * A device of the compatibility feature level with its default limits: uniform blocks of 16 KiB, workgroups of 128. It
 * is destroyed after the file's last test.
 */
export async function newCompatibilityDevice(): Promise<GPUDevice> {
  const device = await makeDevice({}, { featureLevel: "compatibility" });
  devices.add(device);
  return device;
}

/** The adapter, for tests that ask for optional features. */
export async function getAdapter(options?: GPURequestAdapterOptions): Promise<GPUAdapter> {
  // Deno has WebGPU of its own, as a browser has.
  gpu ??= inBrowser || "Deno" in globalThis ? navigator.gpu : await dawn();
  const adapter = await gpu?.requestAdapter(options ?? inject("adapter").options);
  if (!adapter) throw new Error(`no WebGPU adapter in ${inBrowser ? "the browser" : "Dawn on Node"}: ${ADVICE}`);
  adapters.push(adapter);
  return adapter;
}

const ADVICE = inBrowser
  ? "set CHROMIUM_PATH to a newer Chromium, or MIXWELL_GPU=hardware on a machine with a GPU"
  : "no SwiftShader driver lies beside the browser; set VK_ICD_FILENAMES to a Vulkan driver, or MIXWELL_GPU=hardware on a machine with a GPU";

/** Dawn's `GPU`. It dies when it is garbage-collected while a device lives, hence the module-level `gpu`. */
async function dawn(): Promise<GPU> {
  const { create, globals } = await import("webgpu");
  Object.assign(globalThis, globals);
  return create(inject("dawnArgs"));
}

/** Every error that WebGPU reported and nobody awaited, up to now; empties the list. For tests that provoke one. */
export async function takeGpuErrors(): Promise<string[]> {
  for (const device of [await shared, ...devices]) if (device) await settle(device);
  return errors.splice(0);
}

let looks = 0;

/** How often somebody asked whether there were errors. */
export const looksTaken = (): number => looks;

/** Throws if WebGPU reported an error that nobody awaited. Runs by itself after every test. */
export async function expectNoGpuErrors(): Promise<void> {
  looks++;
  const found = await takeGpuErrors();
  if (found.length > 0) throw new Error(`${found.length} uncaptured WebGPU error(s):\n${found.join("\n")}`);
}

/** Waits until the device has reported what it has to say about the work so far. */
async function settle(device: GPUDevice): Promise<void> {
  await device.queue.onSubmittedWorkDone().catch(() => undefined);
  device.pushErrorScope("validation");
  await device.popErrorScope().catch(() => undefined);
  // The events themselves are delivered by a task of their own.
  await new Promise((done) => setTimeout(done, 0));
}
