import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as constants from "../../../src/generated/constants.ts";

/**
 * Invariant I4: nobody types a byte offset, binding number, workgroup size, word's position or flag outside WGSL;
 * `src/generated` has them all.
 */
const TYPED: [what: string, pattern: RegExp, example: string][] = [
  ["a binding number", /\bbinding:\s*\d/, "{ binding: 0, resource }"],
  ["a bind group number in a table", /\bgroup:\s*\d/, "{ group: 1 }"],
  ["a minimal binding size", /\bminBindingSize:\s*\d/, "{ minBindingSize: 16 }"],
  ["a workgroup size", /\bworkgroup_?size\b\s*[:=]\s*\[?\s*\d/i, "const WORKGROUP_SIZE = 64;"],
  [
    "a byte offset in a write",
    /\.set(?:Uint|Int|Float)(?:8|16|32)\(\s*(?:\d|[^,()]*[+]\s*\d)/,
    "view.setUint32(at + 4, 1, true)",
  ],
  ["a word's position", /\b(?:words|w)\[\d+\]/, "const threshold = words[3]!;"],
  ["a word's position in a stride", /\b(?:words|w)\[[^\]]*[+*] ?\d/, "words[4 * i + 2] = box;"],
  ["WGSL text", /@(?:group|binding|workgroup_size)\(/, "`@group(0) @binding(0) var<uniform> a: u32;`"],
];

const read = (folder: string, extension: string): { path: string; lines: string[] }[] => {
  const root = fileURLToPath(new URL(`../../../${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(extension))
    .map((path) => ({ path: `${folder}/${path}`, lines: readFileSync(root + path, "utf8").split("\n") }));
};

const source = read("src", ".ts").filter(({ path }) => !path.startsWith("src/generated/"));
// Readers of foreign files have byte offsets of their own, and random words of two are no shader's business.
const scanned = source.filter(({ path }) => !path.startsWith("src/source/") && !path.startsWith("src/random/"));
const kernels = read("shaders", ".wgsl");

type File = (typeof source)[number];
const found = (files: readonly File[], is: (line: string) => boolean): string[] =>
  files.flatMap(({ path, lines }) =>
    lines.flatMap((line, i) => (is(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );

describe("no number of a shader is typed again in src", () => {
  test.each(TYPED.filter(([what]) => what !== "a word's position"))("%s", (_, pattern, example) => {
    expect(pattern.test(example)).toBe(true);
    expect(found(scanned, (line) => pattern.test(line))).toEqual([]);
  });

  test("a word's position", () => {
    const [, pattern, example] = TYPED.find(([what]) => what === "a word's position")!;
    expect(pattern.test(example)).toBe(true);
    // The two words of a random key have no names.
    expect(
      found(scanned, (line) => pattern.test(line)).filter((line) => !line.startsWith("src/stages/noise.ts")),
    ).toEqual([]);
  });

  test("a constant or a flag", () => {
    expect(found([{ path: "src/ops/x.ts", lines: TYPED_FLAGS }], isTypedAgain)).toHaveLength(TYPED_FLAGS.length);
    expect(found([{ path: "src/ops/x.ts", lines: OWN_NUMBERS }], isTypedAgain)).toEqual([]);
    // Peers' tables count for themselves.
    expect(found(scanned, isTypedAgain).filter((line) => !line.startsWith("src/tables/"))).toEqual([]);
  });

  test("all files that pack and unpack are among those looked at", () => {
    const paths = scanned.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["src/lower/lower.ts", "src/lower/program.ts", "src/gpu/executor.ts"]),
    );
    expect(paths).toEqual(
      expect.arrayContaining(["src/ops/lib/warp-words.ts", "src/ops/mask/erase.ts", "src/reference/ops.ts"]),
    );
  });
});

/** Every constant of the shaders by its name. */
const known = Object.values(constants).flatMap((file) => Object.entries(file as Record<string, number>));

/**
 * Whether a line gives a number to a name that some file of the shaders gives it to: `ALPHA = 4` where there is
 * `ERASE_ALPHA`.
 */
function isTypedAgain(line: string): boolean {
  const [, name, value] =
    line.match(/^\s*(?:export )?const ([A-Z][A-Z0-9_]*)(?::[^=]*)? = ([-\d(][\dxa-fA-F ()<*+-]*);/) ?? [];
  if (name === undefined || value === undefined) return false;
  const number = new Function(`return ${value};`)() as number;
  return known.some(([own, its]) => (own === name || own.endsWith(`_${name}`)) && its === number);
}

const TYPED_FLAGS = [
  "const INSIDE = 1 << 14;",
  "export const EDGE_SHIFT = 7;",
  "const ALPHA = 4;",
  "  const NOISY: number = 0x80000000;",
];
const OWN_NUMBERS = ["const INSIDE = 3;", "const HALF_A_PIXEL = 7;", "const { INSIDE } = constants.warpPlace;"];

describe("no op of the shaders counts its words", () => {
  /** A word of a record by its place: what only generated code may say. */
  const PLACE = /\b(?:args|gather|record|words|w)\.[abcd]\b/;
  // Where the records are declared and handed on as they are.
  const records = ["shaders/lib/op.wgsl"];

  test("neither in an op nor in what they share", () => {
    for (const example of ["let threshold = bitcast<i32>(args.a.w);", "let flags = w.b.z;"])
      expect(PLACE.test(example)).toBe(true);
    for (const example of ["let threshold = args.threshold;", "let first = w.x.x;"])
      expect(PLACE.test(example)).toBe(false);
    const files = kernels.filter(({ path }) => !records.includes(path));
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["shaders/ops/mask/erase.wgsl", "shaders/augment.wgsl"]),
    );
    expect(found(files, (line) => PLACE.test(line))).toEqual([]);
  });
});
