import { isListOf } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import type { Size } from "../format/format.ts";
import { foldIn } from "../random/key.ts";
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

/** A window that overlaps an object enough, resized. Made by `randomIouCrop()`. */
export interface RandomIouCrop extends WindowOptions {
  kind: "randomIouCrop";
  /** A side of the window over the picture's. Default [0.3, 1]. */
  scale?: [number, number];
  /** Width / height. Default [0.5, 2]. */
  ratio?: [number, number];
  /** One is drawn: how much a window and an object must overlap. 1: the whole picture. Default 0 to 1. */
  overlaps?: number[];
  /** Windows that are tried at most. Default 40. */
  tries?: number;
}

declare module "./stage.ts" {
  interface ImageStages {
    randomIouCrop: RandomIouCrop;
  }
}

/**
 * SSD's crop (torchvision `RandomIoUCrop`): draws how much a window must overlap an object, intersection over union,
 * and then windows until one does: an object's middle lies in it, and of the objects of which this is so one overlaps
 * it that much. The window is resized to `height` × `width` (default: the picture's own size).
 *
 * After `tries` windows it is the whole picture, so that it always ends. A picture without objects gets the first
 * window that has an allowed shape. Objects are looked at as the ops before have left them.
 *
 * torchvision draws another overlap after 40 windows, and for ever where `overlaps` has no 1 and the picture no object.
 * It does not resize. It throws objects away whose middle is outside; here they are cut off, and `minVisibility` says
 * how much must be left.
 *
 * - `overlaps`: default [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].
 */
export function randomIouCrop(options: Omit<RandomIouCrop, "kind"> = {}): RandomIouCrop {
  return made(randomIouCropForm, { ...given(options, "randomIouCrop"), kind: "randomIouCrop" });
}

const OVERLAPS = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];
const MOST_TRIES = 1000;

/** A window that overlaps an object enough. */
export const randomIouCropForm: ImageForm<RandomIouCrop> = {
  ...seeingWindowForm,
  options: [...WINDOW_OPTIONS, "scale", "ratio", "overlaps", "tries"],

  check(value, path) {
    checkWindowOptions(value, path);
    const { scale, ratio, overlaps, tries } = value;
    checkSpan(scale, `${path}.scale`, 0.01, 1);
    checkSpan(ratio, `${path}.ratio`, 0.01, 100);
    const isShare = (share: unknown) => typeof share === "number" && share >= 0 && share <= 1;
    if (overlaps !== undefined && (!isListOf(overlaps, isShare) || overlaps.length === 0))
      throw new PolicyError(`${path}.overlaps`, "a list of numbers from 0 to 1, at least one", overlaps);
    if (tries !== undefined && !(Number.isInteger(tries) && (tries as number) >= 1 && (tries as number) <= MOST_TRIES))
      throw new PolicyError(`${path}.tries`, `an integer in 1..${MOST_TRIES}`, tries);
  },

  prepare(stage, context) {
    const { key, address } = context;
    const { overlaps = OVERLAPS, tries = 40 } = stage;
    const size = { height: context.height, width: context.width };
    const choiceKey = foldIn(key, PURPOSE.imageChoice);
    const whole = { top: 0, left: 0, ...size };
    return (id, calls) => {
      const at = address(id);
      const boxes = boxesToSee(context, calls);
      const least = overlaps[uniformInt(choiceKey, at, 0, overlaps.length)]!;
      let window: Window | undefined;
      for (let i = 0; i < tries && least < 1 && !window; i++) {
        const tried = triedWindow(stage, size, (n) => uniform01(key, at, 4 * i + n));
        if (tried && (boxes.length === 0 || overlapsOne(tried, boxes, least))) window = tried;
      }
      pushWindow(calls, window ?? whole, size, stage);
    };
  },
};

/** A window as torchvision draws it, if it has an allowed shape. */
function triedWindow(
  { scale = [0.3, 1], ratio = [0.5, 2] }: RandomIouCrop,
  size: Size,
  uniform: (n: number) => number,
): Window | undefined {
  const share = (n: number) => scale[0] + (scale[1] - scale[0]) * uniform(n);
  const width = Math.trunc(size.width * share(0));
  const height = Math.trunc(size.height * share(1));
  if (width < 1 || height < 1 || width / height < ratio[0] || width / height > ratio[1]) return undefined;
  const left = Math.trunc((size.width - width) * uniform(2));
  const top = Math.trunc((size.height - height) * uniform(3));
  return { top, left, height, width };
}

/** Whether an object overlaps the window that much, whose middle lies in it. */
function overlapsOne({ top, left, height, width }: Window, boxes: readonly Box[], least: number): boolean {
  const [right, bottom] = [left + width, top + height];
  return boxes.some(([x0, y0, x1, y1]) => {
    const [x, y] = [0.5 * (x0 + x1), 0.5 * (y0 + y1)];
    if (!(left < x && x < right && top < y && y < bottom)) return false;
    const shared = (Math.min(right, x1) - Math.max(left, x0)) * (Math.min(bottom, y1) - Math.max(top, y0));
    return shared / (height * width + (x1 - x0) * (y1 - y0) - shared) >= least;
  });
}
