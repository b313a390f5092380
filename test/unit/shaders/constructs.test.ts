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

const shaderFiles = () =>
  readdirSync(SHADERS, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".wgsl"))
    .map((file) => [file, code(readFileSync(join(SHADERS, file), "utf8"))] as const);

/**
 * Stores at a place that only the loop knows, into what may be a vector or an array in registers. FXC (Direct3D before
 * DXC) must unroll such a loop and can where it counts to a constant; mobile drivers move the whole variable to memory
 * where they cannot.
 */
function unboundedStores(wgsl: string): string[] {
  const found: string[] = [];
  for (const [store, index] of wgsl.matchAll(/\b[a-z_]\w*\[([a-z]\w*)\]\s*(?:[-+*/|&^]|<<|>>)?=(?!=)/g)) {
    const before = wgsl.slice(0, wgsl.indexOf(store));
    const heads = [...before.matchAll(new RegExp(`for \\(var ${index}\\b[^;]*;\\s*${index} <=? ([^;]+);`, "g"))];
    const bound = heads.at(-1)?.[1]?.trim();
    if (bound !== undefined && !/^(\d+[iu]?|[A-Z][A-Z0-9_]*|[iu]32\([A-Z][A-Z0-9_]*\))$/.test(bound))
      found.push(`${store} < ${bound}`);
  }
  return found;
}

/** Arrays, which FXC can index: in the workgroup's memory, and the 19 words that a box blur goes over. */
const ARRAYS = [
  "tone.wgsl: partial_sums",
  "lib/box_blur.wgsl: line",
  "lib/box_blur.wgsl: column",
  "lib/box_blur.wgsl: next",
];

describe("a loop that stores at its counter counts to a constant, since FXC must unroll it", () => {
  test("every one that can store into a vector", () => {
    const found = shaderFiles().flatMap(([file, wgsl]) => unboundedStores(wgsl).map((store) => `${file}: ${store}`));
    expect(found.map((one) => one.split("[")[0]).sort()).toEqual([...ARRAYS].sort());
  });

  test("the search finds one, and nothing else", () => {
    expect(unboundedStores("for (var c = 0u; c < args.count; c++) { value[c] = 1; }")).toEqual([
      "value[c] = < args.count",
    ]);
    expect(unboundedStores("for (var c = 0u; c < 3u; c++) { value[c] = 1; }")).toEqual([]);
    expect(unboundedStores("for (var c = 0u; c < LANES; c++) { value[c] += 1; }")).toEqual([]);
    expect(unboundedStores("for (var c = 0u; c < n; c++) { sum += value[c]; if (value[c] == 1) { return; } }")).toEqual(
      [],
    );
  });
});

/**
 * Arrays that are handed on by pointer are copied in and out at every call by HLSL: one file does it, with 19 words.
 */
const BY_POINTER = ["lib/box_blur.wgsl"];
const pointsToFunction = (wgsl: string) => /ptr\s*<\s*function\s*,\s*array/.test(wgsl);

describe("arrays are not handed on by pointer, since HLSL copies them in and out", () => {
  test("but where it was weighed", () => {
    expect(shaderFiles().flatMap(([file, wgsl]) => (pointsToFunction(wgsl) ? [file] : []))).toEqual(BY_POINTER);
  });

  test("the search finds one, and nothing else", () => {
    expect(pointsToFunction("fn f(line: ptr<function, array<u32, 19>>) {")).toBe(true);
    expect(pointsToFunction("fn f(v: ptr<function, vec4f>, line: array<u32, 4>) {")).toBe(false);
  });
});

/**
 * FXC gives up on a switch of many cases within a loop (wgpu issue 5656): an op's case calls a function and nothing
 * else, and a kernel has the cases of its policy only.
 */
describe("a switch within a loop has few cases", () => {
  const MOST = 8;
  const largestSwitch = (wgsl: string) =>
    Math.max(
      0,
      ...wgsl
        .split(/\bswitch\b/)
        .slice(1)
        .map((rest) => [...rest.split(/\n {2}\}/)[0]!.matchAll(/\bcase\b/g)].length),
    );

  test("in the sources; those of the ops are written by policy", () => {
    const files = shaderFiles();
    expect(Math.max(...files.map(([, wgsl]) => largestSwitch(wgsl)))).toBeGreaterThan(1);
    expect(files.flatMap(([file, wgsl]) => (largestSwitch(wgsl) > MOST ? [file] : []))).toEqual([]);
  });

  test("the search finds one", () => {
    const cases = Array.from({ length: 40 }, (_, i) => `    case ${i}u: { break; }`).join("\n");
    expect(largestSwitch(`fn f() {\n  switch (op) {\n${cases}\n  }\n}`)).toBe(40);
  });
});
