/**
 * What a program holds that imports the package without `mixwell/all`: the names that its constructors brought, and no
 * others.
 */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { imageOps as everyOp } from "../../src/ops/index.ts";
import { magnitudeTables } from "../../src/tables/index.ts";
import { tableOps } from "../../src/tables/ops.ts";

let mixwell: typeof import("mixwell");

beforeEach(async () => {
  // The tests' setup brings everything.
  vi.resetModules();
  mixwell = await import("mixwell");
});

const HINT = '(import "mixwell/all" brings every one)';
const OP_HINT = '(import "mixwell/all" brings every one; your own must be defined first, by defineOp)';
const shape = { batchSize: 4, height: 8, width: 8 };
const request = { ...shape, seed: 1, step: 0 };
const draw = (policy: unknown) => mixwell.samplePlan({ ...request, policy: policy as never });
const planWith = (call: object) => {
  const plan = draw([]);
  plan.sources[0]!.ops = [call as never];
  return plan;
};

describe("a name that nobody brought is an error that says what brings it", () => {
  test.each([
    [
      "an op in a policy",
      () => draw({ kind: "op", op: "invert" }),
      'policy.kind: expected one of repeatedAugmentation, or an image stage (import "mixwell/all" brings every one',
    ],
    [
      "a mixer",
      () => draw({ kind: "mixup" }),
      'policy.kind: expected one of repeatedAugmentation, or an image stage (import "mixwell/all" brings every one',
    ],
    [
      "an op in a plan",
      () => mixwell.validatePlan(planWith({ op: "invert" }), shape),
      "plan.sources[0].ops[0].op: expected the name of an image op",
    ],
  ])("%s", (_, act, message) => {
    expect(act).toThrow(message);
    expect(act).toThrow(HINT.slice(0, -1));
  });

  test("one op of several", () => {
    mixwell.ops.solarize({ threshold: 3 });
    expect(() => draw({ kind: "op", op: "invert" })).toThrow(
      `policy.invert.op: expected the name of an image op: one of solarize ${OP_HINT}`,
    );
    expect(() => draw({ kind: "op", op: "solarise" })).toThrow(`(did you mean solarize?) ${OP_HINT}`);
  });

  test("a mask", () => {
    mixwell.gridmix();
    const row = {
      mixer: "mask",
      own: 0,
      partner: 1,
      lambda: 0.5,
      mask: { shape: "gaussian", center: [1, 1], sigma: 3 },
    };
    const plan = { ...draw([]), stages: [{ pairing: "reverse", rows: [row, row] }] };
    expect(() => mixwell.validatePlan(plan as never, shape)).toThrow(`mask.shape: expected one of grid ${HINT}`);
  });
});

type Package = typeof mixwell;
const made: Record<string, (from: Package) => unknown> = {
  "ops.rotate": ({ ops }) => ops.rotate({ degrees: [0, 9] }),
  "randAugment (Keras 3)": ({ randAugment }) => randAugment({ table: "keras3" }),
  randomResizedCrop: ({ randomResizedCrop }) => randomResizedCrop(),
  randomErasing: ({ randomErasing }) => [randomErasing({ prob: 1 }), randomErasing({ prob: 1, mode: "pixel" })],
  randomZoomOut: ({ randomZoomOut }) => randomZoomOut(),
  randomGridMask: ({ randomGridMask }) => randomGridMask(),
  colorJitter: ({ colorJitter }) => colorJitter({ brightness: 0.1, hue: 0.1 }),
  randomJigsaw: ({ randomJigsaw }) => randomJigsaw(),
  randomPipeline: ({ ops, randomPipeline }) => randomPipeline([ops.invert()]),
  threeAugment: ({ threeAugment }) => threeAugment(),
  autoAugment: ({ autoAugment }) => autoAugment(),
  "presets.timmRandAugment": ({ presets }) => presets.timmRandAugment().policy,
  "presets.kerasCv": ({ presets }) => presets.kerasCv.RandomHue({ factor: 0.1 }),
  augMix: ({ augMix, augMixPolicy }) => augMix(augMixPolicy()),
  mosaic: ({ mosaic }) => mosaic(),
  cutblur: ({ cutblur }) => cutblur(),
  resizemix: ({ resizemix }) => resizemix(),
  fmix: ({ fmix }) => fmix(),
  maskmix: ({ maskmix, givenMask }) => maskmix([givenMask(Uint8Array.of(0, 255), 1, 2)]),
  oneOf: ({ oneOf, mixup, cutmix }) => oneOf([mixup(), cutmix()]),
};

test.each(Object.entries(made))(
  "%s brings what its stage may draw, also for policies and plans from JSON",
  (_, make) => {
    const policy: unknown = JSON.parse(JSON.stringify(make(mixwell)));
    for (let step = 0; step < 8; step++) {
      const plan = mixwell.samplePlan({ ...request, step, policy: policy as never });
      expect(() => mixwell.validatePlan(JSON.parse(JSON.stringify(plan)), shape)).not.toThrow();
    }
  },
);

test("op() by its name brings all ops, and mixwell/all everything", async () => {
  mixwell.op("invert");
  expect(() => mixwell.validatePlan(planWith({ op: "flipX" }), shape)).not.toThrow();
  expect(() => draw({ kind: "mixup" })).toThrow(HINT);
  await import("mixwell/all");
  for (const policy of [{ kind: "mixup" }, { kind: "randomGridMask" }, { kind: "gridmix" }])
    expect(() => draw(policy)).not.toThrow();
  expect(() => draw({ kind: "mixxup" })).not.toThrow(HINT);
});

test("a table names no op that its constructors do not bring", () => {
  const named = new Set(
    Object.values(magnitudeTables).flatMap(({ entries }) => Object.values(entries).map(({ op }) => everyOp[op])),
  );
  expect(tableOps).toEqual(expect.arrayContaining([...named]));
});
