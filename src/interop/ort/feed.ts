/**
 * From the engine into a session, without a copy.
 *
 * ONNX Runtime submits its work some time after `run` was called. A buffer that is overwritten before then changes the result of the
 * earlier call, without an error. So every run has buffers of its own, and they are used again only after its promise has resolved.
 */
import type { InferenceSession, Tensor } from "onnxruntime-web/webgpu";
import { DeviceLostError, found, InputError, MixwellError } from "../../check/errors.ts";
import { knownKeys } from "../../gpu/check.ts";
import type { Engine, OutBuffers, StepOptions } from "../../gpu/engine.ts";
import type { BatchInput, DatasetInput } from "../../gpu/inputs.ts";
import { Leases } from "../leases.ts";
import { lossOf } from "../lost.ts";
import { checkFetches, checkInput } from "./fits.ts";
import { inTurn } from "./in-turn.ts";
import { checkSession } from "./session.ts";
import { BYTES, DATA_TYPES, importTensor, product } from "./tensor.ts";

export interface OrtFeedOptions {
  /** The model's input for the pictures; left out: its only input. */
  images?: string;
  /** The model's input for dense label rows, float32 [B, K]. Left out: labels go nowhere. */
  labels?: string;
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
  private readonly inputs: { images: string; labels?: string };
  private isDestroyed = false;

  /** Use `createFeed`. */
  constructor(
    private readonly engine: Engine,
    private readonly session: InferenceSession,
    options: OrtFeedOptions,
  ) {
    if (typeof engine?.run !== "function") throw new InputError("createFeed.engine", "an engine", engine);
    checkSession("createFeed.session", session);
    knownKeys("createFeed.options", options, ["images", "labels"]);
    const { inputNames } = session;
    const images = options.images ?? (inputNames.length === 1 ? inputNames[0] : undefined);
    const names = inputNames.join(", ");
    if (images === undefined) throw new InputError("createFeed.options.images", `one of the model's inputs, ${names}`, undefined);
    for (const [key, name] of Object.entries({ images, labels: options.labels })) {
      if (name !== undefined && !inputNames.includes(name))
        throw new InputError(`createFeed.options.${key}`, `one of the model's inputs, ${names}`, name);
    }
    if (options.labels !== undefined && !(engine.labels && engine.labels.dense !== false))
      throw new InputError("createFeed.options.labels", "nothing, as this engine makes no dense labels", options.labels);
    this.inputs = { images, labels: options.labels };
    this.leases = new Leases(engine.device);
  }

  /**
   * Mixes a batch (now), and runs the session on it (when its turn comes: feeds take turns, and what you ask of ONNX Runtime beside them
   * goes through `inTurn`). Resolves to the session's outputs; those on the GPU are the caller's to dispose. The same step of
   * `engine.draw` gives the plan.
   * @throws as `engine.run`, and InputError where the batch does not fit the model's input; rejects as `session.run`, and with
   * DeviceLostError
   */
  async run(input: BatchInput | DatasetInput, step: OrtStep = {}, more: OrtRun = {}): Promise<Outputs> {
    if (this.isDestroyed) throw new MixwellError("this feed was destroyed; make a new one with createFeed");
    if (typeof step === "object" && step !== null && "out" in step)
      throw new InputError("step.out", "nothing: the feed has buffers of its own", step.out);
    knownKeys("run.more", more, ["feeds", "fetches", "options"]);
    for (const input of Object.values(this.inputs)) {
      if (input !== undefined && more.feeds && input in more.feeds)
        throw new InputError(`run.more.feeds.${input}`, "the model's other inputs only", found("the input that the feed fills"));
    }
    const leased: GPUBuffer[] = [];
    const feeds: Record<string, Tensor> = {};
    try {
      this.engine.run(input, { ...step, out: (name, shape) => this.place(name, shape, leased, feeds) });
      return await inTurn(() => this.runSession({ ...more.feeds, ...feeds }, more));
    } finally {
      for (const buffer of leased) this.leases.give(buffer);
    }
  }

  /**
   * Frees the feed's buffers, those of a run under way when it is done. The session, the engine and the device stay; release the session by
   * `inTurn(() => session.release())`, which waits for that run.
   */
  destroy(): void {
    this.isDestroyed = true;
    this.leases.destroy();
  }

  /** A buffer for one output of the engine; where the model takes it, a tensor over it, once it is known to fit. */
  private place(name: keyof OutBuffers, shape: number[], leased: GPUBuffer[], feeds: Record<string, Tensor>): GPUBuffer {
    const dtype = name === "images" ? DATA_TYPES[this.engine.output.format ?? "f32"] : name === "classes" ? "uint32" : "float32";
    const input = name === "images" || name === "labels" ? this.inputs[name] : undefined;
    if (input !== undefined) checkInput(this.session, input, { path: `run.${name}`, dtype, shape, hint: this.hint(name) });
    const buffer = this.leases.take(Math.ceil((product(shape) * BYTES[dtype]) / 4) * 4);
    leased.push(buffer);
    if (input !== undefined) feeds[input] = importTensor(buffer, shape, dtype);
    return buffer;
  }

  private hint(name: string): string {
    return name === "images" ? ` (the engine's output.layout is "${this.engine.output.layout ?? "nhwc"}")` : "";
  }

  private async runSession(feeds: InferenceSession.OnnxValueMapType, { fetches, options }: OrtRun): Promise<Outputs> {
    checkFetches(this.session, feeds, fetches);
    if (spoilt.has(this.session))
      throw new MixwellError("this session was given a place of the wrong shape for an output and cannot run any more; make a new one");
    let outputs: Outputs;
    try {
      outputs = fetches ? await this.session.run(feeds, fetches, options) : await this.session.run(feeds, options);
    } catch (error) {
      // A read that was under way ends a little before the loss is known.
      if (/map_async/i.test(String(error)))
        await Promise.race([this.engine.device.lost, new Promise((resolve) => setTimeout(resolve, 1000))]);
      await this.expectDevice(error);
      // The model leaves that output's sides open, so nobody could tell before.
      if (/OrtValue provided for output/.test(String(error))) spoilt.add(this.session);
      // A session on another GPUDevice says so in Dawn's words, and one on the CPU in its own: neither says what to do.
      const isOnAnother = /is associated with \[Device/.test(String(error));
      if (!isOnAnother && !/Buffer is not registered/.test(String(error))) throw error;
      const expected = "a session on the engine's device (create it with sessionOptions(engine.device))";
      const text = isOnAnother ? "one on another device" : "one without a WebGPU device";
      throw Object.assign(new InputError("createFeed.session", expected, found(text)), { cause: error });
    }
    await this.expectDevice();
    return outputs;
  }

  /** ONNX Runtime says of a lost device that a map was aborted, or nothing: then results on the GPU cannot be read. */
  private async expectDevice(cause?: unknown): Promise<void> {
    const lost = await lossOf(this.engine.device);
    if (lost) throw Object.assign(new DeviceLostError(lost.reason, lost.message), cause !== undefined && { cause });
  }
}
