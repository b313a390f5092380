/** Picture files, bitmaps and canvas pixels -> one size, one number of channels. */
import { largestOf, packPictures } from "../analysis/places.ts";
import { found, InputError, SourceError, show } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { MAX_SIDE, type Size } from "../format/format.ts";
import { sizeByRatio } from "../ops/lib/ratio.ts";
import { DECODING, readBitmap, readDecoded } from "./bitmap.ts";
import { takeOrientation } from "./exif.ts";
import type { HostImages, LoadProgress, SkippedImage } from "./host-images.ts";
import { type AnnotationOptions, type Annotations, checkAnnotations } from "./labels.ts";
import { orient } from "./orient.ts";
import { allocate, isBlob, pathOf } from "./read.ts";
import { divideBy255, type Fit, type Pixels, resize } from "./resize.ts";
import { describeHead, HEAD_BYTES } from "./sniff.ts";

/**
 * What `ImageData` is, and what any decoder for Node can make: H × W × 1, 3 or 4 bytes, interleaved, alpha not
 * multiplied in.
 */
export interface RawPixels {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
}

export type ImageInput = Blob | ImageBitmap | ImageData | RawPixels;

/**
 * `labels` (see `labelsFromPaths` for folders), `labelRows` and `fields` are those of `images`, one entry per picture.
 */
export interface DecodeOptions extends AnnotationOptions {
  /** Size of every picture in the result, in pixels. */
  height?: number;
  width?: number;
  /**
   * `own` in place of `height` and `width`: every picture keeps its size (after the turn that its EXIF orientation asks
   * for), and the policy gives all of them one.
   */
  sizes?: "own";
  /** With `sizes: "own"`: pictures with a longer side are reduced to it, in their ratio. Default: none are. */
  maxSide?: number;
  /** How a picture of another shape is fitted in (default `cover`: filled, the overhang cut off at both ends). */
  fit?: Fit;
  /** 3 is RGB (the default), 4 is RGBA, 1 is grey by ITU-R 601 weights (as Pillow's `L`). */
  channels?: 1 | 3 | 4;
  /**
   * RGB or RGBA, 0..255: lies under transparent pixels when alpha is dropped, and around a picture fitted by `contain`
   * (default black).
   */
  background?: readonly number[];
  /**
   * What a picture does that cannot be decoded or read: end it all with its SourceError (`throw`, the default), or stay
   * out with its labels and fields and be listed in the result's `skipped` (`skip`).
   */
  onError?: "throw" | "skip";
  onProgress?: (progress: LoadProgress) => void;
}

/** What {@link DecodeOptions} has. */
export const DECODE_KEYS: readonly (keyof DecodeOptions)[] = [
  "height",
  "width",
  "sizes",
  "maxSide",
  "fit",
  "channels",
  "background",
  "labels",
  "labelRows",
  "fields",
  "classes",
  "classNames",
  "onError",
  "onProgress",
];

type Rgba = readonly [number, number, number, number];

/**
 * Decodes, resizes (see `resize.ts`) and stacks pictures. Each picture's name goes into `fields.name`, unless there is
 * a field of that name.
 *
 * Files are decoded by `createImageBitmap`, so this needs a browser; in Node pass pixels. The bytes are those in the
 * file: embedded colour profiles are not applied (they would give other bytes on other machines, and Pillow,
 * torchvision and tf.image do not apply them either). The EXIF orientation is, in JPEG, PNG and WebP alike. Where there
 * is no WebCodecs (a page without HTTPS has none), and for an `ImageBitmap`, the bytes come through a canvas: a partly
 * transparent pixel loses colour precision there, and a browser that disturbs canvas reading against fingerprinting
 * disturbs these bytes too.
 *
 * @returns N × height × width × channels in `nhwc`, or with `sizes: "own"` the pictures one after the other
 * @throws SourceError naming the file that cannot be decoded (with `onError: "skip"` only when all of them can't);
 * InputError for an option
 */
