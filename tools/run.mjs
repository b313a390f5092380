// @ts-check
// Starts the tools that npm installed, the same way on every system (no shell, no .cmd files).
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./setup.mjs";

const BINARIES = {
  biome: "@biomejs/biome/bin/biome",
  playwright: "playwright/cli.js",
  tsc: "typescript/bin/tsc",
  vite: "vite/bin/vite.js",
  vitest: "vitest/vitest.mjs",
};

/**
 * Runs an installed tool in the project's folder.
 * @param {keyof typeof BINARIES} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to ours
 * @param {(text: string) => void} [write] gets what it prints; default: its output is on ours
 * @returns {Promise<number>} its exit status; 1 when it was killed
 */
export const runTool = (tool, args, env, write) => runNode(join("node_modules", BINARIES[tool]), args, env, write);

/**
 * Runs one of our own scripts in the same manner.
 * @param {string} script relative to the project's folder
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {(text: string) => void} [write]
 * @returns {Promise<number>}
 */
export function runNode(script, args, env = {}, write = undefined) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: write ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  if (write) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", write);
  let stopped = false;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    stopped = true;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return new Promise((done, fail) => {
    child.on("error", fail);
    // "close" comes when all that it printed was read.
    child.on("close", (status) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      if (stopped) process.exit(1);
      done(status ?? 1);
    });
  });
}

/** Whoever stops us by one of these means the tool that we run, and everything that was to come after it. */
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
