import { describe, expect, test } from "vitest";
import { listOps, withDispatch } from "../../../tools/shaders/dispatch.mjs";
import { emitLayouts } from "../../../tools/shaders/emit.mjs";
import { linkShader } from "../../../tools/shaders/link.mjs";

const lib = "struct Args { a: vec4u, b: vec4u }\nstruct At { x: u32 }\n";
const takesArgs = "import package::lib::op::{Args, At};\n\n";
const sources = {
  "lib/op.wgsl": lib,
  "ops/color/two_words.wgsl": `${takesArgs}fn two_words_u8(v: vec4i, args: Args, at: At) -> vec4i { return v + 2; }\n`,
  "ops/stencil/blur.wgsl": `${takesArgs}fn blur_u8(args: Args, at: At) -> vec4i { return vec4i(7); }\nfn blur_f32(args: Args, at: At) -> vec4f { return vec4f(7.0); }\n`,
  "ops/tone/tone.wgsl": `${takesArgs}fn tone_u8(
  v: vec4i, args: Args, at: At) -> vec4i { return v; }
fn tone_f32(v: vec4f, args: Args, at: At) -> vec4f { return v; }
fn tone_table(channel: u32, value: u32, args: Args) -> u32 { return 255u - value; }\n`,
  "color.wgsl": `import package::lib::op::{Args, At};\nimport package::dispatch_u8::apply_color_u8;
@compute @workgroup_size(1) fn color() { let x = apply_color_u8(1u, vec4i(), Args(), At()); }\n`,
  "stencil.wgsl": `import package::lib::op::{Args, At};\nimport package::dispatch_f32::gather_stencil_f32;
@compute @workgroup_size(1) fn stencil() { let x = gather_stencil_f32(1u, Args(), At()); }\n`,
  "curves.wgsl": `import package::lib::op::Args;\nimport package::dispatch_u8::{make_table, is_tone};
@compute @workgroup_size(1) fn curves() { if (is_tone(2u)) { let x = make_table(2u, 0u, 3u, Args()); } }\n`,
};

const link = (entry: string) => linkShader(withDispatch(sources), { name: "linked", entry });

describe("the ops of a folder", () => {
  test("are numbered from 1 by file name, and are what their functions say", () => {
    expect(listOps(sources)).toEqual([
      { name: "blur", id: 1, module: "ops::stencil::blur", color: [], stencil: ["u8", "f32"], table: false },
      { name: "tone", id: 2, module: "ops::tone::tone", color: ["u8", "f32"], stencil: [], table: true },
      { name: "two_words", id: 3, module: "ops::color::two_words", color: ["u8"], stencil: [], table: false },
    ]);
  });

  test("are numbers on the host too, by camelCase names", () => {
    expect(emitLayouts([], listOps(sources))).toContain("export const opIds = {\n  blur: 1,\n  tone: 2,\n  twoWords: 3,\n} as const;");
  });

  test("become a switch over pixels", async () => {
    const text = await link("color.wgsl");
    // Each behind the bit of its number.
    expect(text).toMatch(/case 2u: \{\s*if \(\(OPS_0 & 4u\) != 0u\) \{\s*return tone_u8\(v, args, at\);\s*\}\s*\}/);
    expect(text).toMatch(/case 3u: \{\s*if \(\(OPS_0 & 8u\) != 0u\) \{\s*return two_words_u8\(v, args, at\);\s*\}\s*\}/);
    expect(text).toMatch(/default: \{\s*\}\s*\}\s*return v;/);
    expect(text).not.toMatch(/blur|_table|_f32/);
  });

  test("become a switch over stencils", async () => {
    const text = await link("stencil.wgsl");
    expect(text).toMatch(/case 1u: \{\s*if \(\(OPS_0 & 2u\) != 0u\) \{\s*return blur_f32\(args, at\);\s*\}\s*\}/);
    expect(text).not.toMatch(/tone|two_words/);
  });

  test("become a switch over level curves", async () => {
    const text = await link("curves.wgsl");
    expect(text).toMatch(/case 2u: \{\s*if \(\(OPS_0 & 4u\) != 0u\) \{\s*return tone_table\(channel, value, args\);\s*\}\s*\}/);
    expect(text).toMatch(/case 2u: \{\s*return true;\s*\}/);
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
    ["a file name", { "ops/color/twoWords.wgsl": "" }, "shaders/ops/color/twoWords.wgsl: expected ops/<family>/<snake_case>.wgsl"],
    [
      "no function",
      { "ops/stencil/blur.wgsl": "fn blurred_u8(v: vec4i) {}" },
      "shaders/ops/stencil/blur.wgsl: expected fn blur_u8 or fn blur_f32",
    ],
    [
      "another first parameter",
      { "ops/stencil/blur.wgsl": "fn blur_u8(x: u32) {}" },
      "whose first parameter is v (a pixel) or args (a stencil)",
    ],
    ["two kinds", { "ops/stencil/blur.wgsl": "fn blur_u8(v: vec4i) {}\nfn blur_f32(args: Args) {}" }, "functions of one kind"],
    ["a table of another shape", { "ops/tone/a.wgsl": "fn a_u8(v: vec4i) {}\nfn a_table(value: u32) {}" }, "found value first"],
  ];
  test.each(cases)("%s", (_, files, message) => {
    expect(() => listOps(files)).toThrow(message);
  });
});
