/**
 * A dataset that lies on the GPU as u8 and is gathered by index inside the mixing kernel: uploaded once, then a step
 * moves a few KB of indices and lambdas and never a pixel.
 *
 * Pictures are cut into at most four pages (storage buffers), each within the device's binding limit: by default
 * 4 × 128 MiB, all of CIFAR-10 three times over. Request a higher `maxStorageBufferBindingSize` for more.
 */

import { checkStack } from "../analysis/check-pictures.ts";
import { MAX_PAGES, MAX_PICTURES } from "../analysis/limits.ts";
import { copied, frozenCopy } from "../check/copied.ts";
import { checkDevice } from "../check/device.ts";
import { ArgumentError, found, InputError, SourceError } from "../check/errors.ts";
import { listOf, MAX_ROWS } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { positive } from "../check/values.ts";
import { BYTES_PER_ELEMENT, type Format, type Layout, type PictureShape } from "../format/format.ts";
import { type Members, membersOf } from "../sample/members.ts";
import { splitSamples } from "../sample/split.ts";
import { type ArrayInput, fromArrays } from "../source/arrays.ts";
import type { CifarOptions } from "../source/cifar.ts";
import type { FileInput, HostImages, LoadProgress, SkippedImage } from "../source/host-images.ts";
import { ownView } from "../source/host-memory.ts";
import type { IdxOptions } from "../source/idx.ts";
import type { DecodeOptions, ImageInput } from "../source/images.ts";
import { type AnnotationOptions, type Annotations, checkAnnotations } from "../source/labels.ts";
import { fitting, limitsFor, picturesPerPage } from "./capacity.ts";
import { storage } from "./check.ts";
import { assertLiving, expectLiving } from "./loss.ts";
import { noteForm, type OpenDataset, type OpenPictures } from "./open-pictures.ts";
import { checkPlaces, openSplit, placesWhere, type Sample, type Split, type SplitOptions } from "./view.ts";

/** What every loader takes beside its source's own options. */
const LOAD_KEYS: readonly (keyof LoadOptions)[] = ["pageBytes", "onProgress"];

/** Bytes handed to the queue at a time while uploading, so that progress can be shown and memory stays level. */
const UPLOAD_STEP = 8 * 2 ** 20;

/** An existing buffer as a dataset: `Dataset.fromBuffer`. */
export interface BufferDataset extends AnnotationOptions {
  /** N pictures, tightly packed from offset 0; usage STORAGE. Stays the caller's. */
  images: GPUBuffer;
  count: number;
  height: number;
  width: number;
  channels: number;
  format?: Format;
  layout?: Layout;
  /** Where black and white are in float pictures; default [0, 1]. u8 is always 0..255. */
  valueRange?: [number, number];
}

export interface LoadOptions {
  /** Bytes in one page at most; default and upper bound: the device's binding limit. There are up to four pages. */
  pageBytes?: number;
  onProgress?: (progress: LoadProgress) => void;
}

interface Parts extends PictureShape, Annotations {
  count: number;
  layout: Layout;
  format: Format;
  valueRange?: [number, number];
  skipped?: readonly SkippedImage[];
}

/** Which samples of which dataset a view shows. */
interface ViewOf {
  whole: Dataset;
  /** The sample ids, in the view's order. */
  ids: Uint32Array;
  members: Members;
}

/** What `fromCifar` and `fromImages` take. */
type CifarLoad = LoadOptions & CifarOptions;
type ImagesLoad = LoadOptions & DecodeOptions;

export class Dataset {
  /** Number of pictures, N. Indices are 0..N-1; but for a view they are also the ids that draws are addressed by. */
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly layout: Layout;
  readonly format: Format;
  /** Number of classes: from the label rows, the class names, or the largest class id + 1; 0 without labels. */
  readonly classes: number;
  readonly classNames: readonly string[] | undefined;
  /** Class ids on the host, for titles; absent for label rows. */
  readonly labels: Uint32Array | undefined;
  /** Largest class id, -1 without ids. */
  readonly maxLabel: number;
  /** Pictures that `fromImages` left out, with `onError: "skip"`: their places in its list, names and reasons. */
  readonly skipped: readonly SkippedImage[];

