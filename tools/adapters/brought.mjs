// @ts-check
// Packages that only `npm run test:adapters` needs: too large for everybody's node_modules, so they are fetched into
// .cache when they are first asked for.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../setup.mjs";
import { SetupError } from "../setup-error.mjs";

/** The versions that were tried. Later ones of puppeteer-core want a newer Node. */
const VERSIONS = { deno: "2.9.6", "puppeteer-core": "24.43.1" };

const FOLDER = join(ROOT, ".cache/adapters");

/**
 * Where a package lies, which is fetched if it is not there.
 * @param {keyof typeof VERSIONS} name
 */
export function folderOf(name) {
  const folder = join(FOLDER, "node_modules", name);
  const manifest = join(folder, "package.json");
  const version = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
  if (version === VERSIONS[name]) return folder;
  console.log(`Fetching ${name} ${VERSIONS[name]} ...`);
  const wanted = Object.entries(VERSIONS).filter(
    ([other]) => other === name || existsSync(join(FOLDER, "node_modules", other)),
  );
  const { status } = spawnSync(
    "npm",
    ["install", "--prefix", FOLDER, "--no-audit", "--no-fund", ...wanted.map((one) => one.join("@"))],
    { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" },
  );
  if (status !== 0) throw new SetupError(`${name} ${VERSIONS[name]} could not be installed (see above).`);
  return folder;
}

/**
 * What the host of tests lacks of these, in words, once what can be fetched was; undefined: nothing.
 * @param {"node" | "deno" | "firefox"} host
 */
export function lackingPackage(host) {
  if (host === "node") return undefined;
  const name = host === "deno" ? "deno" : "puppeteer-core";
  try {
    const folder = folderOf(name);
    // A binary of another C library is there and does not start.
    const starts = host !== "deno" || spawnSync(process.execPath, [join(folder, "bin.cjs"), "--version"]).status === 0;
    return starts ? undefined : `a ${name} that starts here`;
  } catch (error) {
    if (error instanceof SetupError) return `${name} ${VERSIONS[name]} of npm`;
    throw error;
  }
}

/**
 * Its module.
 * @param {keyof typeof VERSIONS} name
 */
export const bring = (name) =>
  import(pathToFileURL(createRequire(join(folderOf(name), "package.json")).resolve(name)).href);
