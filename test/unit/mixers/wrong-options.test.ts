/** Options of the further mixers that somebody may have typed or loaded, and the whole message. */
import { expect, test } from "vitest";
import { PolicyError } from "../../../src/check/errors.ts";
import { augMix } from "../../../src/mixers/aug-mix.ts";
import { cutblur } from "../../../src/mixers/cutblur.ts";
import { fmix } from "../../../src/mixers/fmix.ts";
import { gridmix } from "../../../src/mixers/gridmix.ts";
import { givenMask, maskmix } from "../../../src/mixers/maskmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { mosaic } from "../../../src/mixers/mosaic.ts";
import { multimixup } from "../../../src/mixers/multimixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { resizemix } from "../../../src/mixers/resizemix.ts";
import { smoothmix } from "../../../src/mixers/smoothmix.ts";
import { validatePolicy } from "../../../src/policy/validate.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomJigsaw } from "../../../src/stages/random-jigsaw.ts";

const any = (value: unknown) => value as never;
const MASK = givenMask(Uint8Array.of(1, 2), 1, 2);
const SCALE = "[low, high], shares of the side with 0 < low <= high <= 1";
const GRID = "[rows, columns], 1 to 4 each and two pictures at least";

const WRONG: [make: () => unknown, message: string][] = [
  [() => resizemix({ scale: [0, 0.5] }), `resizemix.scale: expected ${SCALE}, found [0, 0.5]`],
  [() => resizemix({ scale: [0.5, 0.2] }), `resizemix.scale: expected ${SCALE}, found [0.5, 0.2]`],
  [() => resizemix({ scale: any(0.5) }), `resizemix.scale: expected ${SCALE}, found 0.5`],
  [
    () => resizemix({ interpolation: any("bicubic") }),
    'resizemix.interpolation: expected one of nearest, bilinear, found "bicubic"',
  ],
  [
    () => resizemix(any({ alpha: 1 })),
    'resizemix: expected only the options scale, interpolation, prob, granularity, pairing, stream, found "alpha"',
  ],
  [() => mosaic({ grid: [5, 2] }), `mosaic.grid: expected ${GRID}, found [5, 2]`],
  [() => mosaic({ grid: [1, 1] }), `mosaic.grid: expected ${GRID}, found [1, 1]`],
  [() => mosaic({ grid: any(2) }), `mosaic.grid: expected ${GRID}, found 2`],
  [
    () => mosaic({ center: [0.8, 0.2] }),
    "mosaic.center: expected [low, high] with 0 <= low <= high <= 1, found [0.8, 0.2]",
  ],
  [
    () => mosaic({ pairing: "reverse" }),
    'mosaic.pairing: expected a pairing that can give 3 partners: roll, permutation, derangement or dataset, found "reverse"',
  ],
  [
    () => mosaic({ pairing: "external" }),
    'mosaic.pairing: expected a pairing that can give 3 partners: roll, permutation, derangement or dataset, found "external"',
  ],
  [
    () => mosaic({ granularity: "pair" }),
    'mosaic.granularity: expected batch or sample for a mixer with 3 partners, found "pair"',
  ],
  [
    () => mosaic({ granularity: "half" }),
    'mosaic.granularity: expected batch or sample for a mixer with 3 partners, found "half"',
  ],
  [() => multimixup({ sources: 17 }), "multimixup.sources: expected an integer from 2 to 16, found 17"],
  [() => multimixup({ sources: 2.5 }), "multimixup.sources: expected an integer from 2 to 16, found 2.5"],
  [() => multimixup({ sources: 1 }), "multimixup.sources: expected an integer from 2 to 16, found 1"],
  [() => multimixup({ alpha: 51 }), "multimixup.alpha: expected a number from 0.01 to 100 / (sources - 1), found 51"],
  [() => multimixup({ alpha: 0 }), "multimixup.alpha: expected a number from 0.01 to 100 / (sources - 1), found 0"],
  [
    () => oneOf([mixup(), multimixup()], { granularity: "pair" }),
    'oneOf.granularity: expected batch or sample for a mixer with 2 partners, found "pair"',
  ],
  [
    () => oneOf([multimixup({ granularity: "pair" })]),
    'multimixup.granularity: expected batch or sample for a mixer with 2 partners, found "pair"',
  ],
  [() => cutblur({ factor: 1 }), "cutblur.factor: expected an integer from 2 to 16, found 1"],
  [() => cutblur({ scale: [0.5, 1.5] }), `cutblur.scale: expected ${SCALE}, found [0.5, 1.5]`],
  [() => gridmix({ cells: 0 }), "gridmix.cells: expected an integer from 1 to 1024, found 0"],
  [() => gridmix({ alpha: -1 }), "gridmix.alpha: expected a number from 0.01 to 100, found -1"],
  [
    () => smoothmix({ sigma: [0, 1] }),
    "smoothmix.sigma: expected [low, high], shares of the height with 0.0001 <= low <= high <= 1, found [0, 1]",
  ],
  [() => fmix({ decay: 11 }), "fmix.decay: expected a number from 0 to 10, found 11"],
  [
    () => fmix({ spectrum: any("isotropc") }),
    'fmix.spectrum: expected one of isotropic, reference (did you mean isotropic?), found "isotropc"',
  ],
  [() => fmix({ alpha: [1, 0] }), "fmix.alpha[1]: expected a number from 0.01 to 100, found 0"],
  [() => maskmix([]), "maskmix.masks: expected an array of 1 to 256 masks made by givenMask(), found []"],
  [
    () => maskmix([any({ shape: "grid", cell: 2, hole: 1 })]),
    'maskmix.masks[0].shape: expected one of given, found "grid"',
  ],
  [
    () => maskmix([MASK, { ...MASK, width: 3 }]),
    'maskmix.masks[1].weights: expected 3 bytes in base64, one a pixel, found "2 bytes"',
  ],
  [
    () => givenMask(Uint8Array.of(1, 2, 3), 2, 2),
    'givenMask.weights: expected 4 bytes in base64, one a pixel, found "3 bytes"',
  ],
  [() => givenMask(any([1, 2]), 1, 2), "givenMask.weights: expected a Uint8Array, found [1, 2]"],
  [
    () => randomJigsaw({ grid: [1.5, 2] }),
    "randomJigsaw.grid: expected [rows, columns], whole numbers that make 2 to 256 tiles, found [1.5, 2]",
  ],
  [() => randomJigsaw(null as never), "randomJigsaw: expected an object of options, found null"],
  [
    () => randomJigsaw({ grid: [1, 1] }),
    "randomJigsaw.grid: expected [rows, columns], whole numbers that make 2 to 256 tiles, found [1, 1]",
  ],
  [
    () => randomJigsaw({ grid: [17, 16] }),
    "randomJigsaw.grid: expected [rows, columns], whole numbers that make 2 to 256 tiles, found [17, 16]",
  ],
];

test.each(WRONG)("%s", (make, message) => {
  expect(make).toThrow(message);
});

const FOUR: [policy: unknown, levels: number][] = [
  [[mosaic(), mosaic(), mixup()], 5],
  [[mosaic({ grid: [3, 3] }), mixup()], 5],
  [[multimixup({ sources: 9 }), resizemix()], 5],
  [[multimixup({ sources: 4 }), augMix([ops.invert()], { width: 7 })], 5],
  [[oneOf([mixup(), mosaic({ grid: [4, 4] })]), fmix()], 5],
];

test.each(FOUR)("four levels of mixing are all there are: %j", (policy, levels) => {
  expect(() => validatePolicy(policy)).toThrow(PolicyError);
  expect(() => validatePolicy(policy)).toThrow(`policy: expected at most 4 levels of mixing, found ${levels}`);
});

test("four levels are allowed", () => {
  expect(validatePolicy([mosaic(), resizemix(), fmix()])).toHaveLength(3);
  expect(validatePolicy(mosaic({ grid: [4, 4] }))).toHaveLength(1);
});
