/**
 * IDX, the format of MNIST and its kin: two zero bytes, an element type, the number of dimensions, then each dimension as a
 * big-endian u32, then the elements (http://yann.lecun.com/exdb/mnist, "the IDX file format").
 */
import { found, SourceError } from "../check/errors.ts";
import { type ExpectedLength, readUnpacked } from "./gzip.ts";
import type { FileInput, HostImages } from "./host-images.ts";
import { type ClassOptions, checkClasses, checkLabels } from "./labels.ts";
import { DEFAULT_MAX_BYTES, type ReadOptions } from "./read.ts";
import { describeHead, hex } from "./sniff.ts";

export interface IdxOptions extends ClassOptions, Omit<ReadOptions, "name"> {
  /** What messages call the two files, where they have no name of their own (default `images` and `labels`). */
  names?: { images?: string; labels?: string };
}

/** An IDX header in numbers. */
interface IdxHeader {
  type: number;
  dims: number[];
  headerBytes: number;
}

const UNSIGNED_BYTE = 0x08;
const ELEMENT_TYPES: Record<number, string> = {
  8: "unsigned byte",
  9: "signed byte",
  11: "16-bit integer",
  12: "32-bit integer",
  13: "32-bit float",
  14: "64-bit float",
};
const IMAGES = "an IDX file of pictures (bytes 00 00 08 03, or 00 00 08 04 with channels)";
const LABELS = "an IDX file of labels (bytes 00 00 08 01)";

/**
 * Reads pictures, and labels if given, from IDX files, plain or gzip.
 *
 * Three dimensions are N, H, W (one channel), four are N, H, W, C. Elements are unsigned bytes; labels are one dimension of them.
 * The pixels of an unpacked file in memory are not copied.
 *
 * @throws SourceError when a file is foreign, truncated, too long, or does not fit the other one; InputError for an option
 */
export async function readIdx(images: FileInput, labels?: FileInput, options: IdxOptions = {}): Promise<HostImages> {
  const classes = checkClasses(options);
  const { onProgress, maxBytes = DEFAULT_MAX_BYTES, names } = options;
  const reading = { onProgress, maxBytes };

  const pictures = await readUnpacked(
    images,
    names?.images ?? "images",
    (head, name) => wholeLength(imagesHeader(head, name), name, maxBytes),
    reading,
  );
  const header = imagesHeader(pictures.bytes, pictures.name);
  const [count, height, width, channels = 1] = header.dims as [number, number, number, number?];
  const result: HostImages = {
    count,
    height,
    width,
    channels,
    layout: "nhwc",
    pixels: pictures.bytes.subarray(header.headerBytes),
  };
  if (options.classNames) result.classNames = [...options.classNames];
  if (labels === undefined) return result;

  const ids = await readUnpacked(
    labels,
    names?.labels ?? "labels",
    (head, name) => {
      const labelHeader = labelsHeader(head, name);
      if (labelHeader.dims[0] !== count) {
        throw new SourceError(name, `${count} labels, one per picture in ${pictures.name}`, found(`${labelHeader.dims[0]}`));
      }
      return wholeLength(labelHeader, name, maxBytes);
    },
    reading,
  );
  result.labels = checkLabels(ids.name, ids.bytes.subarray(labelsHeader(ids.bytes, ids.name).headerBytes), count, classes);
  return result;
}

function imagesHeader(head: Uint8Array, name: string): IdxHeader {
  const header = parseHeader(head, name, IMAGES);
  if (header.dims.length === 1) {
    throw new SourceError(name, IMAGES, found(`IDX labels (${header.dims[0]} of them): are images and labels swapped?`));
  }
  if (header.dims.length !== 3 && header.dims.length !== 4) {
    throw new SourceError(name, "3 dimensions (N, H, W) or 4 (N, H, W, C)", found(`${header.dims.length}: ${header.dims.join(" × ")}`));
  }
  return checkContents(header, name);
}

function labelsHeader(head: Uint8Array, name: string): IdxHeader {
  const header = parseHeader(head, name, LABELS);
  if (header.dims.length !== 1) {
    throw new SourceError(
      name,
      LABELS,
      found(`IDX with ${header.dims.length} dimensions (${header.dims.join(" × ")}): is this the file of pictures?`),
    );
  }
  return checkContents(header, name);
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

function checkContents(header: IdxHeader, name: string): IdxHeader {
  if (header.type !== UNSIGNED_BYTE) {
    throw new SourceError(
      name,
      "elements of type 0x08 (unsigned byte)",
      found(`0x${hex(Uint8Array.of(header.type))} (${ELEMENT_TYPES[header.type]})`),
    );
  }
  if (header.dims.includes(0)) throw new SourceError(name, "dimensions of at least 1", found(header.dims.join(" × ")));
  return header;
}

function wholeLength({ dims, headerBytes }: IdxHeader, name: string, maxBytes: number): ExpectedLength {
  const bytes = headerBytes + dims.reduce((product, size) => product * size, 1);
  const because = `a header of ${headerBytes} and ${dims.join(" × ")} elements`;
  if (bytes > maxBytes)
    throw new SourceError(name, `at most ${maxBytes} bytes (maxBytes)`, found(`a header that announces ${dims.join(" × ")} elements`));
  return { bytes, because };
}