  /** By sample id. */
  private readonly fields: Record<string, ArrayLike<unknown>>;
  private readonly pictures: OpenPictures;
  private destroyed = false;

  private constructor(
    readonly device: GPUDevice,
    parts: Parts,
    pictures: Pick<OpenPictures, "pages" | "picturesPerPage" | "labels"> | OpenPictures,
    /** What `destroy` frees. */
    private readonly owned: GPUBuffer[],
    private readonly viewOf?: ViewOf,
  ) {
    const { count, height, width, channels, layout, format, labels, labelRows, classNames } = parts;
    this.count = count;
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.layout = layout;
    this.format = format;
    this.labels = labels?.slice();
    this.maxLabel = labels?.reduce((max, id) => Math.max(max, id), -1) ?? -1;
    this.classNames = viewOf?.whole.classNames ?? frozenCopy(classNames);
    this.classes =
      viewOf?.whole.classes ??
      labelRows?.classes ??
      Math.max(labels ? (classNames?.length ?? 0) : 0, this.maxLabel + 1);
    this.fields = parts.fields ?? {};
    this.skipped = parts.skipped ?? [];
    this.pictures = {
      shape: { height, width, channels },
      format,
      layout,
      valueRange: copied(parts.valueRange),
      datasetSize: count,
      labelForm: labelRows ? "rows" : labels ? "ids" : undefined,
      ...pictures,
    };
    noteForm(device, this.pictures);
  }

  /**
   * From typed arrays or nested numbers: N × H × W × C values 0..255, class ids, label rows, named fields.
   * @throws SourceError naming what does not fit
   */
  static async fromArrays(device: GPUDevice, arrays: ArrayInput, options: LoadOptions = {}): Promise<Dataset> {
    checkLoad("fromArrays", device, options, []);
    return Dataset.upload(device, fromArrays(arrays), options);
  }

  /** From IDX files (MNIST …), plain or gzipped. @throws SourceError for truncated, oversized, swapped, foreign files */
  static async fromIdx(
    device: GPUDevice,
    files: { images: FileInput; labels?: FileInput },
    options: LoadOptions & IdxOptions = {},
  ): Promise<Dataset> {
    const given = held(files);
    const own = held(options);
    const { IDX_KEYS, readIdx } = await import("../source/idx.ts");
    checkLoad("fromIdx", device, own, IDX_KEYS);
    knownKeys("fromIdx.files", given, ["images", "labels"]);
    return Dataset.upload(device, await readIdx(given.images, given.labels, own), own);
  }

  /** From CIFAR-10 or CIFAR-100 binary batches, plain or gzipped; several files are joined. @throws SourceError */
  static async fromCifar(device: GPUDevice, files: FileInput | FileInput[], options: CifarLoad = {}): Promise<Dataset> {
    const given = held(files);
    const own = held(options);
    const { CIFAR_KEYS, readCifar } = await import("../source/cifar.ts");
    checkLoad("fromCifar", device, own, CIFAR_KEYS);
    return Dataset.upload(device, await readCifar(given, own), own);
  }

  /**
   * From image files, blobs, `ImageBitmap`s or `ImageData`: decoded and resized by the rule in `source/images.ts`; with
   * class ids or label rows, and fields beside `name`. A picture that cannot be read ends it, or with `onError: "skip"`
   * is left out with its labels and fields and listed in `skipped`.
   * @throws SourceError naming the picture
   */
  static async fromImages(device: GPUDevice, images: ImageInput[], options: ImagesLoad): Promise<Dataset> {
    const given = held(images);
    const own = held(options);
    const { DECODE_KEYS, decodeImages } = await import("../source/images.ts");
    checkLoad("fromImages", device, own, DECODE_KEYS);
    return Dataset.upload(device, await decodeImages(given, own), own);
  }

