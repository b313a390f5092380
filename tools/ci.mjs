// @ts-check
// `.ci/run`: `npm test`, then the GPU tests on those other implementations of WebGPU that are quick to run and that
// this machine has or can install. The last line is the sum, "N passed, N failed". Plain Node without a dependency,
// since node_modules may be missing.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./setup.mjs";

/** What is run, one after the other; a part that failed does not keep the next from its say. */
const PARTS = [["tools/test.mjs"], ["tools/adapters.mjs", "--if-present"]];

/**
 * The counts of a part by its last line. One that has none, or that ended with a status although nothing failed, counts
 * as a failure.
 * @param {string} printed
 * @param {number} status
 */
export function countsOf(printed, status) {
  const last = printed.trimEnd().split("\n").at(-1) ?? "";
  const [, passed, failed, skipped = "0"] = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(last) ?? [];
  const counts = { passed: Number(passed ?? 0), failed: Number(failed ?? 0), skipped: Number(skipped) };
  const isSilent = counts.failed === 0 && (passed === undefined || status !== 0);
  return isSilent ? { ...counts, failed: 1 } : counts;
}

/**
 * What the last line says of all parts.
 * @param {readonly ReturnType<typeof countsOf>[]} parts
 */
export function sumOf(parts) {
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ key) => parts.reduce((total, one) => total + one[key], 0);
  const skipped = sum("skipped");
  return {
    line: `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
    isGood: sum("failed") === 0 && sum("passed") > 0,
  };
}

/**
 * Runs a script of ours; what it prints is printed, and its end is kept.
 * @param {readonly string[]} command
 * @returns {Promise<ReturnType<typeof countsOf>>}
 */
function run([script = "", ...args]) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let end = "";
  child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    process.stdout.write(text);
    end = (end + text).slice(-1000);
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => done(countsOf(end, status ?? 1)));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const parts = [];
  for (const part of PARTS) parts.push(await run(part));
  const { line, isGood } = sumOf(parts);
  console.log(`\n${line}`);
  if (!isGood) process.exitCode = 1;
}
