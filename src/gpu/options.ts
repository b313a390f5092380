/** The options of `createEngine`. */

import { InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { positive } from "../check/values.ts";
import type { LabelOptions, OutputOptions } from "../format/format.ts";
import { checkLabelOptions, checkOutput } from "../format/output-options.ts";
import type { Tuning } from "../lower/lowering.ts";
import { drawsOfPolicy } from "../policy/draws.ts";
import type { Policy } from "../policy/policy.ts";
import { validatePolicy } from "../policy/validate.ts";
import type { Dataset } from "./dataset.ts";
import { FrameReader } from "./frames/reader.ts";
import type { Streamed } from "./streamed.ts";
import { EngineTarget } from "./targets/target.ts";
import { checkTuning } from "./tuning.ts";
import { checkUnmapped } from "./values.ts";
import { checkOnProgress, checkWarm, type WarmInput, type WarmOptions } from "./warm.ts";

export interface EngineOptions {
  /** Any integer in 0..2^53 − 1; default 0. The same seed gives the same batches on every adapter. */
  seed?: number;
  /**
   * What to do to a batch: one mixer, a `oneOf`, or a list applied in order; `[]` only decodes, normalises and
   * converts.
   */
  policy: Policy;
  output?: OutputOptions;
  /** Left out: no labels are made. */
  labels?: LabelOptions;
  /**
   * Our own output buffers come in so many sets, written in turn; default 2: a batch is valid until the next but one.
   */
  outputSets?: number;
  /**
   * Encoders that may be waiting, unsubmitted, with steps from `encode`; default 16. (Steps in one encoder: any
   * number.)
   */
  maxPending?: number;
  /**
   * What kernels are compiled for before `createEngine` resolves: the batches of a dataset, or those that are like
   * this. Default `true`: the batches of the dataset that was made last on the device; where none was, u8 pictures of
   * three channels. `false`: nothing, so that the first batches compile what they need. See `Engine.warm`.
   */
  warm?: boolean | Dataset | Streamed | WarmInput;
  /**
   * What kernels are made to be fast on: see `Tuning`. Default `auto`: `software` where the device's adapter says that
   * it is a fallback, else `hardware`. The results are the same, in u8 to the byte.
   */
  tuning?: "auto" | Tuning;
  /** For `run({ frames: [video, …] })`: made by `liveFrames`. */
  frames?: FrameReader;
  /**
   * What goes through every step with the pictures, by names of your own: class maps (`mapTarget`), further pictures
   * (`imageTarget`), boxes with keypoints and polygons (`objectTarget`). Batches and datasets have their data under the
   * same names, and what comes out is in `Batch.targets`. No draw depends on it.
   */
  targets?: Readonly<Record<string, EngineTarget>>;
  /** Told how many of these kernels are compiled: see `WarmOptions`. */
  onProgress?: WarmOptions["onProgress"];
}

/** Checks what `createEngine` is given. Throws PolicyError and InputError. */
export function checkEngineOptions(options: EngineOptions): void {
  if (!isOptions(options as unknown)) throw new InputError("createEngine.options", "{ policy, … }", options);
  knownKeys("createEngine.options", options, [
    "seed",
    "policy",
    "output",
    "labels",
    "outputSets",
    "maxPending",
    "warm",
    "tuning",
    "frames",
    "targets",
    "onProgress",
  ]);
  const { seed = 0, output = {}, labels, outputSets = 2, maxPending = 16, warm = true, tuning = "auto" } = options;
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError("seed", "an integer in 0..2^53-1", seed);
  validatePolicy(options.policy);
  positive("outputSets", outputSets, 64);
  positive("maxPending", maxPending, 1024);
  checkOutput(output);
  if (drawsOfPolicy(options.policy).ops.includes("normalize")) checkUnmapped(output);
  if (labels !== undefined) checkLabelOptions(labels);
  if (typeof warm !== "boolean") checkWarm("warm", warm);
  checkTuning("tuning", tuning);
  if (options.frames !== undefined && !(options.frames instanceof FrameReader))
    throw new InputError("frames", "what liveFrames() makes", options.frames);
  if (options.targets !== undefined) {
    if (!isOptions(options.targets)) throw new InputError("targets", "targets by name", options.targets);
    for (const [name, target] of Object.entries(options.targets))
      if (!(target instanceof EngineTarget))
        throw new InputError(`targets.${name}`, "what mapTarget(), imageTarget() or objectTarget() makes", target);
  }
  checkOnProgress("onProgress", options.onProgress);
}
