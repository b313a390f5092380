// @ts-check
// Before `npm publish`: refuses while something is missing that only the owner can say. What to fill in stands in
// package.json alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, runMain } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * @typedef {object} Published
 * @property {Record<string, any>} manifest package.json
 * @property {string} changelog
 * @property {string} readme
 */

/**
 * What is missing, a line each.
 * @param {Published} published
 */
export function missing({ manifest, changelog, readme }) {
  const found = [];
  const isAddress = (/** @type {unknown} */ value) =>
    typeof value === "string" && /^(?:git\+)?https:\/\/\S+$/.test(value);
  if (!isAddress(manifest.repository?.url))
    found.push('package.json: "repository": { "type": "git", "url": "git+https://…" }');
  if (!isAddress(manifest.bugs?.url)) found.push('package.json: "bugs": { "url": "https://…/issues" }');
  if (!isAddress(manifest.homepage)) found.push('package.json: "homepage": "https://…"');
  if (!manifest.author) found.push('package.json: "author"');
  const [major, minor, patch] = String(manifest.version).split(".");
  const heading = changelog.split("\n").find((line) => line.startsWith("## "));
  const version = patch === "0" ? `${major}.${minor}(?:\\.0)?` : `${major}.${minor}.${patch}`;
  if (!heading || !new RegExp(`^## ${version} \\(\\d{4}-\\d{2}-\\d{2}\\)$`).test(heading))
    found.push(`CHANGELOG.md: "## ${manifest.version} (YYYY-MM-DD)" as its first version`);
  if (readme.includes("not on the registry yet")) found.push("README.md: that it is on the registry");
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    const read = (/** @type {string} */ name) => readFileSync(join(ROOT, name), "utf8");
    const found = missing({
      manifest: JSON.parse(read("package.json")),
      changelog: read("CHANGELOG.md"),
      readme: read("README.md"),
    });
    if (found.length > 0) throw new SetupError(`Not published. To be filled in first:\n  ${found.join("\n  ")}`);
  });
}
