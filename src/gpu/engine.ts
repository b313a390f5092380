/**
 * The engine: policy and seed in, mixed batches and soft labels out, on the caller's device.
 *
 * It never creates, takes over or destroys a device or a buffer of the caller's. Everything it made itself goes with `destroy()`.
 */

import { validatePlan } from "../analysis/validate.ts";
import { DeviceLostError, found, InputError, MixwellError, PlanError } from "../check/errors.ts";
import type { Format, LabelOptions, Layout, OutputOptions } from "../format/format.ts";
import { kernels } from "../generated/layouts.ts";
import { lower } from "../lower/lower.ts";
import type { BufferName, OutputName, Recording, ScratchName } from "../lower/recording.ts";
import type { OpName } from "../ops/index.ts";
import type { Interpolation } from "../ops/op.ts";
import type { MixRow, Plan } from "../plan/plan.ts";
import { expectedOps, expectedReadings } from "../policy/expected-ops.ts";
import { mixerKinds } from "../policy/mixer-kinds.ts";
import type { Policy } from "../policy/policy.ts";
import { samplePlan } from "../sample/sample.ts";
import { isBuffer, knownKeys, storage } from "./check.ts";
import type { Dataset } from "./dataset.ts";
import { type Epoch, type EpochLane, type EpochOptions, epochOf } from "./epoch.ts";
import { type Bound, Executor } from "./executor.ts";
import { type BatchInput, checkPages, type DatasetInput, type OpenInput, openInput } from "./inputs.ts";
import { checkEngineOptions } from "./options.ts";
import { checkOutputSize, Outputs } from "./outputs.ts";
import { type HostBatch, readBatch } from "./read.ts";
import { Scratch } from "./scratch.ts";
import { Staging, type StagingSet } from "./staging.ts";

export interface EngineOptions {
  /** Any integer in 0..2^53 − 1; default 0. The same seed gives the same batches on every adapter. */
  seed?: number;
  /** What to do to a batch: one mixer, a `oneOf`, or a list applied in order; `[]` only decodes, normalises and converts. */
  policy: Policy;
  output?: OutputOptions;
  /** Left out: no labels are made. */
  labels?: LabelOptions;
  /** Our own output buffers come in so many sets, written in turn; default 2: a batch is valid until the next but one. */
  outputSets?: number;
  /** Encoders that may be waiting, unsubmitted, with steps from `encode`; default 16. (Steps in one encoder: any number.) */
  maxPending?: number;
}

/** What changes from step to step. */
export interface StepOptions {
  /** Default 0. Part of every draw's address. */
  epoch?: number;
  /** The step in training: for schedules, and as the address of the draws when there are no `ids`. */
  step?: number;
  /** A number for every sample that is the same whenever the sample is seen; a dataset's indices are its ids. */
  ids?: ArrayLike<number>;
  /** Replay or apply this plan instead of drawing one. */
  plan?: Plan;
  /**
   * Write here instead of into our own buffers; each at least as large as the output, usage STORAGE. A function is asked for every
   * output that is made, with its shape, once everything else about the step was checked.
   */
  out?: OutBuffers | ((name: keyof OutBuffers, shape: number[]) => GPUBuffer);
}

/** Buffers to write to: pictures, dense labels, and the class ids and shares of `labels.sparse`. */
export interface OutBuffers {
  images?: GPUBuffer;
  labels?: GPUBuffer;
  classes?: GPUBuffer;
  shares?: GPUBuffer;
}

/** A mixed batch. The buffers are ours (valid until their turn comes round, see `outputSets`) unless given in `out`. */
export interface Batch {
  /** [B, H, W, C] or [B, C, H, W] values, tightly packed from offset 0. */
  images: GPUBuffer;
  /** f32 [B, K], rows sum to 1 (label rows: to the weighted sum of the sources' rows). */
  labels?: GPUBuffer;
  /** Class id (u32 [B, T]) and exact share (f32 [B, T]) of every source. One mixer: T = 2, (own, partner) and (λ, 1 − λ). */
  sparse?: { classes: GPUBuffer; shares: GPUBuffer; sources: number };
  /** Pictures in the batch, B. */
  size: number;
  shape: [number, number, number, number];
  format: Format;
  layout: Layout;
  /** K, where there are labels. */
  classes?: number;
  /** Sample ids, row by row. */
  ids: number[];
  /** What was drawn: read it, store it, edit it, replay it. */
  plan: Plan;
  /** The input's other fields, untouched. */
  fields: Record<string, unknown>;
}

/**
 * Makes an engine on a device.
 * @throws PolicyError, InputError for options that cannot work; DeviceLostError if the device is already gone
 */
