/** Picture files in Node, by `sharp`. */
import { InputError, MixwellError } from "../../check/errors.ts";
import type { RawPixels } from "../../source/picture.ts";
import { isBlob, pathOf } from "../../source/read.ts";
import { decodeFile, type Sharp } from "./decode-file.ts";

let loading: Promise<Sharp> | undefined;

async function sharpPackage(): Promise<Sharp> {
  try {
    return ((await import("sharp")) as unknown as { default: Sharp }).default;
  } catch (cause) {
    loading = undefined;
    throw withoutSharp(cause);
  }
}

/** What to do where `sharp` cannot be loaded. */
export function withoutSharp(cause: unknown): MixwellError {
  const { code, message } = cause as Error & { code?: string };
  const isMissing = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
  const words = isMissing ? "is not installed: npm install sharp" : `does not load: ${message}`;
  return new MixwellError(`the package \`sharp\` ${words}`, { cause });
}

/**
 * Decodes a picture file: JPEG, PNG, WebP, GIF, AVIF, TIFF. It is turned upright as its EXIF orientation asks for, no
 * colour profile is applied, and alpha is not multiplied in, as in a browser. Needs the optional peer dependency
 * `sharp`. For `decode` of `Dataset.fromImages`, `Stream.fromImages` and `Stream.fromTar`; `createDecodeWorker` does
 * the same in threads.
 * @returns height × width × 4 bytes, RGBA
 * @throws SourceError for a file that cannot be decoded, MixwellError where `sharp` is not there
 */
export async function decodeImage(file: Blob, name: string = pathOf(file) ?? "image"): Promise<RawPixels> {
  if (!isBlob(file)) throw new InputError("decodeImage.file", "a Blob", file);
  if (typeof name !== "string") throw new InputError("decodeImage.name", "a name", name);
  loading ??= sharpPackage();
  return decodeFile(await loading, file, name, false);
}
