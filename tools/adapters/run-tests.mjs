// @ts-check
// Runs the GPU tests on one implementation, and counts what came out.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runNode } from "../run.mjs";
import { ROOT } from "../setup.mjs";
import { folderOf } from "./brought.mjs";

/** @typedef {import("./implementations.mjs").Implementation} Implementation */
/** @typedef {{ passed: number, failed: number }} Counts */
/**
 * @typedef {object} Outcome
 * @property {Counts} kernels tests that compile a kernel and hold it to its bindings table
 * @property {Counts} tests the other GPU tests
 * @property {Counts} oracles golden cases
 * @property {Counts} [pages] pages of the demo, where the browser was asked for them
 * @property {string[]} skipped one line each, with the reason
 * @property {number} seconds
 */

const VITEST = join("node_modules", "vitest", "vitest.mjs");

const PROJECTS = {
  node: ["gpu-node", "oracles-node"],
  deno: ["gpu-node", "oracles-node"],
  firefox: ["gpu-browser", "oracles-browser"],
};

/**
 * @param {Implementation} implementation
 * @param {readonly string[]} files parts of the paths of test files; none: all
 * @param {(text: string) => void} [write] gets what the runner prints; undefined: straight to our output
 * @returns {Promise<Outcome>}
 */
export async function runTests(implementation, files, write) {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-adapters-"));
  const results = join(folder, "results.json");
  const start = performance.now();
  const left = files.length === 0 ? (implementation.leaves ?? []) : [];
  try {
    const env = { MIXWELL_ADAPTER_WHOLE: files.length === 0 ? "1" : "" };
    const args = [
      "run",
      ...PROJECTS[implementation.host].flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${results}`,
      "--allowOnly=false",
      ...left.map((file) => `--exclude=test/${file}*`),
      ...files,
    ];
    const status = await run(implementation, env, args, write);
    const outcome = count(JSON.parse(readFileSync(results, "utf8")), status);
    const why = "left out whole: its kernels hold many ops, and this compiler takes minutes for each";
    const skipped = [...left.map((file) => `test/${file}: ${why}`), ...outcome.skipped];
    return { ...outcome, skipped, seconds: (performance.now() - start) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Implementation} implementation
 * @param {Record<string, string>} more of its environment
 * @param {string[]} args
 * @param {((text: string) => void) | undefined} write
 * @returns {Promise<number>} the exit status
 */
function run({ name, host, env }, more, args, write) {
  const deno = () => join(relative(ROOT, folderOf("deno")), "bin.cjs");
  const [program = "", ...first] = host === "deno" ? [deno(), "run", "-A", "--unstable-webgpu", VITEST] : [VITEST];
  // Drivers are chosen by the environment in which a process starts; workers inherit it.
  return runNode(program, [...first, ...args], { ...env(), ...more, MIXWELL_ADAPTER: name }, write);
}

/**
 * What we read of vitest's JSON.
 * @typedef {{ status: string, fullName: string, failureMessages: string[] | null, meta: { oracle?: Counts, why?: string } }} Test
 * @typedef {{ testResults: { name: string, status: string, assertionResults: Test[] }[] }} Report
 */

/**
 * @param {Report} report
 * @param {number} status
 * @returns {Omit<Outcome, "seconds">}
 */
export function count({ testResults }, status) {
  const outcome = {
    kernels: { passed: 0, failed: 0 },
    tests: { passed: 0, failed: 0 },
    oracles: { passed: 0, failed: 0 },
    skipped: /** @type {string[]} */ ([]),
  };
  for (const { name, status: file, assertionResults } of testResults) {
    const part = name.endsWith("gpu/kernels.test.ts") ? outcome.kernels : outcome.tests;
    for (const { status: one, fullName, meta } of assertionResults) {
      if (meta.oracle) {
        outcome.oracles.passed += meta.oracle.passed;
        outcome.oracles.failed += meta.oracle.failed;
      } else if (one === "passed" || one === "failed") part[one]++;
      else outcome.skipped.push(`${fullName}: ${meta.why ?? "no reason given"}`);
    }
    // A file that could not even be loaded has no tests that could have failed.
    if (file === "failed" && !assertionResults.some((one) => one.status === "failed")) part.failed++;
  }
  const failed = outcome.kernels.failed + outcome.tests.failed + outcome.oracles.failed;
  const passed = outcome.kernels.passed + outcome.tests.passed + outcome.oracles.passed;
  // A runner that ran nothing, or that failed although no test of it did, is a failure.
  if (failed === 0 && (status !== 0 || passed === 0)) outcome.tests.failed++;
  return outcome;
}
