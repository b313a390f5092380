/**
 * Constructs of WGSL that one compiler or another translates wrongly, and that the shaders therefore do without. The
 * signed remainder has a file of its own: remainder.test.ts.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const SHADERS = join(import.meta.dirname, "../../../shaders");

const AVOIDED: { what: string; pattern: RegExp; why: string; found: string; allowed: string }[] = [
  {
    what: "@align and @size",
    pattern: /@(align|size)\s*\(/,
    why: "naga's GLSL leaves them out in storage memory: fill up with words",
    found: "@align(16) slots: array<Slot, 4>,",
    allowed: "align: u32, // as @binding(0) is no @alignment",
  },
];

const code = (wgsl: string) => wgsl.replace(/\/\/.*$/gm, "");

describe.each(AVOIDED)("shaders have no $what, since $why", ({ pattern, found, allowed }) => {
  test("none of them", () => {
    const files = readdirSync(SHADERS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".wgsl"));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => pattern.test(code(readFileSync(join(SHADERS, file), "utf8"))))).toEqual([]);
  });

  test("the search finds one, and nothing else", () => {
    expect(pattern.test(code(found))).toBe(true);
    expect(pattern.test(code(allowed))).toBe(false);
  });
});
