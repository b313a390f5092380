import { checkObject } from "../check/check.ts";
import { frozenCopy } from "../check/copied.ts";
import { found, PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { isSelfMixer } from "../mixers/index.ts";
import { checkMixStage, isMixStage, mixKinds, needsOf } from "../mixers/mix-stage.ts";
import { checkPairings } from "../mixers/pairing.ts";
import { checkImageStage, imageStageWords } from "../stages/index.ts";
import { imageForms, stagePath } from "../stages/stage.ts";
import { type LaidOut, layOut } from "./lay-out.ts";
import { MAX_LIST, MAX_STAGES, type Policy, type PolicyStage } from "./policy.ts";
import { checkRepeated } from "./repeated-augmentation.ts";

/**
 * The stages of a policy, after checking everything that does not need a batch. Throws PolicyError with the path to the
 * culprit: `policy[1].cutmix.alpha: expected a number from 0.01 to 100, found -1`.
 *
 * @param path what the policy is called in messages
 */
export function validatePolicy(policy: unknown, path = "policy"): readonly PolicyStage[] {
  if (!Array.isArray(policy)) {
    const only = checkStage(policy, path);
    checkTogether([only], [stagePath(path, only)], path);
    return [only];
  }
  if (policy.length > MAX_LIST) throw new PolicyError(path, `a list of at most ${MAX_LIST} entries`, policy.length);
  // Array.from gives a hole as undefined, and map would pass over it.
  const stages = Array.from(policy, (stage, i) => checkStage(stage, `${path}[${i}]`));
  const paths = stages.map((stage, i) => stagePath(`${path}[${i}]`, stage));
  checkTogether(stages, paths, path);
  return stages;
}

/** Policies that were found right and that nobody can change any more: their stages, and these laid out. */
const kept = new WeakMap<object, { stages: readonly PolicyStage[]; laidOut: Map<boolean, LaidOut> }>();

/** A valid policy as an engine keeps it: a copy that nobody can change, so that no step checks it again. */
export function keptPolicy(policy: Policy): Policy {
  const copy = frozenCopy(policy);
  if (isFrozen(copy)) kept.set(copy, { stages: validatePolicy(copy), laidOut: new Map() });
  return copy;
}

/** The stages of a policy: checked, unless it is one that {@link keptPolicy} returned. */
export const stagesOf = (policy: Policy): readonly PolicyStage[] => kept.get(policy)?.stages ?? validatePolicy(policy);

/** A policy's stages, laid out. Of a policy that {@link keptPolicy} returned they are the same objects every time. */
export function laidOutStages(policy: Policy, stages: readonly PolicyStage[], overDataset: boolean): LaidOut {
  const known = kept.get(policy);
  const before = known?.laidOut.get(overDataset);
  if (before) return before;
  const laidOut = layOut(stages, Array.isArray(policy), overDataset);
  known?.laidOut.set(overDataset, laidOut);
  return laidOut;
}

/** Whether no list or object in it can be changed. */
function isFrozen(value: unknown): boolean {
  return (
    typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  );
}

/** Checks the stages against each other. */
function checkTogether(stages: readonly PolicyStage[], paths: readonly string[], path: string): void {
  const levels = stages.reduce((sum, stage) => sum + levelsOf(stage), 0);
  if (levels > MAX_STAGES) {
    const isPlain = stages.every((stage) => levelsOf(stage) <= 1);
    throw new PolicyError(
      path,
      isPlain ? `at most ${MAX_STAGES} mixers (image stages do not count)` : `at most ${MAX_STAGES} levels of mixing`,
      levels,
    );
  }
  const mixers = stages.flatMap((stage, i) => (isMixStage(stage) ? [{ stage, path: paths[i]! }] : []));
  const half = mixers.find(({ stage }) => stage.granularity === "half");
  if (half && half !== mixers.at(-1)) {
    throw new PolicyError(`${half.path}.granularity`, "half on the last stage only: it halves the batch", "half");
  }
  const paired = mixers.filter(({ stage }) => !isSelfMixer(stage));
  checkPairings(
    paired.map(({ stage }) => stage),
    paired.map(({ path }) => path),
  );
  const repeated = stages.findLastIndex(({ kind }) => kind === "repeatedAugmentation");
  if (repeated > 0) {
    const expected = "repeatedAugmentation as the first stage: all that follows is repeated";
    throw new PolicyError(paths[repeated]!, expected, found(`stage ${repeated}`));
  }
  if (repeated === 0 && half)
    throw new PolicyError(`${half.path}.granularity`, "no half after repeatedAugmentation", "half");
  checkStreams(stages, paths);
}

/** How many levels of the plan a stage makes. */
function levelsOf(stage: PolicyStage): number {
  return isMixStage(stage) ? needsOf(stage).levels : 0;
}

/** What a policy's list may hold besides image stages, as far as it is here. */
const listKinds = () => [...mixKinds(), "repeatedAugmentation"];

/** Checks one stage by itself; `path` is the place it stands at. */
export function checkStage(value: unknown, path: string): PolicyStage {
  const mixing = listKinds();
  const makers = mixing.map((kind) => `${kind}()`).join(", ");
  const stage = checkObject(value, path, `what one of ${makers} or an image stage's constructor returns`);
  const { kind } = stage;
  const all = [...mixing, ...imageForms.names];
  if (typeof kind !== "string" || !all.includes(kind)) {
    const near = typeof kind === "string" ? nearestName(kind, all) : undefined;
    const expected = `one of ${mixing.join(", ")}, or ${imageStageWords(near)}`;
    throw new PolicyError(`${path}.kind`, expected, kind);
  }
  if (kind === "repeatedAugmentation") checkRepeated(stage, stagePath(path, { kind }));
  else if (mixKinds().includes(kind)) checkMixStage(value, path);
  else checkImageStage(value, path);
  return value as PolicyStage;
}

/** Two stages on one stream would draw the same numbers. */
function checkStreams(stages: readonly PolicyStage[], paths: readonly string[]): void {
  const streams = stages.map((stage) => (stage as { stream?: string }).stream);
  streams.forEach((stream, i) => {
    const first = streams.indexOf(stream);
    if (stream === undefined || first === i) return;
    throw new PolicyError(`${paths[i]}.stream`, `a name that ${paths[first]} does not use already`, stream);
  });
}
