/** What an engine's kernels are compiled for before its first batch. */
import { checkStack } from "../analysis/check-pictures.ts";
import { found, InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { isCallable, oneOf } from "../check/values.ts";
import type { Format, Layout } from "../format/format.ts";
import { Dataset } from "./dataset.ts";
import { formOf, lastForm, type PictureForm } from "./open-pictures.ts";
import type { WarmProgress } from "./pipelines.ts";
import { isStreamed, STREAM, type Streamed } from "./streamed.ts";

/** What batches will be like. */
export interface WarmInput {
  /** Left out: a side that divides by four. */
  height?: number;
  width?: number;
  /** `own`: pictures of different size in one batch. */
  sizes?: "own";
  /** Default 3. */
  channels?: number;
  /** Default `u8`. */
  format?: Format;
  /** Default `nhwc`. */
  layout?: Layout;
  /** What labels come as, where the engine makes any. Default `ids`. */
  labelForm?: "ids" | "rows";
}

export interface WarmOptions {
  /**
   * Told before the first kernel is compiled and after each. Not called where none has to be. What it throws ends the
   * waiting.
   */
  onProgress?: (progress: WarmProgress) => void;
}

const INPUT_KEYS: readonly (keyof WarmInput)[] = [
  "height",
  "width",
  "sizes",
  "channels",
  "format",
  "layout",
  "labelForm",
];

/** A side that suits the kernels for most pictures, and that most crops fit into. */
const ANY_SIDE = 256;

/** Throws an InputError unless kernels can be compiled for that. */
export function checkWarm(path: string, input: unknown): asserts input is Dataset | Streamed | WarmInput {
  if (input instanceof Dataset || isStreamed(input)) return;
  if (!isOptions(input)) throw new InputError(path, "a Dataset, a Stream or { height, width, channels, … }", input);
  knownKeys(path, input, INPUT_KEYS);
  const {
    height = ANY_SIDE,
    width = ANY_SIDE,
    channels = 3,
    format = "u8",
    layout = "nhwc",
    labelForm = "ids",
  } = input as WarmInput;
  const { sizes } = input as WarmInput;
  if (sizes !== undefined) {
    oneOf(`${path}.sizes`, sizes, ["own"]);
    for (const name of ["height", "width"] as const)
      if (input[name] !== undefined) throw new InputError(`${path}.${name}`, "nothing beside sizes", input[name]);
  }
  checkStack(path, { count: 1, height, width, channels, format, layout });
  oneOf(`${path}.labelForm`, labelForm, ["ids", "rows"]);
}

/** Throws an InputError unless `warm` can be told that. */
export function checkWarmOptions(path: string, options: WarmOptions): void {
  knownKeys(`${path}.options`, options, ["onProgress"]);
  checkOnProgress(`${path}.onProgress`, options.onProgress);
}

/** Throws an InputError unless it can be told of progress. */
export function checkOnProgress(path: string, onProgress: unknown): void {
  if (onProgress !== undefined && !isCallable(onProgress)) throw new InputError(path, "a function", onProgress);
}

/** What the kernels of a checked input are made for. */
export function warmForm(path: string, input: Dataset | Streamed | WarmInput, device: GPUDevice): PictureForm {
  if (isStreamed(input)) return input[STREAM].form();
  if (input instanceof Dataset) {
    if (input.device !== device)
      throw new InputError(path, "a dataset on the engine's device", found("one on another device"));
    return formOf(input.open());
  }
  const {
    height = ANY_SIDE,
    width = ANY_SIDE,
    channels = 3,
    format = "u8",
    layout = "nhwc",
    labelForm = "ids",
  } = input;
  const haveOwnSizes = input.sizes !== undefined;
  return { shape: { height, width, channels }, haveOwnSizes, format, layout, labelForm, pages: 1 };
}

/**
 * What most likely comes, where nobody said: the like of the dataset that was made last on the device, else pictures of
 * bytes.
 */
export const likelyForm = (device: GPUDevice): PictureForm => lastForm(device) ?? warmForm("", {}, device);
