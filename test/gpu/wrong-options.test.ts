/** Engine options that cannot work. (What a policy can get wrong is in test/unit/policy/wrong-policies.test.ts.) */
import { createEngine, mixup } from "mixwell";
import { test } from "vitest";
import { IMAGE_KINDS } from "../../src/stages/all.ts";
import { type Case, expectRefused, threePictures } from "./refused.ts";

test("createEngine refuses in full sentences what cannot work", async () => {
  const { device } = await threePictures();
  const options: Case[] = [
    [
      "no device",
      () => createEngine(undefined as never, { policy: [] }),
      "InputError: createEngine.device: expected a GPUDevice, found undefined",
    ],
    [
      "an adapter for a device",
      () => createEngine({ requestDevice() {} } as never, { policy: [] }),
      "InputError: createEngine.device: expected a GPUDevice, found Object",
    ],
    [
      "no options",
      () => createEngine(device, undefined as never),
      "InputError: createEngine.options: expected { policy, … }, found undefined",
    ],
    [
      "no policy",
      () => createEngine(device, {} as never),
      "PolicyError: policy: expected what one of mixup(), cutmix(), resizemix(), mosaic(), multimixup(), cutblur(), gridmix(), smoothmix(), fmix(), maskmix(), augMix(), oneOf(), repeatedAugmentation() or an image stage's constructor returns, found undefined",
    ],
    [
      "a policy by name",
      () => createEngine(device, { policy: "mixup" as never }),
      `PolicyError: policy: expected what one of mixup(), cutmix(), resizemix(), mosaic(), multimixup(), cutblur(), gridmix(), smoothmix(), fmix(), maskmix(), augMix(), oneOf(), repeatedAugmentation() or an image stage's constructor returns, found "mixup"`,
    ],
    [
      "a kind misspelt",
      () => createEngine(device, { policy: { kind: "cutmx" } as never }),
      `PolicyError: policy.kind: expected one of mixup, cutmix, resizemix, mosaic, multimixup, cutblur, gridmix, smoothmix, fmix, maskmix, augMix, oneOf, repeatedAugmentation, or an image stage: ${IMAGE_KINDS.join(", ")} (did you mean cutmix?), found "cutmx"`,
    ],
    [
      "an alpha of 0",
      () => createEngine(device, { policy: [mixup(), { kind: "cutmix", alpha: 0 }] }),
      "PolicyError: policy[1].cutmix.alpha: expected a number from 0.01 to 100, found 0",
    ],
    [
      "five stages",
      () => createEngine(device, { policy: [mixup(), mixup(), mixup(), mixup(), mixup()] }),
      "PolicyError: policy: expected at most 4 mixers (image stages do not count), found 5",
    ],
    [
      "an option misspelt",
      () => createEngine(device, { policy: mixup(), label: { classes: 4 } } as never),
      'InputError: createEngine.options: expected only seed, policy, output, labels, outputSets, maxPending, warm, tuning, frames, targets, onProgress (did you mean labels?), found "label"',
    ],
    [
      "an output option misspelt",
      () => createEngine(device, { policy: mixup(), output: { normalise: { mean: [0], std: [1] } } as never }),
      'InputError: output: expected only format, layout, valueRange, normalize (did you mean normalize?), found "normalise"',
    ],
    [
      "a label option misspelt",
      () => createEngine(device, { policy: mixup(), labels: { classes: 4, labelSmoothing: 0.1 } as never }),
      'InputError: labels: expected only classes, smoothing, smoothUnmixed, dense, sparse (did you mean smoothing?), found "labelSmoothing"',
    ],
    [
      "a negative seed",
      () => createEngine(device, { policy: [], seed: -1 }),
      "InputError: seed: expected an integer in 0..2^53-1, found -1",
    ],
    [
      "a seed with a fraction",
      () => createEngine(device, { policy: [], seed: 0.5 }),
      "InputError: seed: expected an integer in 0..2^53-1, found 0.5",
    ],
    [
      "an output format that is none",
      () => createEngine(device, { policy: [], output: { format: "u16" as never } }),
      'InputError: output.format: expected "f32" or "f16" or "u8", found "u16"',
    ],
    [
      "an output layout that is none",
      () => createEngine(device, { policy: [], output: { layout: "chw" as never } }),
      'InputError: output.layout: expected "nhwc" or "nchw", found "chw"',
    ],
    [
      "a value range for bytes",
      () => createEngine(device, { policy: [], output: { format: "u8", valueRange: [0, 1] } }),
      "InputError: output.valueRange: expected nothing for u8 output, which is 0..255, found [0, 1]",
    ],
    [
      "a value range upside down",
      () => createEngine(device, { policy: [], output: { valueRange: [1, 0] } }),
      "InputError: output.valueRange: expected [low, high], two finite numbers, low < high, found [1, 0]",
    ],
    [
      "normalised bytes",
      () => createEngine(device, { policy: [], output: { format: "u8", normalize: { mean: [0], std: [1] } } }),
      "InputError: output.normalize: expected nothing for u8 output: use f32 or f16, found Object",
    ],
    [
      "a mean that is no list",
      () => createEngine(device, { policy: [], output: { normalize: { mean: "0.5" as never, std: [1] } } }),
      'InputError: output.normalize.mean: expected a list of finite numbers, one per channel (or one for all), found "0.5"',
    ],
    [
      "a mean that is not a number",
      () => createEngine(device, { policy: [], output: { normalize: { mean: [Number.NaN], std: [1] } } }),
      "InputError: output.normalize.mean: expected a list of finite numbers, one per channel (or one for all), found [NaN]",
    ],
    [
      "a std of 0",
      () => createEngine(device, { policy: [], output: { normalize: { mean: [0, 0, 0], std: [1, 0, 1] } } }),
      "InputError: output.normalize.std: expected no zero (it divides), found [1, 0, 1]",
    ],
    [
      "labels without classes",
      () => createEngine(device, { policy: [], labels: {} as never }),
      "InputError: labels.classes: expected an integer in 1..16777216, found undefined",
    ],
    [
      "smoothing above 1",
      () => createEngine(device, { policy: [], labels: { classes: 2, smoothing: 1.1 } }),
      "InputError: labels.smoothing: expected a number in 0..1, found 1.1",
    ],
    [
      "labels neither dense nor sparse",
      () => createEngine(device, { policy: [], labels: { classes: 2, dense: false } }),
      "InputError: labels: expected dense, sparse or both (leave `labels` out for none), found neither",
    ],
    [
      "no output set",
      () => createEngine(device, { policy: [], outputSets: 0 }),
      "InputError: outputSets: expected an integer in 1..64, found 0",
    ],
    [
      "no pending encoder",
      () => createEngine(device, { policy: [], maxPending: 0 }),
      "InputError: maxPending: expected an integer in 1..1024, found 0",
    ],
  ];

  await expectRefused(options);
});
