/** Pictures that are already in memory as numbers. */
import { largestOf, packPictures } from "../analysis/places.ts";
import { found, InputError, SourceError, show } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { oneOf } from "../check/values.ts";
import { CLIP_NOISES, type ClipNoise } from "../plan/clips.ts";
import { checkPairs, type SizePairs } from "../plan/own-sizes.ts";
import type { HostImages } from "./host-images.ts";
import { type AnnotationOptions, checkAnnotations, checkClasses } from "./labels.ts";
import { allocate } from "./read.ts";

/** Rows of rows of rows of numbers 0..255. */
export type NestedNumbers = readonly (number | NestedNumbers | Uint8Array | Uint8ClampedArray)[];

export interface ArrayInput extends AnnotationOptions {
  /**
   * Bytes 0..255: one flat array, or nested arrays whose nesting is the shape. A `Uint8Array` is not copied: leave it
   * as it is until the dataset is there.
   */
  images: Uint8Array | Uint8ClampedArray | NestedNumbers | readonly (Uint8Array | Uint8ClampedArray)[];
  /**
   * In the order of `layout`: [N, H, W, C] or [N, C, H, W]; [N, H, W] is one channel. May be left out for nested
   * arrays.
   */
  shape?: readonly number[];
  /**
   * In place of `shape`, where pictures have sizes of their own: the height and width of each, one pair after the
   * other. `images` are then all bytes, one picture after the other, or a list with an entry a picture.
   */
  sizes?: SizePairs;
  /** With `sizes`: how many channels all pictures have. Default 3. */
  channels?: number;
  /** Default `nhwc`. */
  layout?: "nhwc" | "nchw";
  /**
   * Pictures in a clip, one after the other: a sample is a clip then, with one label, one entry of each field and one
   * draw. Default 1.
   */
  frames?: number;
  /** Whether the pictures of a clip have its noise (`clip`, default) or each its own (`frame`). */
  noise?: ClipNoise;
}

const ARRAY_KEYS: readonly (keyof ArrayInput)[] = [
  "images",
  "shape",
  "sizes",
  "channels",
  "layout",
  "frames",
  "noise",
  "labels",
  "labelRows",
  "fields",
  "classes",
  "classNames",
];

/**
 * Checks arrays and takes them as pictures.
 *
 * @throws SourceError when the numbers are not what they were said to be; InputError for `shape`, `layout`, `classes`
 * or names
 */
export function fromArrays(input: ArrayInput): HostImages {
  knownKeys("fromArrays.arrays", input, ARRAY_KEYS);
  const { layout = "nhwc" } = input;
  if (layout !== "nhwc" && layout !== "nchw") throw new InputError("layout", '"nhwc" or "nchw"', layout);
  checkClasses(input);
  const { frames = 1 } = input;
  if (!(Number.isSafeInteger(frames) && frames >= 1))
    throw new InputError("frames", "an integer of at least 1", frames);
  const { noise } = input;
  if (noise !== undefined) oneOf("noise", noise, CLIP_NOISES);
  if (frames > 1 && input.sizes !== undefined)
    throw new InputError("frames", "1, for pictures with sizes of their own", frames);
  if (input.sizes !== undefined) return ownSized(input, layout);
  if (input.channels !== undefined) throw new InputError("channels", "nothing without sizes", input.channels);
  const { pixels, shape } = flatten(input.images, input.shape);
  const { count, height, width, channels } = checkShape(shape, layout);
  const wanted = shape.reduce((product, size) => product * size, 1);
  if (pixels.length !== wanted) throw wrongLength(pixels.length, wanted, shape, layout);
  if (count % frames !== 0) throw new SourceError("images", `clips of ${frames} pictures each`, found(`${count}`));
  const annotations = checkAnnotations(input, count / frames);
  return { count, height, width, channels, layout, pixels, ...(frames > 1 && { frames, noise }), ...annotations };
}

/** Pictures that have sizes of their own. */
function ownSized(input: ArrayInput, layout: "nhwc" | "nchw"): HostImages {
  const { images, sizes: pairs, channels = 3 } = input;
  if (input.shape !== undefined) throw new InputError("shape", "nothing beside sizes", input.shape);
  checkPairs("sizes", pairs, undefined);
  const sizes = Uint32Array.from(pairs);
  if (sizes.length === 0) throw new InputError("sizes", "at least one pair", pairs);
  if (!(Number.isSafeInteger(channels) && channels >= 1))
    throw new InputError("channels", "a whole number of at least 1", channels);
  const count = sizes.length / 2;
  const { firsts, pageValues } = packPictures("sizes", pairs, channels, Number.POSITIVE_INFINITY);
  const total = pageValues[0]!;
  const endOf = (i: number) => (i + 1 < count ? firsts[i + 1]! : total);
  const one = { count, ...largestOf(sizes), sizes, channels, layout, ...checkAnnotations(input, count) };
  if (isBytes(images)) {
    if (images.length !== total)
      throw new SourceError("images", `${total} bytes, as the sizes say`, found(`${images.length}`));
    return { ...one, pixels: new Uint8Array(images.buffer, images.byteOffset, images.length) };
  }
  if (!Array.isArray(images)) throw notBytes("images", images);
  if (images.length !== count)
    throw new SourceError("images", `${count} pictures, as the sizes say`, found(`${images.length}`));
  const pixels = allocate(total, "images");
  for (const [i, picture] of Array.from(images as unknown[]).entries()) {
    if (!isBytes(picture)) throw notBytes(`images[${i}]`, picture);
    const bytes = endOf(i) - firsts[i]!;
    if (picture.length !== bytes)
      throw new SourceError(
        `images[${i}]`,
        `${bytes} bytes, ${sizes[2 * i]} × ${sizes[2 * i + 1]} × ${channels}`,
        found(`${picture.length}`),
      );
    pixels.set(picture, firsts[i]!);
  }
  return { ...one, pixels };
}

