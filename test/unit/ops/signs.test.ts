/**
 * Where a policy draws a sign, both appear, each by itself and half the time: `randomSign` of every op, and every
 * signed entry of every magnitude table. (Kornia zeroed what should have been negated, so half of its geometric ops did
 * nothing.)
 */

import { describe, expect, test } from "vitest";
import { argsOf } from "../../../src/ops/check-call.ts";
import type { OpName } from "../../../src/ops/index.ts";
import type { AnyCall, ImageOp } from "../../../src/ops/op.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt } from "../../../src/stages/op-at.ts";
import { op as makeStage } from "../../../src/stages/op-by-name.ts";
import { largestOf, magnitudeTables, type TableName, tableOf } from "../../../src/tables/index.ts";
import { examplesOf } from "../../../tools/ops-docs/examples.ts";
import { allOps } from "./sample-calls.ts";

const DRAWS = 1000;
const ids = Array.from({ length: DRAWS }, (_, i) => i);
/** Five standard deviations of a fair coin. */
const SLACK = 5 * Math.sqrt(DRAWS / 4);

const callsFor = (policy: Policy, seed = 1): AnyCall[] =>
  samplePlan({ policy, seed, ids, height: 40, width: 60 }).sources.flatMap(({ ops = [] }) => ops);

/** How many lie on either side of the number that changes nothing, and how many on it. */
function count(values: readonly number[], neutral: number) {
  const [below, above] = [
    values.filter((value) => value < neutral).length,
    values.filter((value) => value > neutral).length,
  ];
  return { below, above, neutral: values.length - below - above };
}

function expectFair({ below, above, neutral }: ReturnType<typeof count>, what: string): void {
  expect(neutral, what).toBe(0);
  expect(below + above, what).toBe(DRAWS);
  expect(Math.abs(above - DRAWS / 2), what).toBeLessThan(SLACK);
}

test("the count sees a sign that never comes and one that became 0", () => {
  expect(() => expectFair(count(new Array(DRAWS).fill(3), 0), "one sign")).toThrow();
  expect(() =>
    expectFair(
      count(
        Array.from(ids, (id) => 3 * (id % 2)),
        0,
      ),
      "zeroed",
    ),
  ).toThrow();
  expect(() =>
    expectFair(
      count(
        Array.from(ids, (id) => (id % 2) - 0.5),
        0,
      ),
      "fair",
    ),
  ).not.toThrow();
});

/**
 * The numbers of an op that have a sign. Where a box lies that becomes the picture is no strength with two directions.
 */
const cutsOut = (op: ImageOp) => Object.values(op.args).some(({ sideOfResult }) => sideOfResult);
const signedArgs = allOps.flatMap(([name, op]) =>
  cutsOut(op)
    ? []
    : Object.entries(argsOf(op))
        .filter(([, { type, min }]) => (type === "number" || type === "integer") && (min ?? 0) < 0)
        .map(([argument]) => [name, argument, op] as const),
);

describe("randomSign", () => {
  test("there are signed numbers in", () => {
    expect([...new Set(signedArgs.map(([name]) => name))]).toEqual(
      expect.arrayContaining([
        ...["affine", "brightnessDelta", "channelShift", "gridMask", "hue", "rescale", "rotate", "shearX", "shearY"],
        ...["solarization", "solarizeAdd", "translateX", "translateY"],
      ]),
    );
  });

  test.each(signedArgs)("%s.%s", (name, argument, op) => {
    const value = Math.min(5, 0.6 * (op.args[argument]!.max ?? 100));
    const others = examplesOf(op, { height: 40, width: 60, channels: 3 }).at(-1)!;
    for (const strength of [value, [value, 1.5 * value] as [number, number]]) {
      const calls = callsFor(makeStage(name as OpName, { ...others, [argument]: strength, randomSign: true } as never));
      expectFair(
        count(
          calls.map((call) => call[argument] as number),
          0,
        ),
        `${name}.${argument}`,
      );
    }
  });

  test("each number of a stage has a coin of its own", () => {
    const calls = callsFor(makeStage("channelShift", { red: 5, green: 5, blue: 5, randomSign: true }));
    const seen = new Map<string, number>();
    for (const { red, green, blue } of calls) {
      const signs = [red, green, blue].map((value) => Math.sign(value as number)).join();
      seen.set(signs, (seen.get(signs) ?? 0) + 1);
    }
    expect(seen.size).toBe(8);
    for (const times of seen.values())
      expect(Math.abs(times - DRAWS / 8)).toBeLessThan(5 * Math.sqrt((DRAWS * 7) / 64));
  });
});

/** What changes nothing, for the numbers that entries of tables decide. */
const NEUTRAL: Record<string, number> = { factor: 1 };

describe.each(Object.keys(magnitudeTables) as TableName[])("the table %s", (name) => {
  const table = tableOf(name);
  const numberOf = (call: AnyCall) =>
    Object.entries(call).find(([, value]) => typeof value === "number") as [string, number];

  test("its signed entries go both ways, half the time each; the others one way", () => {
    const checked: string[] = [];
    for (const [entry, description] of Object.entries(table.entries)) {
      if (!("value" in description) || !description.value) continue;
      const calls = callsFor(opAt(name, entry, { magnitude: largestOf(table) }));
      const numbers = calls.map(numberOf);
      const argument = numbers[0]?.[0];
      if (!argument) continue;
      const counted = count(
        numbers.map(([, value]) => value),
        NEUTRAL[argument] ?? 0,
      );
      if (description.signed) {
        expectFair(counted, entry);
        checked.push(entry);
      } else expect(new Set(numbers.map(([, value]) => value)).size, entry).toBe(1);
    }
    // KerasCV's and Keras's entries draw ranges: below.
    if (!["kerascv", "keras3", "keras3Quirks"].includes(name)) expect(checked.length).toBeGreaterThanOrEqual(3);
  });
});

test("KerasCV's and Keras 3's ranges go both ways, but for what only ever goes one way", () => {
  const oneWay = ["AutoContrast", "Equalization", "Solarization", "RandomColorDegeneration", "RandomPosterization"];
  for (const name of ["kerascv", "keras3"] as const) {
    for (const entry of Object.keys(tableOf(name).entries).filter((one) => !oneWay.includes(one))) {
      const std = name === "kerascv" ? { magnitudeStd: 0.1 } : {};
      for (const argument of ["factor", "delta", "share", "pixels", "degrees"]) {
        const values = callsFor(opAt(name, entry, { magnitude: 0.5, ...std })).flatMap((call) =>
          typeof call[argument] === "number" ? [call[argument]] : [],
        );
        if (values.length === 0) continue;
        const { below, above } = count(values, NEUTRAL[argument] ?? 0);
        // Two warps a call, for some; both directions still come half the time.
        expect(Math.abs(above - below), `${name} ${entry}`).toBeLessThan(2 * SLACK * Math.sqrt(values.length / DRAWS));
      }
    }
  }
});
