/** Between a `GPUBuffer` and a tensor, without a copy, in both directions. */
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { env, type Rank, type ShapeMap, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { DeviceLostError, found, InputError } from "../../check/errors.ts";
import { isListOf } from "../../check/lists.ts";
import { oneOf } from "../../check/values.ts";
import { assertLiving, isBuffer, lossOf } from "../../gpu/adapter.ts";
import { activeBackend, flushBackend } from "./backend.ts";

/**
 * A tensor over a buffer of yours. The buffer stays yours: TensorFlow.js reads it and never writes or destroys it. Let
 * it live, and its contents stand, as long as you use the tensor.
 *
 * As you may overwrite or destroy the buffer at any time, TensorFlow.js submits every operation at once from the first
 * call on (`WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE` is set to 1): what was computed from the old contents stays right.
 * Batches from a feed need none of this.
 *
 * @param buffer on TensorFlow.js' device, usage STORAGE | COPY_SRC, exactly 4 bytes an element
 * @param shape dimensions; [] is a scalar
 * @param dtype "float32" (default) or "int32"
 * @throws InputError at once for a wrong size, usage or type; and rejects with one for a buffer that is destroyed or on
 * another device, which only the GPU process knows; DeviceLostError if the device is gone
 */
export async function importTensor<R extends Rank = Rank>(
  buffer: GPUBuffer,
  shape: readonly number[],
  dtype: "float32" | "int32" = "float32",
): Promise<Tensor<R>> {
  const { device } = activeBackend("importTensor");
  oneOf("importTensor.dtype", dtype, ["float32", "int32"]);
  if (!isListOf(shape, (side) => Number.isInteger(side) && (side as number) > 0))
    throw new InputError("importTensor.shape", "a list of positive integers", shape);
  checkBuffer(buffer, shape);
  await checkOnGpu(buffer, device);
  env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", 1);
  // The backend may have been replaced while we asked.
  if (activeBackend("importTensor").device !== device)
    throw foreign(found("one of a backend that was replaced meanwhile"));
  return tensor({ buffer, zeroCopy: true }, [...shape] as ShapeMap[R], dtype) as Tensor<R>;
}

function checkBuffer(buffer: GPUBuffer, shape: readonly number[]): void {
  const path = "importTensor.buffer";
  if (!isBuffer(buffer)) throw new InputError(path, "a GPUBuffer", buffer);
  const needed = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
  if ((buffer.usage & needed) !== needed)
    throw new InputError(path, "a buffer with usage STORAGE | COPY_SRC", found(`usage ${buffer.usage}`));
  if (buffer.mapState !== undefined && buffer.mapState !== "unmapped")
    throw new InputError(path, "an unmapped buffer", found(buffer.mapState));
  const bytes = bytesOf(shape);
  // TensorFlow.js takes a larger one, and then `data()` returns all of it.
  if (buffer.size !== bytes)
    throw new InputError(
      path,
      `exactly ${bytes} bytes, 4 for each element of [${shape.join(", ")}]`,
      found(`${buffer.size} bytes`),
    );
}

/**
 * Copies a word of it on the device: WebGPU refuses that for a buffer of another device and for one that was destroyed,
 * while TensorFlow.js would go on with whatever lay in memory.
 */
async function checkOnGpu(buffer: GPUBuffer, device: GPUDevice): Promise<void> {
  // A lost device finds nothing wrong.
  const lost = await lossOf(device);
  if (lost) throw new DeviceLostError(lost.reason, lost.message);
  const probe = device.createBuffer({ label: "mixwell probe", size: 4, usage: GPUBufferUsage.COPY_DST });
  device.pushErrorScope("validation");
  try {
    const encoder = device.createCommandEncoder({ label: "mixwell probe" });
    encoder.copyBufferToBuffer(buffer, 0, probe, 0, 4);
    device.queue.submit([encoder.finish()]);
  } finally {
    probe.destroy();
  }
  const error = await device.popErrorScope();
  if (error) throw foreign(found(`one that it refuses: ${error.message}`));
}

const foreign = (what: unknown) =>
  new InputError("importTensor.buffer", "a living buffer of TensorFlow.js' device", what);

export interface TfjsBuffer {
  /** TensorFlow.js' own: read it as long as the tensor lives, never write or destroy it. */
  buffer: GPUBuffer;
  /** The device it is on. */
  device: GPUDevice;
  /** Bytes of the tensor, from the beginning of the buffer. */
  bytes: number;
  shape: number[];
  /** "float32", "int32" or "bool" (a 32-bit word each). */
  dtype: string;
}

/**
 * The buffer behind a tensor, with everything that writes to it submitted; values that lie on the CPU are uploaded. It
 * holds the tensor's values as long as the tensor lives: work of yours that reads it must be submitted before the
 * tensor is disposed, because then TensorFlow.js writes other tensors there.
 * @throws InputError for a tensor that was disposed, is on another backend, or is no single buffer (complex64, string);
 * and for one that `tf.cast` made float32 of integers, see `holdsItsType`; DeviceLostError once the device is known to
 * be gone
 */
export function bufferOf(tensor: Tensor): TfjsBuffer {
  const path = "bufferOf.tensor";
  const backend = activeBackend("bufferOf");
  if (typeof tensor !== "object" || tensor === null || !("dataId" in tensor))
    throw new InputError(path, "a tensor", tensor);
  if (tensor.isDisposed) throw new InputError(path, "a living tensor", found("one that was disposed"));
  const { shape, dtype } = tensor;
  if (dtype !== "float32" && dtype !== "int32" && dtype !== "bool")
    throw new InputError(path, "float32, int32 or bool", dtype);
  if (!backend.tensorMap.has(tensor.dataId))
    throw new InputError(path, "a tensor on the webgpu backend", found("one on another backend"));
  if (!holdsItsType(backend, tensor)) {
    const expected = "a tensor whose buffer holds its type (`tf.mul(x, 1)` gives one)";
    throw new InputError(path, expected, found("float32 by a `tf.cast`, which leaves integers in the buffer"));
  }
  assertLiving(backend.device);
  backend.uploadToGPU(tensor.dataId);
  flushBackend(backend);
  const buffer = backend.tensorMap.get(tensor.dataId).resource;
  if (!isBuffer(buffer)) throw new InputError(path, "a tensor in a GPUBuffer", buffer);
  return { buffer, device: backend.device, bytes: bytesOf(shape), shape: [...shape], dtype };
}

/**
 * Whether the words in a tensor's buffer are of its type. TensorFlow.js' cast from int32 or bool to float32 gives the
 * tensor another name and leaves the integers where they are; its own kernels know that of the data, and whoever reads
 * the buffer takes them for floats.
 */
export function holdsItsType(backend: WebGPUBackend, { dataId, dtype }: Tensor): boolean {
  return dtype !== "float32" || backend.tensorMap.get(dataId).dtype === "float32";
}

/** Both element types are words. */
export const bytesOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 4);
