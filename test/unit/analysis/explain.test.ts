/** What was drawn, in words: whole sentences, and that of every op and mixer nothing is left out. */
import * as mixwell from "mixwell";
import {
  cutmix,
  explain,
  explainCall,
  givenMask,
  mixup,
  mosaic,
  ops,
  type Plan,
  type Row,
  validatePlan,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { explainRow } from "../../../src/analysis/explain.ts";
import { callText, numberText, shareText, withUnit } from "../../../src/analysis/said.ts";
import { MIXER_KINDS } from "../../../src/mixers/all.ts";
import type { Args, ImageOp } from "../../../src/ops/op.ts";
import type { OpCall } from "../../../src/plan/plan.ts";
import { allOps, callsOf } from "../ops/sample-calls.ts";
import { plan as drawn, overDataset } from "../sample/request.ts";

const SIZE = { height: 64, width: 64, channels: 3 };

function planOf(rows: Row[], opsOf: OpCall[][] = [], more: Partial<Plan> = {}): Plan {
  const sources = Array.from({ length: 2 }, (_, index) => ({
    from: "batch" as const,
    index,
    id: [4, 17][index]!,
    ...(opsOf[index] && { ops: opsOf[index] }),
  }));
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height: 64,
    width: 64,
    sources,
    batchSize: 2,
    stages: [{ pairing: "reverse", rows }],
    ...more,
  };
}

const none: Row = { mixer: "none", own: 1 };
const rotated: OpCall[] = [
  { op: "rotate", degrees: 12 },
  { op: "brightness", factor: 1.3 },
];

describe("whole sentences", () => {
  test.each<[string, Plan, string]>([
    ["nothing", planOf([{ mixer: "none", own: 0 }, none]), "sample 4: unchanged"],
    ["ops", planOf([{ mixer: "none", own: 0 }, none], [rotated]), "sample 4: rotated by 12°, brightness ×1.3"],
    [
      "CutMix after ops",
      planOf(
        [{ mixer: "cutmix", own: 0, partner: 1, bbox: [10, 20, 40, 60], lambda: 1 - 1200 / 4096 }, none],
        [rotated],
      ),
      "sample 4: rotated by 12°, brightness ×1.3, then mixed 0.71 with 0.29 of sample 17 (CutMix box 10,20–40,60)",
    ],
    [
      "MixUp, and what was done to the partner",
      planOf([{ mixer: "mixup", own: 0, partner: 1, lambda: 0.62 }, none], [[], [{ op: "flipX" }]]),
      "sample 4: mixed 0.62 with 0.38 of sample 17 (flipped left to right) (MixUp)",
    ],
    [
      "ops after mixing",
      planOf([
        { mixer: "mixup", own: 0, partner: 1, lambda: 0.62, ops: [{ op: "posterize", bits: 4 }, { op: "invert" }] },
        none,
      ]),
      "sample 4: mixed 0.62 with 0.38 of sample 17 (MixUp), then posterized to 4 bits, then inverted",
    ],
    [
      "an empty box, and a λ that is not the box's",
      planOf([{ mixer: "cutmix", own: 0, partner: 1, bbox: [3, 3, 3, 9], lambda: 0.9, lambdaMode: "beta" }, none]),
      "sample 4: mixed 0.90 with 0.10 of sample 17 (CutMix box of no pixel, label by λ beta)",
    ],
    [
      "with itself",
      planOf([{ mixer: "mixup", own: 0, partner: 0, lambda: 0.7 }, none]),
      "sample 4: mixed 0.70 with 0.30 of itself (MixUp)",
    ],
    [
      "two levels, and what is left of each",
      planOf([], [], {
        stages: [
          {
            pairing: "reverse",
            rows: [
              { mixer: "mixup", own: 0, partner: 1, lambda: 0.75 },
              { mixer: "mixup", own: 1, partner: 0, lambda: 0.5 },
            ],
          },
          {
            pairing: "reverse",
            rows: [
              { mixer: "mixup", own: 0, partner: 1, lambda: 0.5 },
              { mixer: "none", own: 1 },
            ],
          },
        ],
      }),
      "sample 4: mixed 0.75 with 0.25 of sample 17 (MixUp), " +
        "then mixed 0.50 with 0.50 of sample 17 (mixed 0.50 with 0.50 of sample 4 (MixUp)) (MixUp); in all 0.63 sample 4, 0.38 sample 17",
    ],
  ])("%s", (_, plan, words) => {
    expect(explain(plan, 0)).toBe(words);
    expect(explain({ plan }, 0)).toBe(words);
  });

  test("a partner from the second batch, and names of the caller's", () => {
    const plan = planOf([{ mixer: "mixup", own: 0, partner: 2, lambda: 0.5 }, none]);
    plan.sources.push({ from: "external", index: 0, id: 0 });
    expect(explain(plan, 0)).toBe("sample 4: mixed 0.50 with 0.50 of picture 0 of the second batch (MixUp)");
    const named = explain(plan, 0, {
      name: ({ from, index }) => (from === "external" ? "a dog" : ["a cat", "a fox"][index]!),
    });
    expect(named).toBe("a cat: mixed 0.50 with 0.50 of a dog (MixUp)");
  });
});

