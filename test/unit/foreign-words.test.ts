/**
 * Other people's error texts differ by browser and by version: what went wrong is found out by looking, never by
 * matching words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** An error, or the words of one, under a pattern or beside a text. */
const MATCHING = [
  /\.(test|exec)\(\s*(String\(|`?\$?\{?\w*([eE]rror|[rR]eason|cause|message|words)\b)/,
  /\b(message|words|String\(\w+\))\s*\??\.(includes|match|matchAll|startsWith|endsWith|indexOf|search)\(/,
  /\b(message|words)\s*[!=]==?\s*["'`]/,
];
const matching = (text: string) => text.split("\n").filter((line) => MATCHING.some((pattern) => pattern.test(line)));

test("no code of ours decides by the words of somebody else's error", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.includes("generated"),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(
    files.flatMap((path) => matching(readFileSync(`${src}/${path}`, "utf8")).map((line) => `${path}: ${line.trim()}`)),
  ).toEqual([]);
});

test("the search above finds what it looks for", () => {
  const culprits = [
    "if (/unexpected end|truncated/i.test(words)) return;",
    "if (/map_async/i.test(String(error)))",
    'if (message.includes("webgpu")) throw error;',
    'if (error.message === "gone") return;',
    "const found = String(reason).match(/lost/);",
  ];
  expect(matching(culprits.join("\n"))).toEqual(culprits);
  expect(
    matching('throw new SourceError(name, "a file", found(words)); /x/.test(name); error.name === "AbortError";'),
  ).toEqual([]);
});