export async function decodeImages(inputs: readonly ImageInput[], options: DecodeOptions): Promise<HostImages> {
  const { size, maxSide, channels, fit, background, skips } = checkOptions(options);
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw new InputError("images", "a list of at least one picture", inputs);
  const annotations = checkAnnotations(options, inputs.length);
  const names = inputs.map((input, i) => pathOf(input) || `images[${i}]`);

  const stack = size
    ? new Stack(allocate(inputs.length * size.height * size.width * channels, "images"), size)
    : new Pile(channels);
  const around = channels === 1 ? [luma(background[0], background[1], background[2])] : background;
  const kept: number[] = [];
  const skipped: SkippedImage[] = [];
  for (const [i, input] of inputs.entries()) {
    const name = names[i]!;
    try {
      const raw = withChannels(await pixelsOf(input, name), channels, background);
      const wanted = size ?? ownSize(raw, maxSide);
      stack.add(resize(raw, { ...wanted, fit: size ? fit : "fill", background: around }), wanted);
      kept.push(i);
    } catch (error) {
      if (!skips || !(error instanceof SourceError)) throw error;
      skipped.push({ index: i, name, reason: `expected ${error.expected}, found ${show(error.found)}` });
    }
    options.onProgress?.({ phase: "decode", loaded: i + 1, total: inputs.length, name });
  }
  if (kept.length === 0) {
    const { name, reason } = skipped[0]!;
    throw new SourceError(
      "images",
      "at least one picture that can be decoded",
      found(`none of ${inputs.length}; ${name}: ${reason}`),
    );
  }

  return {
    count: kept.length,
    ...stack.finish(),
    channels,
    layout: "nhwc",
    ...rowsAt(kept, { ...annotations, fields: { name: names, ...annotations.fields } }),
    ...(skips && { skipped }),
  };
}

/** What a stack of pictures comes to. */
type Stacked = Pick<HostImages, "height" | "width" | "sizes" | "pixels">;

/** Pictures of one size, written where they stay. */
class Stack {
  private used = 0;

  constructor(
    private readonly pixels: Uint8Array,
    private readonly size: Size,
  ) {}

  add(picture: Uint8Array): void {
    this.pixels.set(picture, this.used);
    this.used += picture.length;
  }

  finish(): Stacked {
    return { ...this.size, pixels: this.pixels.subarray(0, this.used) };
  }
}

const NO_BYTES = /* @__PURE__ */ new Uint8Array();

/** Pictures of any size, put together at the end. */
class Pile {
  private readonly pictures: Uint8Array[] = [];
  private readonly sizes: number[] = [];

  constructor(private readonly channels: number) {}

  add(picture: Uint8Array, { height, width }: Size): void {
    this.pictures.push(picture);
    this.sizes.push(height, width);
  }

  finish(): Stacked {
    const sizes = Uint32Array.from(this.sizes);
    const { pageValues } = packPictures("images", sizes, this.channels, Number.POSITIVE_INFINITY);
    const pixels = allocate(pageValues[0]!, "images");
    let used = 0;
    for (const [i, picture] of this.pictures.entries()) {
      pixels.set(picture, used);
      used += picture.length;
      // It can go as soon as it was copied.
      this.pictures[i] = NO_BYTES;
    }
    return { ...largestOf(sizes), sizes, pixels };
  }
}

/** The size that a picture keeps. */
function ownSize({ height, width }: Size, maxSide: number): Size {
  if (Math.max(height, width) <= maxSide) return { height, width };
  return sizeByRatio({ height, width }, { shortest: undefined, longest: maxSide }, "nearest");
}

/** What belongs to the pictures at these places. */
function rowsAt(places: readonly number[], { labels, labelRows, classNames, fields }: Annotations): Annotations {
  const result: Annotations = {};
  if (labels) result.labels = Uint32Array.from(places, (i) => labels[i]!);
  if (labelRows) {
    const { data, classes } = labelRows;
    const rows = new Float32Array(places.length * classes);
    for (const [to, from] of places.entries())
      rows.set(data.subarray(from * classes, (from + 1) * classes), to * classes);
    result.labelRows = { data: rows, classes };
  }
  if (classNames) result.classNames = classNames;
  if (fields)
    result.fields = Object.fromEntries(
      Object.entries(fields).map(([name, values]) => [name, places.map((i) => values[i])]),
    );
  return result;
}

/** The size of all pictures; undefined where each has its own. */
function checkSize({ height, width, sizes, maxSide, fit }: DecodeOptions): Size | undefined {
  if (sizes === undefined) {
    if (maxSide !== undefined) throw new InputError("maxSide", 'nothing without sizes: "own"', maxSide);
    for (const [name, value] of Object.entries({ height, width })) {
      if (!(Number.isInteger(value) && (value as number) >= 1))
        throw new InputError(name, 'a whole number of at least 1 (or sizes: "own" in place of both)', value);
    }
    return { height: height!, width: width! };
  }
  if (sizes !== "own") throw new InputError("sizes", '"own"', sizes);
  for (const [name, value] of Object.entries({ height, width, fit }))
    if (value !== undefined) throw new InputError(name, 'nothing beside sizes: "own"', value);
  if (maxSide !== undefined && !(Number.isInteger(maxSide) && maxSide >= 1 && maxSide <= MAX_SIDE))
    throw new InputError("maxSide", `a whole number from 1 to ${MAX_SIDE}`, maxSide);
  return undefined;
}

