import { describe, expect, test } from "vitest";
import { PolicyError } from "../../../src/check/errors.ts";
import { linear } from "../../../src/draw/schedules.ts";
import { augMix } from "../../../src/mixers/aug-mix.ts";
import { augMixPolicy } from "../../../src/peers/aug-mix-policy.ts";
import { autoAugment } from "../../../src/peers/auto-augment.ts";
import { presets } from "../../../src/peers/presets.ts";
import { randAugment, standardPolicy } from "../../../src/peers/rand-augment.ts";
import { trivialAugmentWide } from "../../../src/peers/trivial-augment.ts";
import { validatePolicy } from "../../../src/policy/validate.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt } from "../../../src/stages/op-at.ts";
import { op } from "../../../src/stages/op-by-name.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomPipeline, sequential } from "../../../src/stages/pipeline.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";

const SOLARIZE = { kind: "op", op: "solarize", threshold: 128 };
const INVERT = { kind: "op", op: "invert" };
const SHEAR = { kind: "opAt", table: "timm", entry: "ShearX", op: "shearX", magnitude: 9 };
const MIXUP = { kind: "mixup" };
const sequence = (...stages: unknown[]) => ({ kind: "sequential", stages });
const STREAM = 'a name, not empty and not "shuffle" (the epoch order\'s own)';

/** Sequentials inside each other. */
function deep(levels: number): unknown {
  return levels === 0 ? INVERT : sequence(deep(levels - 1));
}

