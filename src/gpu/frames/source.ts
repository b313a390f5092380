/** What a live frame can be, and how large it is. Checked by name and state; nothing is copied here. */
import { found, InputError, show } from "../../check/errors.ts";

/** A picture that a browser or a GPU holds. It is copied when it is used and may be closed or drawn on right after. */
export type FrameSource =
  | HTMLVideoElement
  | VideoFrame
  | ImageBitmap
  | HTMLCanvasElement
  | OffscreenCanvas
  | HTMLImageElement
  | ImageData
  | GPUTexture;

/** A checked source. */
export interface Frame {
  source: FrameSource;
  /** Who can copy it: the queue, a texture's own copy, or the queue from a canvas that it was drawn on. */
  way: "image" | "texture" | "drawn";
  /** As it is displayed, in pixels. */
  width: number;
  height: number;
}

const EXPECTED = "a video, VideoFrame, ImageBitmap, canvas, OffscreenCanvas, image, ImageData or GPUTexture";

/** Checks a frame. @throws InputError for what is none, or shows nothing (any more, or yet) */
export function checkFrame(path: string, source: FrameSource, device: GPUDevice): Frame {
  const frame = frameOf(path, source);
  const { width, height } = frame;
  const { limits } = device;
  const most = limits.maxTextureDimension2D;
  if (width > most || height > most)
    throw new InputError(path, `at most ${most} × ${most} pixels on this device`, found(`${width} × ${height}`));
  const bytes = 4 * lineOf(width) * height;
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  if (bytes > limit)
    throw new InputError(
      path,
      `a frame that takes at most ${limit} bytes, this device's maxStorageBufferBindingSize`,
      found(`${width} × ${height} pixels, ${bytes} bytes`),
    );
  return frame;
}

/** Words of a line, where a texture was copied into a buffer: its bytes are a multiple of 256. */
export const lineOf = (width: number): number => Math.ceil(width / 64) * 64;

/**
 * A video's colours are converted by a canvas: that way they are those of every other canvas, which the queue's are
 * not.
 */
function frameOf(path: string, source: FrameSource): Frame {
  switch (nameOf(source)) {
    case "HTMLVideoElement":
      return { source, way: "drawn", ...sizeOfVideo(path, source as HTMLVideoElement) };
    case "VideoFrame":
      return { source, way: "drawn", ...sizeOfVideoFrame(path, source as VideoFrame) };
    case "ImageBitmap":
      return { source, way: "image", ...sized(path, source as ImageBitmap, "an open ImageBitmap", "a closed one") };
    case "HTMLCanvasElement":
    case "OffscreenCanvas":
      return { source, way: "image", ...sized(path, source as OffscreenCanvas, "a canvas with pixels", undefined) };
    case "HTMLImageElement":
      return { source, way: "image", ...sizeOfImage(path, source as HTMLImageElement) };
    case "ImageData":
      return { source, way: "image", ...sized(path, source as ImageData, "pixels", undefined) };
    case "GPUTexture":
      return { source, way: "texture", ...sizeOfTexture(path, source as GPUTexture) };
    case "GPUExternalTexture":
      throw new InputError(path, "the video or VideoFrame that it was imported from", source);
    default:
      throw new InputError(path, EXPECTED, source);
  }
}

/** By the platform's own name: it holds across pages and workers. Dawn's textures have none. */
function nameOf(source: unknown): string {
  if (typeof source !== "object" || source === null) return "";
  if (typeof GPUTexture !== "undefined" && source instanceof GPUTexture) return "GPUTexture";
  return Object.prototype.toString.call(source).slice(8, -1);
}

interface Sides {
  width: number;
  height: number;
}

function sized(path: string, { width, height }: Sides, expected: string, otherwise: string | undefined): Sides {
  if (!(width > 0 && height > 0))
    throw new InputError(path, expected, found(otherwise ?? `${width} × ${height} pixels`));
  return { width, height };
}

/** Enough of the video is there to show a picture. */
const HAVE_CURRENT_DATA = 2;

function sizeOfVideo(path: string, video: HTMLVideoElement): Sides {
  const { videoWidth: width, videoHeight: height, readyState, error } = video;
  if (error) throw new InputError(path, "a video that can be played", found(error.message || `error ${error.code}`));
  if (!(width > 0 && height > 0) || readyState < HAVE_CURRENT_DATA)
    throw new InputError(
      path,
      "a video that shows a picture (wait for its event loadeddata)",
      found(`readyState ${readyState}, ${width} × ${height} pixels`),
    );
  return { width, height };
}

/** As it is to be displayed: turned, mirrored, cut and stretched. A closed one has no size. */
function sizeOfVideoFrame(path: string, { displayWidth: width, displayHeight: height }: VideoFrame): Sides {
  return sized(path, { width, height }, "an open VideoFrame", "a closed one");
}

function sizeOfImage(path: string, { complete, naturalWidth: width, naturalHeight: height }: HTMLImageElement): Sides {
  if (!complete)
    throw new InputError(path, "an image that is loaded (`await image.decode()`)", found("one that loads"));
  return sized(path, { width, height }, "an image that could be loaded", "a broken one");
}

/** Bytes as they lie there: of sRGB formats too, whose numbers are those of the others. */
const TEXTURE_FORMATS: readonly GPUTextureFormat[] = ["rgba8unorm", "rgba8unorm-srgb", "bgra8unorm", "bgra8unorm-srgb"];

function sizeOfTexture(path: string, texture: GPUTexture): Sides {
  const { width, height, format, usage, dimension, sampleCount, depthOrArrayLayers } = texture;
  if (!TEXTURE_FORMATS.includes(format))
    throw new InputError(`${path}.format`, TEXTURE_FORMATS.map(show).join(" or "), format);
  if ((usage & GPUTextureUsage.COPY_SRC) === 0)
    throw new InputError(path, "a texture with usage COPY_SRC", found(`usage ${usage}`));
  if (dimension !== "2d" || sampleCount !== 1 || depthOrArrayLayers !== 1)
    throw new InputError(
      path,
      "a 2d texture of one layer and one sample",
      found(`dimension ${dimension}, ${depthOrArrayLayers} layers, ${sampleCount} samples`),
    );
  return { width, height };
}

/** Whether its bytes have blue first. */
export const isBlueFirst = ({ source, way }: Frame): boolean =>
  way === "texture" && (source as GPUTexture).format.startsWith("bgra");
