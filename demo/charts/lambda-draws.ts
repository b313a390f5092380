/** Thousands of lambdas, drawn by `samplePlan` with the page's settings. */
import { cutmix, type MixStage, mixup, oneOf, type Plan, samplePlan } from "mixwell";
import { type DatasetShape, stageOptions } from "../policy.ts";
import type { Settings } from "../settings.ts";

export const DRAWS = 4096;

export interface LambdaDraws {
  mixup: number[];
  /** As drawn, before a box is made of it. */
  cutmix: number[];
  /** The share of own pixels, after the box was rounded and clipped: what the label gets. */
  cutmixExact: number[];
}

/** One lambda each for 4,096 rows, pairs or batches: as many draws, whatever shares one. */
export function drawLambdas(settings: Settings, { height, width }: DatasetShape): LambdaDraws {
  const drawn = plansOf(policyWith("beta", settings), settings, { height, width });
  const exact = plansOf(policyWith("exact", settings), settings, { height, width });
  return {
    mixup: lambdasOf(drawn, "mixup"),
    cutmix: lambdasOf(drawn, "cutmix"),
    cutmixExact: lambdasOf(exact, "cutmix"),
  };
}

/** `beta` keeps λ as it was drawn. Partners do not matter here, so everybody's is the one opposite. */
function policyWith(lambda: "beta" | "exact", settings: Settings): MixStage {
  const options = { ...stageOptions(settings), pairing: "reverse" } as const;
  if (settings.mixer === "mixup") return mixup({ alpha: settings.mixupAlpha, ...options });
  if (settings.mixer === "cutmix") return cutmix({ alpha: settings.cutmixAlpha, lambda, ...options });
  return oneOf([mixup({ alpha: settings.mixupAlpha }), cutmix({ alpha: settings.cutmixAlpha, lambda })], options);
}

function plansOf(
  policy: MixStage,
  { granularity, seed, epoch }: Settings,
  size: { height: number; width: number },
): Plan[] {
  const plan = (ids: number[]) => samplePlan({ policy, seed, epoch, step: 0, ids, ...size });
  if (granularity === "batch") return Array.from({ length: DRAWS }, (_, i) => plan([2 * i, 2 * i + 1]));
  return [plan(Array.from({ length: granularity === "sample" ? DRAWS : 2 * DRAWS }, (_, i) => i))];
}

function lambdasOf(plans: Plan[], mixer: "mixup" | "cutmix"): number[] {
  return plans.flatMap(({ stages, batchSize }) => {
    const { rows } = stages[0]!;
    // Of rows that share a draw, one: of a batch of two the first, of opposite rows the first half.
    const independent = batchSize === 2 ? rows.slice(0, 1) : rows.slice(0, DRAWS);
    return independent.flatMap((row) => (row.mixer === mixer ? [row.lambda] : []));
  });
}
