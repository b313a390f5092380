/** The WGSL that applications download is the WGSL that people read, but for white space and the names of locals. */
import { describe, expect, test } from "vitest";
import * as wgsl from "../../../src/generated/wgsl.ts";
import { minified, tokensOf } from "../../../tools/shaders/minify.mjs";

/** The tokens that mean something: a comma before a closing bracket does not. */
const meant = (text: string) => tokensOf(text).filter((token, i, all) => token !== "," || !/^[)}]$/.test(all[i + 1]!));

const isName = (token: string) => /^[A-Za-z_]/.test(token);

/** How one text differs from another in more than its names, if it does. */
function difference(one: string, other: string): string | undefined {
  const [from, to] = [meant(one), meant(other)];
  if (from.length !== to.length) return `${from.length} tokens, and ${to.length}`;
  const names = new Map<string, string>();
  for (const [i, token] of from.entries()) {
    const now = to[i]!;
    // A member keeps its name, whatever else is called so.
    if (!isName(token) || from[i - 1] === ".") {
      if (now !== token) return `${token} is ${now}`;
    } else if ((names.get(token) ?? now) !== now) return `${token} is ${names.get(token)}, and ${now}`;
    else names.set(token, now);
  }
  if (new Set(names.values()).size < names.size) return "two names are one";
  return undefined;
}

describe("every declaration", () => {
  test.each(Object.entries(wgsl))("%s", (_, text) => {
    const short = minified(text);
    expect(difference(text, short)).toBeUndefined();
    expect(short.length).toBeLessThanOrEqual(text.length);
    // What others call it by, and what it calls by others' names, stays.
    const head = /(?:fn|struct|const|override|alias|var)\b(?:<[^>]*>)?\s*(\w+)/;
    expect(head.exec(short)?.[1]).toBe(head.exec(text)?.[1]);
  });
});

test("a function is short, and only its own names are", () => {
  const text = `fn blend(own: Pixel, other: Pixel) -> Pixel {
  let a = WHOLE - other.own; // a is taken
  var sum = array<vec2<u32>, 2>();
  for (var i = 0; i < 2; i++) { sum[i] = own - -a; }
  return mix(own, sum, a,);
}`;
  expect(minified(text)).toBe(
    "fn blend(b:Pixel,c:Pixel)->Pixel{let d=WHOLE-c.own;var e=array<vec2<u32>,2>();for(var f=0;f<2;f++){e[f]=b- -d;}" +
      "return mix(b,e,d);}",
  );
});

test.each([
  ["another operator", "fn f(a: u32) -> u32 { return a + 1u; }", "fn f(a: u32) -> u32 { return a - 1u; }"],
  ["two names become one", "fn f(a: u32, b: u32) {}", "fn f(a: u32, a: u32) {}"],
  ["one name becomes two", "fn f(a: u32) -> u32 { return a; }", "fn f(b: u32) -> u32 { return c; }"],
  ["a member is renamed", "fn f(a: T) -> u32 { return a.x; }", "fn f(a: T) -> u32 { return a.y; }"],
])("the comparison notices that %s", (_, one, other) => {
  expect(difference(one, other)).toBeDefined();
});
