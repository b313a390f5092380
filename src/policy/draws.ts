import { mixOpOf } from "../mixers/index.ts";
import { isMixStage, mixersOf } from "../mixers/mix-stage.ts";
import type { MixRow } from "../plan/plan.ts";
import { allDraws, type Draws, drawsOf } from "../stages/draws.ts";
import { drawsOfStage } from "../stages/index.ts";
import type { Policy, PolicyStage } from "./policy.ts";

/** What a policy can draw: what an engine's kernels are made for. */
export interface PolicyDraws extends Draws {
  rows: readonly MixRow["mixer"][];
}

/** What a valid policy can draw, wherever its stages stand. */
export function drawsOfPolicy(policy: Policy): PolicyDraws {
  const drawn = (Array.isArray(policy) ? (policy as readonly PolicyStage[]) : [policy as PolicyStage]).flatMap(drawsIn);
  const { ops, ...others } = allDraws(drawn);
  // Frozen, so that what follows from the list of ops is worked out once.
  return { ops: Object.freeze(ops), ...others, rows: [...new Set(drawn.flatMap(({ rows }) => rows))] };
}

function drawsIn(stage: PolicyStage): PolicyDraws[] {
  if (stage.kind === "repeatedAugmentation")
    return stage.augmenters.map((augmenter) => ({ ...drawsOfStage(augmenter), rows: [] }));
  if (!isMixStage(stage)) return [{ ...drawsOfStage(stage), rows: [] }];
  return mixersOf(stage).map((mixer) => {
    const { rows, ...image } = mixOpOf(mixer).draws(mixer);
    return { ...drawsOf(), ...image, rows: [rows] };
  });
}
