import { checkAnyMixer, checkKind, mixerKinds, needsOfAll } from "./index.ts";
import type { Mixer, MixNeeds, SelfMixer } from "./mixer.ts";
import type { OneOf } from "./one-of.ts";
import { choiceForms } from "./ready.ts";

/** One pass of mixing over the whole batch. */
export type MixStage = Mixer | SelfMixer | OneOf;

/** The kinds of stage that mix, as far as they are here. */
export const mixKinds = (): string[] => [...mixerKinds(), ...choiceForms.names];

export const isMixStage = (stage: { kind: string }): stage is MixStage => mixKinds().includes(stage.kind);

/** The mixers that a stage may draw. */
export const mixersOf = (stage: MixStage): readonly (Mixer | SelfMixer)[] =>
  stage.kind === "oneOf" ? stage.mixers : [stage];

/** What a stage needs: as much as the most demanding of its mixers. */
export const needsOf = (stage: MixStage): MixNeeds => needsOfAll(mixersOf(stage));

/** Checks a mixer or `oneOf` by itself; `place` is where it stands. Throws PolicyError. */
export function checkMixStage(value: unknown, place: string): MixStage {
  const { kind } = checkKind(value, place, mixKinds());
  const choice = choiceForms.get(kind);
  if (choice) choice.check(value as Record<string, unknown>, `${place}.${kind}`);
  else checkAnyMixer(value, place, mixKinds());
  return value as MixStage;
}
