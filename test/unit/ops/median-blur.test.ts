/** The median of 3 × 3: OpenCV's own results, and the median written out. */
import { describe, expect, test } from "vitest";
import { medianBlurOp } from "../../../src/ops/stencil/median-blur.ts";
import { loadFixture } from "../../files.ts";
import { applyOp, asFloats, noisePicture, pictureOf, shapeOf, storedOf } from "../../pictures.ts";

interface Golden {
  cases: { shape: number[]; picture: number[]; median: number[] }[];
}

const { cases }: Golden = JSON.parse(new TextDecoder().decode(await loadFixture("median/opencv.json")));

describe("OpenCV's medianBlur", () => {
  test.each(cases)("of $shape", ({ shape, picture, median }) => {
    const source = pictureOf(picture, shapeOf(shape));
    expect(storedOf(applyOp(medianBlurOp, {}, source))).toEqual(median);
    const wanted = median.map((value) => Math.fround(value / 255));
    expect(storedOf(applyOp(medianBlurOp, {}, asFloats(source), "f32"))).toEqual(wanted);
  });

  test("the golden results differ from their inputs", () => {
    const same = cases.filter(({ picture, median }) => picture.join() === median.join());
    expect(same.map(({ shape }) => shape)).toEqual([
      [1, 1, 3],
      [1, 1, 3],
    ]);
  });
});

describe.each(["u8", "f32"] as const)("%s", (precision) => {
  test("the fifth of nine neighbours in order, and alpha as it was", () => {
    const [height, width] = [17, 22];
    const picture = noisePicture({ height, width, channels: 4 }, precision, 6);
    const wanted = Array.from(picture.values, (value, i) => {
      const [x, y, channel] = [Math.floor(i / 4) % width, Math.floor(i / 4 / width), i % 4];
      if (channel === 3) return value;
      const nine: number[] = [];
      for (const row of [y - 1, y, y + 1]) {
        for (const column of [x - 1, x, x + 1]) {
          const [inRow, inColumn] = [Math.min(Math.max(row, 0), height - 1), Math.min(Math.max(column, 0), width - 1)];
          nine.push(picture.values[(inRow * width + inColumn) * 4 + channel]!);
        }
      }
      return nine.sort((a, b) => a - b)[4]!;
    });
    expect(Array.from(applyOp(medianBlurOp, {}, picture, precision).values)).toEqual(wanted);
  });

  test("a grain of salt is gone, an edge stays", () => {
    const white = precision === "u8" ? 255 : 1;
    const half = Array.from({ length: 8 * 8 }, (_, i) => (i % 8 < 4 ? 0 : white));
    const shape = { height: 8, width: 8, channels: 1 };
    const grainy = half.with(8 * 3 + 1, white);
    expect(storedOf(applyOp(medianBlurOp, {}, pictureOf(grainy, shape, precision), precision))).toEqual(half);
  });
});
