/** Definitions of own ops that cannot work, each with its message; and what is no mistake. */
import { defineOp, InputError } from "mixwell";
import { describe, expect, test } from "vitest";

const by = { type: "number", min: 0, max: 1, identity: 0, unit: "factor" } as const;
/** Right, but for what a case changes. */
const color = (changes: object = {}) => ({
  name: "wrong",
  kind: "color",
  args: { by },
  wgsl: "struct By { by: f32 }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }\n",
  ...changes,
});
const wgsl = (text: string, changes: object = {}) => color({ wgsl: text, ...changes });
const arg = (changes: object) => color({ args: { by: { ...by, ...changes } } });
const warp = (changes: object) => ({ name: "wrong", kind: "warp", ...changes });
const stencil = (text: string) => ({ name: "wrong", kind: "stencil", wgsl: text });
const matrix = () => [1, 0, 0, 0, 1, 0];

type Case = [what: string, definition: unknown, message: string];

function refuses(cases: Case[]): void {
  test.each(cases)("%s", (_, definition, message) => {
    let error: unknown;
    try {
      defineOp(definition as never);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toBe(message);
  });
}

describe("the name and the kind", () => {
  refuses([
    ["no definition", undefined, "defineOp.definition: expected { name, kind, args, wgsl, … }, found undefined"],
    [
      "no name",
      color({ name: undefined }),
      "defineOp.name: expected a name in camelCase, of letters and digits, found undefined",
    ],
    [
      "snake case",
      color({ name: "my_op" }),
      'defineOp.name: expected a name in camelCase, of letters and digits, found "my_op"',
    ],
    [
      "a capital first",
      color({ name: "Wrong" }),
      'defineOp.name: expected a name in camelCase, of letters and digits, found "Wrong"',
    ],
    [
      "a built-in op's name",
      color({ name: "solarize" }),
      'defineOp.name: expected a name that no built-in op has, found "solarize"',
    ],
    [
      "a method's name of createOps",
      color({ name: "apply" }),
      'defineOp.name: expected a name that objects do not have already, found "apply"',
    ],
    [
      "a name that every object has",
      color({ name: "toString" }),
      'defineOp.name: expected a name that objects do not have already, found "toString"',
    ],
    [
      "no kind",
      color({ kind: undefined }),
      'wrong.kind: expected "color" or "mask" or "stencil" or "tile" or "tone" or "warp", found undefined',
    ],
    [
      "another kind",
      color({ kind: "colour" }),
      'wrong.kind: expected "color" or "mask" or "stencil" or "tile" or "tone" or "warp", found "colour"',
    ],
    [
      "a misspelt part",
      color({ encoed: () => ({}) }),
      'wrong: expected only name, kind, about, args, wgsl, atMagnitude, said, encode, encodeF32, u8, f32, hidden, byLevel (did you mean encode?), found "encoed"',
    ],
    ["another kind's part", color({ matrix }), "wrong.matrix: expected nothing: a color op has none, found a function"],
    ["no function", color({ u8: "v" }), 'wrong.u8: expected a function, found "v"'],
    ["no text", color({ about: 3 }), "wrong.about: expected text, found 3"],
    [
      "what no mask op has",
      { ...color({ kind: "mask" }), byLevel: true },
      "wrong.byLevel: expected nothing: a mask op has none, found true",
    ],
    ["less than true", color({ byLevel: 1 }), "wrong.byLevel: expected true, or nothing, found 1"],
    [
      "a tile op's other half without one precision",
      { ...color({ kind: "tile" }), show: { u8: () => [] } },
      "wrong.show.f32: expected a function, found undefined",
    ],
  ]);
});

describe("arguments", () => {
  refuses([
    [
      "a list of them",
      color({ args: [by] }),
      "wrong.args: expected arguments by their names, { strength: { type, unit, … } }, found [Object]",
    ],
    [
      "a name in snake case",
      color({ args: { by_much: by } }),
      'wrong.args: expected names in camelCase, of letters and digits, found "by_much"',
    ],
    [
      "an option's name",
      color({ args: { prob: by } }),
      'wrong.args: expected no name that an option of every stage has, found "prob"',
    ],
    [
      "a name that every warp has",
      warp({ matrix, args: { fill: by } }),
      'wrong.args: expected no name that every warp\'s own argument has, found "fill"',
    ],
    ["no description", color({ args: { by: 1 } }), "wrong.args.by: expected { type, unit, … }, found 1"],
    [
      "no type",
      arg({ type: undefined }),
      "wrong.args.by.type: expected one of number, integer, boolean, choice, list, found undefined",
    ],
    [
      "a misspelt key",
      arg({ defualt: 1 }),
      'wrong.args.by: expected only type, min, max, values, length, isNoRange, default, identity, unit, about (did you mean default?), found "defualt"',
    ],
    [
      "no unit",
      arg({ unit: undefined }),
      'wrong.args.by.unit: expected what the value counts, such as "pixels" or "factor", found undefined',
    ],
    ["a range upside down", arg({ min: 2 }), "wrong.args.by.max: expected a number of at least min, 2, found 1"],
    ["a range without an end", arg({ max: Number.NaN }), "wrong.args.by.max: expected a finite number, found NaN"],
    [
      "a range of names",
      arg({ type: "choice", values: ["a"] }),
      "wrong.args.by.min: expected nothing, since a choice has no range, found 0",
    ],
    [
      "no names to choose from",
      color({ args: { by: { type: "choice", unit: "name" } } }),
      "wrong.args.by.values: expected the names that there are to choose from, each once, found undefined",
    ],
    [
      "names of a number",
      arg({ values: ["a"] }),
      'wrong.args.by.values: expected nothing, since a number is no choice, found ["a"]',
    ],
    [
      "the length of a number",
      arg({ length: 2 }),
      "wrong.args.by.length: expected nothing, since a number is no list, found 2",
    ],
    [
      "half a length",
      arg({ type: "list", length: 1.5 }),
      "wrong.args.by.length: expected an integer in 1..1024, found 1.5",
    ],
    [
      "a default out of range",
      arg({ default: 2 }),
      "wrong.args.by.default: expected a number 0 to 1 (factor), found 2",
    ],
    [
      "an identity of another type",
      arg({ identity: "0" }),
      'wrong.args.by.identity: expected a number 0 to 1 (factor), found "0"',
    ],
    [
      "a key that policies could not draw",
      color({ args: { key: by } }),
      "wrong.args.key: expected noiseKey, as policies draw this argument, found Object",
    ],
    [
      "a range that is none",
      arg({ isNoRange: true }),
      "wrong.args.by.isNoRange: expected true, for a list, or nothing, found true",
    ],
    [
      "arguments at a strength that are none",
      color({ atMagnitude: (by: number) => ({ by: 2 * by }) }),
      "wrong.atMagnitude(1).by: expected a number 0 to 1 (factor), found 2",
    ],
    [
      "none at all",
      color({ atMagnitude: () => undefined }),
      "wrong.atMagnitude(0): expected arguments of the op, found undefined",
    ],
    [
      "one that is missing",
      color({ atMagnitude: () => ({}) }),
      "wrong.atMagnitude(0).by: expected a value, as the argument has no default, found undefined",
    ],
    [
      "one too many",
      color({ atMagnitude: (by: number) => ({ by, much: 1 }) }),
      'wrong.atMagnitude(0): expected only by, found "much"',
    ],
  ]);
});

describe("the text", () => {
  refuses([
    ["none", wgsl(" \n"), 'wrong.wgsl: expected the op\'s functions in WGSL, found " \\n"'],
    [
      "no WGSL",
      wgsl("fn wrong(v: Pixel) -> Pixel { return v # v; }"),
      "wrong.wgsl:1:40: expected a sign that WGSL has, found #",
    ],
    [
      "a comment without an end",
      wgsl("fn wrong(v: Pixel) -> Pixel { return v; }\n /* /* */"),
      "wrong.wgsl:2:2: expected */ at the end of a comment, found none",
    ],
    [
      "an import",
      wgsl("import package::lib::op::At;\nfn wrong(v: Pixel) -> Pixel { return v; }"),
      "wrong.wgsl:1:1: expected no import: what the library has is there already, found import",
    ],
    [
      "state",
      wgsl("var<private> count: u32;"),
      "wrong.wgsl:1:1: expected no var outside of functions: an op keeps no state and binds no buffer, found var",
    ],
    [
      "a buffer",
      wgsl("@group(0) @binding(0) var<storage> own: array<u32>;"),
      "wrong.wgsl:1:1: expected no attribute: the op is a part of kernels that there are, found @",
    ],
    [
      "an extension",
      wgsl("enable f16;"),
      "wrong.wgsl:1:1: expected no enable: the kernel that the op becomes a part of has none, found enable",
    ],
    [
      "an override",
      wgsl("override side: u32 = 3u;"),
      "wrong.wgsl:1:1: expected no override: the op's arguments come as words, found override",
    ],
    [
      "a bracket without its other",
      wgsl("fn wrong(v: Pixel) -> Pixel { return (v; }"),
      "wrong.wgsl:1:42: expected no closing sign here, found }",
    ],
    [
      "a declaration without an end",
      wgsl("const a = 1"),
      "wrong.wgsl:1:12: expected the rest of a declaration, found the end of the text",
    ],
    [
      "a name twice",
      wgsl("const a = 1;\nconst a = 2;"),
      "wrong.wgsl:2:7: expected a name that stands for one thing, found a",
    ],
    [
      "a reserved word",
      wgsl("fn wrong(v: Pixel) -> Pixel {\n  let from = v;\n  return from;\n}"),
      "wrong.wgsl:2:7: expected a name that WGSL does not reserve, found from",
    ],
    [
      "a name of the library's",
      wgsl("fn scaled(a: i32) -> i32 { return a; }"),
      "wrong.wgsl:1:4: expected a name that the library does not have, found scaled",
    ],
    [
      "a name that nobody has",
      wgsl("fn wrong(v: Pixel) -> Pixel { return Pixel(clmap(v, v, v)); }"),
      "wrong.wgsl:1:44: expected a name of the text, of WGSL or of the library (did you mean clamp?), found clmap",
    ],
    [
      "a name of the kernel's",
      wgsl("fn wrong(v: Pixel) -> Pixel { return v + i32(chunk.channels); }"),
      "wrong.wgsl:1:46: expected a name of the text, of WGSL or of the library, found chunk",
    ],
    [
      "a barrier",
      wgsl("fn wrong(v: Pixel) -> Pixel {\n  workgroupBarrier();\n  return v;\n}"),
      "wrong.wgsl:2:3: expected a name of the text, of WGSL or of the library, found workgroupBarrier",
    ],
    [
      "another kind's library",
      wgsl("fn wrong(v: Pixel) -> Pixel { return fetch(0, 0); }"),
      "wrong.wgsl:1:38: expected what the library has for this function, found fetch",
    ],
    [
      "the other precision's pixels",
      stencil("fn wrong(at: At) -> Pixel { return Pixel(fetch_u8(0, 0)); }"),
      "wrong.wgsl:1:42: expected what the library has for this function, found fetch_u8",
    ],
  ]);
});

describe("functions", () => {
  refuses([
    [
      "none of the op's",
      wgsl("fn rwong(v: Pixel) -> Pixel { return v; }"),
      "wrong.wgsl: expected fn wrong_u8 or fn wrong, which a color op has, found fn rwong",
    ],
    [
      "only one precision",
      wgsl("fn wrong_u8(v: vec4i) -> vec4i { return v; }"),
      "wrong.wgsl: expected fn wrong_f32 or fn wrong, which a color op has, found fn wrong_u8",
    ],
    [
      "one for both, and one",
      wgsl("fn wrong_u8(v: vec4i) -> vec4i { return v; }\nfn wrong(v: Pixel) -> Pixel { return v; }"),
      "wrong.wgsl:2:4: expected either wrong_u8 or wrong, found both",
    ],
    ["no function", wgsl("const wrong = 3;"), "wrong.wgsl:1:7: expected fn wrong, found const"],
    [
      "another kind's",
      wgsl("fn wrong(v: Pixel) -> Pixel { return v; }\nfn wrong_place(at: At) -> Place { }"),
      "wrong.wgsl:2:4: expected no function of this name, since a color op has none, found wrong_place",
    ],
    [
      "no pixel",
      wgsl("fn wrong(at: At) -> Pixel { return Pixel(); }"),
      "wrong.wgsl:1:10: expected parameters of v: Pixel, args: a struct of the text, at: At, in this order, found at",
    ],
    [
      "another order",
      wgsl("fn wrong(v: Pixel, at: At, args: By) -> Pixel { return v; }"),
      "wrong.wgsl:1:28: expected parameters of v: Pixel, args: a struct of the text, at: At, in this order, found args",
    ],
    [
      "another name",
      wgsl("fn wrong(v: Pixel, somewhere: At) -> Pixel { return v; }"),
      "wrong.wgsl:1:20: expected parameters of v: Pixel, args: a struct of the text, at: At, in this order, found somewhere",
    ],
    [
      "another type of pixel",
      wgsl("fn wrong(v: vec4f) -> vec4f { return v; }"),
      "wrong.wgsl:1:10: expected v: Pixel, found vec4f",
    ],
    [
      "another result",
      wgsl("fn wrong(v: Pixel) -> vec3f { return vec3f(); }"),
      "wrong.wgsl:1:4: expected a function that returns Pixel, found vec3f",
    ],
    [
      "no result",
      wgsl("fn wrong(v: Pixel) { }"),
      "wrong.wgsl:1:4: expected a function that returns Pixel, found nothing",
    ],
    [
      "an attribute",
      wgsl("fn wrong(@builtin(position) v: Pixel) -> Pixel { return v; }"),
      "wrong.wgsl:1:10: expected no attribute, found @",
    ],
    [
      "a place of another type",
      warp({ wgsl: "fn wrong_place(at: At) -> vec2i { return vec2i(); }" }),
      "wrong.wgsl:1:4: expected a function that returns Place, found vec2i",
    ],
    [
      "a curve of another type",
      color({ kind: "tone", wgsl: "fn wrong_table(value: u32) -> u32 { return value; }" }),
      "wrong.wgsl:1:16: expected parameters of channel: u32, value: u32, args: a struct of the text, in this order, found value",
    ],
  ]);
});

describe("words", () => {
  refuses([
    [
      "no struct",
      wgsl("fn wrong(v: Pixel, args: f32) -> Pixel { return v; }"),
      "wrong.wgsl:1:20: expected args of a struct of the text, found f32",
    ],
    [
      "a struct that is not there",
      wgsl("fn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.wgsl:1:20: expected args of a struct of the text, found By",
    ],
    [
      "what is no word",
      wgsl("struct By {\n  by: bool,\n}\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.wgsl:2:3: expected u32, i32, f32 or a vector of these, vec2u to vec4f, found bool",
    ],
    [
      "a list",
      wgsl("struct By { by: array<f32, 2> }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.wgsl:1:13: expected u32, i32, f32 or a vector of these, vec2u to vec4f, found array<f32,2>",
    ],
    [
      "nine",
      wgsl("struct By { a: vec4f, b: vec4<u32>, c: i32 }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.wgsl:1:8: expected a struct of at most 8 words, found 9",
    ],
    [
      "a name that the host has twice",
      wgsl("struct By { a_b: u32, aB: u32 }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.wgsl:1:23: expected no second member that the host calls aB, found aB",
    ],
    [
      "no argument",
      wgsl("struct By { much: f32 }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.encode: expected a function, since much: f32 is no argument, found nothing",
    ],
    [
      "an integer for a number",
      wgsl("struct By { by: i32 }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.encode: expected a function, since by: i32 does not hold the argument's numbers, found nothing",
    ],
    [
      "a vector for a number",
      wgsl("struct By { by: vec2f }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }"),
      "wrong.encode: expected a function, since by: vec2f is not the argument's numbers, found nothing",
    ],
    [
      "an unsigned word for what can be below zero",
      wgsl("struct By { by: u32 }\nfn wrong(v: Pixel, args: By) -> Pixel { return v; }", {
        args: { by: { type: "integer", min: -1, max: 1, unit: "pixels" } },
      }),
      "wrong.encode: expected a function, since by: u32 does not hold every number that the argument's min and max allow, found nothing",
    ],
    [
      "two structs of a tile op",
      {
        name: "wrong",
        kind: "tile",
        wgsl:
          "struct A { a: u32 }\nstruct B { b: u32 }\nfn wrong(args: A, tile: Tile, lane: u32) -> array<Pixel, 4> { return array<Pixel, 4>(); }\n" +
          "fn wrong_show(args: B, at: At) -> Pixel { return Pixel(); }",
      },
      "wrong.wgsl:4:4: expected args of A, as wrong has, found B",
    ],
  ]);
});

describe("warps", () => {
  refuses([
    [
      "a projection without a matrix",
      warp({ projects: true, wgsl: "fn wrong_place(at: At) -> Place { return Place(); }" }),
      "wrong.projects: expected nothing without a matrix, found true",
    ],
    [
      "neither a matrix nor a text",
      warp({}),
      "wrong: expected a matrix, or wgsl with the function of a place, found undefined",
    ],
    [
      "both",
      warp({ matrix, wgsl: "fn wrong_place(at: At) -> Place { return Place(); }" }),
      'wrong.wgsl: expected nothing beside a matrix, found "fn wrong_place(at: At) -> Place { return Place(); }"',
    ],
    [
      "words beside a matrix",
      warp({ matrix, encode: () => ({}) }),
      "wrong.encode: expected nothing beside a matrix, found a function",
    ],
    [
      "another reading",
      warp({ matrix, reading: { interpolation: "lanczos" } }),
      'wrong.reading.interpolation: expected "nearest" or "bilinear" or "bicubic", found "lanczos"',
    ],
    [
      "another edge",
      warp({ matrix, reading: { edge: "clamp" } }),
      'wrong.reading.edge: expected "constant" or "edge" or "reflect" or "symmetric" or "wrap", found "clamp"',
    ],
    [
      "a part that reading has not",
      warp({ matrix, reading: { fill: [3] } }),
      'wrong.reading: expected only interpolation, edge, found "fill"',
    ],
  ]);
});
