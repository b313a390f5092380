/** What validation accepts draws a plan that is legal, at every moment of a training. */
import { describe, expect, test } from "vitest";
import type { OpCall, Plan } from "../../../src/plan.ts";
import type { ImageStage } from "../../../src/policy/image-stage.ts";
import { ops } from "../../../src/policy/ops.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { cosine, linear } from "../../../src/policy/schedule.ts";
import { samplePlan } from "../../../src/sample.ts";
import { validatePlan } from "../../../src/validate-plan.ts";

const SIZE = { height: 40, width: 100 };
const IDS = Array.from({ length: 32 }, (_, i) => i);

/** A plan that has passed the checks of foreign plans. */
function legal(policy: Policy, more: { epoch?: number; seed?: number; height?: number; width?: number } = {}): Plan {
  const plan = samplePlan({ policy, seed: 3, ids: IDS, ...SIZE, ...more });
  return validatePlan(plan, { batchSize: IDS.length, height: plan.height, width: plan.width });
}

const calls = (stage: ImageStage, more?: Parameters<typeof legal>[1]): OpCall[] =>
  legal(stage, more).sources.flatMap((source) => source.ops ?? []);

describe("a schedule of an integer is rounded", () => {
  const EPOCHS = Array.from({ length: 11 }, (_, epoch) => epoch);

  test("on its way down, half a step earlier than it arrives", () => {
    const bits = EPOCHS.map((epoch) => calls(ops.posterize({ bits: linear({ from: 8, to: 4, end: 10 }) }), { epoch })[0]!.bits);
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
