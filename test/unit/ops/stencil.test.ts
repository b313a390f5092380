/** Stencils: what must hold for any picture. */
import { describe, expect, test } from "vitest";
import { f32 } from "../../../src/format/words.ts";
import { peerBlend, pillowBlend } from "../../../src/ops/lib/soft-float.ts";
import type { Args, StencilOp } from "../../../src/ops/op.ts";
import { gaussian, gaussianBlurOp, quantise } from "../../../src/ops/stencil/gaussian-blur.ts";
import { sharpnessOp } from "../../../src/ops/stencil/sharpness.ts";
import { applyOp, damage, noisePicture, pictureOf } from "../../pictures.ts";

const sizes: [width: number, height: number][] = [
  [9, 1],
  [2, 2],
  [1, 1],
  [13, 7],
  [3, 20],
];

const changing: [string, StencilOp, Args, Args][] = [
  ["sharpness as Pillow", sharpnessOp, { factor: 1 }, { factor: 2.5 }],
  ["sharpness as torchvision", sharpnessOp, { factor: 1, peer: "torchvision" }, { factor: 0.3, peer: "torchvision" }],
  ["Gaussian blur", gaussianBlurOp, { sigma: [0, 0] }, { sigma: [1.5, 0.7] }],
  ["Gaussian blur of one tap", gaussianBlurOp, { sigma: [1, 1], kernel: [1, 1] }, { sigma: [1, 1], kernel: [5, 3] }],
  ["Gaussian blur as Pillow", gaussianBlurOp, { sigma: [0, 0], peer: "pillow" }, { sigma: [2, 1], peer: "pillow" }],
  ["Gaussian blur as KerasCV", gaussianBlurOp, { sigma: [0, 0], peer: "kerascv" }, { sigma: [2, 1], peer: "kerascv" }],
];

describe.each(changing)("%s", (_, op, neutral, args) => {
  test.each(["u8", "f32"] as const)("its neutral arguments change nothing, bit for bit (%s)", (precision) => {
    for (const channels of [1, 3, 4]) {
      for (const [width, height] of sizes) {
        const picture = noisePicture({ height, width, channels }, precision, width + channels);
        expect(applyOp(op, neutral, picture, precision).values).toEqual(picture.values);
      }
    }
    // The control: other arguments do.
    const picture = noisePicture({ height: 7, width: 13, channels: 3 }, precision, 5);
    expect(applyOp(op, args, picture, precision).values).not.toEqual(picture.values);
  });

  test.each(["u8", "f32"] as const)("one channel stays grey and every result is a pixel (%s)", (precision) => {
    for (const [width, height] of sizes) {
      const result = applyOp(op, args, noisePicture({ height, width, channels: 1 }, precision, 3), precision).values;
      for (let i = 0; i < result.length; i += 4) {
        expect([result[i + 1], result[i + 2]]).toEqual([result[i], result[i]]);
        if (precision === "u8") expect(Number.isInteger(result[i]) && result[i]! >= 0 && result[i]! <= 255).toBe(true);
      }
    }
  });

  // With zeros around it, it can't.
  if (args.peer === "kerascv") return;
  test("a constant picture stays what it is", () => {
    for (const level of [0, 1, 77, 254, 255]) {
      const picture = pictureOf(new Array(8 * 6 * 3).fill(level), { height: 6, width: 8, channels: 3 });
      const off = args.peer === "torchvision" ? 1 : 0; // f32 arithmetic may fall short of the level it started from.
      for (const value of applyOp(op, args, picture, "u8").values.filter((_, i) => i % 4 < 3))
        expect(Math.abs(value - level)).toBeLessThanOrEqual(off);
    }
  });
});

describe("blends in integers are the f32 arithmetic of the peers", () => {
  const factors = [0, 1e-6, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1, 1.1, 1.3, 1.5, 1.9, 2, 3.3, 6.999, 7].map(Math.fround);
  const clip = (value: number) => Math.trunc(Math.min(Math.max(value, 0), 255));
  test.each(factors)("for a factor of %d and every pair of bytes", (factor) => {
    const rest = Math.fround(1 - factor);
    const wrong: number[][] = [];
    for (let d = 0; d < 256; d++) {
      for (let v = 0; v < 256; v++) {
        const torch = clip(Math.fround(Math.fround(factor * v) + Math.fround(rest * d)));
        if (peerBlend(d, v, f32(factor), f32(rest), true) !== torch) wrong.push([d, v, 0]);
        const pillow = clip(Math.fround(d + Math.fround(factor * (v - d))));
        if (pillowBlend(d, v, f32(factor)) !== pillow) wrong.push([d, v, 1]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("strength", () => {
  const picture = noisePicture({ height: 17, width: 24, channels: 3 }, "u8", 11);
  test.each([sharpnessOp, gaussianBlurOp])("$name does more at a greater magnitude, and nothing at 0", (op) => {
    const damages = [0, 0.1, 0.25, 0.5, 0.75, 1].map((m) =>
      damage(applyOp(op, op.atMagnitude!(m), picture, "u8"), picture),
    );
    expect(damages[0]).toBe(0);
    for (let i = 1; i < damages.length; i++) expect(damages[i]).toBeGreaterThan(damages[i - 1]!);
  });

  test("a sharper picture than the source varies more, a blurred one less", () => {
    const contrast = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, v, i) => sum + (i >= 4 ? Math.abs(v - values[i - 4]!) : 0), 0);
    const at = (factor: number) => contrast(applyOp(sharpnessOp, { factor }, picture, "u8").values);
    expect(at(0)).toBeLessThan(at(1));
    expect(at(1)).toBeLessThan(at(2));
  });
});

describe("Gaussian weights", () => {
  test.each([0.1, 0.6, 1, 2, 3.3, 10])("of sigma %d sum to one and are symmetric", (sigma) => {
    for (const taps of [0, 1, 3, 11, 23]) {
      const weights = gaussian(sigma, taps);
      expect(weights.length % 2).toBe(1);
      expect(weights.length).toBeLessThanOrEqual(23);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
      const words = quantise(weights);
      expect(words.reduce((sum, word) => sum + word, 0)).toBe(65536);
      expect([...words].reverse()).toEqual(words);
      expect(Math.min(...words)).toBeGreaterThanOrEqual(0);
    }
  });

  test("zeros outside of the picture darken its edges, reflection does not", () => {
    const picture = pictureOf(new Array(9 * 9 * 3).fill(200), { height: 9, width: 9, channels: 3 });
    const corner = (peer: string) => applyOp(gaussianBlurOp, { sigma: [1, 1], peer }, picture, "u8").values[0];
    expect(corner("torchvision")).toBe(200);
    expect(corner("kerascv")).toBeLessThan(110);
  });

  test("a wider Pillow blur than its window holds is refused", () => {
    expect(
      () =>
        applyOp(
          gaussianBlurOp,
          { sigma: [3.5, 1], peer: "pillow" },
          noisePicture({ height: 4, width: 4, channels: 3 }, "u8", 1),
          "u8",
        ).values,
    ).toThrow(/sigma: expected at most 3.4/);
  });

  test("alpha is blurred like a colour, and kept by sharpness", () => {
    const picture = noisePicture({ height: 8, width: 8, channels: 4 }, "u8", 2);
    const alpha = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => i % 4 === 3);
    expect(alpha(applyOp(gaussianBlurOp, { sigma: [1, 1] }, picture, "u8").values)).not.toEqual(alpha(picture.values));
    expect(alpha(applyOp(sharpnessOp, { factor: 3 }, picture, "u8").values)).toEqual(alpha(picture.values));
  });
});
