/** The ops that came with the mixers: `jigsaw` and `downscale`. */

import { describe, expect, test } from "vitest";
import type { AnyCall } from "../../../src/ops/op.ts";
import { downscaleOp } from "../../../src/ops/stencil/downscale.ts";
import { jigsawOp } from "../../../src/ops/stencil/jigsaw.ts";
import { randomJigsaw } from "../../../src/stages/random-jigsaw.ts";
import { applyOp, noisePicture, pictureOf, storedOf } from "../../pictures.ts";
import { plan } from "../sample/request.ts";

describe.each(["u8", "f32"] as const)("%s", (pipeline) => {
  const one = (values: number[], height: number, width: number) =>
    pictureOf(
      values.map((value) => (pipeline === "u8" ? value : value / 255)),
      { height, width, channels: 1 },
      pipeline,
    );
  const levels = (values: ArrayLike<number>) =>
    Array.from(values, (value) => Math.round(pipeline === "u8" ? value : value * 255));

  test("jigsaw moves tiles, and leaves what the grid leaves over", () => {
    const picture = one([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 2, 5);
    const result = applyOp(jigsawOp, { grid: [2, 2], order: [3, 0, 1, 2] }, picture, pipeline);
    expect(levels(storedOf(result))).toEqual([8, 9, 1, 2, 5, 3, 4, 6, 7, 10]);
  });

  test.each([
    [1, 1, [0]],
    [2, 2, [0, 1, 2, 3]],
    [9, 9, Array.from({ length: 81 }, (_, i) => 80 - i)],
  ])("jigsaw of %i × %i changes nothing in order, or where tiles would be empty", (rows, columns, order) => {
    const picture = noisePicture({ height: 5, width: 7, channels: 3 }, pipeline, 4);
    expect(applyOp(jigsawOp, { grid: [rows, columns], order }, picture, pipeline).values).toEqual(picture.values);
  });

  test("downscale: every block its mean, halves up, blocks at the end smaller", () => {
    const picture = one([0, 1, 10, 3, 4, 20, 100, 101, 5], 3, 3);
    const result = levels(storedOf(applyOp(downscaleOp, { factor: 2 }, picture, pipeline)));
    expect(result).toEqual([2, 2, 15, 2, 2, 15, 101, 101, 5]);
  });

  test("downscale by 1 changes nothing", () => {
    const picture = noisePicture({ height: 5, width: 7, channels: 4 }, pipeline, 4);
    expect(applyOp(downscaleOp, { factor: 1 }, picture, pipeline).values).toEqual(picture.values);
  });
});

test("a wrong order is refused", () => {
  const picture = noisePicture({ height: 8, width: 8, channels: 3 }, "u8", 1);
  const run = (order: number[], grid = [2, 2]) => applyOp(jigsawOp, { grid, order }, picture, "u8").values;
  expect(() => run([0, 1, 2])).toThrow("ops[0].order: expected 0 to 3 in any order, one a tile, found [0, 1, 2]");
  expect(() => run([0, 1, 2, 2])).toThrow("ops[0].order: expected 0 to 3 in any order");
  expect(() => run([0, 1, 2, 4])).toThrow("ops[0].order: expected 0 to 3 in any order");
  expect(() => run([0], [100, 100])).toThrow(
    "ops[0].grid: expected [rows, columns], whole numbers and at most 256 tiles, found [100, 100]",
  );
});

test("randomJigsaw never leaves the order, and else has all orders alike", () => {
  const { sources } = plan(randomJigsaw({ grid: [1, 3] }), 5000);
  const counts = new Map<string, number>();
  for (const { ops } of sources) {
    const order = String((ops![0] as AnyCall).order);
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(["0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"]);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
