import { checkKeys, checkName, isListOf } from "../check/check.ts";
import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { underName } from "../check/under-name.ts";
import type { NumberDraw } from "../draw/arg-draw.ts";
import { given } from "../draw/options.ts";
import { op } from "./constructors.ts";
import {
  IMAGE_OPTIONS,
  type ImageOptions,
  type ImageStage,
  type OpStage,
  type RandomCrop,
  type RandomErasing,
  type RandomGridMask,
  type RandomOrder,
  type RandomResizedCrop,
  type Sequential,
} from "./image-stage.ts";
import { checkImageStage } from "./index.ts";
import { randomOrder, sequential } from "./pipeline.ts";

/** Stages whose draws depend on the picture's size: in the plan they are calls in whole pixels. */

function checked<S extends ImageStage>(stage: S): S {
  checkImageStage(stage, "");
  return copied(stage);
}

/**
 * Random erasing (Zhong et al. 2020, arXiv:1708.04896): boxes at random places are filled.
 *
 * - `rule`: `"timm"` (default; torchvision's too): a share of the picture from `area` (default [0.02, 1/3]) and a height / width from
 *   `aspect` (default [0.3, 1/0.3], uniform in its logarithm), ten tries to fit, else nothing. `"keras3"`: each side the root of a share from
 *   `area` of its own. `"kerascv"`: `sides: { height, width }` as shares, a centre anywhere, clipped at the border.
 * - `count`: boxes, or `[least, most]`; with `"timm"` they share the area. Default 1.
 * - `mode`: `"constant"` (default) with `fill` in levels, default [0]; `"channel"` or `"pixel"` noise, N(`mean`, `std`) in levels 0..255. timm and
 *   torchvision erase normalised pictures with N(0, 1): give 255 times the dataset's mean and std.
 * - `prob`: default 0.5. `granularity`, `stream`: as in every image stage.
 */
export function randomErasing(options: Omit<RandomErasing, "kind"> = {}): RandomErasing {
  return checked({ prob: 0.5, ...given(options, "randomErasing"), kind: "randomErasing" });
}

/**
 * KerasCV `RandomCutout` (`random_cutout.py`): a box of `height` × `width`, as shares of the picture's (fixed or drawn), whose centre is anywhere.
 * KerasCV clamps the box's width by the picture's height and scales its noise over the whole batch; here the width is the width's, and
 * `mode: "pixel"` is N(127.5, 63.75).
 */
export function randomCutout(
  sides: { height: NumberDraw; width: NumberDraw },
  options: Omit<RandomErasing, "kind" | "rule" | "sides" | "area" | "aspect"> = {},
): RandomErasing {
  const stage = { ...given(options, "randomCutout"), kind: "randomErasing", rule: "kerascv", sides } as const;
  return underName("randomCutout", () => checked(stage));
}

/**
 * Kornia `RandomJigsaw` (`jigsaw.py`): a grid of tiles (default [4, 4], at most 256 of them) in random order, never the order they had.
 * Labels stay. `prob`, `granularity`, `stream`: as in every image stage.
 */
export function randomJigsaw(options: ImageOptions & { grid?: [number, number] } = {}): OpStage<"jigsaw"> {
  const { grid = [4, 4], ...more } = given(options, "randomJigsaw");
  const isPair = isListOf(grid, (side) => Number.isInteger(side) && (side as number) > 0) && grid.length === 2;
  const tiles = isPair ? grid[0] * grid[1] : 0;
  if (tiles < 2 || tiles > 256) throw new PolicyError("randomJigsaw.grid", "[rows, columns], whole numbers that make 2 to 256 tiles", grid);
  return underName("randomJigsaw", () => op("jigsaw", { ...more, grid, order: { permutation: tiles, identity: false } }));
}

/** A window of `height` × `width` pixels at a random place of the picture, padded by `padding` pixels on every side (CIFAR's 32 with 4). */
export function randomCrop(options: Omit<RandomCrop, "kind"> = {}): RandomCrop {
  return checked({ ...given(options, "randomCrop"), kind: "randomCrop" });
}