describe("numbers", () => {
  test.each([
    [12, "degrees", "12°"],
    [-12.34, "degrees", "−12.3°"],
    [1.275, "factor", "×1.27"],
    [0.3333, "pixels across per pixel down", "0.333"],
    [3.5, "pixels", "3.5 px"],
    [20, "level -255..255", "+20"],
    [-20, "level -255..255", "−20"],
    [128, "level 0..256", "level 128"],
    [0, "degrees", "0°"],
    [-0.0001, "degrees", "0°"],
  ])("%d %s", (value, unit, words) => expect(withUnit(value, unit)).toBe(words));

  test("a share is never said to be all or nothing where it is not", () => {
    expect([0, 1e-9, 0.004, 0.005, 0.5, 0.994, 0.996, 1 - 1e-9, 1].map(shareText)).toEqual([
      "0",
      "< 0.01",
      "< 0.01",
      "0.01",
      "0.50",
      "0.99",
      "> 0.99",
      "> 0.99",
      "1",
    ]);
  });
});

describe("every op", () => {
  test.each(allOps)("%s is said in words, with its numbers", (_, op) => {
    for (const args of callsOf(op, SIZE)) {
      const words = callText(op, args);
      expect(words, JSON.stringify(args)).toMatch(/^[\p{L}\d+−×<>]/u);
      expect(words).not.toMatch(/[{}]|undefined|NaN|\[object|two u32/);
      const plan = planOf([{ mixer: "none", own: 0 }, none], [[args as OpCall]]);
      expect(explainRow(plan, 0, () => "it")).toBe(`it: ${words}`);
    }
  });

  test.each(allOps.filter(([, op]) => op.said?.includes("{")))(
    "%s names arguments that it has, all that must be given",
    (_, op) => {
      const named = [...op.said!.matchAll(/\{(\w+)\}/g)].map(([, arg]) => arg!);
      expect(Object.keys(op.args)).toEqual(expect.arrayContaining(named));
    },
  );

  // What says nothing to a reader: orders, corners, matrices, and what is drawn by a key.
  const UNSAID = ["order", "start", "end", "matrix", "key", "mean", "fill"];
  test.each(allOps)("%s: two calls that differ in a number differ in words", (_, op) => {
    const numbers = Object.entries(op.args).filter(
      ([arg, { type }]) => (type === "number" || type === "integer") && !UNSAID.includes(arg),
    );
    const calls = callsOf(op, SIZE);
    for (const [arg, { type, min = 0, max = 1 }] of numbers) {
      const [low, high] = [Math.max(min, -99), Math.min(max, 99)];
      const isWhole = type === "integer" || high - low > 2;
      const [a, b] = [0.25, 0.75]
        .map((part) => low + part * (high - low))
        .map((value) => (isWhole ? Math.round(value) : value));
      const other = a === b ? min : a;
      const call = calls.find((one) => one[arg] !== undefined);
      const say = (value: number) => callText(op, { ...call, [arg]: value });
      expect(say(other!), arg).not.toBe(say(b!));
    }
  });

  test("an op of one's own is said by its name and its numbers", () => {
    const own = {
      name: "duoTone",
      args: {
        amount: { type: "number", unit: "factor", about: "" },
        dark: { type: "list", unit: "level 0..255", about: "" },
        mode: { type: "choice", values: ["a"], unit: "name", about: "" },
        seed: { type: "list", unit: "two u32", about: "" },
        steps: { type: "integer", unit: "steps", default: 3, about: "" },
      },
    } as unknown as ImageOp;
    const say = (args: Args) => callText(own, args);
    expect(say({})).toBe("duo tone");
    expect(say({ amount: 0.5, mode: "a", steps: 3, seed: [1, 2] })).toBe("duo tone (amount ×0.5)");
    expect(say({ amount: 0.5, dark: [1, 2, 3], steps: 4 })).toBe(
      "duo tone (amount ×0.5, dark level 1, level 2, level 3, steps 4)",
    );
  });
});

/** What a mixer cannot do without. */
const REQUIRED: Record<string, unknown[]> = {
  maskmix: [[givenMask(Uint8Array.of(7, 255, 0, 9), 2, 2)]],
  augMix: [[ops.rotate({ degrees: [-30, 30] }), ops.posterize({ bits: 4 })]],
};

describe("every mixer", () => {
  const constructors = mixwell as unknown as Record<string, (...given: unknown[]) => mixwell.PolicyStage>;

  test.each(MIXER_KINDS)("%s: all that shows is named, with all that was done to it", (kind) => {
    const plan = overDataset([ops.flipX(), constructors[kind]!(...(REQUIRED[kind] ?? []))], [3, 14, 15, 92, 65], {
      datasetSize: 100,
      step: 1,
    });
    const { slots, sources, weights, shares } = mixwell.provenance(plan);
    for (let row = 0; row < 5; row++) {
      const words = explain(plan, row);
      for (let leaf = row * slots; leaf < (row + 1) * slots; leaf++) {
        if (!(weights[leaf]! > 0)) continue;
        const { id } = plan.sources[sources[leaf]!]!;
        expect(words).toMatch(new RegExp(`sample ${id}\\b|itself`));
        expect(words).toContain("flipped left to right");
      }
      const [own] = mixwell.explain(plan, row).split(":");
      expect(own).toBe(`sample ${[3, 14, 15, 92, 65][row]}`);
      const total = shares.subarray(row * slots, (row + 1) * slots).reduce((sum, share) => sum + share, 0);
      expect(total).toBeCloseTo(1, 5);
      const all = /; in all (.*)$/.exec(words)?.[1];
      const said = [...(all ?? "").matchAll(/(\d\.\d+) sample/g)].map(([, share]) => Number(share));
      // Each was rounded to a hundredth.
      if (all !== undefined && !/[<>]/.test(all))
        expect(Math.abs(said.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThanOrEqual(
          0.005 * said.length + 1e-9,
        );
    }
  });

  test("stacked mixers: every share is the label's", () => {
    const plan = drawn([mosaic(), cutmix(), mixup()], 6);
    const { slots, sources, shares } = mixwell.provenance(plan);
    for (let row = 0; row < 6; row++) {
      const byId = new Map<number, number>();
      for (let leaf = row * slots; leaf < (row + 1) * slots; leaf++) {
        const { id } = plan.sources[sources[leaf]!]!;
        byId.set(id, (byId.get(id) ?? 0) + shares[leaf]!);
      }
      for (const [id, share] of byId) {
        if (share > 0 && byId.size > 1) expect(explain(plan, row)).toContain(`${shareText(share)} sample ${id}`);
      }
    }
  });
});

test("an argument that is called as its op is not said twice, unless another one is said too", () => {
  expect(explainCall({ op: "gamma", gamma: 1.5 })).toBe("gamma 1.5");
  expect(explainCall({ op: "gamma", gamma: 1.5, gain: 2 })).toBe("gamma (gamma 1.5, gain ×2)");
});

test("one call alone is said as in the sentence", () => {
  const calls = [{ op: "flipX" }, { op: "rotate", degrees: -12.34 }, { op: "brightness", factor: 1.3 }] as const;
  expect(calls.map((call) => explainCall(call))).toEqual([
    "flipped left to right",
    "rotated by −12.3°",
    "brightness ×1.3",
  ]);
  const plan = planOf([{ mixer: "none", own: 0 }, none], [[...calls]]);
  expect(explain(plan, 0)).toBe(`sample 4: ${calls.map(explainCall).join(", ")}`);
});

describe("refused, by name", () => {
  const plan = planOf([{ mixer: "none", own: 0 }, none]);
  test.each<[string, () => unknown, string]>([
    ["no plan", () => explain(undefined as never, 0), "PlanError: plan: expected"],
    ["a batch without one", () => explain({ plan: undefined } as never, 0), "PlanError: plan: expected"],
    [
      "a row that is not there",
      () => explain(plan, 2),
      "InputError: explain.row: expected an integer in 0..1, found 2",
    ],
    [
      "a name for a row",
      () => explain(plan, "0" as never),
      'InputError: explain.row: expected an integer in 0..1, found "0"',
    ],
    [
      "names as a list",
      () => explain(plan, 0, { name: ["cat"] as never }),
      "InputError: explain.options.name: expected a function, found",
    ],
    [
      "an option it does not have",
      () => explain(plan, 0, { names: [] } as never),
      "InputError: explain.options: expected only name",
    ],
    [
      "a call of no op",
      () => explain(planOf([none, none], [[{ op: "spin" } as never]]), 0),
      "PlanError: plan.sources[0].ops[0].op",
    ],
    ["a lone call that is none", () => explainCall(undefined as never), "PolicyError: explainCall.call: expected"],
    ["a lone call of no op", () => explainCall({ op: "spin" } as never), "PolicyError: explainCall.call.op: expected"],
    [
      "a lone call out of range",
      () => explainCall({ op: "brightness", factor: 9 }),
      "PolicyError: explainCall.call.factor: expected a number 0 to 7 (factor), found 9",
    ],
  ])("%s", (_, call, message) => {
    let found = "nothing was thrown";
    try {
      call();
    } catch (error) {
      found = String(error);
    }
    expect(found).toContain(message);
  });
});

test("the plans above are plans", () => {
  expect(() =>
    validatePlan(planOf([{ mixer: "none", own: 0 }, none], [rotated]), { batchSize: 2, height: 64, width: 64 }),
  ).not.toThrow();
  expect(numberText(-0)).toBe("0");
});
