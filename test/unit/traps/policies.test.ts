/** The traps that other libraries' policies fell into; `table.test.ts` says who. One test a trap. */

import { describe, expect, test } from "vitest";
import { augMix } from "../../../src/mixers/aug-mix.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { augMixPolicy } from "../../../src/peers/aug-mix-policy.ts";
import { autoAugment } from "../../../src/peers/auto-augment.ts";
import { presets } from "../../../src/peers/presets.ts";
import { randAugment } from "../../../src/peers/rand-augment.ts";
import { threeAugment } from "../../../src/peers/three-augment.ts";
import { trivialAugmentWide } from "../../../src/peers/trivial-augment.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { reference } from "../../../src/reference/reference.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt, peerValue } from "../../../src/stages/op-at.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { binsOf, largestOf, magnitudeTables, type TableName, tableOf } from "../../../src/tables/index.ts";
import { range } from "../sample/request.ts";
import { PAPERS, QUIRKS } from "./wrong-way.ts";

const tables = Object.keys(magnitudeTables) as TableName[];
const callsFor = (policy: Policy, size: number, seed = 1): AnyCall[][] =>
  samplePlan({ policy, seed, ids: range(size), height: 40, width: 60 }).sources.map(({ ops = [] }) => ops);

const POLICIES: Record<string, () => Policy> = {
  ...Object.fromEntries(
    tables.map((table) => [
      `RandAugment, ${table}`,
      () => randAugment({ table, magnitude: largestOf(tableOf(table)) }),
    ]),
  ),
  ...Object.fromEntries(
    (["imagenet", "v0", "cifar10", "svhn"] as const).map((policy) => [
      `AutoAugment, ${policy}`,
      () => autoAugment({ policy }),
    ]),
  ),
  TrivialAugmentWide: () => trivialAugmentWide(),
  "3-Augment": () => threeAugment(),
  "AugMix, timm": () => augMix(augMixPolicy({ peer: "timm" })),
  "AugMix, torchvision": () => augMix(augMixPolicy({ peer: "torchvision" })),
};

describe("a policy that fails for some draws, on one channel or on pictures that are not square", () => {
  test.each(Object.entries(POLICIES))("%s", (_, policy) => {
    for (const [height, width, channels] of [
      [5, 12, 1],
      [12, 5, 3],
      [6, 9, 4],
    ] as const) {
      const batchSize = 48;
      const images = Uint8Array.from({ length: batchSize * height * width * channels }, (_, i) => (i * 97) >> 2);
      const plan = samplePlan({ policy: policy(), seed: 5, ids: range(batchSize), height, width });
      const shape = { height, width, channels };
      const made = reference(
        plan,
        { batch: { images }, shape, format: "u8", layout: "nhwc" },
        { output: { format: "u8" } },
      );
      expect(made.images.length).toBe(images.length);
      expect(made.images.some((value, i) => value !== images[i])).toBe(true);
    }
  });
});

test("one op, strength, sign or box for the whole batch", () => {
  const drawn = callsFor(
    [randAugment({ table: "timm", magnitude: 9, magnitudeStd: 0.5 }), randomErasing({ prob: 1 })],
    64,
  );
  expect(new Set(drawn.map((calls) => calls[0]!.op)).size).toBeGreaterThan(10);
  const rotations = drawn.flatMap((calls) =>
    calls.filter(({ op }) => op === "rotate").map(({ degrees }) => degrees as number),
  );
  expect(new Set(rotations).size).toBe(rotations.length);
  expect(new Set(rotations.map(Math.sign)).size).toBe(2);
  // Sizes and, apart from them, places along each axis.
  const boxes = drawn.map((calls) => calls.at(-1)!.box as number[]);
  expect(new Set(boxes.map(String)).size).toBeGreaterThan(60);
  for (const side of [0, 1]) expect(new Set(boxes.map((box) => box[side]! + box[side + 2]!)).size).toBeGreaterThan(20);
});

