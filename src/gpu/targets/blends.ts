/** Policies that no class map can follow. */
import { found, PolicyError } from "../../check/errors.ts";
import { isMixStage, mixersOf } from "../../mixers/mix-stage.ts";
import { opNamed } from "../../ops/registry.ts";
import type { Policy, PolicyStage } from "../../policy/policy.ts";
import { drawsOfStage } from "../../stages/index.ts";

/** Mixers whose rows blend two pictures, whatever is drawn. */
const BLENDING: readonly string[] = ["mixup", "multimixup", "smoothmix"];

/** @throws PolicyError for a policy that blends pictures, where ids would be of neither */
export function refuseBlends(target: string, policy: Policy): void {
  const isList = Array.isArray(policy);
  const stages = (isList ? policy : [policy]) as readonly PolicyStage[];
  for (const [i, stage] of stages.entries()) {
    if (!isMixStage(stage)) continue;
    const place = isList ? `policy[${i}]` : "policy";
    mixersOf(stage).forEach((mixer, m) => {
      const path = stage.kind === "oneOf" ? `${place}.oneOf.mixers[${m}].${mixer.kind}` : `${place}.${mixer.kind}`;
      const moves =
        mixer.kind === "augMix" &&
        mixer.stages.some((one) => drawsOfStage(one).ops.some((op) => opNamed(op).target === "moves"));
      if (!moves && !BLENDING.includes(mixer.kind)) return;
      const ways = `targets.${target} with blends: "dominant"`;
      const expected = `mixers that do not blend, since targets.${target} is a map of ids (or ${ways})`;
      throw new PolicyError(path, expected, found(moves ? "an AugMix of ops that move pixels" : mixer.kind));
    });
  }
}
