import { checkKeys, checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { checkWeights } from "../draw/choose.ts";
import type { Scalar } from "../draw/schedule.ts";
import { MIXER_KINDS, type Mixer, mixOps } from "./index.ts";
import { needsOf } from "./mix-tree.ts";
import { checkMixer, checkPartners, type MixOp, type StageOptions } from "./mixer.ts";
import { checkStageOptions, STAGE_OPTIONS } from "./options.ts";
import { checkStagePairing } from "./pairing.ts";

/** One pass of mixing over the whole batch. */
export type MixStage = Mixer | OneOf;

/** Made by `oneOf()`: every row draws one of the mixers. They share one partner, so `pairing` and `stream` stand here only. */
export interface OneOf extends StageOptions {
  kind: "oneOf";
  mixers: Mixer[];
  /** How likely each mixer is, relative to the others. Default: all the same. */
  weights?: Scalar[];
}

/** Mixers in one `oneOf`. */
export const MAX_MIXERS = 16;

/** The kinds of stage that mix. */
export const MIX_KINDS: readonly string[] = [...MIXER_KINDS, "oneOf"];

export const isMixStage = (stage: { kind: string }): stage is MixStage => MIX_KINDS.includes(stage.kind);

/** Checks a mixer or `oneOf` by itself; `path` is the place it stands at. Throws PolicyError. */
export function checkMixStage(value: unknown, path: string): MixStage {
  const kind = checkKind(value, path, MIX_KINDS);
  if (kind === "oneOf") checkOneOf(value as Record<string, unknown>, path === "" ? kind : `${path}.${kind}`);
  else checkAnyMixer(value as Record<string, unknown>, path);
  return value as MixStage;
}

function checkKind(value: unknown, path: string, kinds: readonly string[]): string {
  const makers = kinds.map((kind) => `${kind}()`).join(", ");
  const { kind } = checkObject(value, path, `what one of ${makers} returns`);
  if (typeof kind === "string" && kinds.includes(kind)) return kind;
  const near = typeof kind === "string" ? nearestName(kind, kinds) : undefined;
  throw new PolicyError(`${path}.kind`, `one of ${kinds.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, kind);
}

function checkAnyMixer(mixer: Record<string, unknown>, path: string): void {
  const kind = mixer.kind as Mixer["kind"];
  checkMixer(mixOps[kind] as MixOp<Mixer>, mixer, path === "" ? kind : `${path}.${kind}`);
}

function checkOneOf(stage: Record<string, unknown>, path: string): void {
  checkKeys(stage, path, ["kind", "mixers", "weights", ...STAGE_OPTIONS]);
  checkStageOptions(stage, path);
  const { mixers, weights } = stage;
  if (!Array.isArray(mixers) || mixers.length === 0) throw new PolicyError(`${path}.mixers`, "an array of at least one mixer", mixers);
  if (mixers.length > MAX_MIXERS) throw new PolicyError(`${path}.mixers`, `at most ${MAX_MIXERS} mixers`, mixers.length);
  mixers.forEach((mixer: unknown, i) => {
    checkChild(mixer, `${path}.mixers[${i}]`);
  });
  if (weights !== undefined) checkWeights(weights, `${path}.weights`, mixers.length, "a mixer");
  checkStagePairing(stage as unknown as OneOf, path);
  checkPartners(needsOf(stage as unknown as OneOf), stage, path);
}

function checkChild(value: unknown, path: string): void {
  const kind = checkKind(value, path, MIXER_KINDS);
  const mixer = value as Record<string, unknown>;
  checkAnyMixer(mixer, path);
  for (const option of ["pairing", "stream"]) {
    if (mixer[option] === undefined) continue;
    throw new PolicyError(`${path}.${kind}.${option}`, `no ${option} inside oneOf, whose mixers share it: put it on oneOf`, mixer[option]);
  }
  if (mixer.granularity === "half") throw new PolicyError(`${path}.${kind}.granularity`, "batch, pair or sample inside oneOf", "half");
}
