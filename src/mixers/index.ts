import { checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import type { Mixer, SelfMixer } from "./mixer.ts";
import { checkMixer, knownMixers, type MixNeeds, type MixOp, PLAIN_NEEDS } from "./mixer.ts";

/** The op behind a mixer. */
export const mixOpOf = (mixer: { kind: string }) => knownMixers.get(mixer.kind) as unknown as MixOp<Mixer | SelfMixer>;

/** The mixers that are here. */
export const mixerKinds = (): string[] => knownMixers.names;

export const isSelfMixer = (stage: { kind: string }): stage is SelfMixer => mixOpOf(stage)?.isSelf === true;

/** What the most demanding of the mixers needs. */
export function needsOfAll(mixers: readonly (Mixer | SelfMixer)[]): MixNeeds {
  const all = mixers.map((mixer) => mixOpOf(mixer).needs?.(mixer) ?? PLAIN_NEEDS);
  return {
    partners: Math.max(...all.map(({ partners }) => partners)),
    levels: Math.max(...all.map(({ levels }) => levels)),
  };
}

/** Checks a mixer of one of these kinds; `place` is where it stands. Throws PolicyError. */
export function checkAnyMixer(value: unknown, place: string, kinds: readonly string[]): unknown {
  const mixer = checkKind(value, place, kinds);
  checkMixer(mixOpOf(mixer), mixer, `${place}.${mixer.kind}`);
  return value;
}

/** Refuses what is not of one of these kinds. */
export function checkKind(
  value: unknown,
  place: string,
  kinds: readonly string[],
): { kind: string; [option: string]: unknown } {
  const makers = kinds.map((kind) => `${kind}()`).join(", ");
  const stage = checkObject(value, place, `what one of ${makers} returns`);
  const { kind } = stage;
  if (typeof kind === "string" && kinds.includes(kind)) return { ...stage, kind };
  const near = typeof kind === "string" ? nearestName(kind, kinds) : undefined;
  throw new PolicyError(
    `${place}.kind`,
    `one of ${kinds.join(", ")}${near ? ` (did you mean ${near}?)` : ""}${knownMixers.hint}`,
    kind,
  );
}
