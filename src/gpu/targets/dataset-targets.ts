/** Targets of a dataset: checked, and pictures among them uploaded. Loaded when a dataset is given any. */

import { checkPictures } from "../../analysis/check-pictures.ts";
import { MAX_PAGES, MAX_PICTURES } from "../../analysis/limits.ts";
import { type Packed, packPictures } from "../../analysis/places.ts";
import { found, InputError, SourceError } from "../../check/errors.ts";
import { isOptions, knownKeys } from "../../check/options.ts";
import { oneOf } from "../../check/values.ts";
import { BYTES_PER_ELEMENT, type PictureShape } from "../../format/format.ts";
import { bytesOfIds, checkIdForm, checkIds, idBytes } from "../../targets/ids.ts";
import { assertLiving, expectLiving } from "../loss.ts";
import type { OpenPictures, OpenTarget } from "../open-pictures.ts";
import { fitting, picturesPerPage } from "../pages.ts";
import { writeBytes } from "../write-bytes.ts";
import { checkObjectData } from "./known-objects.ts";
import type { CompanionData, MapData, TargetData } from "./types.ts";

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
  /** Of a pixel. */
  bytes: number;
  /** The bytes of some pixels, counted over all pictures. */
  bytesOf(first: number, end: number): Uint8Array<ArrayBuffer>;
  opened(pictures: OpenPictures): OpenTarget;
  form: Pick<OpenPictures, "shape" | "format" | "layout" | "valueRange">;
}

function checkTarget(path: string, data: TargetData, owner: TargetOwner): Pictures | { open: OpenTarget } {
  if (!isOptions(data as unknown)) throw new InputError(path, "{ kind, … }", data);
  oneOf(`${path}.kind`, data.kind, ["mask", "image", "objects"]);
  if (data.kind === "objects") {
    const { count, sizes, height, width } = owner;
    const sizeOf = (i: number) => (sizes ? { height: sizes[2 * i]!, width: sizes[2 * i + 1]! } : { height, width });
    return { open: { kind: "objects", set: checkObjectData(path, data, { count, sizeOf, said: "dataset" }) } };
  }
  if (data.kind === "mask") return checkMaps(path, data, owner);
  return checkCompanion(path, data, owner);
}

/** Where the pictures begin, in pixels over all of them, and in words. */
class Pixels {
  private readonly starts: Float64Array | undefined;

  constructor(private readonly owner: TargetOwner) {
    const { sizes, count } = owner;
    if (!sizes) return;
    this.starts = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) this.starts[i + 1] = this.starts[i]! + sizes[2 * i]! * sizes[2 * i + 1]!;
  }

  /** Pixels before a picture. */
  before(picture: number): number {
    return this.starts?.[picture] ?? picture * this.owner.height * this.owner.width;
  }

  /** All, as a message has it: `8 × 20 × 30`. */
  get said(): string {
    const { count, height, width } = this.owner;
    return this.starts ? `${this.before(count)}` : `${count} × ${height} × ${width}`;
  }

  /** Where a pixel is, in words. */
  place(pixel: number): string {
    const { starts, owner } = this;
    let picture = Math.floor(pixel / (owner.height * owner.width));
    if (starts) {
      picture = 0;
      while (starts[picture + 1]! <= pixel) picture++;
    }
    const width = owner.sizes?.[2 * picture + 1] ?? owner.width;
    const inside = pixel - this.before(picture);
    return `picture ${picture}, pixel ${inside % width}, ${Math.floor(inside / width)}`;
  }
}

function checkMaps(path: string, data: MapData, owner: TargetOwner): Pictures {
  const { count, height, width } = owner;
  knownKeys(path, data, ["kind", "ids", "classes", "ignoreIndex"]);
  const { ids } = data;
  const bytes = bytesOfIds(ids);
  if (bytes === undefined) throw new SourceError(`${path}.ids`, "a Uint8Array, a Uint16Array or a Uint32Array", ids);
  const pixels = new Pixels(owner);
  if (ids.length !== pixels.before(count))
    throw new SourceError(`${path}.ids`, `${pixels.said} ids, as the pictures are`, found(`${ids.length}`));
  const form = checkIdForm(path, bytes, data);
  checkIds(`${path}.ids`, ids, form, (pixel) => pixels.place(pixel));
  return {
    bytes,
    bytesOf: (first, end) => idBytes(ids.subarray(first, end), bytes),
    opened: (pictures) => ({ kind: "mask", pictures, ignoreIndex: form.ignoreIndex, classes: form.classes }),
    form: { shape: { height, width, channels: bytes }, format: "u8", layout: "nhwc" },
  };
}

