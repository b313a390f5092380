/** Pixels to the bytes of a picture file. */
import sharp from "sharp";

export const FORMATS = ["jpg", "png", "webp", "npy"] as const;
export type PictureFormat = (typeof FORMATS)[number];

export interface Encoding {
  format: PictureFormat;
  /** 1 to 100, of jpg and webp. */
  quality: number;
}

export interface Pixels {
  /** Height × width × channels bytes. */
  data: Uint8Array;
  height: number;
  width: number;
  channels: 1 | 3 | 4;
}

export async function encode({ format, quality }: Encoding, picture: Pixels): Promise<Uint8Array> {
  if (format === "npy") return npyOf(picture);
  const { data, height, width, channels } = picture;
  const raw = sharp(data, { raw: { width, height, channels } });
  // Or a grey picture would be written as a coloured one.
  const image = channels === 1 ? raw.toColourspace("b-w") : raw;
  if (format === "jpg") return image.jpeg({ quality }).toBuffer();
  if (format === "webp") return image.webp({ quality }).toBuffer();
  return image.png().toBuffer();
}

/**
 * NumPy's format 1.0 (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html): a magic word, the length
 * of a header that is a Python dictionary, padded so that the data begin at a multiple of 64, and the data.
 */
function npyOf({ data, height, width, channels }: Pixels): Uint8Array {
  const before = 10;
  const words = `{'descr': '|u1', 'fortran_order': False, 'shape': (${height}, ${width}, ${channels}), }`;
  const length = Math.ceil((before + words.length + 1) / 64) * 64 - before;
  const file = new Uint8Array(before + length + data.length);
  file.set([0x93, ...Buffer.from("NUMPY"), 1, 0, length & 255, length >> 8]);
  file.set(Buffer.from(`${words.padEnd(length - 1)}\n`, "latin1"), before);
  file.set(data, before + length);
  return file;
}
