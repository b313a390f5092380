import { describe, expect, test } from "vitest";
import { f32 } from "../../../src/format/words.ts";
import { byteOfSum, meanProduct, peerBlend, pillowBlend, product, scaleByte } from "../../../src/ops/lib/soft-float.ts";
import { stretchF32, stretchF64 } from "../../../src/ops/lib/stretch.ts";

const fround = Math.fround;
const toByte = (x: number): number => Math.min(Math.max(Math.trunc(x), 0), 255);

/** Round factors, where sums come out whole, and ones that are not. */
const FACTORS = [
  0, 0.05, 0.1, 0.27, 0.3, 0.5, 0.6, 0.73, 0.9, 0.999945647317237, 1, 1.1, 1.2, 1.2307702229625077, 1.3, 1.9, 2.4, 3.3,
  7, 1e-5,
];

describe.each(FACTORS)("every pair of bytes at factor %d", (factor) => {
  const own = f32(factor);
  const other = f32(1 - factor);
  const f = fround(factor);
  const rest = fround(1 - factor);

  test("is blended as Pillow does in f32", () => {
    for (let d = 0; d < 256; d++) {
      for (let v = 0; v < 256; v++) {
        const expected = toByte(fround(d + fround(f * (v - d))));
        if (pillowBlend(d, v, own) !== expected)
          expect.fail(`d ${d}, v ${v}: ${pillowBlend(d, v, own)}, expected ${expected}`);
      }
    }
  });

  test("is blended as torch does in f32", () => {
    for (let d = 0; d < 256; d++) {
      for (let v = 0; v < 256; v++) {
        const expected = toByte(fround(fround(f * v) + fround(rest * d)));
        if (peerBlend(d, v, own, other, true) !== expected)
          expect.fail(`d ${d}, v ${v}: ${peerBlend(d, v, own, other, true)}, expected ${expected}`);
      }
    }
  });

  test("is scaled as both do", () => {
    for (let v = 0; v < 256; v++) expect(scaleByte(v, own), `v ${v}`).toBe(toByte(fround(f * v)));
  });

  test("is blended with a mean as torch does", () => {
    for (const [total, pixels] of [
      [0, 9],
      [1, 9],
      [1004, 9],
      [2295, 9],
      [765, 4],
      [1, 4096],
      [200_003, 1551],
      [255 * 16_777_215, 16_777_215],
    ] as const) {
      const mean = fround(total / pixels);
      for (let v = 0; v < 256; v++) {
        const expected = toByte(fround(fround(f * v) + fround(rest * mean)));
        const found = byteOfSum(product(own, v), meanProduct(other, total, pixels), other >>> 31 === 1);
        if (found !== expected) expect.fail(`v ${v}, mean ${total}/${pixels}: ${found}, expected ${expected}`);
      }
    }
  });
});

describe("every stretch of levels", () => {
  test("is Pillow's in f64", () => {
    let lessThanWhole = 0;
    for (let low = 0; low < 256; low++) {
      for (let high = low + 1; high < 256; high++) {
        const scale = 255 / (high - low);
        const offset = -low * scale;
        for (let value = low + 1; value <= high; value++) {
          const expected = Math.trunc(value * scale + offset);
          if (stretchF64(low, high, value) !== expected)
            expect.fail(`${low}..${high}, ${value}: ${stretchF64(low, high, value)}, expected ${expected}`);
          if (expected !== Math.floor((255 * (value - low)) / (high - low))) lessThanWhole++;
        }
      }
    }
    // These are what exact arithmetic would get wrong.
    expect(lessThanWhole).toBe(12_094);
  });

  test("is torch's in f32", () => {
    for (let range = 1; range < 256; range++) {
      const scale = fround(fround(1 / range) * 255);
      const levels = Array.from({ length: range }, (_, i) => i + 1);
      expect(
        levels.map((above) => stretchF32(above, range)),
        `of ${range}`,
      ).toEqual(levels.map((above) => Math.min(Math.trunc(fround(above * scale)), 255)));
    }
  });
});