/** A policy as somebody may have typed or loaded it, and the whole message it gets. */
const WRONG: [policy: unknown, message: string][] = [
  [
    { kind: "op", op: "solarise", threshold: 1 },
    'policy.solarise.op: expected the name of an image op (did you mean solarize?) (your own must be defined first, by defineOp), found "solarise"',
  ],
  [{ ...SOLARIZE, threshold: 300 }, "policy.solarize.threshold: expected a number 0 to 256 (level 0..256), found 300"],
  [
    { ...SOLARIZE, threshold: undefined },
    "policy.solarize.threshold: expected a number 0 to 256 (level 0..256), found undefined",
  ],
  [
    { ...SOLARIZE, threshold: [0, 300] },
    "policy.solarize.threshold[1]: expected a number 0 to 256 (level 0..256), found 300",
  ],
  [
    { ...SOLARIZE, threshold: [200, 100] },
    "policy.solarize.threshold: expected [low, high] with low <= high, found [200, 100]",
  ],
  [{ ...SOLARIZE, threshold: [1, 2, 3] }, "policy.solarize.threshold: expected [low, high], found [1, 2, 3]"],
  [
    { ...SOLARIZE, treshold: 3 },
    'policy.solarize: expected only the options threshold, randomSign, prob, granularity, stream (did you mean threshold?), found "treshold"',
  ],
  [{ ...SOLARIZE, threshold: { normal: [1] } }, "policy.solarize.threshold.normal: expected [mean, std], found [1]"],
  [
    { ...SOLARIZE, threshold: { normal: [1, -1] } },
    "policy.solarize.threshold.normal[1]: expected a finite number, 0 or more, found -1",
  ],
  [
    { ...SOLARIZE, threshold: { normal: [1, 1], clip: [0, 999] } },
    "policy.solarize.threshold.clip[1]: expected a number 0 to 256 (level 0..256), found 999",
  ],
  [
    { ...SOLARIZE, threshold: { normal: [1, 1], clip: null } },
    "policy.solarize.threshold.clip: expected [low, high], found null",
  ],
  [
    { ...SOLARIZE, threshold: { normal: [1, 1], clip: [9] } },
    "policy.solarize.threshold.clip: expected [low, high], found [9]",
  ],
  [
    { ...SOLARIZE, threshold: { normal: [1, 1], clip: [9, 1] } },
    "policy.solarize.threshold.clip: expected [low, high] with low <= high, found [9, 1]",
  ],
  // The ends of a clip are read as they stand: a schedule there would be no number.
  [
    { ...SOLARIZE, threshold: { normal: [1, 1], clip: [0, linear({ from: 1, to: 9, end: 4 })] } },
    "policy.solarize.threshold.clip[1]: expected a number 0 to 256 (level 0..256), found Object",
  ],
  [
    { ...SOLARIZE, threshold: { normal: [1, 1], clip: [() => 0, 9] } },
    "policy.solarize.threshold.clip[0]: expected a number 0 to 256 (level 0..256), found a function",
  ],
  [
    { ...SOLARIZE, threshold: { normal: [1, 1], clop: 1 } },
    'policy.solarize.threshold: expected only the options normal, clip (did you mean clip?), found "clop"',
  ],
  [
    { ...SOLARIZE, threshold: { choice: [] } },
    "policy.solarize.threshold.choice: expected at least one value, found []",
  ],
  [
    { ...SOLARIZE, threshold: { share: 0.1 } },
    "policy.solarize.threshold.of: expected one of height, width, smaller, larger, found undefined",
  ],
  [
    { ...SOLARIZE, threshold: { share: 0.1, of: "side" } },
    'policy.solarize.threshold.of: expected one of height, width, smaller, larger, found "side"',
  ],
  [
    { ...SOLARIZE, threshold: { share: 0.1, of: "width", round: "up" } },
    'policy.solarize.threshold.round: expected one of trunc, floor, ceil, nearest, found "up"',
  ],
  // What is no pixels is no share of a side.
  [
    { ...SOLARIZE, threshold: { share: 0.1, of: "width" } },
    "policy.solarize.threshold: expected a number 0 to 256 (level 0..256): only pixels can be { share, of }, found Object",
  ],
  [
    { kind: "randomGridMask", ratio: { share: 0.1, of: "width" } },
    "policy.randomGridMask.ratio: expected a number 0 to 1 (share of a unit): only pixels can be { share, of }, found Object",
  ],
  [
    { kind: "randomErasing", rule: "kerascv", sides: { height: 0.5, width: { share: 0.5, of: "width" } } },
    "policy.randomErasing.sides.width: expected a number 0 to 1 (share of the side): only pixels can be { share, of }, found Object",
  ],
  [
    { kind: "randomResizedCrop", rule: "jitter", scale: { share: 1, of: "height" } },
    "policy.randomResizedCrop.scale: expected a number 0.0001 to 100 (share of the picture): only pixels can be { share, of }, found Object",
  ],
  [
    { kind: "op", op: "translateX", pixels: { share: { share: 0.1, of: "width" }, of: "width" } },
    "policy.translateX.pixels.share: expected a number: only pixels can be { share, of }, found Object",
  ],
  // A hole reads as undefined, whatever forEach and every do with it.
  [
    { ...SOLARIZE, threshold: new Array(2) },
    "policy.solarize.threshold[0]: expected a number 0 to 256 (level 0..256), found undefined",
  ],
  [
    { ...SOLARIZE, threshold: { choice: new Array(2) } },
    "policy.solarize.threshold.choice[0]: expected a number 0 to 256 (level 0..256), found undefined",
  ],
  [
    { kind: "op", op: "gaussianBlur", sigma: { list: new Array(2) } },
    "policy.gaussianBlur.sigma.list[0]: expected a number 0 to 10 (pixels), found undefined",
  ],
  [
    { kind: "op", op: "channelShuffle", order: new Array(3) },
    "policy.channelShuffle.order: expected a list of 3 numbers 0 to 2 (channel 0..2), found [, , ]",
  ],
  [{ ...SHEAR, magnitude: new Array(2) }, "policy.opAt.magnitude[0]: expected a number from 0 to 10, found undefined"],
  [
    { ...SHEAR, fill: new Array(1) },
    "policy.opAt.fill: expected levels 0 to 255, one for all channels or one each, or null, found []",
  ],
  [
    { ...SHEAR, interpolation: new Array(2) },
    "policy.opAt.interpolation: expected some of nearest, bilinear, bicubic, found [, ]",
  ],
  [
    { kind: "randomResizedCrop", interpolation: new Array(2) },
    "policy.randomResizedCrop.interpolation: expected one of nearest, bilinear, bicubic, found undefined",
  ],
  [
    { ...SOLARIZE, threshold: { list: [1] } },
    "policy.solarize.threshold: expected no list: this argument is not a list, found Object",
  ],
  [
    { ...SOLARIZE, threshold: { all: 1 } },
    "policy.solarize.threshold: expected no all: this argument is not a list, found Object",
  ],
  [
    { ...SOLARIZE, randomSign: true },
    "policy.solarize.randomSign: expected false: no argument given to solarize has a sign, found true",
  ],
  [{ ...SOLARIZE, randomSign: 1 }, "policy.solarize.randomSign: expected true or false, found 1"],
  [{ ...SOLARIZE, prob: 2 }, "policy.solarize.prob: expected a number from 0 to 1, found 2"],
  [{ ...SOLARIZE, granularity: "pair" }, 'policy.solarize.granularity: expected one of sample, batch, found "pair"'],
  [{ ...SOLARIZE, stream: "shuffle" }, `policy.solarize.stream: expected ${STREAM}, found "shuffle"`],
  [
    { kind: "op", op: "posterize", bits: [1.5, 3] },
    "policy.posterize.bits[0]: expected an integer 0 to 8 (bits), found 1.5",
  ],
  [
    { kind: "op", op: "posterize", bits: { choice: [3, 9] } },
    "policy.posterize.bits.choice[1]: expected an integer 0 to 8 (bits), found 9",
  ],
  [
    { kind: "op", op: "gaussianBlur", sigma: { list: "ab" } },
    'policy.gaussianBlur.sigma.list: expected 2 entries, found "ab"',
  ],
  [
    { kind: "op", op: "channelShuffle", order: { permutation: 4 } },
    "policy.channelShuffle.order.permutation: expected 3 entries, found 4",
  ],
  [
    { kind: "op", op: "normalize", mean: [0], std: { permutation: 3 } },
    "policy.normalize.std: expected no permutation: 0 to 2 are not all a number 0.000001 to 1000000 (white is 1, not 255), found Object",
  ],
  [
    { kind: "op", op: "cutout", box: [0, 0, 4, 4], fill: { permutation: 300 } },
    "policy.cutout.fill: expected no permutation: 0 to 299 are not all a number 0 to 255 (level 0..255), found Object",
  ],
  [
    { kind: "op", op: "rotate", degrees: 5, interpolation: "linear" },
    expect.stringContaining("policy.rotate.interpolation: expected one of"),
  ],
  [sequence(), "policy.sequential.stages: expected an array of at least one image stage, found []"],
  [
    sequence(INVERT, MIXUP),
    expect.stringMatching(/^policy\.sequential\.stages\[1\]\.kind: expected an image stage: op, .*, found "mixup"$/),
  ],
  [sequence(INVERT, null), "policy.sequential.stages[1]: expected an image stage, found null"],
  [
    sequence({ ...INVERT, stream: "a" }),
    'policy.sequential.stages[0].invert.stream: expected no stream on a stage inside another: put it on the outermost, found "a"',
  ],
  [
    sequence(sequence({ ...SOLARIZE, threshold: -1 })),
    "policy.sequential.stages[0].sequential.stages[0].solarize.threshold: expected a number 0 to 256 (level 0..256), found -1",
  ],
  [deep(9), expect.stringMatching(/: expected at most 8 stages inside each other, found 9$/)],
  [
    { kind: "randomChoice", stages: [INVERT], weights: [1, 2] },
    "policy.randomChoice.weights: expected 1 numbers, one a stage, found [1, 2]",
  ],
  [
    { kind: "randomChoice", stages: [INVERT], weights: [0] },
    "policy.randomChoice.weights: expected at least one weight above 0, found [0]",
  ],
  [{ kind: "randomChoice", stages: [INVERT], weigths: [1] }, expect.stringContaining("(did you mean weights?)")],
  [
    { kind: "randomPipeline", stages: [INVERT], augmentationsPerImage: 17 },
    "policy.randomPipeline.augmentationsPerImage: expected an integer from 0 to 16, or [least, most], found 17",
  ],
  [
    { kind: "randomPipeline", stages: [INVERT], augmentationsPerImage: [2, 1] },
    "policy.randomPipeline.augmentationsPerImage: expected an integer from 0 to 16, or [least, most], found [2, 1]",
  ],
  [
    { kind: "randomPipeline", stages: [INVERT], augmentationsPerImage: 2, replace: false },
    "policy.randomPipeline.augmentationsPerImage: expected at most 1, the stages there are, found 2",
  ],
  [
    { kind: "randomPipeline", stages: [INVERT], rate: -1 },
    "policy.randomPipeline.rate: expected a number from 0 to 1, found -1",
  ],
  [{ kind: "randomApply" }, "policy.randomApply.stage: expected an image stage, found undefined"],
  [
    { ...SHEAR, table: "tim" },
    expect.stringMatching(/^policy\.opAt\.table: expected one of kerascv, .* \(did you mean timm\?\), found "tim"$/),
  ],
  [{ ...SHEAR, entry: "ShearZ" }, 'policy.opAt.entry: expected an op of timm (did you mean ShearX?), found "ShearZ"'],
  [{ ...SHEAR, op: "rotate" }, 'policy.opAt.op: expected shearX, which ShearX is, found "rotate"'],
  [{ ...SHEAR, magnitude: 11 }, "policy.opAt.magnitude: expected a number from 0 to 10, found 11"],
  [{ ...SHEAR, magnitude: [3, 1] }, "policy.opAt.magnitude: expected [low, high] with low <= high, found [3, 1]"],
  [{ ...SHEAR, magnitude: undefined }, "policy.opAt.magnitude: expected a number from 0 to 10, found undefined"],
  [{ ...SHEAR, bins: 31 }, "policy.opAt.bins: expected nothing: this table has no bins, found 31"],
  [
    { ...SHEAR, fill: [256] },
    "policy.opAt.fill: expected levels 0 to 255, one for all channels or one each, or null, found [256]",
  ],
  [
    { ...SHEAR, interpolation: ["cubic"] },
    'policy.opAt.interpolation: expected one of nearest, bilinear, bicubic (did you mean bicubic?), found "cubic"',
  ],
  [
    { ...SHEAR, table: "torchvision", magnitude: 31 },
    "policy.opAt.magnitude: expected a bin, an integer from 0 to 30, found 31",
  ],
  [
    { ...SHEAR, table: "torchvision", magnitude: 1.5 },
    "policy.opAt.magnitude: expected a bin, an integer from 0 to 30, found 1.5",
  ],
  [
    { ...SHEAR, table: "torchvision", magnitudeStd: 1 },
    "policy.opAt.magnitudeStd: expected nothing: torchvision has bins, which have no noise, found 1",
  ],
  [
    { ...SHEAR, table: "torchvision", magnitude: 9, bins: 1 },
    "policy.opAt.bins: expected an integer from 2 to 1000, found 1",
  ],
  [
    { kind: "randomErasing", rule: "kerascv" },
    "policy.randomErasing.sides: expected { height, width }, found undefined",
  ],
  [
    { kind: "randomErasing", area: [0.5, 2] },
    "policy.randomErasing.area: expected [low, high] with 0 <= low <= high <= 1, found [0.5, 2]",
  ],
  [
    { kind: "randomErasing", count: 0 },
    "policy.randomErasing.count: expected an integer from 1 to 16, or [least, most], found 0",
  ],
  [
    { kind: "randomCrop", height: [3, 4] },
    "policy.randomCrop.height: expected one number: all pictures get the same size, found [3, 4]",
  ],
  [
    { kind: "randomResizedCrop", scale: 0.5 },
    "policy.randomResizedCrop.scale: expected [low, high], for the rule torchvision, found 0.5",
  ],
  [
    { kind: "randomGridMask", ratio: [0, 2] },
    "policy.randomGridMask.ratio[1]: expected a number 0 to 1 (share of a unit), found 2",
  ],
  [
    { kind: "randomGridMask", mode: "channel" },
    'policy.randomGridMask.mode: expected one of constant, pixel, found "channel"',
  ],
  [
    { kind: "randomGridMask", fill: [300] },
    "policy.randomGridMask.fill: expected a list of numbers 0 to 255 (level 0..255), found [300]",
  ],
  [
    { kind: "randomGridMask", std: -1 },
    "policy.randomGridMask.std: expected a number 0 to 255 (level 0..255), found -1",
  ],
  [
    { kind: "randomErasing", mean: [300] },
    "policy.randomErasing.mean: expected a list of numbers 0 to 255 (level 0..255), found [300]",
  ],
  [
    { kind: "randomErasing", std: 9 },
    "policy.randomErasing.std: expected a list of numbers 0 to 255 (level 0..255), found 9",
  ],
  [
    { kind: "randomPerspective", distortionScale: 1.5 },
    "policy.randomPerspective.distortionScale: expected a number from 0 to 1, found 1.5",
  ],
  [
    { kind: "randomPerspective", distortionScale: [0, 0.5] },
    "policy.randomPerspective.distortionScale: expected a number, a schedule or a function of time, found [0, 0.5]",
  ],
  [
    { kind: "randomPerspective", interpolation: "cubic" },
    'policy.randomPerspective.interpolation: expected one of nearest, bilinear, bicubic (did you mean bicubic?), found "cubic"',
  ],
  [
    { kind: "randomPerspective", fill: [256] },
    "policy.randomPerspective.fill: expected a list of numbers 0 to 255 (level 0..255), found [256]",
  ],
  [
    { kind: "randomPerspective", scale: 0.5 },
    'policy.randomPerspective: expected only the options distortionScale, interpolation, fill, prob, granularity, stream, found "scale"',
  ],
  // What a stage does not draw must not look as if it did.
  [
    { kind: "randomGridMask", mean: [0, 255] },
    "policy.randomGridMask.mean: expected a number 0 to 255 (level 0..255), found [0, 255]",
  ],
  [
    { kind: "randomErasing", fill: { all: [0, 255] } },
    "policy.randomErasing.fill: expected a list of numbers 0 to 255 (level 0..255), found Object",
  ],
  [
    { kind: "randomCrop", height: { choice: [24, 32] } },
    "policy.randomCrop.height: expected an integer 1 to 16384 (pixels), found Object",
  ],
  [
    { kind: "randomResizedCrop", interpolation: { choice: ["nearest"] } },
    "policy.randomResizedCrop.interpolation: expected one of nearest, bilinear, bicubic, found Object",
  ],
  [{ kind: "augMix", stages: [INVERT], width: 8 }, "policy.augMix.width: expected an integer from 1 to 7, found 8"],
  [{ kind: "augMix", stages: [INVERT], alpha: 11 }, "policy.augMix.alpha: expected a number from 0.01 to 10, found 11"],
  [[MIXUP, MIXUP, MIXUP, { kind: "augMix", stages: [INVERT] }], "policy: expected at most 4 levels of mixing, found 5"],
  [
    { kind: "repeatedAugmentation", augmenters: [] },
    "policy.repeatedAugmentation.augmenters: expected an array of at least one image stage, found []",
  ],
  [
    [INVERT, { kind: "repeatedAugmentation", augmenters: [INVERT] }],
    "policy[1].repeatedAugmentation: expected repeatedAugmentation as the first stage: all that follows is repeated, found stage 1",
  ],
  [
    [
      { kind: "repeatedAugmentation", augmenters: [INVERT] },
      { ...MIXUP, granularity: "half" },
    ],
    'policy[1].mixup.granularity: expected no half after repeatedAugmentation, found "half"',
  ],
  [
    [
      { ...INVERT, stream: "a" },
      { ...MIXUP, stream: "a" },
    ],
    'policy[1].mixup.stream: expected a name that policy[0].invert does not use already, found "a"',
  ],
  [Array.from({ length: 33 }, () => INVERT), "policy: expected a list of at most 32 entries, found 33"],
];

