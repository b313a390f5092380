import { checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { augMixOp } from "./aug-mix.ts";
import { cutblurOp } from "./cutblur.ts";
import { cutmixOp } from "./cutmix.ts";
import { fmixOp } from "./fmix.ts";
import { gridmixOp } from "./gridmix.ts";
import { maskmixOp } from "./maskmix.ts";
import { checkMixer, type MixNeeds, type MixOp, PLAIN_NEEDS } from "./mixer.ts";
import { mixupOp } from "./mixup.ts";
import { mosaicOp } from "./mosaic.ts";
import { multimixupOp } from "./multimixup.ts";
import { resizemixOp } from "./resizemix.ts";
import { smoothmixOp } from "./smoothmix.ts";

/** A way to make one picture of two or more. */
export type Mixer = MixerOf<Exclude<AnyOp, { isSelf: true }>>;

/** A way to mix a picture with copies of itself. */
export type SelfMixer = MixerOf<Extract<AnyOp, { isSelf: true }>>;

type AnyOp = (typeof mixOps)[keyof typeof mixOps];
type MixerOf<Op> = Op extends MixOp<infer M> ? M : never;

/** Every mixing op under its one name. A new one adds its line here. */
export const mixOps = {
  mixup: mixupOp,
  cutmix: cutmixOp,
  resizemix: resizemixOp,
  mosaic: mosaicOp,
  multimixup: multimixupOp,
  cutblur: cutblurOp,
  gridmix: gridmixOp,
  smoothmix: smoothmixOp,
  fmix: fmixOp,
  maskmix: maskmixOp,
  augMix: augMixOp,
};

/** The names of the mixing ops. */
export const MIXER_KINDS = Object.keys(mixOps) as (keyof typeof mixOps)[];

/** The op behind a mixer. */
export const mixOpOf = (mixer: { kind: string }) => mixOps[mixer.kind as keyof typeof mixOps] as unknown as MixOp<Mixer | SelfMixer>;

export const isSelfMixer = (stage: { kind: string }): stage is SelfMixer => mixOpOf(stage)?.isSelf === true;

/** What the most demanding of the mixers needs. */
export function needsOfAll(mixers: readonly (Mixer | SelfMixer)[]): MixNeeds {
  const all = mixers.map((mixer) => mixOpOf(mixer).needs?.(mixer) ?? PLAIN_NEEDS);
  return { partners: Math.max(...all.map(({ partners }) => partners)), levels: Math.max(...all.map(({ levels }) => levels)) };
}

/** Checks a mixer of one of these kinds; `place` is where it stands. Throws PolicyError. */
export function checkAnyMixer(value: unknown, place: string, kinds: readonly string[]): unknown {
  const mixer = checkKind(value, place, kinds);
  checkMixer(mixOpOf(mixer), mixer, `${place}.${mixer.kind}`);
  return value;
}

/** Refuses what is not of one of these kinds. */
export function checkKind(value: unknown, place: string, kinds: readonly string[]): { kind: string; [option: string]: unknown } {
  const makers = kinds.map((kind) => `${kind}()`).join(", ");
  const stage = checkObject(value, place, `what one of ${makers} returns`);
  const { kind } = stage;
  if (typeof kind === "string" && kinds.includes(kind)) return { ...stage, kind };
  const near = typeof kind === "string" ? nearestName(kind, kinds) : undefined;
  throw new PolicyError(`${place}.kind`, `one of ${kinds.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, kind);
}
