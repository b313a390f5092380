/** Picture files, bitmaps and canvas pixels -> one size, one number of channels. */
import { largestOf, packPictures } from "../analysis/places.ts";
import { found, InputError, SourceError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { isCallable } from "../check/values.ts";
import { MAX_SIDE, type Size } from "../format/format.ts";
import { checkSignal } from "./aborting.ts";
import type { Rgba } from "./channels.ts";
import { checkDecoder, DECODER_KEYS, Decoder, type DecoderOptions } from "./decoder.ts";
import type { FileTargets } from "./file-targets.ts";
import { type HostImages, type LoadProgress, reasonOf, type SkippedImage } from "./host-images.ts";
import { inOrder } from "./in-order.ts";
import { type AnnotationOptions, type Annotations, checkAnnotations } from "./labels.ts";
import type { ImageInput, PictureBytes, Target } from "./picture.ts";
import { allocate, pathOf } from "./read.ts";
import type { Fit } from "./resize.ts";
import type { FittedTargets } from "./target-files.ts";

export type { ImageInput, RawPixels } from "./picture.ts";

/**
 * `labels` (see `labelsFromPaths` for folders), `labelRows` and `fields` are those of `images`, one entry per picture.
 */
export interface DecodeOptions extends AnnotationOptions, DecoderOptions {
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
   * Class maps and boxes in files beside the pictures, by names of your own:
   * `fileTargets({ masks: { kind: "mask", files } })`.
   */
  targets?: FileTargets;
  /**
   * What a picture does that cannot be decoded or read: end it all with its SourceError (`throw`, the default), or stay
   * out with its labels and fields and be listed in the result's `skipped` (`skip`).
   */
  onError?: "throw" | "skip";
  onProgress?: (progress: LoadProgress) => void;
  /** Ends the decoding, which rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Options of {@link DecodeOptions} that say what becomes of a picture. */
export const TARGET_KEYS = ["height", "width", "sizes", "maxSide", "fit", "channels", "background"] as const;

/** Those, and what is said of the pictures. */
export const ANNOTATED_KEYS = [
  ...TARGET_KEYS,
  "labels",
  "labelRows",
  "fields",
  "classes",
  "classNames",
  "targets",
] as const;

/** What {@link DecodeOptions} has. */
export const DECODE_KEYS: readonly (keyof DecodeOptions)[] = [
  ...ANNOTATED_KEYS,
  "onError",
  "onProgress",
  "signal",
  ...DECODER_KEYS,
];

/**
 * Decodes, resizes (see `resize.ts`) and stacks pictures. Each picture's name goes into `fields.name`, unless there is
 * a field of that name.
 *
 * Files are decoded by `createImageBitmap`, in workers, so this needs a browser; in Node pass pixels, or `decode`. The
 * bytes are those in the file: embedded colour profiles are not applied (they would give other bytes on other machines,
 * and Pillow, torchvision and tf.image do not apply them either). The EXIF orientation is, in JPEG, PNG and WebP alike.
 * Where there is no WebCodecs (a page without HTTPS has none), and for an `ImageBitmap`, the bytes come through a
 * canvas: a partly transparent pixel loses colour precision there, and a browser that disturbs canvas reading against
 * fingerprinting disturbs these bytes too.
 *
 * @returns N × height × width × channels in `nhwc`, or with `sizes: "own"` the pictures one after the other
 * @throws SourceError naming the file that cannot be decoded (with `onError: "skip"` only when all of them can't);
 * InputError for an option; the reason of `signal`
 */
export async function decodeImages(inputs: readonly ImageInput[], options: DecodeOptions): Promise<HostImages> {
  const { target, skips } = checkOptions(options);
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw new InputError("images", "a list of at least one picture", inputs);
  const annotations = checkAnnotations(options, inputs.length);
  const own = inputs.map((input) => pathOf(input));
  const names = own.map((name, i) => name || `images[${i}]`);
  const belonging = checkBelonging(options.targets, target);
  const filesOf = belonging?.paired("targets", own);
  const { size, channels } = target;
  const stack = size
    ? new Stack(allocate(inputs.length * size.height * size.width * channels, "images"), size)
    : new Pile(channels);
  const kept: number[] = [];
  const skipped: SkippedImage[] = [];
  const decoder = new Decoder(target, options);
  const fitted: FittedTargets[] = [];
  const decode = async (i: number): Promise<Fitted> => {
    const { signal } = options;
    const picture = await decoder.decode(inputs[i]!, names[i]!, signal);
    return { picture, targets: belonging && (await belonging.fitted(await filesOf!(i, signal), picture, target)) };
  };
  const close = () => decoder.close();
  options.signal?.addEventListener("abort", close);
  try {
    let i = 0;
    for await (const one of inOrder(inputs.length, decoder.window, (i) => orError(decode(i)))) {
      const name = names[i]!;
      if (one instanceof SourceError) {
        if (!skips) throw one;
        skipped.push({ index: i, name, reason: reasonOf(one, name) });
      } else {
        stack.add(one.picture);
        if (one.targets) fitted.push(one.targets);
        kept.push(i);
      }
      i++;
      options.onProgress?.({ phase: "decode", loaded: i, total: inputs.length, name });
      options.signal?.throwIfAborted();
    }
  } catch (error) {
    // The workers were ended in the middle then.
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", close);
    decoder.close();
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
    ...(belonging && { targets: belonging.data(fitted) }),
  };
}

/** A picture, and what belongs to it. */
interface Fitted {
  picture: PictureBytes;
  targets: FittedTargets | undefined;
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

  add({ data }: PictureBytes): void {
    this.pixels.set(data, this.used);
    this.used += data.length;
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

  add({ data, height, width }: PictureBytes): void {
    this.pictures.push(data);
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

/** A picture, or why it is none. */
async function orError<T>(making: Promise<T>): Promise<T | SourceError> {
  try {
    return await making;
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
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

function checkOptions(options: DecodeOptions): { target: Target; skips: boolean } {
  const { onError = "throw" } = options;
  const target = checkTarget(options);
  if (onError !== "throw" && onError !== "skip") throw new InputError("onError", '"throw" or "skip"', onError);
  checkDecoder(options);
  checkSignal("signal", options.signal);
  return { target, skips: onError === "skip" };
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

/** What the options make of each picture. @throws InputError */
export function checkTarget(options: DecodeOptions): Target {
  const { fit = "cover", channels = 3, background = [0, 0, 0], maxSide = MAX_SIDE } = options;
  const size = checkSize(options);
  if (!["cover", "contain", "fill"].includes(fit)) throw new InputError("fit", '"cover", "contain" or "fill"', fit);
  if (![1, 3, 4].includes(channels)) throw new InputError("channels", "1, 3 or 4", channels);
  const isLevel = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
  if (!isListOf(background, isLevel) || (background.length !== 3 && background.length !== 4)) {
    throw new InputError("background", "[red, green, blue] or [red, green, blue, alpha], each 0..255", background);
  }
  const rgba: Rgba = [background[0]!, background[1]!, background[2]!, background[3] ?? 255];
  return { size, maxSide, fit, channels, background: rgba };
}

/**
 * Targets in files, if there are any. It is no import here, so that its code is left out of an application that has
 * none. @throws InputError
 */
export function checkBelonging(given: FileTargets | undefined, target: Target): FileTargets | undefined {
  if (given === undefined) return undefined;
  if (!isCallable((given as Partial<FileTargets> | null)?.checkFit))
    throw new InputError("targets", "what fileTargets({ … }) makes", given);
  given.checkFit("targets", target);
  return given;
}
