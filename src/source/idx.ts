/**
 * IDX, the format of MNIST and its kin: two zero bytes, an element type, the number of dimensions, then each dimension
 * as a big-endian u32, then the elements (http://yann.lecun.com/exdb/mnist, "the IDX file format").
 */
import { found, InputError, SourceError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { type ExpectedLength, readUnpacked } from "./gzip.ts";
import type { FileInput, HostImages } from "./host-images.ts";
import { type ClassOptions, checkClasses, checkLabels } from "./labels.ts";
import { checkMaxBytes, DEFAULT_MAX_BYTES, type ReadOptions } from "./read.ts";
import { describeHead, hex } from "./sniff.ts";

export interface IdxOptions extends ClassOptions, Omit<ReadOptions, "name"> {
  /** What messages call the two files, where they have no name of their own (default `images` and `labels`). */
  names?: { images?: string; labels?: string };
}

/** What {@link IdxOptions} has. */
export const IDX_KEYS: readonly (keyof IdxOptions)[] = [
  "names",
  "classes",
  "classNames",
  "onProgress",
  "maxBytes",
  "signal",
];

/** An IDX header in numbers. */
export interface IdxHeader {
  type: number;
  dims: number[];
  headerBytes: number;
}

const UNSIGNED_BYTE = 0x08;
const ELEMENT_TYPES: Record<number, { name: string; bytes: number; read?: (view: DataView, at: number) => number }> = {
  8: { name: "unsigned byte", bytes: 1, read: (view, at) => view.getUint8(at) },
  9: { name: "signed byte", bytes: 1, read: (view, at) => view.getInt8(at) },
  11: { name: "16-bit integer", bytes: 2, read: (view, at) => view.getInt16(at, false) },
  12: { name: "32-bit integer", bytes: 4, read: (view, at) => view.getInt32(at, false) },
  13: { name: "32-bit float", bytes: 4 },
  14: { name: "64-bit float", bytes: 8 },
};

/**
 * QMNIST's labels (Yadav and Bottou, 2019; https://github.com/facebookresearch/qmnist) are a table of eight 32-bit
 * integers per picture. The first is the class; the last is unused.
 */
const QMNIST_FIELDS = ["hsfSeries", "writer", "writerDigit", "nistClass", "nistDigit", "duplicate"];
const QMNIST_COLUMNS = 8;
const IMAGES = "an IDX file of pictures (bytes 00 00 08 03, or 00 00 08 04 with channels)";
const LABELS = "an IDX file of labels (bytes 00 00 08 01)";

/**
 * Reads pictures, and labels if given, from IDX files, plain or gzip.
 *
 * Three dimensions are N, H, W (one channel), four are N, H, W, C, of unsigned bytes. Labels are one dimension of
 * integers, or QMNIST's table: its first column is the class, and the others become fields (`hsfSeries`, `writer`,
 * `writerDigit`, `nistClass`, `nistDigit`, `duplicate`).
 * The pixels of an unpacked file in memory are not copied.
 *
 * @throws SourceError when a file is foreign, truncated, too long, or does not fit the other one; InputError for an
 * option
 */
export async function readIdx(images: FileInput, labels?: FileInput, options: IdxOptions = {}): Promise<HostImages> {
  const reading = checkReading(options);
  const { maxBytes } = reading;
  const pictures = await readUnpacked(
    images,
    options.names?.images ?? "images",
    (head, name) => wholeLength(imagesHeader(head, name), name, maxBytes),
    reading,
  );
  const header = imagesHeader(pictures.bytes, pictures.name);
  const result: HostImages = {
    ...shapeOf(header),
    layout: "nhwc",
    pixels: pictures.bytes.subarray(header.headerBytes),
  };
  if (options.classNames) result.classNames = [...options.classNames];
  if (labels === undefined) return result;
  return { ...result, ...(await readIdxLabels(labels, result.count, pictures.name, options)) };
}

/** Checks what the options say of reading. @throws InputError */
export function checkReading(options: IdxOptions): Required<Pick<ReadOptions, "maxBytes">> & ReadOptions {
  checkClasses(options);
  const { onProgress, maxBytes = DEFAULT_MAX_BYTES, names, signal } = options;
  checkMaxBytes(maxBytes);
  if (names !== undefined) checkNames(names);
  return { onProgress, maxBytes, signal };
}

/** The labels of so many pictures, and what else is in their file. */
export async function readIdxLabels(
  labels: FileInput,
  count: number,
  pictures: string,
  options: IdxOptions,
): Promise<Pick<HostImages, "labels" | "fields">> {
  const reading = checkReading(options);
  const ids = await readUnpacked(
    labels,
    options.names?.labels ?? "labels",
    (head, name) => {
      const labelHeader = labelsHeader(head, name);
      if (labelHeader.dims[0] !== count) {
        throw new SourceError(name, `${count} labels, one per picture in ${pictures}`, found(`${labelHeader.dims[0]}`));
      }
      return wholeLength(labelHeader, name, reading.maxBytes);
    },
    reading,
  );
  const table = tableOf(ids.bytes, labelsHeader(ids.bytes, ids.name));
  const result: Pick<HostImages, "labels" | "fields"> = {
    labels: checkLabels(ids.name, table(0), count, checkClasses(options)),
  };
  if (table.columns > 1) result.fields = Object.fromEntries(QMNIST_FIELDS.map((name, i) => [name, table(i + 1)]));
  return result;
}

/** How many pictures, and of which size. */
export function shapeOf({ dims }: IdxHeader): Pick<HostImages, "count" | "height" | "width" | "channels"> {
  const [count, height, width, channels = 1] = dims as [number, number, number, number?];
  return { count, height, width, channels };
}

function checkNames(names: NonNullable<IdxOptions["names"]>): void {
  knownKeys("names", names, ["images", "labels"]);
  for (const [key, name] of Object.entries(names)) {
    if (name !== undefined && typeof name !== "string") throw new InputError(`names.${key}`, "a name", name);
  }
}

/** The columns of a file of labels. */
function tableOf(file: Uint8Array, { type, dims, headerBytes }: IdxHeader) {
  const [count, columns = 1] = dims as [number, number?];
  const { bytes, read } = ELEMENT_TYPES[type]!;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const column = (i: number) =>
    Int32Array.from({ length: count }, (_, row) => read!(view, headerBytes + (row * columns + i) * bytes));
  return Object.assign(column, { columns });
}

/** The header of a file of pictures. @throws SourceError */
export function imagesHeader(head: Uint8Array, name: string): IdxHeader {
  const header = parseHeader(head, name, IMAGES);
  if (header.dims.length === 1) {
    throw new SourceError(
      name,
      IMAGES,
      found(`IDX labels (${header.dims[0]} of them): are images and labels swapped?`),
    );
  }
  if (header.dims.length !== 3 && header.dims.length !== 4) {
    throw new SourceError(
      name,
      "3 dimensions (N, H, W) or 4 (N, H, W, C)",
      found(`${header.dims.length}: ${header.dims.join(" × ")}`),
    );
  }
  if (header.type !== UNSIGNED_BYTE) throw wrongType(header, name, "elements of type 0x08 (unsigned byte)");
  return checkDimensions(header, name);
}

function labelsHeader(head: Uint8Array, name: string): IdxHeader {
  const header = parseHeader(head, name, LABELS);
  const isQmnist =
    header.dims.length === 2 && header.dims[1] === QMNIST_COLUMNS && ELEMENT_TYPES[header.type]!.bytes === 4;
  if (header.dims.length !== 1 && !isQmnist) {
    throw new SourceError(
      name,
      LABELS,
      found(`IDX with ${header.dims.length} dimensions (${header.dims.join(" × ")}): is this the file of pictures?`),
    );
  }
  if (!ELEMENT_TYPES[header.type]!.read) throw wrongType(header, name, "elements of an integer type (class ids)");
  return checkDimensions(header, name);
}

function parseHeader(head: Uint8Array, name: string, wanted: string): IdxHeader {
  const rank = head[3]!;
  const isIdx = head.length >= 4 && head[0] === 0 && head[1] === 0 && head[2]! in ELEMENT_TYPES && rank >= 1;
  if (!isIdx) throw new SourceError(name, wanted, found(describeForeign(head)));
  const headerBytes = 4 + 4 * rank;
  if (head.length < headerBytes) {
    throw new SourceError(
      name,
      `a header of ${headerBytes} bytes (${rank} dimensions)`,
      found(`a file of ${head.length} bytes: it is truncated`),
    );
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const dims = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i, false));
  return { type: head[2]!, dims, headerBytes };
}

