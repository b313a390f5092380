/**
 * Every op of the registry on pictures that have no inside, no second row, no colour or no contrast: the GPU and the
 * reference agree, in u8 byte for byte. One batch a shape holds all calls of a family that lead to the same size, so
 * few kernels are compiled and few batches run.
 */
import { imageOps, type OpCall } from "mixwell";
import { describe, expect, inject, test } from "vitest";
import type { ImageOp } from "../../src/ops/op.ts";
import { sizeAfterCalls } from "../../src/ops/size.ts";
import { asFloats, type PictureShape, type Precision, pictureOf } from "../pictures.ts";
import { noise } from "../random.ts";
import { callsOf, runsIn } from "../unit/ops/sample-calls.ts";
import { hasKernelsOf } from "./divided.ts";
import { differing, familyOf, onBoth } from "./ops-on-both.ts";

const SHAPES: PictureShape[] = [
  { height: 1, width: 9, channels: 1 },
  { height: 1, width: 9, channels: 3 },
  { height: 1, width: 9, channels: 4 },
  { height: 2, width: 2, channels: 1 },
  { height: 2, width: 2, channels: 3 },
  { height: 2, width: 2, channels: 4 },
  { height: 7, width: 3, channels: 3 },
];

const isWhole = inject("sweeps") === "whole";

/**
 * Where in a plan the ops stand. Bytes are decoded as they are read, by kernels that no other sweep over ops compiles;
 * floats have the kernels of `ops-stencil`, `ops-color` and `ops-warp`. `npm run test:whole` has either in both places.
 */
const placesOf = (precision: Precision) =>
  isWhole ? (["sources", "rows"] as const) : ([precision === "u8" ? "sources" : "rows"] as const);

/** A picture of one colour, or of one grey. */
const constant = (count: number, channels: number) =>
  Uint8Array.from({ length: count }, (_, i) => [90, 20, 200, 77][i % channels]!);

const all = Object.entries(imageOps) as [string, ImageOp][];

/** All calls for a shape, by family and by the shape they lead to: pictures of a batch have one size. */
function groupsOf(shape: PictureShape, precision: Precision): OpCall[][] {
  const groups = new Map<string, OpCall[]>();
  for (const [, op] of all.filter(([, one]) => runsIn(one, precision))) {
    for (const any of callsOf(op, shape)) {
      const call = any as unknown as OpCall;
      const { height, width } = sizeAfterCalls([call], shape, "ops");
      const key = `${familyOf(call)}: ${height} × ${width}, ${any.channels ?? "same"}`;
      groups.set(key, [...(groups.get(key) ?? []), call]);
    }
  }
  return [...groups.values()];
}

describe.each(["u8", "f32"] as const)("%s", (precision) => {
  // With alpha there is one channel more to be flat in; `npm run test:whole` has it.
  const mine = SHAPES.filter(({ channels }) => hasKernelsOf(precision, channels) && (isWhole || channels !== 4));
  test.each(mine)("$height × $width × $channels: every op", async (shape) => {
    const seen = new Set<string>();
    const elements = shape.height * shape.width * shape.channels;
    const pictures = [constant(elements, shape.channels), noise(elements, 3)].map((bytes) => pictureOf(bytes, shape));
    for (const calls of groupsOf(shape, precision)) {
      const jobs = pictures.flatMap((picture) =>
        calls.map((call) => ({ picture: precision === "u8" ? picture : asFloats(picture), calls: [call] })),
      );
      for (const at of placesOf(precision)) {
        for (const [i, made] of (await onBoth(jobs, precision, at)).entries()) {
          // Floats: the widest bound an op names, gamma's, for a power.
          const wrong = differing(made, (size) => (precision === "u8" ? 0 : 1e-5 * Math.max(1, size)));
          expect(wrong, `${JSON.stringify(jobs[i]!.calls)} on ${i < calls.length ? "one colour" : "noise"}`).toBe("");
        }
      }
      for (const { op } of calls) seen.add(op);
    }
    expect([...seen].sort()).toEqual(
      all
        .filter(([, op]) => runsIn(op, precision))
        .map(([name]) => name)
        .sort(),
    );
  });
});
