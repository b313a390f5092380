/**
 * What a step reads, checked: every wrong shape, format, size or usage is an `InputError` before anything is uploaded.
 */

import { checkStack } from "../analysis/check-pictures.ts";
import { MAX_PAGES, MAX_PICTURES } from "../analysis/limits.ts";
import { largestOf } from "../analysis/places.ts";
import { found, InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { oneOf, positive } from "../check/values.ts";
import { checkHostLabels, checkSparse } from "../format/check-labels.ts";
import { BYTES_PER_ELEMENT, type Format, type LabelOptions, type Layout } from "../format/format.ts";
import { CLIP_NOISES, type ClipNoise } from "../plan/clips.ts";
import type { SizePairs } from "../plan/own-sizes.ts";
import type { Plan, SourceRef } from "../plan/plan.ts";
import type { Members } from "../sample/members.ts";
import { ownView } from "../source/host-memory.ts";
import { isBuffer, storage } from "./check.ts";
import { Dataset } from "./dataset.ts";
import { type LabelSource, type OpenPictures, type OpenTarget, type OwnPictures, openOwn } from "./open-pictures.ts";
import { checkIndices } from "./samples.ts";
import { isStreamed } from "./streamed.ts";
import type { BatchTarget } from "./targets/types.ts";

/** Pictures the caller has on the GPU, and their labels. */
export interface BatchInput {
  /** `size` pictures, tightly packed from offset 0. Usage STORAGE. Never written, kept or destroyed. */
  images: GPUBuffer;
  /** Pictures in the batch, B. */
  size: number;
  height?: number;
  width?: number;
  /**
   * In place of `height` and `width`, for pictures that have sizes of their own: the height and width of each, one pair
   * after the other. The pictures lie one after the other, without gaps, and the policy gives all of them one size.
   */
  sizes?: SizePairs;
  /** Any number; 1, 3 and 4 have the fast kernel. */
  channels: number;
  /** Default `u8`. */
  format?: Format;
  /** Default `nhwc`. */
  layout?: Layout;
  /** Where black and white are in float input; default [0, 1]. u8 is always 0..255. */
  valueRange?: [number, number];
  /**
   * B class ids (u32), or B × K weights (f32) for soft and multi-label rows: in a buffer (say which in `labelForm`) or
   * an array.
   */
  labels?: GPUBuffer | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** What a label *buffer* holds. Default `ids`. Arrays say it themselves. */
  labelForm?: "ids" | "rows";
  /** A second batch of the same shape, format and label form, for the `external` pairing. */
  external?: {
    images: GPUBuffer;
    size: number;
    /** Of its pictures, where the batch has `sizes` too. */
    sizes?: SizePairs;
    labels?: GPUBuffer | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
    targets?: Readonly<Record<string, BatchTarget>>;
  };
  /**
   * Pictures in a clip, one after the other: they share one draw, picture t is mixed with picture t, and the step's
   * `ids` are the clips'. Default 1: every picture has its own.
   */
  clip?: number;
  /**
   * Whether noise (of `gaussianNoise`, `saltAndPepper`, and what `erase` and `gridMask` fill with) is the same in all
   * pictures of a clip (`clip`, default) or each has its own (`frame`). Everything else is the clip's.
   */
  noise?: ClipNoise;
  /** What goes through the step with the pictures, by the names that the engine's option `targets` has. */
  targets?: Readonly<Record<string, BatchTarget>>;
  /**
   * Anything else that belongs to the pictures: handed on untouched (see `Batch.fields` for rows in another order than
   * the batch's).
   */
  fields?: Record<string, unknown>;
}

/** Pictures of a dataset that lies on the GPU, by index. */
export interface DatasetInput {
  dataset: Dataset;
  /**
   * Places in `dataset`, 0 to count − 1. In a view they are the view's; draws, plans and `Batch.ids` have the samples'
   * ids.
   */
  indices: ArrayLike<number>;
}

/** Either kind of input in one form. */
export interface OpenInput extends OpenPictures {
  from: "batch" | "dataset";
  size: number;
  /** The samples of a dataset, by id: pictures, or clips of them. */
  indices?: number[];
  /** Those that a step may read, where the dataset is a view. */
  members?: Members;
  /** What was drawn, where that came first: it said which samples to read. */
  plan?: Plan;
  /** Whether nobody knows yet what is in the pictures: a draw that says which samples to read. */
  isUnread?: boolean;
  /** Where a sample lies in the pages; default: at the place that is its id. */
  placeOf?: (id: number) => number;
  /** Fills the pages, once everything was checked. */
  write?: () => void;
  /** Pictures in a clip, which share a draw. Default 1. */
  clip?: number;
  noise?: ClipNoise | undefined;
  external?: { page: { buffer: GPUBuffer; size: number }; size: number; own?: OwnPictures; labels?: LabelSource };
  /** What belongs to the samples of a dataset, by name and then by id. */
  targets?: Readonly<Record<string, OpenTarget>>;
  /** The same of a second batch that was read, by name and then by row. */
  externalTargets?: Readonly<Record<string, OpenTarget>>;
  /**
   * What the caller says belongs to a batch, and to the second one. Its kind is checked by the target that takes it.
   */
  ownTargets?: Record<"batch" | "external", BatchInput["targets"]>;
  /** The other fields of some source pictures, one a row of the output. */
  fields: (rows: readonly SourceRef[]) => Record<string, unknown>;
}

export const OPEN = Symbol("open");

/** An input that is open already, or knows how: what a stream has read, or live frames. */
export interface OpensItself {
  [OPEN](labels: LabelOptions | undefined, device: GPUDevice): OpenInput;
}

/** Checks an input and brings it into one form. */
export function openInput(
  input: BatchInput | DatasetInput | OpensItself,
  labels: LabelOptions | undefined,
  device: GPUDevice,
): OpenInput {
  if (!isOptions(input as unknown)) throw new InputError("input", "{ images, size, … } or { dataset, indices }", input);
  if (OPEN in input) return (input as OpensItself)[OPEN](labels, device);
  return "dataset" in input ? openDataset(input, labels, device) : openBatch(input, labels, device);
}

function openDataset(input: DatasetInput, labels: LabelOptions | undefined, device: GPUDevice): OpenInput {
  knownKeys("input", input, ["dataset", "indices"]);
  const { dataset, indices } = input;
  if (isStreamed(dataset))
    throw new InputError(
      "input.dataset",
      "a Dataset (a stream is read first: `await stream.batch(engine, indices)`)",
      dataset,
    );
  if (!(dataset instanceof Dataset)) throw new InputError("input.dataset", "a Dataset", dataset);
  if (dataset.device !== device)
    throw new InputError("input.dataset", "a dataset on the engine's device", found("one on another device"));
  const list = checkIndices("input.indices", indices, dataset.count);
  const { ids, fieldsOf, ...open } = dataset.open();
  if (labels) {
    if (!open.labels)
      throw new InputError(
        "input.dataset",
        "a dataset with labels, since `labels` is set on the engine",
        found("one without"),
      );
    const classes = open.labelForm === "rows" ? dataset.classes : undefined;
    if (classes !== undefined && classes !== labels.classes)
      throw new InputError("labels.classes", `${classes}, the length of the dataset's label rows`, labels.classes);
    if (open.labelForm === "ids" && dataset.maxLabel >= labels.classes)
      throw new InputError(
        "labels.classes",
        `more than ${dataset.maxLabel}, the largest class id in the dataset`,
        labels.classes,
      );
    checkSparse(labels, open.labelForm);
  }
  const samples = ids ? list.map((index) => ids[index]!) : list;
  const { clip } = open;
  return {
    ...open,
    from: "dataset",
    size: list.length * clip,
    indices: samples,
    fields: (rows) => fieldsOf(rows.map(({ index }) => Math.floor(index / clip))),
  };
}

const BATCH_KEYS = [
  "images",
  "size",
  "height",
  "width",
  "sizes",
  "channels",
  "format",
  "layout",
  "valueRange",
  "labels",
  "labelForm",
  "external",
  "clip",
  "noise",
  "targets",
  "fields",
];

/** Throws an InputError for what is no way to share noise. */
export function checkClipNoise(noise: unknown): void {
  if (noise !== undefined) oneOf("input.noise", noise, CLIP_NOISES);
}

function openBatch(input: BatchInput, labels: LabelOptions | undefined, device: GPUDevice): OpenInput {
  knownKeys("input", input, BATCH_KEYS);
  const { size, channels, format = "u8", layout = "nhwc", valueRange, clip = 1, noise } = input;
  const isOwn = input.sizes !== undefined;
  const { height, width } = input;
  checkStack("input", { count: size, height, width, channels, format, layout, valueRange }, "size", isOwn);
  positive("input.clip", clip);
  checkClipNoise(noise);
  if (size % clip !== 0) throw new InputError("input.size", `a multiple of ${clip}, as input.clip says`, size);
  if (clip > 1 && isOwn) throw new InputError("input.clip", "1, for pictures with sizes of their own", clip);
  /** So many pictures in a buffer. */
  const packed = (path: string, images: GPUBuffer, count: number, sizes?: SizePairs) => {
    const own = isOwn ? openOwn(`${path}.sizes`, sizes, count, channels) : undefined;
    const values = own ? own.places.pageValues[0]! : count * height! * width! * channels;
    const bytes = values * BYTES_PER_ELEMENT[format];
    return { own, page: { buffer: images, size: storage(`${path}.images`, images, bytes, device) } };
  };
  const { own, page } = packed("input", input.images, size, input.sizes);
  const open: OpenInput = {
    from: "batch",
    size,
    shape: { ...(own ? largestOf(own.sizes) : { height: height!, width: width! }), channels },
    own,
    format,
    layout,
    valueRange,
    pages: [page],
    picturesPerPage: MAX_PICTURES,
    clip,
    noise,
    ownTargets: { batch: input.targets, external: input.external?.targets },
    fields: (rows) => fieldsOf(rows, input.fields ?? {}, size),
  };
  if (input.fields !== undefined && !isOptions(input.fields))
    throw new InputError("input.fields", "values by name", input.fields);
  checkTargets("input.targets", input.targets);
  if (labels) openLabels(input, labels, open, device);
  if (input.external !== undefined) {
    knownKeys("input.external", input.external, ["images", "size", "sizes", "labels", "targets"]);
    const { images, size: count, sizes, labels: externalLabels } = input.external;
    if (sizes !== undefined && !isOwn)
      throw new InputError("input.external.sizes", "nothing, as the batch's pictures have one size", sizes);
    positive("input.external.size", count, MAX_PICTURES);
    if (count % clip !== 0)
      throw new InputError("input.external.size", `a multiple of ${clip}, as input.clip says`, count);
    checkTargets("input.external.targets", input.external.targets);
    open.external = { ...packed("input.external", images, count, sizes), size: count };
    if (labels) {
      if (externalLabels === undefined)
        throw new InputError("input.external.labels", "labels, since `labels` is set on the engine", externalLabels);
      const given = ownLabels(externalLabels);
      const form = checkLabels(
        "input.external.labels",
        given,
        { count, classes: labels.classes, form: open.labelForm },
        device,
      );
      if (form !== open.labelForm)
        throw new InputError("input.external.labels", `${open.labelForm}, as the batch's own labels`, found(form));
      open.external.labels = given;
    }
  }
  return open;
}

function checkTargets(path: string, targets: unknown): void {
  if (targets !== undefined && !isOptions(targets)) throw new InputError(path, "targets by name", targets);
}

/** The caller's fields of some rows. Rows of a second batch have none. */
export function fieldsOf(
  rows: readonly SourceRef[],
  fields: Record<string, unknown>,
  size: number,
): Record<string, unknown> {
  if (rows.length === size && rows.every(({ from, index }, row) => from === "batch" && index === row)) return fields;
  const follow = (values: unknown) => {
    if (!Array.isArray(values) && !isNumbers(values)) return values;
    if (values.length !== size) return values;
    return Array.from(rows, ({ from, index }) => (from === "batch" ? values[index] : undefined) as unknown);
  };
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, follow(values)]));
}

