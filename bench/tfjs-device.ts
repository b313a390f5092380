/** TensorFlow.js on our device. */
import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";

/** Makes tf run on this device. Its own backend was registered on import where `navigator.gpu` is; the name keeps the kernels. */
export async function useDevice(device: GPUDevice): Promise<WebGPUBackend> {
  if (tf.findBackendFactory("webgpu")) tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", () => new WebGPUBackend(device, device.adapterInfo), 3);
  await tf.setBackend("webgpu");
  await tf.ready();
  return tf.backend() as WebGPUBackend;
}

/** Submits what tf has recorded: it collects up to 15 dispatches before it does so by itself. */
export function flush(backend: WebGPUBackend): void {
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
}
