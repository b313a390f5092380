import { checkKeys, checkName } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { underName } from "../check/under-name.ts";
import type { NumberDraw } from "../draw/arg-draw.ts";
import { given } from "../draw/options.ts";
import { brightness as brightnessOf, color, contrast as contrastOf, hue as hueOf } from "./ops.ts";
import { randomOrder, sequential } from "./pipeline.ts";
import type { RandomOrder } from "./random-order.ts";
import type { Sequential } from "./sequential.ts";
import { IMAGE_OPTIONS, type ImageOptions, type ImageStage } from "./stage.ts";

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
  const about1 = (s: number | [number, number]): NumberDraw =>
    typeof s === "number" ? [Math.max(0, 1 - s), 1 + s] : s;
  const names = {
    "brightness.factor": "brightness",
    "contrast.factor": "contrast",
    "color.factor": "saturation",
    "hue.shift": "hue",
  };
  const make = () => {
    const stages: ImageStage[] = [];
    if (brightness !== undefined) stages.push(brightnessOf({ factor: about1(brightness) }));
    if (contrast !== undefined) stages.push(contrastOf({ factor: about1(contrast) }));
    if (saturation !== undefined) stages.push(color({ factor: about1(saturation) }));
    if (hue !== undefined) stages.push(hueOf({ shift: typeof hue === "number" ? [-hue, hue] : hue }));
    if (stages.length === 0)
      throw new PolicyError("colorJitter", "at least one of brightness, contrast, saturation, hue", options);
    return order === "random" ? randomOrder(stages, more) : sequential(stages, more);
  };
  return underName("colorJitter", make, { made: names });
}
