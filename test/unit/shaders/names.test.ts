import { describe, expect, test } from "vitest";
import { assembled } from "./assembled.ts";

/**
 * Reserved by the WGSL specification ("Reserved Words"): a browser may refuse them today or give them a meaning
 * tomorrow.
 */
const RESERVED = `NULL Self abstract active alignas alignof as asm asm_fragment async attribute auto await become cast catch class
  co_await co_return co_yield coherent column_major common compile compile_fragment concept const_cast consteval constexpr constinit
  crate debugger decltype delete demote demote_to_helper do dynamic_cast enum explicit export extends extern external fallthrough
  filter final finally friend from fxgroup get goto groupshared highp impl implements import inline instanceof interface layout lowp
  macro macro_rules match mediump meta mod module move mut mutable namespace new nil noexcept noinline nointerpolation non_coherent
  noncoherent noperspective null nullptr of operator package packoffset partition pass patch pixelfragment precise precision premerge
  priv protected pub public readonly ref regardless register reinterpret_cast require resource restrict self set shared sizeof smooth
  snorm static static_assert static_cast std subroutine super target template this thread_local throw trait try type typedef typeid
  typename typeof union unless unorm unsafe unsized use using varying virtual volatile wgsl where with writeonly yield`;

/** Legal to shadow, but then the builtin is gone and the reader is misled. */
const BUILTINS = `abs acos all any arrayLength asin atan atan2 atomicAdd bitcast ceil clamp cos cosh countOneBits cross degrees determinant
  distance dot exp exp2 extractBits floor fma fract frexp insertBits inverseSqrt ldexp length log log2 max min mix modf normalize pow
  radians reflect refract reverseBits round saturate select sign sin sinh smoothstep sqrt step tan tanh transpose trunc ptr array atomic
  vec2 vec3 vec4 mat2x2 mat3x3 mat4x4 sampler f32 f16 i32 u32 bool`;

const forbidden = new Set(`${RESERVED} ${BUILTINS}`.split(/\s+/));

/** Every name a shader declares: functions, types, constants, variables, parameters and members. */
function declared(wgsl: string): string[] {
  const code = wgsl.replace(/\/\/.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");
  const keyword = code.matchAll(/\b(?:fn|let|const|override|alias|struct|var(?:\s*<[^>]*>)?)\s+([A-Za-z_]\w*)/g);
  const typed = code.replace(/\bcase\b[^:{]*|\bdefault\b/g, "").matchAll(/\b([A-Za-z_]\w*)\s*:/g);
  return [...keyword, ...typed].map((match) => match[1] as string);
}

describe("no shader declares a reserved word or shadows a builtin", () => {
  test.each(assembled)("%s", (_, wgsl) => {
    const names = declared(wgsl);
    expect(names).toContain(names.includes("tone") ? "TONE_LANES" : "WORKGROUP_SIZE");
    expect(names.filter((name) => forbidden.has(name))).toEqual([]);
  });

  test("the search finds each kind of declaration", () => {
    const bad = `alias target = u32; const filter = 1u; override pass: u32 = 2u; struct patch { set: u32, step: array<f32, 4> }
      @group(0) @binding(0) var<uniform> shared: patch;
      fn meta(self: u32) -> u32 { let mix = self; var active: u32; switch (mix) { case filter: { } default: { } } return mix; } // fn type()`;
    expect(declared(bad).filter((name) => forbidden.has(name))).toEqual(
      expect.arrayContaining([
        "target",
        "filter",
        "pass",
        "patch",
        "set",
        "step",
        "shared",
        "meta",
        "self",
        "mix",
        "active",
      ]),
    );
    expect(declared(bad)).not.toContain("type");
  });
});
