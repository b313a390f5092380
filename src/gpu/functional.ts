/** Image ops as functions of a batch: no policy, no draws, the same arguments for every picture. */
import { checkDevice } from "../check/device.ts";
import { isOptions } from "../check/options.ts";
import { InputError, PolicyError } from "../errors.ts";
import type { Format, Layout } from "../format.ts";
import { checkCall } from "../ops/check-call.ts";
import { imageOps } from "../ops/index.ts";
import type { OpCall, Plan } from "../plan.ts";
import { checkBatch } from "./batch.ts";
import { type Batch, Engine } from "./engine.ts";
import { type BatchInput, openInput } from "./inputs.ts";

/** Every image op by its name: `ops.solarize(batch, { threshold: 128 })`. */
export type OpFunctions = {
  readonly [Name in keyof typeof imageOps]: (batch: BatchInput | Batch, args?: Readonly<Record<string, unknown>>) => Batch;
} & {
  /** Several ops in a row, in as few passes as they need: `apply(batch, [{ op: "rotate", degrees: 10 }, { op: "equalize" }])`. */
  apply(batch: BatchInput | Batch, calls: readonly OpCall[]): Batch;
  /** Frees everything that was made here; batches included. */
  destroy(): void;
};

/**
 * The image ops as functions on a device. The result has the input's format and memory order and is a batch of its own, which stays
 * valid until the next but one result of the same size (`out` of `Engine.run` is the way to keep more).
 *
 * @throws InputError for a batch that does not fit, PolicyError for arguments that do not (`solarize.threshold: …`)
 */
export function createOps(device: GPUDevice): OpFunctions {
  checkDevice("createOps.device", device);
  const engines = new Map<string, Engine>();
  const engineFor = (format: Format, layout: Layout): Engine => {
    const key = `${format} ${layout}`;
    let engine = engines.get(key);
    if (!engine) {
      engine = new Engine(device, { policy: [], output: { format, layout } });
      engines.set(key, engine);
    }
    return engine;
  };
  const apply = (given: BatchInput | Batch, calls: readonly OpCall[]): Batch => {
    if (!isOptions(given as unknown)) throw new InputError("batch", "{ images, size, height, width, channels, … }", given);
    if (!Array.isArray(calls)) throw new InputError("calls", "a list of op calls", calls);
    Array.from(calls as unknown[]).forEach((call, i) => {
      const op = calls.length === 1 && isOptions(call) ? call.op : undefined;
      checkCall(call, typeof op === "string" ? op : `calls[${i}]`);
    });
    const { labels: _labels, labelForm: _form, external: _external, ...input } = openBatch(given);
    // Before anything is made for it: one source a picture, and an engine for every format.
    openInput(input, undefined, device);
    const engine = engineFor(input.format ?? "u8", input.layout ?? "nhwc");
    const sources = Array.from({ length: input.size }, (_, index) => ({ from: "batch" as const, index, id: index, ops: [...calls] }));
    const rows = sources.map(({ index }) => ({ mixer: "none" as const, own: index }));
    const { height, width, size: batchSize } = input;
    const plan: Plan = { version: 1, seed: 0, epoch: 0, height, width, sources, batchSize, stages: [{ pairing: "reverse", rows }] };
    return engine.run(input, { plan });
  };
  const functions = Object.fromEntries(
    Object.keys(imageOps).map((op) => [op, (batch: BatchInput | Batch, args: object = {}) => apply(batch, [callOf(op, args)])]),
  );
  const destroy = () => {
    for (const engine of engines.values()) engine.destroy();
    engines.clear();
  };
  return { ...functions, apply, destroy } as OpFunctions;
}

/** One op's call. Arguments called `op` would make another op of it. */
function callOf(op: string, args: object): OpCall {
  if (!isOptions(args)) throw new PolicyError(op, "an object of arguments", args);
  if ("op" in args) throw new PolicyError(op, "arguments of the op", "op");
  return { op, ...args };
}

/** A batch that an engine made, as the input of the next. */
function openBatch(batch: BatchInput | Batch): BatchInput {
  if (!("shape" in batch)) return batch;
  checkBatch("batch", batch);
  const { images, shape, format, layout, fields } = batch;
  const [size, a, b, c] = shape;
  const [height, width, channels] = layout === "nhwc" ? [a, b, c] : [b, c, a];
  return { images, size, height, width, channels, format, layout, fields };
}