test("one seed for op, sign, strength and chance", () => {
  const size = 4096;
  // Whether it is there, which way it goes, how far, and what follows.
  const policy = [
    opAt("timm", "Rotate", { magnitude: 5, magnitudeStd: 1, prob: 0.7 }),
    opAt("timm", "ShearX", { magnitude: 5, magnitudeStd: 1, interpolation: ["nearest", "bilinear"] }),
    randAugment({ table: "torchvision", layers: 1, entries: ["Identity", "Posterize"] }),
  ];
  const drawn = callsFor(policy, size);
  const columns: Record<string, (number | undefined)[]> = {
    chance: [],
    sign: [],
    strength: [],
    "second sign": [],
    "second strength": [],
    reading: [],
    choice: [],
  };
  for (const calls of drawn) {
    const rotate = calls.find(({ op }) => op === "rotate")?.degrees as number | undefined;
    const shear = calls.find(({ op }) => op === "shearX")!;
    columns.chance!.push(rotate === undefined ? 0 : 1);
    columns.sign!.push(rotate === undefined ? undefined : Math.sign(rotate));
    columns.strength!.push(rotate === undefined ? undefined : Math.abs(rotate));
    columns["second sign"]!.push(Math.sign(shear.share as number));
    columns["second strength"]!.push(Math.abs(shear.share as number));
    columns.reading!.push(shear.interpolation === "nearest" ? 0 : 1);
    columns.choice!.push(calls.some(({ op }) => op === "posterize") ? 1 : 0);
  }
  const names = Object.keys(columns);
  let pairs = 0;
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      const { correlation, n } = correlate(columns[a]!, columns[b]!);
      if (n === 0) continue;
      // 19 pairs at five standard errors: 1.1e-5 for all.
      expect(Math.abs(correlation) * Math.sqrt(n), `${a} and ${b}`).toBeLessThan(5);
      pairs++;
    }
  }
  // All but chance with sign and strength, which are there only where the chance was.
  expect(pairs).toBe(19);
  const shared = correlate(columns.sign!, columns.sign!);
  expect(shared.correlation * Math.sqrt(shared.n), "the control: a draw and itself").toBeGreaterThan(5);
});

/** Over the rows that have both; none where one of the two does not vary. */
function correlate(a: (number | undefined)[], b: (number | undefined)[]): { correlation: number; n: number } {
  const both = a.flatMap((value, i) => (value === undefined || b[i] === undefined ? [] : [[value, b[i]] as const]));
  const mean = (k: 0 | 1) => both.reduce((sum, pair) => sum + pair[k], 0) / both.length;
  const [meanA, meanB] = [mean(0), mean(1)];
  const sum = (term: (x: number, y: number) => number) =>
    both.reduce((total, [x, y]) => total + term(x - meanA, y - meanB), 0);
  const spread = Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  return spread === 0 ? { correlation: 0, n: 0 } : { correlation: sum((x, y) => x * y) / spread, n: both.length };
}

test("one coin for both flips", () => {
  const seen = callsFor(presets.kerasCv.RandomFlip({ mode: "horizontal_and_vertical" }), 4000).map((calls) =>
    calls.map(({ op }) => op).join(),
  );
  for (const outcome of ["", "flipX", "flipY", "flipX,flipY"]) {
    const count = seen.filter((one) => one === outcome).length;
    expect(Math.abs(count - 1000), outcome).toBeLessThan(5 * Math.sqrt(4000 * 0.25 * 0.75));
  }
});

test("a probability of 1 that means half of the pictures", () => {
  expect(callsFor(presets.keras3RandomErasing().policy, 500).filter((calls) => calls.length === 0)).toEqual([]);
});

test("a magnitude in another unit: a tenth of a pixel, 54 degrees of shear, or black by posterizing", () => {
  const [height, width] = [100, 200];
  for (const name of tables) {
    const table = tableOf(name);
    for (const [entryName, entry] of Object.entries(table.entries)) {
      if (!("value" in entry) || !entry.value) continue;
      const context = { bins: binsOf(table), height, width };
      const argsAt = (magnitude: number) =>
        entry.args?.(peerValue(entry, magnitude, false, context), context) as Record<string, number>;
      const [weak, strong] = [argsAt(table.unit === "bin" ? 1 : largestOf(table) / 10), argsAt(largestOf(table))];
      const what = `${name} ${entryName}`;
      const side = entry.op === "translateX" ? width : height;
      if (entry.op.startsWith("translate")) {
        expect(Math.abs(strong.pixels!), what).toBeGreaterThan(0.1 * side);
        expect(Math.abs(strong.pixels!), what).toBeLessThanOrEqual(side);
      }
      if (entry.op.startsWith("shear")) expect(Math.abs(strong.share!), what).toBeLessThanOrEqual(1);
      if (entry.op === "rotate" && !name.endsWith("Quirks"))
        expect(Math.abs(strong.degrees!), what).toBeLessThanOrEqual(135);
      // The entries that follow the first paper, and the code that has it the wrong way round, are black at the weak
      // end, as they are there.
      const wrongWay = [...PAPERS, ...QUIRKS].includes(what);
      if (entry.op === "posterize" && !wrongWay)
        expect(weak.bits, what).toBeGreaterThanOrEqual(name === "torchvisionAugMix" || name === "timm" ? 4 : 7);
    }
  }
});
