/**
 * The remainder of a negative integer is undefined in Vulkan's SPIR-V (`OpSRem`), which is what wgpu makes of a signed
 * `%` in Firefox and Deno (wgpu issue 8191). So `%` is for unsigned integers, and `modulo` of
 * `shaders/lib/warp_place.wgsl` for signed ones.
 */
import { describe, expect, test } from "vitest";
import { shaders } from "../../../src/wgsl/complete.ts";
import { assembled, ownDeclarations } from "./assembled.ts";
import { countRemainders, remainders } from "./remainders.ts";

describe("reflected pictures come out the same in Firefox, Deno and Chromium: no shader takes `%` of what may be negative", () => {
  test.each(Object.entries(shaders))("%s, with all ops", (_, code) => {
    const { seen, refused } = remainders(code);
    expect(refused).toEqual([]);
    expect(seen).toBe(countRemainders(code));
  });

  test("and with fewer, of which nothing is new but switches, which take none", () => {
    const fewer = assembled.flatMap(([name, code]) => ownDeclarations(name, code));
    expect(fewer.length).toBeGreaterThan(200);
    expect(fewer.filter((text) => countRemainders(text) > 0)).toEqual([]);
  });

  test("there are some to look at", () => {
    expect(Object.values(shaders).filter((code) => countRemainders(code) > 0).length).toBeGreaterThan(10);
  });
});

describe("the search", () => {
  const DECLARATIONS = `struct Tile { at: vec2i, size: vec2u, counts: array<i32, 4>, marks: array<atomic<u32>, 4> }
    const LINES = 7; const SIGNED: i32 = 7; const UNSIGNED = 8u;
    @group(0) @binding(0) var<storage, read_write> tiles: array<Tile>;
    fn signed_of(n: u32) -> i32 { return i32(n); }
    fn unsigned_of(n: i32) -> u32 { return u32(n); }\n`;
  const search = (body: string) =>
    remainders(
      `${DECLARATIONS}fn f(i: i32, n: u32, p: ptr<function, array<i32, 4>>, q: ptr<function, vec2u>) { ${body}\n}`,
    );

  test.each([
    ["a parameter", "let a = i % 5;"],
    ["two literals", "let a = -7 % 3;"],
    ["a suffix", "let a = 7i % 3i;"],
    ["a variable", "var a = i32(n); a = a % 2;"],
    ["an assignment", "var a = 1i; a %= 2;"],
    ["a vector", "let a = vec2i(1, 2) % vec2i(2);"],
    ["a vector and a scalar", "let a = vec3i(i) % 2;"],
    ["a swizzle", "let v = vec4i(1); let a = v.xy % 2;"],
    ["a member of a struct", "let a = tiles[n].at % 2;"],
    ["an entry of an array", "let a = tiles[n].counts[1] % 2;"],
    ["a pointer", "let a = (*p)[1] % 2;"],
    ["a constant", "let a = SIGNED % 2;"],
    ["a constant without a type", "let a = LINES % 2;"],
    ["a call", "let a = signed_of(n) % 2;"],
    ["a builtin", "let a = abs(i) % 2;"],
    ["a conversion of an unsigned", "let a = bitcast<i32>(n) % 2;"],
    ["a shift by an unsigned", "let a = (i << n) % 2;"],
    ["the index of another", "let a = tiles[u32(i % 2)].size % 2u;"],
    ["a condition", "if (i % 2 == 0) { return; }"],
    ["a loop", "for (var k = 0; k % 3 < 2; k++) { let a = 1; }"],
    ["another variable of the same name", "let a = 3u; if (true) { let a = 3i; let b = a % 2; }"],
    ["a float", "let a = f32(i) % 2.0;"],
    ["a name it does not know", "let a = somebody % other;"],
  ])("refuses %s", (_, body) => {
    const { refused } = search(body);
    expect(refused, body).toHaveLength(1);
    expect(refused[0]).toMatch(/^f: /);
  });

  test.each([
    ["a parameter", "let a = n % 5;"],
    ["a suffix", "let a = 7u % 3u;"],
    ["a bare number by an unsigned", "let a = LINES % n;"],
    ["an assignment", "var a = 1u; a %= 2;"],
    ["a vector", "let a = vec2u(1u) % vec2u(2u);"],
    ["a vector and a scalar", "let a = vec3u(n) % 2u;"],
    ["a member of a struct", "let a = tiles[n].size.x % 2;"],
    ["an atomic", "let a = atomicLoad(&tiles[n].marks[0]) % 2;"],
    ["a pointer", "let a = (*q).x % 2;"],
    ["a constant", "let a = UNSIGNED % 2;"],
    ["a call", "let a = unsigned_of(i) % 2;"],
    ["a builtin", "let a = min(n, 3u) % 2;"],
    ["a shift", "let a = (n >> 2u) % 2;"],
    ["a loop", "for (var k = 0u; k % 3u < 2u; k++) { let a = 1; }"],
  ])("allows %s", (_, body) => {
    expect(search(body), body).toEqual({ seen: 1, refused: [] });
  });

  test("ignores comments", () => {
    const body = "// i % 2\n /* i % 3 */ let a = n % 2u; // 0.1 %";
    expect(search(body)).toEqual({ seen: 1, refused: [] });
    expect(countRemainders(body)).toBe(1);
  });
});
