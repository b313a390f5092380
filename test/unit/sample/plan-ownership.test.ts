/**
 * Nobody holds what somebody else can change: a policy, a plan and an epoch order stay what they were when the objects
 * they were made of are edited afterwards, and editing one place of a plan in place changes no other.
 */
import { describe, expect, test } from "vitest";
import { copied, frozenCopy } from "../../../src/check/copied.ts";
import * as mixwell from "../../../src/index.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { epochOrder } from "../../../src/sample/epoch-order.ts";
import { overDataset, range } from "./request.ts";

const { ops, presets } = mixwell;
const mask = mixwell.givenMask(Uint8Array.of(0, 255), 1, 2);
const flip = () => ops.flipX({ prob: 0.5 });
const drawn = () => ops.brightness({ factor: [0.5, 1.5] });
const ramp = () => mixwell.linear({ from: 0, to: 1, end: 5 });

/** Every constructor that takes lists or objects, with all of them. */
const CONSTRUCTORS: Record<string, [make: (...given: never[]) => unknown, given: () => unknown[]][]> = {
  mixers: [
    [mixwell.mixup, () => [{ alpha: [1, 2], prob: ramp() }]],
    [mixwell.cutmix, () => [{ minmax: [0.2, 0.7] }]],
    [mixwell.cutmix, () => [{ alphaRange: [0, 1], box: "keras3" }]],
    [mixwell.fmix, () => [{ alpha: [1, 2] }]],
    [mixwell.gridmix, () => [{ alpha: [1, 2] }]],
    [mixwell.smoothmix, () => [{ sigma: [0.2, 0.4] }]],
    [mixwell.resizemix, () => [{ scale: [0.2, 0.4] }]],
    [mixwell.mosaic, () => [{ grid: [2, 2], center: [0.3, 0.6] }]],
    [mixwell.multimixup, () => [{ prob: ramp() }]],
    [mixwell.cutblur, () => [{ scale: [0.2, 0.4] }]],
    [mixwell.maskmix, () => [[{ ...mask }], { prob: ramp() }]],
    [mixwell.oneOf, () => [[mixwell.mixup(), mixwell.cutmix({ minmax: [0.2, 0.7] })], { weights: [1, ramp()] }]],
  ],
  "image stages": [
    [mixwell.op, () => ["brightness", { factor: [0.5, 1.5] }]],
    [ops.cutout, () => [{ box: [0, 0, 2, 2], fill: [1, 2, 3] }]],
    [ops.brightness, () => [{ factor: { choice: [1, 2] } }]],
    [
      mixwell.opAt,
      () => ["timm", "Rotate", { magnitude: [1, 5], fill: [1, 2, 3], interpolation: ["nearest", "bilinear"] }],
    ],
    [mixwell.sequential, () => [[flip(), drawn()], { prob: ramp() }]],
    [mixwell.randomApply, () => [drawn(), { prob: ramp() }]],
    [mixwell.randomChoice, () => [[flip(), drawn()], { weights: [1, ramp()] }]],
    [mixwell.randomOrder, () => [[flip(), drawn()]]],
    [mixwell.randomPipeline, () => [[flip(), drawn()], { augmentationsPerImage: [1, 2], weights: [1, 2] }]],
    [mixwell.randomErasing, () => [{ area: [0.1, 0.2], aspect: [0.5, 2], count: [1, 2], fill: [1, 2, 3] }]],
    [mixwell.randomCutout, () => [{ height: [0.1, 0.2], width: [0.1, 0.2] }, { fill: [1] }]],
    [mixwell.randomJigsaw, () => [{ grid: [2, 2] }]],
    [mixwell.randomCrop, () => [{ padding: 2, fill: [1, 2, 3] }]],
    [mixwell.randomResizedCrop, () => [{ scale: [0.5, 1], ratio: [0.5, 2], interpolation: ["nearest", "bilinear"] }]],
    [mixwell.jitteredResize, () => [{ scale: [0.5, 1] }]],
    [mixwell.randomGridMask, () => [{ ratio: [0.1, 0.2], rotation: [0, 0.1], fill: [1] }]],
    [mixwell.colorJitter, () => [{ brightness: [0.5, 1.5], hue: [-0.1, 0.1] }]],
    [mixwell.augMix, () => [[flip(), drawn()], { depth: [1, 2] }]],
    [mixwell.repeatedAugmentation, () => [[flip(), drawn()]]],
  ],
  policies: [
    [mixwell.randAugment, () => [{ layers: [1, 2], fill: [1, 2, 3], entries: ["Equalization", "Solarization"] }]],
    [mixwell.randAugment, () => [{ weights: { Equalization: 1, Solarization: ramp() } }]],
    [mixwell.standardPolicy, () => [{ fill: [1, 2, 3], entries: ["Equalization"] }]],
    [mixwell.autoAugment, () => [{ fill: [1, 2, 3] }]],
    [mixwell.autoAugmentStages, () => ["imagenet", { fill: [1, 2, 3] }]],
    [mixwell.trivialAugmentWide, () => [{ fill: [1, 2, 3] }]],
    [mixwell.threeAugment, () => [{ prob: ramp() }]],
    [mixwell.augMixPolicy, () => [{ fill: [1, 2, 3] }]],
    [mixwell.callsFromTorchvision, () => [[{ op: "Rotate", magnitude: 3, fill: [1, 2, 3] }]]],
    [mixwell.callsFromTimm, () => [[{ op: "Rotate", args: [3] }], { height: 8, width: 8, fill: [1, 2, 3] }]],
    [presets.timmRandAugment, () => ["rand-m9", { fill: [1, 2, 3] }]],
    [presets.timmMixup, () => [{ cutmixMinmax: [0.2, 0.7] }]],
    [presets.keras3CutMix, () => [{ factor: [0.2, 0.7] }]],
    [presets.kerasCvMosaic, () => [{ offset: [0.3, 0.6] }]],
    [presets.torchvisionRandomErasing, () => [{ value: [1, 2, 3] }]],
    [presets.kerasCv.RandomAugmentationPipeline, () => [[flip(), drawn()], { augmentationsPerImage: 1 }]],
    [presets.kerasCv.RandomBrightness, () => [{ factor: { normal: [0, 0.1], clip: [-1, 1] } }]],
    [
      mixwell.piecewise,
      () => [
        [
          [0, 1],
          [80, 0],
        ],
      ],
    ],
  ],
};