function checkCompanion(path: string, data: CompanionData, owner: TargetOwner): Pictures {
  const { count, height, width } = owner;
  knownKeys(path, data, ["kind", "data", "channels", "layout", "valueRange"]);
  const { data: values, channels = 1, layout = "nhwc", valueRange } = data;
  const isFloat = values instanceof Float32Array;
  if (!isFloat && !(values instanceof Uint8Array || values instanceof Uint8ClampedArray))
    throw new SourceError(`${path}.data`, "a Uint8Array or a Float32Array", values);
  const shape: PictureShape = { height, width, channels };
  const range = valueRange as [number, number] | undefined;
  checkPictures(path, { shape, format: isFloat ? "f32" : "u8", layout, valueRange: range });
  const pixels = new Pixels(owner);
  if (values.length !== pixels.before(count) * channels)
    throw new SourceError(
      `${path}.data`,
      `${pixels.said} × ${channels} values, as the pictures are`,
      found(`${values.length}`),
    );
  const wrong = isFloat ? values.findIndex((value) => !Number.isFinite(value)) : -1;
  if (wrong >= 0) throw new SourceError(`${path}.data[${wrong}]`, "a finite number", values[wrong]);
  const bytesOf = (first: number, end: number) => {
    const part = values.slice(first * channels, end * channels);
    return new Uint8Array(part.buffer as ArrayBuffer, part.byteOffset, part.byteLength);
  };
  return {
    bytes: channels * values.BYTES_PER_ELEMENT,
    bytesOf,
    opened: (pictures) => ({ kind: "image", pictures }),
    form: { shape, format: isFloat ? "f32" : "u8", layout, valueRange: range && [range[0], range[1]] },
  };
}

/** Bytes handed to the queue at a time. */
const UPLOAD_STEP = 8 * 2 ** 20;

async function upload(
  name: string,
  { bytes, bytesOf, opened, form }: Pictures,
  owner: TargetOwner,
  owned: GPUBuffer[],
): Promise<OpenTarget> {
  const { device, count, sizes } = owner;
  const { pageStarts, perPage, places } = pagesOf(name, form, owner);
  const pixels = new Pixels(owner);
  const pages: OpenPictures["pages"] = [];
  const step = Math.max(4, 4 * Math.floor(UPLOAD_STEP / bytes / 4));
  for (const [page, start] of pageStarts.entries()) {
    const first = pixels.before(start);
    const end = pixels.before(pageStarts[page + 1] ?? count);
    const size = Math.ceil(((end - first) * bytes) / 4) * 4;
    const buffer = device.createBuffer({
      label: `mixwell target ${name}`,
      size,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    });
    owned.push(buffer);
    pages.push({ buffer, size });
    for (let at = first; at < end; at += step) {
      const part = bytesOf(at, Math.min(at + step, end));
      const padded = part.length % 4 === 0 ? part : new Uint8Array(Math.ceil(part.length / 4) * 4);
      if (padded !== part) padded.set(part);
      writeBytes(device, buffer, (at - first) * bytes, padded);
    }
    await device.queue.onSubmittedWorkDone();
    assertLiving(device);
  }
  const own = places && { sizes: sizes!, places };
  return opened({ ...form, pages, picturesPerPage: perPage, datasetSize: count, own });
}

/** The first picture of each page. @throws SourceError where not all of them fit */
function pagesOf(
  name: string,
  { shape: { channels }, format }: Pictures["form"],
  { device, count, height, width, sizes, pageBytes = Number.POSITIVE_INFINITY }: TargetOwner,
): { pageStarts: readonly number[]; perPage: number; places?: Packed } {
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const limit = Math.min(maxStorageBufferBindingSize, maxBufferSize, pageBytes);
  const bytes = channels * BYTES_PER_ELEMENT[format];
  if (sizes) {
    const most = Math.floor(limit / BYTES_PER_ELEMENT[format]);
    const places = packPictures(`targets.${name}`, sizes, channels, most);
    const { pageStarts, pageValues } = places;
    if (pageValues.length <= MAX_PAGES && pageValues.every((values) => values <= most))
      return { pageStarts, perPage: MAX_PICTURES, places };
    const expected = `pictures that fit in ${MAX_PAGES} pages of ${limit} bytes, with ${bytes} a pixel`;
    throw new SourceError(`targets.${name}`, expected, found(`${count} pictures of ${pageValues.length} pages`));
  }
  const each = bytes * height * width;
  const perPage = picturesPerPage(limit, each);
  if (perPage === 0 || Math.ceil(count / perPage) > MAX_PAGES)
    throw new SourceError(
      `targets.${name}`,
      `at most ${fitting(limit, each)} pictures of ${each} bytes, in ${MAX_PAGES} pages of ${limit} bytes`,
      found(`${count} pictures`),
    );
  return { pageStarts: Array.from({ length: Math.ceil(count / perPage) }, (_, page) => page * perPage), perPage };
}
