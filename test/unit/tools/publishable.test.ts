import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missing } from "../../../tools/publishable.mjs";

const WHOLE = {
  manifest: {
    version: "0.2.0",
    repository: { type: "git", url: "git+https://example.org/mixwell.git" },
    bugs: { url: "https://example.org/mixwell/issues" },
    homepage: "https://example.org/mixwell",
    author: "Somebody",
  },
  changelog: "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n## 0.1.0 (2026-10-01)\n",
  readme: "# Mixwell\n",
};

test("nothing is missing of what is whole", () => {
  expect(missing(WHOLE)).toEqual([]);
  expect(missing({ ...WHOLE, changelog: "## 0.2 (2026-12-01)\n" })).toEqual([]);
});

test.each(["repository", "bugs", "homepage", "author"])("without %s nothing is published", (name) => {
  for (const value of [undefined, "", name === "author" ? "" : { url: "" }])
    expect(missing({ ...WHOLE, manifest: { ...WHOLE.manifest, [name]: value } })).toEqual([
      expect.stringContaining(`"${name}"`),
    ]);
});

test.each([
  ["a version that is not released", "## 0.2 (unreleased)\n"],
  ["another version", "## 0.1.0 (2026-10-01)\n\n## 0.2.0 (2026-12-01)\n"],
  ["no version", "# Changelog\n"],
])("a changelog with %s is refused", (_, changelog) => {
  expect(missing({ ...WHOLE, changelog })).toEqual([expect.stringContaining("## 0.2.0 (YYYY-MM-DD)")]);
});

test("a README that says there is no package is refused", () => {
  expect(missing({ ...WHOLE, readme: "It is not on the registry yet.\n" })).toEqual([
    expect.stringContaining("README"),
  ]);
});

test("npm asks before it publishes", () => {
  const { scripts } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(scripts.prepublishOnly).toBe("node tools/publishable.mjs");
});
