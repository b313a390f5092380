import { describe, expect, test } from "vitest";
import { checkPermutations, linkShader, tidy } from "../../../tools/shaders/link.mjs";

const sources = {
  "main.wgsl": `// What the kernel is for.
// Two lines of it.

import package::lib::twice::twice;

@if(wide) enable f16;

/// A width.
override WIDTH: u32 = 3u;
const A = 1u;
const B = 2u; // beside

@if(wide)
/// Loads wide.
fn load(i: u32) -> u32 { return i * WIDTH; }
@else
/// Loads narrow.
fn load(i: u32) -> u32 { return i; }

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  // Why it is done.
  let x = twice(load(id.x)) + A + B;
}
`,
  "lib/twice.wgsl": `// About the library file, not about the constant.

const TWO = 2u;

/// Doubles.
fn twice(x: u32) -> u32 { return TWO * x; }

fn unused() -> u32 { return 0u; }
`,
};

describe("a linked text", () => {
  test("is plain, keeps the comments, drops what is not used, and is laid out for reading", async () => {
    expect(
      await linkShader(sources, { name: "narrow", entry: "main.wgsl", conditions: { wide: false } }),
    ).toBe(`// narrow: linked from shaders/main.wgsl.

// What the kernel is for.
// Two lines of it.

/// A width.
override WIDTH: u32 = 3u;

const A = 1u;
const B = 2u; // beside

/// Loads narrow.
fn load(i: u32) -> u32 {
  return i;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  // Why it is done.
  let x = twice(load(id.x)) + A + B;
}

/// Doubles.
fn twice(x: u32) -> u32 {
  return TWO * x;
}

const TWO = 2u;
`);
  });

  test("holds the branch its conditions choose, and says which", async () => {
    const wide = await linkShader(sources, { name: "wide", entry: "main.wgsl", conditions: { wide: true } });
    expect(wide).toMatch(/^\/\/ wide: linked from shaders\/main\.wgsl with wide\.\n/);
    expect(wide).toContain("enable f16;");
    expect(wide).toContain("/// Loads wide.\nfn load(i: u32) -> u32 {\n  return i * WIDTH;");
    expect(wide).not.toContain("narrow");
  });

  test("is the same every time", async () => {
    const link = () => linkShader(sources, { name: "wide", entry: "main.wgsl", conditions: { wide: true } });
    expect(await link()).toBe(await link());
  });
});

test("tidy puts no blank line between neighbours of a kind, and one between all others", () => {
  expect(tidy("\n\nconst A = 1u;\n\n\nconst B = 2u;\n\nalias T = u32;\n\n/// Doc.\nconst C = 3u;\n")).toBe(
    "const A = 1u;\nconst B = 2u;\n\nalias T = u32;\n\n/// Doc.\nconst C = 3u;\n",
  );
});

describe("a mistake names its file, its line and its place", () => {
  const link = (files: Record<string, string>) =>
    linkShader({ ...sources, ...files }, { name: "narrow", entry: "main.wgsl", conditions: {} });

  test("a syntax error", async () => {
    const main = "// Header.\n\nfn broken() {\n  let x = ;\n}\n@compute @workgroup_size(1) fn main() { broken(); }\n";
    await expect(link({ "main.wgsl": main })).rejects.toThrow(
      "narrow: shaders/main.wgsl:4:11 error: Expected expression\n  let x = ;\n          ^",
    );
  });

  test("an unknown name in a library file", async () => {
    await expect(
      link({ "lib/twice.wgsl": "// Header.\n\nfn twice(x: u32) -> u32 {\n  return thrice(x);\n}\n" }),
    ).rejects.toThrow(
      /narrow: unresolved identifier 'thrice' in file: shaders\/lib\/twice\.wgsl\n {2}return thrice\(x\); {3}Ln 4\n {9}\^{6}/,
    );
  });

  test("an import of what is not there", async () => {
    await expect(link({ "lib/twice.wgsl": "fn double() {}" })).rejects.toThrow(
      /narrow: no exported 'twice' in module 'package::lib::twice' in file: shaders\/main\.wgsl\n/,
    );
  });
});

describe("permutations.json is held against the sources", () => {
  const line = { name: "narrow", entry: "main.wgsl", conditions: { wide: false } };
  const cases: [string, object[], string][] = [
    ["a name twice", [line, line], "permutations.json, narrow: the name appears twice"],
    ["a name in another style", [{ ...line, name: "Narrow" }], "permutations.json, Narrow: expected a snake_case name"],
    [
      "no such entry",
      [{ ...line, entry: "mian.wgsl" }],
      'narrow: expected entry to be a file of shaders/, found "mian.wgsl"',
    ],
    [
      "a condition that no @if tests",
      [{ ...line, conditions: { wide: true, wied: true } }],
      "narrow: no @if in shaders/ tests wied",
    ],
    ["a condition that no line sets", [{ ...line, conditions: {} }], "no line of permutations.json sets wide"],
    [
      "a condition that is no boolean",
      [{ ...line, conditions: { wide: 1 } }],
      "narrow: expected wide to be true or false, found 1",
    ],
  ];
  test.each(cases)("%s", (_, lines, message) => {
    expect(() => checkPermutations(lines as Parameters<typeof checkPermutations>[0], sources)).toThrow(message);
  });

  test("the line itself is accepted", () => {
    expect(() => checkPermutations([line], sources)).not.toThrow();
  });
});
