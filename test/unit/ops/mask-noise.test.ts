/** Noise: the distribution that is promised, and no relation between pixels, channels and keys. Keys are fixed. */
import { describe, expect, test } from "vitest";
import { noiseWord, normal12 } from "../../../src/ops/lib/normal.ts";
import { eraseOp } from "../../../src/ops/mask/erase.ts";
import { gaussianNoiseOp } from "../../../src/ops/mask/gaussian-noise.ts";
import { saltAndPepperOp } from "../../../src/ops/mask/salt-and-pepper.ts";
import type { Args, ColorOp } from "../../../src/ops/op.ts";
import { applyOp, asFloats, damage, noisePicture, pictureOf, storedOf } from "../../pictures.ts";
import { chiSquareRatio, zScore } from "../random/statistics.ts";

/** Φ(x) by the series of Marsaglia, "Evaluating the normal distribution" (2004). */
function phi(x: number): number {
  let [term, sum] = [x, x];
  for (let i = 3; sum + term !== sum; i += 2) sum += term *= (x * x) / i;
  return 0.5 + sum * Math.exp(-0.5 * x * x - 0.5 * Math.log(2 * Math.PI));
}

const draws = Float64Array.from({ length: 200_000 }, (_, i) => normal12(noiseWord(123, 456, i, 0)) / 4096);

describe("the integer normal", () => {
  test("is monotone in the tail's probability, symmetric, and right to 0.001 against the true quantile", () => {
    let last = Number.POSITIVE_INFINITY;
    const wrong: string[] = [];
    for (let i = 0; i < 40_000; i++) {
      // From 2^-31 to 1/2 in equal ratios.
      const tail = Math.round(2 ** (31 * (i / 39_999))) - (i === 39_999 ? 1 : 0);
      const word = (2 * Math.min(tail, 0x7fffffff)) >>> 0;
      const z = normal12(word);
      if (!(z <= last)) wrong.push(`${word}: ${z} after ${last}`);
      if (!Object.is(normal12(word + 1), 0 - z)) wrong.push(`${word + 1}: ${normal12(word + 1)} beside ${z}`);
      const p = (tail + 0.5) / 2 ** 32;
      // Where 1 - Φ can still be told from 0 in doubles, and the table has not ended.
      if (p > 2 ** -22) {
        const slope = Math.exp(-0.5 * (z / 4096) ** 2) / Math.sqrt(2 * Math.PI);
        const error = Math.abs(1 - phi(z / 4096) - p) / slope;
        if (!(error < 0.0012)) wrong.push(`${word}: ${error} off`);
      }
      last = z;
    }
    expect(wrong).toEqual([]);
    expect(last).toBe(0);
  });

  test("has mean 0, standard deviation 1, and the moments of a normal", () => {
    const moment = (k: number) => draws.reduce((sum, z) => sum + z ** k, 0);
    expect(Math.abs(zScore(moment(1), draws.length, 0, 1))).toBeLessThan(4.5);
    expect(Math.abs(zScore(moment(2), draws.length, 1, 2))).toBeLessThan(4.5);
    expect(Math.abs(zScore(moment(3), draws.length, 0, 15))).toBeLessThan(4.5);
    expect(Math.abs(zScore(moment(4), draws.length, 3, 96))).toBeLessThan(4.5);
  });

  test("passes a chi-square test in 64 cells, which a standard deviation of 1.03 would fail", () => {
    const ratio = (scale: number) => {
      const counts = new Array<number>(64).fill(0);
      for (const z of draws) counts[Math.min(Math.floor(64 * phi(z * scale)), 63)]! += 1;
      return chiSquareRatio(counts);
    };
    expect(ratio(1)).toBeLessThan(1);
    expect(ratio(1.03)).toBeGreaterThan(1);
  });
});

