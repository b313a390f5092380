/** What the outputs shall be, checked. */
import { found, InputError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { oneOf, positive, range } from "../check/values.ts";
import { affineOf, type LabelOptions, type OutputOptions } from "./format.ts";

/** Throws an InputError unless an engine can write that. */
export function checkOutput(output: OutputOptions): void {
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
  if (normalize !== undefined) checkUnits(normalize, valueRange ?? [0, 1]);
}

/** Throws an InputError unless `normalize` has one number, or one per channel. */
export function checkChannels({ normalize }: OutputOptions, channels: number): void {
  for (const name of ["mean", "std"] as const) {
    const { length } = listOf(normalize?.[name] ?? 0);
    if (length !== 1 && length !== channels)
      throw new InputError(`output.normalize.${name}`, `1 number, or ${channels}, one per channel`, found(`${length}`));
  }
}

/** One number for all channels, or one each. */
const listOf = (values: number | readonly number[]): readonly number[] =>
  typeof values === "number" ? [values] : values;

/** The largest number of f16. */
const F16_MAX = 65_504;

/**
 * Refuses a range and a normalisation whose black or white, or what takes one to the other, is no number of the format.
 */
function checkReach(output: OutputOptions, format: "f32" | "f16"): void {
  const { mean, std } = output.normalize ?? { mean: 0, std: 1 };
  const several = [listOf(mean).length, listOf(std).length].filter((length) => length > 1);
  const { scale, bias } = affineOf(several.length > 0 ? Math.min(...several) : 1, [0, 1], output);
  bias.forEach((black, c) => {
    const white = black + scale[c]!;
    const reach = Math.max(Math.abs(black), Math.abs(white));
    // Written so that NaN fails too. The factor itself is f32, whatever is written.
    if (Number.isFinite(scale[c]) && (format === "f16" ? reach <= F16_MAX : Number.isFinite(Math.fround(reach))))
      return;
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
    const list: unknown = typeof values === "number" ? [values] : values;
    if (!isListOf(list, Number.isFinite) || list.length === 0) {
      throw new InputError(
        `output.normalize.${name}`,
        "a list of finite numbers, one per channel (or one for all)",
        values,
      );
    }
    if (name === "std" && list.some((value) => value === 0))
      throw new InputError("output.normalize.std", "no zero (it divides)", values);
  }
}

/**
 * How many ranges wide a deviation may be: that of any pictures is at most half a range, and 1 stands for no division.
 */
const WIDEST = 10;

/**
 * Refuses statistics of other units than the range's: those of bytes, beside [0, 1], would make every picture one
 * colour.
 */
function checkUnits(
  { mean, std }: NonNullable<OutputOptions["normalize"]>,
  [low, high]: readonly [number, number],
): void {
  const most = WIDEST * Math.max(high - low, 1);
  const units = `in units of output.valueRange, [${low}, ${high}]${high - low <= 2 ? " (those of levels 0 to 255 divided by 255)" : ""}`;
  if (listOf(mean).some((value) => value < low || value > high))
    throw new InputError("output.normalize.mean", `numbers ${low} to ${high}, ${units}`, mean);
  if (listOf(std).some((value) => Math.abs(value) > most))
    throw new InputError("output.normalize.std", `at most ${most}, ${units}`, std);
}

/** Throws an InputError unless label rows can be that. */
export function checkLabelOptions(labels: LabelOptions): void {
  knownKeys("labels", labels, ["classes", "smoothing", "smoothUnmixed", "dense", "sparse"]);
  const { classes, smoothing = 0, smoothUnmixed = true, dense = true, sparse = false } = labels;
  positive("labels.classes", classes, 2 ** 24);
  if (typeof smoothing !== "number" || !(smoothing >= 0 && smoothing <= 1))
    throw new InputError("labels.smoothing", "a number in 0..1", smoothing);
  // A word such as "false" would be true.
  for (const [name, value] of Object.entries({ smoothUnmixed, dense, sparse })) {
    if (typeof value !== "boolean") throw new InputError(`labels.${name}`, "true or false", value);
  }
  if (!dense && !sparse)
    throw new InputError("labels", "dense, sparse or both (leave `labels` out for none)", found("neither"));
}
