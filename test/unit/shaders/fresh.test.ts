import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kernels } from "../../../src/generated/layouts.ts";
import { shaders } from "../../../src/generated/shaders.ts";
import { generate, linkAll } from "../../../tools/shaders.mjs";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("src/generated is what the shaders give (else run `npm run shaders`)", async () => {
  const files = await generate();
  for (const [path, text] of Object.entries(files)) expect(read(path), path).toBe(text);
});

test("every permutation has a text and a kernel, and there are no others", () => {
  const names = JSON.parse(read("shaders/permutations.json")).map(({ name }: { name: string }) => name);
  expect(Object.keys(shaders)).toEqual(names);
  expect(Object.keys(kernels)).toEqual(names);
});

test("a text put together from its declarations is the linked text, character for character", async () => {
  const linked = await linkAll();
  expect(linked.length).toBeGreaterThan(0);
  expect(shaders).toEqual(Object.fromEntries(linked.map(({ name, wgsl }) => [name, wgsl])));
});
