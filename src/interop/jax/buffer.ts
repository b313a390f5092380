/** From a jax array to its `GPUBuffer`. */
import { getWebGPUDevice, type Array as JaxArray } from "@jax-js/jax";
import { found, InputError } from "../../check/errors.ts";
import { assertLiving } from "../../gpu/adapter.ts";

export interface JaxBuffer {
  /** jax's own: read it as long as the array lives, never write or destroy it. */
  buffer: GPUBuffer;
  device: GPUDevice;
  /** The array's bytes; the buffer may be up to 3 larger. */
  bytes: number;
  shape: number[];
  /** jax's name of the element type: `float32`, `uint32`, `float16`, … */
  dtype: string;
}

const BYTES: Record<string, number> = { float32: 4, int32: 4, uint32: 4, bool: 4, float16: 2 };

/**
 * The buffer behind an array, with everything jax still has to write into it submitted. The array is not consumed: it
 * stays the caller's, and the buffer holds its values until the array is consumed or disposed. A view (a transpose, a
 * slice) gets a contiguous buffer of its own.
 * @throws InputError for an array that is not on the WebGPU backend, and for one that was consumed already;
 * DeviceLostError once the device is known to be gone
 */
export function bufferOf(array: JaxArray): JaxBuffer {
  if (typeof array?.gpuBufferSync !== "function") throw new InputError("bufferOf.array", "a jax array", array);
  if (array.refCount <= 0)
    throw new InputError(
      "bufferOf.array",
      "a living array (use `.ref` to keep one that an operation takes)",
      found("one already consumed"),
    );
  if (array.device !== "webgpu")
    throw new InputError(
      "bufferOf.array",
      "an array on jax's webgpu backend (`await jax.devicePut(array, 'webgpu')`)",
      found(array.device),
    );
  const device = getWebGPUDevice();
  assertLiving(device);
  const { shape, dtype, size } = array;
  const bytes = size * (BYTES[dtype] ?? 4);
  // Without `.ref` this call would consume the array, and the buffer would go back to jax's pool for the next
  // allocation.
  return { buffer: array.ref.gpuBufferSync(), device, bytes, shape: [...shape], dtype };
}
