/**
 * From the engine into a session, without a copy.
 *
 * ONNX Runtime submits its work some time after `run` was called. A buffer that is overwritten before then changes the
 * result of the earlier call, without an error. So every run has buffers of its own, and they are used again only after
 * its promise has resolved.
 */
import { type InferenceSession, Tensor } from "onnxruntime-web/webgpu";
import { DeviceLostError, found, InputError, MixwellError } from "../../check/errors.ts";
import { isOptions, knownKeys } from "../../check/options.ts";
import {
  assertLiving,
  type Engine,
  type EngineInput,
  isStreamed,
  lossOf,
  type OutName,
  type OutType,
  STREAM,
  type StepOptions,
  type Streamed,
  type StreamRead,
} from "../../gpu/adapter.ts";
import { checkEngine, checkStep } from "../given.ts";
import { Leases } from "../leases.ts";
import { lossBehind } from "../lost.ts";
import { checkFetches, checkInput } from "./fits.ts";
import { inTurn } from "./in-turn.ts";
import { checkSession } from "./session.ts";
import { BYTES, DATA_TYPES, importTensor, product } from "./tensor.ts";

export interface OrtFeedOptions {
  /** The model's input for the pictures; left out: its only input. */
  images?: string;
  /** The model's input for dense label rows, float32 [B, K]. Left out: labels go nowhere. */
  labels?: string;
  /**
   * The model's inputs for the engine's targets, by name: `{ masks: "maps", "objects.boxes": "boxes" }`. Those that are
   * left out go nowhere.
   */
  targets?: Readonly<Record<string, string>>;
}

/** As the engine's, but for `out`: the buffers are the feed's. */
export type OrtStep = Omit<StepOptions, "out">;

/** What else goes to `session.run`. */
export interface OrtRun {
  /** The model's other inputs. */
  feeds?: InferenceSession.OnnxValueMapType;
  /** Outputs to fetch, by name; or tensors to write them to (see `importTensor`). */
  fetches?: InferenceSession.FetchesType;
  options?: InferenceSession.RunOptions;
}

/** Pictures of a stream, by index: see `DatasetInput`. */
export interface StreamInput {
  dataset: Streamed;
  indices: ArrayLike<number>;
}

type Outputs = InferenceSession.OnnxValueMapType;

/** Sessions that failed in a way after which their next run would never end. */
const spoilt = new WeakSet<InferenceSession>();

/**
 * A feed from an engine to a session on the same device.
 * @throws InputError for a session of another entry of the package, and for inputs that the model does not have
 */
export function createFeed(engine: Engine, session: InferenceSession, options: OrtFeedOptions = {}): OrtFeed {
  return new OrtFeed(engine, session, options);
}

export class OrtFeed {
  private readonly leases: Leases;
  /** Model input for each of the engine's outputs that the model takes. */
  private readonly inputs: { [name in OutName]?: string };
  private isDestroyed = false;

  /** Use `createFeed`. */
  constructor(
    private readonly engine: Engine,
    private readonly session: InferenceSession,
    options: OrtFeedOptions,
  ) {
    checkEngine(engine);
    checkSession("createFeed.session", session);
    knownKeys("createFeed.options", options, ["images", "labels", "targets"]);
    const { inputNames } = session;
    const images = options.images ?? (inputNames.length === 1 ? inputNames[0] : undefined);
    const names = inputNames.join(", ");
    if (images === undefined)
      throw new InputError("createFeed.options.images", `one of the model's inputs, ${names}`, undefined);
    const { targets = {} } = options;
    if (!isOptions(targets as unknown)) throw new InputError("createFeed.options.targets", "inputs by target", targets);
    const ofTargets = Object.fromEntries(Object.entries(targets).map(([name, input]) => [`targets.${name}`, input]));
    for (const [key, name] of Object.entries({ images, labels: options.labels, ...ofTargets })) {
      if (name !== undefined && !inputNames.includes(name))
        throw new InputError(`createFeed.options.${key}`, `one of the model's inputs, ${names}`, name);
    }
    if (options.labels !== undefined && !(engine.labels && engine.labels.dense !== false))
      throw new InputError(
        "createFeed.options.labels",
        "nothing, as this engine makes no dense labels",
        options.labels,
      );
    this.inputs = { images, labels: options.labels, ...ofTargets };
    this.leases = new Leases(engine.device);
  }

  /**
   * Mixes a batch (now; of a stream as soon as it is read), and runs the session on it (when its turn comes: feeds take
   * turns, and what you ask of ONNX Runtime beside them goes through `inTurn`). Resolves to the session's outputs;
   * those on the GPU are the caller's to dispose. The same step of `engine.draw` gives the plan.
   * @throws as `engine.run`, and InputError where the batch does not fit the model's input; rejects as `session.run`,
   * and with DeviceLostError
   */
  async run(input: EngineInput | StreamInput, step: OrtStep = {}, more: OrtRun = {}): Promise<Outputs> {
    this.assertUsable();
    checkStep(step, "has buffers of its own");
    knownKeys("run.more", more, ["feeds", "fetches", "options"]);
    for (const [name, given] of Object.entries({ feeds: more.feeds, options: more.options })) {
      if (given !== undefined && !isOptions(given)) throw new InputError(`run.more.${name}`, "an object", given);
    }
    for (const input of Object.values(this.inputs)) {
      if (input !== undefined && more.feeds && input in more.feeds)
        throw new InputError(
          `run.more.feeds.${input}`,
          "the model's other inputs only",
          found("the input that the feed fills"),
        );
    }
    const read = isStreamInput(input) ? await readStream(this.engine, input, step) : undefined;
    if (read && this.isDestroyed) read.release();
    this.assertUsable();
    const leased: GPUBuffer[] = [];
    const feeds: Record<string, Tensor> = {};
    try {
      this.engine.run(read?.input ?? (input as EngineInput), {
        ...step,
        out: (name, shape, type) => this.place(name, { shape, dtype: DATA_TYPES[type] }, leased, feeds),
      });
      this.checkTargets(feeds);
      read?.release();
      return await inTurn(() => this.runSession({ ...more.feeds, ...feeds }, more));
    } finally {
      read?.release();
      for (const buffer of leased) this.leases.give(buffer);
    }
  }

