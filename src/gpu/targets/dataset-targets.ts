/** Targets of a dataset: checked, and pictures among them uploaded. Loaded when a dataset is given any. */

import { checkPictures } from "../../analysis/check-pictures.ts";
import { MAX_PAGES } from "../../analysis/limits.ts";
import { holdsItself, type Within } from "../../check/copied.ts";
import { found, InputError, SourceError } from "../../check/errors.ts";
import { isOptions, knownKeys } from "../../check/options.ts";
import { oneOf, positive } from "../../check/values.ts";
import type { PictureShape } from "../../format/format.ts";
import { checkObjects } from "../../targets/objects.ts";
import { checkOutlines } from "../../targets/outline.ts";
import { assertLiving, expectLiving } from "../loss.ts";
import type { OpenPictures, OpenTarget } from "../open-pictures.ts";
import { fitting, picturesPerPage } from "../pages.ts";
import type { CompanionData, MapData, ObjectData, TargetData } from "./types.ts";

/** What the targets belong to. */
export interface TargetOwner {
  device: GPUDevice;
  count: number;
  height: number;
  width: number;
  /** Of pictures with sizes of their own: height and width of each. */
  sizes?: Uint32Array | undefined;
  /** Bytes of a page at most. */
  pageBytes?: number;
}

/** Targets that were checked, and can be uploaded. */
export interface CheckedTargets {
  upload(pageBytes?: number): Promise<{ targets: Record<string, OpenTarget>; owned: GPUBuffer[] }>;
}

/** Checks targets of a dataset that has others already. @throws SourceError, InputError */
export function checkTargets(
  targets: Readonly<Record<string, TargetData>>,
  owner: TargetOwner,
  others: Readonly<Record<string, unknown>> = {},
): CheckedTargets {
  if (!isOptions(targets as unknown)) throw new InputError("targets", "targets by name", targets);
  for (const name of Object.keys(targets))
    if (Object.hasOwn(others, name))
      throw new InputError(`targets.${name}`, "a name that no target has yet", found(name));
  const checked = Object.entries(targets).map(
    ([name, data]) => [name, checkTarget(`targets.${name}`, data, owner)] as const,
  );
  return { upload: (pageBytes) => uploadAll(checked, { ...owner, pageBytes }) };
}

/** Uploads what is pictures. Nothing is left behind when it fails. */
async function uploadAll(
  checked: readonly (readonly [string, Pictures | { open: OpenTarget }])[],
  owner: TargetOwner,
): Promise<{ targets: Record<string, OpenTarget>; owned: GPUBuffer[] }> {
  await expectLiving(owner.device);
  const owned: GPUBuffer[] = [];
  const made: Record<string, OpenTarget> = {};
  try {
    for (const [name, one] of checked) made[name] = "open" in one ? one.open : await upload(name, one, owner, owned);
  } catch (error) {
    for (const buffer of owned) buffer.destroy();
    throw error;
  }
  return { targets: made, owned };
}

/** Pictures to upload, and the target that they become. */
interface Pictures {
  /** Of a picture. */
  bytes: number;
  /** The bytes of some pictures. */
  bytesOf(first: number, count: number): Uint8Array<ArrayBuffer>;
  opened(pictures: OpenPictures): OpenTarget;
  form: Pick<OpenPictures, "shape" | "format" | "layout" | "valueRange">;
}

function checkTarget(path: string, data: TargetData, owner: TargetOwner): Pictures | { open: OpenTarget } {
  if (!isOptions(data as unknown)) throw new InputError(path, "{ kind, … }", data);
  oneOf(`${path}.kind`, data.kind, ["mask", "image", "objects"]);
  if (data.kind === "objects") return { open: checkObjectData(path, data, owner) };
  if (owner.sizes) throw new InputError(`${path}.kind`, "objects, for pictures with sizes of their own", data.kind);
  if (data.kind === "mask") return checkMaps(path, data, owner);
  return checkCompanion(path, data, owner);
}

function checkMaps(path: string, data: MapData, { count, ...owner }: TargetOwner): Pictures {
  const size = { height: owner.height, width: owner.width };
  knownKeys(path, data, ["kind", "ids", "classes", "ignoreIndex"]);
  const { ids, classes } = data;
  const width =
    ids instanceof Uint8Array || ids instanceof Uint8ClampedArray
      ? 1
      : ids instanceof Uint16Array
        ? 2
        : ids instanceof Uint32Array
          ? 3
          : 0;
  if (width === 0) throw new SourceError(`${path}.ids`, "a Uint8Array, a Uint16Array or a Uint32Array", ids);
  const pixels = size.height * size.width;
  if (ids.length !== count * pixels)
    throw new SourceError(
      `${path}.ids`,
      `${count} × ${size.height} × ${size.width} ids, as the pictures are`,
      found(`${ids.length}`),
    );
  if (classes !== undefined) positive(`${path}.classes`, classes, 2 ** 24);
  const end = 2 ** (8 * width);
  const { ignoreIndex = end - 1 } = data;
  if (ignoreIndex !== null && !(Number.isInteger(ignoreIndex) && ignoreIndex >= 0 && ignoreIndex < end))
    throw new InputError(`${path}.ignoreIndex`, `an id, a whole number below ${end}, or null`, ignoreIndex);
  const most = Math.min(classes ?? end, end);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id < most || id === ignoreIndex) continue;
    const picture = Math.floor(i / pixels);
    const place = `picture ${picture}, pixel ${i % size.width}, ${Math.floor((i % pixels) / size.width)}`;
    const expected =
      classes === undefined ? `an id below ${end}` : `an id below ${classes}, or ${ignoreIndex ?? "none other"}`;
    throw new SourceError(`${path}.ids[${i}] (${place})`, expected, id);
  }
  return {
    bytes: pixels * width,
    bytesOf: (first, some) => idBytes(ids.subarray(first * pixels, (first + some) * pixels), width),
    opened: (pictures) => ({ kind: "mask", pictures, ignoreIndex, classes }),
    form: { shape: { ...size, channels: width }, format: "u8", layout: "nhwc" },
  };
}