const isNumbers = (value: unknown): value is ArrayLike<number> => ArrayBuffer.isView(value) && "length" in value;

export function openLabels(
  input: Pick<BatchInput, "labels" | "labelForm">,
  labels: LabelOptions,
  open: OpenInput,
  device: GPUDevice,
): void {
  if (input.labels === undefined)
    throw new InputError("input.labels", "labels, since `labels` is set on the engine", undefined);
  if (input.labelForm !== undefined) oneOf("input.labelForm", input.labelForm, ["ids", "rows"]);
  const given = ownLabels(input.labels);
  open.labelForm = checkLabels(
    "input.labels",
    given,
    { count: open.size, classes: labels.classes, form: input.labelForm },
    device,
  );
  open.labels = given;
  checkSparse(labels, open.labelForm);
}

/** Label arrays in memory that WebGPU takes; it is filled and used within the call. */
function ownLabels(labels: LabelSource): LabelSource {
  if (labels instanceof Uint32Array) return ownView(labels);
  return labels instanceof Float32Array ? ownView(labels) : labels;
}

/** What labels must be: so many, of so many classes, in a form that only a buffer needs. */
interface WantedLabels {
  count: number;
  classes: number;
  form: "ids" | "rows" | undefined;
}

function checkLabels(
  path: string,
  given: LabelSource,
  { count, classes, form }: WantedLabels,
  device: GPUDevice,
): "ids" | "rows" {
  const held = checkHostLabels(path, given, count, classes, form);
  if (held !== undefined) return held;
  if (!isBuffer(given))
    throw new InputError(path, "a GPUBuffer, a Uint32Array of class ids or a Float32Array of label rows", given);
  const chosen = form ?? "ids";
  storage(path, given, count * (chosen === "ids" ? 1 : classes) * 4, device);
  return chosen;
}

/** Checks that pages (an external batch's included) fit the kernel's bindings. */
export function checkPages(pages: number): void {
  if (pages > MAX_PAGES)
    throw new InputError(
      "input",
      `at most ${MAX_PAGES} pages of pictures, an external batch included`,
      found(`${pages}`),
    );
}
