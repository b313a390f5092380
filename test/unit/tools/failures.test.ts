// What `npm test` says at its end of the tests that failed, out of both runners' JSON.
import { expect, test } from "vitest";
import { playwrightFailures, vitestFailures } from "../../../tools/failures.mjs";

const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");

test("vitest: a failed test and a file that did not load are named, what passed is not", () => {
  const assertionResults = [
    { status: "passed", fullName: "adds", failureMessages: [] },
    { status: "failed", fullName: "mixes", failureMessages: ["expected 1 to be 2"] },
  ];
  const failures = vitestFailures({
    testResults: [
      { name: "a.test.ts", status: "failed", message: "", assertionResults },
      { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      { name: "c.test.ts", status: "passed", message: "", assertionResults: [] },
      { name: "d.test.ts", status: "failed", message: "", assertionResults: [] },
    ],
  });
  expect(failures).toEqual([
    "failed: a.test.ts: mixes\n  expected 1 to be 2",
    "failed: b.test.ts\n  no such module",
    expect.stringMatching(/^failed: d\.test\.ts\n {2}no test of it failed: .*a describe without a test/),
  ]);
});

test("Playwright: failed specs at any depth and errors outside of tests, each with the first lines", () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "page.spec.ts",
    ok: status === "passed",
    tests: [{ results: [{ status, ...(message ? { error: { message } } : {}) }] }],
  });
  const inner = { specs: [spec("opens", "passed"), spec("plays", "timedOut", long), spec("waits", "skipped")] };
  const failures = playwrightFailures({ suites: [{ suites: [inner] }], errors: [{ message: "no server" }] });
  expect(failures).toHaveLength(2);
  expect(failures[0]).toMatch(/^failed: page\.spec\.ts: plays\n {2}line 0\n/);
  expect(failures[0]?.split("\n")).toHaveLength(15);
  expect(failures[1]).toBe("failed: outside of tests\n  no server");
});
