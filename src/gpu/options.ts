/** The options of `createEngine`, checked. */
import { found, InputError } from "../errors.ts";
import type { LabelOptions, OutputOptions } from "../format.ts";
import { isListOf } from "../policy/check.ts";
import { validatePolicy } from "../policy/validate.ts";
import { knownKeys, oneOf, positive, range } from "./check.ts";
import type { EngineOptions } from "./engine.ts";

/** Checks what `createEngine` is given. Throws PolicyError and InputError. */
export function checkEngineOptions(options: EngineOptions): void {
  if (typeof options !== "object" || options === null) throw new InputError("createEngine.options", "{ policy, … }", options);
  knownKeys("createEngine.options", options, ["seed", "policy", "output", "labels", "outputSets", "maxPending"]);
  const { seed = 0, output = {}, labels, outputSets = 2, maxPending = 16 } = options;
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError("seed", "an integer in 0..2^53-1", seed);
  validatePolicy(options.policy);
  positive("outputSets", outputSets, 64);
  positive("maxPending", maxPending, 1024);
  checkOutput(output);
  if (labels) checkLabelOptions(labels);
}

function checkOutput(output: OutputOptions): void {
  knownKeys("output", output, ["format", "layout", "valueRange", "normalize"]);
  const { format = "f32", layout = "nhwc", valueRange, normalize } = output;
  oneOf("output.format", format, ["f32", "f16", "u8"]);
  oneOf("output.layout", layout, ["nhwc", "nchw"]);
  if (format === "u8" && valueRange) throw new InputError("output.valueRange", "nothing for u8 output, which is 0..255", valueRange);
  if (format === "u8" && normalize) throw new InputError("output.normalize", "nothing for u8 output: use f32 or f16", normalize);
  if (valueRange) range("output.valueRange", valueRange);
  if (!normalize) return;
  knownKeys("output.normalize", normalize, ["mean", "std"]);
  for (const name of ["mean", "std"] as const) {
    const values: unknown = normalize[name];
    if (!isListOf(values, Number.isFinite) || values.length === 0) {
      throw new InputError(`output.normalize.${name}`, "a list of finite numbers, one a channel (or one for all)", values);
    }
    if (name === "std" && values.some((value) => value === 0)) throw new InputError("output.normalize.std", "no zero (it divides)", values);
  }
}

function checkLabelOptions(labels: LabelOptions): void {
  knownKeys("labels", labels, ["classes", "smoothing", "smoothUnmixed", "dense", "sparse"]);
  const { classes, smoothing = 0, dense = true, sparse = false } = labels;
  positive("labels.classes", classes, 2 ** 24);
  if (typeof smoothing !== "number" || !(smoothing >= 0 && smoothing <= 1))
    throw new InputError("labels.smoothing", "a number in 0..1", smoothing);
  if (!dense && !sparse) throw new InputError("labels", "dense, sparse or both (leave `labels` out for none)", found("neither"));
}