/** Correlation of two equally long lists, in standard errors. */
function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (x: ArrayLike<number>) => Array.from(x).reduce((sum, value) => sum + value, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - ma) * (b[i]! - mb);
    aa += (a[i]! - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  }
  return (ab / Math.sqrt(aa * bb)) * Math.sqrt(a.length);
}

const [width, height] = [160, 120];
const grey = pictureOf(new Array(width * height * 3).fill(128), { height, width, channels: 3 });
const box = [0, 0, width, height];

const noises: [string, ColorOp, Args, mean: number, std: number][] = [
  ["gaussianNoise", gaussianNoiseOp, { std: 20 }, 128, 20],
  ["erase", eraseOp, { box, mode: "pixel", mean: [100], std: [25] }, 100, 25],
];

describe.each(noises)("%s", (_, op, args, mean, std) => {
  const at = (key: number[]) => storedOf(applyOp(op, { ...args, key }, grey));
  const values = at([7, 8]);
  const channel = (list: number[], c: number) => list.filter((_, i) => i % 3 === c);

  test("has the mean and the standard deviation that were asked for", () => {
    // Rounding to levels adds 1/12 to the variance.
    const variance = std * std + 1 / 12;
    const n = values.length;
    expect(
      Math.abs(
        zScore(
          values.reduce((sum, v) => sum + v, 0),
          n,
          mean,
          variance,
        ),
      ),
    ).toBeLessThan(4.5);
    const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
    expect(Math.abs(zScore(squares, n, variance, 2 * variance * variance))).toBeLessThan(4.5);
  });

  test("channels, neighbours, lines and keys have nothing to do with each other", () => {
    const [red, green, blue] = [channel(values, 0), channel(values, 1), channel(values, 2)];
    const pairs: [string, number[], number[]][] = [
      ["red, green", red, green],
      ["red, blue", red, blue],
      ["green, blue", green, blue],
      ["neighbours", red.slice(1), red.slice(0, -1)],
      ["lines", red.slice(width), red.slice(0, -width)],
      ["next k1", red, channel(at([7, 9]), 0)],
      ["next k0", red, channel(at([8, 8]), 0)],
      ["swapped", red, channel(at([8, 7]), 0)],
    ];
    for (const [what, a, b] of pairs) expect(Math.abs(correlation(a, b)), what).toBeLessThan(4.5);
    // The control: the measure sees a relation.
    expect(correlation(red, red)).toBeGreaterThan(100);
  });

  test("one key gives one noise, and floats get the same", () => {
    expect(at([7, 8])).toEqual(values);
    expect(at([7, 9])).not.toEqual(values);
    const floats = storedOf(applyOp(op, { ...args, key: [7, 8] }, asFloats(grey), "f32"));
    const worst = Math.max(...floats.map((value, i) => Math.abs(Math.min(Math.max(value, 0), 1) * 255 - values[i]!)));
    expect(worst).toBeLessThanOrEqual(0.5001);
    expect(worst).toBeGreaterThan(0.4);
  });
});

