import { checkKeys, checkName, checkObject, checkRange } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { underName } from "../check/under-name.ts";
import { checkArgDraw, checkLevels, type NumberDraw, prepareArg } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import type { Size } from "../format/format.ts";
import { withoutMinusZero } from "../ops/check-call.ts";
import { cutoutOp } from "../ops/mask/cutout.ts";
import { eraseOp } from "../ops/mask/erase.ts";
import type { Arg } from "../ops/op.ts";
import { foldIn, type Key } from "../random/key.ts";
import { exp, log } from "../random/math.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { roundHalfEven } from "../tables/table.ts";
import { checkCount } from "./count.ts";
import { drawsOf } from "./draws.ts";
import { made } from "./made.ts";
import { noiseWords } from "./noise.ts";
import type { ImageContext, ImageForm, ImageOptions } from "./stage.ts";

/** Boxes are filled. Made by `randomErasing()` and `randomCutout()`. */
export interface RandomErasing extends ImageOptions {
  kind: "randomErasing";
  /** How a box is made. Default `"timm"`. */
  rule?: ErasingRule;
  /** The box's share of the picture. With `"keras3"` each side draws a share, and is its square root. */
  area?: [number, number];
  /** Height / width, drawn uniformly in its logarithm (`"timm"`). */
  aspect?: [number, number];
  /** The sides as shares of the picture's (`"kerascv"`). */
  sides?: { height: NumberDraw; width: NumberDraw };
  /** How many boxes, or `[least, most]`; they share the area. Default 1. */
  count?: number | [number, number];
  /**
   * `"constant"` (default) fills with `fill`. The others fill with noise: one value per channel, or one per pixel and
   * channel.
   */
  mode?: "constant" | "channel" | "pixel";
  /** One level 0..255 for all channels, or one each. Default [0]. */
  fill?: number[];
  /** Mean and standard deviation of the noise, in levels 0..255: one number for all channels, or one each. */
  mean?: number[];
  std?: number[];
}

/**
 * `timm`: area and aspect, ten tries to fit (torchvision's too). `keras3`: two sides, always inside. `kerascv`: two
 * sides, clipped at the border.
 */
export type ErasingRule = "timm" | "keras3" | "kerascv";

declare module "./stage.ts" {
  interface ImageStages {
    randomErasing: RandomErasing;
  }
}

/**
 * Random erasing (Zhong et al. 2020, arXiv:1708.04896): boxes at random places are filled.
 *
 * - `rule`: `"timm"` (default; torchvision's too): a share of the picture from `area` (default [0.02, 1/3]) and a
 * height / width from `aspect` (default [0.3, 1/0.3], uniform in its logarithm). A box that does not fit is drawn
 * again, ten times at most. `"keras3"`: each side
 * draws a share from `area`, and is its square root. `"kerascv"`: `sides: { height, width }` as shares, a centre
 * anywhere, clipped at the border.
 * - `count`: boxes, or `[least, most]`; with `"timm"` they share the area. Default 1.
 * - `mode`: `"constant"` (default) with `fill` in levels, default [0]; `"channel"` or `"pixel"` noise, N(`mean`, `std`)
 * in levels 0..255. timm and torchvision erase normalised pictures with N(0, 1): give 255 times the dataset's mean and
 * std.
 * - `prob`: default 0.5. `granularity`, `stream`: as in every image stage.
 */
export function randomErasing(options: Omit<RandomErasing, "kind"> = {}): RandomErasing {
  return made(randomErasingForm, { prob: 0.5, ...given(options, "randomErasing"), kind: "randomErasing" });
}

/**
 * KerasCV `RandomCutout` (`random_cutout.py`): a box of `height` × `width`, as shares of the picture's (fixed or
 * drawn), whose centre is anywhere. KerasCV clamps the box's width by the picture's height and scales its noise over
 * the whole batch; here the width is the width's, and `mode: "pixel"` is N(127.5, 63.75).
 */
export function randomCutout(
  sides: { height: NumberDraw; width: NumberDraw },
  options: Omit<RandomErasing, "kind" | "rule" | "sides" | "area" | "aspect"> = {},
): RandomErasing {
  const stage = { ...given(options, "randomCutout"), kind: "randomErasing", rule: "kerascv", sides } as const;
  return underName("randomCutout", () => made(randomErasingForm, stage));
}

const RULES: readonly ErasingRule[] = ["timm", "keras3", "kerascv"];
const MODES = ["constant", "channel", "pixel"];
const SHARE: Arg = { type: "number", min: 0, max: 1, unit: "share of the side" };
/** How often timm and torchvision try to fit a box, before they leave the picture alone. */
const TRIES = 10;

/** [x0, y0, x1, y1), or undefined when none fits. */
type DrawBox = (id: number, count: number) => [number, number, number, number] | undefined;

