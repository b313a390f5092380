import { transformWithOxc } from "vite";
import { describe, expect, test, vi } from "vitest";
import { listOps, withDispatch, wordStructs } from "../../../tools/shaders/dispatch.mjs";
import { linkShader } from "../../../tools/shaders/link.mjs";
import { emitWords } from "../../../tools/shaders/words.mjs";

const lib =
  "struct Args { a: vec4u, b: vec4u }\nstruct At { x: u32 }\nstruct Tile { x: u32 }\nstruct Place { x: i32 }\n";
const sources = {
  "lib/op.wgsl": lib,
  "lib/tables.wgsl": "fn tone_pixel(v: vec4i) -> vec4i { return v; }\n",
  "ops/color/two_words.wgsl": `struct TwoWords { by: f32, key: vec2u, scales: vec3i }
struct Other { by: u32 }
fn two_words_u8(v: vec4i, args: TwoWords) -> vec4i { return v * args.scales.xyzz; }\n`,
  "ops/stencil/blur.wgsl": `import package::lib::op::At;

fn blur(at: At) -> Pixel {
  return Pixel(7) + fetch(1);
}
fn fetch_u8(x: i32) -> vec4i { return vec4i(x); }
fn fetch_f32(x: i32) -> vec4f { return vec4f(f32(x)); }
`,
  "ops/tile/sum.wgsl": `import package::lib::op::{At, Tile};

struct Sum { by: u32 }

fn sum(args: Sum, tile: Tile, lane: u32) -> array<Pixel, 4> {
  return array<Pixel, 4>();
}
fn sum_show(at: At) -> Pixel {
  return Pixel(3);
}
`,
  "ops/tone/tone.wgsl": `struct Tone { factor: i32, mean_of: u32 }
fn tone_f32(v: vec4f, args: Tone) -> vec4f { return v; }
fn tone_table(channel: u32, value: u32, args: Tone) -> u32 { return 255u - value; }\n`,
  "ops/warp/swirl.wgsl": `import package::lib::op::{At, Place};

struct Swirl { turns: i32 }

fn swirl_place(args: Swirl, at: At) -> Place { return Place(args.turns); }
`,
  "reads.wgsl": `import package::lib::op::{Args, At};\nimport package::places::{has_places, place_of};
@compute @workgroup_size(1) fn reads() { if (has_places()) { let x = place_of(3u, Args(), At()); } }\n`,
  "color.wgsl": `import package::lib::op::{Args, At};\nimport package::dispatch_u8::apply_color_u8;
@compute @workgroup_size(1) fn color() { let x = apply_color_u8(1u, vec4i(), Args(), At()); }\n`,
  "stencil.wgsl": `import package::lib::op::{Args, At};\nimport package::dispatch_f32::gather_stencil_f32;
@compute @workgroup_size(1) fn stencil() { let x = gather_stencil_f32(1u, Args(), At()); }\n`,
  "tile.wgsl": `import package::lib::op::{Args, Tile};\nimport package::dispatch_f32::make_tile_f32;
@compute @workgroup_size(1) fn tile() { let x = make_tile_f32(1u, Args(), Tile(), 0u); }\n`,
  "curves.wgsl": `import package::lib::op::Args;\nimport package::dispatch_u8::{make_table, mean_of, is_tone};
@compute @workgroup_size(1) fn curves() { if (is_tone(4u)) { let x = make_table(4u, mean_of(4u, Args()), 3u, Args()); } }\n`,
};

const link = (entry: string) => linkShader(withDispatch(sources), { name: "linked", entry });

