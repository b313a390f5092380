/** Class maps and companions: derived plans, run by the reference. The numbers are those of the traps. */
import { mixup, type OpCall, ops, type Plan, type Row, reference, samplePlan, targetPlan } from "mixwell";
import { describe, expect, test } from "vitest";
import { opNamed } from "../../../src/ops/registry.ts";
import { generator } from "../../random.ts";
import { drawn, POLICIES, pasted, planOf, SIZE } from "./plans.ts";

const MASK = { kind: "mask", fill: [255] } as const;
const PICTURES = 8;

/** Pictures of one or three bytes a pixel through a plan. */
function run(plan: Plan, images: Uint8Array, channels = 1): number[] {
  const shape = { height: plan.height, width: plan.width, channels };
  const sources = { dataset: { images }, shape, format: "u8" as const, layout: "nhwc" as const };
  return Array.from(reference(plan, sources, { output: { format: "u8" } }).images as Uint8Array);
}

/** Ids below 200, of pictures of this size. */
function idsOf({ height, width } = SIZE, channels = 1, pictures = PICTURES): Uint8Array {
  const { byte } = generator(7);
  return Uint8Array.from({ length: pictures * height * width * channels }, () => byte() % 200);
}

/** A plan of pictures whose levels are ids: read from the nearest pixel, and what changes levels changes nothing. */
function nearestPlan(plan: Plan): Plan {
  const calls = (ops: OpCall[] = []): OpCall[] =>
    ops.map((call) => {
      const op = opNamed(call.op);
      if (op.target !== "moves") return { op: "identity" };
      const { args } = op;
      return {
        ...call,
        ...("interpolation" in args && { interpolation: "nearest" }),
        ...("antialias" in args && { antialias: false }),
        ...("fill" in args && { fill: [255] }),
      } as OpCall;
    });
  const sources = plan.sources.map((source) => ({ ...source, ops: calls(source.ops) }));
  const stages = plan.stages.map(({ pairing, rows }) => ({
    pairing,
    rows: rows.map((row): Row => ({ ...row, ops: calls(row.ops) })),
  }));
  return { ...plan, sources, stages };
}

const SIZES = [SIZE, { height: 21, width: 17 }];

describe.each(Object.entries(POLICIES))("%s", (name, policy) => {
  test("the map is the nearest-read picture of the same ids (M7, M8, M11)", () => {
    for (const size of SIZES) {
      const ids = idsOf(size);
      for (let seed = 0; seed < 3; seed++) {
        const plan = drawn(policy, seed, size);
        const map = run(targetPlan(plan, { ...MASK, blends: "soft" }), ids);
        expect(map).toEqual(run(nearestPlan(plan), ids));
      }
    }
  });

  test("a map has no id that was not there, but the fill (M2)", () => {
    const { height, width } = SIZE;
    const ids = Uint8Array.from(
      { length: PICTURES * height * width },
      (_, i) => 7 * Math.floor(i / (height * width)) + (i % 3),
    );
    const known = new Set([...ids, 255]);
    for (let seed = 0; seed < 3; seed++) {
      const map = run(targetPlan(drawn(policy, seed), { ...MASK, blends: "dominant" }), ids);
      expect([name, map.filter((id) => !known.has(id))]).toEqual([name, []]);
    }
  });
});

test("two turns around a colour do not fold in the map, and folding them would show (M8)", () => {
  const turn: OpCall = { op: "rotate", degrees: 31 };
  const plan = targetPlan(planOf([[turn, { op: "invert" }, turn]]), MASK);
  const nearest = { ...turn, interpolation: "nearest", fill: [255] };
  expect(plan.sources[0]!.ops).toEqual([nearest, { ...nearest, fuse: false }]);
  const ids = idsOf();
  const folded = run(targetPlan(planOf([[turn, turn]]), MASK), ids);
  const different = run(plan, ids).filter((id, i) => id !== folded[i]).length;
  expect(different).toBeGreaterThan(20);
});

test.each([3, 5, 13])("the step of a map is where the picture passes one half: 8 to %i (M1)", (width) => {
  const size = { height: 1, width: 8 };
  const plan = planOf([[{ op: "resize", height: 1, width }]], undefined, size);
  const step = Uint8Array.from({ length: 8 }, (_, i) => (i < 4 ? 0 : 200));
  const picture = run(plan, step);
  const map = run(targetPlan(plan, MASK), step);
  expect(map).toEqual(picture.map((level, i) => (level === 100 ? map[i] : level > 100 ? 200 : 0)));
});

