/**
 * The engine: policy and seed in, mixed batches and soft labels out, on the caller's device.
 *
 * It never creates, takes over or destroys a device or a buffer of the caller's. Everything it made itself goes with
 * `destroy()`.
 */

import { validatePlan } from "../analysis/validate.ts";
import { frozenCopy } from "../check/copied.ts";
import { checkDevice } from "../check/device.ts";
import { found, InputError, MixwellError, PlanError, PolicyError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { isCallable } from "../check/values.ts";
import type { LabelOptions, OutputOptions } from "../format/format.ts";
import { expectedPipelines } from "../lower/expected.ts";
import { lower } from "../lower/lower.ts";
import type { Tuning } from "../lower/lowering.ts";
import { opsFor } from "../lower/op-set.ts";
import type { BufferName, PipelineKey } from "../lower/recording.ts";
import type { OpName } from "../ops/index.ts";
import { planOfClips } from "../plan/clips.ts";
import type { OwnSizes, SizePairs } from "../plan/own-sizes.ts";
import type { Plan } from "../plan/plan.ts";
import { drawsOfPolicy, type PolicyDraws } from "../policy/draws.ts";
import type { Policy } from "../policy/policy.ts";
import { keptPolicy } from "../policy/validate.ts";
import { samplePlan } from "../sample/sample.ts";
import { type Batch, STEP_KEYS, type StepOptions } from "./batch.ts";
import { type AskForBuffer, batchOf, bindOutputs, givenOutputs } from "./batch-outputs.ts";
import { Bindings, checkUploads } from "./bind.ts";
import type { Dataset } from "./dataset.ts";
import { noteDevice } from "./device-of.ts";
import { type DeviceSizes, sizesOf } from "./device-sizes.ts";
import { Encoders, OWN } from "./encoders.ts";
import { epochOf } from "./epoch.ts";
import type { Epoch, EpochLane, EpochOptions, StreamEpoch } from "./epoch-options.ts";
import { type Bound, Executor } from "./executor.ts";
import type { FramesInput, OpenReader } from "./frames/reader.ts";
import {
  type BatchInput,
  checkPages,
  type DatasetInput,
  type OpenInput,
  type OpensItself,
  openInput,
} from "./inputs.ts";
import { assertLiving, expectLiving, knownLoss, orLoss } from "./loss.ts";
import { checkEngineOptions, type EngineOptions } from "./options.ts";
import { Outputs } from "./outputs.ts";
import { pipelinesOf } from "./pipelines.ts";
import { placed } from "./placed.ts";
import { type HostBatch, readBatch } from "./read.ts";
import { Scratch } from "./scratch.ts";
import type { Streamed } from "./streamed.ts";
import type { OpenTargets } from "./targets/target.ts";
import { tuningOn } from "./tuning.ts";
import { checkUnmapped, normalizes } from "./values.ts";
import { Walks } from "./walks.ts";
import { checkWarm, checkWarmOptions, likelyForm, type WarmInput, type WarmOptions, warmForm } from "./warm.ts";

/**
 * Makes an engine on a device, and compiles the kernels that its policy can need (see the option `warm`).
 * The device is the caller's: default limits and no optional feature are enough, and `destroy()` leaves it alone.
 * @param device where pictures and labels lie, and where batches are made
 * @param options `policy` is the one that must be there; `labels` where there are any; a `seed` for a run that can be
 * repeated; `output` for the form of the pictures: f32, u8 or f16, NHWC or NCHW, normalised or not
 * @throws PolicyError, InputError for options that cannot work; InputError for a device whose limits are too low, by
 * the name of the limit and with the `requiredLimits` to ask for; GpuError for a kernel that the GPU refuses;
 * DeviceLostError if the device is already gone, or is lost meanwhile
 */
export async function createEngine(device: GPUDevice, options: EngineOptions): Promise<Engine> {
  checkDevice("createEngine.device", device);
  checkEngineOptions(options);
  await expectLiving(device);
  const { warm = true, onProgress } = options;
  const engine = new Engine(device, options);
  try {
    if (warm !== false) await engine.warm(warm === true ? undefined : warm, { onProgress });
  } catch (error) {
    engine.destroy();
    throw error;
  }
  return engine;
}

/** What a step is made of. */
export type EngineInput = BatchInput | DatasetInput | FramesInput;

export class Engine {
  readonly seed: number;
  readonly policy: Policy;
  readonly output: Readonly<OutputOptions>;
  readonly labels: Readonly<LabelOptions> | undefined;

  /** What the policy can draw. */
  private readonly draws: PolicyDraws;
  /** The ops that its kernels are made for: the policy's, and then those of the plans that it was given. */
  private ops: readonly OpName[];
  private readonly executor: Executor;
  private readonly tuning: Tuning;
  private readonly outputSets: number;
  private readonly outputs: Outputs;
  private readonly bindings: Bindings;
  private readonly encoders: Encoders;
  private readonly sizes: DeviceSizes;
  private readonly frames: OpenReader | undefined;
  private readonly targets: OpenTargets | undefined;
  /** For epochs, the adapters' included. @internal */
  readonly walks = new Walks();
  /** Outputs of epochs, one set of rings for each that is under way at the same time. */
  private readonly epochOutputs: Outputs[] = [];
  private readonly idleOutputs: Outputs[] = [];
  private destroyed: MixwellError | undefined;

  /**
   * Use `createEngine`. `keepsOps`: the ops of given plans come to those that the kernels are made for, so that plans
   * which differ in their ops need fewer and fewer new ones. Without it each plan gets kernels for its own.
   */
  constructor(
    readonly device: GPUDevice,
    options: EngineOptions,
    private readonly keepsOps = true,
  ) {
    this.seed = options.seed ?? 0;
    // What the engine was made for is what it does, whatever becomes of the caller's objects.
    this.policy = keptPolicy(options.policy);
    this.output = frozenCopy(options.output ?? {});
    this.labels = frozenCopy(options.labels);
    this.draws = drawsOfPolicy(this.policy);
    this.ops = this.draws.ops;
    this.sizes = sizesOf(device, "createEngine.device");
    this.tuning = tuningOn(device, options.tuning ?? "auto");
    this.executor = new Executor(device);
    const { maxPending = 16 } = options;
    this.encoders = new Encoders(maxPending);
    const scratch = new Scratch(device, this.encoders);
    const bindings = () => new Bindings(device, this.encoders, maxPending, scratch);
    this.bindings = bindings();
    this.outputSets = options.outputSets ?? 2;
    this.outputs = new Outputs(device, this.encoders, this.outputSets);
    this.frames = options.frames?.open(device);
    const { targets = {} } = options;
    const { policy, tuning, sizes, draws } = this;
    this.targets = Object.values(targets)[0]?.together(targets, {
      ...{ device, policy, tuning, bindings },
      rows: draws.rows,
      ops: draws.ops,
      slots: sizes.slots,
    });
    if (draws.seesObjects && !this.targets?.haveObjects)
      throw new PolicyError(
        "policy",
        "an objectTarget among the engine's targets, since a crop looks at objects",
        found("none"),
      );
    knownLoss(device); // Watched from now on.
  }

  /**
   * Compiles every kernel that the policy can need for the batches of a dataset, or for batches that are like this, so
   * that no step waits for one. Left out: for the batches of the dataset that was made last on the device; where none
   * was, for u8 pictures of three channels. What is compiled already, by whatever engine on the device, is not compiled
   * again. Steps may run meanwhile.
   * @throws PolicyError for pictures that the policy does not fit, InputError, GpuError, DeviceLostError
   */
  async warm(input?: Dataset | Streamed | WarmInput, options: WarmOptions = {}): Promise<void> {
    if (input !== undefined) checkWarm("warm.input", input);
    checkWarmOptions("warm", options);
    this.assertAlive();
    const warmed = pipelinesOf(this.device).warm(this.expected(input), options.onProgress);
    // A browser may leave the promises of a lost device open.
    const failure = await orLoss(this.device, warmed).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    await expectLiving(this.device);
    if (failure) throw failure.error;
    this.assertAlive();
  }

  /** Draws a plan for an input without touching the GPU: the same one that `run` would draw. */
  draw(input: EngineInput, step: StepOptions = {}): Plan {
    return this.planFor(openInput(this.opened(input), this.labels, this.device), step);
  }

  /** Mixes a batch: records and submits. */
  run(input: EngineInput, step: StepOptions = {}): Batch {
    return this.submit(input, step, this.outputs);
  }

  /** Records a batch into the caller's encoder, as one compute pass; the caller submits. */
  encode(encoder: GPUCommandEncoder, input: EngineInput, step: StepOptions = {}): Batch {
    this.assertAlive();
    if (!isEncoder(encoder)) throw new InputError("encode.encoder", "a GPUCommandEncoder", encoder);
    if (isFrames(input))
      throw new InputError(
        "input.frames",
        "`run`: frames are copied at the call, and an encoder waits",
        found("`encode`"),
      );
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
   *
   * A `Stream` is read on the way: `for await (const batch of engine.epoch(stream, { epoch, batchSize: 64 })) …`
   */
  epoch(stream: Streamed, options: EpochOptions): StreamEpoch;
  epoch(dataset: Dataset, options: EpochOptions): Epoch;
  epoch(samples: Dataset | Streamed, options: EpochOptions): Epoch | StreamEpoch {
    this.assertAlive();
    return epochOf(this, samples, options, (sets) => this.openLane(sets));
  }

  /**
   * Reads a batch back to the host: for looking and for tests; training never needs it. Rejects with DeviceLostError.
   */
  async read(batch: Batch): Promise<HostBatch> {
    this.assertAlive();
    // The copy is begun at once: what is run next may use the batch's buffers again.
    const reading = readBatch(this.device, batch);
    reading.catch(() => {});
    await this.frames?.expectSound();
    return reading;
  }

  /** Frees everything the engine made; the device and the caller's buffers stay. */
  destroy(): void {
    this.destroyed ??= new MixwellError("this engine was destroyed; make a new one with createEngine");
    this.walks.destroy();
    this.bindings.destroy();
    for (const outputs of [this.outputs, ...this.epochOutputs]) outputs.destroy();
    this.encoders.destroy();
    this.frames?.destroy();
    this.targets?.destroy();
  }

  /** @throws DeviceLostError, or MixwellError after `destroy()` */
  assertAlive(): void {
    if (this.destroyed) throw this.destroyed;
    assertLiving(this.device);
  }

  private expected(input: Dataset | Streamed | WarmInput | undefined): PipelineKey[] {
    const { output, labels, tuning, device } = this;
    const { rows: mixers, ops, readings } = this.draws;
    const likely = input ?? this.frames?.warm;
    const form = likely === undefined ? likelyForm(device) : warmForm("warm.input", likely, device);
    try {
      const mixing = expectedPipelines(this.policy, { ...form, output, labels, mixers, ops, readings, tuning });
      return [...(this.frames?.pipelines ?? []), ...mixing, ...(this.targets?.pipelines(form) ?? [])];
    } catch (error) {
      // Batches that were only guessed may be none that the policy fits.
      if (input === undefined && error instanceof PolicyError) return [];
      throw error;
    }
  }

  private submit(input: EngineInput, step: StepOptions, outputs: Outputs): Batch {
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

  /**
   * Output buffers for one epoch alone: a validation step in the middle of it must not write over a batch made ahead.
   */
  private openLane(sets: number): EpochLane {
    let outputs = this.idleOutputs.pop();
    if (!outputs) {
      outputs = new Outputs(this.device, this.encoders, this.outputSets);
      this.epochOutputs.push(outputs);
    }
    outputs.require(sets);
    return { run: (input, step) => this.submit(input, step, outputs), close: () => this.idleOutputs.push(outputs) };
  }

  /** Frames, as the engine's reader of frames takes them; all else as it is. */
  private opened(input: EngineInput): BatchInput | DatasetInput | OpensItself {
    if (!isFrames(input)) return input;
    if (!this.frames)
      throw new InputError(
        "input.frames",
        "an engine that takes frames: createEngine({ frames: liveFrames() })",
        found("one that does not"),
      );
    return this.frames.input(input);
  }

  private planFor(open: OpenInput, step: StepOptions): Plan {
    const { height, width } = open.shape;
    const { clip = 1, noise } = open;
    const shape = {
      batchSize: open.size,
      ...(open.own ? { sizes: sizesOfSources(open) } : { height, width }),
      datasetSize: open.datasetSize,
      externalSize: open.external?.size,
    };
    knownKeys("step", step, STEP_KEYS);
    if (open.plan) return open.plan;
    if (step.plan !== undefined) return checkSamples(validatePlan(step.plan, shape), open);
    if (open.indices && step.ids !== undefined)
      throw new InputError("step.ids", "nothing: a dataset's indices are its ids", step.ids);
    const drawn = samplePlan({
      ...shape,
      batchSize: open.size / clip,
      datasetSize: open.datasetSize && open.datasetSize / clip,
      externalSize: open.external && open.external.size / clip,
      policy: this.policy,
      seed: this.seed,
      epoch: step.epoch,
      step: step.step,
      ids: open.indices ?? step.ids,
      occurrences: step.occurrences,
      members: open.members,
      objects: this.draws.seesObjects ? this.targets?.objectsToDraw(open) : undefined,
      from: open.from,
    });
    return planOfClips(drawn, clip, noise);
  }

  /** `begin` gives the encoder once everything was checked. */
  private record(
    begin: () => GPUCommandEncoder,
    /** The encoder's number, see `Encoders`: asked for once everything was checked, since it counts from then on. */
    number: () => number,
    input: EngineInput,
    step: StepOptions,
    outputs: Outputs,
  ): Batch {
    const open = openInput(this.opened(input), this.labels, this.device);
    checkPages(open.pages.length + (open.external ? 1 : 0));
    const plan = this.planFor(open, step);
    if (normalizes(plan)) checkUnmapped(this.output);
    if (step.plan && this.keepsOps) this.ops = opsFor(plan, this.ops);
    const recording = lower(placed(plan, open), {
      shape: open.shape,
      format: open.format,
      layout: open.layout,
      valueRange: open.valueRange,
      output: this.output,
      labels: this.labels,
      labelForm: open.labelForm,
      pages: open.pages.length,
      picturesPerPage: open.picturesPerPage,
      places: open.own?.places,
      externalPlaces: open.external?.own?.places,
      mixers: this.draws.rows,
      ops: this.ops,
      readings: this.draws.readings,
      tuning: this.tuning,
      slots: this.sizes.slots,
    });
    checkUploads(recording, this.device);
    const followed = this.targets?.follow(open, plan, this.ops);
    // A given plan may be edited for the next batch, and this one's stays what was done.
    const drawn = step.plan ? structuredClone(plan) : plan;
    const given = givenOutputs(recording, this, open, step, this.device);
    // Before an output's turn is taken: pixels that a page may not have are refused here.
    open.write?.();
    const encoder = number();
    const bound = bindOutputs(recording, given, outputs, encoder);
    const batch = batchOf(recording, this, open, drawn, bound);
    noteDevice(batch.images, this.device);
    const buffers = new Map<BufferName, Bound>(bound);
    this.bindings.bind(recording, open, encoder, buffers);
    const ask = isCallable(step.out) ? (step.out as AskForBuffer) : undefined;
    const { steps = [], made } = followed?.bind(outputs, encoder, ask) ?? {};
    if (made) batch.targets = made;
    this.executor.encode(begin(), [{ recording, buffers }, ...steps]);
    return batch;
  }
}

/** The sizes of an input's pictures, which have sizes of their own. */
function sizesOfSources({ from, own, external }: OpenInput): OwnSizes {
  return { [from]: own!.sizes, ...(external && { external: external.own!.sizes as SizePairs }) };
}

const isFrames = (input: unknown): input is FramesInput =>
  typeof input === "object" && input !== null && "frames" in input;

/** A proxy or a wrapper is one too; what is no object at all cannot be looked at. */
function isEncoder(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "beginComputePass") === "function";
}

/**
 * A plan says itself which samples of a dataset it mixes: they must be the ones that were asked for, and nothing from
 * outside a view.
 */
function checkSamples(plan: Plan, { indices, members, clip = 1 }: OpenInput): Plan {
  indices?.forEach((sample, s) => {
    for (let t = 0; t < clip; t++) {
      const [i, index] = [s * clip + t, sample * clip + t];
      const source = plan.sources[i]!;
      if (source.from !== "dataset")
        throw new PlanError(`plan.sources[${i}].from`, "dataset, as the input is one", source.from);
      if (source.index !== index)
        throw new PlanError(`plan.sources[${i}].index`, `${index}, as input.indices[${s}]`, source.index);
    }
  });
  plan.sources.forEach(({ from, index }, i) => {
    if (members && from === "dataset" && !members.has(Math.floor(index / clip)))
      throw new PlanError(`plan.sources[${i}].index`, "a sample of the view", index);
  });
  return plan;
}
