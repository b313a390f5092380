/** What the numbers of a batch stand for: where black and white are, and whether they were normalised after that. */
import { InputError } from "../check/errors.ts";
import { eachChannel, type OutputOptions } from "../format/format.ts";
import type { OpCall, Plan } from "../plan/plan.ts";

export interface BatchValues {
  /**
   * Where black and white are, before `normalize`: [0, 255] for u8, else the engine's `output.valueRange`. Left out
   * where pictures have neither, because an op `normalize` of the plan was applied to them.
   */
  valueRange?: [number, number];
  /**
   * What was subtracted from each channel and what it was divided by, in units of `valueRange`; left out where nothing
   * was.
   */
  normalize?: { mean: number[]; std: number[] };
}

/** What an engine's batch says of its values. */
export function valuesOf(plan: Plan, output: OutputOptions, channels: number): BatchValues {
  if (normalizes(plan)) return {};
  const [low, high] = output.format === "u8" ? [0, 255] : (output.valueRange ?? [0, 1]);
  return { valueRange: [low, high], ...(output.normalize && { normalize: eachChannel(output.normalize, channels) }) };
}

/** Refuses to map black and white of pictures that have neither, since an op normalised them. */
export function checkUnmapped({ valueRange }: OutputOptions): void {
  if (valueRange === undefined || (valueRange[0] === 0 && valueRange[1] === 1)) return;
  throw new InputError(
    "output.valueRange",
    "none beside the op normalize, which leaves no black and white",
    valueRange,
  );
}

/** Whether an op takes pictures out of every range. */
export const normalizes = ({ sources, stages }: Plan): boolean =>
  [sources, ...stages.map(({ rows }) => rows)].some((pictures) => pictures.some(({ ops }) => ops?.some(isNormalize)));

export const isNormalize = ({ op }: OpCall): boolean => op === "normalize";

/** A normalisation in units of `valueRange` as one in units of [0, 1], which is what ops see. */
export function inUnits({ mean, std }: Required<BatchValues>["normalize"], [low, high]: [number, number]) {
  return { mean: mean.map((m) => (m - low) / (high - low)), std: std.map((s) => s / (high - low)) };
}

/** The other way round. */
export function inRange({ mean, std }: Required<BatchValues>["normalize"], [low, high]: [number, number]) {
  return { mean: mean.map((m) => low + m * (high - low)), std: std.map((s) => s * (high - low)) };
}

/** The call that takes a normalisation in units of [0, 1] back. @throws InputError where that is none the op can do */
export function undoing({ mean, std }: Required<BatchValues>["normalize"]): OpCall {
  if (std.some((s) => !(s >= LEAST && s <= 1 / LEAST)))
    throw new InputError("batch.normalize.std", "positive numbers: what others made cannot be taken back", std);
  return { op: "normalize", mean: mean.map((m, c) => -m / std[c]! + 0), std: std.map((s) => 1 / s) };
}

const LEAST = 1e-6;
