/** The options of `createEngine`, checked. */

import { isListOf } from "../check/check.ts";
import { found, InputError } from "../check/errors.ts";
import { affineOf, type LabelOptions, type OutputOptions } from "../format/format.ts";
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
  if (labels !== undefined) checkLabelOptions(labels);
}

function checkOutput(output: OutputOptions): void {
  if (Array.isArray(output)) throw new InputError("output", "{ format, layout, valueRange, normalize }", output);
  knownKeys("output", output, ["format", "layout", "valueRange", "normalize"]);
  const { format = "f32", layout = "nhwc", valueRange, normalize } = output;
  oneOf("output.format", format, ["f32", "f16", "u8"]);
  oneOf("output.layout", layout, ["nhwc", "nchw"]);
  if (format === "u8" && valueRange !== undefined)
    throw new InputError("output.valueRange", "nothing for u8 output, which is 0..255", valueRange);
  if (format === "u8" && normalize !== undefined)
    throw new InputError("output.normalize", "nothing for u8 output: use f32 or f16", normalize);
  if (valueRange !== undefined) range("output.valueRange", valueRange);
  if (normalize !== undefined) checkNormalize(normalize);
  if (format !== "u8") checkReach(output, format);
}

/** The largest number of f16. */
const F16_MAX = 65_504;

/** Refuses a range and a normalisation whose black or white, or what takes one to the other, is no number of the format. */
function checkReach(output: OutputOptions, format: "f32" | "f16"): void {
  const { mean, std } = output.normalize ?? { mean: [0], std: [1] };
  const several = [mean.length, std.length].filter((length) => length > 1);
  const { scale, bias } = affineOf(several.length > 0 ? Math.min(...several) : 1, [0, 1], output);
  bias.forEach((black, c) => {
    const white = black + scale[c]!;
    const reach = Math.max(Math.abs(black), Math.abs(white));
    // Written so that NaN fails too. The factor itself is f32, whatever is written.
    if (Number.isFinite(scale[c]) && (format === "f16" ? reach <= F16_MAX : Number.isFinite(Math.fround(reach)))) return;
    throw new InputError(
      output.normalize ? "output.normalize" : "output.valueRange",
      `a black and a white that ${format} can hold`,
      found(`${black} and ${white}${bias.length > 1 ? ` in channel ${c}` : ""}`),
    );
  });
}

function checkNormalize(normalize: NonNullable<OutputOptions["normalize"]>): void {
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
  const { classes, smoothing = 0, smoothUnmixed = true, dense = true, sparse = false } = labels;
  positive("labels.classes", classes, 2 ** 24);
  if (typeof smoothing !== "number" || !(smoothing >= 0 && smoothing <= 1))
    throw new InputError("labels.smoothing", "a number in 0..1", smoothing);
  // A word such as "false" would be true.
  for (const [name, value] of Object.entries({ smoothUnmixed, dense, sparse })) {
    if (typeof value !== "boolean") throw new InputError(`labels.${name}`, "true or false", value);
  }
  if (!dense && !sparse) throw new InputError("labels", "dense, sparse or both (leave `labels` out for none)", found("neither"));
}