/**
 * RandomResizedCrop: a window of a share of the picture from `scale` (default [0.08, 1]) and a width / height from `ratio` (default [3/4, 4/3]),
 * resized to `height` × `width` (default: the picture's own size).
 *
 * - `rule`: `"torchvision"` (default; timm's too): ten tries, then the largest window in the middle. `"kerascv"`: RandomCropAndResize, sides
 *   cut to the picture; its real-valued box is rounded to whole pixels.
 * - `interpolation`: default `"bilinear"`, or several to draw from as timm does. `antialias`: default true.
 */
export function randomResizedCrop(options: Omit<RandomResizedCrop, "kind"> = {}): RandomResizedCrop {
  return checked({ ...given(options, "randomResizedCrop"), kind: "randomResizedCrop" });
}

/**
 * KerasCV `JitteredResize`: the picture `scale` times as large (drawn), of which a window of `height` × `width` at a random place is kept; where the
 * enlarged picture is smaller, the rest is empty. Windows are whole pixels of the source.
 */
export function jitteredResize(options: Omit<RandomResizedCrop, "kind" | "rule" | "ratio"> & { scale: NumberDraw }): RandomResizedCrop {
  const stage = { ...given(options, "jitteredResize"), kind: "randomResizedCrop", rule: "jitter" } as const;
  return underName("jitteredResize", () => checked(stage));
}

/**
 * GridMask (Chen et al. 2020, arXiv:2001.04086) as KerasCV draws it: a unit of about 0.3 to 0.5 of the sides, squares of `ratio` of it (default
 * [0, 0.5]) dropped, a random phase, and a turn of `rotation` (in turns, default [-0.15, 0.15]). They become `fill`, in levels, default [0], or with `mode: "pixel"`
 * noise from N(`mean`, `std`), default N(127.5, 63.75).
 */
export function randomGridMask(options: Omit<RandomGridMask, "kind"> = {}): RandomGridMask {
  return checked({ ...given(options, "randomGridMask"), kind: "randomGridMask" });
}

export interface ColorJitter extends ImageOptions {
  /** Each a strength s, for U(max(0, 1 − s), 1 + s), or `[low, high]`. */
  brightness?: number | [number, number];
  contrast?: number | [number, number];
  saturation?: number | [number, number];
  /** A strength s ≤ 0.5, for U(−s, s) of the colour circle, or `[low, high]`. */
  hue?: number | [number, number];
  /** Default `"random"`, as torchvision and timm; `"fixed"` is brightness, contrast, saturation, hue. */
  order?: "random" | "fixed";
}

/** Brightness, contrast, saturation and hue, each drawn by itself, in random order (torchvision `ColorJitter`). */
export function colorJitter(options: ColorJitter = {}): RandomOrder | Sequential {
  const { brightness, contrast, saturation, hue, order = "random", ...more } = given(options, "colorJitter");
  checkKeys(more, "colorJitter", ["brightness", "contrast", "saturation", "hue", "order", ...IMAGE_OPTIONS]);
  checkName(order, "colorJitter.order", ["random", "fixed"]);
  const about1 = (s: number | [number, number]): NumberDraw => (typeof s === "number" ? [Math.max(0, 1 - s), 1 + s] : s);
  const names = { "brightness.factor": "brightness", "contrast.factor": "contrast", "color.factor": "saturation", "hue.shift": "hue" };
  const make = () => {
    const stages: ImageStage[] = [];
    if (brightness !== undefined) stages.push(op("brightness", { factor: about1(brightness) }));
    if (contrast !== undefined) stages.push(op("contrast", { factor: about1(contrast) }));
    if (saturation !== undefined) stages.push(op("color", { factor: about1(saturation) }));
    if (hue !== undefined) stages.push(op("hue", { shift: typeof hue === "number" ? [-hue, hue] : hue }));
    if (stages.length === 0) throw new PolicyError("colorJitter", "at least one of brightness, contrast, saturation, hue", options);
    return order === "random" ? randomOrder(stages, more) : sequential(stages, more);
  };
  return underName("colorJitter", make, { made: names });
}
