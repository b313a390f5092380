// @ts-check
// A vitest reporter: the table of golden sets, made from what test/oracles/report.ts attached to each test.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Outcome
 * @typedef {Outcome & { set: string, path: string, reason?: string, note?: string }} SetRecord
 */

export default class OracleReporter {
  /** @type {(SetRecord & { column: string })[]} */
  records = [];

  /** @param {import("vitest/node").TestCase} test */
  onTestCaseResult(test) {
    const { oracle } = /** @type {{ oracle?: SetRecord }} */ (test.meta());
    if (oracle) this.records.push({ ...oracle, column: columnOf(oracle.path, test.project.name) });
  }

  onTestRunEnd() {
    if (this.records.length > 0)
      console.log(`\n${table(this.records)}\n${reasons(this.records)}${notes(this.records)}`);
  }
}

/**
 * @param {string} path
 * @param {string} project its name in vitest.config.ts
 */
function columnOf(path, project) {
  if (path === "reference") return "reference";
  return project.startsWith("oracles-browser") ? "gpu (Chromium)" : "gpu (Dawn on Node)";
}

/**
 * A row for every set, a column for every path: passed / failed / skipped.
 * @param {(SetRecord & { column: string })[]} records
 */
export function table(records) {
  const columns = ["reference", "gpu (Chromium)", "gpu (Dawn on Node)"];
  const row = (/** @type {string} */ title, /** @type {typeof records} */ some) => [
    title,
    ...columns.map((column) => cell(some.filter((record) => record.column === column))),
  ];
  const sets = [...new Set(records.map((record) => record.set))].sort();
  const rows = sets.map((set) =>
    row(
      set,
      records.filter((record) => record.set === set),
    ),
  );
  return aligned([["passed / failed / skipped", ...columns], ...rows, row("all sets", records)]);
}

/**
 * Why cases were skipped: a line for every reason, with the sets it holds for.
 * @param {Pick<SetRecord, "set" | "skipped" | "reason">[]} records
 */
export function reasons(records) {
  /** @type {Map<string, Set<string>>} */
  const sets = new Map();
  for (const { set, skipped, reason = "no reason given" } of records) {
    if (skipped > 0) sets.set(reason, (sets.get(reason) ?? new Set()).add(set));
  }
  return [...sets].map(([reason, names]) => `skipped: ${[...names].sort().join(", ")}: ${reason}\n`).join("");
}

/**
 * Where our rule differs from the golden data's, and by how much: a line for every set.
 * @param {Pick<SetRecord, "set" | "note">[]} records
 */
export function notes(records) {
  const lines = records.flatMap(({ set, note }) => (note ? [`our own rule: ${set}: ${note}\n`] : []));
  return [...new Set(lines)].join("");
}

/** @param {string[][]} lines of equally many cells */
function aligned(lines) {
  const width = (/** @type {number} */ column) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(width(column)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {SetRecord[]} records */
function cell(records) {
  if (records.length === 0) return "not run";
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ key) =>
    records.reduce((total, record) => total + record[key], 0);
  return `${sum("passed")} / ${sum("failed")} / ${sum("skipped")}`;
}
