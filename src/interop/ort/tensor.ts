/**
 * Tensors over GPU buffers, checked: ONNX Runtime itself reads and writes past the end of a buffer that is too small.
 */

import { Tensor } from "onnxruntime-web/webgpu";
import { found, InputError } from "../../check/errors.ts";
import { isListOf } from "../../check/lists.ts";
import { oneOf } from "../../check/values.ts";
import { type Batch, checkBatch, isBuffer, type OutType } from "../../gpu/adapter.ts";

type DataType = Tensor.GpuBufferDataTypes;

/** Bytes of an element in GPU memory. */
export const BYTES: { [type in DataType]: number } = {
  float32: 4,
  float16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint8: 1,
  bool: 1,
};

/** ONNX Runtime's names for what the engine writes. */
export const DATA_TYPES = { f32: "float32", f16: "float16", u8: "uint8", u32: "uint32" } as const satisfies Record<
  OutType,
  DataType
>;

/**
 * A tensor over a buffer of yours, as input or as the place for an output. It stays yours: `dispose()` leaves it alive,
 * and `getData()` cannot read it.
 * @param shape dimensions; at least their product × the type's bytes, rounded up to 4, must be there
 * @param dtype float32 (default), float16, int32, uint32, int64, uint8 or bool
 * @throws InputError for a buffer that is too small, is mapped or lacks STORAGE, and for other shapes and types
 */
export function importTensor(buffer: GPUBuffer, shape: readonly number[], dtype: DataType = "float32"): Tensor {
  oneOf("importTensor.dtype", dtype, Object.keys(BYTES));
  if (!isListOf(shape, (side) => Number.isInteger(side) && (side as number) > 0))
    throw new InputError("importTensor.shape", "a list of positive integers", shape);
  if (!isBuffer(buffer)) throw new InputError("importTensor.buffer", "a GPUBuffer", buffer);
  if ((buffer.usage & GPUBufferUsage.STORAGE) === 0)
    throw new InputError("importTensor.buffer", "a buffer with usage STORAGE", found(`usage ${buffer.usage}`));
  if (buffer.mapState !== undefined && buffer.mapState !== "unmapped")
    throw new InputError("importTensor.buffer", "an unmapped buffer", found(buffer.mapState));
  const bytes = Math.ceil((product(shape) * BYTES[dtype]) / 4) * 4;
  if (buffer.size < bytes)
    throw new InputError(
      "importTensor.buffer",
      `at least ${bytes} bytes for ${dtype} [${shape.join(", ")}]`,
      found(`${buffer.size} bytes`),
    );
  return Tensor.fromGpuBuffer(buffer, { dataType: dtype, dims: [...shape] });
}

/**
 * A batch's pictures as a tensor, without a copy: type and dimensions are the batch's. It is valid as long as the
 * batch, which is until the engine's next run but one. `run` of a session reads it some time before its promise
 * resolves: await that before the engine runs again, or the session may read a later batch, without an error. A feed
 * (`createFeed`) takes care of it.
 */
export function toTensor(batch: Batch): Tensor {
  checkBatch("toTensor.batch", batch);
  return importTensor(batch.images, batch.shape, DATA_TYPES[batch.format]);
}

export interface OrtBuffer {
  buffer: GPUBuffer;
  /** Bytes of the tensor; ONNX Runtime's own buffers may be larger. */
  bytes: number;
  shape: number[];
  dtype: DataType;
}

/**
 * The buffer behind a tensor that lies on the GPU (`preferredOutputLocation: "gpu-buffer"`, or one that was imported).
 * One that ONNX Runtime made holds its values until `tensor.dispose()`.
 * @throws InputError for a tensor in host memory
 */
export function bufferOf(tensor: Tensor): OrtBuffer {
  if (!(tensor instanceof Tensor))
    throw new InputError("bufferOf.tensor", 'a Tensor of "onnxruntime-web/webgpu"', tensor);
  if (tensor.location !== "gpu-buffer") {
    const expected = 'a tensor on the GPU (session option preferredOutputLocation: "gpu-buffer")';
    throw new InputError("bufferOf.tensor", expected, found(`one in location ${tensor.location}`));
  }
  const dtype = tensor.type as DataType;
  return { buffer: tensor.gpuBuffer as GPUBuffer, bytes: tensor.size * BYTES[dtype], shape: [...tensor.dims], dtype };
}

export const product = (shape: readonly number[]): number => shape.reduce((total, side) => total * side, 1);
