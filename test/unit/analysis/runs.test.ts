/**
 * Where ops cut a plan's mixing: a cut that is missed loses the ops after it, and one too many costs a pass over the
 * batch.
 */
import { cutmix, mixup, op, type Policy, samplePlan } from "mixwell";
import { expect, test } from "vitest";
import { runsOf, stageSizes } from "../../../src/analysis/runs.ts";

const planOf = (policy: Policy) => samplePlan({ policy, seed: 1, step: 0, batchSize: 3, height: 8, width: 8 });

/** `sources 0..1, 1 1..2`: whose ops come first, and which stages follow. */
const shown = (policy: Policy) =>
  runsOf(planOf(policy))
    .map(({ path, from, to }) => `${path.match(/\d+/)?.[0] ?? "sources"} ${from}..${to}`)
    .join(", ");

const invert = op("invert");

test.each<[string, Policy, string]>([
  ["nothing", [], "sources 0..1"],
  ["ops, then mixing", [invert, mixup()], "sources 0..1"],
  ["two mixers", [mixup(), cutmix()], "sources 0..2"],
  ["ops between mixers", [mixup(), invert, cutmix()], "sources 0..1, 0 1..2"],
  ["ops at the end", [mixup(), cutmix(), invert], "sources 0..2, 1 2..2"],
  ["ops everywhere", [invert, mixup(), invert, cutmix(), invert], "sources 0..1, 0 1..2, 1 2..2"],
])("%s: ops are applied where they stand, and mixing is cut nowhere else", (_, policy, expected) => {
  expect(shown(policy)).toBe(expected);
});

test("an op that only one row of an edited plan has is not lost", () => {
  const plan = planOf([mixup(), cutmix()]);
  plan.stages[0]!.rows[2]!.ops = [{ op: "invert" }];
  expect(runsOf(plan).map(({ pictures, isLast }) => [pictures, isLast])).toEqual([
    [plan.sources, false],
    [plan.stages[0]!.rows, true],
  ]);
});

test("a box is counted in the pictures that its stage mixes, whatever they become", () => {
  const crop = (height: number, width: number) => op("crop", { top: 0, left: 0, height, width });
  expect(stageSizes(planOf([crop(6, 7), mixup(), cutmix(), crop(4, 5), cutmix(), crop(2, 2)]))).toEqual([
    { height: 6, width: 7, isCut: false },
    { height: 6, width: 7, isCut: true },
    { height: 4, width: 5, isCut: true },
  ]);
});
