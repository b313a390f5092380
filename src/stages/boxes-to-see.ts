/** What stages share that look at objects: their boxes, and the crop that they make. */
import { isListOf } from "../check/check.ts";
import { found, PolicyError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import type { OpCall } from "../ops/index.ts";
import type { Arg, Interpolation } from "../ops/op.ts";
import { cropAndResizeOp } from "../ops/warp/crop-and-resize.ts";
import type { OpCall as AnyCall } from "../plan/plan.ts";
import { drawsOf } from "./draws.ts";
import { checkFixedArgs } from "./fixed-args.ts";
import type { ImageContext, ImageOptions } from "./stage.ts";

/** What a window becomes. */
export interface WindowOptions extends ImageOptions {
  /** Of the result, in pixels. Default: the picture's. */
  height?: number;
  width?: number;
  /** How it is resized. Default `"bilinear"`. */
  interpolation?: Interpolation;
  /** Default true. */
  antialias?: boolean;
}

export const WINDOW_OPTIONS = ["height", "width", "interpolation", "antialias"] as const;

/** @throws PolicyError */
export function checkWindowOptions(value: Record<string, unknown>, path: string): void {
  const args = cropAndResizeOp.args as Record<string, Arg>;
  const { outHeight, outWidth, antialias, interpolation } = args;
  checkFixedArgs(
    value,
    { height: outHeight!, width: outWidth!, antialias: antialias!, interpolation: interpolation! },
    path,
  );
}

/** What the forms of these stages have in common. */
export const windowForm = {
  uses: [cropAndResizeOp],
  draws: ({ interpolation, antialias }: WindowOptions) => drawsOf(cropAndResizeOp, { interpolation, antialias }),
  sizeAfter: (stage: WindowOptions, { height, width }: Size): Size => ({
    height: stage.height ?? height,
    width: stage.width ?? width,
  }),
};

/** The same of a stage that looks at objects. */
export const seeingWindowForm = {
  ...windowForm,
  draws: (stage: WindowOptions) => ({ ...windowForm.draws(stage), seesObjects: true as const }),
  takes: (): [number, number] => [0, 1],
};

/** Refuses what is not two numbers in order. @throws PolicyError */
export function checkSpan(value: unknown, path: string, least: number, most: number): void {
  if (value === undefined) return;
  const isSpan =
    isListOf(value, (end) => typeof end === "number" && end >= least && end <= most) &&
    value.length === 2 &&
    (value[0] as number) <= (value[1] as number);
  if (!isSpan) throw new PolicyError(path, `[low, high], from ${least} to ${most}`, value);
}

/** A window in whole pixels. */
export interface Window extends Size {
  top: number;
  left: number;
}

/** Adds the call for a window, unless that is the picture as it is. */
export function pushWindow(calls: AnyCall[], window: Window, size: Size, options: WindowOptions): void {
  const { height: outHeight = size.height, width: outWidth = size.width, interpolation, antialias } = options;
  const { top, left, height, width } = window;
  const isWhole = top === 0 && left === 0 && height === size.height && width === size.width;
  if (isWhole && outHeight === height && outWidth === width) return;
  const call: OpCall<"cropAndResize"> = { op: "cropAndResize", top, left, height, width, outHeight, outWidth };
  if (interpolation !== undefined) call.interpolation = interpolation;
  if (antialias !== undefined) call.antialias = antialias;
  calls.push(call);
}

/** A box: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/**
 * The boxes of the picture that is drawn, where ops have brought them.
 * @throws PolicyError where nobody knows them
 */
export function boxesToSee({ first, path }: ImageContext, calls: readonly AnyCall[]): Box[] {
  if (!first.boxes)
    throw new PolicyError(
      path,
      "objects to look at, before the first mixer: an engine with an objectTarget, or `objects` of samplePlan",
      found("none"),
    );
  const numbers = first.boxes(calls);
  return Array.from(
    { length: numbers.length / 4 },
    (_, i): Box => [numbers[4 * i]!, numbers[4 * i + 1]!, numbers[4 * i + 2]!, numbers[4 * i + 3]!],
  );
}
