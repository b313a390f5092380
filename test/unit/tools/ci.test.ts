/** `.ci/run`: the sum of its parts, and that none of them fails in silence. */
import { describe, expect, test } from "vitest";
import { countsOf, sumOf } from "../../../tools/ci.mjs";

describe("a part", () => {
  test.each([
    ["passed", "unit  9 passed\n\n12 passed, 0 failed\n", 0, { passed: 12, failed: 0, skipped: 0 }],
    ["failed", "12 passed, 3 failed\n", 1, { passed: 12, failed: 3, skipped: 0 }],
    ["left something out", "12 passed, 0 failed, 2 skipped\n", 0, { passed: 12, failed: 0, skipped: 2 }],
    ["had nothing to run", "0 passed, 0 failed\n", 0, { passed: 0, failed: 0, skipped: 0 }],
    ["ended badly although nothing failed", "12 passed, 0 failed\n", 1, { passed: 12, failed: 1, skipped: 0 }],
    ["broke off", "12 passed, 0 failed\nError: no", 1, { passed: 0, failed: 1, skipped: 0 }],
    ["said nothing", "", 0, { passed: 0, failed: 1, skipped: 0 }],
  ])("that %s", (_, printed, status, counts) => {
    expect(countsOf(printed, status)).toEqual(counts);
  });
});

test("the last line is the sum", () => {
  const all = { passed: 12, failed: 0, skipped: 0 };
  const none = { passed: 0, failed: 0, skipped: 0 };
  expect(sumOf([all, none])).toEqual({ line: "12 passed, 0 failed", isGood: true });
  expect(sumOf([all, { passed: 3, failed: 1, skipped: 2 }])).toEqual({
    line: "15 passed, 1 failed, 2 skipped",
    isGood: false,
  });
  expect(sumOf([none, none]).isGood).toBe(false);
});
