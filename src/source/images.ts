/** Picture files, bitmaps and canvas pixels -> one size, one number of channels. */
import { found, InputError, SourceError, show } from "../check/errors.ts";
import type { HostImages, LoadProgress } from "./host-images.ts";
import { type ClassOptions, checkClasses, checkLabels, type LabelInput } from "./labels.ts";
import { allocate, isBlob } from "./read.ts";
import { divideBy255, type Fit, type Pixels, resize } from "./resize.ts";
import { describeHead, HEAD_BYTES } from "./sniff.ts";

/** What `ImageData` is, and what any decoder for Node can make: H × W × 1, 3 or 4 bytes, interleaved, alpha not multiplied in. */
export interface RawPixels {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
}

export type ImageInput = Blob | ImageBitmap | ImageData | RawPixels;

export interface DecodeOptions extends ClassOptions {
  /** Size of every picture in the result, in pixels. */
  height: number;
  width: number;
  /** How a picture of another shape is fitted in (default `cover`: filled, the overhang cut off at both ends). */
  fit?: Fit;
  /** 3 is RGB (the default), 4 is RGBA, 1 is grey by ITU-R 601 weights (as Pillow's `L`). */
  channels?: 1 | 3 | 4;
  /** RGB or RGBA, 0..255: lies under transparent pixels when alpha is dropped, and around a picture fitted by `contain` (default black). */
  background?: readonly number[];
  /** One class id per picture (see `labelsFromPaths` for folders). */
  labels?: LabelInput;
  onProgress?: (progress: LoadProgress) => void;
}

type Rgba = readonly [number, number, number, number];

/**
 * Decodes, resizes (see `resize.ts`) and stacks pictures. Each picture's name goes into `fields.name`.
 *
 * Files are decoded by `createImageBitmap`, so this needs a browser; in Node pass pixels. The bytes are those in the file: embedded
 * colour profiles are not applied (they would give other bytes on other machines, and Pillow, torchvision and tf.image do not apply
 * them either), the EXIF orientation is. A partly transparent pixel loses colour precision in the canvas it is read back from,
 * and a browser that disturbs canvas reading against fingerprinting disturbs these bytes too.
 *
 * @returns N × height × width × channels in `nhwc`
 * @throws SourceError naming the file that cannot be decoded; InputError for an option
 */
export async function decodeImages(inputs: readonly ImageInput[], options: DecodeOptions): Promise<HostImages> {
  const { height, width, channels, fit, background } = checkOptions(options);
  const classes = checkClasses(options);
  if (!Array.isArray(inputs) || inputs.length === 0) throw new InputError("images", "a list of at least one picture", inputs);
  const labels = options.labels === undefined ? undefined : checkLabels("labels", options.labels, inputs.length, classes);
  const names = inputs.map((input, i) => pathOf(input) || `images[${i}]`);

  const size = height * width * channels;
  const pixels = allocate(inputs.length * size, "images");
  const around = channels === 1 ? [luma(background[0], background[1], background[2])] : background;
  for (const [i, input] of inputs.entries()) {
    const raw = await pixelsOf(input, names[i]!);
    pixels.set(resize(withChannels(raw, channels, background), { height, width, fit, background: around }), i * size);
    options.onProgress?.({ phase: "decode", loaded: i + 1, total: inputs.length, name: names[i] });
  }

  const result: HostImages = { count: inputs.length, height, width, channels, layout: "nhwc", pixels, fields: { name: names } };
  if (labels) result.labels = labels;
  if (options.classNames) result.classNames = [...options.classNames];
  return result;
}

/**
 * Class ids for a folder of folders: the folder a picture lies in is its class, and classes are numbered in sorted order
 * (as torchvision's `ImageFolder`). Takes paths, or files that were picked or dropped as a folder.
 *
 * @throws SourceError for a path without a folder
 */
export function labelsFromPaths(paths: readonly (string | File)[]): { labels: Uint32Array; classNames: string[] } {
  const folders = paths.map((path) => {
    const text = typeof path === "string" ? path : pathOf(path);
    const folder = text?.split(/[/\\]/).filter(Boolean).at(-2);
    if (!folder) throw new SourceError(text || "paths", "a path of class/file", path);
    return folder;
  });
  const classNames = [...new Set(folders)].sort();
  const ids = new Map(classNames.map((name, id) => [name, id]));
  return { labels: Uint32Array.from(folders, (folder) => ids.get(folder)!), classNames };
}

