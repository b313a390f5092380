/** Image ops as functions of a batch: no policy, no draws, the same arguments for every picture. */
import { InputError } from "../check/errors.ts";
import type { Format, Layout } from "../format/format.ts";
import { checkCall } from "../ops/check-call.ts";
import { imageOps, type OpArgs, type OpCall, type OpName } from "../ops/index.ts";
import type { Plan } from "../plan/plan.ts";
import { type Batch, Engine } from "./engine.ts";
import type { BatchInput } from "./inputs.ts";

/** Every image op by its name: `ops.solarize(batch, { threshold: 128 })`. */
export type OpFunctions = {
  readonly [Name in OpName]: object extends OpArgs<Name>
    ? (batch: BatchInput | Batch, args?: OpArgs<Name>) => Batch
    : (batch: BatchInput | Batch, args: OpArgs<Name>) => Batch;
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
    if (typeof given !== "object" || given === null) throw new InputError("batch", "{ images, size, height, width, channels, … }", given);
    if (!Array.isArray(calls)) throw new InputError("calls", "a list of op calls", calls);
    calls.forEach((call, i) => {
      checkCall(call, calls.length === 1 ? call.op : `calls[${i}]`);
    });
    const { labels: _labels, labelForm: _form, external: _external, ...input } = openBatch(given);
    const engine = engineFor(input.format ?? "u8", input.layout ?? "nhwc");
    const sources = Array.from({ length: input.size }, (_, index) => ({ from: "batch" as const, index, id: index, ops: [...calls] }));
    const rows = sources.map(({ index }) => ({ mixer: "none" as const, own: index }));
    const { height, width, size: batchSize } = input;
    const plan: Plan = { version: 1, seed: 0, epoch: 0, height, width, sources, batchSize, stages: [{ pairing: "reverse", rows }] };
    return engine.run(input, { plan });
  };
  const functions = Object.fromEntries(
    Object.keys(imageOps).map((op) => [op, (batch: BatchInput | Batch, args: object = {}) => apply(batch, [{ op, ...args } as OpCall])]),
  );
  const destroy = () => {
    for (const engine of engines.values()) engine.destroy();
    engines.clear();
  };
  return { ...functions, apply, destroy } as OpFunctions;
}

/** A batch that an engine made, as the input of the next. */
function openBatch(batch: BatchInput | Batch): BatchInput {
  if (!("shape" in batch)) return batch;
  const { images, shape, format, layout, fields } = batch;
  const [size, a, b, c] = shape;
  const [height, width, channels] = layout === "nhwc" ? [a, b, c] : [b, c, a];
  return { images, size, height, width, channels, format, layout, fields };
}