function checkOptions(options: DecodeOptions) {
  const { fit = "cover", channels = 3, background = [0, 0, 0], onError = "throw", maxSide = MAX_SIDE } = options;
  const size = checkSize(options);
  if (!["cover", "contain", "fill"].includes(fit)) throw new InputError("fit", '"cover", "contain" or "fill"', fit);
  if (![1, 3, 4].includes(channels)) throw new InputError("channels", "1, 3 or 4", channels);
  if (onError !== "throw" && onError !== "skip") throw new InputError("onError", '"throw" or "skip"', onError);
  const isLevel = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
  if (!isListOf(background, isLevel) || (background.length !== 3 && background.length !== 4)) {
    throw new InputError("background", "[red, green, blue] or [red, green, blue, alpha], each 0..255", background);
  }
  const rgba: Rgba = [background[0]!, background[1]!, background[2]!, background[3] ?? 255];
  return { size, maxSide, fit, channels, background: rgba, skips: onError === "skip" };
}

async function pixelsOf(input: ImageInput, name: string): Promise<Pixels> {
  if (isBlob(input)) return decodeBlob(input, name);
  if (typeof ImageBitmap !== "undefined" && input instanceof ImageBitmap) return readBitmap(input, name);
  return checkRaw(input as RawPixels, name);
}

async function decodeBlob(blob: Blob, name: string): Promise<Pixels> {
  if (typeof createImageBitmap === "undefined") {
    throw new SourceError(
      name,
      "pixels as { data, width, height }",
      found("a picture file, and nothing here can decode it (createImageBitmap is a browser's)"),
    );
  }
  let bitmap: ImageBitmap;
  let orientation: number;
  try {
    const unturned = await takeOrientation(blob);
    orientation = unturned.orientation;
    bitmap = await createImageBitmap(unturned.blob, DECODING);
  } catch (reason) {
    const error = new SourceError(name, "a picture this browser can decode", found(await headOf(blob)));
    error.cause = reason;
    throw error;
  }
  try {
    return orient(await readDecoded(bitmap, name), orientation, name);
  } finally {
    bitmap.close();
  }
}

async function headOf(blob: Blob): Promise<string> {
  const head = await blob
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => undefined);
  if (!head) return "a file that cannot be read (was it moved or changed since it was picked?)";
  const what = describeHead(new Uint8Array(head));
  return what.endsWith(" picture") ? `${what} that is damaged or cut off` : what;
}

function checkRaw(input: RawPixels, name: string): Pixels {
  const isRaw = typeof input === "object" && input !== null && "data" in input && "width" in input && "height" in input;
  if (!isRaw) throw new SourceError(name, "a Blob, ImageBitmap, ImageData or { data, width, height }", input);
  const { data, width, height } = input;
  for (const [key, value] of Object.entries({ width, height })) {
    if (!(Number.isInteger(value) && value >= 1))
      throw new SourceError(`${name}.${key}`, "a whole number of at least 1", value);
  }
  const isBytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  if (!isBytes) throw new SourceError(`${name}.data`, "a Uint8Array or Uint8ClampedArray", found(show(data)));
  const channels = data.length / (width * height);
  if (![1, 3, 4].includes(channels)) {
    throw new SourceError(
      `${name}.data`,
      `${height} × ${width} pixels of 1, 3 or 4 bytes`,
      found(`${data.length} bytes`),
    );
  }
  return { data, width, height, channels };
}

/** Transparency is laid over the background before alpha is dropped; grey spreads to three equal colours. */
function withChannels(source: Pixels, channels: 1 | 3 | 4, background: Rgba): Pixels {
  if (source.channels === channels) return source;
  const { data, width, height } = source;
  const out = new Uint8Array(width * height * channels);
  const green = source.channels === 1 ? 0 : 1;
  const blue = source.channels === 1 ? 0 : 2;
  const [belowRed, belowGreen, belowBlue] = background;
  // No array per pixel: a photograph has millions of them.
  for (let from = 0, to = 0; to < out.length; from += source.channels, to += channels) {
    const alpha = source.channels === 4 ? data[from + 3]! : 255;
    const r = over(data[from]!, alpha, belowRed);
    const g = over(data[from + green]!, alpha, belowGreen);
    const b = over(data[from + blue]!, alpha, belowBlue);
    if (channels === 1) {
      out[to] = luma(r, g, b);
    } else {
      out[to] = r;
      out[to + 1] = g;
      out[to + 2] = b;
      if (channels === 4) out[to + 3] = 255;
    }
  }
  return { data: out, width, height, channels };
}

function over(value: number, alpha: number, below: number): number {
  return alpha === 255 ? value : divideBy255(value * alpha + below * (255 - alpha));
}

/** ITU-R 601 luma in 16-bit fixed point, as Pillow's `convert("L")`. */
function luma(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
}
