/** Which objects are kept. */
import { InputError } from "../check/errors.ts";
import { oneOf } from "../check/values.ts";

export interface Thresholds {
  /** Least area of what is left, in square pixels of the output. Default 1. */
  minArea?: number;
  /** Least width and height of a box, in pixels of the output. Default 1. */
  minSize?: number;
  /** Least share of an object's own area that is left, 0 to 1. Default 0. */
  minVisibility?: number;
  /** Least part of the picture that the object's source is, 0 to 1. Default 0. */
  minWeight?: number;
  /** Most of the longer side over the shorter. Default: any. */
  maxAspect?: number;
  /**
   * A peer's numbers in place of the defaults. `torchvision`: boxes too are enclosed and clipped call by call, and
   * their own area counts. `yolo`: sides above 2 pixels, an aspect below 100, more than a tenth left, all of them
   * strictly.
   */
  preset?: "torchvision" | "yolo";
}

export const THRESHOLDS = ["minArea", "minSize", "minVisibility", "minWeight", "maxAspect", "preset"] as const;

/** All of them, and whether a threshold that is just met is too little. */
export interface Filter {
  minArea: number;
  minSize: number;
  minVisibility: number;
  minWeight: number;
  maxAspect: number;
  isStrict: boolean;
}

const DEFAULT: Filter = {
  minArea: 1,
  minSize: 1,
  minVisibility: 0,
  minWeight: 0,
  maxAspect: Number.POSITIVE_INFINITY,
  isStrict: false,
};

const YOLO: Filter = { minArea: 0, minSize: 2, minVisibility: 0.1, minWeight: 0, maxAspect: 100, isStrict: true };

/** @throws InputError for thresholds out of range */
export function filterOf(path: string, thresholds: Thresholds): Filter {
  const { preset } = thresholds;
  if (preset !== undefined) oneOf(`${path}.preset`, preset, ["torchvision", "yolo"]);
  const given = (name: keyof Filter & keyof Thresholds, most: number, least = 0): number | undefined => {
    const value = thresholds[name];
    if (value === undefined) return undefined;
    if (!(typeof value === "number" && value >= least && value <= most))
      throw new InputError(
        `${path}.${name}`,
        most === Number.POSITIVE_INFINITY ? `a number of at least ${least}` : `a number from ${least} to ${most}`,
        value,
      );
    return value;
  };
  const base = preset === "yolo" ? YOLO : DEFAULT;
  return {
    minArea: given("minArea", Number.POSITIVE_INFINITY) ?? base.minArea,
    minSize: given("minSize", Number.POSITIVE_INFINITY) ?? base.minSize,
    minVisibility: given("minVisibility", 1) ?? base.minVisibility,
    minWeight: given("minWeight", 1) ?? base.minWeight,
    maxAspect: given("maxAspect", Number.POSITIVE_INFINITY, 1) ?? base.maxAspect,
    isStrict: base.isStrict,
  };
}

/** What a filter looks at. */
export interface Kept {
  width: number;
  height: number;
  area: number;
  visible: number;
  weight: number;
}

const f32 = Math.fround;

/** Of anything that is still there. As the columns show it, in f32: a threshold that is met there is met. */
export function keeps(filter: Filter, { width, height, area, visible, weight }: Kept): boolean {
  const { isStrict, minSize } = filter;
  return (
    visible > 0 &&
    weight > 0 &&
    reaches(width, minSize, isStrict) &&
    reaches(height, minSize, isStrict) &&
    reaches(area, filter.minArea, isStrict) &&
    reaches(visible, filter.minVisibility, isStrict) &&
    reaches(weight, filter.minWeight, isStrict) &&
    hasAspect(filter, width, height)
  );
}

const reaches = (value: number, least: number, isStrict: boolean): boolean =>
  isStrict && least > 0 ? f32(value) > f32(least) : f32(value) >= f32(least);

function hasAspect({ maxAspect, isStrict }: Filter, width: number, height: number): boolean {
  if (maxAspect === Number.POSITIVE_INFINITY) return true;
  const [longer, shorter] = width > height ? [width, height] : [height, width];
  const aspect = f32(longer / shorter);
  return isStrict ? aspect < f32(maxAspect) : aspect <= f32(maxAspect);
}
