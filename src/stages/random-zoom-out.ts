import { given } from "../draw/options.ts";
import { withoutMinusZero } from "../ops/check-call.ts";
import type { OpCall } from "../ops/index.ts";
import type { Arg } from "../ops/op.ts";
import { cropAndResizeOp } from "../ops/warp/crop-and-resize.ts";
import { uniform01 } from "../random/uniform.ts";
import { checkSpan, checkWindowOptions, WINDOW_OPTIONS, type WindowOptions, windowForm } from "./boxes-to-see.ts";
import { checkFixedArgs } from "./fixed-args.ts";
import { made } from "./made.ts";
import type { ImageForm } from "./stage.ts";

/** The picture on a larger canvas, resized. Made by `randomZoomOut()`. */
export interface RandomZoomOut extends WindowOptions {
  kind: "randomZoomOut";
  /** A side of the canvas over the picture's, the same for both. Default [1, 4]. */
  side?: [number, number];
  /** What the canvas is: one level for all channels, or one a channel. Default 0. */
  fill?: number[];
}

declare module "./stage.ts" {
  interface ImageStages {
    randomZoomOut: RandomZoomOut;
  }
}

/**
 * SSD's zoom out (torchvision `RandomZoomOut`): puts the picture somewhere on a canvas whose sides are from 1 to 4
 * times as long, and resizes that to `height` × `width` (default: the picture's own size). So objects become small.
 *
 * It draws the canvas and the place as torchvision does, by whole pixels. torchvision does not resize, and its chance
 * is 0.5: `prob: 0.5`.
 *
 * - `side`: default [1, 4]. `fill`: default 0.
 */
export function randomZoomOut(options: Omit<RandomZoomOut, "kind"> = {}): RandomZoomOut {
  return made(randomZoomOutForm, { ...given(options, "randomZoomOut"), kind: "randomZoomOut" });
}

/** The longest side of a box that `cropAndResize` takes. */
const maxSide = () => (cropAndResizeOp.args as Record<string, Arg>).height!.max!;

/** The picture on a larger canvas. */
export const randomZoomOutForm: ImageForm<RandomZoomOut> = {
  ...windowForm,
  options: [...WINDOW_OPTIONS, "side", "fill"],

  check(value, path) {
    checkWindowOptions(value, path);
    checkFixedArgs(value, { fill: (cropAndResizeOp.args as Record<string, Arg>).fill! }, path);
    checkSpan(value.side, `${path}.side`, 1, 16);
  },

  takes: () => [1, 1],

  prepare(stage, { key, height, width, address }) {
    const { side = [1, 4], fill, interpolation, antialias } = stage;
    const { height: outHeight = height, width: outWidth = width } = stage;
    const reading = {
      ...(interpolation !== undefined && { interpolation }),
      ...(antialias !== undefined && { antialias }),
      ...(fill && { fill: withoutMinusZero(fill) }),
    };
    return (id, calls) => {
      const at = address(id);
      const times = side[0] + (side[1] - side[0]) * uniform01(key, at, 0);
      const [tall, wide] = [height, width].map((whole) => Math.min(maxSide(), Math.trunc(whole * times))) as [
        number,
        number,
      ];
      const left = Math.trunc((wide - width) * uniform01(key, at, 1));
      const top = Math.trunc((tall - height) * uniform01(key, at, 2));
      const call: OpCall<"cropAndResize"> = {
        ...{ op: "cropAndResize", top: 0 - top, left: 0 - left, height: tall, width: wide, outHeight, outWidth },
        ...reading,
      };
      calls.push(call);
    };
  },
};
