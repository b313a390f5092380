/**
 * Stores: pictures that are read by number when they are wanted. What one says of itself and what it reads, checked.
 */

import { checkStack } from "../analysis/check-pictures.ts";
import { ArgumentError, found, InputError, SourceError, show } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { isCallable } from "../check/values.ts";
import { MAX_SIDE, type PictureShape, type Size } from "../format/format.ts";
import { type AnnotationOptions, type Annotations, checkAnnotations, checkClasses } from "./labels.ts";
import {
  type OpenStoreTarget,
  openStoreTargets,
  type PictureTargets,
  type ReadTarget,
  readTargets,
  type StoreTarget,
  targetBytes,
} from "./store-targets.ts";

/**
 * Anything that reads pictures by number: files, slices of one large file, a database, a server. Labels, names and
 * fields that are known before any picture is read stand beside `read`, one entry a picture; those that are read with
 * the picture come out of `read`.
 */
export interface PictureStore extends AnnotationOptions {
  /** Number of pictures, N: 1 to 2^32 − 1. They are numbered from 0. */
  count: number;
  /** Of every picture, in pixels. */
  height?: number;
  width?: number;
  /** In place of both: every picture has a size of its own, which `read` says, and the policy gives all of them one. */
  sizes?: "own";
  channels: number;
  /** What `read` brings beside the pictures, by names of your own: class maps, further pictures, boxes. */
  targets?: Readonly<Record<string, StoreTarget>>;
  /** Memory order inside a picture. Default `nhwc`. */
  layout?: "nhwc" | "nchw";
  /**
   * Reads some pictures, each number at most once. A number gives the same picture whenever it is read. Several reads
   * can be under way. `signal` is aborted when nobody waits for the pictures any more.
   */
  read(ids: readonly number[], options: ReadContext): ReadPictures | Promise<ReadPictures>;
}

/** What a store's `read` is given beside the numbers. */
export interface ReadContext {
  signal: AbortSignal;
}

/** What a store's `read` gives: one entry for each number, in their order. */
export interface ReadPictures {
  /**
   * Bytes 0..255: all pictures one after the other, or a list with an entry a picture. In the list an error can stand
   * in the place of a picture that cannot be read. Pictures that have sizes of their own come in a list, with their
   * sizes.
   */
  images: Bytes | readonly (Bytes | OwnSizedPicture | Error)[];
  /** Class ids, where the store has none beside `read`. */
  labels?: AnnotationOptions["labels"];
  /** Or soft or multi-label rows. */
  labelRows?: AnnotationOptions["labelRows"];
  /** More fields. */
  fields?: Record<string, ArrayLike<unknown>>;
  /** What the store's `targets` name. */
  targets?: Readonly<Record<string, ReadTarget>>;
}

export type Bytes = Uint8Array | Uint8ClampedArray;

/** A picture that has a size of its own. */
export interface OwnSizedPicture {
  /** H × W × C bytes. */
  data: Bytes;
  height: number;
  width: number;
}

/** A store that was checked. It keeps none of the caller's lists. */
export interface OpenStore {
  count: number;
  channels: number;
  /** Of every picture; undefined where each has its own. */
  size: Size | undefined;
  layout: "nhwc" | "nchw";
  classes: number | undefined;
  /** What is read with the pictures, and objects that are known before. */
  targets: Record<string, OpenStoreTarget>;
  /** Of a pixel, its targets' included. */
  pixelBytes(): number;
  /** What is known before anything is read. */
  annotations: Annotations;
  read(ids: readonly number[], options: ReadContext): Promise<ReadSample[]>;
}

/** One picture that was read, or why it was not. */
export type ReadSample = Picture | SourceError;

export interface Picture extends Size {
  /** H × W × C bytes, in the store's layout. */
  data: Uint8Array;
  label?: number;
  labelRow?: Float32Array;
  fields?: Record<string, unknown>;
  targets?: PictureTargets;
}

