/**
 * One picture of any kind -> bytes of one size and number of channels. The same in a page, in its workers and in Node.
 */
import { found, SourceError, show } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { sizeByRatio } from "../ops/lib/ratio.ts";
import { DECODING, decodesFiles, readBitmap, readDecoded } from "./bitmap.ts";
import { type Decoded, inChannels, luma, type Rgba } from "./channels.ts";
import { takeOrientation } from "./exif.ts";
import { orient } from "./orient.ts";
import { isBlob } from "./read.ts";
import { type Fit, resizeRows } from "./resize.ts";
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

/** What becomes of a picture. */
export interface Target {
  /** Of every picture; absent: it keeps its own, or what `maxSide` leaves of it in its ratio. */
  size: Size | undefined;
  maxSide: number;
  fit: Fit;
  channels: 1 | 3 | 4;
  /** Lies under transparent pixels when alpha is dropped, and around a picture fitted by `contain`. */
  background: Rgba;
}

/** Bytes in the target's channels, and their size. */
export interface PictureBytes {
  data: Uint8Array<ArrayBuffer>;
  height: number;
  width: number;
  /** The size that the picture had, turned upright. */
  from: Size;
}

/** A decoder of files, for where there is no browser's: it turns the picture upright, and applies no colour profile. */
export type Decode = (file: Blob, name: string) => Promise<RawPixels> | RawPixels;

/** Decodes and resizes one picture. @throws SourceError naming what cannot be decoded */
export async function pictureOf(
  input: ImageInput,
  name: string,
  target: Target,
  decode?: Decode,
): Promise<PictureBytes> {
  const { channels, background } = target;
  const around = channels === 1 ? [luma(background[0], background[1], background[2])] : background;
  const source = await decoded(input, name, decode);
  const { height, width } = target.size ?? ownSize(source, target.maxSide);
  const fit = target.size ? target.fit : "fill";
  const data = resizeRows(inChannels(source, channels, background), { height, width, fit, background: around });
  return { data, height, width, from: { height: source.height, width: source.width } };
}

/** The size that a picture keeps. */
function ownSize({ height, width }: Size, maxSide: number): Size {
  if (Math.max(height, width) <= maxSide) return { height, width };
  return sizeByRatio({ height, width }, { shortest: undefined, longest: maxSide }, "nearest");
}

async function decoded(input: ImageInput, name: string, decode: Decode | undefined): Promise<Decoded> {
  if (isBlob(input)) return decode ? checkRaw(await decodeBy(decode, input, name), name) : decodeBlob(input, name);
  if (typeof ImageBitmap !== "undefined" && input instanceof ImageBitmap) return readBitmap(input, name);
  return checkRaw(input as RawPixels, name);
}

async function decodeBy(decode: Decode, file: Blob, name: string): Promise<RawPixels> {
  try {
    return await decode(file, name);
  } catch (reason) {
    if (reason instanceof SourceError) throw reason;
    const words = reason instanceof Error ? reason.message : String(reason);
    throw causedBy(
      reason,
      new SourceError(name, "a picture that can be decoded", found(`${await headOf(file)} (${words})`)),
    );
  }
}

async function decodeBlob(blob: Blob, name: string): Promise<Decoded> {
  if (!decodesFiles()) {
    throw new SourceError(
      name,
      "pixels as { data, width, height }",
      found("a picture file, and nothing here can decode it (without a browser, give `decode` of mixwell/node)"),
    );
  }
  let bitmap: ImageBitmap;
  let orientation: number;
  try {
    const unturned = await takeOrientation(blob);
    orientation = unturned.orientation;
    bitmap = await createImageBitmap(new Blob([unturned.file], { type: blob.type }), DECODING);
  } catch (reason) {
    throw causedBy(reason, new SourceError(name, "a picture this browser can decode", found(await headOf(blob))));
  }
  try {
    return orient(await readDecoded(bitmap, name), orientation, name);
  } finally {
    bitmap.close();
  }
}

function causedBy(cause: unknown, error: SourceError): SourceError {
  error.cause = cause;
  return error;
}

/** What a file that cannot be decoded seems to be. */
async function headOf(blob: Blob): Promise<string> {
  const head = await blob
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => undefined);
  if (!head) return "a file that cannot be read (was it moved or changed since it was picked?)";
  const what = describeHead(new Uint8Array(head));
  return what.endsWith(" picture") ? `${what} that is damaged or cut off` : what;
}

function checkRaw(input: RawPixels, name: string): Decoded {
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
