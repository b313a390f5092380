/**
 * Batches as jax arrays, without a copy.
 *
 * jax cannot take a buffer of ours, but it gives us its own: so every batch is written into arrays that jax has just
 * made, once, before anybody else sees them. From then on they are the caller's, by jax's rules: an operation consumes
 * its argument, `.ref` keeps it, and a buffer returns to jax's pool when the last array and the last pending operation
 * on it are gone. That is why a lazy operation can never read the next batch, and nothing has to be awaited or flushed.
 *
 * Zeroing a new array is one write of its bytes, the cheapest allocation in jax's public API (there is no `empty`, and
 * an array kept for reuse could still be read by an operation that jax has not submitted yet).
 */
import { type Array as JaxArray, numpy as np } from "@jax-js/jax";
import { found, InputError, MixwellError } from "../../check/errors.ts";
import {
  type Batch,
  type Dataset,
  type Engine,
  type EngineInput,
  type Epoch,
  type EpochOptions,
  epochOf,
  type OutName,
  type StepOptions,
  type StreamEpoch,
  type Streamed,
} from "../../gpu/adapter.ts";
import { checkEngine, checkStep } from "../given.ts";
import { handOut } from "../hand-out.ts";
import { type TargetTensors, targetTensors, tensorsIn } from "../targets.ts";
import { deviceOfJax } from "./device.ts";

/** As the engine's, but for `out`: the arrays are jax's. */
export type JaxStep = Omit<StepOptions, "out">;

/** A batch in arrays that are yours: each must be consumed or disposed, as every jax array. */
export interface JaxBatch {
  /** float32 or float16, [B, H, W, C] or [B, C, H, W]: see `output.format` and `output.layout` of the engine. */
  images: JaxArray;
  /** float32 [B, K], where the engine makes dense labels. */
  labels?: JaxArray;
  /** uint32 class ids and float32 shares, [pictures, sources] each, where the engine makes sparse labels. */
  sparse?: { classes: JaxArray; shares: JaxArray };
  /**
   * The engine's targets by name: maps and further pictures in their format, of padded objects uint32 `labels` and
   * `counts`, and the rest float32. Objects without `pad` are in `batch.targets` alone.
   */
  targets?: TargetTensors<JaxArray>;
  /** What was made: shape, ids, plan, fields. */
  batch: Omit<Batch, "images" | "labels" | "sparse">;
}

export type JaxEpoch = Epoch<JaxBatch>;
/** The same over a stream. */
export type JaxStreamEpoch = StreamEpoch<JaxBatch>;

/**
 * A source of jax arrays from an engine on jax's device. One write each, in place; needs no `destroy`.
 * @throws InputError when the engine is on another device than jax, or writes a format that jax has no type for
 */
export function createFeed(engine: Engine): JaxFeed {
  return new JaxFeed(engine);
}

export class JaxFeed {
  /** Use `createFeed`. */
  constructor(private readonly engine: Engine) {
    checkEngine(engine);
    const device = deviceOfJax();
    if (!device)
      throw new MixwellError("createFeed: jax-js has no device yet: await jaxDevice() or shareDevice(device) first");
    if (engine.device !== device) {
      const expected =
        "an engine on jax's device (make it on `await jaxDevice()`, or call `shareDevice(device)` before jax starts)";
      throw new InputError("createFeed.engine", expected, found("one on another device"));
    }
    const { format = "f32" } = engine.output;
    if (format === "u8")
      throw new InputError("createFeed.engine.output.format", '"f32" or "f16": jax has no 8-bit type', format);
    if (format === "f16" && !device.features.has("shader-f16"))
      throw new InputError("createFeed.engine.output.format", '"f32", as this device has no shader-f16', format);
  }

  /**
   * Mixes a batch into new arrays: records and submits.
   * @throws as `engine.run`; nothing is left allocated then
   */
  run(input: EngineInput, step: JaxStep = {}): JaxBatch {
    checkStep(step, "writes into arrays of jax's");
    const arrays: { [name in OutName]?: JaxArray } = {};
    try {
      const {
        images: _images,
        labels: _labels,
        sparse: _sparse,
        ...batch
      } = this.engine.run(input, {
        ...step,
        out: (name, shape, type) => {
          if (type === "u8")
            throw new InputError(`createFeed.engine.${name}`, '"f32" as its format: jax has no 8-bit type', type);
          const array = np.zeros(shape, {
            dtype: { f32: np.float32, f16: np.float16, u32: np.uint32 }[type],
            device: "webgpu",
          });
          arrays[name] = array;
          // `.ref`: the call consumes a reference, and the last one would send the buffer back to jax's pool.
          return array.ref.gpuBufferSync();
        },
      });
      const { images, labels, classes, shares } = arrays;
      const targets = targetTensors(batch.targets, (name) => arrays[name]);
      const sparse = classes && shares && { classes, shares };
      return { images: images!, labels, sparse, ...(targets && { targets }), batch };
    } catch (error) {
      for (const array of Object.values(arrays)) array?.dispose();
      throw error;
    }
  }

  /**
   * One pass over a dataset or a stream, with the same numbers as `engine.epoch`. Every batch handed out is the
   * caller's; those made ahead and never asked for, because a loop was left early, are disposed.
   */
  epoch(stream: Streamed, options: EpochOptions): JaxStreamEpoch;
  epoch(dataset: Dataset, options: EpochOptions): JaxEpoch;
  epoch(samples: Dataset | Streamed, options: EpochOptions): JaxEpoch | JaxStreamEpoch {
    this.engine.assertAlive();
    const epoch = epochOf(this.engine, samples, options, () => ({
      run: (input, step) => this.run(input, step),
      close: (unused: JaxBatch[]) => unused.forEach(disposeBatch),
    }));
    return handOut(epoch, (batch) => batch);
  }
}

function disposeBatch({ images, labels, sparse, targets }: JaxBatch): void {
  const others = tensorsIn(targets, (value): value is JaxArray => "gpuBufferSync" in value);
  for (const array of [images, labels, sparse?.classes, sparse?.shares, ...others]) array?.dispose();
}