/** Every list and object in a value. */
function partsOf(value: unknown, found: object[] = []): object[] {
  if (typeof value !== "object" || value === null) return found;
  found.push(value);
  for (const entry of Object.values(value)) partsOf(entry, found);
  return found;
}

/** What two values share, as text. */
const shared = (one: unknown, other: unknown) =>
  partsOf(one)
    .filter((part) => partsOf(other).includes(part))
    .map((part) => JSON.stringify(part));

test("the search for shared parts finds one", () => {
  const part = { high: [1, 2] };
  expect(shared({ a: part, b: 3 }, [[part]])).toEqual(['{"high":[1,2]}', "[1,2]"]);
  expect(shared({ a: [1, 2] }, { a: [1, 2] })).toEqual([]);
});

describe.each(Object.entries(CONSTRUCTORS))("%s hold none of the caller's lists", (_, calls) => {
  test.each(calls.map(([make, given]) => [make.name, make, given] as const))("%s", (_, make, given) => {
    const mine = given();
    expect(partsOf(mine).length).toBeGreaterThan(1);
    const made = (make as (...given: unknown[]) => unknown)(...mine);
    expect(partsOf(made).length).toBeGreaterThan(0);
    expect(shared(made, mine)).toEqual([]);
  });
});

test("no two results of a constructor share a list, defaults and tables included", () => {
  const twice = Object.values(CONSTRUCTORS)
    .flat()
    .map(([make, given]) => [make, make].map((call) => (call as (...given: unknown[]) => unknown)(...given())));
  for (const [one, other] of twice) expect(shared(one, other)).toEqual([]);
  const all = (each: Record<string, unknown>) =>
    Object.values(each).flatMap((make) => {
      try {
        return typeof make === "function" ? [make()] : [];
      } catch {
        return [];
      }
    });
  expect(all(presets).length).toBeGreaterThan(20);
  expect(shared(all(presets), all(presets))).toEqual([]);
  expect(shared(all(presets.kerasCv), all(presets.kerasCv))).toEqual([]);
});

