/** Picture files in Node, by `sharp`. */
import { found, InputError, MixwellError, SourceError } from "../../check/errors.ts";
import { takeOrientation } from "../../source/exif.ts";
import { orient } from "../../source/orient.ts";
import type { RawPixels } from "../../source/picture.ts";
import { isBlob, pathOf } from "../../source/read.ts";

/** As much of `sharp` as is used. */
interface Sharp {
  (file: Uint8Array, options: { ignoreIcc: boolean }): Sharp;
  ensureAlpha(): Sharp;
  raw(): Sharp;
  toBuffer(options: {
    resolveWithObject: true;
  }): Promise<{ data: Uint8Array; info: { width: number; height: number } }>;
}

let loading: Promise<Sharp> | undefined;

async function sharpPackage(): Promise<Sharp> {
  try {
    return ((await import("sharp")) as unknown as { default: Sharp }).default;
  } catch (cause) {
    loading = undefined;
    const { code, message } = cause as Error & { code?: string };
    const words = code === "ERR_MODULE_NOT_FOUND" ? "is not installed: npm install sharp" : `does not load: ${message}`;
    throw new MixwellError(`the package \`sharp\` ${words}`, { cause });
  }
}

/**
 * Decodes a picture file: JPEG, PNG, WebP, GIF, AVIF, TIFF. It is turned upright as its EXIF orientation asks for, no
 * colour profile is applied, and alpha is not multiplied in, as in a browser. Needs the optional peer dependency
 * `sharp`. For `decode` of `Dataset.fromImages`, `Stream.fromImages` and `Stream.fromTar`.
 * @returns height × width × 4 bytes, RGBA
 * @throws SourceError for a file that cannot be decoded, MixwellError where `sharp` is not there
 */
export async function decodeImage(file: Blob, name: string = pathOf(file) ?? "image"): Promise<RawPixels> {
  if (!isBlob(file)) throw new InputError("decodeImage.file", "a Blob", file);
  if (typeof name !== "string") throw new InputError("decodeImage.name", "a name", name);
  loading ??= sharpPackage();
  const sharp = await loading;
  const { blob, orientation } = await takeOrientation(file);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  try {
    const { data, info } = await sharp(bytes, { ignoreIcc: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return orient({ data, width: info.width, height: info.height, channels: 4 }, orientation, name);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const error = new SourceError(name, "a picture that sharp can decode", found((cause as Error).message));
    error.cause = cause;
    throw error;
  }
}
