/**
 * Every trap that another library fell into, and the test that walks into it here. The names in brackets are the
 * projects where it was found; the tests lie beside this file, or where their subject is tested anyway.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const GPU = "test/gpu/traps.test.ts";
const OPS = "test/unit/traps/ops.test.ts";
const POLICIES = "test/unit/traps/policies.test.ts";
const MAGNITUDES = "test/unit/traps/magnitudes.test.ts";
const LAWS = "test/unit/ops/properties.test.ts";
const SIGNS = "test/unit/ops/signs.test.ts";
const LAYERS = "test/unit/policy/kerascv-layers.test.ts";
const PIPELINE = "test/unit/policy/pipeline.test.ts";
const TABLES = "test/unit/policy/magnitude-tables.test.ts";

/** The trap, and where it is tested: file, title. */
const TRAPS: Record<string, [file: string, title: string][]> = {
  // Ops.
  "non-square pictures (KerasCV's cutout, timm's AugMix, Kornia's Mosaic)": [
    [OPS, "an op that takes width for height"],
    [GPU, "non-square pictures: width taken for height"],
    [LAYERS, "RandomCutout: the width is not clamped by the height"],
    [POLICIES, "a policy that fails for some draws, on one channel or on pictures that are not square"],
  ],
  "one channel (torchvision's AutoAugment)": [
    [OPS, "an op that fails or differs on one channel"],
    [POLICIES, "a policy that fails for some draws, on one channel or on pictures that are not square"],
    [GPU, "one channel"],
  ],
  "a channel of one level, equalized or stretched": [
    [OPS, "a channel of one level, divided by its range"],
    [LAWS, "a picture of one colour keeps that colour, or has another one, everywhere"],
  ],
  "half a pixel off in a turn of 90 degrees (Datarax)": [
    [
      "test/unit/ops/quarter-turns.test.ts",
      "of a square picture are numpy's rot90, however they are read and rounded; and so are turns of −90, 450 …",
    ],
    [OPS, "fill that bleeds into a border that is inside"],
  ],
  "posterize to 0 bits (timm, DALI)": [[OPS, "posterize to 0 bits"]],
  "solarize at 256 in a byte (torchvision)": [[OPS, "solarize at 256 in a byte"]],
  "an addition that wraps around a byte (DALI)": [[OPS, "an addition that wraps around a byte"]],
  "NaN at saturation 1 (KerasCV)": [[OPS, "NaN or infinity at saturation 1"]],
  "statistics of the batch (Keras 3's equalization, KerasCV's cutout noise)": [
    [OPS, "a histogram, mean or extreme of the batch"],
  ],
  "contrast about a wrong level (TensorFlow Models, Kornia)": [
    [OPS, "contrast about something else than the mean grey"],
  ],
  "a shear about the wrong point (torchvision)": [[OPS, "a shear about the middle"]],
  "noise that crashes with a seed, or is nearly black (KerasCV)": [
    [OPS, "noise that crashes, repeats, or is the same for all"],
  ],
  "small pictures": [[LAWS, "every op gives a picture of its size, in its range"]],

  // Policies.
  "signs that never come, or turn the strength to 0 (Kornia)": [
    [SIGNS, "its signed entries go both ways, half the time each; the others one way"],
    [SIGNS, "each number of a stage has a coin of its own"],
    [SIGNS, "KerasCV's and Keras 3's ranges go both ways, but for what only ever goes one way"],
  ],
  "magnitudes in a wrong unit (Kornia's translation and shear)": [
    [POLICIES, "a magnitude in another unit: a tenth of a pixel, 54 degrees of shear, or black by posterizing"],
  ],
  "a stronger magnitude that damages less (Keras 3's posterize, KerasCV's AugMix)": [
    [MAGNITUDES, "a stronger magnitude that damages less, where the papers and the quirks have it, and nowhere else"],
    [LAWS, "is asked of every op that has a strength"],
    [LAYERS, "Keras 3 posterize: fewer bits with a larger factor; its code the other way round"],
  ],
  "degrees taken for radians, an op that is never drawn (KerasCV's AugMix)": [
    [LAYERS, "AugMix: 9 degrees both ways and TranslateY; its code's 9 radians one way and none"],
  ],
  "wrong entries in the magnitude tables (torchvision)": [
    [TABLES, "%s for %4$s: ops in order, signs, every bin"],
    [TABLES, "%s: every level, both signs"],
    ["test/unit/policy/auto-augment.test.ts", "torchvision's %s, entry by entry"],
  ],
  "a probability applied twice (Kornia)": [
    [PIPELINE, "a prob is drawn once: the chance is p, and p · q where one is inside the other"],
    [GPU, "probability applied twice"],
  ],
  "a probability of 1 that means half (Keras 3)": [[POLICIES, "a probability of 1 that means half of the pictures"]],
  "one coin for both flips (Keras 3)": [[POLICIES, "one coin for both flips"]],
  "one draw for the whole batch (torchvision, Keras 3, Kornia)": [
    [POLICIES, "one op, strength, sign or box for the whole batch"],
    [GPU, "one box or lambda for the whole batch"],
  ],
  "one seed for several draws (DALI)": [
    [POLICIES, "one seed for op, sign, strength and chance"],
    [GPU, "one seed for several draws: lambda, box, gate and choice move together"],
  ],
  "a seed that changes nothing (KerasCV's AugMix)": [
    ["test/unit/sample/image-independence.test.ts", "another epoch and another seed draw something else"],
  ],
  "a mixer in a combinator silently doing nothing (Datarax)": [
    [GPU, "a mixer in a combinator silently doing nothing"],
    ["test/unit/policy/wrong-image-policies.test.ts", "a wrong policy gets the whole message, with its path"],
  ],

  // Mixing and labels.
  "Beta from the wrong gamma (TensorFlow Models, KerasCV)": [
    ["test/unit/random/beta.test.ts", "beta against the exact distribution"],
    [GPU, "alpha 0.1 and alpha 8: a sampler that is only right around 1"],
  ],
  "lambda of the box before clipping (CutMix, KerasCV)": [
    [GPU, "lambda taken from the box before clipping"],
    ["test/unit/sample/statistics.test.ts", "KerasCV's label gives the partner 0.497 for 0.319 of the pixels"],
  ],
  "corrected lambdas that somebody does not want (timm)": [
    ["test/unit/policy/presets.test.ts", "correctLam off leaves lambda as drawn, but not for min/max boxes"],
  ],
  "the partner's weight for the own one (Kornia)": [[GPU, "the partner's weight where the own one should be"]],
  "equal labels in a pair (FFCV)": [[GPU, "equal labels in a pair: the second overwrites the first"]],
  "label rows that don't sum to 1": [[GPU, "label rows that don't sum to 1"]],
  "odd batches (timm)": [[GPU, "an odd batch"]],
  "batches of one": [[GPU, "a batch of one"]],
  "lambda exactly 0 or 1": [[GPU, "lambda exactly 0 or exactly 1"]],
  "a box at each border": [[GPU, "a box at each border of the picture"]],
  "class ids beside f16 pictures (Kornia)": [[GPU, "class ids above 2048 beside f16 pictures"]],
  "ids and masks blended (Datarax, Keras 3)": [[GPU, "class ids and other fields mixed along with the pictures"]],
  "a shuffle of a copy (timm)": [[GPU, "a shuffle of a slice that shuffles a copy"]],
};