/** The path inside the picked folder where there is one, else the file's name. */
function pathOf(input: unknown): string | undefined {
  if (!isBlob(input)) return undefined;
  const { webkitRelativePath, name } = input as Partial<File>;
  return webkitRelativePath || name || undefined;
}

function checkOptions(options: DecodeOptions) {
  const { height, width, fit = "cover", channels = 3, background = [0, 0, 0] } = options;
  for (const [name, value] of Object.entries({ height, width })) {
    if (!(Number.isInteger(value) && value >= 1)) throw new InputError(name, "a whole number of at least 1", value);
  }
  if (!["cover", "contain", "fill"].includes(fit)) throw new InputError("fit", '"cover", "contain" or "fill"', fit);
  if (![1, 3, 4].includes(channels)) throw new InputError("channels", "1, 3 or 4", channels);
  const isColour = Array.isArray(background) && (background.length === 3 || background.length === 4);
  if (!isColour || !background.every((value) => Number.isInteger(value) && value >= 0 && value <= 255)) {
    throw new InputError("background", "[red, green, blue] or [red, green, blue, alpha], each 0..255", background);
  }
  const rgba: Rgba = [background[0]!, background[1]!, background[2]!, background[3] ?? 255];
  return { height, width, fit, channels, background: rgba };
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
  try {
    // The file's own numbers: no colour management, and no rounding through premultiplied alpha before the canvas needs it.
    bitmap = await createImageBitmap(blob, { colorSpaceConversion: "none", premultiplyAlpha: "none", imageOrientation: "from-image" });
  } catch (reason) {
    const error = new SourceError(name, "a picture this browser can decode", found(await headOf(blob)));
    error.cause = reason;
    throw error;
  }
  try {
    return readBitmap(bitmap, name);
  } finally {
    bitmap.close();
  }
}

async function headOf(blob: Blob): Promise<string> {
  const what = describeHead(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()));
  return what.endsWith(" picture") ? `${what} that is damaged or cut off` : what;
}

function readBitmap(bitmap: ImageBitmap, name: string): Pixels {
  const { width, height } = bitmap;
  if (width === 0 || height === 0) throw new SourceError(name, "an open ImageBitmap", found("a closed one"));
  try {
    // `willReadFrequently` keeps the canvas in memory: nothing goes through the GPU, whose drivers may round.
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, colorSpace: "srgb" })!;
    context.globalCompositeOperation = "copy";
    context.imageSmoothingEnabled = false;
    context.drawImage(bitmap, 0, 0);
    return { data: context.getImageData(0, 0, width, height).data as Uint8ClampedArray, width, height, channels: 4 };
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    const error = new SourceError(name, "a picture that a canvas can hold", found(`${width} × ${height} pixels (${words})`));
    error.cause = reason;
    throw error;
  }
}

function checkRaw(input: RawPixels, name: string): Pixels {
  const isRaw = typeof input === "object" && input !== null && "data" in input && "width" in input && "height" in input;
  if (!isRaw) throw new SourceError(name, "a Blob, ImageBitmap, ImageData or { data, width, height }", input);
  const { data, width, height } = input;
  for (const [key, value] of Object.entries({ width, height })) {
    if (!(Number.isInteger(value) && value >= 1)) throw new SourceError(`${name}.${key}`, "a whole number of at least 1", value);
  }
  const isBytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  if (!isBytes) throw new SourceError(`${name}.data`, "a Uint8Array or Uint8ClampedArray", found(show(data)));
  const channels = data.length / (width * height);
  if (![1, 3, 4].includes(channels)) {
    throw new SourceError(`${name}.data`, `${height} × ${width} pixels of 1, 3 or 4 bytes`, found(`${data.length} bytes`));
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
  const rgb = [0, 0, 0] as [number, number, number];
  for (let from = 0, to = 0; to < out.length; from += source.channels, to += channels) {
    const alpha = source.channels === 4 ? data[from + 3]! : 255;
    rgb[0] = over(data[from]!, alpha, background[0]);
    rgb[1] = over(data[from + green]!, alpha, background[1]);
    rgb[2] = over(data[from + blue]!, alpha, background[2]);
    if (channels === 1) {
      out[to] = luma(rgb[0], rgb[1], rgb[2]);
    } else {
      out.set(rgb, to);
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