/** Bytes of a picture and of what was read with it. */
export function bytesOf({ data, targets = {} }: Picture): number {
  const each = Object.values(targets).map((one) => (one instanceof Uint8Array ? one.length : 0));
  return each.reduce((sum, length) => sum + length, data.length);
}

const MOST = 2 ** 32 - 1;

/** Checks what a store says of itself. @throws InputError at `path`; SourceError for labels and fields */
export function openStore(path: string, store: PictureStore): OpenStore {
  if (!isOptions(store as unknown)) throw new InputError(path, "{ count, height, width, channels, read, … }", store);
  const { count, height, width, sizes, channels, layout = "nhwc" } = store;
  if (!(Number.isInteger(count) && count >= 1 && count <= MOST))
    throw new InputError(`${path}.count`, `an integer in 1..${MOST}`, count);
  if (sizes !== undefined && sizes !== "own") throw new InputError(`${path}.sizes`, '"own"', sizes);
  checkStack(path, { count: 1, height, width, channels, layout }, "count", sizes === "own");
  if (!isCallable(store.read)) throw new InputError(`${path}.read`, "a function", store.read);
  const classes = checkClasses(store, `${path}.`);
  const annotations = copiedAnnotations(checkAnnotations(store, count, `${path}.`));
  const size = sizes === "own" ? undefined : { height: height!, width: width! };
  const targets = openStoreTargets(`${path}.targets`, store.targets);
  return {
    count,
    channels,
    size,
    layout,
    classes: annotations.labelRows?.classes ?? classes,
    annotations,
    targets,
    pixelBytes: () => channels + targetBytes(targets),
    read: async (ids, options) =>
      checkRead(path, ids, await store.read(ids.slice(), options), { channels, size, classes, annotations, targets }),
  };
}

/** Lists of our own, where `checkAnnotations` hands on the caller's. */
function copiedAnnotations({ labels, labelRows, classNames, fields }: Annotations): Annotations {
  return {
    labels: labels?.slice(),
    labelRows: labelRows && { ...labelRows, data: labelRows.data.slice() },
    classNames,
    fields: fields && Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, Array.from(values)])),
  };
}

interface Wanted extends Pick<OpenStore, "channels" | "size" | "targets"> {
  classes: number | undefined;
  annotations: Annotations;
}

/** What a store has read, picture by picture. @throws InputError where it breaks its promise */
async function checkRead(
  path: string,
  ids: readonly number[],
  got: ReadPictures,
  wanted: Wanted,
): Promise<ReadSample[]> {
  const where = `${path}.read()`;
  knownKeys(where, got, ["images", "labels", "labelRows", "fields", "targets"]);
  for (const name of ["labels", "labelRows"] as const) {
    if (got[name] === undefined) continue;
    if (wanted.annotations.labels ?? wanted.annotations.labelRows)
      throw new InputError(`${where}.${name}`, "nothing, as the store has labels", got[name]);
  }
  const { labels, labelRows, fields } = got;
  const classes = wanted.classes;
  const about = checkAnnotations({ labels, labelRows, fields, classes }, ids.length, `${where}.`);
  const { channels, size } = wanted;
  const pictures = size
    ? picturesOf(where, ids, got.images, { ...size, channels })
    : ownSizedOf(where, ids, got.images, channels);
  const targets = await readTargets(`${where}.targets`, wanted.targets, got.targets, pictures);
  return pictures.map((picture, i) => {
    const belonging = targets[i]!;
    const read = belonging instanceof Error ? belonging : picture;
    if (read instanceof Error) return unreadable(wanted.annotations, ids[i]!, read);
    return { ...read, targets: belonging as PictureTargets, ...annotationsAt(about, i) };
  });
}