export async function createEngine(device: GPUDevice, options: EngineOptions): Promise<Engine> {
  if (typeof device !== "object" || device === null || typeof device.createComputePipeline !== "function") {
    throw new InputError("createEngine.device", "a GPUDevice", device);
  }
  checkEngineOptions(options);
  const engine = new Engine(device, options);
  // A lost device answers this at once; a living one never does.
  await Promise.race([device.lost, Promise.resolve()]);
  engine.assertAlive();
  return engine;
}

export class Engine {
  readonly seed: number;
  readonly policy: Policy;
  readonly output: Readonly<OutputOptions>;
  readonly labels: Readonly<LabelOptions> | undefined;

  /** Kinds of rows that the policy draws. */
  private readonly mixers: readonly MixRow["mixer"][];
  /** Image ops that the policy can draw. */
  private readonly ops: readonly OpName[];
  /** How its warps read. */
  private readonly readings: readonly Interpolation[] | undefined;
  private readonly executor: Executor;
  private readonly staging: Staging;
  private readonly outputSets: number;
  private readonly outputs: Outputs;
  private readonly scratch: Scratch;
  /** Outputs of epochs, one set of rings for each that is under way at the same time. */
  private readonly epochOutputs: Outputs[] = [];
  private readonly idleOutputs: Outputs[] = [];
  private readonly affines = new Map<string, Bound>();
  private gone: MixwellError | undefined;

  /** Use `createEngine`. */
  constructor(
    readonly device: GPUDevice,
    options: EngineOptions,
  ) {
    this.seed = options.seed ?? 0;
    this.policy = options.policy;
    this.output = options.output ?? {};
    this.labels = options.labels;
    this.mixers = mixerKinds(options.policy);
    this.ops = expectedOps(options.policy);
    this.readings = expectedReadings(options.policy);
    this.executor = new Executor(device);
    this.staging = new Staging(device, options.maxPending ?? 16);
    this.outputSets = options.outputSets ?? 2;
    this.outputs = new Outputs(device, this.outputSets);
    this.scratch = new Scratch(device);
    void device.lost.then(({ reason, message }) => {
      this.gone ??= new DeviceLostError(reason, message);
    });
  }

  /** Draws a plan for an input without touching the GPU: the same one that `run` would draw. */
  draw(input: BatchInput | DatasetInput, step: StepOptions = {}): Plan {
    return this.planFor(openInput(input, this.labels, this.device), step);
  }

  /** Mixes a batch: records and submits. */
  run(input: BatchInput | DatasetInput, step: StepOptions = {}): Batch {
    return this.submit(input, step, this.outputs);
  }

  /** Records a batch into the caller's encoder, as one compute pass; the caller submits. */
  encode(encoder: GPUCommandEncoder, input: BatchInput | DatasetInput, step: StepOptions = {}): Batch {
    this.assertAlive();
    if (typeof encoder?.beginComputePass !== "function") throw new InputError("encode.encoder", "a GPUCommandEncoder", encoder);
    return this.record(encoder, () => this.staging.forEncoder(encoder), input, step, this.outputs);
  }

  /**
   * One pass over a dataset: every sample once, in an order of its own each epoch, in batches.
   * `for (const batch of engine.epoch(dataset, { epoch, batchSize: 64 })) …`
   */
  epoch(dataset: Dataset, options: EpochOptions): Epoch {
    this.assertAlive();
    return epochOf(this, dataset, options, (sets) => this.openLane(sets));
  }

  /** Reads a batch back to the host: for looking and for tests; training never needs it. Rejects with DeviceLostError. */
  async read(batch: Batch): Promise<HostBatch> {
    this.assertAlive();
    return readBatch(this.device, batch);
  }

  /** Frees everything the engine made; the device and the caller's buffers stay. */
  destroy(): void {
    this.gone ??= new MixwellError("this engine was destroyed; make a new one with createEngine");
    this.staging.destroy();
    for (const outputs of [this.outputs, ...this.epochOutputs]) outputs.destroy();
    this.scratch.destroy();
    for (const { buffer } of this.affines.values()) buffer.destroy();
    this.affines.clear();
  }

  /** @throws DeviceLostError, or MixwellError after `destroy()` */
  assertAlive(): void {
    if (this.gone) throw this.gone;
  }

  private submit(input: BatchInput | DatasetInput, step: StepOptions, outputs: Outputs): Batch {
    this.assertAlive();
    const encoder = this.device.createCommandEncoder({ label: "mixwell" });
    const batch = this.record(encoder, () => this.staging.forSubmit(), input, step, outputs);
    this.device.queue.submit([encoder.finish()]);
    return batch;
  }