test("ids of 255, 256, 65,535 and 2^24 − 2 go through mixers and fills (M3)", () => {
  const ids = [255, 256, 65_535, 2 ** 24 - 2, 77, 78, 79, 80];
  const pixels = SIZE.height * SIZE.width;
  const images = Uint8Array.from(
    { length: 3 * pixels * PICTURES },
    (_, i) => (ids[Math.floor(i / (3 * pixels))]! >> (8 * (i % 3))) & 255,
  );
  for (const name of ["cutmix", "mosaic", "cutmix twice", "mosaic and turns", "resizemix"]) {
    const map = run(targetPlan(drawn(POLICIES[name]!, 1), { kind: "mask", fill: [254, 255, 255] }), images, 3);
    const found = new Set(
      Array.from({ length: map.length / 3 }, (_, i) => map[3 * i]! + 256 * map[3 * i + 1]! + 65_536 * map[3 * i + 2]!),
    );
    expect([...found].filter((id) => !ids.includes(id))).toEqual([]);
    expect(found.size).toBeGreaterThan(3);
  }
});

test("the border of a turn is the fill; of a reflecting edge it is not (M4)", () => {
  const ids = new Uint8Array(SIZE.height * SIZE.width).fill(9);
  const turned = (edge: "constant" | "reflect") =>
    run(targetPlan(planOf([[{ op: "rotate", degrees: 30, edge }]]), MASK), ids);
  expect(new Set(turned("constant"))).toEqual(new Set([9, 255]));
  expect(new Set(turned("reflect"))).toEqual(new Set([9]));
});

test("colours, noise and erasing change no id; hidden: fill does, with its own value (M5)", () => {
  const calls: OpCall[] = [
    { op: "invert" },
    { op: "equalize" },
    { op: "gaussianBlur", sigma: [2, 2], kernel: [5, 5] },
    { op: "gaussianNoise", std: 30, key: [1, 2] },
    { op: "jpegQuality", quality: 10 },
    { op: "erase", box: [2, 3, 8, 9], mode: "pixel", key: [3, 4] },
    { op: "gridMask", unit: 8, ratio: 0.5, mode: "pixel" },
    { op: "cutout", box: [20, 2, 30, 8], fill: [1, 2, 3] },
  ];
  const ids = idsOf(SIZE, 1, 1);
  expect(targetPlan(planOf([calls]), MASK).sources[0]).toEqual({ from: "dataset", index: 0, id: 0 });
  expect(run(targetPlan(planOf([calls]), MASK), ids)).toEqual(Array.from(ids));
  const filled = run(
    targetPlan(planOf([calls.filter(({ op }) => op !== "gridMask")]), { ...MASK, hidden: "fill" }),
    ids,
  );
  filled.forEach((id, i) => {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const isHidden = (x >= 2 && x < 8 && y >= 3 && y < 9) || (x >= 20 && x < 30 && y >= 2 && y < 8);
    expect(id).toBe(isHidden ? 255 : ids[i]);
  });
});

test("ids that a blend would mix are refused by name; an AugMix of colours is no blend (M10)", () => {
  const half = planOf([undefined, undefined], [[{ mixer: "mixup", own: 0, partner: 1, lambda: 0.5 }]]);
  expect(() => targetPlan(half, MASK)).toThrow(
    'plan.stages[0].rows[0]: expected rows that do not blend, for ids (or blends: "dominant", or "soft"), found mixup with λ = 0.5',
  );
  expect(targetPlan(half, { ...MASK, blends: "dominant" }).stages[0]!.rows).toEqual([{ mixer: "none", own: 0 }]);
  const less = planOf([undefined, undefined], [[{ mixer: "mixup", own: 0, partner: 1, lambda: 0.49 }]]);
  expect(targetPlan(less, { ...MASK, blends: "dominant" }).stages[0]!.rows).toEqual([{ mixer: "none", own: 1 }]);
  expect(() => targetPlan(drawn(POLICIES["augMix of colours"]!, 1), MASK)).not.toThrow();
  expect(() => targetPlan(drawn(POLICIES.augMix!, 1), MASK)).toThrow("mixup with λ");
  expect(() => targetPlan(drawn(POLICIES.smoothmix!, 1), MASK)).toThrow("a mask with weights between 0 and 255");
  expect(() => targetPlan(drawn(POLICIES.masks!, 1), MASK)).not.toThrow();
  const ends: Row[] = [0, 1].map((lambda) => ({ mixer: "mixup", own: 0, partner: 1, lambda }));
  expect(targetPlan(planOf([undefined, undefined], [ends]), MASK).stages[0]!.rows).toEqual([
    { mixer: "none", own: 1 },
    { mixer: "none", own: 0 },
  ]);
});

