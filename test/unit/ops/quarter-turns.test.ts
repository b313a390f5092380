/** Turns by 90 degrees are exact: numpy's rot90 for square pictures, and as much of it as fits for others. */

import { expect, test } from "vitest";
import type { AnyCall } from "../../../src/ops/op.ts";
import { applyCalls, noisePicture, type PixelPicture, storedOf } from "../../pictures.ts";

const shown = (call: AnyCall, { height, width, channels }: PixelPicture, precision: string) =>
  `${JSON.stringify(call)} on ${height} × ${width} × ${channels}, ${precision}`;

/** numpy.rot90: (y, x) of the result is (x, n − 1 − y) of the picture, so many times. */
function rot90({ height, width, values, ...rest }: PixelPicture, times: number): PixelPicture {
  if (times === 0) return { height, width, values, ...rest };
  const turned = new Float64Array(values.length);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < height; x++) {
      const from = (x * width + (width - 1 - y)) * 4;
      turned.set(values.subarray(from, from + 4), (y * height + x) * 4);
    }
  }
  return rot90({ height: width, width: height, values: turned, ...rest }, times - 1);
}

test("of a square picture are numpy's rot90, however they are read and rounded; and so are turns of −90, 450 …", () => {
  for (const side of [1, 2, 7, 16]) {
    for (const [precision, channels] of [
      ["u8", 1],
      ["u8", 3],
      ["u8", 4],
      ["f32", 3],
    ] as const) {
      const picture = noisePicture({ height: side, width: side, channels }, precision, side);
      for (const interpolation of ["nearest", "bilinear", "bicubic"]) {
        for (const peer of ["pillow", "torchvision", "kerascv"]) {
          for (const turns of [-3, -2, -1, 0, 1, 2, 3, 4, 5]) {
            const call = { op: "rotate", degrees: 90 * turns, interpolation, peer };
            const wanted = storedOf(rot90(picture, (turns + 8) % 4));
            const found = storedOf(applyCalls(picture, [call], precision));
            expect(
              found.every((value, i) => value === wanted[i]),
              shown(call, picture, precision),
            ).toBe(true);
          }
        }
      }
    }
  }
});

test("keep the size of any other: 180 degrees is rot90 twice, 90 and 270 are exact in the middle square, with fill beside it", () => {
  for (const [height, width] of [
    [4, 10],
    [9, 3],
    [1, 9],
  ] as const) {
    const picture = noisePicture({ height, width, channels: 3 }, "u8", 2);
    const half = applyCalls(picture, [{ op: "rotate", degrees: 180, interpolation: "bilinear" }], "u8");
    expect(storedOf(half)).toEqual(storedOf(rot90(picture, 2)));
    for (const times of [1, 3]) {
      const turned = rot90(picture, times);
      const result = applyCalls(
        picture,
        [{ op: "rotate", degrees: 90 * times, interpolation: "bilinear", fill: [7] }],
        "u8",
      );
      // The turned picture lies about the same middle: what of it falls within the frame is seen, whole pixel by whole
      // pixel.
      const [down, right] = [(height - width) / 2, (width - height) / 2];
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const [row, column] = [y - down, x - right];
          const inside = row >= 0 && row < turned.height && column >= 0 && column < turned.width;
          const from = (row * turned.width + column) * 4;
          const wanted = inside ? Array.from(turned.values.subarray(from, from + 3)) : [7, 7, 7];
          const at = (y * width + x) * 4;
          expect(
            Array.from(result.values.subarray(at, at + 3)),
            `${height} × ${width}, ${90 * times}: (${x}, ${y})`,
          ).toEqual(wanted);
        }
      }
    }
  }
});
