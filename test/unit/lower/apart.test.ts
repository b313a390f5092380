/** What is recorded for a GPU in software: each op in a dispatch of its own, and nothing for what is done. */
import { describe, expect, test } from "vitest";
import * as constants from "../../../src/generated/constants.ts";
import { lower } from "../../../src/lower/lower.ts";
import type { OpName } from "../../../src/ops/index.ts";
import type { OpCall, Plan } from "../../../src/plan/plan.ts";

const STEPS = Object.fromEntries(Object.entries(constants.step).map(([name, number]) => [number, name.slice(5)]));

const SHAPE = { height: 16, width: 16, channels: 3 };

function planOf(lists: readonly (readonly OpCall[])[]): Plan {
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height: SHAPE.height,
    width: SHAPE.width,
    sources: lists.map((ops, index) => ({ from: "batch", index, id: index, ops: [...ops] })),
    batchSize: lists.length,
    stages: [{ pairing: "reverse", rows: lists.map((_, own) => ({ mixer: "none", own })) }],
  };
}

/** Every dispatch but the mixing: what it does, to how many pictures, and from which buffer to which. */
function dispatchesOf(lists: readonly (readonly OpCall[])[], format: "u8" | "f32" = "u8"): string[] {
  const { dispatches } = lower(planOf(lists), {
    shape: SHAPE,
    format,
    layout: "nhwc",
    output: {},
    pages: 1,
    picturesPerPage: 1000,
    ops: [...new Set(lists.flatMap((list) => list.map(({ op }) => op as OpName)))],
    tuning: "software",
  });
  return dispatches
    .filter(({ kernel }) => !kernel.startsWith("mix"))
    .map(({ kernel, ops, constants: { STEP }, buffers, groups }) => {
      const what = STEP === undefined ? kernel : STEPS[STEP]!;
      const way = buffers.pixels ? ` ${buffers.page0} → ${buffers.pixels}` : "";
      return `${[what, ...ops].join(" ")}: ${groups[1]}${way}`;
    });
}

const invert: OpCall = { op: "invert" };
const posterize: OpCall = { op: "posterize", bits: 3 };
const equalize: OpCall = { op: "equalize" };
const hue: OpCall = { op: "hue", shift: 0.1 };
const rotate: OpCall = { op: "rotate", degrees: 10 };
const flip: OpCall = { op: "flipX" };
const identity: OpCall = { op: "identity" };
const blur: OpCall = { op: "smooth3x3" };

describe("the dispatches of a level", () => {
  test.each<[string, OpCall[][], string[]]>([
    ["ops that change nothing are none", [[identity], [identity, identity]], []],
    ["an op", [[hue], [hue]], ["op_quads_u8: 2 page0 → even", "COLOR hue: 2 even → odd"]],
    [
      "ops that differ",
      [[hue], [rotate], [blur]],
      [
        "op_quads_u8: 3 page0 → even",
        "COLOR hue: 1 even → odd",
        "WARP rotate: 1 even → odd",
        "STENCIL smooth3x3: 1 even → odd",
      ],
    ],
    [
      "what is done is copied once, to where the others end",
      [[hue, rotate, hue], [hue], [], [hue, rotate]],
      [
        "op_quads_u8: 4 page0 → even",
        "COLOR hue: 3 even → odd",
        "COPY: 1 even → odd",
        "WARP rotate: 2 odd → even",
        "COLOR hue: 1 even → odd",
        "COPY: 1 even → odd",
      ],
    ],
    [
      "levels are one curve, whatever there was before and comes after",
      [
        [invert, posterize, invert],
        [rotate, invert, posterize],
      ],
      [
        "op_quads_u8: 2 page0 → even",
        "curves_u8 invert posterize: 1",
        "CURVE: 1 even → odd",
        "WARP rotate: 1 even → odd",
        "curves_u8 invert posterize: 1",
        "COPY: 1 odd → even",
        "CURVE: 1 odd → even",
      ],
    ],
    [
      "a histogram begins one, and levels go on from it",
      [[equalize], [equalize, invert], [invert, equalize]],
      [
        "op_quads_u8: 3 page0 → even",
        "tone_pixels_u8 equalize: 2",
        "curves_u8 invert: 2",
        "CURVE: 3 even → odd",
        "tone_pixels_u8 equalize: 1",
        "COPY: 2 odd → even",
        "CURVE: 1 odd → even",
      ],
    ],
    ["warps fold", [[flip, rotate]], ["op_quads_u8: 1 page0 → even", "WARP flipX: 1 even → odd"]],
    [
      "but not across an op that changes nothing, as before",
      [[flip, identity, rotate]],
      ["op_quads_u8: 1 page0 → even", "WARP flipX: 1 even → odd", "WARP flipX: 1 odd → even"],
    ],
  ])("%s", (_, lists, expected) => {
    expect(dispatchesOf(lists)).toEqual(expected);
  });

  test("floats have no curves", () => {
    expect(dispatchesOf([[invert, posterize]], "f32")).toEqual([
      "op_quads_f32: 1 page0 → even",
      "COLOR invert: 1 even → odd",
      "COLOR posterize: 1 odd → even",
    ]);
  });
});
