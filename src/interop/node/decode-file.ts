/** A picture file, decoded by sharp: the same in the main thread and in decoding threads. */
import { found, SourceError } from "../../check/errors.ts";
import { takeOrientation } from "../../source/exif.ts";
import { orient } from "../../source/orient.ts";
import type { RawPixels } from "../../source/picture.ts";

/** As much of `sharp` as is used. */
export interface Sharp {
  (file: Uint8Array, options: { ignoreIcc: boolean }): Sharp;
  ensureAlpha(): Sharp;
  raw(): Sharp;
  toBuffer(options: {
    resolveWithObject: true;
  }): Promise<{ data: Uint8Array; info: { width: number; height: number; channels: number } }>;
}

/**
 * @param leaves leaves out the alpha of files that have none: a quarter less to resize, and no transparency to look for
 * @throws SourceError for a file that cannot be decoded
 */
export async function decodeFile(sharp: Sharp, file: Blob, name: string, leaves: boolean): Promise<RawPixels> {
  const { file: bytes, orientation } = await takeOrientation(file);
  const decoding = sharp(bytes, { ignoreIcc: true });
  const isLeft = leaves && orientation === 1 && isJpeg(bytes);
  try {
    const { data, info } = await (isLeft ? decoding : decoding.ensureAlpha()).raw().toBuffer({
      resolveWithObject: true,
    });
    const { width, height } = info;
    return isLeft ? { data, width, height } : orient({ data, width, height, channels: 4 }, orientation, name);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const error = new SourceError(name, "a picture that sharp can decode", found((cause as Error).message));
    error.cause = cause;
    throw error;
  }
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;
