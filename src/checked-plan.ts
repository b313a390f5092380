/**
 * The functions of a plan as the public surface has them: what they are given is checked first. The engine calls the
 * ones behind them, with plans that it drew or checked, and pays for no check twice.
 */

import { anyValidPlan } from "./analysis/any-valid-plan.ts";
import { checkPictures } from "./analysis/check-pictures.ts";
import { explainRow } from "./analysis/explain.ts";
import { MAX_PAGES, MAX_PICTURES } from "./analysis/limits.ts";
import { type Provenance, provenance as unroll } from "./analysis/provenance.ts";
import { callText } from "./analysis/said.ts";
import { found, InputError } from "./check/errors.ts";
import { isArray, isListOf } from "./check/lists.ts";
import { isOptions, knownKeys } from "./check/options.ts";
import { oneOf, positive } from "./check/values.ts";
import { checkLabelOptions, checkOutput } from "./format/output-options.ts";
import { lower as lowerValid } from "./lower/lower.ts";
import type { LowerOptions } from "./lower/lowering.ts";
import { printRecording as print } from "./lower/print.ts";
import type { Recording } from "./lower/recording.ts";
import { checkCall } from "./ops/check-call.ts";
import { knownOps } from "./ops/registry.ts";
import type { OpCall, Plan, SourceRef } from "./plan/plan.ts";

/**
 * Lowers a plan: which kernels run on how many workgroups, and the bytes they read.
 * @throws PlanError for a plan that is not valid, or whose ops do not fit the pictures; InputError for an option
 */
export function lower(plan: Plan, options: LowerOptions): Recording {
  checkLowerOptions(options);
  const valid = anyValidPlan(plan, options.shape, options.places !== undefined);
  if (options.places) checkPlaces(valid, options);
  return lowerValid(valid, options);
}

/**
 * Unrolls a plan, or only its stages `from` to `to` (exclusive): then `sources` are positions in the level below stage
 * `from`.
 *
 * Ops between two stages move pixels, and with them the boxes drawn before. Pixels are then mixed run by run, and a
 * label's share is the product of what each run counts.
 * @throws PlanError for a plan that is not valid; InputError for stages that it does not have
 */
export function provenance(plan: Plan, from = 0, to?: number): Provenance {
  const { stages } = anyValidPlan(plan);
  const end = to ?? stages.length;
  if (!(Number.isInteger(end) && end >= 0 && end <= stages.length))
    throw new InputError("provenance.to", `an integer in 0..${stages.length}`, to);
  if (!(Number.isInteger(from) && from >= 0 && from <= end))
    throw new InputError("provenance.from", `an integer in 0..${end}`, from);
  return unroll(plan, from, end);
}

/**
 * What each row of a mixed batch weighs in a loss that takes a weight a row: the weights of the samples in it, each
 * times its share, as its label is mixed.
 * @param weights by sample id (of a view too: plans have the ids of the whole dataset), or a function that is told
 * where a picture is from: `({ from, index, id }) => …`
 * @returns one number a row
 * @throws PlanError for a plan that is not valid; InputError for a weight that is no finite number
 */
export function mixedWeights(
  plan: Plan,
  weights: ArrayLike<number> | ((source: SourceRef) => number),
): Float32Array<ArrayBuffer> {
  const { rows, slots, sources, shares } = unroll(anyValidPlan(plan));
  if (typeof weights !== "function" && !isArray(weights))
    throw new InputError("mixedWeights.weights", "a list of weights by sample id, or a function", weights);
  const weighed = new Map<number, number>();
  const weightOf = (position: number) => {
    let weight = weighed.get(position);
    if (weight === undefined) {
      const source = plan.sources[position]!;
      weight = typeof weights === "function" ? weights(source) : weights[source.id]!;
      if (!Number.isFinite(weight))
        throw new InputError(`mixedWeights.weights[${source.id}]`, "a finite number", weight);
      weighed.set(position, weight);
    }
    return weight;
  };
  return Float32Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let leaf = row * slots; leaf < (row + 1) * slots; leaf++) {
      if (shares[leaf]! > 0) sum += shares[leaf]! * weightOf(sources[leaf]!);
    }
    return sum;
  });
}

/**
 * What was drawn for a picture of a batch, in words: "sample 4: rotated by 12°, brightness ×1.3, then mixed 0.62 with
 * 0.38 of sample 17 (CutMix box 10,20–40,60)". Ops say themselves how they are said, own ones by their names and
 * numbers. λ and shares are those of the label; where more than two pictures were mixed, all of them are listed at the
 * end.
 * @param of a batch, or a plan
 * @param row the picture's place in the batch
 * @param options `name`: what a sample is called, such as `({ index }) => names[labels[index]]`; default "sample 17"
 * @throws PlanError for a plan that is not valid; InputError for a row that it does not have
 */
export function explain(
  of: Plan | { plan: Plan },
  row: number,
  options: { name?: (source: SourceRef) => string } = {},
): string {
  const plan = anyValidPlan(isOptions(of as unknown) && "plan" in of ? of.plan : (of as Plan));
  const rows = plan.stages.at(-1)?.rows ?? plan.sources;
  if (!Number.isInteger(row) || row < 0 || row >= rows.length)
    throw new InputError("explain.row", `an integer in 0..${rows.length - 1}`, row);
  knownKeys("explain.options", options, ["name"]);
  const { name = sampleName } = options;
  if (typeof name !== "function") throw new InputError("explain.options.name", "a function", name);
  return explainRow(plan, row, (source) => String(name({ ...source })));
}