  /** Output buffers for one epoch alone: a validation step in the middle of it must not write over a batch made ahead. */
  private openLane(sets: number): EpochLane {
    let outputs = this.idleOutputs.pop();
    if (!outputs) {
      outputs = new Outputs(this.device, this.outputSets);
      this.epochOutputs.push(outputs);
    }
    outputs.require(sets);
    return { run: (input, step) => this.submit(input, step, outputs), close: () => this.idleOutputs.push(outputs) };
  }

  private planFor(open: OpenInput, step: StepOptions): Plan {
    const { height, width } = open.shape;
    const shape = { batchSize: open.size, height, width, datasetSize: open.datasetSize, externalSize: open.external?.size };
    knownKeys("step", step, ["epoch", "step", "ids", "plan", "out"]);
    if (step.plan) return checkSamples(validatePlan(step.plan, shape), open);
    if (open.indices && step.ids) throw new InputError("step.ids", "nothing: a dataset's indices are its ids", step.ids);
    return samplePlan({
      ...shape,
      policy: this.policy,
      seed: this.seed,
      epoch: step.epoch,
      step: step.step,
      ids: open.indices ?? step.ids,
      from: open.from,
    });
  }

  private record(
    encoder: GPUCommandEncoder,
    staging: () => StagingSet,
    input: BatchInput | DatasetInput,
    step: StepOptions,
    outputs: Outputs,
  ): Batch {
    const open = openInput(input, this.labels, this.device);
    checkPages(open.pages.length + (open.external ? 1 : 0));
    const plan = this.planFor(open, step);
    const recording = lower(plan, {
      shape: open.shape,
      format: open.format,
      layout: open.layout,
      valueRange: open.valueRange,
      output: this.output,
      labels: this.labels,
      labelForm: open.labelForm,
      pages: open.pages.length,
      picturesPerPage: open.picturesPerPage,
      mixers: this.mixers,
      ops: this.ops,
      readings: this.readings,
    });
    this.checkNormalize(recording.channels);
    const buffers = new Map<BufferName, Bound>();
    const batch = this.prepareOutputs(recording, open, plan, step.out ?? {}, outputs, buffers);
    this.bindInputs(recording, open, staging(), buffers);
    this.executor.encode(encoder, recording, buffers);
    return batch;
  }

  private prepareOutputs(
    recording: Recording,
    open: OpenInput,
    plan: Plan,
    out: NonNullable<StepOptions["out"]>,
    outputs: Outputs,
    buffers: Map<BufferName, Bound>,
  ): Batch {
    const { rows, height, width, channels } = recording;
    const layout = this.output.layout ?? "nhwc";
    const shape: Batch["shape"] = layout === "nhwc" ? [rows, height, width, channels] : [rows, channels, height, width];
    const shapes: Record<OutputName, number[]> = {
      images: [...shape],
      soft: [rows, this.labels?.classes ?? 0],
      sourceClasses: [rows, recording.sources],
      sourceShares: [rows, recording.sources],
    };
    const givenAs = (name: OutputName) => {
      if (typeof out !== "function") return out[OUT_NAMES[name]];
      const bytes = recording.outputs[name];
      if (bytes === undefined) return undefined;
      checkOutputSize(OUT_NAMES[name], bytes, this.device);
      return out(OUT_NAMES[name], shapes[name]);
    };
    const given: Record<OutputName, GPUBuffer | undefined> = {
      images: givenAs("images"),
      soft: givenAs("soft"),
      sourceClasses: givenAs("sourceClasses"),
      sourceShares: givenAs("sourceShares"),
    };
    const inputs = [...open.pages.map(({ buffer }) => buffer), open.external?.page.buffer, open.labels, open.external?.labels];
    const wanted = Object.entries(recording.outputs) as [OutputName, number][];
    // All checks first, so that a wrong `out` leaves no half-made batch behind.
    for (const [name, size] of wanted) {
      const buffer = given[name];
      if (buffer === undefined) continue;
      storage(`out.${OUT_NAMES[name]}`, buffer, size, this.device);
      if (inputs.includes(buffer)) throw new InputError(`out.${OUT_NAMES[name]}`, "another buffer than the input's", found("the same one"));
      if (wanted.some(([other]) => other !== name && given[other] === buffer)) {
        throw new InputError(`out.${OUT_NAMES[name]}`, "a buffer of its own", found("one given twice"));
      }
    }
    for (const [name, buffer] of Object.entries(given)) {
      if (buffer && recording.outputs[name as OutputName] === undefined) {
        throw new InputError(`out.${OUT_NAMES[name as OutputName]}`, "nothing: this engine does not make it (see `labels`)", buffer);
      }
    }
    for (const [name, size] of wanted) buffers.set(name, { buffer: given[name] ?? outputs.next(OUT_NAMES[name], size), size });

    const classes = buffers.get("sourceClasses");
    const shares = buffers.get("sourceShares");
    return {
      images: buffers.get("images")!.buffer,
      labels: buffers.get("soft")?.buffer,
      sparse: classes && shares && { classes: classes.buffer, shares: shares.buffer, sources: recording.sources },
      size: rows,
      shape,
      format: this.output.format ?? "f32",
      layout,
      classes: this.labels?.classes,
      ids: plan.sources.slice(0, rows).map(({ id }) => id),
      plan,
      fields: open.fields(rows),
    };
  }

