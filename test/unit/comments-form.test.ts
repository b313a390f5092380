/**
 * The form of comments: nobody scrolls to read one. The formatter keeps code within 120 columns, and leaves comments.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const WIDTH = 120;
const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = [
  ...["src", "shaders", "demo", "cli", "site", "tools", "test"],
  ...["bench", "examples", "experiments", "training"],
];
/** Written by commands, or not ours. */
const SKIPPED = /(^|\/)(node_modules|dist|generated|cache|\.cache)\//;

/** Lines of comments that are too wide; a type in one cannot be broken. */
const tooWide = (text: string): string[] =>
  text
    .split("\n")
    .filter((line) => /^\s*(\/\/|\/\*\*|\* )/.test(line) && [...line].length > WIDTH)
    .filter((line) => !/@(type|typedef|param|property|returns) ?\{/.test(line));

describe.each(FOLDERS)("comments in %s", (folder) => {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(ts|mjs|js|wgsl)$/.test(path) && !SKIPPED.test(path));

  test(`are at most ${WIDTH} columns wide`, () => {
    expect(files.length).toBeGreaterThan(1);
    const found = files.flatMap((path) => tooWide(readFileSync(join(root, folder, path), "utf8")));
    expect(found).toEqual([]);
  });
});

test("a comment that is too wide is found, and code is left to the formatter", () => {
  const wide = "word ".repeat(30);
  expect(
    tooWide(`// ${wide}\n  /** ${wide} */\n   * ${wide}\nconst text = "${wide}";\n/** @type {${wide}} */`),
  ).toHaveLength(3);
});
