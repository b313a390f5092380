import { checkAnyMixer, checkKind, MIXER_KINDS, type Mixer, needsOfAll, type SelfMixer } from "./index.ts";
import type { MixNeeds } from "./mixer.ts";
import { checkOneOf, type OneOf } from "./one-of.ts";

/** One pass of mixing over the whole batch. */
export type MixStage = Mixer | SelfMixer | OneOf;

/** The kinds of stage that mix. */
export const MIX_KINDS: readonly string[] = [...MIXER_KINDS, "oneOf"];

export const isMixStage = (stage: { kind: string }): stage is MixStage => MIX_KINDS.includes(stage.kind);

/** The mixers that a stage may draw. */
export const mixersOf = (stage: MixStage): readonly (Mixer | SelfMixer)[] => (stage.kind === "oneOf" ? stage.mixers : [stage]);

/** What a stage needs: as much as the most demanding of its mixers. */
export const needsOf = (stage: MixStage): MixNeeds => needsOfAll(mixersOf(stage));

/** Checks a mixer or `oneOf` by itself; `place` is where it stands. Throws PolicyError. */
export function checkMixStage(value: unknown, place: string): MixStage {
  const { kind } = checkKind(value, place, MIX_KINDS);
  if (kind === "oneOf") checkOneOf(value as Record<string, unknown>, `${place}.${kind}`);
  else checkAnyMixer(value, place, MIX_KINDS);
  return value as MixStage;
}
