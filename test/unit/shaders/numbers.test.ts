import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** Invariant I4: nobody types a byte offset, binding number or workgroup size outside WGSL; `src/generated` has them all. */
const TYPED: [what: string, pattern: RegExp, example: string][] = [
  ["a binding number", /\bbinding:\s*\d/, "{ binding: 0, resource }"],
  ["a bind group number in a table", /\bgroup:\s*\d/, "{ group: 1 }"],
  ["a minimal binding size", /\bminBindingSize:\s*\d/, "{ minBindingSize: 16 }"],
  ["a workgroup size", /\bworkgroup_?size\b\s*[:=]\s*\[?\s*\d/i, "const WORKGROUP_SIZE = 64;"],
  ["a byte offset in a write", /\.set(?:Uint|Int|Float)(?:8|16|32)\(\s*(?:\d|[^,()]*[+]\s*\d)/, "view.setUint32(at + 4, 1, true)"],
  ["WGSL text", /@(?:group|binding|workgroup_size)\(/, "`@group(0) @binding(0) var<uniform> a: u32;`"],
];

const source = fileURLToPath(new URL("../../../src/", import.meta.url));
const files = readdirSync(source, { recursive: true })
  .map((path) => String(path).replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.startsWith("generated/"));
// Readers of foreign files have byte offsets of their own, which are no business of a shader.
const scanned = files.filter((path) => !path.startsWith("source/"));

describe("no number of a shader is typed again in src", () => {
  test.each(TYPED)("%s", (_, pattern, example) => {
    expect(pattern.test(example)).toBe(true);
    const typed = scanned.flatMap((path) =>
      readFileSync(source + path, "utf8")
        .split("\n")
        .flatMap((line, i) => (pattern.test(line) ? [`src/${path}:${i + 1}: ${line.trim()}`] : [])),
    );
    expect(typed).toEqual([]);
  });

  test("the files that carry out a recording are among those looked at", () => {
    expect(scanned).toEqual(expect.arrayContaining(["lower/lower.ts", "gpu/executor.ts", "ops/lib/warp-words.ts"]));
  });
});
