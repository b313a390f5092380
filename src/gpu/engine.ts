/**
 * The engine: policy and seed in, mixed batches and soft labels out, on the caller's device.
 *
 * It never creates, takes over or destroys a device or a buffer of the caller's. Everything it made itself goes with `destroy()`.
 */

import { ownSources } from "../analysis/own-sources.ts";
import { validatePlan } from "../analysis/validate.ts";
import { frozenCopy } from "../check/copied.ts";
import { checkDevice } from "../check/device.ts";
import { found, InputError, MixwellError, PlanError } from "../check/errors.ts";
import type { Format, LabelOptions, Layout, OutputOptions } from "../format/format.ts";
import { kernels } from "../generated/layouts.ts";
import { lower } from "../lower/lower.ts";
import type { BlockName, BufferName, OutputName, Recording, ScratchName } from "../lower/recording.ts";
import type { Plan } from "../plan/plan.ts";
import { drawsOfPolicy, type PolicyDraws } from "../policy/draws.ts";
import type { Policy } from "../policy/policy.ts";
import { samplePlan } from "../sample/sample.ts";
import { isBuffer, knownKeys, storage } from "./check.ts";
import type { Dataset } from "./dataset.ts";
import { type DeviceSizes, sizesOf } from "./device-sizes.ts";
import { Encoders, OWN } from "./encoders.ts";
import { type Epoch, type EpochLane, type EpochOptions, epochOf } from "./epoch.ts";
import { type Bound, Executor } from "./executor.ts";
import { type BatchInput, checkPages, type DatasetInput, type OpenInput, openInput } from "./inputs.ts";
import { assertLiving, expectLiving, knownLoss } from "./loss.ts";
import { checkEngineOptions } from "./options.ts";
import { checkOutputSize, Outputs } from "./outputs.ts";
import { type HostBatch, readBatch } from "./read.ts";
import { Scratch } from "./scratch.ts";
import { checkUploadSize, Staging, type StagingSet } from "./staging.ts";
import { type BatchValues, checkUnmapped, normalizes, valuesOf } from "./values.ts";
import { Walks } from "./walks.ts";

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
  /**
   * Which occurrence of its sample each row is, 0 the first: every one is a draw of its own. Default: counted within the batch. Whoever
   * draws a sample into several batches of an epoch (oversampling) counts through the epoch here, as `epoch` with `last: "wrap"` does.
   */
  occurrences?: ArrayLike<number>;
  /** Replay or apply this plan instead of drawing one. The batch gets a copy of it. */
  plan?: Plan;
  /**
   * Write here instead of into our own buffers; each at least as large as the output, usage STORAGE. A function is asked for every
   * output that is made, with its shape, once everything else about the step was checked.
   */
  out?: OutBuffers | ((name: keyof OutBuffers, shape: number[]) => GPUBuffer);
}

/** What {@link StepOptions} has. */
export const STEP_KEYS: readonly (keyof StepOptions)[] = ["epoch", "step", "ids", "occurrences", "plan", "out"];

/** Buffers to write to: pictures, dense labels, and the class ids and shares of `labels.sparse`. */
export interface OutBuffers {
  images?: GPUBuffer;
  labels?: GPUBuffer;
  classes?: GPUBuffer;
  shares?: GPUBuffer;
}

/** A mixed batch. The buffers are ours (valid until their turn comes round, see `outputSets`) unless given in `out`. */
export interface Batch extends BatchValues {
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
  /** Sample ids, row by row: of the sample that the row's own picture shows. */
  ids: number[];
  /** What was drawn: read it, store it, edit it, replay it. */
  plan: Plan;
  /**
   * The input's other fields, row by row as the ids, values untouched. Of a batch of yours they are the same object where the rows are the
   * batch's, in order; else what has an entry a picture follows the rows, and the rest is handed on.
   */
  fields: Record<string, unknown>;
}

/**
 * Makes an engine on a device.
 * @throws PolicyError, InputError for options that cannot work; InputError for a device whose limits are too low, by the name of the limit and
 * with the `requiredLimits` to ask for; DeviceLostError if the device is already gone
 */
export async function createEngine(device: GPUDevice, options: EngineOptions): Promise<Engine> {
  checkDevice("createEngine.device", device);
  checkEngineOptions(options);
  await expectLiving(device);
  return new Engine(device, options);
}

export class Engine {
  readonly seed: number;
  readonly policy: Policy;
  readonly output: Readonly<OutputOptions>;
  readonly labels: Readonly<LabelOptions> | undefined;

