import { expect, test } from "vitest";
import { reasons, table } from "../../tools/oracle-reporter.mjs";

const record = {
  set: "mixup/a",
  path: "gpu",
  column: "gpu (Chromium)",
  passed: 3,
  failed: 1,
  skipped: 2,
  failures: ["case 7"],
};

test("the table of golden sets has a row for every set and says what was not run", () => {
  const records = [
    record,
    { ...record, passed: 4, failed: 0 },
    { ...record, set: "beta", path: "reference", column: "reference" },
  ];
  expect(table(records)).toBe(
    [
      "passed / failed / skipped  reference  gpu (Chromium)  gpu (Dawn on Node)",
      "beta                       3 / 1 / 2  not run         not run",
      "mixup/a                    not run    7 / 1 / 4       not run",
      "all sets                   3 / 1 / 2  7 / 1 / 4       not run",
    ].join("\n"),
  );
});

test("under the table stands why cases were skipped", () => {
  const philox = { set: "random123_kat.txt", skipped: 21, reason: "philox is not our generator" };
  const records = [
    philox,
    philox,
    { set: "b", skipped: 3, reason: "not built" },
    { set: "a", skipped: 1, reason: "not built" },
    { set: "c", skipped: 0 },
  ];
  expect(reasons(records)).toBe("skipped: random123_kat.txt: philox is not our generator\nskipped: a, b: not built\n");
});
