import { PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import type { Size } from "../format/format.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import {
  type Box,
  boxesToSee,
  checkSpan,
  checkWindowOptions,
  pushWindow,
  seeingWindowForm,
  WINDOW_OPTIONS,
  type Window,
  type WindowOptions,
} from "./boxes-to-see.ts";
import { made } from "./made.ts";
import type { ImageForm } from "./stage.ts";

/** A window around all objects, resized. Made by `randomBoxSafeCrop()`. */
export interface RandomBoxSafeCrop extends WindowOptions {
  kind: "randomBoxSafeCrop";
  /** The share of its side that each object may lose at every edge, 0 to 0.5. Default 0: none loses anything. */
  erosion?: number;
  /** Of a picture without objects: a side of the window over the picture's. Default [0.3, 1]. */
  scale?: [number, number];
}

declare module "./stage.ts" {
  interface ImageStages {
    randomBoxSafeCrop: RandomBoxSafeCrop;
  }
}

/**
 * A crop that keeps all objects (albumentations `RandomSizedBBoxSafeCrop`): each edge of the window lies somewhere
 * between the picture's and the outermost object's. The window is resized to `height` × `width` (default: the picture's
 * own size). Objects are looked at as the ops before have left them.
 *
 * Edges are whole pixels outside of the objects, so that nothing of them is lost. albumentations rounds each to the
 * pixel below, and so may cut off the last one of an object.
 *
 * - `erosion`: default 0; 0.1 lets every object lose a tenth of its width at either side.
 * - `scale`: default [0.3, 1], for pictures without objects.
 */
export function randomBoxSafeCrop(options: Omit<RandomBoxSafeCrop, "kind"> = {}): RandomBoxSafeCrop {
  return made(randomBoxSafeCropForm, { ...given(options, "randomBoxSafeCrop"), kind: "randomBoxSafeCrop" });
}

/** A window around all objects. */
export const randomBoxSafeCropForm: ImageForm<RandomBoxSafeCrop> = {
  ...seeingWindowForm,
  options: [...WINDOW_OPTIONS, "erosion", "scale"],

  check(value, path) {
    checkWindowOptions(value, path);
    const { erosion, scale } = value;
    if (erosion !== undefined && !(typeof erosion === "number" && erosion >= 0 && erosion <= 0.5))
      throw new PolicyError(`${path}.erosion`, "a number from 0 to 0.5", erosion);
    checkSpan(scale, `${path}.scale`, 0.01, 1);
  },

  prepare(stage, context) {
    const { key, address } = context;
    const { erosion = 0, scale = [0.3, 1] } = stage;
    const size = { height: context.height, width: context.width };
    return (id, calls) => {
      const at = address(id);
      const boxes = boxesToSee(context, calls);
      if (boxes.length === 0) {
        const side = (whole: number, n: number) =>
          Math.max(1, Math.trunc(whole * (scale[0] + (scale[1] - scale[0]) * uniform01(key, at, n))));
        const [height, width] = [side(size.height, 0), side(size.width, 1)];
        const top = uniformInt(key, at, 2, size.height - height + 1);
        const left = uniformInt(key, at, 3, size.width - width + 1);
        return pushWindow(calls, { top, left, height, width }, size, stage);
      }
      const kept = around(boxes, erosion, size);
      const top = uniformInt(key, at, 0, kept.top + 1);
      const left = uniformInt(key, at, 1, kept.left + 1);
      const bottom = size.height - uniformInt(key, at, 2, size.height - kept.top - kept.height + 1);
      const right = size.width - uniformInt(key, at, 3, size.width - kept.left - kept.width + 1);
      pushWindow(calls, { top, left, height: bottom - top, width: right - left }, size, stage);
    };
  },
};

/** The smallest window of whole pixels around all that must stay, of one pixel at least. */
function around(boxes: readonly Box[], erosion: number, { height, width }: Size): Window {
  const outer = (axis: 0 | 1, most: number): [number, number] => {
    let [low, high] = [most, 0];
    for (const box of boxes) {
      const lost = erosion * (box[axis + 2]! - box[axis]!);
      low = Math.min(low, box[axis]! + lost);
      high = Math.max(high, box[axis + 2]! - lost);
    }
    const from = Math.min(most - 1, Math.floor(low));
    return [from, Math.max(1, Math.ceil(high) - from)];
  };
  const [left, wide] = outer(0, width);
  const [top, tall] = outer(1, height);
  return { top, left, height: tall, width: wide };
}
