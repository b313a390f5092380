import { checkName, isListOf } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { underName } from "../check/under-name.ts";
import { checkArgDraw, type NumberDraw, prepareArg } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import type { Size } from "../format/format.ts";
import { checkArg } from "../ops/check-call.ts";
import type { OpCall } from "../ops/index.ts";
import type { Arg, Interpolation } from "../ops/op.ts";
import { cropAndResizeOp } from "../ops/warp/crop-and-resize.ts";
import { foldIn, type Key } from "../random/key.ts";
import { exp, log } from "../random/math.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { roundHalfEven } from "../tables/table.ts";
import { drawsOf } from "./draws.ts";
import { checkFixedArgs } from "./fixed-args.ts";
import { made } from "./made.ts";
import type { ImageContext, ImageForm, ImageOptions } from "./stage.ts";

/** A window of drawn size and shape, resized. Made by `randomResizedCrop()` and `jitteredResize()`. */
export interface RandomResizedCrop extends ImageOptions {
  kind: "randomResizedCrop";
  /** Of the result, in pixels. Default: the picture's. */
  height?: number;
  width?: number;
  /** The window's share of the picture; for `"jitter"` how much the whole picture is enlarged. Default [0.08, 1]. */
  scale?: NumberDraw;
  /** Width / height. Default [3/4, 4/3]. */
  ratio?: NumberDraw;
  /** How the window is made. Default `"torchvision"` (timm's too). */
  rule?: CropRule;
  /** One of them, or several to draw from. Default `"bilinear"`. */
  interpolation?: Interpolation | Interpolation[];
  antialias?: boolean;
}

export type CropRule = "torchvision" | "kerascv" | "jitter";

declare module "./stage.ts" {
  interface ImageStages {
    randomResizedCrop: RandomResizedCrop;
  }
}

/**
 * RandomResizedCrop: a window of a share of the picture from `scale` (default [0.08, 1]) and a width / height from
 * `ratio` (default [3/4, 4/3]), resized to `height` × `width` (default: the picture's own size).
 *
 * - `rule`: `"torchvision"` (default; timm's too): ten tries, then the largest window in the middle. `"kerascv"`:
 *   RandomCropAndResize, sides cut to the picture; its real-valued box is rounded to whole pixels.
 * - `interpolation`: default `"bilinear"`, or several to draw from as timm does. `antialias`: default true.
 */
export function randomResizedCrop(options: Omit<RandomResizedCrop, "kind"> = {}): RandomResizedCrop {
  return made(randomResizedCropForm, { ...given(options, "randomResizedCrop"), kind: "randomResizedCrop" });
}

/**
 * KerasCV `JitteredResize`: enlarges the picture `scale` times (drawn) and keeps a window of `height` × `width` at a
 * random place. Where the enlarged picture is smaller than that, the rest is empty. Windows are whole pixels of the
 * source.
 */
export function jitteredResize(
  options: Omit<RandomResizedCrop, "kind" | "rule" | "ratio"> & { scale: NumberDraw },
): RandomResizedCrop {
  const stage = { ...given(options, "jitteredResize"), kind: "randomResizedCrop", rule: "jitter" } as const;
  return underName("jitteredResize", () => made(randomResizedCropForm, stage));
}

const RULES: readonly CropRule[] = ["torchvision", "kerascv", "jitter"];
const SCALE: Arg = { type: "number", min: 1e-4, max: 100, unit: "share of the picture" };
const RATIO: Arg = { type: "number", min: 0.01, max: 100, unit: "width / height" };
/** torchvision's tries to fit a window, before it takes the largest in the middle. */
const TRIES = 10;

/** The longest side of a box that `cropAndResize` takes. */
const maxSide = () => cropAndResizeOp.args.height!.max!;

/** A window's top, left, height and width. */
type Window = [number, number, number, number];

/** A window of random size and place, resized. */
export const randomResizedCropForm: ImageForm<RandomResizedCrop> = {
  options: ["height", "width", "scale", "ratio", "rule", "interpolation", "antialias"],

  check(value, path) {
    const { scale, ratio, rule, interpolation } = value;
    const args = cropAndResizeOp.args as Record<string, Arg>;
    checkFixedArgs(value, { height: args.outHeight!, width: args.outWidth!, antialias: args.antialias! }, path);
    checkName(rule, `${path}.rule`, RULES);
    if (scale !== undefined) checkArgDraw(scale, SCALE, `${path}.scale`);
    if (ratio !== undefined) checkArgDraw(ratio, RATIO, `${path}.ratio`);
    if ((rule ?? "torchvision") === "torchvision" && !isRange(value.scale) && value.scale !== undefined) {
      throw new PolicyError(`${path}.scale`, "[low, high], for the rule torchvision", scale);
    }
    if ((rule ?? "torchvision") === "torchvision" && !isRange(value.ratio) && value.ratio !== undefined) {
      throw new PolicyError(`${path}.ratio`, "[low, high], for the rule torchvision", ratio);
    }
    // Not flat(), which leaves out the holes.
    const ways = Array.isArray(interpolation)
      ? Array.from(interpolation)
      : interpolation === undefined
        ? []
        : [interpolation];
    for (const way of ways) checkArg(way, args.interpolation!, `${path}.interpolation`);
  },

  uses: [cropAndResizeOp],
  draws: ({ interpolation, antialias }) => drawsOf(cropAndResizeOp, { interpolation, antialias }),
  takes: () => [1, 1],
  sizeAfter: (stage, { height, width }) => ({ height: stage.height ?? height, width: stage.width ?? width }),

  prepare(stage, context) {
    const { key, height, width, address } = context;
    const { height: outHeight = height, width: outWidth = width, interpolation, antialias } = stage;
    const draw = windowDraw(stage, context);
    const ways = [interpolation ?? []].flat();
    const wayKey = foldIn(key, PURPOSE.imageChoice);
    return (id, calls) => {
      const at = address(id);
      const [top, left, tall, wide] = draw(at);
      const call: OpCall<"cropAndResize"> = {
        op: "cropAndResize",
        top,
        left,
        height: tall,
        width: wide,
        outHeight,
        outWidth,
      };
      if (ways.length > 0) call.interpolation = ways[ways.length === 1 ? 0 : uniformInt(wayKey, at, 0, ways.length)]!;
      if (antialias !== undefined) call.antialias = antialias;
      calls.push(call);
    };
  },
};

