import { describe, expect, test } from "vitest";
import { type PlanShape, validatePlan } from "../../../src/analysis/validate.ts";
import { PlanError } from "../../../src/check/errors.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { overDataset, plan } from "./request.ts";

const SHAPE: PlanShape = { batchSize: 3, height: 8, width: 16 };

/** A batch of three of 8 × 16 pictures, one of each row, over a blend. */
const right = (): Plan => ({
  version: 1,
  seed: 1,
  epoch: 0,
  height: 8,
  width: 16,
  batchSize: 3,
  sources: [
    { from: "batch", index: 0, id: 10 },
    { from: "batch", index: 1, id: 11 },
    { from: "batch", index: 2, id: 12 },
  ],
  stages: [
    {
      pairing: "roll",
      rows: [
        { mixer: "mixup", own: 0, partner: 2, lambda: 0.25 },
        { mixer: "mixup", own: 1, partner: 0, lambda: 0 },
        { mixer: "mixup", own: 2, partner: 1, lambda: 1 },
      ],
    },
    {
      pairing: "reverse",
      rows: [
        { mixer: "cutmix", own: 0, partner: 2, bbox: [4, 2, 16, 8], lambda: 0.4375 },
        { mixer: "none", own: 1 },
        { mixer: "cutmix", own: 2, partner: 0, bbox: [0, 0, 0, 8], lambda: 0.9, lambdaMode: "beta" },
      ],
    },
  ],
});

test("a right plan comes back as it is", () => {
  const value = right();
  expect(validatePlan(value, SHAPE)).toBe(value);
});

describe("every plan that samplePlan draws is right, after JSON too", () => {
  const request = { height: 8, width: 16 };
  const shape = { ...SHAPE, datasetSize: 100 };
  test.each([
    ["in a batch", plan([mixup(), cutmix()], 3, request)],
    ["over a dataset", overDataset([mixup(), oneOf([cutmix(), mixup()])], [5, 6, 7], request)],
    ["halved", plan(cutmix({ granularity: "half" }), 3, request)],
    ["with another batch", plan([mixup({ pairing: "external" }), cutmix()], 3, { ...request, externalSize: 3 })],
    [
      "with every lambda mode",
      plan(
        [
          cutmix({ lambda: "beta" }),
          cutmix({ box: "kerascv", lambda: "unclipped" }),
          cutmix({ box: "datarax", lambda: "continuous" }),
        ],
        3,
        request,
      ),
    ],
    ["of an empty policy", plan([], 3, request)],
  ])("%s", (_, value) => {
    const copy = JSON.parse(JSON.stringify(value));
    expect(validatePlan(copy, { ...shape, externalSize: 3 })).toBe(copy);
  });
});

test("an exact lambda may be written with more digits than f32 has", () => {
  const value = plan(cutmix(), 64, { height: 28, width: 28 });
  for (const row of value.stages[0]!.rows) {
    if (row.mixer !== "cutmix") continue;
    const [x0, y0, x1, y1] = row.bbox;
    row.lambda = 1 - ((x1 - x0) * (y1 - y0)) / 784;
  }
  expect(validatePlan(value, { batchSize: 64, height: 28, width: 28 })).toBe(value);
});

/** Sets the value at a path such as `stages[0].rows[1].lambda` of the right plan. */
function edited(path: string, value: unknown): unknown {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const last = keys.pop()!;
  const result = right();
  // biome-ignore lint/suspicious/noExplicitAny: the point is to break the type.
  const parent = keys.reduce((node: any, key) => node[key], result);
  parent[last] = value;
  return result;
}

const NO_LAMBDA = { mixer: "mixup", own: 0, partner: 1 };

