import { expect, test } from "vitest";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { validatePolicy } from "../../../src/policy/validate.ts";
import { samplePlan } from "../../../src/sample/sample.ts";

test("the defaults are written into the descriptor", () => {
  expect(mixup()).toEqual({ kind: "mixup", alpha: 0.2, prob: 1 });
  expect(cutmix()).toEqual({ kind: "cutmix", alpha: 1, prob: 1, lambda: "exact" });
  expect(cutmix({ minmax: [0.2, 0.8] })).toEqual({ kind: "cutmix", minmax: [0.2, 0.8], prob: 1, lambda: "exact" });
  expect(oneOf([mixup()])).toEqual({ kind: "oneOf", mixers: [mixup()], prob: 1 });
});

test("an option given as undefined is an option left out", () => {
  expect(mixup({ alpha: undefined, pairing: undefined })).toStrictEqual(mixup());
  expect(oneOf([mixup()], { weights: undefined })).toStrictEqual(oneOf([mixup()]));
});

test("a policy survives JSON, and draws the same plan after it", () => {
  const policy = [
    mixup({ alpha: [0.2, 0.4], stream: "first" }),
    oneOf([mixup(), cutmix({ box: "kerascv", lambda: "unclipped" }), cutmix({ minmax: [0.1, 0.5] })], {
      weights: [1, 2, 3],
      prob: 0.7,
    }),
  ];
  const copy = JSON.parse(JSON.stringify(policy));
  expect(copy).toStrictEqual(policy);
  const request = { seed: 5, ids: [1, 2, 3, 4], height: 20, width: 30 };
  expect(samplePlan({ ...request, policy: copy })).toEqual(samplePlan({ ...request, policy }));
});

test("the kind alone is a whole descriptor", () => {
  const request = { seed: 5, ids: [1, 2, 3, 4], height: 20, width: 30 };
  expect(samplePlan({ ...request, policy: { kind: "mixup" } })).toEqual(samplePlan({ ...request, policy: mixup() }));
  expect(samplePlan({ ...request, policy: { kind: "cutmix" } })).toEqual(samplePlan({ ...request, policy: cutmix() }));
});

test("validatePolicy gives the stages of one stage, of a list and of an empty list", () => {
  expect(validatePolicy(mixup())).toEqual([mixup()]);
  expect(validatePolicy([mixup(), cutmix()])).toEqual([mixup(), cutmix()]);
  expect(validatePolicy([])).toEqual([]);
});

test("every legal extreme is legal", () => {
  const policies = [
    mixup({ alpha: 0.01, prob: 0 }),
    mixup({ alpha: 100 }),
    mixup({ alpha: [0.01, 100] }),
    cutmix({ alphaRange: [0, 0] }),
    cutmix({ minmax: [0, 1] }),
    oneOf([mixup()], { weights: [0, 1].slice(1) }),
    oneOf([mixup(), cutmix()], { weights: [0, 1e-300] }),
    mixup({ granularity: "pair", pairing: "permutation" }),
    mixup({ granularity: "half", pairing: "reverse" }),
    [mixup({ pairing: "external" }), mixup(), mixup({ pairing: "roll" }), cutmix({ granularity: "half" })],
    [mixup({ pairing: "dataset" }), cutmix({ pairing: "dataset" }), mixup({ pairing: "reverse" })],
  ];
  for (const policy of policies) expect(() => validatePolicy(policy)).not.toThrow();
});
