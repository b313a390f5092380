import { checkKeys } from "../check/check.ts";
import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { PROB } from "../draw/bounds.ts";
import { checkWeights, chooser, resolveWeights } from "../draw/choose.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import { resolveScalar, type Scalar } from "../draw/schedule.ts";
import { foldIn } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { checkAnyMixer, isSelfMixer, mixerKinds, needsOfAll } from "./index.ts";
import type { Mixer } from "./mixer.ts";
import { checkPartners, type StageOptions } from "./mixer.ts";
import { checkStageOptions, GRANULARITIES, STAGE_OPTIONS } from "./options.ts";
import { checkStagePairing } from "./pairing.ts";
import { type ChoiceForm, choiceForms, gate, prepareMixer } from "./ready.ts";

/**
 * Made by `oneOf()`: every row draws one of the mixers. They share one partner, so `pairing` and `stream` stand here
 * only.
 */
export interface OneOf extends StageOptions {
  kind: "oneOf";
  mixers: Mixer[];
  /** How likely each mixer is, relative to the others. Default: all the same. */
  weights?: Scalar[];
}

/**
 * Every row draws one of `mixers`, with chances in proportion to `weights` (default: all alike). `oneOf([mixup(),
 * cutmix()])` is the usual MixUp-or-CutMix; timm's `switch_prob` is a weight.
 *
 * - `weights`: one number (or schedule) a mixer, 0 or more, with a positive sum.
 * - `prob`: the chance that a row is mixed at all, default 1. A mixer's own `prob` counts too: it is the chance that a
 *   row which drew this mixer is mixed.
 * - `granularity`: what shares one choice, default `"sample"`. A mixer without a granularity of its own takes this one;
 *   with its own, the choice may be made once for the batch and λ for every sample.
 * - `pairing`, `stream`: as in `mixup`. They stand here and not on the mixers, which all share one partner.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function oneOf(mixers: Mixer[], options: Omit<OneOf, "kind" | "mixers"> = {}): OneOf {
  useOneOf();
  const stage: OneOf = { prob: 1, ...given(options, "oneOf"), kind: "oneOf", mixers };
  checkOneOf(stage as unknown as Record<string, unknown>, "oneOf");
  return copied(stage);
}

/** The choice is drawn, then the chosen mixer's own gate; each has a key of its own. */
const oneOfForm: ChoiceForm = {
  check: checkOneOf,
  prepare({ mixers, weights }, granularity, { key, ...context }) {
    const { time, path } = context;
    const ready = mixers.map((mixer, i) => {
      const mixerPath = `${path}.mixers[${i}].${mixer.kind}`;
      const one = prepareMixer(mixer, i, granularity, { ...context, key, path: mixerPath });
      const prob = resolveScalar(mixer.prob ?? 1, time, `${mixerPath}.prob`, PROB);
      return { one, isUsed: gate(prob, foldIn(key, PURPOSE.mixerProb + i), one.granularity) };
    });
    const choose = chooser(resolveWeights(weights, ready.length, time, `${path}.weights`));
    const choiceKey = foldIn(key, PURPOSE.choice);
    return (anchor) => {
      const chosen = ready[choose(uniform01(choiceKey, anchor(granularity), 0))];
      return chosen?.isUsed(anchor) ? chosen.one : undefined;
    };
  },
};

/** Enters `oneOf`. */
export function useOneOf(): void {
  choiceForms.add("oneOf", oneOfForm);
}

/** Mixers in one `oneOf`. */
const MAX_MIXERS = 16;

/** What a `oneOf` takes, as far as it is here. */
const oneOfKinds = () => mixerKinds().filter((kind) => !isSelfMixer({ kind }));

/** Checks the options at `path`. */
function checkOneOf(stage: Record<string, unknown>, path: string): void {
  checkKeys(stage, path, ["kind", "mixers", "weights", ...STAGE_OPTIONS]);
  checkStageOptions(stage, path, GRANULARITIES);
  const { mixers, weights } = stage;
  if (!Array.isArray(mixers) || mixers.length === 0)
    throw new PolicyError(`${path}.mixers`, "an array of at least one mixer", mixers);
  if (mixers.length > MAX_MIXERS)
    throw new PolicyError(`${path}.mixers`, `at most ${MAX_MIXERS} mixers`, mixers.length);
  Array.from(mixers as unknown[]).forEach((mixer, i) => {
    checkChild(mixer, `${path}.mixers[${i}]`);
  });
  if (weights !== undefined) checkWeights(weights, `${path}.weights`, mixers.length, "a mixer");
  checkStagePairing(stage as unknown as OneOf, path);
  checkPartners(needsOfAll((stage as unknown as OneOf).mixers), stage, path);
}

function checkChild(value: unknown, path: string): void {
  const mixer = checkAnyMixer(value, path, oneOfKinds()) as Record<string, unknown>;
  for (const option of ["pairing", "stream"]) {
    if (mixer[option] === undefined) continue;
    throw new PolicyError(
      `${path}.${mixer.kind}.${option}`,
      `no ${option} inside oneOf, whose mixers share it: put it on oneOf`,
      mixer[option],
    );
  }
  if (mixer.granularity === "half")
    throw new PolicyError(`${path}.${mixer.kind}.granularity`, "batch, pair or sample inside oneOf", "half");
}