const WRONG: [path: string, value: unknown, message: string][] = [
  ["version", 2, "plan.version: expected 1, the one version there is, found 2"],
  ["version", undefined, "plan.version: expected 1, the one version there is, found undefined"],
  ["seed", 1.5, "plan.seed: expected an integer in 0..9007199254740991, found 1.5"],
  ["epoch", -1, "plan.epoch: expected an integer in 0..4294967295, found -1"],
  ["height", 9, "plan.height: expected 8, as the batch has, found 9"],
  ["width", "16", 'plan.width: expected 16, as the batch has, found "16"'],
  ["batchSize", 4, "plan.batchSize: expected 3, as the batch has, found 4"],
  [
    "stage",
    [],
    'plan: expected only the fields version, seed, epoch, height, width, sources, batchSize, stages (did you mean stages?), found "stage"',
  ],
  ["sources", {}, "plan.sources: expected an array of at least 3 sources, the batch's rows first, found Object"],
  ["sources", [], "plan.sources: expected an array of at least 3 sources, the batch's rows first, found []"],
  ["sources[1]", null, "plan.sources[1]: expected an object with from, index, id, height, width, ops, found null"],
  ["sources[1].from", "Batch", 'plan.sources[1].from: expected batch or dataset in the batch\'s rows, found "Batch"'],
  [
    "sources[1].from",
    "external",
    'plan.sources[1].from: expected batch or dataset in the batch\'s rows, found "external"',
  ],
  [
    "sources[1].from",
    "dataset",
    'plan.sources[1].from: expected no source from a dataset, because none is given, found "dataset"',
  ],
  ["sources[1].index", 3, "plan.sources[1].index: expected an integer in 0..2, found 3"],
  ["sources[2].id", -1, "plan.sources[2].id: expected an integer in 0..4294967295, found -1"],
  [
    "sources[3]",
    { from: "memory", index: 0, id: 0 },
    'plan.sources[3].from: expected batch or dataset or external at this place, found "memory"',
  ],
  [
    "sources[3]",
    { from: "external", index: 0, id: 0 },
    'plan.sources[3].from: expected no source from a second batch, because none is given, found "external"',
  ],
  ["stages", undefined, "plan.stages: expected an array of 1 to 4 stages, found undefined"],
  ["stages", [], "plan.stages: expected an array of 1 to 4 stages, found []"],
  [
    "stages[0].pairing",
    "rol",
    'plan.stages[0].pairing: expected one of reverse, roll, permutation, derangement, dataset, external, self (did you mean roll?), found "rol"',
  ],
  ["stages[1].rows", "none", 'plan.stages[1].rows: expected an array of rows, found "none"'],
  ["stages[0].rows", [], "plan.stages[0].rows: expected at least 3 rows, one a row of the batch, found 0"],
  [
    "stages[1].rows",
    [{ mixer: "none", own: 0 }],
    "plan.stages[1].rows: expected 3 rows, or 2 where the batch is halved, found 1",
  ],
  ["stages[0].rows[1]", undefined, "plan.stages[0].rows[1]: expected a row, { mixer, own, … }, found undefined"],
  [
    "stages[0].rows[1].mixer",
    "mixUp",
    'plan.stages[0].rows[1].mixer: expected one of none, mixup, cutmix, mask (did you mean mixup?), found "mixUp"',
  ],
  ["stages[0].rows[1].own", 3, "plan.stages[0].rows[1].own: expected an integer in 0..2, found 3"],
  ["stages[1].rows[1].own", -1, "plan.stages[1].rows[1].own: expected an integer in 0..2, found -1"],
  ["stages[0].rows[1].partner", 0.5, "plan.stages[0].rows[1].partner: expected an integer in 0..2, found 0.5"],
  ["stages[0].rows[1].lambda", 1.01, "plan.stages[0].rows[1].lambda: expected a number from 0 to 1, found 1.01"],
  ["stages[0].rows[1].lambda", Number.NaN, "plan.stages[0].rows[1].lambda: expected a number from 0 to 1, found NaN"],
  ["stages[0].rows[1].lambda", null, "plan.stages[0].rows[1].lambda: expected a number from 0 to 1, found null"],
  ["stages[0].rows[0]", NO_LAMBDA, "plan.stages[0].rows[0].lambda: expected a number from 0 to 1, found undefined"],
  [
    "stages[0].rows[0].lam",
    0.5,
    'plan.stages[0].rows[0]: expected only the fields mixer, own, partner, lambda, ops (did you mean lambda?), found "lam"',
  ],
  ["stages[1].rows[1].partner", 0, 'plan.stages[1].rows[1]: expected only the fields mixer, own, ops, found "partner"'],
  [
    "stages[1].rows[0].bbox",
    [4, 2, 16],
    "plan.stages[1].rows[0].bbox: expected [x0, y0, x1, y1] in pixels, found [4, 2, 16]",
  ],
  ["stages[1].rows[0].bbox[0]", -1, "plan.stages[1].rows[0].bbox[0]: expected an integer in 0..16, found -1"],
  ["stages[1].rows[0].bbox[1]", 9, "plan.stages[1].rows[0].bbox[1]: expected an integer in 0..8, found 9"],
  ["stages[1].rows[0].bbox[2]", 3, "plan.stages[1].rows[0].bbox[2]: expected an integer in 4..16, found 3"],
  ["stages[1].rows[0].bbox[2]", 17, "plan.stages[1].rows[0].bbox[2]: expected an integer in 4..16, found 17"],
  ["stages[1].rows[0].bbox[3]", 7.5, "plan.stages[1].rows[0].bbox[3]: expected an integer in 2..8, found 7.5"],
  [
    "stages[1].rows[0].bbox[3]",
    7,
    "plan.stages[1].rows[0].lambda: expected 0.53125, the share of pixels outside the bbox, found 0.4375",
  ],
  [
    "stages[1].rows[0].lambda",
    0.5,
    "plan.stages[1].rows[0].lambda: expected 0.4375, the share of pixels outside the bbox, found 0.5",
  ],
  [
    "stages[1].rows[2].lambdaMode",
    "exact",
    'plan.stages[1].rows[2].lambdaMode: expected one of beta, unclipped, continuous, found "exact"',
  ],
  [
    "stages[1].rows[2].lambdaMode",
    undefined,
    "plan.stages[1].rows[2].lambda: expected 1, the share of pixels outside the bbox, found 0.9",
  ],
];

