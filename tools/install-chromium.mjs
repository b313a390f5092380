// @ts-check
// Installs a Chromium: Playwright's own build, else the distribution's, where this user may install packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";

/** A download that isn't through after this long is not going to be. */
const DOWNLOAD_MINUTES = 10;

/**
 * Tries one way after the other, until a Chromium is there.
 * @param {string} root the project's folder, with its dependencies installed
 * @returns {string | undefined} its path
 */
export function installChromium(root) {
  console.log("No Chromium was found. Downloading Playwright's own ...");
  if (playwright(root, ["install", "chromium"])) {
    const found = findChromium();
    if (found) return found;
    // On a bare server the browser is there and libraries are missing, which Playwright knows by name.
    if (mayInstallPackages() && playwright(root, ["install-deps", "chromium"]) && findChromium()) return findChromium();
  }
  const commands = packageManagerCommands();
  if (!commands || !mayInstallPackages()) return undefined;
  console.log("That failed. Installing the system's chromium package ...");
  // Each in any case: a package index that can't be refreshed may still be good enough.
  for (const command of commands) asRoot(command);
  return findChromium();
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns whether it succeeded
 */
function playwright(root, args) {
  const cli = join(root, "node_modules/playwright/cli.js");
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000", ...process.env };
  // Its progress is worth seeing; its stack traces, one for each attempt, are not.
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "inherit", "pipe"],
    timeout: DOWNLOAD_MINUTES * 60_000,
  });
  if (status !== 0) console.log(lastLines(stderr));
  return status === 0;
}

/** Enough of a failed tool's words to see why. @param {string} text */
const lastLines = (text) => text.trim().split("\n").slice(-3).join("\n");

/** How this Linux installs Chromium; undefined where we don't know. */
function packageManagerCommands() {
  if (process.platform !== "linux") return undefined;
  const known = {
    "apt-get": [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
      // Debian has it, and tests are faster in it.
      ["apt-get", "install", "-y", "--no-install-recommends", "chromium-headless-shell"],
    ],
    dnf: [["dnf", "install", "-y", "chromium"]],
    pacman: [["pacman", "-S", "--noconfirm", "chromium"]],
    zypper: [["zypper", "--non-interactive", "install", "chromium"]],
  };
  return Object.entries(known).find(([manager]) => existsSync(join("/usr/bin", manager)))?.[1];
}

const isRoot = () => process.getuid?.() === 0;

/** Root, or a sudo that asks for no password: set-up never asks for one. */
export const mayInstallPackages = () => isRoot() || spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;

/**
 * @param {string[]} command
 * @returns whether it succeeded
 */
export function asRoot(command) {
  const full = [...(isRoot() ? [] : ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", ...command];
  const { status, stdout, stderr } = spawnSync(/** @type {string} */ (full[0]), full.slice(1), {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (status !== 0) console.log(lastLines(stdout + stderr));
  return status === 0;
}
