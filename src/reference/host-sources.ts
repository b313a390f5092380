/** What `reference` is given, checked as `Engine.run` checks its own. */

import { checkPictures } from "../analysis/check-pictures.ts";
import { MAX_PICTURES } from "../analysis/limits.ts";
import { takesOps } from "../analysis/op-channels.ts";
import { hasOps } from "../analysis/runs.ts";
import { validatePlan } from "../analysis/validate.ts";
import { found, InputError, PlanError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { checkHostLabels, checkSparse } from "../format/check-labels.ts";
import {
  BYTES_PER_ELEMENT,
  type Format,
  type LabelOptions,
  type Layout,
  type OutputOptions,
  type PictureShape,
} from "../format/format.ts";
import { checkLabelOptions, checkOutput } from "../format/output-options.ts";
import type { Plan, SourceRef } from "../plan/plan.ts";

/** Pictures and labels in host memory. */
export interface HostPictures {
  /** N × H × W × C values; f16 as 16-bit patterns. */
  images: Uint8Array | Uint8ClampedArray | Float32Array | Uint16Array;
  /** N class ids, or N × K label weights. */
  labels?: Uint32Array | Float32Array;
}

/** Where the plan's sources are read from. */
export interface HostSources {
  batch?: HostPictures;
  dataset?: HostPictures;
  external?: HostPictures;
  shape: PictureShape;
  format: Format;
  layout: Layout;
  /** The interval that black and white are at in float input. Default [0, 1]; u8 is always 0..255. */
  valueRange?: [number, number];
}

export interface ReferenceOptions {
  output?: OutputOptions;
  labels?: LabelOptions;
}

const ARRAYS = { u8: Uint8Array, f32: Float32Array, f16: Uint16Array } as const;

/**
 * Throws PlanError for a plan that is not valid or not for these pictures; InputError for pictures, labels and options.
 */
export function checkHostSources(plan: Plan, sources: HostSources, options: ReferenceOptions): void {
  knownKeys("reference.options", options, ["output", "labels"]);
  if (options.output !== undefined) checkOutput(options.output);
  if (options.labels !== undefined) checkLabelOptions(options.labels);
  knownKeys("reference.sources", sources, ["batch", "dataset", "external", "shape", "format", "layout", "valueRange"]);
  checkPictures("reference.sources", sources);
  const counts = {
    batch: countOf("batch", sources),
    dataset: countOf("dataset", sources),
    external: countOf("external", sources),
  };
  const { height, width, channels } = sources.shape;
  // Where a plan is no object, the batch's size says nothing, and the plan is refused first.
  const batchSize = Number((plan as Plan | undefined)?.batchSize) >= 1 ? plan.batchSize : 1;
  validatePlan(plan, { batchSize, height, width, datasetSize: counts.dataset, externalSize: counts.external });
  const levels = [plan.sources, ...plan.stages.map(({ rows }) => rows)];
  if (levels.some(hasOps)) {
    if (!levels.every((pictures) => takesOps(channels, pictures)))
      throw new PlanError("plan.sources", "ops on pictures of 1, 3 or 4 channels only", channels);
  }
  checkUsed(plan, sources, counts, options.labels);
}

/** The pictures of a source; undefined where it is not given. */
function countOf(from: SourceRef["from"], { format, shape, ...sources }: HostSources): number | undefined {
  const given = sources[from];
  if (given === undefined) return undefined;
  const path = `reference.sources.${from}`;
  knownKeys(path, given, ["images", "labels"]);
  const { images } = given;
  if (!isArrayFor(images, format))
    throw new InputError(`${path}.images`, `a ${ARRAYS[format].name}, for the format ${format}`, images);
  const picture = shape.height * shape.width * shape.channels;
  const count = images.length / picture;
  if (!Number.isInteger(count) || count < 1)
    throw new InputError(`${path}.images`, `whole pictures, of ${picture} values each`, found(`${images.length}`));
  if (count > MAX_PICTURES)
    throw new InputError(`${path}.images`, `at most ${MAX_PICTURES} pictures`, found(`${count}`));
  return count;
}

/** Clamped bytes are bytes too. */
const isArrayFor = (images: unknown, format: Format): images is HostPictures["images"] =>
  images instanceof ARRAYS[format] || (BYTES_PER_ELEMENT[format] === 1 && images instanceof Uint8ClampedArray);

/** What the plan reads must be there: the pictures, and a label for each. */
function checkUsed(
  plan: Plan,
  sources: HostSources,
  counts: Record<SourceRef["from"], number | undefined>,
  labels: LabelOptions | undefined,
): void {
  let form: "ids" | "rows" | undefined;
  for (const from of new Set(plan.sources.map((source) => source.from))) {
    const { [from]: given } = sources;
    const count = counts[from];
    if (given === undefined || count === undefined)
      throw new InputError(`reference.sources.${from}`, "pictures, since the plan reads them", given);
    if (from === "batch" && count < plan.batchSize)
      throw new InputError(
        "reference.sources.batch.images",
        `${plan.batchSize} pictures, as the plan's batch has`,
        found(`${count}`),
      );
    if (labels === undefined) continue;
    const path = `reference.sources.${from}.labels`;
    if (given.labels === undefined)
      throw new InputError(path, "labels, since `labels` is set in the options", undefined);
    const own = checkHostLabels(path, given.labels, count, labels.classes);
    if (own === undefined)
      throw new InputError(path, "a Uint32Array of class ids or a Float32Array of label rows", given.labels);
    if (form !== undefined && own !== form) throw new InputError(path, `${form}, as the other labels`, found(own));
    form = own;
  }
  if (labels) checkSparse(labels, form);
}
