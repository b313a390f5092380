/**
 * Every error Mixwell throws. All of them say three things: where (`policy[1].cutmix.alpha`),
 * what was expected, and what was found. They are thrown before anything is uploaded.
 */

/** The base class, so that one `catch` can tell our errors from everybody else's. */
export class MixwellError extends Error {
  override name = "MixwellError";
}

/** An argument that cannot mean anything: the path to it, what it should be, and what it was. */
export class ArgumentError extends MixwellError {
  override name = "ArgumentError";
  constructor(
    readonly path: string,
    readonly expected: string,
    readonly found: unknown,
  ) {
    super(`${path}: expected ${expected}, found ${show(found)}`);
  }
}

/** A policy that cannot be drawn from (`policy[1].cutmix.alpha: …`). */
export class PolicyError extends ArgumentError {
  override name = "PolicyError";
}

/** A plan that contradicts itself or the batch it is applied to (`plan.stages[0].rows[3].lambda: …`). */
export class PlanError extends ArgumentError {
  override name = "PlanError";
}

/** A call whose buffers, shapes or options do not fit (`run.images: …`). */
export class InputError extends ArgumentError {
  override name = "InputError";
}

/** A file or array that is not what it was said to be (`train-images-idx3-ubyte.gz: …`). */
export class SourceError extends ArgumentError {
  override name = "SourceError";
}

/** The GPU refused something we made: a shader, a pipeline, an allocation. Carries the compiler's words. */
export class GpuError extends MixwellError {
  override name = "GpuError";
}

/** No usable WebGPU here; the message says what to do about it. */
export class NoWebGpuError extends MixwellError {
  override name = "NoWebGpuError";
}

/**
 * The `GPUDevice` was lost. What was pending is rejected with this; a new engine on a new device continues with the
 * same numbers.
 */
export class DeviceLostError extends MixwellError {
  override name = "DeviceLostError";
  constructor(
    /** `"destroyed"` when somebody called `device.destroy()`, else `"unknown"`. */
    readonly reason: string,
    detail: string,
  ) {
    super(`the GPU device was lost (${reason})${detail ? `: ${detail}` : ""}`);
  }
}

/** A short, honest rendering of any value for the end of a message. */
export function show(value: unknown): string {
  return showWithin(value, 3);
}

/** Lists inside each other are shown `depth` deep: one may hold itself. */
function showWithin(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined)
    return String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (value instanceof Found) return value.text;
  if (value instanceof Promise) return "a promise (did you forget `await`?)";
  if (ArrayBuffer.isView(value)) return `${nameOf(value)} of ${"length" in value ? value.length : value.byteLength}`;
  if (!Array.isArray(value)) return nameOf(value);
  if (value.length > 8 || depth === 0) return `an array of ${value.length}`;
  return `[${value.map((entry) => showWithin(entry, depth - 1)).join(", ")}]`;
}

function nameOf(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "an object";
}

/** Words, not a value, for the "found" part of a message. */
export class Found {
  constructor(readonly text: string) {}
}

/** `found("3 bytes after the last record")`: put words where `show` would print a value. */
export const found = (text: string): Found => new Found(text);
