/** One `GPUDevice` for jax-js and the engine: jax's, or the caller's. */

import { defaultDevice, getWebGPUDevice, init } from "@jax-js/jax";
import { checkDevice } from "../../check/device.ts";
import { DeviceLostError, found, InputError, MixwellError, NoWebGpuError } from "../../check/errors.ts";
import { lossOf } from "../../gpu/adapter.ts";

const ONCE = "jax-js starts once and has no other; in a browser, reload the page";

/**
 * jax must not be asked twice at the same time: it would make two backends, and arrays of one are unknown to the other.
 */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

/**
 * The device that jax-js computes on, for `createEngine`. Starts jax's WebGPU backend if need be and makes it jax's
 * default.
 * @throws NoWebGpuError when jax finds no adapter; DeviceLostError once its device is gone
 */
export function jaxDevice(): Promise<GPUDevice> {
  return inTurn(async () => {
    await init("webgpu");
    const device = deviceOfJax();
    if (!device)
      throw new NoWebGpuError("jax-js found no WebGPU adapter here: is `navigator.gpu` there, and a driver?");
    const lost = await lossOf(device);
    if (lost) throw new DeviceLostError(lost.reason, ONCE);
    defaultDevice("webgpu");
    return device;
  });
}

/**
 * Lets jax-js compute on a device of yours, and makes WebGPU jax's default. Call it before anything else starts jax's
 * WebGPU backend; calling it again with the same device does nothing. jax never destroys the device.
 * @throws InputError when jax already computes on another device; NoWebGpuError without `navigator.gpu`;
 * DeviceLostError when this device is gone, or the one that jax has, as it takes no second
 */
export function shareDevice(device: GPUDevice): Promise<void> {
  return inTurn(async () => {
    checkDevice("shareDevice.device", device);
    const lost = await lossOf(device);
    if (lost) throw new DeviceLostError(lost.reason, lost.message);
    if (!deviceOfJax()) await initOn(device);
    const taken = deviceOfJax();
    if (!taken)
      throw new MixwellError("shareDevice: jax-js could not start on this device; it said why on the console");
    if (taken !== device) {
      const loss = await lossOf(taken);
      if (loss) throw new DeviceLostError(loss.reason, `it was jax-js' own: ${ONCE}`);
      const expected =
        "the device that jax-js already computes on (share yours before anything calls jax's `init`, or take `jaxDevice()`)";
      throw new InputError("shareDevice.device", expected, found("another one"));
    }
    defaultDevice("webgpu");
  });
}

/** The device of jax's WebGPU backend, or undefined before there is one. */
export function deviceOfJax(): GPUDevice | undefined {
  try {
    return getWebGPUDevice();
  } catch {
    return undefined;
  }
}

/**
 * jax takes no device, it asks the browser for an adapter. So for the length of one question the browser's answer is an
 * adapter that hands out the given device; jax asks before `init` returns, hence nobody else can meet it.
 */
async function initOn(device: GPUDevice): Promise<void> {
  const gpu = typeof navigator === "undefined" ? undefined : navigator.gpu;
  if (!gpu) throw new NoWebGpuError("jax-js needs `navigator.gpu`, and it is not there (in Node: see mixwell/node)");
  const own = Object.getOwnPropertyDescriptor(gpu, "requestAdapter");
  let isWrapped = true;
  const restore = () => {
    if (!isWrapped) return;
    isWrapped = false;
    if (own) Object.defineProperty(gpu, "requestAdapter", own);
    else delete (gpu as Partial<GPU>).requestAdapter;
  };
  const { features, limits, adapterInfo: info } = device;
  const requestAdapter = async () => {
    restore();
    return { features, limits, info, requestDevice: async () => device };
  };
  Object.defineProperty(gpu, "requestAdapter", { value: requestAdapter, configurable: true, writable: true });
  try {
    await init("webgpu");
  } finally {
    restore();
  }
}
