/**
 * Batches as TensorFlow.js tensors, without a copy.
 *
 * TensorFlow.js collects operations and submits them later, so a buffer that is written again too early changes results
 * of earlier operations, without an error. Here every batch gets buffers that nothing reads any more, see
 * `TensorLeases`.
 */

import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { Tensor, Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import { found, InputError, MixwellError } from "../../check/errors.ts";
import {
  type Dataset,
  type Engine,
  type EngineInput,
  type EpochOptions,
  epochOf,
  type OutName,
  type OutType,
  type StepOptions,
  type Streamed,
} from "../../gpu/adapter.ts";
import { checkEngine, checkStep } from "../given.ts";
import { handOut } from "../hand-out.ts";
import { targetTensors } from "../targets.ts";
import { activeBackend } from "./backend.ts";
import type { TfjsBatch, TfjsEpoch, TfjsStreamEpoch } from "./batch.ts";
import { examplesOf, type TfjsDataset, type TfjsDatasetOptions } from "./dataset.ts";
import { TensorLeases } from "./tensor-leases.ts";

/** As the engine's, but for `out`: the buffers are the feed's. */
export type TfjsStep = Omit<StepOptions, "out">;

/**
 * A source of tensors from an engine on TensorFlow.js' device.
 * @throws InputError when TensorFlow.js computes elsewhere, or when the engine does not write f32
 */
export function createFeed(engine: Engine): TfjsFeed {
  return new TfjsFeed(engine);
}

/**
 * A batch in leased buffers, before there are tensors: so no `tidy` that happens to be open can take a batch that was
 * made ahead.
 */
interface Mixed {
  out: { [name in OutName]?: { buffer: GPUBuffer; shape: number[]; type: OutType } };
  batch: TfjsBatch["batch"];
}

export class TfjsFeed {
  private readonly backend: WebGPUBackend;
  private readonly leases: TensorLeases;
  private isDestroyed = false;

  /** Use `createFeed`. */
  constructor(private readonly engine: Engine) {
    checkEngine(engine);
    this.backend = activeBackend("createFeed");
    if (this.backend.device !== engine.device) {
      const expected =
        "an engine on TensorFlow.js' device (make it on `await tfjsDevice()`, or call `shareDevice(device)` first)";
      throw new InputError("createFeed.engine", expected, found("one on another device"));
    }
    const { format = "f32" } = engine.output;
    if (format !== "f32")
      throw new InputError(
        "createFeed.engine.output.format",
        '"f32": TensorFlow.js has no other float or byte',
        format,
      );
    this.leases = new TensorLeases(this.backend);
  }

  /**
   * Mixes a batch into new tensors: records and submits.
   * @throws as `engine.run`, and InputError when TensorFlow.js' backend was changed since the feed was made
   */
  run(input: EngineInput, step: TfjsStep = {}): TfjsBatch {
    checkStep(step, "writes into buffers of its own");
    return this.tensorsOf(this.mix(input, step));
  }

  /**
   * One pass over a dataset or a stream, with the same numbers as `engine.epoch`. Every batch handed out is the
   * caller's to dispose; those made ahead and never asked for, because a loop was left early, are not tensors yet and
   * cost nothing.
   */
  epoch(stream: Streamed, options: EpochOptions): TfjsStreamEpoch;
  epoch(dataset: Dataset, options: EpochOptions): TfjsEpoch;
  epoch(samples: Dataset | Streamed, options: EpochOptions): TfjsEpoch | TfjsStreamEpoch;
  epoch(samples: Dataset | Streamed, options: EpochOptions): TfjsEpoch | TfjsStreamEpoch {
    this.assertUsable();
    const epoch = epochOf<Mixed>(this.engine, samples, options, () => ({
      run: (input, step) => this.mix(input, step),
      close: (unused) => {
        for (const mixed of unused) this.giveBack(mixed);
      },
    }));
    return handOut(epoch, (mixed) => {
      const { images: xs, labels: ys, ...rest } = this.tensorsOf(mixed);
      return { xs, ys, ...rest };
    });
  }

  /**
   * What `model.fitDataset` and `model.evaluateDataset` take. Every pass over it is the next epoch, counted from
   * `epoch`, and has an order and draws of its own. TensorFlow.js disposes the tensors.
   * @throws InputError when the engine makes no dense labels
   */
  dataset(samples: Dataset | Streamed, options: TfjsDatasetOptions): TfjsDataset {
    const { labels } = this.engine;
    if (!labels || labels.dense === false)
      throw new InputError(
        "dataset",
        "an engine that makes dense labels (`labels: { classes }`)",
        found("one that makes none"),
      );
    return examplesOf((pass) => this.epoch(samples, pass), options);
  }

  /**
   * Frees the feed's buffers. Tensors that still live keep theirs; the engine, the device and TensorFlow.js are left
   * alone.
   */
  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.leases.destroy();
  }

  private mix(input: EngineInput, step: TfjsStep): Mixed {
    this.assertUsable();
    const out: Mixed["out"] = {};
    try {
      const lend = (name: OutName, shape: number[], type: OutType) => {
        if (type === "u8" || type === "f16")
          throw new InputError(
            `createFeed.engine.${name}`,
            '"f32" as its format: TensorFlow.js has no other float or byte',
            type,
          );
        const buffer = this.leases.take(shape);
        out[name] = { buffer, shape, type };
        return buffer;
      };
      const {
        images: _images,
        labels: _labels,
        sparse: _sparse,
        ...batch
      } = this.engine.run(input, { ...step, out: lend });
      return { out, batch };
    } catch (error) {
      for (const lease of Object.values(out)) if (lease) this.leases.give(lease.buffer);
      throw error;
    }
  }

  private tensorsOf({ out, batch }: Mixed): TfjsBatch {
    this.assertUsable();
    const made = (name: OutName): Tensor | undefined => {
      const lease = out[name];
      return lease && this.leases.wrap(lease.buffer, lease.shape, lease.type === "u32" ? "int32" : "float32");
    };
    const targets = targetTensors(batch.targets, made);
    const classes = made("classes") as Tensor2D | undefined;
    const shares = made("shares") as Tensor2D | undefined;
    return {
      images: made("images") as Tensor4D,
      labels: made("labels") as Tensor2D | undefined,
      sparse: classes && shares && { classes, shares },
      ...(targets && { targets }),
      batch,
    };
  }

  private giveBack({ out }: Mixed): void {
    for (const lease of Object.values(out)) if (lease) this.leases.give(lease.buffer);
  }

  private assertUsable(): void {
    if (this.isDestroyed) throw new MixwellError("this feed was destroyed; make a new one with createFeed");
    if (activeBackend("feed") !== this.backend)
      throw new InputError(
        "feed",
        "the WebGPU backend that it was made with",
        found("another one: make a new feed with createFeed"),
      );
  }
}