describe("a wrong policy gets the whole message, with its path", () => {
  test.each(WRONG)("%j", (policy, message) => {
    expect(() => validatePolicy(policy)).toThrow(PolicyError);
    expect(messageOf(() => validatePolicy(policy))).toEqual(message);
  });
});

const CALLS: [call: () => unknown, message: string][] = [
  [() => ops.solarize({ threshold: -1 }), "solarize.threshold: expected a number 0 to 256 (level 0..256), found -1"],
  [() => op("blur" as "invert"), expect.stringMatching(/^op\.name: expected the name of an image op/)],
  [() => sequential([]), "sequential.stages: expected an array of at least one image stage, found []"],
  [() => randomPipeline([ops.invert()], { rate: 2 }), "randomPipeline.rate: expected a number from 0 to 1, found 2"],
  [() => opAt("timm", "Shear"), 'opAt.entry: expected an op of timm (did you mean ShearX?), found "Shear"'],
  [() => randAugment({ magnitude: 2 }), "randAugment.magnitude: expected a number from 0 to 1, found 2"],
  [() => randAugment({ table: "dalli" as "dali" }), expect.stringContaining("randAugment.table: expected one of")],
  [
    () => randAugment({ table: null as never }),
    expect.stringMatching(/^randAugment\.table: expected one of .*, found null$/),
  ],
  [() => randAugment({ entries: 5 as never }), "randAugment.entries: expected a list of ops of kerascv, found 5"],
  [() => randAugment({ entries: null as never }), "randAugment.entries: expected a list of ops of kerascv, found null"],
  [
    () => randAugment({ entries: [5 as never] }),
    expect.stringMatching(/^randAugment\.entries\[0\]: expected one of .*, found 5$/),
  ],
  [
    () => randAugment({ entries: new Array(2) }),
    expect.stringMatching(/^randAugment\.entries\[0\]: expected one of .*, found undefined$/),
  ],
  [
    () => randAugment({ weights: 5 as never }),
    "randAugment.weights: expected a weight by the peer's name of an op, found 5",
  ],
  [
    () => randAugment({ weights: null as never }),
    "randAugment.weights: expected a weight by the peer's name of an op, found null",
  ],
  [
    () => trivialAugmentWide({ table: null as never }),
    "trivialAugmentWide.table: expected one of torchvisionWide, daliWide, found null",
  ],
  [
    () => trivialAugmentWide({ table: "dali" as never }),
    'trivialAugmentWide.table: expected one of torchvisionWide, daliWide (did you mean daliWide?), found "dali"',
  ],
  [
    () => trivialAugmentWide({ bins: 1n as never }),
    "trivialAugmentWide.bins: expected an integer from 2 to 1000, found 1n",
  ],
  [() => standardPolicy({ entries: ["Rotate"] }), expect.stringMatching(/^standardPolicy\.entries\[0\]: expected /)],
  [() => standardPolicy({ layers: 2 } as never), expect.stringMatching(/^standardPolicy: expected only the options /)],
  [
    () => autoAugment({ policy: "v1" as "v0" }),
    'autoAugment.policy: expected one of imagenet, cifar10, svhn, original, originalr, v0, v0r (did you mean v0?), found "v1"',
  ],
  [() => augMix([]), "augMix.stages: expected an array of at least one image stage, found []"],
  [
    () => augMixPolicy({ severity: 11 }),
    "augMixPolicy.severity: expected what makes opAt.magnitude[1] a bin, an integer from 0 to 9, found 10",
  ],
  [
    () => randomErasing({ aspect: [0, 1] }),
    "randomErasing.aspect: expected [low, high] with 0.01 <= low <= high <= 100, found [0, 1]",
  ],
  [
    () => randomResizedCrop({ rule: "timm" as "kerascv" }),
    'randomResizedCrop.rule: expected one of torchvision, kerascv, jitter, found "timm"',
  ],
  [
    () => presets.timmRandAugment("rand-m9-x3"),
    'timmRandAugment: expected sections m, n, p, mstd, mmax, inc, t, found "x3"',
  ],
  [
    () => presets.timmRandAugment("augmix-m3"),
    'timmRandAugment: expected a config that begins with rand, found "augmix-m3"',
  ],
  [() => presets.timmRandAugment("rand-mnine"), 'timmRandAugment: expected a number after m, found "nine"'],
  [
    () => presets.timmAutoAugment("v2"),
    'timmAutoAugment: expected a config that begins with original, originalr, v0, v0r or 3a, found "v2"',
  ],
];