describe("noise and pictures", () => {
  test("no noise changes nothing, bit for bit; more does more", () => {
    for (const precision of ["u8", "f32"] as const) {
      for (const channels of [1, 3, 4]) {
        const picture = noisePicture({ height: 7, width: 13, channels }, precision, 2);
        expect(applyOp(gaussianNoiseOp, { std: 0, key: [1, 2] }, picture, precision).values).toEqual(picture.values);
        expect(applyOp(saltAndPepperOp, { key: [1, 2] }, picture, precision).values).toEqual(picture.values);
      }
    }
    const picture = noisePicture({ height: 30, width: 40, channels: 3 }, "u8", 2);
    for (const op of [gaussianNoiseOp, saltAndPepperOp]) {
      const damages = [0, 0.2, 0.4, 0.6, 0.8, 1].map((m) =>
        damage(applyOp(op, op.atMagnitude!(m), picture, "u8"), picture),
      );
      expect(damages[0]).toBe(0);
      for (let i = 1; i < damages.length; i++) expect(damages[i]).toBeGreaterThan(damages[i - 1]!);
    }
  });

  test("one channel stays grey, alpha is left alone, and a corner far out in a tall picture is noisy too", () => {
    for (const [op, args] of [
      [gaussianNoiseOp, { std: 40, key: [1, 2] }],
      [eraseOp, { box: [0, 0, 99, 9999], mode: "pixel", key: [1, 2] }],
      [eraseOp, { box: [0, 0, 99, 9999], mode: "channel", key: [1, 2] }],
      [saltAndPepperOp, { salt: 0.3, pepper: 0.3, key: [1, 2] }],
    ] as [ColorOp, Args][]) {
      const one = applyOp(op, args, noisePicture({ height: 900, width: 5, channels: 1 }, "u8", 6), "u8").values;
      const pixels = Array.from({ length: one.length / 4 }, (_, i) => one.subarray(4 * i, 4 * i + 3));
      expect(pixels.filter(([red, green, blue]) => green !== red || blue !== red)).toEqual([]);
      const four = noisePicture({ height: 900, width: 5, channels: 4 }, "u8", 6);
      const result = applyOp(op, args, four, "u8").values;
      const alpha = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => i % 4 === 3);
      expect(alpha(result)).toEqual(alpha(four.values));
      expect(result.slice(-200)).not.toEqual(Float64Array.from(four.values).slice(-200));
    }
  });

  test("mode channel is one colour, with a mean and deviation for each channel", () => {
    const args = (k1: number) => ({ box, mode: "channel", mean: [50, 120, 200], std: [5, 10, 0], key: [3, k1] });
    const colours = Array.from({ length: 400 }, (_, k1) => {
      const small = { ...grey, width: 2, height: 2, values: grey.values.slice(0, 16) };
      const values = storedOf(applyOp(eraseOp, args(k1), small, "u8"));
      expect(values.slice(3)).toEqual([...values.slice(0, 3), ...values.slice(0, 3), ...values.slice(0, 3)]);
      return values.slice(0, 3);
    });
    const sum = (c: number, f: (v: number) => number) => colours.reduce((total, colour) => total + f(colour[c]!), 0);
    expect(
      Math.abs(
        zScore(
          sum(0, (v) => v),
          400,
          50,
          25,
        ),
      ),
    ).toBeLessThan(4.5);
    expect(
      Math.abs(
        zScore(
          sum(1, (v) => v),
          400,
          120,
          100,
        ),
      ),
    ).toBeLessThan(4.5);
    expect(
      Math.abs(
        zScore(
          sum(1, (v) => (v - 120) ** 2),
          400,
          100,
          20000,
        ),
      ),
    ).toBeLessThan(4.5);
    expect(new Set(colours.map((colour) => colour[2]))).toEqual(new Set([200]));
  });

  test("salt and pepper come as often as asked for, and certainly at 1", () => {
    const values = applyOp(saltAndPepperOp, { salt: 0.1, pepper: 0.25, key: [5, 6] }, grey).values.filter(
      (_, i) => i % 4 === 0,
    );
    const share = (level: number) => values.filter((value) => value === level).length;
    const n = width * height;
    expect(Math.abs(zScore(share(255), n, 0.1, 0.09))).toBeLessThan(4.5);
    expect(Math.abs(zScore(share(0), n, 0.25, 0.1875))).toBeLessThan(4.5);
    expect(share(128) + share(0) + share(255)).toBe(n);
    const all = (args: Args) => new Set(storedOf(applyOp(saltAndPepperOp, { ...args, key: [5, 6] }, grey)));
    expect([all({ salt: 1 }), all({ pepper: 1 }), all({ salt: 0.5, pepper: 0.5 })]).toEqual([
      new Set([255]),
      new Set([0]),
      new Set([0, 255]),
    ]);
    expect(() => all({ salt: 0.7, pepper: 0.4 })).toThrow(/salt: expected at most 1 with pepper/);
  });
});
