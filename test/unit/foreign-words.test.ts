/**
 * Other people's error texts differ by browser and by version: what went wrong is found out by looking, never by
 * matching words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The sources below some folders of the project, but for what is generated. */
const sourcesIn = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.includes("generated"))
      .map((path) => `${folder}/${path}`),
  );
const linesOf = (path: string) => readFileSync(root + path, "utf8").split("\n");

/** An error, or the words of one, under a pattern or beside a text. */
const MATCHING = [
  /\.(test|exec)\(\s*(String\(|`?\$?\{?\w*([eE]rror|[rR]eason|cause|message|words)\b)/,
  /\b(message|words|String\(\w+\))\s*\??\.(includes|match|matchAll|startsWith|endsWith|indexOf|search)\(/,
  /\b(message|words)\s*[!=]==?\s*["'`]/,
];
const matching = (text: string) => text.split("\n").filter((line) => MATCHING.some((pattern) => pattern.test(line)));

test("no code of ours decides by the words of somebody else's error", () => {
  const files = sourcesIn("src");
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((path) => matching(linesOf(path).join("\n")).map((line) => `${path}: ${line.trim()}`))).toEqual(
    [],
  );
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

/** Who makes browsers, WebGPU and drivers, and words that only one of them says. */
const VENDORS =
  /swiftshader|llvmpipe|lavapipe|\bdawn\b|\btint\b|chrom(e|ium)|firefox|gecko|webkit\b|safari|\bnaga\b|\bwgpu\b|nvidia|\bintel\b|\bamd\b|\bapple\b|\bmesa\b|is associated with \[|Invalid (CommandBuffer|Buffer|BindGroup)|due to a previous error/i;

/** Where words are compared: a pattern that is tried, or a text that is looked for. */
const COMPARED = [
  /\/(?![/*])((?:\\.|[^/\\\n])+)\/[a-z]*(?:\.(?:test|exec)\(|\s*[),\]])/g,
  /\.(?:includes|startsWith|endsWith|indexOf|toContain|toThrow|toMatch|stringContaining)\(\s*["'`]([^"'`]+)["'`]/g,
  /[!=]==\s*["'`]([^"'`]+)["'`]/g,
];
const comparesVendors = (line: string) =>
  COMPARED.some((pattern) => [...line.matchAll(pattern)].some(([, words]) => VENDORS.test(words!)));

/** Ours to name: these speak of one vendor's package or program, in our words. */
const NAMED: Readonly<Record<string, string>> = {
  "test/unit/foreign-words.test.ts": "this file",
  "demo/speed-page/report.ts": "browsers by their names, for a table",
  "test/unit/speed-reports.test.ts": "that table's test",
  "test/unit/tools/adapters.test.ts": "implementations by their names in our list",
};

test("no code and no test matches one vendor's words", () => {
  const files = sourcesIn("src", "demo", "training", "examples", "test").filter((path) => !(path in NAMED));
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((path) =>
    linesOf(path).flatMap((line) => (comparesVendors(line) ? `${path}: ${line.trim()}` : [])),
  );
  expect(found).toEqual([]);
});

test.each([
  "const isSoftware = /swiftshader|llvmpipe/i.test(name);",
  'if (adapter.info.vendor === "nvidia") slow();',
  "expect(said).toMatch(/is associated with \\[Device\\].*Invalid CommandBuffer/s);",
  'expect(error.message).toContain("Invalid BindGroup");',
  'await expect(call).rejects.toThrow("[Device] is lost due to a previous error");',
  'if (navigator.userAgent.includes("Firefox")) return;',
])("the search finds %s", (line) => {
  expect(comparesVendors(line)).toBe(true);
});

test.each([
  "/** Chromium refuses it, and Firefox does not. */",
  'console.log("in Dawn on Node");',
  'expect(message).toContain("the GPU device was lost");',
  "const tinted = /tinted/.test(name);",
])("and lets %s be", (line) => {
  expect(comparesVendors(line)).toBe(false);
});
