import { PROB } from "../draw/bounds.ts";
import { PURPOSE } from "../draw/keys.ts";
import { resolveScalar } from "../draw/schedule.ts";
import { foldIn } from "../random/key.ts";
import { isSelfMixer } from "./index.ts";
import type { MixStage } from "./mix-stage.ts";
import { stageGranularity } from "./pairing.ts";
import { type Choice, choiceForms, gate, prepareMixer, type StageContext } from "./ready.ts";

/**
 * Gets a stage ready. The stage's gate is drawn first, then the choice, then the chosen mixer's own gate; each has a
 * key of its own.
 */
export function prepareStage(stage: MixStage, context: StageContext): Choice {
  const { key, time, path } = context;
  const granularity = stageGranularity(stage);
  const gateKey = foldIn(key, isSelfMixer(stage) ? PURPOSE.imageProb : PURPOSE.stageProb);
  const isMixed = gate(resolveScalar(stage.prob ?? 1, time, `${path}.prob`, PROB), gateKey, granularity);
  if (stage.kind === "oneOf") {
    const choose = choiceForms.get(stage.kind)!.prepare(stage, granularity, context);
    return (anchor) => (isMixed(anchor) ? choose(anchor) : undefined);
  }
  const only = prepareMixer(stage, 0, granularity, context);
  return (anchor) => (isMixed(anchor) ? only : undefined);
}
