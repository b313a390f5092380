/** Stores over IDX and CIFAR files that are too large to load: pictures are read where they lie. */
import { found, InputError, SourceError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { type ByteSource, byteSource, type Piece, type RangeInput, readPieces } from "./byte-source.ts";
import {
  annotationsOf,
  type CifarOptions,
  checkCifar,
  checkHead,
  checkLabelBytes,
  checkWhole,
  LABEL_BYTES,
  PIXEL_BYTES,
  recordBytes,
  SIDE,
} from "./cifar.ts";
import { isGzip } from "./gzip.ts";
import type { FileInput } from "./host-images.ts";
import { checkReading, type IdxOptions, imagesHeader, readIdxLabels, shapeOf, wholeLength } from "./idx.ts";
import { HEAD_BYTES } from "./sniff.ts";
import type { PictureStore } from "./store.ts";

/** Bytes of records that are looked through for labels at once. */
const STEP = 4 * 2 ** 20;

/** The first bytes of a file, which is not packed. */
async function headOf(source: ByteSource, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const head = await source.read(0, HEAD_BYTES, signal);
  if (isGzip(head))
    throw new SourceError(
      source.name,
      "an unpacked file",
      found("gzip data (unpack it: what is packed cannot be read in pieces)"),
    );
  return head;
}

/** Pictures as they lie in the file, in one array. */
async function readTogether(
  pieces: readonly Piece[],
  size: number,
  signal: AbortSignal,
): Promise<{ images: Uint8Array }> {
  const read = await readPieces(pieces, signal);
  if (read.length === 1) return { images: read[0]! };
  const images = new Uint8Array(read.length * size);
  read.forEach((bytes, i) => {
    images.set(bytes, i * size);
  });
  return { images };
}

/**
 * A store over an IDX file of pictures, which is not packed; the labels are read whole, and may be.
 * @throws SourceError as `readIdx`
 */
export async function idxStore(
  files: { images: RangeInput; labels?: FileInput },
  options: IdxOptions,
): Promise<PictureStore> {
  knownKeys("fromIdx.files", files, ["images", "labels"]);
  const { signal } = checkReading(options);
  const source = byteSource(files.images, options.names?.images ?? "images");
  const head = await headOf(source, signal);
  const header = imagesHeader(head, source.name);
  const { bytes, because } = wholeLength(header, source.name, Number.POSITIVE_INFINITY);
  await checkLength(source, bytes, because, signal);
  const shape = shapeOf(header);
  const size = shape.height * shape.width * shape.channels;
  const labels = files.labels && (await readIdxLabels(files.labels, shape.count, source.name, options));
  const { classes, classNames } = options;
  return {
    ...shape,
    ...labels,
    ...(labels ? { classes, classNames } : { classNames }),
    read: (ids, { signal }) =>
      readTogether(
        ids.map((id) => ({ source, start: header.headerBytes + id * size, size })),
        size,
        signal,
      ),
  };
}

/** By its length where that is known, else by what is there and not there at its end. */
async function checkLength(source: ByteSource, bytes: number, because: string, signal: AbortSignal | undefined) {
  const last = source.size === undefined ? await source.read(bytes - 1, bytes + 1, signal) : undefined;
  const size = source.size ?? bytes - 1 + last!.length;
  if (size === bytes) return;
  const words = size < bytes ? `${source.size ?? "fewer"} bytes: it is truncated` : `${source.size ?? "more"} bytes`;
  throw new SourceError(source.name, `${bytes} bytes (${because})`, found(words));
}

/**
 * A store over batches of CIFAR's binary version, which are not packed. One pass over them finds the labels.
 * @throws SourceError as `readCifar`
 */
export async function cifarStore(
  files: RangeInput | readonly RangeInput[],
  options: CifarOptions,
): Promise<PictureStore> {
  const { kind, labels } = checkCifar(options);
  const inputs = Array.isArray(files) ? (files as RangeInput[]) : [files as RangeInput];
  if (inputs.length === 0) throw new InputError("files", "at least one batch file", inputs);
  const sources = inputs.map((input, i) => byteSource(input, inputs.length === 1 ? "file" : `files[${i}]`));
  const record = recordBytes(kind);
  const before = record - PIXEL_BYTES;
  const ids: number[][] = LABEL_BYTES[kind].map(() => []);
  const places: { source: ByteSource; first: number }[] = [];
  for (const source of sources) {
    places.push({ source, first: ids[0]!.length });
    await indexRecords(source, kind, options, ids);
  }
  const placeOf = (id: number): Piece => {
    const { source, first } = places.findLast((place) => place.first <= id)!;
    return { source, start: (id - first) * record + before, size: PIXEL_BYTES };
  };
  const columns = ids.map((column) => Uint32Array.from(column));
  return {
    ...{ count: ids[0]!.length, height: SIDE, width: SIDE, channels: 3, layout: "nchw" },
    ...annotationsOf(columns, kind, labels),
    read: (ids, { signal }) => readTogether(ids.map(placeOf), PIXEL_BYTES, signal),
  };
}

async function indexRecords(
  source: ByteSource,
  kind: "cifar10" | "cifar100",
  { signal, onProgress }: CifarOptions,
  ids: number[][],
): Promise<void> {
  const head = await headOf(source, signal);
  checkHead(head, source.name, kind);
  const { size, name } = source;
  if (size === undefined)
    throw new SourceError(
      name,
      "a server that says how long the file is (Content-Range, also for other origins)",
      found("one that does not"),
    );
  checkWhole(name, size, head, kind);
  const record = recordBytes(kind);
  const step = Math.floor(STEP / record) * record;
  for (let at = 0; at < size; at += step) {
    const bytes = await source.read(at, Math.min(at + step, size), signal);
    checkLabelBytes(name, bytes, at / record, kind);
    for (let start = 0; start < bytes.length; start += record)
      for (const [i, column] of ids.entries()) column.push(bytes[start + i]!);
    onProgress?.({ phase: "index", loaded: at + bytes.length, total: size, name });
  }
}
