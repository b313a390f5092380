/** How the values of a batch become levels 0..255 again. */
import { InputError } from "../../check/errors.ts";
import { range } from "../../check/values.ts";
import { eachChannel } from "../../format/format.ts";
import type { NormalizeArgs } from "../../ops/color/normalize.ts";
import type { OpCall, Plan } from "../../plan/plan.ts";
import type { Batch } from "../batch.ts";
import { type BatchValues, isNormalize } from "../values.ts";

/** The kernel knows four channels; further ones are not shown. */
const CHANNELS = 4;

/** A level is value × scale + bias, by channel. */
export interface Levels {
  scale: [number, number, number, number];
  bias: [number, number, number, number];
}

/**
 * Normalisation and range of a batch, taken back. `valueRange` is the caller's word for where black and white are.
 * @throws InputError where nobody knows it
 */
export function levelsOf(path: string, batch: Batch, channels: number, valueRange?: [number, number]): Levels {
  const values = valuesToShow(path, batch, channels, valueRange);
  const [low, high] = values.valueRange;
  const gain = 255 / (high - low);
  const { mean, std } = eachChannel(values.normalize ?? { mean: 0, std: 1 }, channels);
  const four = (of: (channel: number) => number) =>
    Array.from({ length: CHANNELS }, (_, c) => of(Math.min(c, channels - 1))) as Levels["scale"];
  return { scale: four((c) => std[c]! * gain), bias: four((c) => (mean[c]! - low) * gain) };
}

function valuesToShow(
  path: string,
  batch: Batch,
  channels: number,
  given: [number, number] | undefined,
): BatchValues & { valueRange: [number, number] } {
  if (given !== undefined) {
    range(`${path}.valueRange`, given);
    return { valueRange: given };
  }
  const { valueRange, normalize } = batch;
  if (valueRange !== undefined) return { valueRange, normalize };
  const call = normalizedBy(batch.plan);
  if (call) return { valueRange: [0, 1], normalize: inColours(call as unknown as NormalizeArgs, channels) };
  throw new InputError(
    `${path}.valueRange`,
    "[low, high], what is to be drawn black and white: the pictures were not all normalised alike, so the batch does not say it",
    undefined,
  );
}

/** The call `normalize` that every picture went through last, where that is so. */
function normalizedBy(plan: Plan | undefined): OpCall | undefined {
  if (plan === undefined) return undefined;
  const { sources, stages } = plan;
  const levels = [sources, ...stages.map(({ rows }) => rows)];
  const normalizing = levels.filter((pictures) => pictures.some(({ ops }) => ops?.some(isNormalize)));
  const [level] = normalizing;
  // After it come mixers alone: a weighted sum of pictures that were normalised alike is normalised as they are.
  if (normalizing.length !== 1 || levels.slice(levels.indexOf(level!) + 1).some((pictures) => pictures.some(hasOps)))
    return undefined;
  const last = level!.map(({ ops = [] }) => (ops.filter(isNormalize).length === 1 ? ops.at(-1) : undefined));
  const [first] = last;
  const alike = last.every(
    (call) => call !== undefined && isNormalize(call) && JSON.stringify(call) === JSON.stringify(first),
  );
  return alike ? first : undefined;
}

/** The op counts in units of white, and may leave alpha out. */
function inColours({ mean, std }: NormalizeArgs, channels: number): Required<BatchValues>["normalize"] {
  const withAlpha = (list: readonly number[], neutral: number) =>
    list.length === 3 && channels === 4 ? [...list, neutral] : list;
  return eachChannel({ mean: withAlpha(mean, 0), std: withAlpha(std, 1) }, channels);
}

const hasOps = ({ ops = [] }: { ops?: OpCall[] }): boolean => ops.length > 0;