  /** What the policy can draw. */
  private readonly draws: PolicyDraws;
  private readonly executor: Executor;
  private readonly staging: Staging;
  private readonly outputSets: number;
  private readonly outputs: Outputs;
  private readonly scratch: Scratch;
  private readonly encoders: Encoders;
  private readonly sizes: DeviceSizes;
  /** For epochs, the adapters' included. */
  readonly walks = new Walks();
  /** Outputs of epochs, one set of rings for each that is under way at the same time. */
  private readonly epochOutputs: Outputs[] = [];
  private readonly idleOutputs: Outputs[] = [];
  private readonly affines = new Map<string, Bound & { encoder: number }>();
  private destroyed: MixwellError | undefined;

  /** Use `createEngine`. */
  constructor(
    readonly device: GPUDevice,
    options: EngineOptions,
  ) {
    this.seed = options.seed ?? 0;
    // What the engine was made for is what it does, whatever becomes of the caller's objects.
    this.policy = frozenCopy(options.policy);
    this.output = frozenCopy(options.output ?? {});
    this.labels = frozenCopy(options.labels);
    this.draws = drawsOfPolicy(this.policy);
    this.sizes = sizesOf(device, "createEngine.device");
    this.executor = new Executor(device);
    const { maxPending = 16 } = options;
    this.encoders = new Encoders(maxPending);
    this.staging = new Staging(device, maxPending);
    this.outputSets = options.outputSets ?? 2;
    this.outputs = new Outputs(device, this.encoders, this.outputSets);
    this.scratch = new Scratch(device, this.encoders);
    knownLoss(device); // Watched from now on.
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
    if (!isEncoder(encoder)) throw new InputError("encode.encoder", "a GPUCommandEncoder", encoder);
    return this.record(
      () => encoder,
      () => this.encoders.numberOf(encoder),
      input,
      step,
      this.outputs,
    );
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
    this.destroyed ??= new MixwellError("this engine was destroyed; make a new one with createEngine");
    this.staging.destroy();
    for (const outputs of [this.outputs, ...this.epochOutputs]) outputs.destroy();
    this.scratch.destroy();
    this.encoders.destroy();
    for (const { buffer } of this.affines.values()) buffer.destroy();
    this.affines.clear();
  }

  /** @throws DeviceLostError, or MixwellError after `destroy()` */
  assertAlive(): void {
    if (this.destroyed) throw this.destroyed;
    assertLiving(this.device);
  }

  private submit(input: BatchInput | DatasetInput, step: StepOptions, outputs: Outputs): Batch {
    this.assertAlive();
    let encoder: GPUCommandEncoder | undefined;
    const begin = () => {
      encoder = this.device.createCommandEncoder({ label: "mixwell" });
      return encoder;
    };
    const batch = this.record(begin, () => OWN, input, step, outputs);
    this.device.queue.submit([encoder!.finish()]);
    this.encoders.submitted();
    return batch;
  }

  /** Output buffers for one epoch alone: a validation step in the middle of it must not write over a batch made ahead. */
  private openLane(sets: number): EpochLane {
    let outputs = this.idleOutputs.pop();
    if (!outputs) {
      outputs = new Outputs(this.device, this.encoders, this.outputSets);
      this.epochOutputs.push(outputs);
    }
    outputs.require(sets);
    return { run: (input, step) => this.submit(input, step, outputs), close: () => this.idleOutputs.push(outputs) };
  }

  private planFor(open: OpenInput, step: StepOptions): Plan {
    const { height, width } = open.shape;
    const shape = { batchSize: open.size, height, width, datasetSize: open.datasetSize, externalSize: open.external?.size };
    knownKeys("step", step, STEP_KEYS);
    if (step.plan !== undefined) return checkSamples(validatePlan(step.plan, shape), open);
    if (open.indices && step.ids !== undefined) throw new InputError("step.ids", "nothing: a dataset's indices are its ids", step.ids);
    return samplePlan({
      ...shape,
      policy: this.policy,
      seed: this.seed,
      epoch: step.epoch,
      step: step.step,
      ids: open.indices ?? step.ids,
      occurrences: step.occurrences,
      from: open.from,
    });
  }

