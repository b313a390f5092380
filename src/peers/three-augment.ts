import type { ImageOptions, RandomChoice } from "../stages/image-stage.ts";
import { randomChoice } from "../stages/pipeline.ts";
import { opAt } from "./rand-augment.ts";

/**
 * 3-Augment (DeiT III, Touvron et al. 2022, arXiv:2204.07118), as timm's `3a`: every picture is solarized (level 5), made grey (level 10) or
 * blurred (σ ~ U(0.1, 2)), one of the three.
 */
export function threeAugment(options: ImageOptions = {}): RandomChoice {
  const stages = [
    opAt("timm", "Solarize", { magnitude: 5 }),
    opAt("timm", "Desaturate", { magnitude: 10 }),
    opAt("timm", "GaussianBlurRand", { magnitude: 10 }),
  ];
  return randomChoice(stages, options);
}
