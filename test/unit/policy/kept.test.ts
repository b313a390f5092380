/** The policy that an engine keeps is checked once, because nobody can change it. */
import { expect, test } from "vitest";
import { mixup } from "../../../src/mixers/mixup.ts";
import { keptPolicy, stagesOf } from "../../../src/policy/validate.ts";
import * as ops from "../../../src/stages/ops.ts";

test("it is a copy with the stages of the original, frozen to the last list", () => {
  const policy = [ops.cutout({ box: [0, 0, 2, 2] }), mixup()];
  const kept = keptPolicy(policy) as typeof policy;
  expect(kept).toEqual(policy);
  expect(kept).not.toBe(policy);
  expect(stagesOf(kept)).toBe(stagesOf(kept));
  expect(() => Object.assign(kept[1]!, { alpha: -1 })).toThrow(TypeError);
});

test("any other is checked at every step", () => {
  const policy = [mixup()];
  expect(stagesOf(policy)).not.toBe(stagesOf(policy));
  Object.assign(policy[0]!, { alpha: -1 });
  expect(() => stagesOf(policy)).toThrow("policy[0].mixup.alpha");
  expect(() => keptPolicy(policy)).toThrow("policy[0].mixup.alpha");
});

test("one that holds more than plain data is checked at every step too, since it may change", () => {
  class Stage {
    readonly kind = "mixup";
    alpha = 0.2;
  }
  const kept = keptPolicy([new Stage() as never]) as [Stage];
  kept[0].alpha = -1;
  expect(() => stagesOf(kept as never)).toThrow("alpha");
});
