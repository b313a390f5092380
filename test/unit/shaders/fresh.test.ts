import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Kernel } from "../../../src/generated/kernels.ts";
import { shaders } from "../../../src/wgsl/complete.ts";
import { kernels } from "../../../src/wgsl/kernels.ts";
import { openKernel } from "../../../src/wgsl/open.ts";
import { declarationsOf } from "../../../tools/shaders/emit.mjs";
import { minified } from "../../../tools/shaders/minify.mjs";
import { camel } from "../../../tools/shaders/names.mjs";
import { reflectShader } from "../../../tools/shaders/reflect.mjs";
import { generate, linkAll } from "../../../tools/shaders.mjs";
import { assembled, ownDeclarations } from "./assembled.ts";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("src/generated is what the shaders give (else run `npm run shaders`)", async () => {
  const files = await generate();
  for (const [path, text] of Object.entries(files)) expect(read(path), path).toBe(text);
});

test("every permutation has a text and a kernel, and there are no others", () => {
  const names = JSON.parse(read("shaders/permutations.json")).map(({ name }: { name: string }) => name);
  expect(Object.keys(shaders).toSorted()).toEqual(names.toSorted());
  expect(Object.keys(kernels).toSorted()).toEqual(names.toSorted());
});

const linked = await linkAll();

test("a kernel put together with all ops has the declarations of the linked text, and no other", () => {
  expect(linked.length).toBeGreaterThan(0);
  // The linker breaks lines in its own way.
  const all = (wgsl: string) =>
    declarationsOf(wgsl)
      .map((text) => text.replace(/\s+/g, ""))
      .sort();
  for (const { name, wgsl } of linked) expect(all(shaders[name as keyof typeof shaders]), name).toEqual(all(wgsl));
});

test("what is read from a kernel's declarations, short or not, is what the linked text with all ops asks for", () => {
  for (const { name, wgsl } of linked) {
    const { bindings, overrides, features, structs: _, ...rest } = reflectShader(name, wgsl);
    const kernel: Kernel = kernels[name as keyof typeof kernels];
    const { structBytes: __, ...short } = openKernel({
      ...kernel,
      declarations: kernel.declarations.map(minified),
      structBytes: Object.fromEntries(bindings.map(({ name, minBindingSize }) => [camel(name), minBindingSize])),
    }) as Kernel & { structBytes?: unknown };
    for (const one of [kernel, short]) {
      expect(one, name).toMatchObject({ ...rest, features });
      expect(one.bindings, name).toEqual(Object.fromEntries(bindings.map((binding) => [camel(binding.name), binding])));
      expect(one.overrides, name).toEqual(Object.fromEntries(overrides.map(({ name: id, ...fields }) => [id, fields])));
    }
  }
});

test("a kernel put together for some ops binds no more than its table says, at the same places", () => {
  expect(assembled.length).toBeGreaterThan(200);
  for (const [name, wgsl] of assembled) {
    const kernel: Kernel = kernels[name.split(" ")[0] as keyof typeof kernels];
    const heads = kernel.switches.map(({ head }) => head);
    for (const text of ownDeclarations(name, wgsl))
      expect(
        heads.some((head) => text.startsWith(head)),
        `${name}: ${text}`,
      ).toBe(true);
  }
  // And asked of the reflection itself, where the declarations are fewest.
  const least = assembled.filter(([name]) => name.endsWith(" without ops"));
  expect(least.length).toBeGreaterThan(20);
  for (const [name, wgsl] of least) {
    const { bindings, entryPoint, workgroupSize } = reflectShader(name, wgsl);
    const kernel: Kernel = kernels[name.split(" ")[0] as keyof typeof kernels];
    expect({ entryPoint, workgroupSize }, name).toEqual({
      entryPoint: kernel.entryPoint,
      workgroupSize: kernel.workgroupSize,
    });
    for (const binding of bindings) expect(Object.values(kernel.bindings), name).toContainEqual(binding);
  }
});
