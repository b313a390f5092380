import { checkName } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import type { Scalar } from "../draw/schedule.ts";
import type { LambdaMode } from "../plan/plan.ts";
import { beta } from "../random/beta.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import {
  BOX_RULES,
  type Box,
  type BoxRule,
  boxLambda,
  cutBox,
  LAMBDA_MODES,
  minmaxSides,
  placedBox,
} from "./cutmix-box.ts";
import { type BareRow, type DrawContext, type DrawRow, type MixOp, made, type StageOptions } from "./mixer.ts";
import { checkAlpha, checkAlphaRange, checkMinmax, resolveAlpha, STAGE_OPTIONS } from "./options.ts";

/** Made by `cutmix()`. At most one of `alpha`, `alphaRange` and `minmax`. */
export interface CutMix extends StageOptions {
  kind: "cutmix";
  /** λ ~ Beta(alpha, alpha), or Beta(a, b) for `[a, b]`. Default 1. */
  alpha?: Scalar | [Scalar, Scalar];
  /** alpha itself is drawn, uniformly between the two (Keras 3's `factor`). */
  alphaRange?: [number, number];
  /** Each side of the box is drawn, between these shares of the picture's side (timm's `cutmix_minmax`). */
  minmax?: [number, number];
  /** Which peer's box. Default `"timm"`. */
  box?: BoxRule;
  /** What the label gets. Default `"exact"`. */
  lambda?: LambdaMode;
}

declare module "./mixer.ts" {
  interface Mixers {
    cutmix: CutMix;
  }
}

/**
 * CutMix (Yun et al. 2019, arXiv:1905.04899): a box of the partner's pixels replaces the own ones; the label weights
 * are the shares of the pixels. λ ~ Beta(alpha, alpha), and the box has √(1−λ) of the picture's height and width.
 *
 * - `alpha`: 0.01 to 100, default 1 as in every peer; `[a, b]` draws from Beta(a, b).
 * - `alphaRange`: instead of `alpha`, which is then drawn from U(low, high) + 1e-6, once for whatever shares a λ (Keras
 * 3's `factor`). Below 0.01 alpha is taken as 0.01, the least our Beta sampler has: λ is all but 0 or 1 there either
 * way.
 * - `minmax`: instead of `alpha`, each side is a whole number of pixels drawn uniformly between these shares of the
 *   picture's, and the box always fits (timm's `cutmix_minmax`). No λ is drawn, so `lambda` is `"exact"`.
 * - `box`: `"timm"` (default; the paper's and torchvision's), `"kerascv"`, `"keras3"` or `"datarax"`: see `cutSpan`.
 * - `lambda`: what the label gets, default `"exact"`, the share of own pixels after clipping: see `LambdaMode`.
 * - `prob`, `granularity`, `pairing`, `stream`: as in `mixup`; `granularity` decides what shares one λ and one box.
 *
 * Throws PolicyError when an option is unknown, out of range, or contradicts another.
 */
export function cutmix(options: Omit<CutMix, "kind"> = {}): CutMix {
  const named = given(options, "cutmix");
  const sized = named.alphaRange !== undefined || named.minmax !== undefined;
  const defaults = sized
    ? { prob: 1, lambda: "exact" as const }
    : { alpha: CUTMIX_ALPHA, prob: 1, lambda: "exact" as const };
  return made(cutmixOp, { ...defaults, ...named, kind: "cutmix" });
}

const CUTMIX_ALPHA = 1;
const SIZES = ["alpha", "alphaRange", "minmax"] as const;

