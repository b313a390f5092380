/** What an engine's kernels are made to be fast on. */
import { oneOf } from "../check/values.ts";
import type { Tuning } from "../lower/lowering.ts";

/** Throws an InputError unless it is a tuning. */
export const checkTuning = (path: string, tuning: unknown): void =>
  oneOf(path, tuning, ["auto", "hardware", "software"]);

/** What it comes down to on a device. One that does not say what adapter it has is taken for hardware. */
export function tuningOn(device: GPUDevice, tuning: "auto" | Tuning): Tuning {
  if (tuning !== "auto") return tuning;
  return device.adapterInfo?.isFallbackAdapter ? "software" : "hardware";
}