/**
 * What one call of an image op does, in the words of `explain`: "rotated by 12°". For lines of your own.
 * @throws PolicyError for a call that is not valid
 */
export function explainCall(call: OpCall): string {
  checkCall(call, "explainCall.call");
  const { op, ...given } = call;
  return callText(knownOps.get(op)!, given);
}

const sampleName = ({ from, id }: SourceRef): string =>
  from === "external" ? `picture ${id} of the second batch` : `sample ${id}`;

/**
 * One line a command. Each dispatch says how many bytes of pictures, masks and labels it reads and writes, and the last
 * line says it of all of them, and how many that is a pixel of the output: what a GPU moves that is limited by its
 * memory. A byte of a picture counts where it shows, once for each place it shows in; through a warp or stencil the
 * picture counts whole, or as much of it as of the result shows. @throws InputError for what is no recording
 */
export function printRecording(recording: Recording): string {
  if (!isOptions(recording as unknown)) throw new InputError("printRecording.recording", "a recording", recording);
  const { uploads, dispatches } = recording;
  if (!isListOf(uploads, isUpload))
    throw new InputError("printRecording.recording.uploads", "a list of { block, bytes }", uploads);
  if (!isListOf(dispatches, isDispatch))
    throw new InputError("printRecording.recording.dispatches", "a list of dispatches", dispatches);
  for (const side of ["rows", "height", "width"] as const)
    positive(`printRecording.recording.${side}`, recording[side], Number.MAX_SAFE_INTEGER);
  try {
    return print(recording);
  } catch (error) {
    const isForeign = error instanceof TypeError || error instanceof RangeError;
    if (!isForeign) throw error;
    const expected = "dispatches of known kernels, with the uploads that they read";
    throw new InputError("printRecording.recording", expected, found("others"));
  }
}

const LOWER_KEYS: readonly (keyof LowerOptions)[] = [
  "shape",
  "format",
  "layout",
  "valueRange",
  "output",
  "labels",
  "labelForm",
  "pages",
  "picturesPerPage",
  "places",
  "externalPlaces",
  "mixers",
  "ops",
  "readings",
  "tuning",
];
const MIXERS = ["none", "mixup", "cutmix", "mask"];
const READINGS = ["nearest", "bilinear", "bicubic", "average"];

function checkLowerOptions(options: LowerOptions): void {
  knownKeys("lower.options", options, LOWER_KEYS);
  const {
    shape,
    format,
    layout,
    valueRange,
    output,
    labels,
    labelForm,
    pages,
    picturesPerPage,
    mixers,
    ops,
    readings,
    tuning,
  } = options;
  checkPictures("lower.options", { shape, format, layout, valueRange });
  checkOutput(output);
  if (labels !== undefined) checkLabelOptions(labels);
  if (labelForm !== undefined) oneOf("lower.options.labelForm", labelForm, ["ids", "rows"]);
  positive("lower.options.pages", pages, MAX_PAGES);
  positive("lower.options.picturesPerPage", picturesPerPage, MAX_PICTURES);
  names("lower.options.mixers", mixers, MIXERS);
  names("lower.options.ops", ops, knownOps.names);
  names("lower.options.readings", readings, READINGS);
  if (tuning !== undefined) oneOf("lower.options.tuning", tuning, ["hardware", "software"]);
}

/** What a plan reads of pictures with sizes of their own must lie somewhere. */
function checkPlaces({ sources }: Plan, { places, externalPlaces, pages }: LowerOptions): void {
  const path = "lower.options.places";
  knownKeys(path, places, ["firsts", "pageStarts"]);
  const { pageStarts } = places!;
  const rises = (start: unknown, i: number) =>
    Number.isInteger(start) && (i === 0 ? start === 0 : (start as number) > pageStarts[i - 1]!);
  if (!isArray(pageStarts) || pageStarts.length > pages || !pageStarts.every(rises))
    throw new InputError(
      `${path}.pageStarts`,
      `the first picture of each of ${pages} pages at most, the first of all 0`,
      pageStarts,
    );
  for (const { from, index } of sources) {
    const name = from === "external" ? "externalPlaces" : "places";
    const first: unknown = (from === "external" ? externalPlaces : places)?.firsts?.[index];
    if (!(Number.isInteger(first) && (first as number) >= 0 && (first as number) < 2 ** 32))
      throw new InputError(
        `lower.options.${name}.firsts[${index}]`,
        "where the picture begins in its page, in values",
        first,
      );
  }
}

function names(path: string, value: unknown, known: readonly string[]): void {
  if (value !== undefined && !isListOf(value, (name) => known.includes(name as string)))
    throw new InputError(path, `a list of ${known.join(", ")}`, value);
}

const isUpload = (value: unknown) =>
  isOptions(value) && typeof value.block === "string" && value.bytes instanceof Uint8Array;

const isDispatch = (value: unknown) =>
  isOptions(value) &&
  typeof value.kernel === "string" &&
  isListOf(value.ops, (op) => typeof op === "string") &&
  typeof value.offset === "number" &&
  isNamed(value.constants, "number") &&
  isNamed(value.buffers, "string") &&
  isArray(value.groups) &&
  isListOf(value.groups, (count) => typeof count === "number");

const isNamed = (value: unknown, type: string) =>
  isOptions(value) && Object.values(value).every((one) => typeof one === type);