const isTested = (file: string, title: string): boolean => {
  const text = readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), "utf8");
  return ['"', "'", "`"].some((quote) => text.includes(`${quote}${title}${quote}`));
};

test("every trap has its test", () => {
  const missing = Object.values(TRAPS).flatMap((rows) => rows.filter(([file, title]) => !isTested(file, title)));
  expect(missing).toEqual([]);
  expect(Object.values(TRAPS).every((rows) => rows.length > 0)).toBe(true);
});

test("and every test of a trap is in the table", () => {
  for (const files of [[OPS], [POLICIES, MAGNITUDES], [GPU]]) {
    const named = Object.values(TRAPS).flatMap((rows) =>
      rows.filter(([where]) => files.includes(where)).map(([, title]) => title),
    );
    const text = files
      .map((file) => readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), "utf8"))
      .join("\n");
    const keys = [...text.matchAll(/^ {2}"?([^"\s][^"\n]*?)"?: [a-z]\w+,$/gim)].map(([, key]) => key!);
    const titles = [...text.matchAll(/^(?: {2})?(?:test|describe)\("([^"]+)"/gm)].map(([, title]) => title!);
    const found = [...keys, ...titles];
    expect(found.length, files.join()).toBeGreaterThan(6);
    expect(
      found.filter((title) => !named.includes(title) && !ELSEWHERE.includes(title)),
      files.join(),
    ).toEqual([]);
  }
});

/** Traps of our own making or a law behind one; nobody else is named for them. */
const ELSEWHERE = [
  "every op that makes noise is told which",
  "partners read from a batch that was already mixed in place",
  "NaN in a partner that doesn't show",
  "NaN in a partner of weight 0",
];

test("the search misses what is not there", () => {
  expect(isTested(GPU, "a batch of two")).toBe(false);
  expect(isTested(GPU, "a batch of one")).toBe(true);
});
