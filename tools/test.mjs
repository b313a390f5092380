// @ts-check
// `npm test`: sets up, then checks and tests. The last line is "N passed, N failed".
// `npm test -- --only unit --only lint` runs some of them; further words are the runners' file filters. `--whole` runs
// what is left out or shortened otherwise (left-out.mjs), and files that are named are run in any case.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { playwrightFailures, vitestFailures } from "./failures.mjs";
import { inLanes } from "./lanes.mjs";
import { wholeFilesOf } from "./left-out.mjs";
import { runTool } from "./run.mjs";
import { setUpDependencies, setUpTestChromium } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * `failures`: the names and messages of what failed, said once more at the end.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts
 */
/**
 * @typedef {object} Context
 * @property {string} chromium
 * @property {string[]} filters
 * @property {string} results a file for a runner's JSON
 * @property {((text: string) => void) | undefined} write gets what a runner prints; undefined: straight to our output
 */

/**
 * What we read of vitest's JSON.
 * @typedef {{ numPassedTests: number, numFailedTests: number }} VitestEnds
 * @typedef {VitestEnds & { numPendingTests: number, numTodoTests: number }} VitestSums
 * @typedef {VitestSums & { testResults: import("./failures.mjs").VitestFile[] }} VitestReport
 */

/**
 * Two run at a time: none of them fills two cores by itself, and the demo's pages wait more than they work. The longest
 * come first, so that both end at about the same time.
 * @type {Record<string, (context: Context) => Promise<Counts>>}
 */
const SUITES = {
  demo: playwright,
  "gpu-node": vitest(["gpu-node", "interop-node"]),
  "gpu-browser": vitest(["gpu-browser"]),
  unit: vitest(["unit"]),
  interop: vitest(["interop"]),
  cli: vitest(["cli"]),
  package: vitest(["package"]),
  fuzz: vitest(["fuzz"]),
  oracles: vitest(["oracles-browser", "oracles-node"], ["--reporter=./tools/oracle-reporter.mjs"]),
  types: async ({ write }) => oneCheck(await runTool("tsc", ["--noEmit"], {}, write)),
  lint: async ({ write }) => oneCheck(await runTool("biome", ["check", "--error-on-warnings"], {}, write)),
};

/** How many suites run at a time. */
const LANES = 2;

/** Dawn on Node takes its driver from beside Chromium. */
const WITHOUT_CHROMIUM = ["types", "lint", "unit", "package"];

/**
 * The suites of a name: "gpu" is "gpu-node" and "gpu-browser".
 * @param {string} name
 */
function suitesOf(name) {
  const found = Object.keys(SUITES).filter((suite) => suite === name || suite.startsWith(`${name}-`));
  if (found.length === 0)
    throw new SetupError(`--only: expected one of gpu, ${Object.keys(SUITES).join(", ")}, found "${name}".`);
  return found;
}

/**
 * A tool that only says yes or no counts as one test.
 * @param {number} status
 * @returns {Counts}
 */
const oneCheck = (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, failures: [] });

/**
 * @param {string[]} projects as in vitest.config.ts
 * @param {string[]} args
 * @returns {(context: Context) => Promise<Counts>}
 */
function vitest(projects, args = []) {
  return async ({ chromium, filters, results, write }) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...args];
    const chosen = projects.flatMap((project) => ["--project", project]);
    const status = await runTool(
      "vitest",
      ["run", ...chosen, ...reporters, "--allowOnly=false", ...filters],
      withChromium(chromium),
      write,
    );
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
      failures: vitestFailures(report),
    };
    return honest(counts, status);
  };
}

/**
 * @param {Context} context
 * @returns {Promise<Counts>}
 */
async function playwright({ chromium, filters, results, write }) {
  const env = { ...withChromium(chromium), PLAYWRIGHT_JSON_OUTPUT_NAME: results };
  const status = await runTool("playwright", ["test", "--reporter=list,json", "--forbid-only", ...filters], env, write);
  const report = readJson(results);
  const { stats, errors } = report;
  const counts = {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: playwrightFailures(report),
  };
  return honest(counts, status);
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
  const why = `failed: no test, but the runner ended with ${status} after ${counts.passed} passed`;
  return silent ? { ...counts, failed: 1, failures: [...counts.failures, why] } : counts;
}

/**
 * Runs one suite; whatever goes wrong with the runner itself counts as one failure.
 * @param {string} name
 * @param {string} chromium
 * @param {string[]} filters
 * @param {boolean} isBeside another one runs at the same time: all it prints comes at its end
 * @returns {Promise<Counts>}
 */
async function runSuite(name, chromium, filters, isBeside) {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-test-"));
  const start = performance.now();
  const printed = [`\n=== ${name}\n`];
  process.stdout.write(isBeside ? `${name} …\n` : printed.join(""));
  const write = isBeside ? (/** @type {string} */ text) => void printed.push(text) : undefined;
  try {
    const run = /** @type {NonNullable<(typeof SUITES)[string]>} */ (SUITES[name]);
    return await run({ chromium, filters, results: join(folder, "results.json"), write });
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, failures: [`failed: ${name} left no results (${error})`] };
  } finally {
    if (isBeside) process.stdout.write(printed.join(""));
    console.log(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Omit<Counts, "failures">} counts */
const sentence = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/**
 * What a runner is told, so that it runs what is left out or shortened in `npm test`.
 * @param {string} suite
 */
const wholeFiltersOf = (suite) => (suite === "demo" ? ["--grep=@whole"] : wholeFilesOf(suite));

/** @returns {{ only: string[], filters: string[], whole: boolean }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: "string", multiple: true }, whole: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    return { only: values.only ?? Object.keys(SUITES), filters: positionals, whole: values.whole };
  } catch (error) {
    throw new SetupError(/** @type {Error} */ (error).message);
  }
}

async function main() {
  const { only, filters, whole } = readArguments();
  // As vitest.config.ts and playwright.config.ts ask for it.
  if (whole) process.env.MIXWELL_SWEEPS = "whole";
  else if (filters.length === 0) process.env.MIXWELL_LEAVES_OUT = "yes";
  /** @type {(suite: string) => string[]} */
  const filtersOf = (suite) => (whole && filters.length === 0 ? wholeFiltersOf(suite) : filters);
  const chosen = [...new Set(only.flatMap(suitesOf))];
  const names = whole ? chosen.filter((suite) => filtersOf(suite).length > 0) : chosen;
  if (names.length === 0) throw new SetupError(`--whole: \`npm test\` leaves nothing out of ${chosen.join(", ")}.`);
  setUpDependencies();
  const chromium = names.every((name) => WITHOUT_CHROMIUM.includes(name)) ? "" : setUpTestChromium();
  /** @type {Map<string, Counts>} */
  const counted = new Map();
  const inOrder = Object.keys(SUITES).filter((name) => names.includes(name));
  await inLanes(LANES, inOrder, async (name) => {
    counted.set(name, await runSuite(name, chromium, filtersOf(name), names.length > 1));
  });

  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log();
  for (const name of names) for (const failure of counted.get(name)?.failures ?? []) console.log(`${failure}\n`);
  for (const name of names) {
    const counts = /** @type {Counts} */ (counted.get(name));
    console.log(`${name.padEnd(12)} ${sentence(counts)}`);
    for (const key of /** @type {(keyof typeof total)[]} */ (Object.keys(total))) total[key] += counts[key];
  }
  console.log();
  return total;
}

/** @type {Omit<Counts, "failures">} */
let total = { passed: 0, failed: 1, skipped: 0 };
try {
  total = await main();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(sentence(total));