function describeForeign(head: Uint8Array): string {
  const littleEndian = head.length >= 4 && head[3] === 0 && head[2] === 0 && head[1]! in ELEMENT_TYPES;
  if (littleEndian) return `the bytes ${hex(head.subarray(0, 4))}: a little-endian header (IDX is big-endian)`;
  return describeHead(head);
}

function wrongType({ type }: IdxHeader, name: string, expected: string): SourceError {
  return new SourceError(name, expected, found(`0x${hex(Uint8Array.of(type))} (${ELEMENT_TYPES[type]!.name})`));
}

function checkDimensions(header: IdxHeader, name: string): IdxHeader {
  if (header.dims.includes(0)) throw new SourceError(name, "dimensions of at least 1", found(header.dims.join(" × ")));
  return header;
}

/** How long the file must be. @throws SourceError where that is more than may be read */
export function wholeLength({ type, dims, headerBytes }: IdxHeader, name: string, maxBytes: number): ExpectedLength {
  const size = ELEMENT_TYPES[type]!.bytes;
  const bytes = headerBytes + dims.reduce((product, side) => product * side, size);
  const because = `a header of ${headerBytes} and ${dims.join(" × ")} elements${size === 1 ? "" : ` of ${size} bytes`}`;
  if (bytes > maxBytes)
    throw new SourceError(
      name,
      `at most ${maxBytes} bytes (maxBytes)`,
      found(`a header that announces ${dims.join(" × ")} elements`),
    );
  return { bytes, because };
}
