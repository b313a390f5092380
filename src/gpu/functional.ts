/** Image ops as functions of a batch: no policy, no draws, the same arguments for every picture. */
import { copied } from "../check/copied.ts";
import { checkDevice } from "../check/device.ts";
import { found, InputError, PolicyError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { eachChannel, type OutputOptions, type Size } from "../format/format.ts";
import { checkCall } from "../ops/check-call.ts";
import { channelsOf, type NormalizeArgs } from "../ops/color/normalize.ts";
import { imageOps, type OpArgs, type OpName } from "../ops/index.ts";
import { isSame, showSize, sizeAfterCalls } from "../ops/size.ts";
import type { OwnOp } from "../own-ops/definition.ts";
import { pairAt, type SizePairs } from "../plan/own-sizes.ts";
import type { OpCall, Plan } from "../plan/plan.ts";
import { bringAllOps } from "../stages/brings.ts";
import { type Batch, checkBatch } from "./batch.ts";
import { sizesOf } from "./device-sizes.ts";
import { Engine } from "./engine.ts";
import { type BatchInput, openInput } from "./inputs.ts";
import { knownLoss } from "./loss.ts";
import type { EngineOptions } from "./options.ts";
import { checkTuning } from "./tuning.ts";
import { type BatchValues, inRange, inUnits, isNormalize, undoing } from "./values.ts";

/** Ops of your own by their names, as functions of a batch. */
export type OwnFunctions<Own extends readonly OwnOp<string, never>[]> = {
  readonly [Op in Own[number] as NameOf<Op>]: Op extends OwnOp<string, infer Call>
    ? object extends Call
      ? (batch: BatchInput | Batch, args?: Call) => Batch
      : (batch: BatchInput | Batch, args: Call) => Batch
    : never;
};

type NameOf<Op> = Op extends OwnOp<infer Name, never> ? Name : never;

export interface OpsOptions {
  /** As of an engine: what kernels are made to be fast on. */
  tuning?: EngineOptions["tuning"];
}

/** Every image op by its name: `ops.solarize(batch, { threshold: 128 })`. */
export type OpFunctions = {
  readonly [Name in OpName]: object extends OpArgs<Name>
    ? (batch: BatchInput | Batch, args?: OpArgs<Name>) => Batch
    : (batch: BatchInput | Batch, args: OpArgs<Name>) => Batch;
} & {
  /**
   * Several ops in a row, in as few passes as they need: `apply(batch, [{ op: "rotate", degrees: 10 }, { op: "equalize"
   * }])`.
   */
  apply(batch: BatchInput | Batch, calls: readonly OpCall[]): Batch;
  /** Frees everything that was made here; batches included. */
  destroy(): void;
};

/**
 * The image ops as functions on a device. A result is a batch of its own, with the input's format, memory order and
 * value range. It is valid until the next but one result of the same size, as long as no more than eight sizes are in
 * use. To keep more, use `out` of `Engine.run`.
 *
 * An op's arguments do not depend on the range: values are given as 0..255, and for `normalize` white is 1. A
 * normalised batch is taken back to its range before the ops, and normalised again after them, in f32.
 *
 * @param options `own`: ops of your own, which become functions too. `apply` knows all that were defined.
 * @throws InputError for a batch that does not fit or has no black and white any more (one that was normalised by a
 * policy's op), and for a device whose limits are too low; PolicyError for arguments that do not fit
 * (`solarize.threshold: …`)
 */
export function createOps<const Own extends readonly OwnOp<string, never>[] = []>(
  device: GPUDevice,
  options: OpsOptions & { own?: Own } = {},
): OpFunctions & OwnFunctions<Own> {
  checkDevice("createOps.device", device);
  knownKeys("createOps.options", options, ["tuning", "own"]);
  const { tuning = "auto" } = options;
  checkTuning("createOps.tuning", tuning);
  const own: readonly { opName: string }[] = options.own ?? [];
  if (!isListOf(own as unknown, (op) => typeof op === "function" && typeof Reflect.get(op, "opName") === "string"))
    throw new InputError("createOps.own", "a list of ops that defineOp made", own);
  sizesOf(device, "createOps.device");
  knownLoss(device); // Watched from now on.
  bringAllOps();
  const engines = new Map<string, Engine>();
  const engineFor = (output: OutputOptions): Engine => {
    const key = JSON.stringify(output);
    let engine = engines.get(key);
    if (!engine) {
      // What a program calls is a few ops, and each alone compiles quickly.
      engine = new Engine(device, { policy: [], output, tuning }, false);
      engines.set(key, engine);
    }
    return engine;
  };
  const apply = (given: BatchInput | Batch, calls: readonly OpCall[]): Batch => {
    if (!isOptions(given as unknown))
      throw new InputError("batch", "{ images, size, height, width, channels, … }", given);
    if (!Array.isArray(calls)) throw new InputError("calls", "a list of op calls", calls);
    Array.from(calls as unknown[]).forEach((call, i) => {
      const op = calls.length === 1 && isOptions(call) ? call.op : undefined;
      checkCall(call, typeof op === "string" ? op : `calls[${i}]`);
    });
    const { labels: _labels, labelForm: _form, external: _external, ...input } = openBatch(given);
    // Before anything is made for it: one source a picture, and an engine for every format and range.
    const open = openInput(input, undefined, device);
    const { read, ops, output, values } = planValues(given, input, calls);
    const sources = Array.from({ length: input.size }, (_, index) => ({
      from: "batch" as const,
      index,
      id: index,
      ...(input.sizes && pairAt("batch.sizes", input.sizes, index)),
      ops: copied([...ops]),
    }));
    const rows = sources.map(({ index }) => ({ mixer: "none" as const, own: index }));
    const { size: batchSize } = input;
    const plan: Plan = {
      version: 1,
      seed: 0,
      epoch: 0,
      ...(input.sizes ? oneSizeAfter(ops, input.sizes) : { height: open.shape.height, width: open.shape.width }),
      sources,
      batchSize,
      stages: [{ pairing: "reverse", rows }],
    };
    const batch = engineFor(output).run({ ...input, ...read }, { plan });
    const { valueRange: _range, normalize: _normalize, ...rest } = batch;
    return { ...rest, ...values(batch.shape[batch.layout === "nhwc" ? 3 : 1]) };
  };
  const functions = Object.fromEntries(
    [...Object.keys(imageOps), ...own.map(({ opName }) => opName)].map((op) => [
      op,
      (batch: BatchInput | Batch, args: object = {}) => apply(batch, [callOf(op, args)]),
    ]),
  );
  const destroy = () => {
    for (const engine of engines.values()) engine.destroy();
    engines.clear();
  };
  return { ...functions, apply, destroy } as OpFunctions & OwnFunctions<Own>;
}

/** The size that ops lead to. @throws InputError where pictures of different size become different ones */
function oneSizeAfter(ops: readonly OpCall[], sizes: SizePairs): Size {
  const after = Array.from({ length: sizes.length / 2 }, (_, i) =>
    sizeAfterCalls(ops, pairAt("batch.sizes", sizes, i), "calls"),
  );
  const [first, ...others] = after;
  const odd = others.find((size) => !isSame(size, first!));
  if (!odd) return first!;
  const expected = "ops that give all pictures one size, since they have sizes of their own (resize, centerCrop …)";
  throw new InputError("calls", expected, found(`ops that lead to ${showSize(first!)} and to ${showSize(odd)}`));
}

/** One op's call. Arguments called `op` would make another op of it. */
function callOf(op: string, args: object): OpCall {
  if (!isOptions(args)) throw new PolicyError(op, "an object of arguments", args);
  if ("op" in args) throw new PolicyError(op, "arguments of the op", "op");
  return { op, ...args } as OpCall;
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

/** How a batch is read, what is applied, how the result is written, and what it says of its values. */
interface PlannedValues {
  read: { valueRange?: [number, number] };
  ops: readonly OpCall[];
  output: OutputOptions;
  values(channels: number): BatchValues;
}

/** Keeps the range of a batch, also of one that is normalised or becomes so. */
function planValues(given: BatchInput | Batch, input: BatchInput, ops: readonly OpCall[]): PlannedValues {
  const { format = "u8", layout = "nhwc" } = input;
  const memory = { format, layout };
  if (format === "u8") return { read: {}, ops, output: memory, values: () => ({ valueRange: [0, 255] }) };
  const { valueRange, normalize }: BatchValues = "shape" in given ? given : { valueRange: given.valueRange ?? [0, 1] };
  if (valueRange === undefined)
    throw new InputError(
      "batch.valueRange",
      "[low, high] of the pictures (a policy's op normalize leaves none: use output.normalize)",
      undefined,
    );

  if (normalize) {
    if (ops.some(isNormalize))
      throw new InputError("batch", "pictures that are not normalised yet, for normalize", found("normalised ones"));
    const again = isAlike(normalize) ? { mean: [normalize.mean[0]!], std: [normalize.std[0]!] } : normalize;
    if (again === normalize && ops.some((call) => call.op === "grayscale" && call.channels === "one"))
      throw new InputError(
        "batch",
        "pictures whose channels are normalised alike, since one is left",
        found("channels that are not"),
      );
    return {
      read: {},
      ops: [undoing(inUnits(normalize, valueRange)), ...ops],
      output: { ...memory, normalize: inUnits(again, valueRange) },
      values: (channels) => ({ valueRange, normalize: eachChannel(again, channels) }),
    };
  }
  const read = { valueRange };
  if (!ops.some(isNormalize)) return { read, ops, output: { ...memory, valueRange }, values: () => ({ valueRange }) };
  // What comes after it sees normalised values, and nobody can tell where black and white went.
  if (ops.findIndex(isNormalize) < ops.length - 1) return { read, ops, output: memory, values: () => ({}) };
  const { args } = checkCall(ops.at(-1), "calls");
  const values = (channels: number) => ({
    valueRange,
    normalize: inRange(channelsOf(args as unknown as NormalizeArgs, channels), valueRange),
  });
  return { read, ops, output: memory, values };
}

const isAlike = (normalize: Required<BatchValues>["normalize"]): boolean =>
  Object.values(normalize).every((list) => list.every((value) => value === list[0]));
