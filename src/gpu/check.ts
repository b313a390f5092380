/** Checks that several calls share: each throws an InputError with the path it is given. */
import { found, InputError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";

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
    throw new InputError(path, `at most ${limit} bytes, this device's maxStorageBufferBindingSize`, found(`${whole} bytes`));
  return whole;
}

export function isBuffer(value: unknown): value is GPUBuffer {
  return typeof GPUBuffer !== "undefined" && value instanceof GPUBuffer;
}

export function positive(path: string, value: unknown, max = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > max) {
    throw new InputError(path, max === Number.MAX_SAFE_INTEGER ? "a positive integer" : `an integer in 1..${max}`, value);
  }
}

export function oneOf(path: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string)) throw new InputError(path, allowed.map((name) => JSON.stringify(name)).join(" or "), value);
}

export function range(path: string, value: unknown): void {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isFinite) || !(value[0] < value[1])) {
    throw new InputError(path, "[low, high], two finite numbers, low < high", value);
  }
}

/** Refuses anything but an object with these keys: a misspelt option must not silently mean its default. */
export function knownKeys(path: string, value: unknown, known: readonly string[]): void {
  if (typeof value !== "object" || value === null) throw new InputError(path, `{ ${known.join(", ")} }`, value);
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearestName(key, known);
    throw new InputError(path, `only ${known.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, key);
  }
}
