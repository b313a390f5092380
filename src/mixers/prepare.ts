import { PROB } from "../draw/bounds.ts";
import { chooser, resolveWeights } from "../draw/choose.ts";
import { PURPOSE } from "../draw/keys.ts";
import { resolveScalar } from "../draw/schedule.ts";
import type { Granularity } from "../plan/plan.ts";
import { foldIn, type Key } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { isSelfMixer, mixOpOf } from "./index.ts";
import type { MixStage } from "./mix-stage.ts";
import type { Mixer, SelfMixer } from "./mixer.ts";
import { type DrawContext, type DrawRow, PLAIN_NEEDS } from "./mixer.ts";
import { stageGranularity } from "./pairing.ts";

/** Whose id addresses a draw of row `i`, by what shares the draw. */
export type Anchor = (granularity: Granularity) => number;

/** A mixer of a stage, ready to draw rows: its strengths and keys are those of this moment. */
export interface ReadyMixer {
  granularity: Granularity;
  /** How many of the row's partners it mixes in. */
  partners: number;
  draw: DrawRow;
}

/** What a stage needs besides itself. */
export interface StageContext extends Omit<DrawContext, "key" | "granularity"> {
  key: Key;
}

/**
 * Gets a stage ready and returns the decision about one row: the mixer to use, or undefined to leave the row alone.
 * The stage's gate is drawn first, then the choice, then the chosen mixer's own gate; each has a key of its own.
 */
export function prepareStage(stage: MixStage, context: StageContext): (anchor: Anchor) => ReadyMixer | undefined {
  const { key, time, path } = context;
  const granularity = stageGranularity(stage);
  const gateKey = foldIn(key, isSelfMixer(stage) ? PURPOSE.imageProb : PURPOSE.stageProb);
  const isMixed = gate(resolveScalar(stage.prob ?? 1, time, `${path}.prob`, PROB), gateKey, granularity);
  if (stage.kind !== "oneOf") {
    const only = prepareMixer(stage, 0, granularity, context);
    return (anchor) => (isMixed(anchor) ? only : undefined);
  }
  const mixers = stage.mixers.map((mixer, i) => {
    const mixerPath = `${path}.mixers[${i}].${mixer.kind}`;
    const ready = prepareMixer(mixer, i, granularity, { ...context, path: mixerPath });
    const prob = resolveScalar(mixer.prob ?? 1, time, `${mixerPath}.prob`, PROB);
    return { ready, isUsed: gate(prob, foldIn(key, PURPOSE.mixerProb + i), ready.granularity) };
  });
  const choose = chooser(resolveWeights(stage.weights, mixers.length, time, `${path}.weights`));
  const choiceKey = foldIn(key, PURPOSE.choice);
  return (anchor) => {
    if (!isMixed(anchor)) return undefined;
    const chosen = mixers[choose(uniform01(choiceKey, anchor(granularity), 0))];
    return chosen?.isUsed(anchor) ? chosen.ready : undefined;
  };
}

/** One draw decides: true with chance `prob`. */
function gate(prob: number, key: Key, granularity: Granularity): (anchor: Anchor) => boolean {
  if (prob === 1) return () => true;
  return (anchor) => uniform01(key, anchor(granularity), 0) < prob;
}

function prepareMixer(
  mixer: Mixer | SelfMixer,
  child: number,
  inherited: Granularity,
  { key, ...context }: StageContext,
): ReadyMixer {
  const op = mixOpOf(mixer);
  const granularity = mixer.granularity ?? inherited;
  const draw = op.prepare(mixer, {
    ...context,
    granularity,
    key: (purpose, nth = 0) => foldIn(key, PURPOSE[purpose] + child + nth),
  });
  return { granularity, partners: (op.needs?.(mixer) ?? PLAIN_NEEDS).partners, draw };
}
