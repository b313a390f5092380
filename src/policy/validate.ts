import { PolicyError } from "../errors.ts";
import { MIXER_KINDS, mixOps } from "../ops/index.ts";
import { checkMixer, type MixOp } from "../ops/op.ts";
import { checkKeys, checkObject } from "./check.ts";
import { nearestName } from "./nearest.ts";
import { checkStageOptions, STAGE_OPTIONS } from "./options.ts";
import { checkPairings, checkStagePairing } from "./pairing.ts";
import { MAX_MIXERS, MAX_STAGES, type Mixer, type MixStage, type OneOf, WEIGHT } from "./policy.ts";
import { checkScalar } from "./schedule.ts";

/**
 * The stages of a policy, after checking everything that does not need a batch. Throws PolicyError with the path to the culprit:
 * `policy[1].cutmix.alpha: expected a number from 0.01 to 100, found -1`.
 *
 * @param path what the policy is called in messages
 */
export function validatePolicy(policy: unknown, path = "policy"): readonly MixStage[] {
  if (!Array.isArray(policy)) {
    const only = checkStage(policy, path);
    checkPairings([only], [stagePath(path, only)]);
    return [only];
  }
  if (policy.length > MAX_STAGES) throw new PolicyError(path, `at most ${MAX_STAGES} stages`, policy.length);
  const stages = policy.map((stage, i) => checkStage(stage, `${path}[${i}]`));
  const paths = stages.map((stage, i) => stagePath(`${path}[${i}]`, stage));
  checkPairings(stages, paths);
  checkStreams(stages, paths);
  return stages;
}

/** The path of a stage's options: `policy[1].cutmix`. */
export function stagePath(path: string, stage: MixStage): string {
  return path === "" ? stage.kind : `${path}.${stage.kind}`;
}

/** Checks one stage by itself; `path` is the place it stands at. */
export function checkStage(value: unknown, path: string): MixStage {
  const kind = checkKind(value, path, [...MIXER_KINDS, "oneOf"]);
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
  if (weights !== undefined) checkWeights(weights, `${path}.weights`, mixers.length);
  checkStagePairing(stage as unknown as OneOf, path);
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

function checkWeights(weights: unknown, path: string, count: number): void {
  if (!Array.isArray(weights) || weights.length !== count) throw new PolicyError(path, `${count} numbers, one a mixer`, weights);
  weights.forEach((weight: unknown, i) => {
    checkScalar(weight, `${path}[${i}]`, WEIGHT);
  });
  if (weights.every((weight) => weight === 0)) throw new PolicyError(path, "at least one weight above 0", weights);
}

/** Two stages on one stream would draw the same numbers. */
function checkStreams(stages: readonly MixStage[], paths: readonly string[]): void {
  stages.forEach(({ stream }, i) => {
    const first = stages.findIndex((other) => other.stream === stream);
    if (stream === undefined || first === i) return;
    throw new PolicyError(`${paths[i]}.stream`, `a name that ${paths[first]} does not use already`, stream);
  });
}
