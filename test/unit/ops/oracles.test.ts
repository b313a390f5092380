/**
 * Every golden case of Pillow's and torchvision's image ops, on the CPU interpreter; `npm run test:oracles` has them on
 * the GPU too.
 */
import { describe, expect, test } from "vitest";
import { imageOps, type OpName } from "../../../src/ops/index.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { listOracleFiles, loadOracleSet } from "../../oracles/files.ts";
import { compare, type OpManifest, openCase, type View } from "../../oracles/op-cases.ts";
import { mismatch } from "../../oracles/sets.ts";
import { applyCalls, pictureOf, storedOf } from "../../pictures.ts";

// Photographs come with the shared folder only.
const files = await listOracleFiles();
const sets = files.flatMap((path) => path.match(/^(image-ops(?:-photos)?\/.*)\.json$/)?.[1] ?? []);

test("the six sets of every clone are there", () => {
  expect(sets.filter((set) => set.startsWith("image-ops/"))).toHaveLength(6);
});

/** What `about` claims beyond the sets' own tolerances: the peer's bytes. */
const isExact = ({ op, peer }: AnyCall): boolean =>
  imageOps[op as OpName].kind !== "warp" && op !== "hue" && !(op === "gaussianBlur" && peer === "torchvision");

describe.each(sets)("%s", async (set) => {
  const { manifest, view } = await loadOracleSet<OpManifest>(set);

  test.each(manifest.cases)("$id $op of $input", (golden) => {
    const { part, format, values, ...shape } = openCase(golden, manifest, view as View);
    const calls = part.sources.flatMap(({ ops = [] }) => ops);
    const precision = format === "u8" ? "u8" : "f32";
    const made = applyCalls(pictureOf(values, shape, precision), calls, precision);
    expect([made.height, made.width, made.channels]).toEqual(golden.output.shape);
    expect(compare(storedOf(made), golden, view as View)).toBeUndefined();
    if (precision === "u8" && calls.every(isExact))
      expect(mismatch(storedOf(made), (view as View)(golden.output), { kind: "exact" })).toBeUndefined();
  });
});

test("the comparison sees a value that is off", () => {
  expect(mismatch([1, 2], [1, 2], { kind: "exact" })).toBeUndefined();
  expect(mismatch([1, 3], [1, 2], { kind: "exact" })).toMatch(/value 1 is 3/);
  expect(mismatch([1, 3], [1, 2], { kind: "maxAbs", value: 1, maxDifferingShare: 0.01 })).toMatch(
    /1 of 2 values differ/,
  );
  expect(mismatch([Number.NaN], [1], { kind: "maxAbs", value: 1 })).toMatch(/NaN/);
});
