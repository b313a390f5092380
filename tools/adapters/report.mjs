// @ts-check
// What came out on every implementation, as a table.

/** @typedef {import("./implementations.mjs").Implementation} Implementation */
/** @typedef {import("./run-tests.mjs").Outcome} Outcome */
/** @typedef {{ implementation: Implementation, lacking: string } | ({ implementation: Implementation } & Outcome)} Row */

const HEAD = ["implementation", "driver", "kernels", "tests", "oracles", "pages", "time"];

/** @param {readonly Row[]} rows */
export function table(rows) {
  const lines = [HEAD, ...rows.map(cells)];
  const width = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(/** @type {number} */ (width[column])))
      .join("  ")
      .trimEnd(),
  );
  return [...text, "", ...rows.flatMap(remarks)].join("\n");
}

/** @param {Row} row */
function cells(row) {
  const { implementation, driver } = row.implementation;
  if ("lacking" in row) return [implementation, driver, "not run"];
  const share = (/** @type {import("./run-tests.mjs").Counts} */ { passed, failed }) =>
    passed + failed === 0 ? "not run" : `${passed} of ${passed + failed}`;
  return [
    implementation,
    driver,
    share(row.kernels),
    share(row.tests),
    share(row.oracles),
    row.pages ? share(row.pages) : "",
    `${Math.round(row.seconds)} s`,
  ];
}

/** @param {Row} row */
function remarks(row) {
  const { name, packages } = row.implementation;
  if ("lacking" in row)
    return [`${name}: not run, because this machine lacks ${row.lacking} (Debian's packages: ${packages.join(", ")})`];
  return row.skipped.map((one) => `${name}, skipped: ${one}`);
}

/**
 * The last line, and whether all is well. What could not be run is a failure too, as it was asked for; where tests take
 * what the machine has (`takesWhatIsThere`), it is named and fails nothing, and to have none is no failure either.
 * @param {readonly Row[]} rows
 * @param {{ takesWhatIsThere?: boolean }} [options]
 */
export function verdict(rows, { takesWhatIsThere = false } = {}) {
  let [passed, failed] = [0, 0];
  for (const row of rows) {
    if ("lacking" in row) failed += takesWhatIsThere ? 0 : 1;
    else
      for (const part of [row.kernels, row.tests, row.oracles, row.pages ?? { passed: 0, failed: 0 }]) {
        passed += part.passed;
        failed += part.failed;
      }
  }
  return { line: `${passed} passed, ${failed} failed`, isGood: failed === 0 && (passed > 0 || takesWhatIsThere) };
}