  /** From a buffer that is there; it is read, never written, and the caller's. @throws InputError, DeviceLostError */
  static fromBuffer(device: GPUDevice, given: BufferDataset): Dataset {
    checkDevice("fromBuffer.device", device);
    if (!isOptions(given as unknown))
      throw new InputError("fromBuffer", "{ images, count, height, width, channels, … }", given);
    knownKeys("fromBuffer", given, BUFFER_KEYS);
    const { images, count, height, width, channels, format = "u8", layout = "nhwc" } = given;
    checkStack("fromBuffer", { count, height, width, channels, format, layout, valueRange: given.valueRange });
    const size = storage(
      "fromBuffer.images",
      images,
      count * height * width * channels * BYTES_PER_ELEMENT[format],
      device,
    );
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
      ...annotations,
      fields: copiedFields(annotations.fields),
    };
    const labels = uploadLabels(device, parts);
    return new Dataset(
      device,
      parts,
      { pages: [{ buffer: images, size }], picturesPerPage: MAX_PICTURES, labels },
      labels ? [labels] : [],
    );
  }

  /** Uploads checked pictures. Nothing is left behind when it fails. */
  private static async upload(
    device: GPUDevice,
    host: HostImages,
    { onProgress, pageBytes }: LoadOptions = {},
  ): Promise<Dataset> {
    const picture = host.height * host.width * host.channels;
    checkStack("", host);
    const limit = Math.min(
      device.limits.maxStorageBufferBindingSize,
      device.limits.maxBufferSize,
      pageBytes ?? Number.POSITIVE_INFINITY,
    );
    const perPage = picturesPerPage(limit, picture);
    const pageCount = perPage === 0 ? Number.POSITIVE_INFINITY : Math.ceil(host.count / perPage);
    if (pageCount > MAX_PAGES) {
      const { maxStorageBufferBindingSize: binding, maxBufferSize: size } = limitsFor(host.count, picture);
      const advice =
        limit === pageBytes
          ? "give a larger pageBytes"
          : `request a device with requiredLimits: { maxStorageBufferBindingSize: ${binding}, maxBufferSize: ${size} }, as \`capacity\` says`;
      const shape = `${host.height} × ${host.width} × ${host.channels}`;
      throw new SourceError(
        "dataset",
        `at most ${fitting(limit, picture)} pictures of ${shape}, in ${MAX_PAGES} pages of ${limit} bytes (for all ${host.count} ${advice})`,
        found(`${host.count} pictures`),
      );
    }
    // Before anything is waited for, so that what was checked is what is kept. Only the pictures are read where they
    // lie.
    const parts: Parts = {
      ...host,
      format: "u8",
      labels: host.labels?.slice() as Parts["labels"],
      labelRows: host.labelRows && {
        ...host.labelRows,
        data: host.labelRows.data.slice() as Float32Array<ArrayBuffer>,
      },
      classNames: copied(host.classNames),
      fields: copiedFields(host.fields),
    };
    await expectLiving(device);
    const owned: GPUBuffer[] = [];
    const pages: { buffer: GPUBuffer; size: number }[] = [];
    try {
      device.pushErrorScope("out-of-memory");
      for (let page = 0; page < pageCount; page++) {
        const bytes = Math.min(perPage, host.count - page * perPage) * picture;
        const size = Math.ceil(bytes / 4) * 4;
        const buffer = device.createBuffer({
          label: `mixwell dataset page ${page}`,
          size,
          usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
        });
        owned.push(buffer);
        pages.push({ buffer, size });
      }
      const refused = await device.popErrorScope().catch(() => null);
      assertLiving(device);
      if (refused) throw new ArgumentError("dataset", "GPU memory for the pictures", found(refused.message));
      const total = host.count * picture;
      for (let at = 0, page = 0; page < pageCount; page++) {
        const end = Math.min((page + 1) * perPage * picture, total);
        for (let start = page * perPage * picture; at < end; start = at) {
          at = Math.min(start + UPLOAD_STEP, end);
          writePadded(device, pages[page]!.buffer, start - page * perPage * picture, host.pixels.subarray(start, at));
          onProgress?.({ phase: "upload", loaded: at, total });
          if (at < total) {
            await device.queue.onSubmittedWorkDone().catch(async (error: unknown) => {
              await expectLiving(device);
              throw error;
            });
          }
          assertLiving(device);
        }
      }
      const labels = uploadLabels(device, parts);
      if (labels) owned.push(labels);
      return new Dataset(device, parts, { pages, picturesPerPage: perPage, labels }, owned);
    } catch (error) {
      for (const buffer of owned) buffer.destroy();
      throw error;
    }
  }

  /** Sample ids by index: their numbers in the whole dataset. A copy. */
  get ids(): Uint32Array {
    return this.viewOf?.ids.slice() ?? Uint32Array.from({ length: this.count }, (_, index) => index);
  }

  /** Samples of each class, by class id; undefined without class ids, or with ids beyond 2^24. */
  get labelCounts(): Uint32Array | undefined {
    if (!this.labels || this.classes > MAX_ROWS) return undefined;
    const counts = new Uint32Array(this.classes);
    for (const id of this.labels) counts[id]!++;
    return counts;
  }

  /**
   * A view of some samples: by their indices here, in that order, or those that a function says `true` of, in this
   * order. It shares the GPU's memory, and its samples keep their ids, so that they draw what they draw in the whole
   * dataset. Partners of the `dataset` pairing are of the view.
   *
   * A view has its own `count`, `labels`, `labelCounts` and `fieldsAt`, all by the indices of the view, and the
   * `classes` of the whole. `destroy()` of a view ends that view alone and frees nothing; the whole dataset's ends all
   * its views.
   * @throws InputError for indices that are none, that come twice, or for no sample at all
   */
  subset(samples: ArrayLike<number> | ((sample: Sample) => boolean)): Dataset {
    this.assertLiving();
    if (typeof samples === "function") return this.show(placesWhere("subset.samples", samples, this.samples()));
    return this.show(checkPlaces("subset.samples", samples, this.count));
  }

  /**
   * Views for training and validation, and for a test, without a sample in common: `const { train, validation } =
   * dataset.split({ validation: 0.2, stratify: true })`. Each is in this dataset's order. Which part a sample falls
   * into depends on the seed and its id; a part has round(share · N) samples.
   *
   * With `stratify` it has round(share · n) of the n samples of every class, and at least one, as long as the class has
   * enough: its first sample is to train with, the next for validation, the third for the test. So a class of one
   * sample is in `train` alone.
   * @throws InputError for shares that leave a part empty, and for `stratify` without class ids
   */
  split<const Options extends SplitOptions>(options: Options): Split<Dataset, Options> {
    this.assertLiving();
    const { parts, shares, seed, stratify } = openSplit(options, this.labels !== undefined);
    const places = splitSamples(this.ids, shares, seed, stratify ? this.labels : undefined);
    const empty = parts.findIndex((_, i) => places[i]!.length === 0);
    if (empty >= 0)
      throw new InputError(
        `split.options.${parts[empty]}`,
        `a share that is at least one of the ${this.count} samples`,
        shares[empty],
      );
    const views = [...parts, "train"].map((part, i) => [part, this.show(places[i]!)]);
    return Object.fromEntries(views) as Split<Dataset, Options>;
  }

  /** For the engine: where everything is. */
  open(): OpenDataset {
    this.assertLiving();
    const { whole = this, ids, members } = this.viewOf ?? {};
    return { ...this.pictures, ids, members, fieldsOf: (samples) => whole.fieldsAt(samples) };
  }

  /** The named fields of some pictures, in that order, untouched. */
  fieldsAt(indices: ArrayLike<number>): Record<string, unknown[]> {
    listOf("fieldsAt.indices", indices, "a list of dataset indices").forEach((index, i) => {
      if (!(Number.isInteger(index) && (index as number) >= 0 && (index as number) < this.count))
        throw new InputError(`fieldsAt.indices[${i}]`, `an integer in 0..${this.count - 1}`, index);
    });
    const ids = Array.from(indices, (index) => this.viewOf?.ids[index] ?? index);
    return Object.fromEntries(Object.entries(this.fields).map(([name, values]) => [name, ids.map((id) => values[id])]));
  }

  /** Frees what the dataset made; never a buffer it was given. */
  destroy(): void {
    this.destroyed = true;
    for (const buffer of this.owned) buffer.destroy();
    this.owned.length = 0;
  }

  private assertLiving(): void {
    if (this.destroyed) throw new InputError("input.dataset", "a living dataset", found("one that was destroyed"));
    if (this.viewOf?.whole.destroyed)
      throw new InputError("input.dataset", "a view of a living dataset", found("one whose dataset was destroyed"));
  }

  private *samples(): Generator<Sample> {
    const { ids } = this;
    for (let index = 0; index < this.count; index++) {
      const fields = Object.fromEntries(
        Object.entries(this.fields).map(([name, values]) => [name, values[ids[index]!]]),
      );
      yield { index, id: ids[index]!, label: this.labels?.[index], fields };
    }
  }

  /** The view of the samples at these places. */
  private show(places: Uint32Array): Dataset {
    const { device, labels, fields, skipped, pictures, viewOf } = this;
    const whole = viewOf?.whole ?? this;
    const ids = viewOf ? places.map((place) => viewOf.ids[place]!) : places;
    const parts: Parts = {
      ...pictures.shape,
      count: ids.length,
      layout: pictures.layout,
      format: pictures.format,
      labels: labels && places.map((place) => labels[place]!),
      fields,
      skipped,
    };
    return new Dataset(device, parts, pictures, [], { whole, ids, members: membersOf(ids, whole.count) });
  }
}