/** What was read of one picture beside it. */
function annotationsAt({ labels, labelRows, fields }: Annotations, i: number): Partial<Picture> {
  const picture: Partial<Picture> = {};
  if (labels) picture.label = labels[i]!;
  if (labelRows) picture.labelRow = labelRows.data.slice(i * labelRows.classes, (i + 1) * labelRows.classes);
  if (fields) picture.fields = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[i]]));
  return picture;
}

function picturesOf(
  where: string,
  ids: readonly number[],
  images: unknown,
  { height, width, channels }: PictureShape,
): (Picture | Error)[] {
  const size = height * width * channels;
  const sizes = `${height} × ${width} × ${channels}`;
  if (isBytes(images)) {
    if (images.length !== ids.length * size)
      throw new InputError(
        `${where}.images`,
        `${ids.length * size} bytes, ${ids.length} pictures of ${sizes}`,
        found(`${images.length}`),
      );
    const bytes = plain(images);
    return ids.map((_, i) => ({ data: bytes.subarray(i * size, (i + 1) * size), height, width }));
  }
  return listed(where, ids, images, "bytes, or a list with an entry a picture").map((data, i) => {
    if (data instanceof Error) return data;
    if (!isBytes(data)) throw new InputError(`${where}.images[${i}]`, "bytes of a picture, or an error", data);
    if (data.length === size) return { data: plain(data), height, width };
    return new SourceError("images", `${size} bytes, a picture of ${sizes}`, found(`${data.length}`));
  });
}

/** Pictures that have sizes of their own. */
function ownSizedOf(where: string, ids: readonly number[], images: unknown, channels: number): (Picture | Error)[] {
  return listed(where, ids, images, "a list with { data, height, width } a picture").map((given, i) => {
    if (given instanceof Error) return given;
    const { data, height, width } = (isOptions(given) ? given : {}) as Partial<OwnSizedPicture>;
    if (!isBytes(data))
      throw new InputError(`${where}.images[${i}]`, "{ data, height, width } of a picture, or an error", given);
    for (const [name, side] of Object.entries({ height, width })) {
      if (!(Number.isInteger(side) && side! >= 1 && side! <= MAX_SIDE))
        throw new InputError(`${where}.images[${i}].${name}`, `an integer in 1..${MAX_SIDE}`, side);
    }
    const size = height! * width! * channels;
    if (data.length === size) return { data: plain(data), height: height!, width: width! };
    const wanted = `${size} bytes, a picture of ${height} × ${width} × ${channels}`;
    return new SourceError("images", wanted, found(`${data.length}`));
  });
}

/** A list with an entry a picture. */
function listed(where: string, ids: readonly number[], images: unknown, expected: string): unknown[] {
  if (!Array.isArray(images)) throw new InputError(`${where}.images`, expected, images);
  if (images.length !== ids.length)
    throw new InputError(`${where}.images`, `${ids.length} entries, one a picture`, found(`${images.length}`));
  return Array.from(images as unknown[]);
}

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array || value instanceof Uint8ClampedArray;

/** Without the clamping, which nobody needs who only reads. */
const plain = (bytes: Bytes): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);

/** What messages call a sample. */
export function sampleNamed({ fields }: Annotations, id: number): string {
  const name = fields?.name?.[id];
  return `sample ${id}${typeof name === "string" ? ` (${name})` : ""}`;
}

/** The error for one picture: who it is, and in whose words it failed. */
export function unreadable(annotations: Annotations, id: number, reason: unknown): SourceError {
  const name = annotations.fields?.name?.[id];
  const who = sampleNamed(annotations, id);
  const error =
    reason instanceof ArgumentError
      ? new SourceError(
          // Whoever has a name for it has said it already.
          reason.path === name || reason.path === "images" ? who : `${who}, ${reason.path}`,
          reason.expected,
          reason.found,
        )
      : new SourceError(
          who,
          "a picture that can be read",
          found(reason instanceof Error ? reason.message : show(reason)),
        );
  error.cause = reason;
  return error;
}