test("a row of one picture and itself is no mix", () => {
  const plan = planOf([[{ op: "invert" }], undefined, undefined], [[pasted(0, 1, [0, 0, 5, 5])]]);
  expect(targetPlan(plan, MASK).stages[0]!.rows[0]).toMatchObject({ mixer: "cutmix" });
  const cutblur = drawn(POLICIES.cutblur!, 1);
  expect(targetPlan(cutblur, MASK).stages[0]!.rows.every(({ mixer }) => mixer === "none")).toBe(true);
});

test("depth keeps its values; a pair in colour gets the same noise (G2)", () => {
  const calls: OpCall[] = [
    { op: "gaussianNoise", std: 20, key: [1, 2] },
    { op: "rotate", degrees: 20 },
  ];
  const plan = planOf([calls]);
  const depth = targetPlan(plan, { kind: "image" });
  expect(depth.sources[0]!.ops).toEqual([{ op: "rotate", degrees: 20, interpolation: "nearest", fill: [0] }]);
  expect(targetPlan(plan, { kind: "image", interpolation: "same", fill: [9] }).sources[0]!.ops).toEqual([
    { op: "rotate", degrees: 20, fill: [9] },
  ]);
  expect(targetPlan(plan, { kind: "image", color: true })).toEqual(plan);
  const left = idsOf(SIZE, 3, 1);
  expect(run(targetPlan(plan, { kind: "image", color: true }), left, 3)).toEqual(run(plan, left, 3));
});

test("the plan that is derived from stays as it is, and the derived one is a plan", () => {
  for (const policy of Object.values(POLICIES)) {
    const plan = drawn(policy, 5);
    const before = structuredClone(plan);
    const made = targetPlan(plan, { ...MASK, blends: "soft" });
    expect(plan).toEqual(before);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(targetPlan(made, { ...MASK, blends: "soft" })).toEqual(made);
  }
});

describe("wrong rules are refused by name", () => {
  const plan = samplePlan({ policy: mixup(), seed: 1, ids: [1, 2], ...SIZE });
  const wrong: [rule: unknown, message: string][] = [
    [undefined, "targetPlan.rule: expected { kind, fill, hidden, blends, color, interpolation }, found undefined"],
    [{ kind: "map", fill: [1] }, 'targetPlan.rule.kind: expected "mask" or "image", found "map"'],
    [{ kind: "mask" }, "targetPlan.rule.fill: expected 1 to 3 bytes of an id, the lowest first, found undefined"],
    [{ kind: "mask", fill: [] }, "targetPlan.rule.fill: expected 1 to 3 bytes"],
    [{ kind: "mask", fill: [256] }, "targetPlan.rule.fill: expected 1 to 3 bytes"],
    [{ kind: "mask", fill: [0.5] }, "targetPlan.rule.fill: expected 1 to 3 bytes"],
    [{ kind: "mask", fill: [1, 2, 3, 4] }, "targetPlan.rule.fill: expected 1 to 3 bytes"],
    [{ kind: "mask", fill: [1], hidden: "hide" }, 'targetPlan.rule.hidden: expected "keep" or "fill"'],
    [
      { kind: "mask", fill: [1], blends: "soften" },
      'targetPlan.rule.blends: expected "refuse" or "dominant" or "soft"',
    ],
    [
      { kind: "mask", fill: [1], color: true },
      'targetPlan.rule: expected only kind, fill, hidden, blends, found "color"',
    ],
    [{ kind: "image", color: 1 }, "targetPlan.rule.color: expected true or false, found 1"],
    [{ kind: "image", interpolation: "cubic" }, 'targetPlan.rule.interpolation: expected "same" or "nearest"'],
    [{ kind: "image", fill: [300] }, "targetPlan.rule.fill: expected 1 to 4 levels of 0 to 255"],
    [
      { kind: "image", blends: "soft" },
      'targetPlan.rule: expected only kind, color, interpolation, fill, found "blends"',
    ],
  ];
  test.each(wrong)("%j", (rule, message) => {
    expect(() => targetPlan(plan, rule as never)).toThrow(message);
  });
});

test("one draw for picture and map: the ops of a policy that never sees the map (M6)", () => {
  const policy = [ops.rotate({ degrees: [-90, 90] }), ops.zoom({ height: [0.5, 2], edge: "constant" })];
  const plan = drawn(policy, 3);
  const drawnOps = plan.sources.map(({ ops: calls }) =>
    calls!.map(({ op, ...args }) => [op, "degrees" in args ? args.degrees : "height" in args && args.height]),
  );
  const mapped = targetPlan(plan, MASK).sources.map(({ ops: calls }) =>
    calls!.map(({ op, ...args }) => [op, "degrees" in args ? args.degrees : "height" in args && args.height]),
  );
  expect(mapped).toEqual(drawnOps);
});
