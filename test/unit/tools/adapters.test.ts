/** `npm run test:adapters`: what it counts, its table, and that nothing is left out in silence. */
import { describe, expect, test } from "vitest";
import { IMPLEMENTATIONS } from "../../../tools/adapters/implementations.mjs";
import { table, verdict } from "../../../tools/adapters/report.mjs";
import { count } from "../../../tools/adapters/run-tests.mjs";

const one = (status: string, meta: object = {}, fullName = "a test") => ({
  status,
  fullName,
  failureMessages: null,
  meta,
});
const file = (name: string, assertionResults: ReturnType<typeof one>[], status = "passed") => ({
  name,
  status,
  assertionResults,
});

describe("count", () => {
  test("kernels, other tests, golden cases and what was skipped", () => {
    const report = {
      testResults: [
        file("/x/test/gpu/kernels.test.ts", [one("passed"), one("failed")]),
        file("/x/test/gpu/mix.test.ts", [one("passed"), one("skipped", { why: "no canvas" }, "draws")]),
        file("/x/test/oracles/ops.oracle.ts", [one("passed", { oracle: { passed: 70, failed: 2 } })]),
      ],
    };
    expect(count(report, 1)).toEqual({
      kernels: { passed: 1, failed: 1 },
      tests: { passed: 1, failed: 0 },
      oracles: { passed: 70, failed: 2 },
      skipped: ["draws: no canvas"],
    });
  });

  test.each([
    ["a file that could not be loaded", { testResults: [file("/x/a.test.ts", [], "failed")] }, 1],
    ["a runner that ran nothing", { testResults: [] }, 0],
    ["a runner that failed although no test did", { testResults: [file("/x/a.test.ts", [one("passed")])] }, 1],
  ])("%s is a failure", (_, report, status) => {
    expect(count(report, status).tests.failed).toBe(1);
  });
});

describe("the report", () => {
  const [first, second] = IMPLEMENTATIONS as [(typeof IMPLEMENTATIONS)[0], (typeof IMPLEMENTATIONS)[0]];
  const ran = {
    implementation: first,
    kernels: { passed: 3, failed: 0 },
    tests: { passed: 9, failed: 1 },
    oracles: { passed: 0, failed: 0 },
    skipped: ["draws: no canvas"],
    seconds: 12.4,
  };
  const absent = { implementation: second, lacking: "lavapipe" };

  test("has a row for every implementation and a line for what was skipped", () => {
    const lines = table([ran, absent]).split("\n");
    expect(lines[1]).toMatch(/3 of 3 +9 of 10 +not run +12 s$/);
    expect(lines[2]).toMatch(/not run$/);
    expect(lines.slice(4)).toEqual([
      `${first.name}, skipped: draws: no canvas`,
      `${second.name}: not run, because this machine lacks lavapipe (Debian's packages: ${second.packages.join(", ")})`,
    ]);
  });

  test("fails for a failed test, and for an implementation that was asked for and is not there", () => {
    expect(verdict([ran])).toEqual({ line: "12 passed, 1 failed", isGood: false });
    expect(verdict([{ ...ran, tests: { passed: 10, failed: 0 } }])).toEqual({
      line: "13 passed, 0 failed",
      isGood: true,
    });
    expect(verdict([absent])).toEqual({ line: "0 passed, 1 failed", isGood: false });
  });

  test("may take what is there: what is not fails nothing, and a test that fails does", () => {
    const options = { takesWhatIsThere: true };
    expect(verdict([absent], options)).toEqual({ line: "0 passed, 0 failed", isGood: true });
    expect(verdict([ran, absent], options)).toEqual({ line: "12 passed, 1 failed", isGood: false });
  });
});
