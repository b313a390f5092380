// @ts-check
// `npm test`: sets up, then runs every check and every test, one after the other. The last line is "N passed, N failed".
// `npm test -- --only unit --only lint` runs some of them; further words are vitest's file filters.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runNode, runTool } from "./run.mjs";
import { setUpChromium, setUpDependencies } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ chromium: string, filters: string[], results: string }} Context results: a file for a runner's JSON */

/**
 * What we read of vitest's JSON.
 * @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: VitestFile[] }} VitestReport
 */

/** @type {Record<string, { chromium: boolean, run: (context: Context) => Promise<Counts> }>} */
const SUITES = {
  types: { chromium: false, run: async () => oneCheck(await runTool("tsc", ["--noEmit"])) },
  lint: { chromium: false, run: async () => oneCheck(await runTool("biome", ["check", "--error-on-warnings"])) },
  generated: { chromium: false, run: async () => oneCheck(await runNode("tools/shaders.mjs", ["--check"])) },
  unit: { chromium: false, run: vitest(["unit"]) },
  package: { chromium: false, run: vitest(["package"]) },
  // Chromium's GPU process is one busy thread, so Dawn on Node runs beside it.
  gpu: { chromium: true, run: vitest(["gpu-browser", "gpu-node"]) },
  interop: { chromium: true, run: vitest(["interop", "interop-node"]) },
  oracles: { chromium: true, run: vitest(["oracles-browser", "oracles-node"], ["--reporter=./tools/oracle-reporter.mjs"]) },
  demo: { chromium: true, run: playwright },
};

/** @param {string} name */
function suiteOf(name) {
  const suite = SUITES[name];
  if (!suite) throw new SetupError(`--only: expected one of ${Object.keys(SUITES).join(", ")}, found "${name}".`);
  return suite;
}

/**
 * A tool that only says yes or no counts as one test.
 * @param {number} status
 * @returns {Counts}
 */
const oneCheck = (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });

/**
 * @param {string[]} projects as in vitest.config.ts
 * @param {string[]} args
 * @returns {(context: Context) => Promise<Counts>}
 */
function vitest(projects, args = []) {
  return async ({ chromium, filters, results }) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...args];
    const chosen = projects.flatMap((project) => ["--project", project]);
    const status = await runTool("vitest", ["run", ...chosen, ...reporters, "--allowOnly=false", ...filters], withChromium(chromium));
    /** @type {VitestReport} */
    const report = readJson(results);
    // A file that could not even be loaded has no tests that could have failed.
    const broken = report.testResults.filter(
      (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
    );
    const counts = {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
    return honest(counts, status);
  };
}

/**
 * @param {Context} context
 * @returns {Promise<Counts>}
 */
async function playwright({ chromium, results }) {
  const env = { ...withChromium(chromium), PLAYWRIGHT_JSON_OUTPUT_NAME: results };
  const status = await runTool("playwright", ["test", "--reporter=list,json", "--forbid-only"], env);
  const { stats, errors } = readJson(results);
  return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }, status);
}

/**
 * The runners need not look for it again.
 * @param {string} chromium "" for suites that use none
 * @returns {Record<string, string>}
 */
const withChromium = (chromium) => (chromium ? { CHROMIUM_PATH: chromium } : {});

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * A runner that ran nothing, or that failed although no test of it did, is a failure.
 * @param {Counts} counts
 * @param {number} status
 * @returns {Counts}
 */
function honest(counts, status) {
  const silent = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/**
 * Runs one suite; whatever goes wrong with the runner itself counts as one failure.
 * @param {string} name
 * @param {string} chromium
 * @param {string[]} filters
 * @returns {Promise<Counts>}
 */
async function runSuite(name, chromium, filters) {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-test-"));
  try {
    console.log(`\n=== ${name}`);
    return await suiteOf(name).run({ chromium, filters, results: join(folder, "results.json") });
  } catch (error) {
    console.error(`${name}: the runner left no results (${error})`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Counts} counts */
const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** @returns {{ names: string[], filters: string[] }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { only: { type: "string", multiple: true } }, allowPositionals: true });
    return { names: values.only ?? Object.keys(SUITES), filters: positionals };
  } catch (error) {
    throw new SetupError(/** @type {Error} */ (error).message);
  }
}

async function main() {
  const { names, filters } = readArguments();
  setUpDependencies();
  const chromium = names.some((name) => suiteOf(name).chromium) ? setUpChromium() : "";
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const name of names) {
    const counts = await runSuite(name, chromium, filters);
    lines.push(`${name.padEnd(12)} ${sentence(counts)}`);
    for (const key of /** @type {(keyof Counts)[]} */ (Object.keys(total))) total[key] += counts[key];
  }
  console.log(`\n${lines.join("\n")}\n`);
  return total;
}

/** @type {Counts} */
let total = { passed: 0, failed: 1, skipped: 0 };
try {
  total = await main();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(sentence(total));
