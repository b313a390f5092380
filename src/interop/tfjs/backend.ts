/** One `GPUDevice` for TensorFlow.js and the engine: theirs, or the caller's. */

import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { engine, getBackend, ready, registerBackend, removeBackend, setBackend } from "@tensorflow/tfjs-core";
import { checkDevice } from "../../check/device.ts";
import { DeviceLostError, found, InputError, NoWebGpuError } from "../../check/errors.ts";
import { knownLoss, lossOf } from "../../gpu/adapter.ts";

/** The name under which TensorFlow.js keeps the WebGPU kernels; a backend of any other name would have none. */
const NAME = "webgpu";

/** Above the other backends, as TensorFlow.js registers its own. */
const PRIORITY = 3;

/** Two callers at the same time must not both replace the backend. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

/**
 * Lets TensorFlow.js compute on a device of yours: replaces its `webgpu` backend and makes it the active one. Calling
 * it again with the same device only makes it active. TensorFlow.js never destroys the device. When a device was lost,
 * share another: tensors of the old one are gone, models have to be made again.
 * @throws InputError when tensors live on another WebGPU device that works, as they would be lost; NoWebGpuError
 * without `navigator.gpu`; DeviceLostError if the device is gone
 */
export function shareDevice(device: GPUDevice): Promise<void> {
  return inTurn(async () => {
    checkDevice("shareDevice.device", device);
    const lost = await lossOf(device);
    if (lost) throw new DeviceLostError(lost.reason, lost.message);
    if (typeof navigator === "undefined" || !navigator.gpu)
      throw new NoWebGpuError(
        "TensorFlow.js looks for `navigator.gpu`, which is not here (on Node: createNodeDevice of mixwell/node)",
      );
    // Somebody may have asked for the backend and not awaited it.
    if (getBackend() === NAME) await ready();
    const before = webGpuBackend();
    if (before?.device !== device) await replaceBackend(before, device);
    await setBackend(NAME);
  });
}

async function replaceBackend(before: WebGPUBackend | undefined, device: GPUDevice): Promise<void> {
  // What lived on a lost device is lost already.
  const living = before && !(await lossOf(before.device)) ? before.numDataIds() : 0;
  if (living > 0) {
    const expected =
      "the device that TensorFlow.js already computes on (share yours before the first tensor, or take `tfjsDevice()`)";
    throw new InputError(
      "shareDevice.device",
      expected,
      found(`another one, with ${living} living tensor${living === 1 ? "" : "s"}`),
    );
  }
  // A name that is taken is refused.
  if (engine().findBackendFactory(NAME)) removeBackend(NAME);
  registerBackend(NAME, () => new WebGPUBackend(device, device.adapterInfo), PRIORITY);
}

/**
 * The device that TensorFlow.js computes on, for `createEngine`. Starts its WebGPU backend if need be and makes it the
 * active one.
 * @throws NoWebGpuError when it finds no adapter; DeviceLostError once its device is gone
 */
export function tfjsDevice(): Promise<GPUDevice> {
  return inTurn(async () => {
    // Where there is no WebGPU, TensorFlow.js registers no such backend, and to ask for it would be an error of its
    // own.
    const isReady = engine().findBackendFactory(NAME) && (await setBackend(NAME));
    const device = isReady ? webGpuBackend()?.device : undefined;
    if (!device)
      throw new NoWebGpuError("TensorFlow.js found no WebGPU adapter here: is `navigator.gpu` there, and a driver?");
    const lost = await lossOf(device);
    if (lost)
      throw new DeviceLostError(lost.reason, "TensorFlow.js makes no second one; give it one of yours, by shareDevice");
    return device;
  });
}

/**
 * Submits what TensorFlow.js has recorded and not yet submitted (it collects up to 15 operations). Does nothing while
 * its WebGPU backend is not there. The adapters call it where it is needed.
 */
export function flush(): void {
  const backend = webGpuBackend();
  if (backend) flushBackend(backend);
}

/**
 * Nothing where the device is gone. In this order: submitting with an open pass is an error, and so is submitting
 * without an encoder.
 */
export function flushBackend(backend: WebGPUBackend): void {
  if (knownLoss(backend.device)) return;
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
}

/**
 * The active backend. @throws InputError unless it is the WebGPU one
 * @param path whose error it would be
 */
export function activeBackend(path: string): WebGPUBackend {
  const backend = webGpuBackend();
  if (backend && getBackend() === NAME) return backend;
  const expected = "TensorFlow.js on its webgpu backend (await shareDevice(device) or tfjsDevice() first)";
  throw new InputError(path, expected, found(getBackend() ? `backend "${getBackend()}"` : "no backend yet"));
}

/**
 * The WebGPU backend if it was started. TensorFlow.js keeps one registry per page, even where two copies of its code
 * were loaded, so this is told by its shape and not by its class. Asking the registry, and not `backend()`, starts
 * nothing.
 */
function webGpuBackend(): WebGPUBackend | undefined {
  const backend = engine().registry[NAME] as WebGPUBackend | undefined;
  return backend && "device" in backend && "tensorMap" in backend ? backend : undefined;
}
