/** What `reference` is given, checked as `Engine.run` checks its own. */

import { checkPictures, type ShapeOrChannels } from "../analysis/check-pictures.ts";
import { MAX_PICTURES } from "../analysis/limits.ts";
import { takesOps } from "../analysis/op-channels.ts";
import { type Packed, packPictures } from "../analysis/places.ts";
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
} from "../format/format.ts";
import { checkLabelOptions, checkOutput } from "../format/output-options.ts";
import { checkPairs, type SizePairs } from "../plan/own-sizes.ts";
import type { Plan, SourceRef } from "../plan/plan.ts";

/** Pictures and labels in host memory. */
export interface HostPictures {
  /** N × H × W × C values; f16 as 16-bit patterns. */
  images: Uint8Array | Uint8ClampedArray | Float32Array | Uint16Array;
  /** N class ids, or N × K label weights. */
  labels?: Uint32Array | Float32Array;
  /**
   * Height and width of each, one pair after the other, where pictures have sizes of their own. They are packed
   * tightly, each as large as it is.
   */
  sizes?: SizePairs;
}

/** Where the plan's sources are read from. */
export interface HostSources {
  batch?: HostPictures;
  dataset?: HostPictures;
  external?: HostPictures;
  /** Of all pictures; the channels alone where they have sizes of their own. */
  shape: ShapeOrChannels;
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
  const haveOwnSizes = haveSizes(sources);
  checkPictures("reference.sources", sources, haveOwnSizes);
  const counts = {
    batch: countOf("batch", sources, haveOwnSizes),
    dataset: countOf("dataset", sources, haveOwnSizes),
    external: countOf("external", sources, haveOwnSizes),
  };
  const { height, width, channels } = sources.shape;
  // Where a plan is no object, the batch's size says nothing, and the plan is refused first.
  const batchSize = Number((plan as Plan | undefined)?.batchSize) >= 1 ? plan.batchSize : 1;
  const { batch, dataset, external } = sources;
  const given = { batch: batch?.sizes, dataset: dataset?.sizes, external: external?.sizes };
  // Only so many of the batch as the plan has.
  const sizes = { ...given, batch: given.batch && Array.from(given.batch).slice(0, 2 * batchSize) };
  const size = haveOwnSizes ? { sizes } : { height, width };
  validatePlan(plan, { batchSize, ...size, datasetSize: counts.dataset, externalSize: counts.external });
  const levels = [plan.sources, ...plan.stages.map(({ rows }) => rows)];
  if (levels.some(hasOps)) {
    if (!levels.every((pictures) => takesOps(channels, pictures)))
      throw new PlanError("plan.sources", "ops on pictures of 1, 3 or 4 channels only", channels);
  }
  checkUsed(plan, sources, counts, options.labels);
}

/** Whether pictures have sizes of their own. */
const haveSizes = ({ batch, dataset, external }: HostSources): boolean =>
  [batch, dataset, external].some((given) => given?.sizes !== undefined);

/** Where the pictures of a source lie that have sizes of their own. */
export const placesIn = ({ sizes }: HostPictures, { channels }: ShapeOrChannels): Packed | undefined =>
  sizes && packPictures("sizes", sizes, channels, Number.POSITIVE_INFINITY);

/** The pictures of a source; undefined where it is not given. */
function countOf(
  from: SourceRef["from"],
  { format, shape, ...sources }: HostSources,
  haveOwnSizes: boolean,
): number | undefined {
  const given = sources[from];
  if (given === undefined) return undefined;
  const path = `reference.sources.${from}`;
  knownKeys(path, given, ["images", "labels", "sizes"]);
  const { images, sizes } = given;
  if (!isArrayFor(images, format))
    throw new InputError(`${path}.images`, `a ${ARRAYS[format].name}, for the format ${format}`, images);
  if (haveOwnSizes) {
    checkPairs(`${path}.sizes`, sizes, undefined);
    checkPacked(
      `${path}.images`,
      images.length,
      packPictures(`${path}.sizes`, sizes, shape.channels, Number.POSITIVE_INFINITY),
    );
    return sizes.length / 2;
  }
  const picture = shape.height! * shape.width! * shape.channels;
  const count = images.length / picture;
  if (!Number.isInteger(count) || count < 1)
    throw new InputError(`${path}.images`, `whole pictures, of ${picture} values each`, found(`${images.length}`));
  if (count > MAX_PICTURES)
    throw new InputError(`${path}.images`, `at most ${MAX_PICTURES} pictures`, found(`${count}`));
  return count;
}

/** Throws InputError unless there are as many values as the pictures' sizes say. */
function checkPacked(path: string, length: number, { pageValues: [values = 0] }: Packed): void {
  if (length !== values) throw new InputError(path, `${values} values, as the sizes say`, found(`${length}`));
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
