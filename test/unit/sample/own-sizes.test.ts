/**
 * Pictures with sizes of their own draw from these: a sample of a size draws the same whatever else is in the batch
 * (trap R1, invariant I9), and what it would draw among pictures that all have its size.
 */
import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { provenance } from "../../../src/checked-plan.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { presets } from "../../../src/peers/presets.ts";
import { randAugment } from "../../../src/peers/rand-augment.ts";
import type { OpCall, Plan } from "../../../src/plan/plan.ts";
import { repeatedAugmentation } from "../../../src/policy/repeated-augmentation.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomApply, randomChoice, randomOrder, randomPipeline, sequential } from "../../../src/stages/pipeline.ts";
import { randomAspectRatio } from "../../../src/stages/random-aspect-ratio.ts";
import { randomCrop } from "../../../src/stages/random-crop.ts";
import { jitteredResize, randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import { awkwardSizes } from "../../own-sizes.ts";

const COUNT = 50;
const sizes = awkwardSizes(COUNT, 300, 3);
const sizeOf = (id: number) => ({ height: sizes[2 * id]!, width: sizes[2 * id + 1]! });
const window = randomResizedCrop({ height: 24, width: 32 });
const policy = [
  ops.translateX({ pixels: { share: [-0.3, 0.3], of: "width" }, prob: 0.5 }),
  sequential([randomApply(ops.flipX()), window]),
  randAugment(),
  cutmix(),
];
const base = { policy, seed: 11, epoch: 2, from: "dataset", datasetSize: COUNT } as const;
const draw = (ids: readonly number[], more: object = {}) =>
  samplePlan({ ...base, ids, sizes: { dataset: sizes }, ...more });
const opsOf = ({ sources }: Plan) => new Map(sources.map(({ id, ops: calls }) => [id, calls]));

describe("a draw", () => {
  test("depends on the sample and its size alone", () => {
    const all = opsOf(draw(Array.from({ length: COUNT }, (_, id) => id)));
    for (const ids of [[7], [7, 3], [49, 7, 0, 12, 3], [3, 3, 7]]) {
      const plan = draw(ids);
      plan.sources.slice(0, ids.length).forEach(({ id, ops: calls, ...source }, row) => {
        if (ids.indexOf(id) === row) expect(calls).toEqual(all.get(id));
        expect([source.height, source.width]).toEqual([sizeOf(id).height, sizeOf(id).width]);
      });
    }
  });

  test("is that of a batch in which all have this size", () => {
    const all = opsOf(draw(Array.from({ length: COUNT }, (_, id) => id)));
    const differ = new Set<string>();
    for (let id = 0; id < COUNT; id++) {
      const { sources } = samplePlan({ ...base, ids: [id], ...sizeOf(id) });
      expect(sources[0]!.ops).toEqual(all.get(id));
      differ.add(JSON.stringify(sources[0]!.ops));
    }
    expect(differ.size).toBe(COUNT);
  });

  test("of a partner from the dataset is by the partner's size, and of the second batch by its own", () => {
    const plan = draw([0, 1, 2, 3]);
    const all = opsOf(draw(Array.from({ length: COUNT }, (_, id) => id)));
    const partners = plan.sources.slice(4);
    expect(partners.length).toBeGreaterThan(2);
    for (const { id, ops: calls, height, width } of partners) {
      expect(calls).toEqual(all.get(id));
      expect({ height, width }).toEqual(sizeOf(id));
    }
    const request = {
      policy: [window, mixup({ pairing: "external" })],
      seed: 1,
      step: 0,
      batchSize: 2,
      externalSize: 2,
    };
    const own = samplePlan({ ...request, sizes: { batch: [8, 9, 10, 11], external: [100, 200, 300, 400] } });
    expect(own.sources.map(({ from, height, width }) => [from, height, width])).toEqual([
      ["batch", 8, 9],
      ["batch", 10, 11],
      ["external", 100, 200],
      ["external", 300, 400],
    ]);
    const [first] = own.sources[2]!.ops as [OpCall<"cropAndResize">];
    expect(first.top + first.height).toBeLessThanOrEqual(100);
    expect(first.height * first.width).toBeGreaterThan(0.05 * 100 * 200);
  });

  test("sizes can be asked for one by one, and only those that are needed are", () => {
    const asked: number[] = [];
    const dataset = (id: number) => {
      asked.push(id);
      return sizeOf(id);
    };
    expect(draw([5, 9], { sizes: { dataset } })).toEqual(draw([5, 9]));
    expect(new Set(asked).size).toBeLessThanOrEqual(4);
  });
});

describe("a plan", () => {
  const plan = draw([3, 8, 21]);

  test("is a value that says each source's size, and the one that all have afterwards", () => {
    expect([plan.height, plan.width]).toEqual([24, 32]);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    const shape = { batchSize: 3, sizes: { dataset: sizes }, datasetSize: COUNT };
    expect(validatePlan(plan, shape)).toBe(plan);
    expect(provenance(plan).rows).toBe(3);
  });

  const shape = { batchSize: 3, sizes: { dataset: sizes }, datasetSize: COUNT };
  const edited = (edit: (plan: Plan) => void): Plan => {
    const copy = structuredClone(plan);
    edit(copy);
    return copy;
  };
  test.each<[string, (plan: Plan) => void, object, string]>([
    [
      "another size",
      (p) => (p.sources[1]!.height = 5),
      shape,
      `plan.sources[1].height: expected ${sizes[16]}, the picture's, found 5`,
    ],
    [
      "no size",
      (p) => delete p.sources[0]!.width,
      shape,
      `plan.sources[0].width: expected ${sizes[7]}, the picture's, found undefined`,
    ],
    [
      "sizes for pictures of one size",
      () => {},
      { batchSize: 3, height: 24, width: 32, datasetSize: COUNT },
      "plan.sources[0].height: expected nothing, since the pictures are not said to have sizes of their own, found ",
    ],
    [
      "another end",
      (p) => (p.height = 25),
      shape,
      "plan.height: expected 24, which the sources' ops lead to, found 25",
    ],
    [
      "ops that lead elsewhere",
      (p) => p.sources[1]!.ops!.push({ op: "crop", top: 0, left: 0, height: 1, width: 1 }),
      shape,
      "plan.sources[1].ops: expected ops that lead to 24 × 32, as those of the first picture, found 1 × 1",
    ],
    [
      "a shape with both",
      () => {},
      { ...shape, height: 3 },
      "shape.height: expected nothing where pictures have sizes of their own, found 3",
    ],
    [
      "too few sizes",
      () => {},
      { ...shape, sizes: { dataset: [1, 2] } },
      "shape.sizes.dataset: expected 100 numbers, a height and a width for each of 50, found 2",
    ],
  ])("with %s is refused", (_, edit, against, message) => {
    expect(() => validatePlan(edited(edit), against as never)).toThrow(message);
  });
});

describe("a request", () => {
  const request = { policy: [window], seed: 0, ids: [0, 1] };
  test.each<[object, string]>([
    [{}, "height: expected a positive whole number of pixels, found undefined"],
    [
      { sizes: { batch: [1, 2, 3, 4] }, height: 4 },
      "height: expected nothing where pictures have sizes of their own, found 4",
    ],
    [
      { sizes: { batch: [1, 2, 3, 4] }, width: 4 },
      "width: expected nothing where pictures have sizes of their own, found 4",
    ],
    [
      { sizes: { batch: [1, 2, 3] } },
      "sizes.batch: expected a list of [height, width] pairs, one number after the other, found [1, 2, 3]",
    ],
    [{ sizes: { batch: [1, 2] } }, "sizes.batch: expected 4 numbers, a height and a width for each of 2, found 2"],
    [{ sizes: { batch: [1, 2, 0, 4] } }, "sizes.batch[2]: expected a height, an integer in 1..65535, found 0"],
    [{ sizes: { batch: [1, 2, 3, 4.5] } }, "sizes.batch[3]: expected a width, an integer in 1..65535, found 4.5"],
    [{ sizes: { batch: [1, 70_000, 3, 4] } }, "sizes.batch[1]: expected a width, an integer in 1..65535, found 70000"],
    [
      { sizes: { batches: [1, 2, 3, 4] } },
      'sizes: expected only batch, dataset, external (did you mean batch?), found "batches"',
    ],
    [{ sizes: {} }, "sizes.batch: expected sizes, as for the other pictures, found undefined"],
    [{ sizes: { batch: "own" } }, "sizes.batch: expected a list of [height, width] pairs"],
    [
      { sizes: { dataset: () => [1, 2] }, from: "dataset", datasetSize: 2 },
      "sizes.dataset(0): expected { height, width }, integers in 1..65535, found [1, 2]",
    ],
  ])("%j: %s", (more, message) => {
    expect(() => samplePlan({ ...request, ...more } as never)).toThrow(message);
  });
});

describe("a policy for pictures with sizes of their own", () => {
  const never =
    "policy: expected a stage that gives all pictures one size before they are mixed and come out, such as randomResizedCrop";
  const drawn = (stages: unknown) => () =>
    samplePlan({ policy: stages as never, seed: 0, ids: [0, 1, 2], sizes: { batch: [30, 40, 41, 31, 1, 9] } });

  test.each<[string, unknown]>([
    ["nothing", []],
    ["a mixer alone", cutmix()],
    ["colours and flips", [ops.invert(), ops.flipX()]],
    ["a window of the picture's own size", randomResizedCrop()],
    ["a side that is not said", [randomResizedCrop({ height: 8 })]],
    ["the shorter side", [ops.resize({ shortest: 8 }), mixup()]],
    ["a border that not every picture needs", [ops.padIfNeeded({ minHeight: 8, minWidth: 8 })]],
    ["a size after the mixing", [mixup(), ops.resize({ height: 8, width: 8 })]],
  ])("that never fixes it is refused: %s", (_, stages) => {
    expect(drawn(stages)).toThrow(never);
  });

  test.each<[string, unknown, string]>([
    [
      "not for every picture",
      [ops.resize({ height: 8, width: 8, prob: 0.5 })],
      "policy[0].resize.prob: expected 1, because the stage changes the size to 8 × 8, found 0.5",
    ],
    [
      "to one of two sizes",
      [randomChoice([ops.resize({ height: 8, width: 8 }), ops.resize({ height: 9, width: 8 })])],
      'policy[0].randomChoice.stages[1]: expected pictures of 8 × 8, whichever stages are drawn, found "9 × 8"',
    ],
    [
      "or another again",
      [ops.resize({ height: 8, width: 8 }), randomAspectRatio({ factor: [0.5, 2] }), cutmix()],
      "policy[1].randomAspectRatio: expected a stage after it that gives all pictures one size (ops.resize, ops.centerCrop, randomResizedCrop), since each gets its own, found none",
    ],
    [
      "by a drawn side",
      [ops.resize({ height: [8, 9], width: 8 })],
      "policy[0].resize.height: expected one number: all pictures get the same size, found [8, 9]",
    ],
    [
      "in copies of two sizes",
      [repeatedAugmentation([window, ops.resize({ height: 8, width: 8 })])],
      "policy[0].repeatedAugmentation.augmenters[1].resize: expected pictures of 24 × 32, as from the first augmenter",
    ],
  ])("that fixes it %s is refused", (_, stages, message) => {
    expect(drawn(stages)).toThrow(message);
  });

  test.each<[string, unknown, number[]]>([
    ["by a window", [window], [24, 32]],
    [
      "after what not every picture gets",
      [ops.crop({ top: 0, left: 0, height: 4, width: 4, prob: 0.5 }), window],
      [24, 32],
    ],
    ["in either of two ways", [randomChoice([window, ops.resize({ height: 24, width: 32 })])], [24, 32]],
    [
      "in a sequence",
      [sequential([ops.resize({ shortest: 30 }), ops.centerCrop({ height: 20, width: 20 })])],
      [20, 20],
    ],
    ["by a letterbox", [ops.resize({ longest: 20 }), ops.padIfNeeded({ minHeight: 20, minWidth: 20 })], [20, 20]],
    [
      "after sizes in any order",
      [
        randomOrder([ops.resize({ shortest: 9 }), ops.crop({ top: 0, left: 0, height: 5, width: 6 })]),
        ops.centerCrop({ height: 7, width: 7 }),
      ],
      [7, 7],
    ],
    [
      "after some of several",
      [
        randomPipeline([randomAspectRatio({ factor: [0.5, 2] }), randomCrop({ height: 1, width: 1 })], {
          augmentationsPerImage: 3,
        }),
        ops.centerCrop({ height: 7, width: 7 }),
      ],
      [7, 7],
    ],
    ["for each copy", [repeatedAugmentation([ops.flipX(), ops.resize({ shortest: 9 })]), window, cutmix()], [24, 32]],
    [
      "by KerasCV's layers",
      [
        presets.kerasCv.RandomAspectRatio({ factor: [0.5, 2] }),
        jitteredResize({ height: 9, width: 9, scale: [0.8, 1.2] }),
      ],
      [9, 9],
    ],
  ])("that fixes it %s is drawn from, and every call is for the size that its picture has there", (_, stages, size) => {
    const plan = drawn(stages)();
    expect([plan.height, plan.width]).toEqual(size);
    expect(validatePlan(plan, { batchSize: 3, sizes: { batch: [30, 40, 41, 31, 1, 9] } })).toBe(plan);
  });
});

describe("randomAspectRatio", () => {
  test("divides the height by what it multiplies the width by", () => {
    const stages = [randomAspectRatio({ factor: [0.5, 2] }), ops.resize({ height: 8, width: 8 })];
    const { sources } = samplePlan({
      policy: stages,
      seed: 4,
      ids: Array.from({ length: 500 }, (_, i) => i),
      height: 100,
      width: 200,
    });
    const factors = sources.map(({ ops: calls }) => {
      const { height, width } = calls![0] as OpCall<"resize">;
      // Whole pixels: W f is cut by up to 1 of 100, hence f by a hundredth and H / f, up to 200, by 2; then by 1
      // itself.
      const factor = width! / 200;
      expect(Math.abs(height! - 100 / factor)).toBeLessThan(3);
      return factor;
    });
    expect(Math.min(...factors)).toBeGreaterThanOrEqual(0.495);
    expect(Math.max(...factors)).toBeLessThanOrEqual(2);
    // U(0.5, 2): the mean of 500 is within 5 standard errors, 0.433 / √500 each.
    expect(Math.abs(factors.reduce((sum, f) => sum + f) / 500 - 1.25)).toBeLessThan(0.097);
  });

  test("has sides of 1 to 16384", () => {
    const policy = [randomAspectRatio({ factor: 100 }), ops.resize({ height: 8, width: 8 })];
    const { sources } = samplePlan({ policy, seed: 4, ids: [0], height: 50, width: 200 });
    expect(sources[0]!.ops![0]).toMatchObject({ op: "resize", height: 1, width: 16_384 });
  });
});
