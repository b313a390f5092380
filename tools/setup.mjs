// @ts-check
// Makes a fresh clone ready: `node tools/setup.mjs` brings the dependencies and a WebGPU-capable Chromium.
// Plain Node without a dependency, since node_modules may be missing. `npm start` and `npm test` call the functions.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findChromium, findTestChromium, gpuKind } from "./chromium.mjs";
import { installChromium } from "./install-chromium.mjs";
import { SetupError } from "./setup-error.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What every command needs: a Node that is new enough, and the dependencies of the lockfile. */
export function setUpDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new SetupError(`Mixwell needs Node 20.19 or newer; this is ${process.version}.`);
  const reason = whyInstall();
  if (!reason) return;
  console.log(`Installing the dependencies (${reason}) ...`);
  const { status } = npm(["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) throw new SetupError("`npm ci` failed (see above); the dependencies could not be installed.");
}

/**
 * Which browser the tests run in; installs one when there is none.
 * @returns {string} its path
 */
export function setUpChromium() {
  gpuKind(); // refuses a MIXWELL_GPU that means nothing, before anything is installed for it
  const found = findChromium() ?? installChromium(ROOT);
  if (found) return found;
  throw new SetupError(
    "No Chromium was found and none could be installed: install Chromium or Chrome 120 or newer (for example by `npx playwright install --with-deps chromium`), or set CHROMIUM_PATH to one.",
  );
}

/**
 * Which browser `npm test` and its like run in: `findTestChromium`, after a Chromium was installed if there was none.
 * @returns {string} its path
 */
export function setUpTestChromium() {
  const chromium = setUpChromium();
  return findTestChromium() ?? chromium;
}

/** Compares what npm says it installed with the lockfile, so that a `git pull` or an interrupted install is noticed. */
function whyInstall() {
  const installed = packagesOf("node_modules/.package-lock.json");
  if (!installed) return "there are none yet";
  for (const [path, { version, optional }] of Object.entries(packagesOf("package-lock.json") ?? {})) {
    const found = installed[path];
    // The project's own folders are here already; npm leaves out what is optional and made for another system.
    if (!path.includes("node_modules/") || (optional && !found)) continue;
    if (found?.version !== version || !existsSync(join(ROOT, path)))
      return `${path.replace(/^.*node_modules\//, "")} ${version} is missing`;
  }
  return undefined;
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version: string, optional?: boolean }> | undefined}
 */
function packagesOf(lockfile) {
  const path = join(ROOT, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

/** @param {string[]} args */
function npm(args) {
  const options = { cwd: ROOT, stdio: /** @type {const} */ ("inherit") };
  // Under `npm start` and `npm test` npm says where it lives; else the shell finds it (npm.cmd on Windows needs one).
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js")
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/**
 * Runs a command-line tool's main function; one sentence on stderr and status 1 when set-up fails.
 * @param {() => unknown} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(() => {
    setUpDependencies();
    console.log(`Ready. Tests will run in ${setUpTestChromium()}`);
  });
}