/** Ids as bytes, the lowest first. */
function idBytes(ids: MapData["ids"], width: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ids.length * width);
  if (width === 1) bytes.set(ids);
  else
    for (let i = 0, to = 0; i < ids.length; i++)
      for (let byte = 0; byte < width; byte++) bytes[to++] = (ids[i]! >> (8 * byte)) & 255;
  return bytes;
}

function checkCompanion(path: string, data: CompanionData, { count, ...owner }: TargetOwner): Pictures {
  const size = { height: owner.height, width: owner.width };
  knownKeys(path, data, ["kind", "data", "channels", "layout", "valueRange"]);
  const { data: values, channels = 1, layout = "nhwc", valueRange } = data;
  const isFloat = values instanceof Float32Array;
  if (!isFloat && !(values instanceof Uint8Array || values instanceof Uint8ClampedArray))
    throw new SourceError(`${path}.data`, "a Uint8Array or a Float32Array", values);
  const shape: PictureShape = { ...size, channels };
  const range = valueRange as [number, number] | undefined;
  checkPictures(path, { shape, format: isFloat ? "f32" : "u8", layout, valueRange: range });
  const each = size.height * size.width * channels;
  if (values.length !== count * each)
    throw new SourceError(
      `${path}.data`,
      `${count} × ${size.height} × ${size.width} × ${channels} values, as the pictures are`,
      found(`${values.length}`),
    );
  const wrong = isFloat ? values.findIndex((value) => !Number.isFinite(value)) : -1;
  if (wrong >= 0) throw new SourceError(`${path}.data[${wrong}]`, "a finite number", values[wrong]);
  const bytesOf = (first: number, some: number) => {
    const part = values.slice(first * each, (first + some) * each);
    return new Uint8Array(part.buffer as ArrayBuffer, part.byteOffset, part.byteLength);
  };
  return {
    bytes: each * values.BYTES_PER_ELEMENT,
    bytesOf,
    opened: (pictures) => ({ kind: "image", pictures }),
    form: { shape, format: isFloat ? "f32" : "u8", layout, valueRange: range && [range[0], range[1]] },
  };
}

function checkObjectData(path: string, data: ObjectData, { count, ...owner }: TargetOwner): OpenTarget {
  const size = { height: owner.height, width: owner.width };
  const { kind: _kind, ...given } = data;
  const set = checkObjects(path, copyOf(given));
  if (set.pictures !== count)
    throw new SourceError(path, `the objects of ${count} pictures, as the dataset has`, found(`${set.pictures}`));
  const { sizes } = owner;
  checkOutlines(set, (i) => (sizes ? { height: sizes[2 * i]!, width: sizes[2 * i + 1]! } : size));
  return { kind: "objects", set };
}

/** What was checked is what is kept, whatever becomes of the caller's arrays. */
function copyOf<T>(value: T, outer?: Within): T {
  // A DataView has no slice: the checks refuse it as it is.
  if (ArrayBuffer.isView(value)) return "slice" in value ? ((value as unknown as Uint8Array).slice() as T) : value;
  if (holdsItself(value, outer)) return value;
  const within = { value, outer };
  if (Array.isArray(value))
    return value.map((one: unknown) =>
      Array.isArray(one) || ArrayBuffer.isView(one) ? copyOf(one, within) : one,
    ) as T;
  if (!isOptions(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one, within)])) as T;
}

/** Bytes handed to the queue at a time. */
const UPLOAD_STEP = 8 * 2 ** 20;

async function upload(
  name: string,
  { bytes, bytesOf, opened, form }: Pictures,
  { device, count, pageBytes = Number.POSITIVE_INFINITY }: TargetOwner,
  owned: GPUBuffer[],
): Promise<OpenTarget> {
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const limit = Math.min(maxStorageBufferBindingSize, maxBufferSize, pageBytes);
  const perPage = picturesPerPage(limit, bytes);
  if (perPage === 0 || Math.ceil(count / perPage) > MAX_PAGES)
    throw new SourceError(
      `targets.${name}`,
      `at most ${fitting(limit, bytes)} pictures of ${bytes} bytes, in ${MAX_PAGES} pages of ${limit} bytes`,
      found(`${count} pictures`),
    );
  const pages: OpenPictures["pages"] = [];
  const step = Math.max(4, 4 * Math.floor(UPLOAD_STEP / bytes / 4));
  for (let first = 0; first < count; first += perPage) {
    const some = Math.min(perPage, count - first);
    const size = Math.ceil((some * bytes) / 4) * 4;
    const buffer = device.createBuffer({
      label: `mixwell target ${name}`,
      size,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    });
    owned.push(buffer);
    pages.push({ buffer, size });
    for (let at = 0; at < some; at += step) {
      const part = bytesOf(first + at, Math.min(step, some - at));
      const padded = part.length % 4 === 0 ? part : new Uint8Array(Math.ceil(part.length / 4) * 4);
      if (padded !== part) padded.set(part);
      device.queue.writeBuffer(buffer, at * bytes, padded);
    }
    await device.queue.onSubmittedWorkDone();
    assertLiving(device);
  }
  return opened({ ...form, pages, picturesPerPage: perPage, datasetSize: count });
}
