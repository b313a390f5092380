/**
 * A dataset that lies on the GPU as u8 and is gathered by index inside the mixing kernel: uploaded once, then a step moves
 * a few KB of indices and lambdas and never a pixel.
 *
 * Pictures are cut into at most four pages (storage buffers), each within the device's binding limit: with default limits
 * that is 4 × 128 MiB, all of CIFAR-10 three times over; request a higher `maxStorageBufferBindingSize` for more.
 */
import { ArgumentError, DeviceLostError, found, InputError, SourceError } from "../check/errors.ts";
import { BYTES_PER_ELEMENT, type Format, type Layout, type PictureShape } from "../format/format.ts";
import { MAX_PAGES, MAX_PICTURES, MAX_SIDE } from "../lower/lower.ts";
import { type ArrayInput, fromArrays } from "../source/arrays.ts";
import { type CifarOptions, readCifar } from "../source/cifar.ts";
import type { FileInput, HostImages, LoadProgress } from "../source/host-images.ts";
import { type IdxOptions, readIdx } from "../source/idx.ts";
import { type DecodeOptions, decodeImages, type ImageInput } from "../source/images.ts";
import { oneOf, positive, range, storage } from "./check.ts";
import type { OpenInput } from "./inputs.ts";

/** Bytes handed to the queue at a time while uploading, so that progress can be shown and memory stays level. */
const UPLOAD_STEP = 8 * 2 ** 20;

/** An existing buffer as a dataset: `Dataset.fromBuffer`. */
export interface BufferDataset {
  /** N pictures, tightly packed from offset 0; usage STORAGE. Stays the caller's. */
  images: GPUBuffer;
  count: number;
  height: number;
  width: number;
  channels: number;
  format?: Format;
  layout?: Layout;
  valueRange?: [number, number];
  labels?: Uint32Array<ArrayBuffer>;
  labelRows?: { data: Float32Array<ArrayBuffer>; classes: number };
  classNames?: string[];
  fields?: Record<string, ArrayLike<unknown>>;
}

export interface LoadOptions {
  /** Bytes in one page of pictures at most; default and upper bound: the device's binding limit. A dataset has up to four pages. */
  pageBytes?: number;
  onProgress?: (progress: LoadProgress) => void;
}

interface Parts extends PictureShape {
  count: number;
  layout: Layout;
  format: Format;
  valueRange?: [number, number];
  labels?: Uint32Array<ArrayBuffer>;
  labelRows?: { data: Float32Array<ArrayBuffer>; classes: number };
  classNames?: string[];
  fields?: Record<string, ArrayLike<unknown>>;
}

export class Dataset {
  /** Number of pictures, N. Indices 0..N-1 are also the sample ids that draws are addressed by. */
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

  private readonly view: Omit<OpenInput, "from" | "size" | "indices" | "fields">;
  private readonly fields: Record<string, ArrayLike<unknown>>;
  private destroyed = false;

  private constructor(
    readonly device: GPUDevice,
    parts: Parts,
    pages: { buffer: GPUBuffer; size: number }[],
    picturesPerPage: number,
    private readonly owned: GPUBuffer[],
    labels: GPUBuffer | undefined,
  ) {
    this.count = parts.count;
    this.height = parts.height;
    this.width = parts.width;
    this.channels = parts.channels;
    this.layout = parts.layout;
    this.format = parts.format;
    this.labels = parts.labels;
    this.maxLabel = parts.labels?.reduce((max, id) => Math.max(max, id), -1) ?? -1;
    this.classNames = parts.classNames;
    this.classes = parts.labelRows?.classes ?? Math.max(parts.labels ? (parts.classNames?.length ?? 0) : 0, this.maxLabel + 1);
    this.fields = parts.fields ?? {};
    this.view = {
      shape: { height: parts.height, width: parts.width, channels: parts.channels },
      format: parts.format,
      layout: parts.layout,
      valueRange: parts.valueRange,
      pages,
      picturesPerPage,
      datasetSize: parts.count,
      labelForm: parts.labelRows ? "rows" : parts.labels ? "ids" : undefined,
      labels,
    };
  }

  /**
   * From typed arrays or nested numbers: N × H × W × C values 0..255, class ids, label rows, named fields.
   * @throws SourceError naming what does not fit
   */
  static async fromArrays(device: GPUDevice, arrays: ArrayInput, options: LoadOptions = {}): Promise<Dataset> {
    return Dataset.upload(device, fromArrays(arrays), options);
  }

  /** From IDX files (MNIST, Fashion-MNIST …), plain or gzipped. @throws SourceError for truncated, oversized, swapped or foreign files */
  static async fromIdx(
    device: GPUDevice,
    files: { images: FileInput; labels?: FileInput },
    options: LoadOptions & IdxOptions = {},
  ): Promise<Dataset> {
    return Dataset.upload(device, await readIdx(files.images, files.labels, options), options);
  }

  /** From CIFAR-10 or CIFAR-100 binary batches, plain or gzipped; several files are joined. @throws SourceError */
  static async fromCifar(device: GPUDevice, files: FileInput | FileInput[], options: LoadOptions & CifarOptions = {}): Promise<Dataset> {
    return Dataset.upload(device, await readCifar(files, options), options);
  }

  /** From image files, blobs, `ImageBitmap`s or `ImageData`: decoded and resized by the rule in `source/images.ts`. @throws SourceError */
  static async fromImages(device: GPUDevice, images: ImageInput[], options: LoadOptions & DecodeOptions): Promise<Dataset> {
    return Dataset.upload(device, await decodeImages(images, options), options);
  }

