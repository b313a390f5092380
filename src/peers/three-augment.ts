import { checkKeys } from "../check/check.ts";
import { underName } from "../check/under-name.ts";
import { given } from "../draw/options.ts";
import { opAt } from "../stages/op-at.ts";
import { randomChoice } from "../stages/pipeline.ts";
import type { RandomChoice } from "../stages/random-choice.ts";
import { IMAGE_OPTIONS, type ImageOptions } from "../stages/stage.ts";

/**
 * 3-Augment (DeiT III, Touvron et al. 2022, arXiv:2204.07118), as timm's `3a`: every picture is solarized (level 5),
 * made grey (level 10) or blurred (σ ~ U(0.1, 2)), one of the three.
 */
export function threeAugment(options: ImageOptions = {}): RandomChoice {
  const stages = [
    opAt("timm", "Solarize", { magnitude: 5 }),
    opAt("timm", "Desaturate", { magnitude: 10 }),
    opAt("timm", "GaussianBlurRand", { magnitude: 10 }),
  ];
  const known = given(options, "threeAugment");
  checkKeys(known as Record<string, unknown>, "threeAugment", IMAGE_OPTIONS);
  return underName("threeAugment", () => randomChoice(stages, known));
}