  /**
   * Frees the feed's buffers, those of a run under way when it is done. The session, the engine and the device stay;
   * release the session by `inTurn(() => session.release())`, which waits for that run.
   */
  destroy(): void {
    this.isDestroyed = true;
    this.leases.destroy();
  }

  private assertUsable(): void {
    if (this.isDestroyed) throw new MixwellError("this feed was destroyed; make a new one with createFeed");
  }

  /** A buffer for one output of the engine; where the model takes it, a tensor over it, once it is known to fit. */
  private place(
    name: OutName,
    { shape, dtype }: { shape: number[]; dtype: (typeof DATA_TYPES)[OutType] },
    leased: GPUBuffer[],
    feeds: Record<string, Tensor>,
  ): GPUBuffer {
    const input = this.inputs[name];
    if (input !== undefined)
      checkInput(this.session, input, { path: `run.${name}`, dtype, shape, hint: this.hint(name) });
    const buffer = this.leases.take(Math.ceil((product(shape) * BYTES[dtype]) / 4) * 4);
    leased.push(buffer);
    if (input !== undefined) feeds[input] = importTensor(buffer, shape, dtype);
    return buffer;
  }

  /** Targets that the engine does not make. */
  private checkTargets(feeds: Record<string, Tensor>): void {
    for (const [name, input] of Object.entries(this.inputs))
      if (name.startsWith("targets.") && !(input! in feeds))
        throw new InputError(`createFeed.options.${name}`, "a target that the engine makes on the GPU", input);
  }

  private hint(name: string): string {
    return name === "images" ? ` (the engine's output.layout is "${this.engine.output.layout ?? "nhwc"}")` : "";
  }

  private async runSession(feeds: InferenceSession.OnnxValueMapType, { fetches, options }: OrtRun): Promise<Outputs> {
    const missing = this.session.inputNames.find((name) => !(name in feeds));
    if (missing !== undefined)
      throw new InputError(`run.more.feeds.${missing}`, "a tensor, as the model has this input", undefined);
    const hasOpenPlace = checkFetches(this.session, feeds, fetches);
    if (spoilt.has(this.session))
      throw new MixwellError(
        "this session failed with a place that you gave for an output and cannot run any more; make a new one",
      );
    // The turn may have come after the device had gone.
    assertLiving(this.engine.device);
    let outputs: Outputs;
    try {
      outputs = fetches ? await this.session.run(feeds, fetches, options) : await this.session.run(feeds, options);
    } catch (error) {
      const lost = await lossBehind(this.engine.device);
      if (lost) throw lossError(lost, error);
      // The place may have been of the wrong shape, and after that the next run would never end.
      if (hasOpenPlace) spoilt.add(this.session);
      if (hasOpenPlace || !(await this.takesFromHost(feeds))) throw error;
      // On another device, or on none: neither ONNX Runtime nor the browser says what to do, and each has words of its
      // own.
      const expected = "a session on the engine's device (create it with sessionOptions(engine.device))";
      const text =
        "one that takes such pictures from host memory but not from the engine's buffers: on another device, or on none";
      throw Object.assign(new InputError("createFeed.session", expected, found(text)), { cause: error });
    }
    const lost = await lossOf(this.engine.device);
    // ONNX Runtime may say nothing of it, and then results on the GPU cannot be read.
    if (lost) throw lossError(lost);
    return outputs;
  }

  /**
   * Whether a run that failed on buffers of the engine's works on tensors of the same shapes in host memory (of zeros).
   */
  private async takesFromHost(feeds: InferenceSession.OnnxValueMapType): Promise<boolean> {
    try {
      const onHost = Object.entries(feeds).map(([name, tensor]) => [
        name,
        tensor.location === "gpu-buffer" ? zerosLike(tensor) : tensor,
      ]);
      const outputs = await this.session.run(Object.fromEntries(onHost));
      for (const output of Object.values(outputs)) output.dispose();
      return true;
    } catch {
      return false;
    }
  }
}

const isStreamInput = (input: unknown): input is StreamInput =>
  isOptions(input) && isStreamed((input as Partial<StreamInput>).dataset);

function readStream(engine: Engine, input: StreamInput, step: OrtStep) {
  knownKeys("input", input, ["dataset", "indices"]);
  const { dataset, indices } = input;
  return (dataset[STREAM] as unknown as StreamRead).read(engine, indices, step, {});
}

function lossError({ reason, message }: GPUDeviceLostInfo, cause?: unknown): DeviceLostError {
  return Object.assign(new DeviceLostError(reason, message), cause !== undefined && { cause });
}

/** A tensor of zeros in host memory. */
function zerosLike({ type, dims }: Tensor): Tensor {
  const length = product(dims);
  if (type === "float32") return new Tensor(type, new Float32Array(length), dims);
  if (type === "uint8") return new Tensor(type, new Uint8Array(length), dims);
  const Half = (globalThis as { Float16Array?: typeof Uint16Array }).Float16Array ?? Uint16Array;
  return new Tensor(type as "float16", new Half(length), dims);
}
