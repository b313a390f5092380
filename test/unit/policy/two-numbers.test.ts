/** Two numbers are a range wherever one number stands; where a list stands they must not quietly be something else. */

import { describe, expect, test } from "vitest";
import { PolicyError } from "../../../src/check/errors.ts";
import { argsOf, checkCall } from "../../../src/ops/check-call.ts";
import { imageOps } from "../../../src/ops/index.ts";
import type { AnyCall, Arg, ImageOp } from "../../../src/ops/op.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt } from "../../../src/stages/op-at.ts";
import { op } from "../../../src/stages/op-by-name.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomCrop } from "../../../src/stages/random-crop.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { randomGridMask } from "../../../src/stages/random-grid-mask.ts";
import { examplesOf } from "../../../tools/ops-docs/examples.ts";

const drawnBy = (policy: object, sample = 0) =>
  samplePlan({ policy: policy as never, seed: 1, ids: [sample, sample + 1], height: 32, width: 32 }).sources[0]!
    .ops![0]! as AnyCall;

describe("a blur of sigma 0.1 to 2, as the field writes it, is not one fixed blur of 0.1 by 2", () => {
  test("it is refused with the two spellings that work", () => {
    expect(() => ops.gaussianBlur({ sigma: [0.1, 2] })).toThrow(
      new PolicyError(
        "gaussianBlur.sigma",
        "{ all: [0.1, 2] } for one number from that range, the same for both, or { list: [0.1, 2] } for these two numbers",
        [0.1, 2],
      ),
    );
  });

  test("each spelling does what its name says", () => {
    const drawn = [0, 2, 4, 6].map(
      (sample) => drawnBy(ops.gaussianBlur({ sigma: { all: [0.1, 2] } }), sample).sigma as number[],
    );
    for (const [down, across] of drawn) expect([down === across, down! >= 0.1 && down! <= 2]).toEqual([true, true]);
    expect(new Set(drawn.map(([sigma]) => sigma)).size).toBe(4);
    expect(drawnBy(ops.gaussianBlur({ sigma: { list: [0.1, 2] } }))).toEqual({ op: "gaussianBlur", sigma: [0.1, 2] });
  });

  test("what is no range stays the list: two equal numbers, and the larger first", () => {
    expect(drawnBy(ops.gaussianBlur({ sigma: [1.5, 1.5] })).sigma).toEqual([1.5, 1.5]);
    expect(drawnBy(ops.gaussianBlur({ sigma: [2, 0.1] })).sigma).toEqual([2, 0.1]);
  });

  test("in a plan and a call nothing is drawn, so a list is the list", () => {
    expect(checkCall({ op: "gaussianBlur", sigma: [0.1, 2] }, "call").args.sigma).toEqual([0.1, 2]);
  });
});

/**
 * Every argument of every op that takes a list of two. An op says of names of noise and of tiles of a grid that nobody
 * takes them for a range.
 */
const LISTS = Object.entries(imageOps as Record<string, ImageOp>).flatMap(([name, described]) =>
  Object.entries(argsOf(described))
    .filter(([, { type, length }]) => type === "list" && (length === undefined || length === 2))
    .map(([argument, arg]) => ({ name, argument, arg })),
);

/** The stage with everything else that the op needs. */
function stageOf(name: string, argument: string, value: unknown): () => unknown {
  const described = (imageOps as Record<string, ImageOp>)[name]!;
  const needed = Object.entries(argsOf(described)).filter(([other, arg]) => !("default" in arg) && other !== argument);
  const together = described.together ? examplesOf(described, { height: 96, width: 96, channels: 3 })[0] : {};
  const filler = ({ type, length = 1, min = 0 }: Arg) =>
    type === "list" ? Array.from({ length }, () => Math.max(min, 1)) : Math.max(min, 1);
  return () =>
    op(
      name as "invert",
      {
        ...together,
        ...Object.fromEntries(needed.map(([other, arg]) => [other, filler(arg)])),
        [argument]: value,
      } as never,
    );
}

describe("no other list of an op takes a range for a list", () => {
  test.each(LISTS.filter(({ arg }) => !arg.isNoRange))("$name $argument", ({ name, argument, arg }) => {
    const high = Math.min(arg.max ?? 2, 2);
    const low = Math.max(arg.min ?? 0, high - 1);
    expect(stageOf(name, argument, [low, high])).toThrow(`${name}.${argument}: expected { all: [${low}, ${high}] }`);
    expect(stageOf(name, argument, [low, high])).toThrow(`or { list: [${low}, ${high}] }`);
    expect(stageOf(name, argument, { all: [low, high] })).not.toThrow();
    expect(stageOf(name, argument, { list: [low, high] })).not.toThrow();
    // Neither of these can be a range of anything.
    expect(stageOf(name, argument, [low, low])).not.toThrow();
    expect(stageOf(name, argument, [high, low])).not.toThrow();
  });

  test("blurs, moves and shears are among them", () => {
    const found = LISTS.map(({ name, argument }) => `${name}.${argument}`);
    expect(found).toEqual(
      expect.arrayContaining([
        "gaussianBlur.kernel",
        "affine.translate",
        "affine.shear",
        "gridMask.offset",
        "cutout.fill",
      ]),
    );
  });

  test.each(LISTS.filter(({ arg }) => arg.isNoRange))("$name $argument is no range", ({ name, argument }) => {
    // Two numbers may be too few of a list, or beside something that excludes them; a range they are never taken for.
    expect(stageOf(name, argument, [1, 2])).not.toThrow("{ all: [1, 2] }");
  });
});

test.each([
  ["opAt.fill", () => opAt("timm", "ShearX", { magnitude: 9, fill: [0, 255] })],
  ["randomErasing.fill", () => randomErasing({ fill: [0, 255] })],
  ["randomErasing.mean", () => randomErasing({ mode: "pixel", mean: [0, 255] })],
  ["randomErasing.std", () => randomErasing({ mode: "pixel", std: [0, 255] })],
  ["randomGridMask.fill", () => randomGridMask({ fill: [0, 255] })],
  ["randomCrop.fill", () => randomCrop({ padding: 4, fill: [0, 255] })],
])("levels that a stage fills with are no range either: %s", (path, make) => {
  expect(make).toThrow(`${path}: expected [level] for all channels or [red, green, blue]`);
});