  /** From a buffer that is already there; it is read, never written, and stays the caller's. @throws InputError */
  static fromBuffer(device: GPUDevice, given: BufferDataset): Dataset {
    if (typeof given !== "object" || given === null)
      throw new InputError("fromBuffer", "{ images, count, height, width, channels, … }", given);
    const { images, count, height, width, channels, format = "u8", layout = "nhwc" } = given;
    positive("fromBuffer.count", count, MAX_PICTURES);
    positive("fromBuffer.height", height, MAX_SIDE);
    positive("fromBuffer.width", width, MAX_SIDE);
    positive("fromBuffer.channels", channels, 2 ** 31);
    oneOf("fromBuffer.format", format, ["u8", "f32", "f16"]);
    oneOf("fromBuffer.layout", layout, ["nhwc", "nchw"]);
    if (given.valueRange) range("fromBuffer.valueRange", given.valueRange);
    const size = storage("fromBuffer.images", images, count * height * width * channels * BYTES_PER_ELEMENT[format], device);
    checkBufferLabels(given);
    const parts = { ...given, format, layout };
    const labels = uploadLabels(device, parts);
    return new Dataset(device, parts, [{ buffer: images, size }], MAX_PICTURES, labels ? [labels] : [], labels);
  }

  /** Uploads checked pictures. Nothing is left behind when it fails. */
  static async upload(device: GPUDevice, host: HostImages, { onProgress, pageBytes }: LoadOptions = {}): Promise<Dataset> {
    const picture = host.height * host.width * host.channels;
    if (pageBytes !== undefined) positive("pageBytes", pageBytes);
    const limit = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize, pageBytes ?? Number.POSITIVE_INFINITY);
    const perPage = Math.min(Math.floor(limit / picture), MAX_PICTURES);
    const pageCount = perPage === 0 ? Number.POSITIVE_INFINITY : Math.ceil(host.count / perPage);
    if (pageCount > MAX_PAGES) {
      throw new SourceError(
        "dataset",
        `at most ${MAX_PAGES} × ${limit} bytes of pictures (request a device with a higher maxStorageBufferBindingSize)`,
        found(`${host.count * picture} bytes`),
      );
    }
    let lost: DeviceLostError | undefined;
    void device.lost.then(({ reason, message }) => {
      lost = new DeviceLostError(reason, message);
    });
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
      if (refused) throw new ArgumentError("dataset", "GPU memory for the pictures", found(refused.message));
      const total = host.count * picture;
      for (let at = 0, page = 0; page < pageCount; page++) {
        const end = Math.min((page + 1) * perPage * picture, total);
        for (let start = page * perPage * picture; at < end; start = at) {
          at = Math.min(start + UPLOAD_STEP, end);
          writePadded(device, pages[page]!.buffer, start - page * perPage * picture, host.pixels.subarray(start, at));
          onProgress?.({ phase: "upload", loaded: at, total });
          if (at < total) await device.queue.onSubmittedWorkDone();
          if (lost) throw lost;
        }
      }
      const parts: Parts = {
        ...host,
        format: "u8",
        labels: host.labels as Parts["labels"],
        labelRows: host.labelRows as Parts["labelRows"],
      };
      const labels = uploadLabels(device, parts);
      if (labels) owned.push(labels);
      return new Dataset(device, parts, pages, perPage, owned, labels);
    } catch (error) {
      for (const buffer of owned) buffer.destroy();
      throw error;
    }
  }

  /** For the engine: where everything is. */
  open(): Omit<OpenInput, "from" | "size" | "indices" | "fields"> {
    if (this.destroyed) throw new InputError("input.dataset", "a living dataset", found("one that was destroyed"));
    return this.view;
  }

  /** The named fields of some pictures, in that order, untouched. */
  fieldsAt(indices: ArrayLike<number>): Record<string, unknown[]> {
    return Object.fromEntries(Object.entries(this.fields).map(([name, values]) => [name, Array.from(indices, (index) => values[index])]));
  }

  /** Frees what the dataset made; never a buffer it was given. */
  destroy(): void {
    this.destroyed = true;
    for (const buffer of this.owned) buffer.destroy();
    this.owned.length = 0;
  }
}

function checkBufferLabels({ count, labels, labelRows, fields = {} }: BufferDataset): void {
  if (labels && !(labels instanceof Uint32Array)) throw new InputError("fromBuffer.labels", "a Uint32Array: ids are never a float", labels);
  if (labels && labels.length !== count) throw new InputError("fromBuffer.labels", `${count} class ids`, found(`${labels.length}`));
  if (labels && labelRows) throw new InputError("fromBuffer.labelRows", "either labels or labelRows", found("both"));
  if (labelRows) {
    const { data, classes } = labelRows;
    positive("fromBuffer.labelRows.classes", classes, 2 ** 24);
    if (!(data instanceof Float32Array)) throw new InputError("fromBuffer.labelRows.data", "a Float32Array", data);
    if (data.length !== count * classes) {
      throw new InputError("fromBuffer.labelRows.data", `${count} rows of ${classes}`, found(`${data.length} numbers`));
    }
  }
  for (const [name, values] of Object.entries(fields)) {
    if (values?.length !== count) throw new InputError(`fromBuffer.fields.${name}`, `${count} entries, one a picture`, values);
  }
}

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

/** `writeBuffer` wants whole words; only the very last piece of a page can have an odd end. */
function writePadded(device: GPUDevice, buffer: GPUBuffer, offset: number, bytes: Uint8Array): void {
  if (bytes.length % 4 === 0) {
    device.queue.writeBuffer(buffer, offset, bytes as Uint8Array<ArrayBuffer>);
    return;
  }
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  device.queue.writeBuffer(buffer, offset, padded);
}
