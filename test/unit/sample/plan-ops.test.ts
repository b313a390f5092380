/** Ops in an edited or foreign plan: what can be wrong with them, and the whole message. */
import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { PlanError } from "../../../src/check/errors.ts";
import { lower } from "../../../src/lower/lower.ts";
import type { LowerOptions } from "../../../src/lower/lowering.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import type { OpCall, Plan } from "../../../src/plan/plan.ts";
import { plan } from "./request.ts";

const shape = { batchSize: 2, height: 24, width: 32 };

/** A plan of two rows whose first source (or row) has these ops. */
function withOps(ops: unknown, where: "source" | "row" = "source"): Plan {
  const whole = plan(cutmix({ pairing: "reverse" }), 2);
  const picture = where === "source" ? whole.sources[0]! : whole.stages[0]!.rows[0]!;
  picture.ops = ops as OpCall[];
  return whole;
}

const WRONG: [ops: unknown, message: string][] = [
  [{}, "plan.sources[0].ops: expected an array of at most 256 op calls, found Object"],
  [[null], 'plan.sources[0].ops[0]: expected an op call such as { op: "invert" }, found null'],
  [
    [{ op: "solarise" }],
    'plan.sources[0].ops[0].op: expected the name of an image op (did you mean solarize?) (your own must be defined first, by defineOp), found "solarise"',
  ],
  [
    [{ op: "invert" }, { op: "solarize", threshold: 300 }],
    "plan.sources[0].ops[1].threshold: expected a number 0 to 256 (level 0..256), found 300",
  ],
  [
    [{ op: "solarize", threshold: [0, 256] }],
    "plan.sources[0].ops[0].threshold: expected a number 0 to 256 (level 0..256), found [0, 256]",
  ],
  [
    [{ op: "solarize", treshold: 3 }],
    'plan.sources[0].ops[0]: expected only the arguments threshold (did you mean threshold?), found "treshold"',
  ],
  [[{ op: "solarize" }], "plan.sources[0].ops[0].threshold: expected a number 0 to 256 (level 0..256), found nothing"],
];

test.each(WRONG)("%j", (ops, message) => {
  expect(() => validatePlan(withOps(ops), shape)).toThrow(PlanError);
  expect(() => validatePlan(withOps(ops), shape)).toThrow(message);
});

describe("arguments that do not go together, or not with the picture, are refused with their path before anything is uploaded", () => {
  const options: LowerOptions = {
    ...{ shape: { height: 24, width: 32, channels: 3 }, format: "u8", layout: "nhwc", output: {} },
    ...{ pages: 1, picturesPerPage: 2 },
  };
  test.each([
    [{ op: "equalize", bins: 64 }, 'plan.sources[0].ops[0].bins: expected 256, or peer "kerascv", found 64'],
    [
      { op: "jigsaw", grid: [1, 2], order: [0, 0] },
      "plan.sources[0].ops[0].order: expected 0 to 1 in any order, one a tile, found [0, 0]",
    ],
    [
      { op: "normalize", mean: [0.5], std: [0.5] },
      "plan.sources[0].ops[0]: expected pictures of floats (format f32 or f16), found u8 pictures",
    ],
    [
      { op: "gaussianBlur", sigma: [9, 9], peer: "pillow" },
      'plan.sources[0].ops[0].sigma: expected at most 3.4 with peer "pillow", found 9',
    ],
  ])("%j", (call, message) => {
    const whole = withOps([call]);
    expect(validatePlan(whole, shape)).toBe(whole);
    expect(() => lower(whole, options)).toThrow(PlanError);
    expect(() => lower(whole, options)).toThrow(message);
  });

  test("a box beside the picture, which the plan's check sees", () => {
    const beside = { op: "cropAndResize", top: 30, left: 0, height: 4, width: 4, outHeight: 8, outWidth: 8 };
    expect(() => validatePlan(withOps([{ op: "invert" }, beside]), shape)).toThrow(
      "plan.sources[0].ops[1].top: expected a box that lies in the picture at least in part, found 30",
    );
  });
});

test("the ops of a row have the row's path", () => {
  expect(() => validatePlan(withOps([{ op: "nothing" }], "row"), shape)).toThrow(
    /^plan\.stages\[0\]\.rows\[0\]\.ops\[0\]\.op: expected /,
  );
});

test("all pictures of a level must get the same size", () => {
  const crop = { op: "crop", top: 0, left: 0, height: 8, width: 8 };
  expect(() => validatePlan(withOps([crop]), shape)).toThrow(
    "plan.sources[1].ops: expected ops that lead to 8 × 8, as those of the first picture, found 24 × 32",
  );
});

test("boxes are checked against the size that the ops before them made", () => {
  const crop = { op: "crop", top: 0, left: 0, height: 8, width: 8 };
  const whole = plan([], 2);
  for (const source of whole.sources) source.ops = [crop as OpCall];
  whole.stages = [
    {
      pairing: "reverse",
      rows: [0, 1].map((own) => ({ mixer: "cutmix", own, partner: 1 - own, bbox: [0, 0, 8, 4], lambda: 0.5 })),
    },
  ];
  expect(validatePlan(whole, shape)).toBe(whole);
  whole.stages[0]!.rows[1] = { mixer: "cutmix", own: 1, partner: 0, bbox: [0, 0, 9, 4], lambda: 0.5 };
  expect(() => validatePlan(whole, shape)).toThrow(
    "plan.stages[0].rows[1].bbox[2]: expected an integer in 0..8, found 9",
  );
});
