/** 300 parts of photographs, of 294 sizes, in one batch: windows of them are what Pillow's `crop` and `resize` make. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reference } from "../../../src/reference/reference.ts";
import { readRgb } from "../../../tools/ops-docs/png.ts";
import oracle from "../../fixtures/own-sizes/pillow.json" with { type: "json" };
import { expectPillows, originalOf, planOf, type WindowCase } from "../../own-sizes.ts";

const bytesOf = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));

test("windows of originals are Pillow's", () => {
  const cases = oracle.cases as WindowCase[];
  const names = [...new Set(cases.map(([name]) => name))];
  const photos = new Map(names.map((name) => [name, readRgb(bytesOf(`demo/public/photos/${name}.png`))]));
  const originals = cases.map((one) => originalOf(photos.get(one[0])!, one));
  const sizes = Uint32Array.from(originals.flatMap(({ height, width }) => [height, width]));
  expect(new Set(originals.map(({ height, width }) => `${height} × ${width}`)).size).toBeGreaterThan(60);
  const images = Uint8Array.from(originals.flatMap(({ data }) => [...data]));
  const plan = planOf(cases, oracle.out as [number, number]);
  const sources = { batch: { images, sizes }, shape: { channels: 3 }, format: "u8", layout: "nhwc" } as const;
  const made = reference(plan, sources, { output: { format: "u8" } }).images;
  expectPillows(made, bytesOf("test/fixtures/own-sizes/pillow.bin"));
});