/** The op behind {@link cutmix}: its options and the draw of one row. */
export const cutmixOp: MixOp<CutMix> = {
  options: ["alpha", "alphaRange", "minmax", "box", "lambda", ...STAGE_OPTIONS],
  draws: () => ({ rows: "cutmix" }),

  check(value, path) {
    if (value.alpha !== undefined) checkAlpha(value.alpha, `${path}.alpha`);
    if (value.alphaRange !== undefined) checkAlphaRange(value.alphaRange, `${path}.alphaRange`);
    if (value.minmax !== undefined) checkMinmax(value.minmax, `${path}.minmax`);
    checkName(value.box, `${path}.box`, BOX_RULES);
    checkName(value.lambda, `${path}.lambda`, LAMBDA_MODES);
    const sizes = SIZES.filter((name) => value[name] !== undefined);
    if (sizes.length > 1) throw new PolicyError(path, "one of alpha, alphaRange and minmax", sizes);
    if (value.minmax === undefined) return;
    if ((value.lambda ?? "exact") !== "exact") {
      throw new PolicyError(`${path}.lambda`, "exact, because minmax draws no lambda", value.lambda);
    }
    if ((value.box ?? "timm") !== "timm")
      throw new PolicyError(`${path}.box`, "timm, because minmax places the box itself", value.box);
  },

  prepare(mixer, context) {
    return mixer.minmax ? drawMinmax(mixer.minmax, context) : drawByLambda(mixer, context);
  },
};

/** The box follows λ. */
function drawByLambda(mixer: Omit<CutMix, "prob">, context: DrawContext): DrawRow {
  const { height, width } = context;
  const { box: rule = "timm", lambda: mode = "exact" } = mixer;
  const drawLambda = lambdaDraw(mixer, context);
  const boxKey = context.key("box");
  return (id) => {
    const lambda = drawLambda(id);
    // y first, as every peer draws it.
    const y = rule === "keras3" ? uniform01(boxKey, id, 0) : uniformInt(boxKey, id, 0, height);
    const x = rule === "keras3" ? uniform01(boxKey, id, 1) : uniformInt(boxKey, id, 1, width);
    const box = cutBox(rule, { height, width }, lambda, x, y);
    return cutmixRow(box, boxLambda(mode, height, width, box, lambda), mode);
  };
}

function lambdaDraw(mixer: Omit<CutMix, "prob">, { time, path, key }: DrawContext): (id: number) => number {
  const lambdaKey = key("lambda");
  if (mixer.alphaRange) {
    const [low, high] = mixer.alphaRange;
    const alphaKey = key("alpha");
    return (id) => {
      const drawn = low + (high - low) * uniform01(alphaKey, id, 0) + 1e-6;
      const alpha = Math.min(100, Math.max(0.01, drawn));
      return beta(lambdaKey, id, alpha, alpha);
    };
  }
  const [a, b] = resolveAlpha(mixer.alpha ?? CUTMIX_ALPHA, time, `${path}.alpha`);
  return (id) => beta(lambdaKey, id, a, b);
}

/** The sides are drawn, then a corner at which they fit. */
function drawMinmax(minmax: [number, number], { height, width, key }: DrawContext): DrawRow {
  const tall = minmaxSides(height, minmax);
  const wide = minmaxSides(width, minmax);
  const boxKey = key("box");
  return (id) => {
    const boxHeight = tall.first + uniformInt(boxKey, id, 0, tall.count);
    const boxWidth = wide.first + uniformInt(boxKey, id, 1, wide.count);
    const y = uniformInt(boxKey, id, 2, height - boxHeight);
    const x = uniformInt(boxKey, id, 3, width - boxWidth);
    const box = placedBox(x, y, boxWidth, boxHeight);
    return cutmixRow(box, boxLambda("exact", height, width, box, 1), "exact");
  };
}

function cutmixRow({ x, y }: Box, lambda: number, mode: LambdaMode): BareRow {
  const bbox: [number, number, number, number] = [x.start, y.start, x.end, y.end];
  const rounded = Math.fround(lambda);
  if (mode === "exact") return { mixer: "cutmix", own: 0, partner: 0, bbox, lambda: rounded };
  return { mixer: "cutmix", own: 0, partner: 0, bbox, lambda: rounded, lambdaMode: mode };
}
