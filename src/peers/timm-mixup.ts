import { checkName } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { PROB } from "../draw/bounds.ts";
import { checkScalar, type Scalar } from "../draw/schedule.ts";
import { type CutMix, cutmix } from "../mixers/cutmix.ts";
import { type MixUp, mixup } from "../mixers/mixup.ts";
import { oneOf } from "../mixers/one-of.ts";
import type { Granularity } from "../plan/plan.ts";
import { open, type Preset } from "./preset.ts";

/** The arguments of timm's `Mixup` and `FastCollateMixup`, under our names. */
export interface TimmMixup {
  /** `mixup_alpha`, default 1; 0 switches MixUp off. */
  mixupAlpha?: Scalar;
  /** `cutmix_alpha`, default 0; 0 switches CutMix off. */
  cutmixAlpha?: Scalar;
  /** `cutmix_minmax`, default none. When given, CutMix is on and its alpha does not matter, as in timm. */
  cutmixMinmax?: [number, number];
  /** `prob`, default 1. */
  prob?: number;
  /** `switch_prob`, default 0.5: the chance of CutMix where both are on. */
  switchProb?: number;
  /** `mode`, default `"batch"`; `"half"` is FastCollateMixup's. */
  mode?: "batch" | "pair" | "elem" | "half";
  /** `correct_lam`, default true; false leaves λ as drawn although the box was clipped. */
  correctLam?: boolean;
  /** `label_smoothing`, default 0.1; applied to rows that are not mixed too. */
  labelSmoothing?: number;
  /** `num_classes`, default 1000. */
  numClasses?: number;
}

const TIMM_OPTIONS: (keyof TimmMixup)[] = [
  "mixupAlpha",
  "cutmixAlpha",
  "cutmixMinmax",
  "prob",
  "switchProb",
  "mode",
  "correctLam",
  "labelSmoothing",
  "numClasses",
];
const TIMM_MODES: Record<NonNullable<TimmMixup["mode"]>, Granularity> = {
  batch: "batch",
  pair: "pair",
  elem: "sample",
  half: "half",
};

/**
 * timm `Mixup` / `FastCollateMixup` (`timm/data/mixup.py`): row i with row B−1−i, λ a batch, a pair or an element.
 *
 * Kept: λ is recomputed from min/max boxes even when `correctLam` is false; labels are smoothed where nothing was
 * mixed. Not kept: timm refuses an odd batch; here the middle row stays as it is. In `batch` mode timm's targets use a
 * double λ, ours are f32.
 *
 * Throws PolicyError where timm's assertion fails too: nothing is switched on.
 */
export function timmMixup(options: TimmMixup = {}): Preset {
  const {
    mixupAlpha = 1,
    cutmixAlpha = 0,
    cutmixMinmax,
    prob = 1,
    switchProb = 0.5,
    mode = "batch",
  } = open(options, "timmMixup", TIMM_OPTIONS);
  const { correctLam = true, labelSmoothing = 0.1, numClasses = 1000 } = options;
  checkName(mode, "timmMixup.mode", Object.keys(TIMM_MODES));
  checkScalar(prob, "timmMixup.prob", PROB);
  checkScalar(switchProb, "timmMixup.switchProb", PROB);

  const mixers: (MixUp | CutMix)[] = [];
  if (cutmixMinmax) mixers.push(cutmix({ minmax: cutmixMinmax }));
  else if (cutmixAlpha !== 0) mixers.push(cutmix({ alpha: cutmixAlpha, lambda: correctLam ? "exact" : "beta" }));
  if (mixupAlpha !== 0) mixers.push(mixup({ alpha: mixupAlpha }));

  const stage = { prob, granularity: TIMM_MODES[mode], pairing: "reverse" as const };
  const labels = { classes: numClasses, smoothing: labelSmoothing, smoothUnmixed: true };
  const [first, second] = mixers;
  if (!first) throw new PolicyError("timmMixup", "mixupAlpha, cutmixAlpha or cutmixMinmax above 0", 0);
  if (!second) return { policy: { ...first, ...stage }, labels };
  return { policy: oneOf(mixers, { ...stage, weights: [switchProb, 1 - switchProb] }), labels };
}
