import { checkName, isListOf } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { checkArgDraw, checkLevels, prepareArg } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import { checkArg, withoutMinusZero } from "../ops/check-call.ts";
import { imageOps } from "../ops/index.ts";
import type { Arg } from "../ops/op.ts";
import { foldIn, type Key } from "../random/key.ts";
import { exp, log } from "../random/math.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { roundHalfEven } from "../tables/table.ts";
import type { CropRule, RandomCrop, RandomResizedCrop } from "./image-stage.ts";
import type { ImageContext, ImageForm } from "./stage.ts";

/** A window at a random place. */
export const randomCropForm: ImageForm<RandomCrop> = {
  options: ["height", "width", "padding", "edge", "fill"],

  check(value, path) {
    const args = imageOps.crop.args as Record<string, Arg>;
    const padding: Arg = { type: "integer", min: 0, max: 16384, unit: "pixels", about: "" };
    const known = { height: args.height!, width: args.width!, padding, edge: args.edge!, fill: args.fill! };
    checkFixedArgs(value, known, path);
  },

  prepare({ height: wantedHeight, width: wantedWidth, padding = 0, edge, fill }, { key, path, height, width, address }) {
    const [tall, wide] = [wantedHeight ?? height, wantedWidth ?? width];
    const fits = (side: number, whole: number, name: string) => {
      if (side > whole + 2 * padding)
        throw new PolicyError(`${path}.${name}`, `at most ${whole + 2 * padding}, the padded picture's`, side);
      return whole + 2 * padding - side + 1;
    };
    const [rows, columns] = [fits(tall, height, "height"), fits(wide, width, "width")];
    const reading = { ...(edge !== undefined && { edge }), ...(fill && { fill: withoutMinusZero(fill) }) };
    return (id, calls) => {
      const at = address(id);
      const top = uniformInt(key, at, 0, rows) - padding;
      const left = uniformInt(key, at, 1, columns) - padding;
      calls.push({ op: "crop", top, left, height: tall, width: wide, ...reading });
    };
  },
};

const RULES: readonly CropRule[] = ["torchvision", "kerascv", "jitter"];
const SCALE: Arg = { type: "number", min: 1e-4, max: 100, unit: "share of the picture", about: "" };
const RATIO: Arg = { type: "number", min: 0.01, max: 100, unit: "width / height", about: "" };
/** torchvision's tries to fit a window, before it takes the largest in the middle. */
const TRIES = 10;

/** The longest side of a box that `cropAndResize` takes. */
const maxSide = () => imageOps.cropAndResize.args.height!.max!;

/** A window's top, left, height and width. */
type Window = [number, number, number, number];

/** A window of random size and place, resized. */
export const randomResizedCropForm: ImageForm<RandomResizedCrop> = {
  options: ["height", "width", "scale", "ratio", "rule", "interpolation", "antialias"],

  check(value, path) {
    const { scale, ratio, rule, interpolation } = value;
    const args = imageOps.cropAndResize.args as Record<string, Arg>;
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
    const ways = Array.isArray(interpolation) ? Array.from(interpolation) : interpolation === undefined ? [] : [interpolation];
    for (const way of ways) checkArg(way, args.interpolation!, `${path}.interpolation`);
  },

  prepare(stage, context) {
    const { key, height, width, address } = context;
    const { height: outHeight = height, width: outWidth = width, interpolation, antialias } = stage;
    const draw = windowDraw(stage, context);
    const ways = [interpolation ?? []].flat();
    const wayKey = foldIn(key, PURPOSE.imageChoice);
    return (id, calls) => {
      const at = address(id);
      const [top, left, tall, wide] = draw(at);
      const call = { op: "cropAndResize" as const, top, left, height: tall, width: wide, outHeight, outWidth };
      const way = ways.length > 0 ? { interpolation: ways[ways.length === 1 ? 0 : uniformInt(wayKey, at, 0, ways.length)] } : {};
      calls.push({ ...call, ...way, ...(antialias !== undefined && { antialias }) });
    };
  },
};

const isRange = (value: unknown): value is [number, number] => isListOf(value, (end) => typeof end === "number") && value.length === 2;