/** Boxes at random places, each one call of `erase` or `cutout`. */
export const randomErasingForm: ImageForm<RandomErasing> = {
  options: ["rule", "area", "aspect", "sides", "count", "mode", "fill", "mean", "std"],

  check({ rule, area, aspect, sides, count, mode, fill, mean, std }, path) {
    checkName(rule, `${path}.rule`, RULES);
    checkName(mode, `${path}.mode`, MODES);
    if (area !== undefined) {
      checkRange(
        area,
        `${path}.area`,
        "[low, high] with 0 <= low <= high <= 1",
        (low, high) => low >= 0 && low <= high && high <= 1,
      );
    }
    if (aspect !== undefined) {
      checkRange(
        aspect,
        `${path}.aspect`,
        "[low, high] with 0.01 <= low <= high <= 100",
        (low, high) => low >= 0.01 && low <= high && high <= 100,
      );
    }
    if (count !== undefined) checkCount(count, `${path}.count`, 1);
    if ((rule === "kerascv") !== (sides !== undefined)) {
      throw new PolicyError(
        `${path}.sides`,
        rule === "kerascv" ? "{ height, width }" : "nothing: only the rule kerascv reads it",
        sides,
      );
    }
    if (sides !== undefined) checkSides(sides, `${path}.sides`);
    const args = eraseOp.args as Record<string, Arg>;
    for (const [name, value] of Object.entries({ fill, mean, std }))
      if (value !== undefined) checkLevels(value, args[name]!, `${path}.${name}`);
  },

  uses: [cutoutOp, eraseOp],
  draws: ({ mode = "constant" }) => drawsOf(mode === "constant" ? cutoutOp : eraseOp),

  prepare(stage, context) {
    const { key, address } = context;
    const { count = 1, mode = "constant" } = stage;
    const [fill, mean, std] = [stage.fill, stage.mean, stage.std].map(withoutMinusZero);
    const [least, most] = typeof count === "number" ? [count, count] : count;
    const countKey = foldIn(key, PURPOSE.count);
    const boxes = Array.from({ length: most }, (_, i) => ({
      draw: boxDraw(stage, context, foldIn(key, PURPOSE.slot + i)),
      noise: foldIn(key, PURPOSE.noise + i),
    }));
    const filling =
      mode === "constant" ? { ...(fill && { fill }) } : { mode, ...(mean && { mean }), ...(std && { std }) };
    return (id, calls) => {
      const at = address(id);
      const drawn = least === most ? most : least + uniformInt(countKey, at, 0, most - least + 1);
      for (let i = 0; i < drawn; i++) {
        const box = boxes[i]!.draw(at, drawn);
        if (box === undefined) continue;
        if (mode === "constant") calls.push({ op: "cutout", box, ...filling });
        else calls.push({ op: "erase", box, ...filling, key: noiseWords(boxes[i]!.noise, at) });
      }
    };
  },
};

function checkSides(value: unknown, path: string): void {
  const sides = checkObject(value, path, "{ height, width }");
  checkKeys(sides, path, ["height", "width"]);
  for (const name of ["height", "width"]) checkArgDraw(sides[name], SHARE, `${path}.${name}`);
}

function boxDraw(stage: RandomErasing, context: ImageContext, key: Key): DrawBox {
  if (stage.rule === "kerascv") return clippedBox(stage, context, key);
  return stage.rule === "keras3"
    ? insideBox(stage.area ?? [0.02, 0.33], context, key)
    : fittingBox(stage, context, key);
}

/** timm and torchvision: area and aspect; a box as large as the picture in either direction is tried again. */
function fittingBox(
  { area = [0.02, 1 / 3], aspect = [0.3, 1 / 0.3] }: RandomErasing,
  { height, width }: Size,
  key: Key,
): DrawBox {
  const [low, high] = aspect.map(log) as [number, number];
  const placeKey = foldIn(key, PURPOSE.order);
  return (id, count) => {
    for (let i = 0; i < TRIES; i++) {
      const pixels = ((area[0] + (area[1] - area[0]) * uniform01(key, id, 2 * i)) * height * width) / count;
      const ratio = exp(low + (high - low) * uniform01(key, id, 2 * i + 1));
      const tall = roundHalfEven(Math.sqrt(pixels * ratio));
      const wide = roundHalfEven(Math.sqrt(pixels / ratio));
      if (tall >= height || wide >= width) continue;
      const y = uniformInt(placeKey, id, 0, height - tall + 1);
      const x = uniformInt(placeKey, id, 1, width - wide + 1);
      return [x, y, x + wide, y + tall];
    }
    return undefined;
  };
}

/** Keras 3: each side draws a share of the area, and is its square root. */
function insideBox([low, high]: [number, number], { height, width }: Size, key: Key): DrawBox {
  const side = (id: number, length: number, draw: number) =>
    Math.trunc(length * Math.sqrt(low + (high - low) * uniform01(key, id, draw)));
  return (id) => {
    const [tall, wide] = [side(id, height, 0), side(id, width, 1)];
    const y = Math.trunc((height - tall) * uniform01(key, id, 2));
    const x = Math.trunc((width - wide) * uniform01(key, id, 3));
    return [x, y, x + wide, y + tall];
  };
}

/** KerasCV: sides rounded up, a centre anywhere, clipped at the border. */
function clippedBox({ sides }: RandomErasing, context: ImageContext, key: Key): DrawBox {
  const { height, width } = context;
  const ready = (["height", "width"] as const).map((name, i) =>
    prepareArg(sides![name], SHARE, {
      ...context,
      path: `${context.path}.sides.${name}`,
      key: foldIn(key, PURPOSE.argument + i),
    }),
  );
  const share = (i: number, id: number) => {
    const one = ready[i]!;
    return ("fixed" in one ? one.fixed : one.draw(id)) as number;
  };
  return (id) => {
    const [tall, wide] = [Math.ceil(share(0, id) * height), Math.ceil(share(1, id) * width)];
    const top = uniformInt(key, id, 0, height) - (tall >> 1);
    const left = uniformInt(key, id, 1, width) - (wide >> 1);
    return [Math.max(0, left), Math.max(0, top), Math.min(width, left + wide), Math.min(height, top + tall)];
  };
}
