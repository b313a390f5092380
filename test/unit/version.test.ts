/** The version stands in several places, and they agree. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const { version, keywords } = JSON.parse(read("package.json")) as { version: string; keywords: string[] };

test("every file that says the version says the package's", () => {
  const lock = JSON.parse(read("package-lock.json"));
  const said = {
    "package-lock.json": lock.version,
    "package-lock.json, the package": lock.packages[""].version,
    "package-lock.json, the command": lock.packages.cli.version,
    "cli/package.json": JSON.parse(read("cli/package.json")).version,
    "CITATION.cff": /^version: (.+)$/m.exec(read("CITATION.cff"))?.[1],
    "docs/recipes/deno-bun-cdn.md": /npm\/mixwell@([\d.]+)/.exec(read("docs/recipes/deno-bun-cdn.md"))?.[1],
    "examples/kubernetes/augment.yaml": /mixwell:([\d.]+)/.exec(read("examples/kubernetes/augment.yaml"))?.[1],
    "CHANGELOG.md, its first": /^## (\S+)/m.exec(read("CHANGELOG.md"))?.[1],
  };
  expect(said).toEqual(Object.fromEntries(Object.keys(said).map((name) => [name, version])));
});

test("no keyword is there twice", () => {
  expect(new Set(keywords).size).toBe(keywords.length);
});