  private bindInputs(recording: Recording, open: OpenInput, staging: StagingSet, buffers: Map<BufferName, Bound>): void {
    const pages = open.external ? [...open.pages, open.external.page] : open.pages;
    pages.forEach((page, i) => {
      buffers.set(`page${i}` as BufferName, page);
    });
    if (recording.dispatches.some(({ kernel }) => "affine" in kernels[kernel].bindings)) {
      buffers.set("affine", this.affineFor(recording.affine));
      if (recording.plainAffine.length > 0) buffers.set("plainAffine", this.affineFor(recording.plainAffine));
    }
    for (const [name, bytes] of Object.entries(recording.scratch)) {
      const buffer = this.scratch.get(name, bytes);
      buffers.set(name as ScratchName, { buffer, size: buffer.size });
    }
    const labels = this.bindLabels("labels", open.labels, staging);
    if (labels) {
      buffers.set("labels", labels);
      buffers.set("externalLabels", this.bindLabels("externalLabels", open.external?.labels, staging) ?? labels);
    }
    for (const { block, bytes } of recording.uploads) {
      // The binding always spans a whole uniform block, filled or not.
      const ends = recording.dispatches.map(({ kernel, buffers: used, offset }) => (used.chunk === block ? offset + chunkSize(kernel) : 0));
      const isDrawn = block === "program" || block === "masks";
      const buffer = staging.write(block, bytes, Math.max(...ends), isDrawn);
      buffers.set(block, { buffer, size: buffer.size });
    }
  }

  private bindLabels(name: string, labels: OpenInput["labels"], staging: StagingSet): Bound | undefined {
    if (labels === undefined) return undefined;
    if (isBuffer(labels))
      return { buffer: labels, size: Math.min(Math.floor(labels.size / 4) * 4, this.device.limits.maxStorageBufferBindingSize) };
    return { buffer: staging.write(name, labels, labels.byteLength), size: labels.byteLength };
  }

  /** Scale and bias by channel, for the kernel that takes any number of channels: one small buffer per input range. */
  private affineFor(affine: Float32Array): Bound {
    const key = affine.join();
    let bound = this.affines.get(key);
    if (!bound) {
      const buffer = this.device.createBuffer({
        label: "mixwell affine",
        size: affine.byteLength,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
      this.device.queue.writeBuffer(buffer, 0, affine as Float32Array<ArrayBuffer>);
      bound = { buffer, size: affine.byteLength };
      this.affines.set(key, bound);
    }
    return bound;
  }

  private checkNormalize(channels: number): void {
    for (const name of ["mean", "std"] as const) {
      const values = this.output.normalize?.[name];
      if (values && values.length !== 1 && values.length !== channels) {
        throw new InputError(`output.normalize.${name}`, `1 number, or ${channels}, one a channel`, found(`${values.length}`));
      }
    }
  }
}

/** A plan says itself which samples of a dataset it mixes; they must be the ones that were asked for. */
function checkSamples(plan: Plan, { indices }: OpenInput): Plan {
  indices?.forEach((index, i) => {
    const source = plan.sources[i]!;
    if (source.from !== "dataset") throw new PlanError(`plan.sources[${i}].from`, "dataset, as the input is one", source.from);
    if (source.index !== index) throw new PlanError(`plan.sources[${i}].index`, `${index}, as input.indices[${i}]`, source.index);
  });
  return plan;
}

/** What the outputs are called in `StepOptions.out`. */
const OUT_NAMES: Record<OutputName, "images" | "labels" | "classes" | "shares"> = {
  images: "images",
  soft: "labels",
  sourceClasses: "classes",
  sourceShares: "shares",
};

function chunkSize(kernel: Recording["dispatches"][number]["kernel"]): number {
  const { bindings } = kernels[kernel];
  return "chunk" in bindings ? bindings.chunk.minBindingSize : 0;
}
