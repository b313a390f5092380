/**
 * A dataset that lies on the GPU as u8 and is gathered by index inside the mixing kernel: uploaded once, then a step
 * moves a few KB of indices and lambdas and never a pixel.
 *
 * Pictures are cut into at most four pages (storage buffers), each within the device's binding limit: by default
 * 4 × 128 MiB, all of CIFAR-10 three times over. Request a higher `maxStorageBufferBindingSize` for more.
 */

import { checkStack } from "../analysis/check-pictures.ts";
import { MAX_PICTURES } from "../analysis/limits.ts";
import { largestOf } from "../analysis/places.ts";
import { copied, holdsItself, isPlain, type Within } from "../check/copied.ts";
import { checkDevice } from "../check/device.ts";
import { found, InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { BYTES_PER_ELEMENT, type Format, type Layout, type PictureShape } from "../format/format.ts";
import type { ClipNoise } from "../plan/clips.ts";
import type { SizePairs } from "../plan/own-sizes.ts";
import type { ArrayInput } from "../source/arrays.ts";
import type { CifarOptions } from "../source/cifar.ts";
import type { FileInput, SkippedImage } from "../source/host-images.ts";
import { held } from "../source/host-memory.ts";
import type { IdxOptions } from "../source/idx.ts";
import type { DecodeOptions, ImageInput } from "../source/images.ts";
import { type AnnotationOptions, checkAnnotations } from "../source/labels.ts";
import { storage } from "./check.ts";
import { copiedFields, uploadLabels } from "./label-upload.ts";
import type { Loaded, LoadOptions, Parts } from "./loaded.ts";
import { assertLiving } from "./loss.ts";
import { noteForm, type OpenDataset, type OpenPictures, type OpenTarget, openOwn } from "./open-pictures.ts";
import { Samples, type ViewOf } from "./samples.ts";
import type { CheckedTargets } from "./targets/dataset-targets.ts";
import type { TargetData } from "./targets/types.ts";

/** An existing buffer as a dataset: `Dataset.fromBuffer`. */
export interface BufferDataset extends AnnotationOptions {
  /** N pictures, tightly packed from offset 0; usage STORAGE. Stays the caller's. */
  images: GPUBuffer;
  count: number;
  height?: number;
  width?: number;
  /**
   * In place of `height` and `width`, for pictures that have sizes of their own: the height and width of each, one pair
   * after the other. The pictures lie one after the other, without gaps.
   */
  sizes?: SizePairs;
  channels: number;
  format?: Format;
  layout?: Layout;
  /** Where black and white are in float pictures; default [0, 1]. u8 is always 0..255. */
  valueRange?: [number, number];
}

/** What `fromArrays` takes: pictures, and what belongs to them (see `addTargets`). */
export interface ArraysLoad extends ArrayInput {
  targets?: Readonly<Record<string, TargetData>>;
}

/** What `fromCifar` and `fromImages` take. */
export type CifarLoad = LoadOptions & CifarOptions;
export type ImagesLoad = LoadOptions & DecodeOptions;

export class Dataset extends Samples {
  /** Of every picture; where they have sizes of their own, the largest sides in the whole dataset. */
  readonly height: number;
  readonly width: number;
  /** Height and width of each picture by index, one pair after the other, where they have sizes of their own. */
  readonly sizes: Uint32Array | undefined;
  /** Pictures in a sample: more than 1 where samples are clips, which are counted by `count`. */
  readonly frames: number;
  /** Whether the pictures of a clip have one noise or each its own. */
  readonly noise: ClipNoise;
  readonly channels: number;
  readonly layout: Layout;
  readonly format: Format;
  /** Pictures that `fromImages` left out, with `onError: "skip"`: their places in its list, names and reasons. */
  readonly skipped: readonly SkippedImage[];

  private readonly pictures: OpenPictures;
  /** By name, and in each by id. */
  private readonly targets: Record<string, OpenTarget> = {};
  private destroyed = false;

  private constructor(
    readonly device: GPUDevice,
    parts: Parts,
    pictures: Pick<OpenPictures, "pages" | "picturesPerPage" | "labels" | "own"> | OpenPictures,
    /** What `destroy` frees. */
    private readonly owned: GPUBuffer[],
    viewOf?: ViewOf<Dataset>,
  ) {
    super(parts, viewOf);
    const { count, height, width, channels, layout, format, labels, labelRows, frames = 1, noise = "clip" } = parts;
    this.height = height;
    this.width = width;
    this.sizes = parts.sizes;
    this.frames = frames;
    this.noise = noise;
    this.channels = channels;
    this.layout = layout;
    this.format = format;
    this.skipped = parts.skipped ?? [];
    this.pictures = {
      shape: { height, width, channels },
      format,
      layout,
      valueRange: copied(parts.valueRange),
      datasetSize: count * frames,
      labelForm: labelRows ? "rows" : labels ? "ids" : undefined,
      ...pictures,
    };
    noteForm(device, this.pictures);
  }

  /**
   * From typed arrays or nested numbers: N × H × W × C values 0..255, class ids, label rows, named fields. With `sizes`
   * every picture has its own size. With `frames` so many pictures are a clip, which is one sample: with one label, one
   * draw, and a map or a list of objects for each of its pictures; its noise too is one, or with `noise: "frame"` each
   * picture's own.
   * @throws SourceError naming what does not fit
   */
  static async fromArrays(device: GPUDevice, arrays: ArraysLoad, options: LoadOptions = {}): Promise<Dataset> {
    const { pictures, targets } = heldArrays(arrays);
    const own = held(options);
    const [{ load, openLoad }, { fromArrays }] = await Promise.all([
      import("./load.ts"),
      import("../source/arrays.ts"),
    ]);
    const told = openLoad("fromArrays", device, own);
    return Dataset.of(device, await load(device, fromArrays(pictures), told, targets), told);
  }

  /** A dataset of what was loaded; targets are uploaded now. */
  private static async of(
    device: GPUDevice,
    { parts, pictures, owned, targets }: Loaded,
    options: LoadOptions,
  ): Promise<Dataset> {
    const dataset = new Dataset(device, parts, pictures, owned);
    try {
      if (targets) await dataset.take(targets, options);
    } catch (error) {
      dataset.destroy();
      throw error;
    }
    return dataset;
  }

  /**
   * From IDX files (MNIST …), plain or gzipped. @throws SourceError for truncated, oversized, swapped, foreign files
   */
  static async fromIdx(
    device: GPUDevice,
    files: { images: FileInput; labels?: FileInput },
    options: LoadOptions & IdxOptions = {},
  ): Promise<Dataset> {
    const given = held(files);
    const own = held(options);
    const [{ load, openLoad }, { IDX_KEYS, readIdx }] = await Promise.all([
      import("./load.ts"),
      import("../source/idx.ts"),
    ]);
    const told = openLoad("fromIdx", device, own, IDX_KEYS);
    knownKeys("fromIdx.files", given, ["images", "labels"]);
    return Dataset.of(device, await load(device, await readIdx(given.images, given.labels, told), told), told);
  }

  /** From CIFAR-10 or CIFAR-100 binary batches, plain or gzipped; several files are joined. @throws SourceError */
  static async fromCifar(device: GPUDevice, files: FileInput | FileInput[], options: CifarLoad = {}): Promise<Dataset> {
    const given = held(files);
    const own = held(options);
    const [{ load, openLoad }, { CIFAR_KEYS, readCifar }] = await Promise.all([
      import("./load.ts"),
      import("../source/cifar.ts"),
    ]);
    const told = openLoad("fromCifar", device, own, CIFAR_KEYS);
    return Dataset.of(device, await load(device, await readCifar(given, told), told), told);
  }

  /**
   * From image files, blobs, `ImageBitmap`s or `ImageData`: decoded and resized by the rule in `source/images.ts`;
   * with class ids or label rows, fields beside `name`, and class maps and boxes in files (`fileTargets`). A picture
   * that cannot be read ends it, or with `onError: "skip"` is left out with its labels and fields and listed in
   * `skipped`. With `sizes: "own"` they are not resized.
   * @throws SourceError naming the picture
   */
  static async fromImages(device: GPUDevice, images: ImageInput[], options: ImagesLoad): Promise<Dataset> {
    const given = held(images);
    const own = heldFacts(options);
    const [{ load, openLoad }, { DECODE_KEYS, decodeImages }] = await Promise.all([
      import("./load.ts"),
      import("../source/images.ts"),
    ]);
    const told = openLoad("fromImages", device, own, DECODE_KEYS);
    const { targets, ...host } = await decodeImages(given, told);
    return Dataset.of(device, await load(device, host, told, targets), told);
  }

  /** From a buffer that is there; it is read, never written, and the caller's. @throws InputError, DeviceLostError */
  static fromBuffer(device: GPUDevice, given: BufferDataset): Dataset {
    checkDevice("fromBuffer.device", device);
    if (!isOptions(given as unknown))
      throw new InputError("fromBuffer", "{ images, count, height, width, channels, … }", given);
    knownKeys("fromBuffer", given, BUFFER_KEYS);
    const { images, count, channels, format = "u8", layout = "nhwc", sizes } = given;
    const isOwn = sizes !== undefined;
    checkStack("fromBuffer", { ...given, count, format, layout }, "count", isOwn);
    const own = isOwn ? openOwn("fromBuffer.sizes", sizes, count, channels) : undefined;
    const { height, width } = own ? largestOf(own.sizes) : (given as PictureShape);
    const values = own ? own.places.pageValues[0]! : count * height * width * channels;
    const size = storage("fromBuffer.images", images, values * BYTES_PER_ELEMENT[format], device);
    const annotations = checkAnnotations(given, count, "fromBuffer.", InputError);
    assertLiving(device);
    const valueRange: Parts["valueRange"] = given.valueRange && [...given.valueRange];
    const parts: Parts = {
      count,
      height,
      width,
      channels,
      format,
      layout,
      valueRange,
      sizes: own?.sizes,
      ...annotations,
      fields: copiedFields(annotations.fields),
    };
    const labels = uploadLabels(device, parts);
    const pages = [{ buffer: images, size }];
    return new Dataset(device, parts, { pages, picturesPerPage: MAX_PICTURES, labels, own }, labels ? [labels] : []);
  }

  /**
   * Adds what belongs to the samples, by names of your own: class maps, further pictures, boxes. An engine with targets
   * of the same names takes them along. Views have them too.
   * @throws SourceError, InputError for what does not fit the pictures; DeviceLostError
   */
  async addTargets(targets: Readonly<Record<string, TargetData>>, options: LoadOptions = {}): Promise<void> {
    const given = heldFacts(targets);
    const own = held(options);
    this.assertLiving();
    if (this.viewOf)
      throw new InputError("addTargets", "the whole dataset, whose views have its targets", found("a view"));
    const [{ openLoad }, { checkTargets }] = await Promise.all([
      import("./load.ts"),
      import("./targets/dataset-targets.ts"),
    ]);
    openLoad("addTargets", this.device, own);
    const { device, count, frames, height, width, sizes } = this;
    await this.take(checkTargets(given, { device, count: count * frames, height, width, sizes }, this.targets), own);
  }

  /** Uploads targets; what fails leaves none of them. */
  private async take(checked: CheckedTargets, { pageBytes }: LoadOptions): Promise<void> {
    const { targets, owned } = await checked.upload(pageBytes);
    this.owned.push(...owned);
    Object.assign(this.targets, targets);
    if (!this.destroyed) return;
    this.destroy();
    this.assertLiving();
  }

  /** For the engine: where everything is. @internal */
  open(): OpenDataset {
    this.assertLiving();
    const { whole = this, ids, members } = (this.viewOf as ViewOf<Dataset> | undefined) ?? {};
    return {
      ...this.pictures,
      ...{ ids, members, targets: whole.targets, clip: this.frames, noise: this.noise },
      fieldsOf: (samples) => whole.fieldsAt(samples),
    };
  }

  /** Frees what the dataset made; never a buffer it was given. */
  destroy(): void {
    this.destroyed = true;
    for (const buffer of this.owned) buffer.destroy();
    this.owned.length = 0;
  }

  protected assertLiving(): void {
    if (this.destroyed) throw new InputError("input.dataset", "a living dataset", found("one that was destroyed"));
    if ((this.viewOf?.whole as Dataset | undefined)?.destroyed)
      throw new InputError("input.dataset", "a view of a living dataset", found("one whose dataset was destroyed"));
  }

  protected show(places: Uint32Array): this {
    const { device, skipped, pictures } = this;
    const { view, facts } = this.partAt(places);
    const { shape, layout, format } = pictures;
    const own = this.sizes;
    const sizes = own && Uint32Array.from({ length: 2 * places.length }, (_, i) => own[2 * places[i >> 1]! + (i & 1)]!);
    const { frames, noise } = this;
    const parts: Parts = { ...shape, ...facts, layout, format, skipped, sizes, frames, noise };
    return new Dataset(device, parts, pictures, [], view as ViewOf<Dataset>) as this;
  }
}

/**
 * The same of what belongs to pictures: labels and fields in lists and typed arrays, as they are now. What a field says
 * of a picture stays the caller's own object.
 */
export function heldFacts<T>(given: T, outer?: Within): T {
  if (ArrayBuffer.isView(given)) return "slice" in given ? ((given as unknown as Uint8Array).slice() as T) : given;
  if (holdsItself(given, outer)) return given;
  const within = { value: given, outer };
  if (Array.isArray(given)) return Array.from(given, (one) => (isOptions(one) ? one : heldFacts(one, within))) as T;
  // A signal, say, is more than what is in it.
  if (!isPlain(given)) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, heldFacts(value, within)])) as T;
}

function heldArrays(given: ArraysLoad): { pictures: ArrayInput; targets?: ArraysLoad["targets"] } {
  if (!isOptions(given as unknown)) return { pictures: given };
  const { images, ...facts } = given;
  const { targets, ...others } = heldFacts(facts);
  return { pictures: { images: held(images), ...others }, targets };
}

const BUFFER_KEYS: readonly (keyof BufferDataset)[] = [
  "images",
  "count",
  "height",
  "width",
  "sizes",
  "channels",
  "format",
  "layout",
  "valueRange",
  "labels",
  "labelRows",
  "classes",
  "classNames",
  "fields",
];
