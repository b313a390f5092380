/** What pictures frames become: size, channels, and how a frame of another size is fitted in. */

import { found, InputError } from "../../check/errors.ts";
import { isListOf } from "../../check/lists.ts";
import { knownKeys } from "../../check/options.ts";
import { oneOf, positive } from "../../check/values.ts";
import { MAX_SIDE, type PictureShape } from "../../format/format.ts";
import type { Fit } from "../../source/resize.ts";
import type { Frame } from "./source.ts";

export interface FrameOptions {
  /**
   * Size of every picture, in pixels. Left out: that of the frames, which must then have one size; the policy may crop
   * and resize them.
   */
  height?: number;
  width?: number;
  /** How a frame of another shape is fitted in (default `cover`: filled, the overhang cut off at both ends). */
  fit?: Fit;
  /** 3 is RGB (the default), 4 is RGBA, 1 is grey by ITU-R 601 weights. */
  channels?: 1 | 3 | 4;
  /**
   * RGB or RGBA, 0..255: lies under transparent pixels when alpha is dropped, and around a frame fitted by `contain`
   * (default black).
   */
  background?: readonly number[];
}

export interface FrameRule {
  height: number | undefined;
  width: number | undefined;
  fit: Fit;
  channels: 1 | 3 | 4;
  background: readonly [number, number, number, number];
}

const KEYS: readonly (keyof FrameOptions)[] = ["height", "width", "fit", "channels", "background"];

/** Checks the options of `liveFrames`. @throws InputError */
export function checkFrameOptions(options: FrameOptions): FrameRule {
  knownKeys("liveFrames", options, KEYS);
  const { height, width, fit = "cover", channels = 3, background = [0, 0, 0] } = options;
  for (const [name, side] of Object.entries({ height, width }))
    if (side !== undefined) positive(`liveFrames.${name}`, side, MAX_SIDE);
  if ((height === undefined) !== (width === undefined))
    throw new InputError(`liveFrames.${height === undefined ? "height" : "width"}`, "both sides, or none", undefined);
  oneOf("liveFrames.fit", fit, ["cover", "contain", "fill"]);
  if (![1, 3, 4].includes(channels)) throw new InputError("liveFrames.channels", "1, 3 or 4", channels);
  const isLevel = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
  if (!isListOf(background, isLevel) || (background.length !== 3 && background.length !== 4))
    throw new InputError(
      "liveFrames.background",
      "[red, green, blue] or [red, green, blue, alpha], each 0..255",
      background,
    );
  const [red, green, blue, alpha = 255] = background as number[];
  return { height, width, fit, channels, background: [red!, green!, blue!, alpha] };
}

/**
 * The shape of the pictures of checked frames. @throws InputError for frames of several sizes, where nobody says which
 * to make
 */
export function shapeOfFrames(frames: readonly Frame[], { height, width, channels }: FrameRule): PictureShape {
  if (height !== undefined && width !== undefined) return { height, width, channels };
  const [first] = frames;
  frames.forEach((frame, i) => {
    if (frame.width === first!.width && frame.height === first!.height) return;
    throw new InputError(
      `input.frames[${i}]`,
      `${first!.width} × ${first!.height} pixels, as the first (or the size to make of all: liveFrames({ height, width }))`,
      found(`${frame.width} × ${frame.height}`),
    );
  });
  return { height: first!.height, width: first!.width, channels };
}
