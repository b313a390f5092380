/** What validation accepts draws a plan that is legal, at every moment of a training. */

import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { cosine, linear } from "../../../src/draw/schedules.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { smoothmix } from "../../../src/mixers/smoothmix.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import type { OpCall, Plan } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { reference } from "../../../src/reference/reference.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt } from "../../../src/stages/op-at.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomCrop } from "../../../src/stages/random-crop.ts";
import { randomCutout, randomErasing } from "../../../src/stages/random-erasing.ts";
import { jitteredResize, randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import type { ImageStage } from "../../../src/stages/stage.ts";

const SIZE = { height: 40, width: 100 };
const IDS = Array.from({ length: 32 }, (_, i) => i);

/** A plan that has passed the checks of foreign plans. */
function legal(policy: Policy, more: { epoch?: number; seed?: number; height?: number; width?: number } = {}): Plan {
  const plan = samplePlan({ policy, seed: 3, ids: IDS, ...SIZE, ...more });
  return validatePlan(plan, { batchSize: IDS.length, height: plan.height, width: plan.width });
}

const calls = (stage: ImageStage, more?: Parameters<typeof legal>[1]): AnyCall[] =>
  legal(stage, more).sources.flatMap((source) => source.ops ?? []);

describe("a schedule of an integer is rounded", () => {
  const EPOCHS = Array.from({ length: 11 }, (_, epoch) => epoch);

  test("on its way down, half a step earlier than it arrives", () => {
    const bits = EPOCHS.map(
      (epoch) => calls(ops.posterize({ bits: linear({ from: 8, to: 4, end: 10 }) }), { epoch })[0]!.bits,
    );
    expect(bits).toEqual([8, 8, 7, 7, 6, 6, 6, 5, 5, 4, 4]);
  });

  test.each([
    ["one end of a range", [linear({ from: 8, to: 4, end: 10 }), 8]],
    ["both ends, which are one number", [linear({ from: 8, to: 4, end: 10 }), linear({ from: 8, to: 4, end: 10 })]],
    ["a cosine", cosine({ from: 8, to: 4, end: 10 })],
    ["a function", ({ epoch }: { epoch: number }) => 8 - 0.3 * epoch],
  ])("%s", (_, bits) => {
    for (const epoch of EPOCHS) {
      for (const call of calls(ops.posterize({ bits: bits as never }), { epoch })) {
        expect(Number.isInteger(call.bits)).toBe(true);
        expect(call.bits as number).toBeGreaterThanOrEqual(4);
      }
    }
  });
});

test("a share is rounded where the argument is an integer", () => {
  for (const call of calls(ops.crop({ top: { share: [0, 0.3], of: "height" }, left: 0, height: 20, width: 20 }))) {
    expect(Number.isInteger(call.top)).toBe(true);
  }
});

describe("a plan is what JSON keeps of it: no −0", () => {
  const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

  test("the comparison sees −0", () => {
    expect(Object.is(-0, copy(-0))).toBe(false);
    expect(() => expect([-0]).toEqual(copy([-0]))).toThrow();
  });

  const STAGES: [name: string, stage: ImageStage][] = [
    ["fixed", ops.rotate({ degrees: -0 })],
    ["a fixed list", ops.cutout({ box: [-0, -0, 4, 4], fill: [255, 128, -0] })],
    ["a range of one number", ops.rotate({ degrees: [-0, -0] })],
    ["a function", ops.rotate({ degrees: () => -0 })],
    ["a rounded function", ops.channelShuffle({ order: [2, -0, 1] })],
    ["a choice", ops.rotate({ degrees: { choice: [-0, -0] } })],
    ["a choice of lists", ops.channelShuffle({ order: { choice: [[-0, 1, 2]] } })],
    ["a clip", ops.rotate({ degrees: { normal: [-1, 0], clip: [-0, 5] } })],
    ["a normal", ops.rotate({ degrees: { normal: [-0, 0] } })],
    ["a rounded normal", ops.posterize({ bits: { normal: [-0, 0] } })],
    ["a share", ops.translateX({ pixels: { share: [-0.001, 0], of: "width", round: "trunc" } })],
    ["a list", ops.gaussianBlur({ sigma: { list: [-0, { choice: [-0] }] } })],
    ["all", ops.gaussianBlur({ sigma: { all: -0 } })],
    ["both signs", ops.rotate({ degrees: 0, randomSign: true })],
    ["opAt", opAt("timm", "ShearX", { magnitude: -0, fill: [-0, 0, 0] })],
    ["opAt's bins", opAt("torchvision", "TranslateX", { magnitude: 9, translate: -0 })],
    ["erasing", randomErasing({ prob: 1, fill: [-0, 1, 2] })],
    ["erasing with noise", randomErasing({ prob: 1, mode: "pixel", mean: [-0], std: [-0] })],
    ["KerasCV's cutout", randomCutout({ height: -0, width: { choice: [-0] } })],
    ["a crop", randomCrop({ padding: -0, edge: "constant", fill: [-0] })],
  ];

  test.each(STAGES)("%s", (_, stage) => {
    const plan = legal(stage);
    expect(plan.sources[0]!.ops).toHaveLength(1);
    expect(plan).toEqual(copy(plan));
  });

  test("seed, epoch and ids", () => {
    const plan = samplePlan({ policy: mixup(), seed: -0, epoch: -0, ids: [-0, 1], ...SIZE });
    expect(plan).toEqual(copy(plan));
  });

  test.each(["u8", "f32"] as const)("a plan by hand may have it, and its copy makes the same picture: %s", (format) => {
    const shape = { height: 4, width: 4, channels: 3 } as const;
    const levels = Array.from({ length: 48 }, (_, i) => 5 * i);
    const images = format === "u8" ? Uint8Array.from(levels) : Float32Array.from(levels, (level) => level / 255);
    const made = (call: OpCall) => {
      const plan: Plan = samplePlan({ policy: [], seed: 1, ids: [0], height: 4, width: 4 });
      plan.sources[0]!.ops = [call];
      validatePlan(plan, { batchSize: 1, height: 4, width: 4 });
      const run = (one: Plan) =>
        reference(one, { batch: { images }, shape, format, layout: "nhwc" }, { output: { format } });
      return [plan, copy(plan) as Plan].map((one) => [...run(one).images]);
    };
    for (const call of [
      { op: "gridMask", unit: 4, ratio: 1, offset: [-0, -0], fill: [255, 128, -0] },
      { op: "cutout", box: [-0, -0, 2, 2], fill: [-0, 9, 9] },
      { op: "rotate", degrees: -0, fill: [-0] },
      { op: "posterize", bits: -0 },
    ]) {
      const [mine, copied] = made(call as OpCall);
      expect(mine).toEqual(copied);
    }
  });
});

describe("a window is one that can be read", () => {
  const SCALES: [low: number, high: number][] = [
    [1e-4, 1e-4],
    [0.001, 0.001],
    [0.8, 1.25],
    [6, 10],
    [50, 100],
    [100, 100],
  ];

  test.each(SCALES)("jittered resize by %d to %d", (low, high) => {
    for (const side of [1, 4, 32, 224]) {
      for (const out of [1, 4, 224]) {
        const stage = jitteredResize({ scale: [low, high], height: out, width: out });
        for (let seed = 0; seed < 4; seed++) {
          for (const { top, left } of calls(stage, { seed, height: side, width: side }) as (AnyCall & {
            top: number;
            left: number;
          })[]) {
            expect(Math.max(top, left)).toBeLessThan(side);
            expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
  });

  test.each(["torchvision", "kerascv"] as const)(
    "random resized crop by the rule %s, at the ends of scale and ratio",
    (rule) => {
      for (const scale of [
        [1e-4, 1e-4],
        [1e-4, 100],
        [100, 100],
      ] as [number, number][]) {
        for (const ratio of [
          [0.01, 0.01],
          [100, 100],
        ] as [number, number][]) {
          for (const side of [1, 224]) legal(randomResizedCrop({ rule, scale, ratio }), { height: side, width: side });
        }
      }
    },
  );
});

test("the narrowest bell of SmoothMix is one that a plan may have", () => {
  for (const side of [1, 40]) legal(smoothmix({ sigma: [0.0001, 0.0001] }), { height: side, width: side });
  expect(() => smoothmix({ sigma: [1e-50, 1e-46] })).toThrow(
    "smoothmix.sigma: expected [low, high], shares of the height with 0.0001 <= low <= high <= 1, found [1e-50, 1e-46]",
  );
});