  /** `begin` gives the encoder once everything was checked. */
  private record(
    begin: () => GPUCommandEncoder,
    /** The encoder's number, see `Encoders`: asked for once everything was checked, since it counts from then on. */
    number: () => number,
    input: BatchInput | DatasetInput,
    step: StepOptions,
    outputs: Outputs,
  ): Batch {
    const open = openInput(input, this.labels, this.device);
    checkPages(open.pages.length + (open.external ? 1 : 0));
    const plan = this.planFor(open, step);
    if (normalizes(plan)) checkUnmapped(this.output);
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
      mixers: this.draws.rows,
      ops: this.draws.ops,
      readings: this.draws.readings,
      slots: this.sizes.slots,
    });
    for (const { block, bytes } of recording.uploads) checkUploadSize(UPLOADED[block], bytes.byteLength, this.device);
    const buffers = new Map<BufferName, Bound>();
    // A given plan may be edited for the next batch, and this one's stays what was done.
    const drawn = step.plan ? structuredClone(plan) : plan;
    const batch = this.prepareOutputs(recording, open, drawn, step.out ?? {}, outputs, number, buffers);
    this.bindInputs(recording, open, number(), buffers);
    this.executor.encode(begin(), recording, buffers);
    return batch;
  }

  private prepareOutputs(
    recording: Recording,
    open: OpenInput,
    plan: Plan,
    out: NonNullable<StepOptions["out"]>,
    outputs: Outputs,
    number: () => number,
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
    if (typeof out !== "function") knownKeys("out", out, Object.values(OUT_NAMES));
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
      if (buffer !== undefined && recording.outputs[name as OutputName] === undefined) {
        throw new InputError(`out.${OUT_NAMES[name as OutputName]}`, "nothing: this engine does not make it (see `labels`)", buffer);
      }
    }
    const encoder = number();
    for (const [name, size] of wanted) buffers.set(name, { buffer: given[name] ?? outputs.next(OUT_NAMES[name], size, encoder), size });

    const classes = buffers.get("sourceClasses");
    const shares = buffers.get("sourceShares");
    const own = ownSources(plan);
    return {
      images: buffers.get("images")!.buffer,
      labels: buffers.get("soft")?.buffer,
      sparse: classes && shares && { classes: classes.buffer, shares: shares.buffer, sources: recording.sources },
      size: rows,
      shape,
      format: this.output.format ?? "f32",
      layout,
      ...valuesOf(plan, this.output, channels),
      classes: this.labels?.classes,
      ids: own.map(({ id }) => id),
      plan,
      fields: open.fields(own),
    };
  }

  private bindInputs(recording: Recording, open: OpenInput, encoder: number, buffers: Map<BufferName, Bound>): void {
    const staging = this.staging.forEncoder(encoder);
    const pages = open.external ? [...open.pages, open.external.page] : open.pages;
    pages.forEach((page, i) => {
      buffers.set(`page${i}` as BufferName, page);
    });
    if (recording.dispatches.some(({ kernel }) => "affine" in kernels[kernel].bindings)) {
      buffers.set("affine", this.affineFor(recording.affine, encoder));
      if (recording.plainAffine.length > 0) buffers.set("plainAffine", this.affineFor(recording.plainAffine, encoder));
    }
    for (const [name, bytes] of Object.entries(recording.scratch)) {
      const buffer = this.scratch.get(name, bytes, encoder);
      buffers.set(name as ScratchName, { buffer, size: buffer.size });
    }
    const labels = this.bindLabels("labels", open.labels, staging);
    if (labels) {
      buffers.set("labels", labels);
      buffers.set("externalLabels", this.bindLabels("externalLabels", open.external?.labels, staging) ?? labels);
    }
    for (const { block, bytes } of recording.uploads) {
      // The binding always spans a whole uniform block, filled or not.
      const ends = recording.dispatches.map(({ kernel, buffers: used, offset }) =>
        used.chunk === block ? offset + this.sizes.blockBytes(kernel) : 0,
      );
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

  /** Scale and bias by channel, for the kernel that takes any number of channels: one small buffer per input range, those used last. */
  private affineFor(affine: Float32Array, encoder: number): Bound {
    const key = affine.join();
    let bound = this.affines.get(key);
    this.affines.delete(key);
    if (!bound) {
      const buffer = this.device.createBuffer({
        label: "mixwell affine",
        size: affine.byteLength,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
      this.device.queue.writeBuffer(buffer, 0, affine as Float32Array<ArrayBuffer>);
      bound = { buffer, size: affine.byteLength, encoder };
    }
    bound.encoder = Math.max(bound.encoder, encoder);
    this.affines.set(key, bound);
    for (const [oldest, known] of this.affines) {
      if (this.affines.size <= MAX_AFFINES) break;
      this.affines.delete(oldest);
      this.encoders.retire(known.buffer, known.encoder, encoder);
    }
    return bound;
  }
}

/** A proxy or a wrapper is one too; what is no object at all cannot be looked at. */
function isEncoder(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "beginComputePass") === "function";
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

/** Scales kept, for batches that each have a range of their own. */
const MAX_AFFINES = 16;

/** What the outputs are called in `StepOptions.out`. */
const OUT_NAMES: Record<OutputName, "images" | "labels" | "classes" | "shares"> = {
  images: "images",
  soft: "labels",
  sourceClasses: "classes",
  sourceShares: "shares",
};

/** What an upload that can outgrow the device is called in a message. */
const UPLOADED: Record<BlockName, string> = {
  mixChunks: "rows",
  labelChunks: "label rows",
  augmentChunks: "passes",
  program: "ops",
  masks: "masks",
};
