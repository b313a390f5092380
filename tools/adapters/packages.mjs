// @ts-check
// Installs what an implementation lacks, where this user may install packages.
import { existsSync } from "node:fs";
import { asRoot, mayInstallPackages } from "../install-chromium.mjs";

/**
 * Tries to; whether it worked is for the caller to see.
 * @param {readonly string[]} packages of Debian and what descends from it
 */
export function installPackages(packages) {
  if (!existsSync("/usr/bin/apt-get") || !mayInstallPackages()) return;
  console.log(`Installing ${packages.join(", ")} ...`);
  // A package index that can't be refreshed may still be good enough.
  asRoot(["apt-get", "update"]);
  asRoot(["apt-get", "install", "-y", "--no-install-recommends", ...packages]);
}