const POLICIES: Policy[] = [
  [ops.cutout({ box: [0, 0, 2, 2], fill: [1, 2, 3] }), mixwell.mixup(), ops.cutout({ box: [0, 0, 2, 2] })],
  [mixwell.randomErasing({ prob: 1, fill: [9] }), mixwell.cutmix({ granularity: "batch" })],
  [
    mixwell.randAugment({ fill: [1, 2, 3], table: "timm" }),
    mixwell.augMix(mixwell.augMixPolicy({ fill: [1, 2, 3] })),
    ops.channelShift({ red: 1, green: 2, blue: 3 }),
  ],
  [
    mixwell.repeatedAugmentation([
      ops.brightness({ factor: { choice: [1, 2] } }),
      mixwell.randomCrop({ padding: 1, fill: [3] }),
    ]),
    mixwell.resizemix(),
  ],
  [ops.channelShuffle({ order: { permutation: 3 }, granularity: "batch" }), mixwell.mosaic(), mixwell.cutblur()],
  [mixwell.randomJigsaw({ granularity: "batch" }), mixwell.multimixup({ sources: 4 })],
  [
    ops.gaussianNoise({ std: 9, granularity: "batch" }),
    mixwell.randomGridMask({ mode: "pixel", granularity: "batch" }),
  ],
];

describe("a drawn plan can be edited in place, anywhere, and nothing else changes", () => {
  test.each(POLICIES.map((policy, i) => [i, policy] as const))("policy %i", (_, policy) => {
    const whole = overDataset(policy, range(8));
    expect(shared(whole, policy)).toEqual([]);
    const parts = partsOf(whole);
    expect(parts.filter((part, i) => parts.indexOf(part) !== i).map((part) => JSON.stringify(part))).toEqual([]);
    expect(parts.filter((part) => Object.isFrozen(part))).toEqual([]);
  });
});

test("a given mask is one frozen object in the rows that drew it: editing it is an error, not a change of the policy", () => {
  for (const masked of [mixwell.maskmix([mask]), JSON.parse(JSON.stringify(mixwell.maskmix([mask]))) as Policy]) {
    const [row] = overDataset(masked, range(2)).stages[0]!.rows;
    const drawnMask = row?.mixer === "mask" ? row.mask : undefined;
    expect(() => Object.assign(drawnMask!, { height: 2 })).toThrow(TypeError);
  }
  expect(Object.isFrozen(mask)).toBe(false);
});

test("an epoch order stays as it was when the shard that it was made of is edited", () => {
  const shard = { rank: 0, world: 2 };
  const options = { seed: 1, epoch: 0, count: 10, batchSize: 5, shard };
  const order = epochOrder(options);
  const before = order.batch(0);
  Object.assign(shard, { rank: 1 });
  Object.assign(options, { count: 3, batchSize: 1, last: "wrap" });
  expect([order.length, order.batch(0)]).toEqual([1, before]);
});

test("a copy leaves functions and other objects what they are, and a frozen one is frozen to its last list", () => {
  const now = () => 1;
  const bytes = Uint8Array.of(1, 2);
  const value = { prob: now, bytes, list: [{ a: [1] }] };
  expect(copied(value)).toEqual(value);
  expect(shared(copied(value), value)).toEqual(shared(bytes, bytes));
  expect(copied(value).prob).toBe(now);
  expect(partsOf(frozenCopy({ list: [{ a: [1] }] })).every(Object.isFrozen)).toBe(true);
  expect(Object.isFrozen(value.list[0])).toBe(false);
});

test("a plan of the caller's is not changed by what is drawn from it", () => {
  const whole: Plan = overDataset([mixwell.randAugment(), mixwell.mixup()], range(4));
  const text = JSON.stringify(whole);
  mixwell.validatePlan(whole, { batchSize: 4, height: 24, width: 32, datasetSize: 100 });
  expect(JSON.stringify(whole)).toBe(text);
});
