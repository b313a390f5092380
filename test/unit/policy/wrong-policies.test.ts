import { describe, expect, test } from "vitest";
import { PolicyError } from "../../../src/check/errors.ts";
import { cosine, linear, piecewise } from "../../../src/draw/schedules.ts";
import { MIXER_KINDS } from "../../../src/mixers/all.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { presets } from "../../../src/peers/presets.ts";
import { validatePolicy } from "../../../src/policy/validate.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { IMAGE_KINDS } from "../../../src/stages/all.ts";

const MIXUP = { kind: "mixup" };
const CUTMIX = { kind: "cutmix" };

const MAKERS = `${MIXER_KINDS.map((kind) => `${kind}()`).join(", ")}, oneOf(), repeatedAugmentation() or an image stage's constructor`;
const KINDS = `one of ${MIXER_KINDS.join(", ")}, oneOf, repeatedAugmentation, or an image stage: ${IMAGE_KINDS.join(", ")}`;

/** A policy as somebody may have typed or loaded it, and the whole message it gets. */
const WRONG_POLICIES: [policy: unknown, message: string][] = [
  [undefined, `policy: expected what one of ${MAKERS} returns, found undefined`],
  ["mixup", `policy: expected what one of ${MAKERS} returns, found "mixup"`],
  [[MIXUP, null], `policy[1]: expected what one of ${MAKERS} returns, found null`],
  [{}, `policy.kind: expected ${KINDS}, found undefined`],
  [{ kind: "mixUp" }, `policy.kind: expected ${KINDS} (did you mean mixup?), found "mixUp"`],
  [{ kind: "saliency" }, `policy.kind: expected ${KINDS}, found "saliency"`],
  [[MIXUP, MIXUP, MIXUP, MIXUP, MIXUP], "policy: expected at most 4 mixers (image stages do not count), found 5"],
  [[MIXUP, { ...CUTMIX, alpha: -1 }], "policy[1].cutmix.alpha: expected a number from 0.01 to 100, found -1"],
  [{ ...MIXUP, alpha: 0 }, "policy.mixup.alpha: expected a number from 0.01 to 100, found 0"],
  [{ ...MIXUP, alpha: 101 }, "policy.mixup.alpha: expected a number from 0.01 to 100, found 101"],
  [{ ...MIXUP, alpha: Number.NaN }, "policy.mixup.alpha: expected a number from 0.01 to 100, found NaN"],
  [{ ...MIXUP, alpha: "0.2" }, 'policy.mixup.alpha: expected a number from 0.01 to 100, found "0.2"'],
  [{ ...MIXUP, alpha: null }, "policy.mixup.alpha: expected a number from 0.01 to 100, found null"],
  [{ ...MIXUP, alpha: [1] }, "policy.mixup.alpha: expected alpha or [a, b], found [1]"],
  [{ ...MIXUP, alpha: [1, 0] }, "policy.mixup.alpha[1]: expected a number from 0.01 to 100, found 0"],
  [{ ...MIXUP, alpha: {} }, "policy.mixup.alpha: expected a number, a schedule or a function of time, found Object"],
  [{ ...MIXUP, prob: 1.5 }, "policy.mixup.prob: expected a number from 0 to 1, found 1.5"],
  [{ ...MIXUP, prob: true }, "policy.mixup.prob: expected a number from 0 to 1, found true"],
  [
    { ...MIXUP, alhpa: 1 },
    'policy.mixup: expected only the options alpha, prob, granularity, pairing, stream (did you mean alpha?), found "alhpa"',
  ],
  [
    { ...MIXUP, minmax: [0, 1] },
    'policy.mixup: expected only the options alpha, prob, granularity, pairing, stream, found "minmax"',
  ],
  [
    { ...CUTMIX, correctLambda: false },
    'policy.cutmix: expected only the options alpha, alphaRange, minmax, box, lambda, prob, granularity, pairing, stream, found "correctLambda"',
  ],
  [
    { ...MIXUP, granularity: "element" },
    'policy.mixup.granularity: expected one of batch, pair, sample, half, found "element"',
  ],
  [
    { ...MIXUP, pairing: "permute" },
    'policy.mixup.pairing: expected one of reverse, roll, permutation, derangement, dataset, external, found "permute"',
  ],
  [
    { ...MIXUP, pairing: "revers" },
    'policy.mixup.pairing: expected one of reverse, roll, permutation, derangement, dataset, external (did you mean reverse?), found "revers"',
  ],
  [
    { ...MIXUP, stream: "" },
    'policy.mixup.stream: expected a name, not empty and not "shuffle" (the epoch order\'s own), found ""',
  ],
  [
    { ...MIXUP, stream: "shuffle" },
    'policy.mixup.stream: expected a name, not empty and not "shuffle" (the epoch order\'s own), found "shuffle"',
  ],
  [
    { ...MIXUP, stream: 3 },
    'policy.mixup.stream: expected a name, not empty and not "shuffle" (the epoch order\'s own), found 3',
  ],
  [
    [
      { ...MIXUP, stream: "a" },
      { ...CUTMIX, stream: "a" },
    ],
    'policy[1].cutmix.stream: expected a name that policy[0].mixup does not use already, found "a"',
  ],
  [
    { ...CUTMIX, lambda: "area" },
    'policy.cutmix.lambda: expected one of exact, beta, unclipped, continuous, found "area"',
  ],
  [
    { ...CUTMIX, box: "torchvision" },
    'policy.cutmix.box: expected one of timm, kerascv, keras3, datarax, found "torchvision"',
  ],
  [
    { ...CUTMIX, minmax: [0.8, 0.2] },
    "policy.cutmix.minmax: expected [min, max], shares of the side with 0 <= min < max <= 1, found [0.8, 0.2]",
  ],
  [
    { ...CUTMIX, minmax: 0.5 },
    "policy.cutmix.minmax: expected [min, max], shares of the side with 0 <= min < max <= 1, found 0.5",
  ],
  [
    { ...CUTMIX, alphaRange: [-1, 1] },
    "policy.cutmix.alphaRange: expected [low, high] with 0 <= low <= high <= 100, found [-1, 1]",
  ],
  [
    { ...CUTMIX, alpha: 1, minmax: [0, 1] },
    'policy.cutmix: expected one of alpha, alphaRange and minmax, found ["alpha", "minmax"]',
  ],
  [
    { ...CUTMIX, minmax: [0, 1], lambda: "beta" },
    'policy.cutmix.lambda: expected exact, because minmax draws no lambda, found "beta"',
  ],
  [
    { ...CUTMIX, minmax: [0, 1], box: "keras3" },
    'policy.cutmix.box: expected timm, because minmax places the box itself, found "keras3"',
  ],
  [{ kind: "oneOf" }, "policy.oneOf.mixers: expected an array of at least one mixer, found undefined"],
  [{ kind: "oneOf", mixers: [] }, "policy.oneOf.mixers: expected an array of at least one mixer, found []"],
  [
    { kind: "oneOf", mixers: Array.from({ length: 17 }, () => MIXUP) },
    "policy.oneOf.mixers: expected at most 16 mixers, found 17",
  ],
  [
    [{ kind: "oneOf", mixers: [MIXUP, { ...MIXUP, prob: 2 }] }],
    "policy[0].oneOf.mixers[1].mixup.prob: expected a number from 0 to 1, found 2",
  ],
  [
    { kind: "oneOf", mixers: [{ kind: "oneOf", mixers: [MIXUP] }] },
    `policy.oneOf.mixers[0].kind: expected one of ${MIXER_KINDS.filter((kind) => kind !== "augMix").join(", ")}, found "oneOf"`,
  ],
  [
    { kind: "oneOf", mixers: [{ ...MIXUP, pairing: "roll" }] },
    'policy.oneOf.mixers[0].mixup.pairing: expected no pairing inside oneOf, whose mixers share it: put it on oneOf, found "roll"',
  ],
  [
    { kind: "oneOf", mixers: [MIXUP, { ...CUTMIX, stream: "b" }] },
    'policy.oneOf.mixers[1].cutmix.stream: expected no stream inside oneOf, whose mixers share it: put it on oneOf, found "b"',
  ],
  [
    { kind: "oneOf", mixers: [{ ...MIXUP, granularity: "half" }] },
    'policy.oneOf.mixers[0].mixup.granularity: expected batch, pair or sample inside oneOf, found "half"',
  ],
  [
    { kind: "oneOf", mixers: [MIXUP, CUTMIX], weights: [1] },
    "policy.oneOf.weights: expected 2 numbers, one a mixer, found [1]",
  ],
  [
    { kind: "oneOf", mixers: [MIXUP, CUTMIX], weights: [1, -1] },
    "policy.oneOf.weights[1]: expected a finite number, 0 or more, found -1",
  ],
  [
    { kind: "oneOf", mixers: [MIXUP, CUTMIX], weights: [1, Number.POSITIVE_INFINITY] },
    "policy.oneOf.weights[1]: expected a finite number, 0 or more, found Infinity",
  ],
  [
    { kind: "oneOf", mixers: [MIXUP, CUTMIX], weights: [0, 0] },
    "policy.oneOf.weights: expected at least one weight above 0, found [0, 0]",
  ],
  [
    { ...MIXUP, granularity: "pair", pairing: "roll" },
    'policy.mixup.pairing: expected one of reverse, permutation, derangement, because granularity pair needs partners of each other, found "roll"',
  ],
  [
    { kind: "oneOf", mixers: [{ ...MIXUP, granularity: "pair" }], pairing: "dataset" },
    'policy.oneOf.pairing: expected one of reverse, permutation, derangement, because granularity pair needs partners of each other, found "dataset"',
  ],
  [
    { ...MIXUP, granularity: "pair", pairing: "external" },
    'policy.mixup.pairing: expected one of reverse, permutation, derangement, because granularity pair needs partners of each other, found "external"',
  ],
  [
    { ...MIXUP, granularity: "half", pairing: "derangement" },
    'policy.mixup.pairing: expected reverse, which granularity half is made of, found "derangement"',
  ],
  [
    { kind: "oneOf", mixers: [{ ...MIXUP, granularity: "pair" }], granularity: "half" },
    'policy.oneOf.granularity: expected no mixer with granularity pair: half keeps one of each pair, found "half"',
  ],
  [
    [{ ...MIXUP, granularity: "half" }, CUTMIX],
    'policy[0].mixup.granularity: expected half on the last stage only: it halves the batch, found "half"',
  ],
  [
    [MIXUP, { ...CUTMIX, pairing: "external" }],
    'policy[1].cutmix.pairing: expected external on the first stage only, where the second batch is read, found "external"',
  ],
  [
    [
      { ...MIXUP, pairing: "roll" },
      { ...CUTMIX, pairing: "dataset" },
    ],
    'policy[1].cutmix.pairing: expected an in-batch pairing after policy[0].mixup (roll), where a partner outside the batch has no partner of its own, found "dataset"',
  ],
  [
    { ...MIXUP, alpha: { schedule: "linaer", from: 1, to: 2, start: 0, end: 3, unit: "epoch" } },
    'policy.mixup.alpha.schedule: expected one of linear, cosine, piecewise (did you mean linear?), found "linaer"',
  ],
  [
    { ...MIXUP, alpha: { schedule: "linear", from: 1, to: 2, start: 0, end: 3, unit: "batch" } },
    'policy.mixup.alpha.unit: expected one of epoch, step, found "batch"',
  ],
  [
    { ...MIXUP, alpha: { schedule: "linear", from: 1, to: 2, start: 3, end: 3, unit: "step" } },
    "policy.mixup.alpha.end: expected a number above start (3), found 3",
  ],
  [
    { ...MIXUP, alpha: { schedule: "cosine", from: 1, to: 0, start: 0, end: 3, unit: "step" } },
    "policy.mixup.alpha.to: expected a number from 0.01 to 100, found 0",
  ],
  [
    {
      ...MIXUP,
      prob: {
        schedule: "piecewise",
        points: [
          [0, 1],
          [5, 2],
        ],
        unit: "step",
      },
    },
    "policy.mixup.prob.points[1][1]: expected a number from 0 to 1, found 2",
  ],
];

