/** Sepia: its formula written out, its ends, and what it does to one channel. */
import { describe, expect, test } from "vitest";
import { sepiaOp } from "../../../src/ops/color/sepia.ts";
import { applyOp, noisePicture, type Precision, pictureOf, storedOf } from "../../pictures.ts";

const ROWS = [
  [0.393, 0.769, 0.189],
  [0.349, 0.686, 0.168],
  [0.272, 0.534, 0.131],
];

/** The formula on the scale 0..white, not rounded. */
function formula(colours: readonly number[], amount: number, white: number): number[] {
  const sums = ROWS.map((row) => row.reduce((sum, weight, i) => sum + weight * colours[i]!, 0));
  return sums.map((sum, i) => colours[i]! + amount * (Math.min(sum, white) - colours[i]!));
}

const sepia = (amount: number, values: number[], precision: Precision = "u8") =>
  storedOf(
    applyOp(
      sepiaOp,
      { amount },
      pictureOf(values, { height: 1, width: 1, channels: values.length }, precision),
      precision,
    ),
  );

describe("the formula", () => {
  const shape = { height: 60, width: 50, channels: 3 };
  const off = (amount: number, precision: Precision, white: number) => {
    const picture = noisePicture(shape, precision, 21);
    const result = applyOp(sepiaOp, { amount }, picture, precision).values;
    let most = 0;
    for (let i = 0; i < result.length; i += 4) {
      for (const [c, wanted] of formula([...picture.values.subarray(i, i + 3)], amount, white).entries())
        most = Math.max(most, Math.abs(result[i + c]! - wanted));
    }
    return most;
  };

  // A byte is half a level off by its rounding, and by an amount in steps of 1 / 8192 at most 255 / 16384 more; 1e-9 is
  // the formula's own.
  test.each([
    [0, 0.5],
    [0.25, 0.5],
    [0.5, 0.5],
    [1, 0.5],
    [1 / 3, 0.5 + 255 / 16384],
    [0.777, 0.5 + 255 / 16384],
  ])("of bytes at an amount of %d", (amount, bound) => {
    expect(off(amount, "u8", 255)).toBeLessThanOrEqual(bound + 1e-9);
  });

  // Each of up to nine roundings is half of 2^-24 to 2^-23 off.
  test.each([0, 0.25, 1 / 3, 0.777, 1])("of floats at an amount of %d", (amount) => {
    expect(off(amount, "f32", 1)).toBeLessThan(5e-7);
  });

  test("is found wrong when it is: a control", () => {
    expect(off(1, "u8", 254)).toBeGreaterThan(0.6);
  });
});

test("single pixels, by hand: clipped, halves up", () => {
  expect(sepia(1, [255, 255, 255])).toEqual([255, 255, 239]);
  expect(sepia(1, [100, 100, 100])).toEqual([135, 120, 94]);
  // 12.5, 11.116 and 8.666.
  expect(sepia(1, [0, 2, 58])).toEqual([13, 11, 9]);
  expect(sepia(0.5, [0, 0, 255])).toEqual([24, 21, 144]);
  expect(sepia(1, [255, 255, 255, 7])).toEqual([255, 255, 239, 7]);
  expect(sepia(1, [1, 1, 1], "f32")).toEqual([1, 1, Math.fround(0.937)].map((value) => expect.closeTo(value, 6)));
});

test("one channel keeps the red of a grey picture's sepia", () => {
  expect(sepia(1, [100])).toEqual([135]);
  expect(sepia(0, [100])).toEqual([100]);
  expect(sepia(1, [200])).toEqual([255]);
});

test("sepia alone is the default", () => {
  const picture = noisePicture({ height: 5, width: 4, channels: 3 }, "u8", 3);
  expect(applyOp(sepiaOp, {}, picture).values).toEqual(applyOp(sepiaOp, { amount: 1 }, picture).values);
});
