/** Whether what a caller calls a device is one. */
import { InputError } from "./errors.ts";

/**
 * What is used of a device, and the type of it. Looked at one by one, because a device may come from a copy of WebGPU
 * without globals.
 */
const PARTS = {
  createComputePipeline: "function",
  createBuffer: "function",
  limits: "object",
  queue: "object",
  lost: "object",
} as const;

/** Refuses anything but a device; a promise of one is refused with the question whether an `await` was forgotten. */
export function checkDevice(path: string, value: unknown): void {
  const isDevice =
    typeof value === "object" &&
    value !== null &&
    Object.entries(PARTS).every(
      ([name, type]) => typeof Reflect.get(value, name) === type && Reflect.get(value, name) !== null,
    );
  if (!isDevice) throw new InputError(path, "a GPUDevice", value);
}
