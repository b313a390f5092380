/** What a store reads beside its pictures: class maps, further pictures, boxes. What it says of them, and has read. */
import { checkPictures } from "../analysis/check-pictures.ts";
import { found, InputError, SourceError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { oneOf } from "../check/values.ts";
import { BYTES_PER_ELEMENT, type Layout, type Size } from "../format/format.ts";
import { bytesOfIds, checkIdForm, checkIds, type IdArray, type IdForm, idBytes } from "../targets/ids.ts";
import type { CheckedObjects, ObjectSet } from "../targets/objects.ts";

/** Class maps that are read with the pictures, as large as these. */
export interface StoreMap {
  kind: "mask";
  /** Of an id: 1 (default) for a `Uint8Array`, 2 for a `Uint16Array`, 3 for a `Uint32Array` of ids below 2^24. */
  bytes?: 1 | 2 | 3;
  /** How many classes there are: every id is less, or the one that is ignored. Left out: any id. */
  classes?: number;
  /** The id that the loss ignores. Default the largest that the bytes hold; `null`: none. */
  ignoreIndex?: number | null;
}

/** Further pictures that are read with the pictures, as large as these. */
export interface StoreImage {
  kind: "image";
  /** Default 1. */
  channels?: number;
  /** Default `u8`. */
  format?: "u8" | "f32";
  /** Default `nhwc`. */
  layout?: Layout;
  /** Where black and white are in floats; default [0, 1]. */
  valueRange?: readonly [number, number];
}

/** Boxes, and what belongs to them, that are read with the pictures. */
export interface StoreObjects {
  kind: "objects";
}

/** A target of a store, which `read` brings with the pictures. */
export type StoreTarget = StoreMap | StoreImage | StoreObjects;

/**
 * A target of some pictures, as `read` gives it, in the order of the numbers: a list with an entry a picture of ids or
 * of values, or the objects of as many pictures.
 */
export type ReadTarget = readonly (IdArray | Float32Array | undefined)[] | ObjectSet;

/** Some pictures' objects, wherever they were read. Code and data come together: who has none has neither. */
export interface PictureObjects {
  set: CheckedObjects;
  /** Which of the set's pictures. */
  picture: number;
  /** One set of all of them, in that order. */
  gather(path: string, all: readonly PictureObjects[]): CheckedObjects;
}

/** A target of a store that was checked. Objects that are known before anything is read are there. */
export type OpenStoreTarget =
  | { kind: "mask"; channels: number; format: "u8"; layout: Layout; ids: IdForm }
  | { kind: "image"; channels: number; format: "u8" | "f32"; layout: Layout; valueRange?: [number, number] }
  | { kind: "objects"; known?: { set: CheckedObjects; at(id: number): PictureObjects } };

/** What belongs to one picture, by name: the bytes of a picture, or objects. */
export type PictureTargets = Record<string, Uint8Array<ArrayBuffer> | PictureObjects>;

/** Checks what a store says of its targets. @throws InputError */
export function openStoreTargets(path: string, targets: unknown): Record<string, OpenStoreTarget> {
  if (targets === undefined) return {};
  if (!isOptions(targets)) throw new InputError(path, "targets by name", targets);
  return Object.fromEntries(
    Object.entries(targets).map(([name, target]) => [name, openTarget(`${path}.${name}`, target as StoreTarget)]),
  );
}

function openTarget(path: string, target: StoreTarget): OpenStoreTarget {
  if (!isOptions(target as unknown)) throw new InputError(path, "{ kind, … }", target);
  oneOf(`${path}.kind`, target.kind, ["mask", "image", "objects"]);
  if (target.kind === "objects") {
    knownKeys(path, target, ["kind"]);
    return { kind: "objects" };
  }
  if (target.kind === "mask") {
    knownKeys(path, target, ["kind", "bytes", "classes", "ignoreIndex"]);
    const { bytes = 1 } = target;
    if (![1, 2, 3].includes(bytes)) throw new InputError(`${path}.bytes`, "1, 2 or 3", bytes);
    return { kind: "mask", channels: bytes, format: "u8", layout: "nhwc", ids: checkIdForm(path, bytes, target) };
  }
  knownKeys(path, target, ["kind", "channels", "format", "layout", "valueRange"]);
  const { channels = 1, format = "u8", layout = "nhwc", valueRange } = target;
  oneOf(`${path}.format`, format, ["u8", "f32"]);
  const range = valueRange as [number, number] | undefined;
  checkPictures(path, { shape: { height: 1, width: 1, channels }, format, layout, valueRange: range });
  return { kind: "image", channels, format, layout, valueRange: range && [range[0], range[1]] };
}

/** Bytes of a pixel's targets. */
export function targetBytes(targets: Readonly<Record<string, OpenStoreTarget>>): number {
  const each = Object.values(targets).map((one) => (one.kind === "objects" ? 0 : one.channels * sizeOfElement(one)));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

const sizeOfElement = ({ format }: { format: "u8" | "f32" }): number => BYTES_PER_ELEMENT[format];

/** Pictures that were read, one a number. One that could not be read is an error. */
type ReadSizes = readonly (Size | Error)[];

/**
 * What was read of all targets, picture by picture. A target that is missing or not as large as its picture is an error
 * in that picture's place.
 * @throws InputError where the store breaks its promise
 */
export async function readTargets(
  where: string,
  wanted: Readonly<Record<string, OpenStoreTarget>>,
  given: unknown,
  sizes: ReadSizes,
): Promise<(PictureTargets | Error)[]> {
  const read = Object.entries(wanted).filter(([, target]) => target.kind !== "objects" || !target.known);
  const made: (PictureTargets | Error)[] = sizes.map(() => ({}));
  if (given !== undefined && !isOptions(given)) throw new InputError(where, "targets by name", given);
  const names = read.map(([name]) => name);
  knownKeys(where, given ?? {}, names);
  for (const [name, target] of read) {
    const path = `${where}.${name}`;
    const one = (given as Record<string, unknown> | undefined)?.[name];
    if (one === undefined) throw new InputError(path, "what the store says it reads", undefined);
    const list = target.kind === "objects" ? await objectsOf(path, one, sizes) : picturesOf(path, one, target, sizes);
    list.forEach((entry, i) => {
      const others = made[i]!;
      if (others instanceof Error) return;
      if (entry instanceof Error) made[i] = entry;
      else if (entry) others[name] = entry;
    });
  }
  return made;
}

async function objectsOf(path: string, given: unknown, sizes: ReadSizes): Promise<(PictureObjects | Error)[]> {
  const { checkReadObjects } = await import("../targets/gather.ts");
  return checkReadObjects(path, given as ObjectSet, sizes);
}

/** The bytes of each picture; none for a picture that could not be read. */
function picturesOf(
  path: string,
  given: unknown,
  target: Exclude<OpenStoreTarget, { kind: "objects" }>,
  sizes: ReadSizes,
): (Uint8Array<ArrayBuffer> | Error | undefined)[] {
  if (!Array.isArray(given)) throw new InputError(path, "a list with an entry a picture", given);
  if (given.length !== sizes.length)
    throw new InputError(path, `${sizes.length} entries, one a picture`, found(`${given.length}`));
  return sizes.map((size, i) => {
    if (size instanceof Error) return undefined;
    const values: unknown = given[i];
    const expected = target.kind === "mask" ? ARRAYS[target.ids.bytes] : `a ${ARRAYS[target.format]}`;
    if (!isOf(target, values)) throw new InputError(`${path}[${i}]`, expected, values);
    const { height, width } = size;
    if (values.length !== height * width * (target.kind === "mask" ? 1 : target.channels)) {
      const many = target.kind === "mask" ? "ids" : `× ${target.channels} values`;
      const wanted = `${height} × ${width} ${many}, as the picture has`;
      return new SourceError(shortOf(path), wanted, found(`${values.length}`));
    }
    return target.kind === "mask" ? mapBytes(path, values as IdArray, target.ids, width) : imageBytes(path, values);
  });
}

const ARRAYS = { 1: "a Uint8Array", 2: "a Uint16Array", 3: "a Uint32Array", u8: "Uint8Array", f32: "Float32Array" };

/** `targets.masks`: what is said of one picture's target. */
const shortOf = (path: string): string => `targets${path.slice(path.lastIndexOf("."))}`;

function isOf(
  target: Exclude<OpenStoreTarget, { kind: "objects" }>,
  values: unknown,
): values is IdArray | Float32Array {
  if (target.kind === "mask") return bytesOfIds(values) === target.ids.bytes;
  return target.format === "f32" ? values instanceof Float32Array : bytesOfIds(values) === 1;
}

function mapBytes(path: string, ids: IdArray, form: IdForm, width: number): Uint8Array<ArrayBuffer> | Error {
  const name = shortOf(path);
  try {
    checkIds(name, ids, form, (i) => `pixel ${i % width}, ${Math.floor(i / width)}`);
  } catch (error) {
    return error as Error;
  }
  return idBytes(ids, form.bytes);
}

function imageBytes(path: string, values: IdArray | Float32Array): Uint8Array<ArrayBuffer> | Error {
  const wrong = values instanceof Float32Array ? values.findIndex((value) => !Number.isFinite(value)) : -1;
  if (wrong >= 0) return new SourceError(`${shortOf(path)}[${wrong}]`, "a finite number", values[wrong]);
  const own = values.slice();
  return new Uint8Array(own.buffer as ArrayBuffer, own.byteOffset, own.byteLength);
}