describe("a wrong plan gets the whole message, with its path", () => {
  test.each(WRONG)("%s = %j", (path, value, message) => {
    const call = () => validatePlan(edited(path, value), SHAPE);
    expect(call).toThrow(PlanError);
    expect(messageOf(call)).toBe(message);
  });

  test("no plan at all", () => {
    expect(messageOf(() => validatePlan("{}", SHAPE))).toBe(
      'plan: expected an object with version, seed, epoch, height, width, sources, batchSize, stages, found "{}"',
    );
  });

  test("a dataset sample or a second batch's row out of range, or out of order", () => {
    const both = { ...SHAPE, datasetSize: 50, externalSize: 3 };
    const extra = (from: string, index: number) => ({ from, index, id: 0 });
    const value = edited("sources[3]", extra("dataset", 49)) as Plan;
    expect(validatePlan(value, both)).toBe(value);
    expect(messageOf(() => validatePlan(edited("sources[3]", extra("dataset", 50)), both))).toBe(
      "plan.sources[3].index: expected an integer in 0..49, found 50",
    );
    expect(messageOf(() => validatePlan(edited("sources[3]", extra("external", 3)), both))).toBe(
      "plan.sources[3].index: expected an integer in 0..2, found 3",
    );
    const turned = edited("sources[3]", extra("external", 0)) as Plan;
    turned.sources.push({ from: "dataset", index: 0, id: 0 });
    expect(messageOf(() => validatePlan(turned, both))).toBe(
      'plan.sources[4].from: expected external at this place, found "dataset"',
    );
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was thrown";
}