/** The same values in lists of our own. */
function copiedFields(fields: Parts["fields"]): Parts["fields"] {
  return fields && Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, Array.from(values)]));
}

/** What each loader checks before it looks at what it loads. */
function checkLoad(path: string, device: GPUDevice, options: LoadOptions, more: readonly string[]): void {
  checkDevice(`${path}.device`, device);
  knownKeys(`${path}.options`, options, [...LOAD_KEYS, ...more]);
  const { pageBytes, onProgress } = options;
  if (pageBytes !== undefined) positive("pageBytes", pageBytes);
  if (onProgress !== undefined && typeof onProgress !== "function")
    throw new InputError("onProgress", "a function", onProgress);
}

/**
 * A list or an object of options as it is now: the readers are loaded when they are first needed, and a caller may go
 * on with its own meanwhile. What pictures and files hold is read where it lies, and what is neither is left to the
 * checks.
 */
function held<T>(given: T): T {
  return Array.isArray(given) ? (Array.from(given) as T) : copied(given);
}

const BUFFER_KEYS: readonly (keyof BufferDataset)[] = [
  "images",
  "count",
  "height",
  "width",
  "channels",
  "format",
  "layout",
  "valueRange",
  "labels",
  "labelRows",
  "classNames",
  "fields",
];

function uploadLabels(device: GPUDevice, parts: Parts): GPUBuffer | undefined {
  const data = parts.labelRows?.data ?? parts.labels;
  if (!data) return undefined;
  const limit = device.limits.maxStorageBufferBindingSize;
  if (data.byteLength > limit)
    throw new SourceError(
      "dataset.labelRows",
      `at most ${limit} bytes (use class ids, or request a higher maxStorageBufferBindingSize)`,
      found(`${data.byteLength} bytes`),
    );
  const buffer = device.createBuffer({
    label: "mixwell dataset labels",
    size: data.byteLength,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, data);
  return buffer;
}

/**
 * `writeBuffer` wants whole words, of memory that nobody else holds; only the very last piece of a page can have an odd
 * end.
 */
function writePadded(device: GPUDevice, buffer: GPUBuffer, offset: number, bytes: Uint8Array): void {
  if (bytes.length % 4 === 0) {
    device.queue.writeBuffer(buffer, offset, ownView(bytes));
    return;
  }
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  device.queue.writeBuffer(buffer, offset, padded);
}