const isBytes = (value: unknown): value is Uint8Array | Uint8ClampedArray =>
  value instanceof Uint8Array || value instanceof Uint8ClampedArray;

/** Three sizes are pictures of one channel; whoever gave those of one picture has left out how many there are. */
function wrongLength(length: number, wanted: number, shape: readonly number[], layout: "nhwc" | "nchw"): SourceError {
  const axes = shape.length === 3 ? "N × H × W" : layout === "nhwc" ? "N × H × W × C" : "N × C × H × W";
  const isOnePicture = shape.length === 3 && length > 0 && length % wanted === 0;
  const advice = isOnePicture ? ` (N comes first: is it shape: ${show([length / wanted, ...shape])}?)` : "";
  return new SourceError("images", `${wanted} bytes (${axes} = ${shape.join(" × ")})`, found(`${length}${advice}`));
}

function checkShape(shape: readonly number[], layout: "nhwc" | "nchw") {
  const order = layout === "nhwc" ? "[N, H, W, C]" : "[N, C, H, W]";
  if (shape.length !== 3 && shape.length !== 4) throw new InputError("shape", `${order} or [N, H, W]`, shape);
  const wrong = shape.findIndex((size) => !(Number.isSafeInteger(size) && size >= 1));
  if (wrong >= 0) throw new InputError(`shape[${wrong}]`, "a whole number of at least 1", shape[wrong]);
  const [count, a, b, c] = shape as [number, number, number, number?];
  if (c === undefined) return { count, height: a, width: b, channels: 1 };
  return layout === "nhwc" ? { count, height: a, width: b, channels: c } : { count, height: b, width: c, channels: a };
}

function flatten(
  images: unknown,
  shape: readonly number[] | undefined,
): { pixels: Uint8Array; shape: readonly number[] } {
  if (shape !== undefined && !Array.isArray(shape)) throw new InputError("shape", "a list of sizes", shape);
  if (images instanceof Uint8Array || images instanceof Uint8ClampedArray) {
    if (!shape) throw new InputError("shape", "[N, H, W, C] (a flat array has none of its own)", shape);
    return { pixels: new Uint8Array(images.buffer, images.byteOffset, images.length), shape };
  }
  if (!Array.isArray(images)) throw notBytes("images", images);
  checkOneLength(images);
  const nested = shapeOf(images);
  const flat = nested.length === 1;
  if (flat && !shape) throw new InputError("shape", "[N, H, W, C] (a flat array has none of its own)", shape);
  const isOther = shape && (shape.length !== nested.length || shape.some((size, i) => size !== nested[i]));
  if (!flat && isOther) throw new SourceError("images", `the shape ${show(shape)}`, found(show(nested)));
  const pixels = allocate(
    nested.reduce((product, size) => product * size, 1),
    "images",
  );
  copyNested(images, nested, "images", pixels, 0);
  return { pixels, shape: flat ? shape! : nested };
}

/** A list of pictures whose bytes are not equally many has pictures of different size. */
function checkOneLength(images: readonly unknown[]): void {
  const [first, ...others] = images;
  const other = others.find((picture) => isBytes(first) && isBytes(picture) && picture.length !== first.length);
  if (isBytes(first) && isBytes(other))
    throw new SourceError(
      "images",
      "pictures of one size (for pictures of different size give `sizes`)",
      found(`${first.length} and ${other.length} bytes`),
    );
}

/** Of nested arrays: N, H, W, C. */
const MOST_LEVELS = 4;

/** The shape that the first element of each level suggests; `copyNested` holds every other element to it. */
function shapeOf(nested: readonly unknown[]): number[] {
  const shape: number[] = [];
  let level: unknown = nested;
  // One level more than pictures have; a list that holds itself has no last one.
  while (isList(level) && shape.length <= MOST_LEVELS) {
    shape.push(level.length);
    level = level[0];
  }
  return shape;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Uint8Array || value instanceof Uint8ClampedArray;
}

/** Writes a value of this shape from `at` on and returns where it ended. */
function copyNested(
  value: unknown,
  [length, ...inner]: readonly number[],
  path: string,
  out: Uint8Array,
  at: number,
): number {
  if (length === undefined) {
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 255) throw notByte(path, value);
    out[at] = value;
    return at + 1;
  }
  if (!isList(value))
    throw ArrayBuffer.isView(value) ? notBytes(path, value) : new SourceError(path, `${length} entries`, value);
  if (value.length !== length) throw new SourceError(path, `${length} entries`, found(`${value.length}`));
  let end = at;
  for (let i = 0; i < value.length; i++) end = copyNested(value[i], inner, `${path}[${i}]`, out, end);
  return end;
}

function notByte(path: string, value: unknown): SourceError {
  if (ArrayBuffer.isView(value)) return notBytes(path, value);
  const fraction = typeof value === "number" && value > 0 && value < 1;
  const words = fraction
    ? `${value} (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)`
    : show(value);
  return new SourceError(path, "a whole number 0..255", found(words));
}

function notBytes(path: string, value: unknown): SourceError {
  let words = show(value);
  if (ArrayBuffer.isView(value) && /^Float/.test(value.constructor.name)) {
    words += " (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)";
  } else if (value instanceof ArrayBuffer) {
    words += " (wrap it: new Uint8Array(buffer))";
  }
  return new SourceError(path, "bytes 0..255 (Uint8Array, Uint8ClampedArray or nested arrays)", found(words));
}