function checkFixedArgs(value: Record<string, unknown>, args: Record<string, Arg>, path: string): void {
  for (const [name, arg] of Object.entries(args)) {
    const given = value[name];
    if (given === undefined) continue;
    if (Array.isArray(given) && arg.type !== "list")
      throw new PolicyError(`${path}.${name}`, "one number: all pictures get the same size", given);
    checkLevels(given, arg, `${path}.${name}`);
  }
}

function windowDraw(stage: RandomResizedCrop, context: ImageContext): (id: number) => Window {
  const { key, height, width } = context;
  const { scale = [0.08, 1], ratio = [3 / 4, 4 / 3], rule = "torchvision" } = stage;
  if (rule === "torchvision") return fittingWindow(scale as [number, number], ratio as [number, number], height, width, key);
  const drawn = (value: typeof scale, arg: Arg, name: string, purpose: number) => {
    const ready = prepareArg(value, arg, { ...context, path: `${context.path}.${name}`, key: foldIn(key, purpose) });
    return (id: number) => ("fixed" in ready ? ready.fixed : ready.draw(id)) as number;
  };
  const scaleOf = drawn(scale, SCALE, "scale", PURPOSE.magnitude);
  if (rule === "jitter") {
    const [outHeight, outWidth] = [stage.height ?? height, stage.width ?? width];
    return (id) => jitteredWindow(scaleOf(id), height, width, outHeight, outWidth, key, id);
  }
  const ratioOf = drawn(ratio, RATIO, "ratio", PURPOSE.argument);
  return (id) => {
    const [area, shape] = [scaleOf(id), ratioOf(id)];
    const tall = Math.max(1, Math.round(height * Math.min(1, Math.sqrt(area / shape))));
    const wide = Math.max(1, Math.round(width * Math.min(1, Math.sqrt(area * shape))));
    return [uniformInt(key, id, 0, height - tall + 1), uniformInt(key, id, 1, width - wide + 1), tall, wide];
  };
}

function fittingWindow(scale: [number, number], ratio: [number, number], height: number, width: number, key: Key): (id: number) => Window {
  const [low, high] = ratio.map(log) as [number, number];
  const placeKey = foldIn(key, PURPOSE.order);
  return (id) => {
    for (let i = 0; i < TRIES; i++) {
      const pixels = height * width * (scale[0] + (scale[1] - scale[0]) * uniform01(key, id, 2 * i));
      const shape = exp(low + (high - low) * uniform01(key, id, 2 * i + 1));
      const wide = roundHalfEven(Math.sqrt(pixels * shape));
      const tall = roundHalfEven(Math.sqrt(pixels / shape));
      if (wide < 1 || wide > width || tall < 1 || tall > height) continue;
      return [uniformInt(placeKey, id, 0, height - tall + 1), uniformInt(placeKey, id, 1, width - wide + 1), tall, wide];
    }
    const own = width / height;
    // A row or column at least, where even that is too wide or too tall.
    const tall = own < ratio[0] ? Math.min(height, Math.max(1, roundHalfEven(width / ratio[0]))) : height;
    const wide = own > ratio[1] ? Math.min(width, Math.max(1, roundHalfEven(height * ratio[1]))) : width;
    return [Math.trunc((height - tall) / 2), Math.trunc((width - wide) / 2), tall, wide];
  };
}

/**
 * KerasCV JitteredResize: the picture `scale` times as large, from a random place on; where it ends there is nothing. The window begins
 * inside the picture, though its start is rounded, and is as large as a box can be where the picture becomes smaller than that leaves it.
 */
function jitteredWindow(scale: number, height: number, width: number, outHeight: number, outWidth: number, key: Key, id: number): Window {
  const axis = (length: number, out: number, draw: number): [number, number] => {
    const scaled = Math.max(1, Math.round(length * scale));
    const start = Math.trunc(uniform01(key, id, draw) * Math.max(0, scaled - out));
    const first = Math.min(length - 1, Math.round((start * length) / scaled));
    return [first, Math.min(maxSide(), Math.max(1, Math.round((out * length) / scaled)))];
  };
  const [top, tall] = axis(height, outHeight, 0);
  const [left, wide] = axis(width, outWidth, 1);
  return [top, left, tall, wide];
}