const isRange = (value: unknown): value is [number, number] =>
  isListOf(value, (end) => typeof end === "number") && value.length === 2;

function windowDraw(stage: RandomResizedCrop, context: ImageContext): (id: number) => Window {
  const { key, height, width } = context;
  const { scale = [0.08, 1], ratio = [3 / 4, 4 / 3], rule = "torchvision" } = stage;
  if (rule === "torchvision") return fittingWindow(scale as [number, number], ratio as [number, number], context);
  const drawn = (value: typeof scale, arg: Arg, name: string, purpose: number) => {
    const ready = prepareArg(value, arg, { ...context, path: `${context.path}.${name}`, key: foldIn(key, purpose) });
    return (id: number) => ("fixed" in ready ? ready.fixed : ready.draw(id)) as number;
  };
  const scaleOf = drawn(scale, SCALE, "scale", PURPOSE.magnitude);
  if (rule === "jitter") {
    const out = { height: stage.height ?? height, width: stage.width ?? width };
    return (id) => jitteredWindow(scaleOf(id), context, out, id);
  }
  const ratioOf = drawn(ratio, RATIO, "ratio", PURPOSE.argument);
  return (id) => {
    const [area, shape] = [scaleOf(id), ratioOf(id)];
    const tall = Math.max(1, Math.round(height * Math.min(1, Math.sqrt(area / shape))));
    const wide = Math.max(1, Math.round(width * Math.min(1, Math.sqrt(area * shape))));
    return [uniformInt(key, id, 0, height - tall + 1), uniformInt(key, id, 1, width - wide + 1), tall, wide];
  };
}

function fittingWindow(
  scale: [number, number],
  ratio: [number, number],
  { height, width, key }: Size & { key: Key },
): (id: number) => Window {
  const [low, high] = ratio.map(log) as [number, number];
  const placeKey = foldIn(key, PURPOSE.order);
  return (id) => {
    for (let i = 0; i < TRIES; i++) {
      const pixels = height * width * (scale[0] + (scale[1] - scale[0]) * uniform01(key, id, 2 * i));
      const shape = exp(low + (high - low) * uniform01(key, id, 2 * i + 1));
      const wide = roundHalfEven(Math.sqrt(pixels * shape));
      const tall = roundHalfEven(Math.sqrt(pixels / shape));
      if (wide < 1 || wide > width || tall < 1 || tall > height) continue;
      return [
        uniformInt(placeKey, id, 0, height - tall + 1),
        uniformInt(placeKey, id, 1, width - wide + 1),
        tall,
        wide,
      ];
    }
    const own = width / height;
    // None fits: the largest window in the middle that has an allowed ratio, of at least one row and one column.
    const tall = own < ratio[0] ? Math.min(height, Math.max(1, roundHalfEven(width / ratio[0]))) : height;
    const wide = own > ratio[1] ? Math.min(width, Math.max(1, roundHalfEven(height * ratio[1]))) : width;
    return [Math.trunc((height - tall) / 2), Math.trunc((width - wide) / 2), tall, wide];
  };
}

/**
 * KerasCV JitteredResize: a window at a random place of the picture, which is enlarged `scale` times; beyond its end
 * there is nothing. Rounding must not move the window's start out of the picture, nor make the window larger than a box
 * can be.
 */
function jitteredWindow(scale: number, { height, width, key }: Size & { key: Key }, out: Size, id: number): Window {
  const axis = (length: number, kept: number, draw: number): [number, number] => {
    const scaled = Math.max(1, Math.round(length * scale));
    const start = Math.trunc(uniform01(key, id, draw) * Math.max(0, scaled - kept));
    const first = Math.min(length - 1, Math.round((start * length) / scaled));
    return [first, Math.min(maxSide(), Math.max(1, Math.round((kept * length) / scaled)))];
  };
  const [top, tall] = axis(height, out.height, 0);
  const [left, wide] = axis(width, out.width, 1);
  return [top, left, tall, wide];
}