describe("the ops of a folder", () => {
  test("are numbered from 1 by file name, and are what their functions say", () => {
    expect(listOps(sources)).toMatchObject([
      { name: "blur", id: 1, module: "ops::stencil::blur", color: [], stencil: ["u8", "f32"], table: false },
      {
        name: "sum",
        id: 2,
        module: "ops::tile::sum",
        color: [],
        stencil: ["u8", "f32"],
        tile: ["u8", "f32"],
        table: false,
      },
      { name: "swirl", id: 3, module: "ops::warp::swirl", color: [], stencil: [], tile: [], table: false, place: true },
      { name: "tone", id: 4, module: "ops::tone::tone", color: ["u8", "f32"], stencil: [], table: true },
      { name: "two_words", id: 5, module: "ops::color::two_words", color: ["u8"], stencil: [], table: false },
    ]);
  });

  test("become a switch over pixels", async () => {
    const text = await link("color.wgsl");
    expect(text).toMatch(/case 4u: \{\s*return tone_pixel\(v\);\s*\}/);
    expect(text).toMatch(/case 5u: \{\s*return two_words_u8\(v, read_two_words\(args\)\);\s*\}/);
    expect(text).toMatch(/default: \{\s*\}\s*\}\s*return v;/);
    expect(text).not.toMatch(/blur|sum|_table|_f32/);
  });

  test("become a switch over stencils", async () => {
    const text = await link("stencil.wgsl");
    expect(text).toMatch(/case 1u: \{\s*return blur_f32\(at\);\s*\}/);
    // One function for both pipelines.
    expect(text).toMatch(/fn blur_f32\(at: At\) -> vec4f \{\s*return vec4f\(7\) \+ fetch_f32\(1\);/);
    // What a tile op made is shown by a stencil.
    expect(text).toMatch(/case 2u: \{\s*return sum_show_f32\(at\);\s*\}/);
    expect(text).not.toMatch(/tone|two_words|sum_f32/);
  });

  test("become a switch over tiles", async () => {
    const text = await link("tile.wgsl");
    expect(text).toMatch(/case 2u: \{\s*return sum_f32\(read_sum\(args\), tile, lane\);\s*\}/);
    expect(text).toContain("fn sum_f32(args: Sum, tile: Tile, lane: u32) -> array<vec4f, 4> {");
    expect(text).not.toMatch(/tone|two_words|blur|_show/);
  });

  test("become a switch over places, which a pipeline without such a warp never enters", async () => {
    const text = await link("reads.wgsl");
    expect(text).toMatch(/fn has_places\(\) -> bool \{\s*return true;/);
    expect(text).toMatch(/case 3u: \{\s*return swirl_place\(read_swirl\(args\), at\);\s*\}/);
    expect(text).not.toMatch(/tone|two_words|blur|sum/);
    const { "ops/warp/swirl.wgsl": _, ...others } = sources;
    const none = await linkShader(withDispatch(others), { name: "linked", entry: "reads.wgsl" });
    expect(none).toMatch(/fn has_places\(\) -> bool \{\s*return false;/);
  });

  test("become a switch over level curves", async () => {
    const text = await link("curves.wgsl");
    expect(text).toMatch(/case 4u: \{\s*return tone_table\(channel, value, read_tone\(args\)\);\s*\}/);
    expect(text).toMatch(/case 4u: \{\s*return true;\s*\}/);
    expect(text).toMatch(/case 4u: \{\s*return read_tone\(args\)\.mean_of;\s*\}/);
    expect(text).not.toMatch(/blur|two_words|tone_u8/);
  });

  test("may be none at all", async () => {
    const none = { "lib/op.wgsl": lib, "color.wgsl": sources["color.wgsl"] };
    expect(listOps(none)).toEqual([]);
    expect(await linkShader(withDispatch(none), { name: "linked", entry: "color.wgsl" })).toContain("return v;");
  });
});

describe("a mistake in an op's file names it", () => {
  const cases: [string, Record<string, string>, string][] = [
    [
      "a file name",
      { "ops/color/twoWords.wgsl": "" },
      "shaders/ops/color/twoWords.wgsl: expected ops/<family>/<snake_case>.wgsl",
    ],
    [
      "no function",
      { "ops/stencil/blur.wgsl": "fn blurred_u8(v: vec4i) {}" },
      "shaders/ops/stencil/blur.wgsl: expected fn blur_u8 or fn blur_f32, or fn blur_place alone",
    ],
    [
      "a place beside pixels",
      { "ops/warp/a.wgsl": "fn a_u8(at: At) {}\nfn a_place(at: At) -> Place {}" },
      "shaders/ops/warp/a.wgsl: expected fn a_u8 or fn a_f32, or fn a_place alone",
    ],
    [
      "a place that asks for a pixel",
      { "ops/warp/a.wgsl": "fn a_place(v: vec4i) -> Place {}" },
      "a_place: expected only args, at, found v",
    ],
    [
      "another first parameter",
      { "ops/stencil/blur.wgsl": "fn blur_u8(x: u32) {}" },
      "whose first parameter is v (a pixel), or args or at (a stencil)",
    ],
    [
      "a stencil beside what is no tile op",
      { "ops/stencil/blur.wgsl": "fn blur_u8(at: At) {}\nfn blur_show_u8(at: At) {}" },
      "expected blur_show beside each function that makes tiles, and beside no other",
    ],
    [
      "a tile op that is shown in one pipeline of two",
      { "ops/tile/a.wgsl": "fn a(tile: Tile) {\n}\nfn a_show_u8(at: At) {}" },
      "expected a_show beside each function that makes tiles",
    ],
    [
      "two kinds",
      { "ops/stencil/blur.wgsl": "fn blur_u8(v: vec4i) {}\nfn blur_f32(at: At) {}" },
      "functions of one kind",
    ],
    [
      "a parameter that nobody hands it",
      { "ops/color/a.wgsl": "fn a_u8(v: vec4i, words: A) {}" },
      "a_u8: expected only v, args, at, found words",
    ],
    [
      "a table of another shape",
      { "ops/tone/a.wgsl": "fn a_u8(v: vec4i) {}\nfn a_table(value: u32) {}" },
      "found value first",
    ],
  ];
  test.each(cases)("%s", (_, files, message) => {
    expect(() => listOps(files)).toThrow(message);
  });
});

describe("named words", () => {
  const ops = listOps(sources);

  test("are read one after the other, whatever their types", async () => {
    const text = await link("color.wgsl");
    expect(text).toContain(
      "return TwoWords(bitcast<f32>(record.a.x), record.a.yz, bitcast<vec3i>(vec3u(record.a.w, record.b.x, record.b.y)));",
    );
  });

  test("come back on the host as they were given, rounded as the shader has them", async () => {
    const typescript = emitWords(wordStructs(sources, ops), ops).replace("../format/words.ts", "WORDS");
    expect(typescript).toContain("twoWords: { u8: TwoWords; f32: NoWords };");
    expect(typescript).toContain("readonly scales: readonly [number, number, number];");
    const { code } = await transformWithOxc(typescript.replace(/import .*WORDS.*/, ""), "words.ts");
    const module = `const { asF32, asI32, f32 } = globalThis.words;\n${code}`;
    vi.stubGlobal("words", await import("../../../src/format/words.ts"));
    const { twoWordsWords } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`);
    vi.unstubAllGlobals();
    const words = new Uint32Array(8);
    twoWordsWords.write({ by: 0.1, key: [1, 0xffffffff], scales: [-1, 2, -3] }, words, 2);
    expect([...words]).toEqual([0, 0, 0x3dcccccd, 1, 0xffffffff, 0xffffffff, 2, 0xfffffffd]);
    expect(twoWordsWords.decode(words.subarray(2))).toEqual({
      by: Math.fround(0.1),
      key: [1, 0xffffffff],
      scales: [-1, 2, -3],
    });
  });

  test.each([
    ["too many", "struct A { a: vec4u, b: vec4u, c: u32 }"],
    ["anything but words", "struct A { a: array<u32, 2> }"],
    ["a struct that is nowhere", ""],
  ])("%s are refused", (_, struct) => {
    const wrong = { "ops/color/a.wgsl": `${struct}\nfn a_u8(v: vec4i, args: A) -> vec4i { return v; }\n` };
    expect(() => wordStructs(wrong, listOps(wrong))).toThrow(
      "struct A: expected at most 8 words, each u32, i32, f32 or in a vector of these",
    );
  });
});
