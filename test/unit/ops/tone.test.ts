import { describe, expect, test } from "vitest";
import { imageOps } from "../../../src/ops/index.ts";
import { GREY_PILLOW } from "../../../src/ops/lib/grey.ts";
import { CHANNEL_MEAN } from "../../../src/ops/lib/mean.ts";
import { histogramOf, statsOf } from "../../../src/ops/lib/tone-reference.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { applyCalls, asFloats, type PictureShape, type Precision, pictureOf, storedOf } from "../../pictures.ts";
import { callsOf } from "./sample-calls.ts";

/** H × W × C values. */
interface Stored extends PictureShape {
  values: number[];
}

const row = (values: number[], channels = 1): Stored => ({
  height: 1,
  width: values.length / channels,
  channels,
  values,
});
const run = (call: AnyCall, picture: Stored, precision: Precision) =>
  storedOf(applyCalls(pictureOf(picture.values, picture, precision), [call], precision));
const u8 = (call: AnyCall, picture: Stored) => run(call, picture, "u8");
const f32 = (call: AnyCall, picture: Stored) => run(call, picture, "f32");

describe("a picture of one colour", () => {
  const flat = {
    height: 4,
    width: 4,
    channels: 3,
    values: Array.from({ length: 48 }, (_, i) => [90, 120, 200][i % 3]!),
  };
  const flatFloats = { ...flat, values: flat.values.map((x) => Math.fround(x / 255)) };

  test.each([imageOps.autocontrast, imageOps.equalize].flatMap((op) => callsOf(op, flat)))(
    "is left as it is by %j",
    (call) => {
      expect(u8(call, flat)).toEqual(flat.values);
      f32(call, flatFloats).forEach((value, i) => {
        expect(value).toBeCloseTo(flatFloats.values[i]!, 6);
      });
    },
  );

  test("is grey without contrast", () => {
    expect(u8({ op: "contrast", factor: 0 }, flat)).toEqual(new Array(48).fill(120));
  });
});

describe("autocontrast", () => {
  test("stretches each channel by itself", () => {
    expect(u8({ op: "autocontrast" }, row([10, 0, 7, 20, 255, 7, 30, 128, 7], 3))).toEqual([
      0, 0, 7, 127, 255, 7, 255, 128, 7,
    ]);
    expect(f32({ op: "autocontrast" }, row([0.25, 0.5, 0.75]))).toEqual([0, 0.5, 1]);
  });

  test("cuts off so many pixels at each end as the percentages say", () => {
    const ramp = row(Array.from({ length: 100 }, (_, i) => i + 50));
    // Five pixels go below, ten above: 55 becomes 0 and 139 becomes 255.
    const found = u8({ op: "autocontrast", cutoffLow: 5, cutoffHigh: 10 }, ramp);
    expect(found.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 3]);
    expect(found.slice(88)).toEqual([251, ...new Array(11).fill(255)]);
    const floats = f32(
      { op: "autocontrast", cutoffLow: 5, cutoffHigh: 10 },
      { ...ramp, values: Array.from(ramp.values, (x) => Math.fround(x / 255)) },
    );
    expect(floats[5]).toBe(0);
    expect(floats[6]).toBeCloseTo(1 / 84, 5);
    expect(floats[89]).toBeCloseTo(1, 6);
  });

  test("counts a share of a pixel as none", () => {
    // 200 × (255 ÷ 200) is a hair less than 255 in f64, and so it is in Pillow.
    expect(u8({ op: "autocontrast", cutoffLow: 24.9 }, row([0, 100, 150, 200]))).toEqual([0, 127, 191, 254]);
    expect(u8({ op: "autocontrast", cutoffLow: 25 }, row([0, 100, 150, 200]))).toEqual([0, 0, 127, 254]);
  });
});