describe("a wrong policy gets the whole message, with its path", () => {
  test.each(WRONG_POLICIES)("%j", (policy, message) => {
    expect(() => validatePolicy(policy)).toThrow(PolicyError);
    expect(messageOf(() => validatePolicy(policy))).toBe(message);
  });

  test("from samplePlan too, before anything else is looked at", () => {
    const request = { policy: { kind: "mixup" as const, alpha: -1 }, seed: -1, height: 0, width: 0 };
    expect(messageOf(() => samplePlan(request))).toBe(
      "policy.mixup.alpha: expected a number from 0.01 to 100, found -1",
    );
  });
});

/** The same mistakes where they are made: the constructors know no policy yet, so the path starts at their name. */
const WRONG_CALLS: [call: () => unknown, message: string][] = [
  [() => mixup({ alpha: 0 }), "mixup.alpha: expected a number from 0.01 to 100, found 0"],
  [
    () => mixup({ granularity: "pair", pairing: "roll" }),
    'mixup.pairing: expected one of reverse, permutation, derangement, because granularity pair needs partners of each other, found "roll"',
  ],
  [
    () => cutmix({ alpha: 1, alphaRange: [0, 1] }),
    'cutmix: expected one of alpha, alphaRange and minmax, found ["alpha", "alphaRange"]',
  ],
  [
    () => oneOf([mixup(), cutmix()], { weights: [1, 2, 3] }),
    "oneOf.weights: expected 2 numbers, one a mixer, found [1, 2, 3]",
  ],
  [
    () => oneOf([mixup(), { kind: "cutmix", alpha: 0 }]),
    "oneOf.mixers[1].cutmix.alpha: expected a number from 0.01 to 100, found 0",
  ],
  [() => linear({ from: 0, to: 1, end: 0 }), "linear.end: expected a number above start (0), found 0"],
  [() => linear({ from: 0, to: Number.NaN, end: 1 }), "linear.to: expected a finite number, found NaN"],
  [() => cosine({ from: 0, to: 1, end: "9" as never }), 'cosine.end: expected a finite number, found "9"'],
  [() => piecewise([]), "piecewise.points: expected [[at, value], …] with at least one point, found []"],
  [
    () =>
      piecewise([
        [5, 1],
        [5, 2],
      ]),
    "piecewise.points[1][0]: expected a number above 5, found 5",
  ],
  [
    () => presets.timmMixup({ mixupAlpha: 0 }),
    "timmMixup: expected mixupAlpha, cutmixAlpha or cutmixMinmax above 0, found 0",
  ],
  [
    () => presets.timmMixup({ mode: "element" as never }),
    'timmMixup.mode: expected one of batch, pair, elem, half (did you mean elem?), found "element"',
  ],
  [() => mixup(0.2 as never), "mixup: expected an object of options, found 0.2"],
  [() => oneOf(mixup() as never), "oneOf.mixers: expected an array of at least one mixer, found Object"],
  [
    () => presets.timmMixup({ mixup_alpha: 0.2 } as never),
    'timmMixup: expected only the options mixupAlpha, cutmixAlpha, cutmixMinmax, prob, switchProb, mode, correctLam, labelSmoothing, numClasses (did you mean mixupAlpha?), found "mixup_alpha"',
  ],
  [() => presets.keras3CutMix({ alpha: 1 } as never), 'keras3CutMix: expected only the options factor, found "alpha"'],
  [() => presets.kerasCvMixUp(null as never), "kerasCvMixUp: expected an object of options, found null"],
  [() => presets.timmMixup({ switchProb: 2 }), "timmMixup.switchProb: expected a number from 0 to 1, found 2"],
  [
    () => presets.dataraxBatchMix({ mode: "mix" as never }),
    'dataraxBatchMix.mode: expected one of mixup, cutmix (did you mean mixup?), found "mix"',
  ],
];

describe("a wrong call gets the whole message", () => {
  test.each(WRONG_CALLS)("%s", (call, message) => {
    expect(messageOf(call)).toBe(message);
    expect(call).toThrow(PolicyError);
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was thrown";
}