test.each(CALLS)("%s", (call, message) => {
  expect(call).toThrow(PolicyError);
  expect(messageOf(call)).toEqual(message);
});

describe("what only a batch shows", () => {
  const draw = (policy: unknown) => () =>
    samplePlan({ policy: policy as never, seed: 1, ids: [1, 2], height: 20, width: 30 });
  test.each([
    [
      { kind: "randomCrop", height: 21 },
      "policy.randomCrop.height: expected at most 20, the padded picture's, found 21",
    ],
    [
      { kind: "randomCrop", height: 10, prob: 0.5 },
      "policy.randomCrop.prob: expected 1, because the stage changes the size to 10 × 30, found 0.5",
    ],
    [
      { kind: "randomChoice", stages: [{ kind: "randomCrop", height: 10 }, INVERT] },
      'policy.randomChoice.stages[1]: expected pictures of 10 × 30, whichever stages are drawn, found "20 × 30"',
    ],
    [
      { kind: "randomPipeline", stages: [{ kind: "randomCrop", width: 10 }] },
      expect.stringContaining("expected pictures of 20 × 30"),
    ],
    [
      [{ kind: "repeatedAugmentation", augmenters: [INVERT, { kind: "randomCrop", width: 9 }] }],
      expect.stringContaining("as from the first augmenter"),
    ],
    [
      { ...SOLARIZE, threshold: () => 999 },
      "policy.solarize.threshold(time): expected a number 0 to 256 (level 0..256), found 999",
    ],
    [
      { ...SHEAR, magnitude: [9, linear({ from: 0, to: 10, start: -1, end: 9 })] },
      "policy.opAt.magnitude: expected [low, high] with low <= high, found [9, 1]",
    ],
    [
      { ...SHEAR, table: "torchvision", magnitude: [() => 1.2, () => 1.8] },
      "policy.opAt.magnitude: expected [low, high] with a whole number between them, found [1.2, 1.8]",
    ],
    [
      { ...SHEAR, table: "torchvision", magnitude: [() => 9, () => 31] },
      "policy.opAt.magnitude[1](time): expected a bin, an integer from 0 to 30, found 31",
    ],
    [
      {
        kind: "op",
        op: "posterize",
        bits: [linear({ from: 3, to: 4, start: -1, end: 9 }), linear({ from: 3, to: 6, start: -1, end: 9 })],
      },
      expect.stringMatching(/^policy\.posterize\.bits: expected \[low, high\] with a whole number between them/),
    ],
    [
      { kind: "randomPerspective", distortionScale: () => 2 },
      "policy.randomPerspective.distortionScale(time): expected a number from 0 to 1, found 2",
    ],
    [{ ...SHEAR, magnitude: () => -1 }, "policy.opAt.magnitude(time): expected a number from 0 to 10, found -1"],
  ])("%j", (policy, message) => {
    expect(messageOf(draw(policy))).toEqual(message);
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
}
