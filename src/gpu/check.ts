/** Checks that several calls share: each throws an InputError with the path it is given. */
import { found, InputError } from "../check/errors.ts";

/** Checks a buffer that a kernel reads or writes, and returns how many bytes of it to bind. */
export function storage(path: string, buffer: GPUBuffer, bytes: number, device: GPUDevice): number {
  if (!isBuffer(buffer)) throw new InputError(path, "a GPUBuffer", buffer);
  if ((buffer.usage & GPUBufferUsage.STORAGE) === 0)
    throw new InputError(path, "a buffer with usage STORAGE", found(`usage ${buffer.usage}`));
  if (buffer.mapState !== undefined && buffer.mapState !== "unmapped")
    throw new InputError(path, "an unmapped buffer", found(buffer.mapState));
  const whole = Math.ceil(bytes / 4) * 4;
  if (buffer.size < whole)
    throw new InputError(
      path,
      `at least ${whole} bytes${whole === bytes ? "" : ` (${bytes}, rounded up to whole words)`}`,
      found(`${buffer.size} bytes`),
    );
  const limit = device.limits.maxStorageBufferBindingSize;
  if (whole > limit)
    throw new InputError(
      path,
      `at most ${limit} bytes, this device's maxStorageBufferBindingSize`,
      found(`${whole} bytes`),
    );
  return whole;
}

export function isBuffer(value: unknown): value is GPUBuffer {
  return typeof GPUBuffer !== "undefined" && value instanceof GPUBuffer;
}
