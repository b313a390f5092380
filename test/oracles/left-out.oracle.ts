/** Golden sets that nothing here runs yet: each has its row in the table, with the reason. */
import { expect, test } from "vitest";
import { leaveOut } from "./report.ts";
import { setsOf } from "./sets.ts";

const others = await setsOf("other");

for (const { path, cases, reason } of others) {
  test(path, (context) => {
    leaveOut(context, path.replace(/\.json$/, ""), cases, reason);
  });
}

test("every set that is left out says why", () => {
  expect(others.filter(({ reason }) => reason === "")).toEqual([]);
});
