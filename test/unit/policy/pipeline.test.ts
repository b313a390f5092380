/** Which stages are drawn, how often, and in which order. */

import { describe, expect, test } from "vitest";
import { mixup } from "../../../src/mixers/mixup.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { presets } from "../../../src/peers/presets.ts";
import { randAugment, standardPolicy } from "../../../src/peers/rand-augment.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { colorJitter } from "../../../src/stages/color-jitter.ts";
import type { OpAt } from "../../../src/stages/op-at.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomApply, randomChoice, randomOrder, randomPipeline, sequential } from "../../../src/stages/pipeline.ts";
import type { ImageStage } from "../../../src/stages/stage.ts";
import { TIMM_THREE_WEIGHTS, TIMM_WEIGHTS } from "../../../src/tables/timm.ts";
import { chiSquareRatio, zScore } from "../random/statistics.ts";

const N = 6000;

/** The op names that each of N samples drew. */
function names(stage: ImageStage): string[][] {
  const ids = Array.from({ length: N }, (_, i) => i);
  return samplePlan({ policy: stage, seed: 5, ids, height: 32, width: 32 }).sources.map(({ ops = [] }) =>
    ops.map(({ op }) => op),
  );
}

const [invert, flipX, flipY] = [ops.invert(), ops.flipX(), ops.flipY()];
const isRare = (hits: number, p: number) => Math.abs(zScore(hits, N, p, p * (1 - p)));

test("sequential runs all in order, within a gate of its own", () => {
  const list = names(sequential([invert, flipX], { prob: 0.3 }));
  expect(new Set(list.map(String))).toEqual(new Set(["", "invert,flipX"]));
  expect(isRare(list.filter(({ length }) => length === 2).length, 0.3)).toBeLessThan(4.4);
});

test("a prob is drawn once: the chance is p, and p · q where one is inside the other", () => {
  expect(isRare(names(ops.invert({ prob: 0.4 })).flat().length, 0.4)).toBeLessThan(4.4);
  expect(isRare(names(randomApply(ops.invert({ prob: 0.5 }), { prob: 0.5 })).flat().length, 0.25)).toBeLessThan(4.4);
  expect(isRare(names(randomPipeline([ops.invert({ prob: 0.5 })], { rate: 0.6 })).flat().length, 0.3)).toBeLessThan(
    4.4,
  );
});

test("randomApply is one half unless told", () => {
  expect(isRare(names(randomApply(invert)).flat().length, 0.5)).toBeLessThan(4.4);
});

test("randomChoice draws one, by its weights", () => {
  const count = (stage: ImageStage) =>
    ["invert", "flipX", "flipY"].map((name) => names(stage).filter(([drawn]) => drawn === name).length);
  expect(chiSquareRatio(count(randomChoice([invert, flipX, flipY])))).toBeLessThan(1);
  expect(
    chiSquareRatio(count(randomChoice([invert, flipX, flipY], { weights: [1, 2, 5] })), [N / 8, N / 4, (N * 5) / 8]),
  ).toBeLessThan(1);
  expect(count(randomChoice([invert, flipX, flipY], { weights: [0, 1, 0] }))).toEqual([0, N, 0]);
});

test("randomOrder runs all, in every order alike", () => {
  const list = names(randomOrder([invert, flipX, flipY])).map(String);
  const orders = [...new Set(list)].sort();
  expect(orders).toHaveLength(6);
  expect(chiSquareRatio(orders.map((order) => list.filter((one) => one === order).length))).toBeLessThan(1);
});

describe("randomPipeline", () => {
  test("with replacement all pairs are alike, equal ones among them", () => {
    const list = names(randomPipeline([invert, flipX, flipY], { augmentationsPerImage: 2 })).map(String);
    const pairs = [...new Set(list)].sort();
    expect(pairs).toHaveLength(9);
    expect(chiSquareRatio(pairs.map((pair) => list.filter((one) => one === pair).length))).toBeLessThan(1);
  });

  test("without replacement nothing comes twice", () => {
    const list = names(randomPipeline([invert, flipX, flipY], { augmentationsPerImage: 2, replace: false })).map(
      String,
    );
    expect(new Set(list).size).toBe(6);
    const first = names(
      randomPipeline([invert, flipX, flipY], { augmentationsPerImage: 3, replace: false, weights: [0, 1, 3] }),
    );
    expect(first.every(({ length }) => length === 2)).toBe(true);
    expect(isRare(first.filter(([one]) => one === "flipY").length, 0.75)).toBeLessThan(4.4);
  });

  test("a number of ops between two", () => {
    const lengths = names(randomPipeline([invert], { augmentationsPerImage: [0, 3] })).map(({ length }) => length);
    expect(chiSquareRatio([0, 1, 2, 3].map((n) => lengths.filter((length) => length === n).length))).toBeLessThan(1);
  });

  test("an op that is drawn twice draws its argument twice", () => {
    const stage = randomPipeline([ops.rotate({ degrees: [0, 30] })], { augmentationsPerImage: 2 });
    const { sources } = samplePlan({ policy: stage, seed: 5, ids: [1, 2, 3], height: 8, width: 8 });
    for (const { ops } of sources) expect((ops![0] as AnyCall).degrees).not.toBe((ops![1] as AnyCall).degrees);
  });
});

