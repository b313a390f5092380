/**
 * A sample that comes several times in a batch (oversampling, `last: "wrap"`) is drawn anew each time, and its first
 * time as ever.
 */
import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { InputError } from "../../../src/check/errors.ts";
import { augMix } from "../../../src/mixers/aug-mix.ts";
import { cutblur } from "../../../src/mixers/cutblur.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { fmix } from "../../../src/mixers/fmix.ts";
import { gridmix } from "../../../src/mixers/gridmix.ts";
import { givenMask, maskmix } from "../../../src/mixers/maskmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { mosaic } from "../../../src/mixers/mosaic.ts";
import { multimixup } from "../../../src/mixers/multimixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { resizemix } from "../../../src/mixers/resizemix.ts";
import { smoothmix } from "../../../src/mixers/smoothmix.ts";
import { augMixPolicy } from "../../../src/peers/aug-mix-policy.ts";
import { randAugment } from "../../../src/peers/rand-augment.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { repeatedAugmentation } from "../../../src/policy/repeated-augmentation.ts";
import { epochOrder } from "../../../src/sample/epoch-order.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomPipeline } from "../../../src/stages/pipeline.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { randomGridMask } from "../../../src/stages/random-grid-mask.ts";
import { randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import { overDataset, plan, range } from "./request.ts";

/** A picture with everything that decides it, and nothing of the batch around it. */
function made(plan: Plan, row: number, level = plan.stages.length): unknown {
  if (level === 0) {
    const { from, id, ops } = plan.sources[row]!;
    return { from, id, ops };
  }
  const { own, ...rest } = plan.stages[level - 1]!.rows[row]!;
  const owned = made(plan, own, level - 1);
  return "partner" in rest
    ? { ...rest, own: owned, partner: made(plan, rest.partner, level - 1) }
    : { ...rest, own: owned };
}

const noise = ops.gaussianNoise({ std: 9 });
const masks = range(64).map((level) => givenMask(new Uint8Array(4).fill(level), 2, 2));

/** Whatever draws, and draws enough that two draws are never alike by chance. */
const POLICIES: Record<string, Policy> = {
  "an op": ops.hue({ shift: [-0.5, 0.5] }),
  "noise of a fixed strength": noise,
  RandAugment: randAugment({ layers: 6 }),
  pipeline: randomPipeline([randomErasing({ prob: 1 }), randomGridMask(), randomResizedCrop(), noise], {
    augmentationsPerImage: 3,
  }),
  AugMix: augMix(augMixPolicy()),
  mixup: mixup({ alpha: 1 }),
  cutmix: cutmix(),
  fmix: fmix(),
  gridmix: gridmix(),
  smoothmix: smoothmix(),
  resizemix: resizemix(),
  mosaic: mosaic(),
  multimixup: multimixup(),
  cutblur: cutblur({ scale: [0.2, 0.9] }),
  "one of two, gated": [noise, oneOf([mixup(), cutmix()], { prob: 0.6 })],
  "RandAugment, MixUp, and more": [randAugment(), mixup(), noise, cutmix(), noise],
};

const distinct = (things: unknown[]) => new Set(things.map((thing) => JSON.stringify(thing))).size;

describe.each(Object.entries(POLICIES))("%s", (_, policy) => {
  const four = overDataset(policy, [5, 5, 5, 5]);

  test("four times the same sample is four draws, the first of them its only one elsewhere", () => {
    expect(distinct(range(4).map((row) => made(four, row)))).toBe(4);
    expect(made(four, 0)).toEqual(made(overDataset(policy, [5]), 0));
    expect(
      validatePlan(JSON.parse(JSON.stringify(four)), { batchSize: 4, height: 24, width: 32, datasetSize: 100 }),
    ).toEqual(four);
  });

  test("which draw an occurrence is does not depend on the rest of the batch", () => {
    const among = overDataset(policy, [9, 5, 9, 3, 5, 5, 7]);
    [1, 4, 5].forEach((row, occurrence) => {
      expect(made(among, row)).toEqual(made(four, occurrence));
    });
    expect(made(among, 2)).toEqual(made(overDataset(policy, [9], { occurrences: [1] }), 0));
    expect(made(among, 2)).not.toEqual(made(among, 0));
  });

  test("an occurrence can be named, and then is that draw in any batch", () => {
    expect(made(overDataset(policy, [5], { occurrences: [2] }), 0)).toEqual(made(four, 2));
    expect(overDataset(policy, [5, 5, 5, 5], { occurrences: [0, 1, 2, 3] })).toEqual(four);
    // Named alike they draw alike, which shows that nothing else makes them differ.
    expect(distinct([0, 1].map((row) => made(overDataset(policy, [5, 5], { occurrences: [3, 3] }), row)))).toBe(1);
  });

  test("another epoch and another seed draw its second occurrence anew", () => {
    const second = (more: object) => made(overDataset(policy, [5, 5], more), 1);
    expect(distinct([second({}), second({ epoch: 1 }), second({ seed: 2 })])).toBe(3);
  });
});

test("masks of the caller's are drawn anew", () => {
  const four = overDataset(maskmix(masks), [5, 5, 5, 5]);
  const masksOf = four.stages[0]!.rows.map((row) => (row.mixer === "mask" ? row.mask : row));
  expect(distinct(masksOf)).toBe(4);
});

describe("partners", () => {
  test("from the dataset: every occurrence meets somebody else, never itself, who is drawn as that occurrence too", () => {
    const policy = [randAugment({ layers: 6 }), mixup()];
    const many = overDataset(policy, new Array(60).fill(5));
    const partners = many.stages[0]!.rows.map((row) => many.sources[(row as { partner: number }).partner]!);
    expect(partners.map(({ id }) => id)).not.toContain(5);
    expect(new Set(partners.map(({ id }) => id)).size).toBeGreaterThan(30);
    for (const [occurrence, { id, ops }] of partners.entries())
      expect(ops).toEqual(overDataset(policy, [id], { occurrences: [occurrence] }).sources[0]!.ops);
  });

  test("from a dataset of two, where all meet the same: it is another picture each time", () => {
    const whole = plan([ops.hue({ shift: [-0.5, 0.5] }), mixup()], 4, {
      ids: [0, 0, 0, 0],
      from: "dataset",
      datasetSize: 2,
    });
    expect(whole.sources.slice(4).map(({ id }) => id)).toEqual([1, 1, 1, 1]);
    expect(distinct(whole.sources.map(({ ops }) => ops))).toBe(8);
  });

  test.each(["reverse", "roll", "permutation", "derangement"] as const)(
    "within the batch, %s: the same as for samples that differ",
    (pairing) => {
      const pairs = (ids: number[]) =>
        plan(cutmix({ pairing }), 4, { ids }).stages[0]!.rows.map((row) => ("partner" in row ? row.partner : -1));
      expect(pairs([5, 5, 5, 5])).toEqual(pairs([5, 6, 7, 8]));
      const { rows } = plan(cutmix({ pairing }), 4, { ids: [5, 5, 5, 5] }).stages[0]!;
      const mixed = rows.flatMap((row) => (row.mixer === "cutmix" ? [row.bbox] : []));
      expect(distinct(mixed)).toBe(mixed.length);
    },
  );

  test("from a second batch: its row draws by the occurrence it is mixed with", () => {
    const policy = [ops.hue({ shift: [-0.5, 0.5] }), mixup({ pairing: "external" })];
    const whole = plan(policy, 3, { ids: [5, 5, 5], externalSize: 3 });
    expect(distinct(whole.sources.map(({ ops }) => ops))).toBe(6);
    const alone = plan(policy, 1, { ids: [5], externalSize: 1 });
    expect([whole.sources[0]!.ops, whole.sources[3]!.ops]).toEqual(alone.sources.map(({ ops }) => ops));
  });
});

describe("shared draws", () => {
  const hue = (granularity: "sample" | "batch") => ops.hue({ shift: [-0.5, 0.5], granularity });
  const lambdas = (policy: Policy) =>
    overDataset(policy, [5, 5, 5, 5]).stages[0]!.rows.map((row) => ("lambda" in row ? row.lambda : -1));

  test("granularity batch: all occurrences share the batch's draw", () => {
    expect(distinct(overDataset(hue("batch"), [5, 7, 5, 5]).sources.map(({ ops }) => ops))).toBe(1);
    expect(distinct(overDataset(hue("sample"), [5, 7, 5, 5]).sources.map(({ ops }) => ops))).toBe(4);
    expect(distinct(lambdas(mixup({ granularity: "batch", pairing: "roll" })))).toBe(1);
  });

  test("a batch that wrapped as a whole shares another draw, and is paired otherwise, than the batch of the same samples before it", () => {
    const ids = range(16);
    const again = { occurrences: ids.map(() => 1) };
    const shift = (more: object) => overDataset(hue("batch"), ids, more).sources[0]!.ops;
    expect(shift(again)).not.toEqual(shift({}));
    const policy = mixup({ pairing: "derangement", granularity: "batch" });
    const whole = (more: object) => overDataset(policy, ids, more).stages[0]!.rows;
    const partners = (more: object) => whole(more).map((row) => ("partner" in row ? row.partner : -1));
    expect(partners(again)).not.toEqual(partners({}));
    expect(distinct(whole(again).map((row) => ("lambda" in row ? row.lambda : -1)))).toBe(1);
  });

  test("granularity pair: two occurrences that are a pair share its draw", () => {
    const [a, b, c, d] = lambdas(mixup({ granularity: "pair", pairing: "reverse" }));
    expect([a, b]).toEqual([d, c]);
    expect(a).not.toBe(b);
  });

  test("granularity half: both rows draw", () => {
    const drawn = lambdas(mixup({ granularity: "half" }));
    expect([drawn.length, distinct(drawn)]).toEqual([2, 2]);
  });
});

test("the copies of repeatedAugmentation are draws of their own already, and each occurrence has them all", () => {
  const shift = ops.hue({ shift: [-0.5, 0.5] });
  const whole = overDataset(repeatedAugmentation([shift, shift]), [5, 6, 5]);
  const alone = overDataset(repeatedAugmentation([shift, shift]), [5, 6]);
  expect(distinct(whole.sources.map(({ ops }) => ops))).toBe(6);
  expect([0, 1, 3, 4].map((at) => whole.sources[at]!.ops)).toEqual(alone.sources.map(({ ops }) => ops));
});

test("occurrences are as independent as samples: λ of 4000 of one sample is uniform, and no neighbour of the one before", () => {
  const { rows } = overDataset(mixup({ alpha: 1 }), new Array(4000).fill(5)).stages[0]!;
  const lambdas = rows.map((row) => ("lambda" in row ? row.lambda : Number.NaN));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  // Five standard errors of the mean of U(0, 1), and of the product of two of them about their mean.
  expect(Math.abs(mean(lambdas) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 4000));
  expect(Math.abs(mean(lambdas.slice(1).map((value, i) => (value - 0.5) * (lambdas[i]! - 0.5))))).toBeLessThan(
    (5 / 12) * Math.sqrt(1 / 4000),
  );
});

test("the samples that `wrap` takes again are drawn anew, though they came in another batch", () => {
  const policy = randAugment({ layers: 6 });
  const order = epochOrder({ seed: 1, epoch: 0, count: 6, batchSize: 4, last: "wrap" });
  const [first, last] = [0, 1].map((b) => overDataset(policy, order.batch(b), { occurrences: order.occurrences(b) }));
  expect(last!.sources.slice(2).map(({ id }) => id)).toEqual(first!.sources.slice(0, 2).map(({ id }) => id));
  expect(last!.sources[2]!.ops).not.toEqual(first!.sources[0]!.ops);
  expect(last!.sources[3]!.ops).not.toEqual(first!.sources[1]!.ops);
});

test("a batch without ids has no sample twice", () => {
  expect(plan(mixup(), 6, { ids: undefined, batchSize: 6, step: 0 }).stages[0]!.rows).toHaveLength(6);
});

const WRONG: [more: object, message: string][] = [
  [{ occurrences: [0] }, "occurrences: expected 2 numbers, one a row, found [0]"],
  [{ occurrences: 1 }, "occurrences: expected 2 numbers, one a row, found 1"],
  [{ occurrences: [0, -1] }, "occurrences[1]: expected an integer in 0..2^32-1, found -1"],
  [{ occurrences: [0.5, 1] }, "occurrences[0]: expected an integer in 0..2^32-1, found 0.5"],
  [
    { ids: undefined, step: 0, batchSize: 2, occurrences: [0, 1] },
    "occurrences: expected nothing where there are no ids, found [0, 1]",
  ],
];
test.each(WRONG)("%j is refused", (more, message) => {
  expect(() => plan(mixup(), 2, more)).toThrow(InputError);
  expect(() => plan(mixup(), 2, more)).toThrow(expect.objectContaining({ message }));
});