describe("equalize", () => {
  const many = Array.from({ length: 2550 }, (_, i) => (i < 1275 ? 10 : i < 2040 ? 20 : 30));

  test("follows Pillow: the count of the highest level is left out", () => {
    // step = (2550 - 510) ÷ 255 = 8: 10 → 4 ÷ 8, 20 → (1275 + 4) ÷ 8, 30 → (2040 + 4) ÷ 8.
    expect(new Set(u8({ op: "equalize" }, row(many)))).toEqual(new Set([0, 159, 255]));
  });

  test("follows KerasCV: the smallest count is left out", () => {
    const reversed = many.map((x) => 40 - x);
    // Levels 10, 20, 30 occur 510, 765 and 1275 times: Pillow's step is (2550 - 1275) ÷ 255 = 5, KerasCV's (2550 - 510)
    // ÷ 255 = 8.
    expect(new Set(u8({ op: "equalize" }, row(reversed)))).toEqual(new Set([0, 102, 255]));
    expect(new Set(u8({ op: "equalize", peer: "kerascv" }, row(reversed)))).toEqual(new Set([0, 64, 159]));
  });

  test("spreads fewer bins over all levels", () => {
    const ramp = row(Array.from({ length: 256 }, (_, i) => i));
    expect(new Set(u8({ op: "equalize", peer: "kerascv", bins: 2 }, ramp))).toEqual(new Set([0, 255]));
    const four = u8({ op: "equalize", peer: "kerascv", bins: 4 }, ramp);
    expect([...new Set(four)]).toEqual([0, 85, 170, 255]);
  });

  test("takes floats by level", () => {
    const levels = u8({ op: "equalize" }, row(many));
    const floats = f32({ op: "equalize" }, row(many.map((x) => Math.fround(x / 255))));
    expect(floats).toEqual(levels.map((level) => Math.fround(level / 255)));
  });
});

describe("contrast", () => {
  test("rounds the mean as Pillow does, or not as torchvision does", () => {
    // Mean 0.5.
    expect(u8({ op: "contrast", factor: 0 }, row([0, 1]))).toEqual([1, 1]);
    expect(u8({ op: "contrast", factor: 0, peer: "torchvision" }, row([0, 1]))).toEqual([0, 0]);
    expect(u8({ op: "contrast", factor: 2 }, row([100, 101]))).toEqual([99, 101]);
    expect(u8({ op: "contrast", factor: 2, peer: "torchvision" }, row([100, 101]))).toEqual([99, 101]);
    expect(f32({ op: "contrast", factor: 0.5 }, row([0, 1]))).toEqual([0.25, 0.75]);
  });

  test("takes the mean of each channel as KerasCV does", () => {
    const call = { op: "contrast", factor: 0.5, peer: "kerascv" };
    // Two pixels, with the means 20, 100 and 240.
    const pixels = [10, 80, 230, 30, 120, 250];
    const expected = [15, 90, 235, 25, 110, 245];
    expect(u8(call, { height: 1, width: 2, channels: 3, values: pixels })).toEqual(expected);
    const floats = f32(call, {
      height: 1,
      width: 2,
      channels: 3,
      values: pixels.map((level) => Math.fround(level / 255)),
    });
    for (const [i, level] of expected.entries()) expect(floats[i]).toBeCloseTo(level / 255, 6);
    // The mean is 0.5, and so is what becomes of both pixels.
    expect(u8({ ...call, factor: 0 }, row([0, 1]))).toEqual([0, 0]);
    expect(u8({ ...call, factor: 2 }, row([100, 101]))).toEqual([99, 101]);
  });
});

describe("what is measured", () => {
  const values = Array.from({ length: 700 * 3 }, (_, i) => (i * 37) % 251);
  const picture = pictureOf(values, { height: 20, width: 35, channels: 3 });

  test("is the count of every level, and of grey", () => {
    const { pixels, counts } = histogramOf(picture, GREY_PILLOW, "u8");
    expect(pixels).toBe(700);
    for (const channel of [0, 1, 2]) {
      const expected = values.filter((value, i) => i % 3 === channel && value === 74).length;
      expect(counts[channel]![74]).toBe(expected);
      expect(counts[channel]!.reduce((a, b) => a + b)).toBe(700);
    }
    expect(counts[3]!.reduce((a, b) => a + b)).toBe(700);
  });

  test("of floats are the levels of their bytes, the extremes and the means", () => {
    const floats = asFloats(picture);
    expect(histogramOf(floats, GREY_PILLOW, "f32").counts.slice(0, 3)).toEqual(
      histogramOf(picture, GREY_PILLOW, "u8").counts.slice(0, 3),
    );
    const { low, high, mean } = statsOf(floats, GREY_PILLOW);
    expect([low[0], high[0]]).toEqual([0, Math.fround(250 / 255)]);
    const greys = Array.from(
      { length: 700 },
      (_, i) => 0.2989 * floats.values[4 * i]! + 0.587 * floats.values[4 * i + 1]! + 0.114 * floats.values[4 * i + 2]!,
    );
    for (const channel of mean) expect(channel).toBeCloseTo(greys.reduce((a, b) => a + b) / 700, 6);
    for (const [c, channel] of statsOf(floats, CHANNEL_MEAN).mean.entries()) {
      const own = Array.from({ length: 700 }, (_, i) => floats.values[4 * i + c]!);
      expect(channel).toBeCloseTo(own.reduce((a, b) => a + b) / 700, 6);
    }
  });
});