describe("RandAugment", () => {
  test("layers, rate, and every op of the table alike", () => {
    const list = names(randAugment({ layers: 2, rate: 0.5 }));
    expect(list.flat().length / N).toBeCloseTo(1, 1);
    const entries = standardPolicy().map(({ op }) => op);
    expect(entries).toHaveLength(10);
    const flat = list.flat();
    expect(chiSquareRatio(entries.map((op) => flat.filter((one) => one === op).length))).toBeLessThan(1);
  });

  test("the standard policy is a plain list: filtered by op, extended, drawn from", () => {
    const stages = [
      ...standardPolicy({ table: "torchvision" }).filter(({ op }) => op !== "rotate" && op !== "identity"),
      ops.gaussianNoise({ std: 3 }),
    ];
    const drawn = new Set(names(randomPipeline(stages, { augmentationsPerImage: 3 })).flat());
    expect(drawn.has("rotate")).toBe(false);
    expect(drawn.has("gaussianNoise")).toBe(true);
    expect(drawn.size).toBe(13);
  });

  test("the tables' own numbers of ops", () => {
    const count = (table: Parameters<typeof standardPolicy>[0]) => standardPolicy(table).length;
    expect(
      [
        {},
        { table: "keras3" },
        { table: "keras3Quirks" },
        { table: "torchvision" },
        { table: "timm" },
        { table: "dali" },
      ].map((table) => count(table as never)),
    ).toEqual([10, 11, 11, 14, 15, 14]);
  });

  test("two samples that draw the same op have magnitudes of their own", () => {
    const ids = Array.from({ length: 200 }, (_, i) => i);
    const stage = randAugment({ entries: ["RandomShearX"], magnitudeStd: 0.1, layers: 1 });
    const { sources } = samplePlan({ policy: stage, seed: 5, ids, height: 32, width: 32 });
    expect(new Set(sources.map(({ ops }) => (ops![0] as AnyCall).share)).size).toBeGreaterThan(190);
  });
});

describe("timm's strings", () => {
  const policy = (config: string) => presets.timmRandAugment(config).policy as ReturnType<typeof randAugment>;

  test("rand-m9-mstd0.5-inc1", () => {
    const stage = policy("rand-m9-mstd0.5-inc1");
    expect(stage).toMatchObject({ augmentationsPerImage: 2, rate: 0.5 });
    expect(stage.stages).toHaveLength(15);
    expect(stage.stages[4]).toEqual({
      kind: "opAt",
      table: "timm",
      entry: "PosterizeIncreasing",
      op: "posterize",
      magnitude: 9,
      magnitudeStd: 0.5,
    });
  });

  test("defaults: magnitude 10, two ops of the plain set, half of them applied", () => {
    const stage = policy("rand");
    expect(stage).toMatchObject({ augmentationsPerImage: 2, rate: 0.5 });
    expect(stage.stages[4]).toEqual({
      kind: "opAt",
      table: "timm",
      entry: "Posterize",
      op: "posterize",
      magnitude: 10,
    });
  });

  test("any digit after inc turns it on, 0 too; bare inc does not", () => {
    const first = (config: string) => (policy(config).stages[4] as OpAt).entry;
    expect([first("rand-inc0"), first("rand-inc1"), first("rand-inc")]).toEqual([
      "PosterizeIncreasing",
      "PosterizeIncreasing",
      "Posterize",
    ]);
  });

  test("mstd above 100 and inf are uniform from 0; mmax is the noise's limit", () => {
    expect(policy("rand-m8-mstd101").stages[0]).toMatchObject({ magnitude: [0, 8] });
    expect(policy("rand-m8-mstdinf").stages[0]).toMatchObject({ magnitude: [0, 8] });
    expect(policy("rand-m8-mstd1-mmax9").stages[0]).toMatchObject({ magnitude: 8, magnitudeStd: 1, magnitudeMax: 9 });
  });

  test("weights draw without replacement", () => {
    expect(policy("rand-m9-n3-p1-tweights")).toMatchObject({
      replace: false,
      rate: 1,
      augmentationsPerImage: 3,
      weights: Object.values(TIMM_WEIGHTS),
    });
    expect(policy("rand-m9-t3aw").weights).toEqual(Object.values(TIMM_THREE_WEIGHTS));
    expect(policy("rand-m9-t3a").stages.map((stage) => (stage as OpAt).entry)).toEqual([
      "SolarizeIncreasing",
      "Desaturate",
      "GaussianBlur",
    ]);
    expect(policy("rand-m9-t3a").replace).toBeUndefined();
  });

  test("augmix and auto augment", () => {
    expect(presets.timmAugMix("augmix-m5-w4-d2-a0.5").policy).toMatchObject({ width: 4, depth: 2, alpha: 0.5 });
    expect(presets.timmAugMix().policy.stages[0]).toMatchObject({ table: "timm", magnitude: [0, 3], translate: 0.3 });
    expect(presets.timmAutoAugment("original-mstd0.5").policy).toMatchObject({ kind: "randomChoice" });
    expect((presets.timmAutoAugment("3a").policy as ReturnType<typeof randomChoice>).stages).toHaveLength(3);
  });
});

test("color jitter: a fixed order or any", () => {
  const options = { brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1 };
  expect(new Set(names(colorJitter({ ...options, order: "fixed" })).map(String))).toEqual(
    new Set(["brightness,contrast,color,hue"]),
  );
  expect(new Set(names(colorJitter(options)).map(String)).size).toBe(24);
});

test("what one stage draws does not depend on what another does: no draw is shared", () => {
  const shift = (stages: ImageStage[]) =>
    samplePlan({ policy: sequential(stages), seed: 5, ids: [1, 2, 3], height: 8, width: 8 }).sources.map(({ ops }) =>
      ops!.at(-1),
    );
  const hue = ops.hue({ shift: [-0.5, 0.5] });
  expect(shift([ops.rotate({ degrees: { normal: [0, 5] } }), hue])).toEqual(shift([ops.invert(), hue]));
});

test("policies of ops stand before, between and after mixers", () => {
  const policy = [randAugment(), mixup({ pairing: "reverse" }), invert];
  expect(() => samplePlan({ policy, seed: 1, ids: [1, 2], height: 8, width: 8 })).not.toThrow();
});
