/**
 * The pixels of an `ImageBitmap`, to the byte: by WebCodecs where that is known to work, else through a canvas. A
 * canvas that is larger than its browser allows takes every call and holds nothing, so it is never larger than the
 * smallest limit, and the picture is read in tiles.
 */
import { found, SourceError } from "../check/errors.ts";
import { type Decoded, inChannels } from "./channels.ts";
import { allocate } from "./read.ts";
import { copyOf, type Pixels } from "./resize.ts";

/** Pixels a side; 2^24 in all is what the smallest canvas of today, Safari's on a phone, can hold. */
const TILE = 4096;

/**
 * How we decode: the file's own numbers, without colour management, and without rounding through premultiplied alpha.
 */
export const DECODING: ImageBitmapOptions = {
  colorSpaceConversion: "none",
  premultiplyAlpha: "none",
  imageOrientation: "from-image",
};

/** Pixels of a bitmap that was made with `DECODING`. @throws SourceError when no way of reading it works */
export async function readDecoded(bitmap: ImageBitmap, name: string): Promise<Decoded> {
  framesAreExact ??= findOutWhetherFramesAreExact();
  return ((await framesAreExact) && (await readByFrame(bitmap, name))) || readBitmap(bitmap, name);
}

/**
 * Pixels of any bitmap, through a canvas: partly transparent ones lose precision there. @throws SourceError when it is
 * closed or unreadable
 */
export function readBitmap(bitmap: ImageBitmap, name: string): Pixels {
  const { width, height } = bitmap;
  if (width === 0 || height === 0) throw new SourceError(name, "an open ImageBitmap", found("a closed one"));
  const refuse = (words: string, cause?: unknown) => {
    const error = new SourceError(
      name,
      "a picture that can be read back",
      found(`${width} × ${height} pixels (${words})`),
    );
    error.cause = cause;
    return error;
  };
  try {
    const context = openCanvas(Math.min(width, TILE), Math.min(height, TILE));
    if (!context) throw refuse("there is no memory for a canvas");
    if (width <= TILE && height <= TILE)
      return { data: readTile(context, bitmap, { left: 0, top: 0, width, height }), width, height, channels: 4 };

    const data = allocate(width * height * 4, name);
    let isEmpty = true;
    for (let top = 0; top < height; top += TILE) {
      for (let left = 0; left < width; left += TILE) {
        const [across, down] = [Math.min(TILE, width - left), Math.min(TILE, height - top)];
        const tile = readTile(context, bitmap, { left, top, width: across, height: down });
        for (let y = 0; y < down; y++)
          data.set(tile.subarray(4 * y * across, 4 * (y + 1) * across), 4 * ((top + y) * width + left));
        isEmpty &&= !tile.some((value) => value !== 0);
      }
    }
    if (isEmpty) throw refuse("it came back empty: too large for this browser, or transparent throughout");
    return { data, width, height, channels: 4 };
  } catch (reason) {
    if (reason instanceof SourceError) throw reason;
    throw refuse(reason instanceof Error ? reason.message : String(reason), reason);
  }
}

/** Once it is so, it stays so. */
let canDecode = false;

/** Whether picture files can be decoded here and read back: Deno has `createImageBitmap`, and no canvas that draws. */
export function decodesFiles(): boolean {
  canDecode ||=
    typeof createImageBitmap !== "undefined" &&
    typeof OffscreenCanvas !== "undefined" &&
    new OffscreenCanvas(1, 1).getContext("2d") !== null;
  return canDecode;
}

/** A canvas that holds what is put into it, or none. */
function openCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D | undefined {
  // `willReadFrequently` keeps the canvas in memory: nothing goes through the GPU, whose drivers may round.
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, colorSpace: "srgb" });
  if (!context) return undefined;
  context.globalCompositeOperation = "copy";
  context.imageSmoothingEnabled = false;
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  return context.getImageData(width - 1, height - 1, 1, 1).data[3] === 255 ? context : undefined;
}

function readTile(
  context: OffscreenCanvasRenderingContext2D,
  bitmap: ImageBitmap,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): Uint8ClampedArray {
  context.drawImage(bitmap, -left, -top);
  return context.getImageData(0, 0, width, height).data;
}

/**
 * By a `VideoFrame`, which has no limit of a canvas's, and hands out a transparent pixel's colours as they are; nothing
 * where it fails.
 */
async function readByFrame(bitmap: ImageBitmap, name: string): Promise<Decoded | undefined> {
  const { width, height } = bitmap;
  let frame: VideoFrame | undefined;
  try {
    frame = new VideoFrame(bitmap, { timestamp: 0 });
    const { format } = frame;
    if (format !== "RGBA" && format !== "RGBX" && format !== "BGRA" && format !== "BGRX") return undefined;
    const rect = { x: 0, y: 0, width, height };
    const layout = [{ offset: 0, stride: 4 * width }];
    if (frame.allocationSize({ rect, layout }) !== 4 * width * height) return undefined;
    const data = allocate(4 * width * height, name);
    await frame.copyTo(data, { rect, layout });
    return { data, width, height, channels: 4, isBgra: format.startsWith("B"), isOpaque: format.endsWith("X") };
  } catch {
    return undefined; // Some sizes cannot be a frame's (a side above 2^15 in Chromium); a canvas has them in tiles.
  } finally {
    frame?.close();
  }
}

/** Asked once in a page or worker. */
let framesAreExact: Promise<boolean> | undefined;

/**
 * Whether frames give back, to the byte, what went into a bitmap: the standard asks for it, and a browser may still
 * convert colours.
 */
async function findOutWhetherFramesAreExact(): Promise<boolean> {
  if (typeof VideoFrame === "undefined" || typeof ImageData === "undefined") return false;
  const probe = Uint8ClampedArray.of(200, 100, 50, 3, 13, 77, 201, 128, 255, 0, 0, 255, 9, 118, 247, 255);
  const bitmap = await createImageBitmap(new ImageData(probe, 2, 2), DECODING);
  const read = await readByFrame(bitmap, "images");
  bitmap.close();
  return read !== undefined && copyOf(inChannels(read, 4, [0, 0, 0, 255])).join() === probe.join();
}
