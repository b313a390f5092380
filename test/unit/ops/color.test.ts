/** Colour ops on single pixels, by hand. What holds for every op is in properties.test.ts. */
import { describe, expect, test } from "vitest";
import { PlanError } from "../../../src/check/errors.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { applyCalls, type Precision, pictureOf, storedOf } from "../../pictures.ts";

const pixel = (call: AnyCall, values: number[], precision: Precision) =>
  storedOf(
    applyCalls(pictureOf(values, { height: 1, width: 1, channels: values.length }, precision), [call], precision),
  );
const u8 = (call: AnyCall, ...values: number[]) => pixel(call, values, "u8");
const f32 = (call: AnyCall, ...values: number[]) => pixel(call, values, "f32");

describe("single pixels, by hand", () => {
  test("posterize keeps upper bits; none is black", () => {
    expect(u8({ op: "posterize", bits: 3 }, 255, 100, 31)).toEqual([224, 96, 0]);
    expect(u8({ op: "posterize", bits: 0 }, 255, 100, 31)).toEqual([0, 0, 0]);
    expect(f32({ op: "posterize", bits: 1 }, 1, 0.49, -2)).toEqual([0.5, 0, 0]);
    expect(f32({ op: "posterize", bits: 0 }, 1, 0.49, -2)).toEqual([0, 0, 0]);
  });

  test("solarize inverts from the threshold on; 256 spares white", () => {
    expect(u8({ op: "solarize", threshold: 128 }, 127, 128, 255)).toEqual([127, 127, 0]);
    expect(u8({ op: "solarize", threshold: 127.5 }, 127, 128, 255)).toEqual([127, 127, 0]);
    expect(u8({ op: "solarize", threshold: 256 }, 0, 128, 255)).toEqual([0, 128, 255]);
    expect(f32({ op: "solarize", threshold: 0 }, 0, 0.25, 1)).toEqual([1, 0.75, 0]);
  });

  test("solarizeAdd adds below the threshold, solarization adds and then inverts above it", () => {
    expect(u8({ op: "solarizeAdd", addition: 110 }, 127, 128, 20)).toEqual([237, 128, 130]);
    expect(u8({ op: "solarizeAdd", addition: 110, threshold: 256 }, 200, 145, 20)).toEqual([255, 255, 130]);
    expect(u8({ op: "solarization", addition: 110, threshold: 128 }, 17, 18, 200)).toEqual([127, 127, 0]);
    expect(u8({ op: "solarization", addition: 0.5, threshold: 128.5 }, 127, 128, 200)).toEqual([128, 127, 55]);
  });

  test("brightness multiplies, brightnessDelta and channelShift add, halves up", () => {
    expect(u8({ op: "brightness", factor: 1.5 }, 1, 100, 200)).toEqual([1, 150, 255]);
    expect(u8({ op: "brightness", factor: 0.9 }, 10, 20, 0)).toEqual([9, 18, 0]);
    expect(u8({ op: "brightnessDelta", delta: 0.5 }, 0, 100, 255)).toEqual([1, 101, 255]);
    expect(u8({ op: "brightnessDelta", delta: -0.5 }, 0, 100, 255)).toEqual([0, 100, 255]);
    expect(f32({ op: "brightnessDelta", delta: 255 }, 0, -0.5, 0.25)).toEqual([1, 0.5, 1]);
    expect(u8({ op: "channelShift", red: 10, green: -10 }, 100, 100, 100)).toEqual([110, 90, 100]);
    expect(u8({ op: "channelShift", red: 10, green: -10 }, 100)).toEqual([110]);
  });

  test("color and colorDegeneration meet in the middle and at both ends", () => {
    const pixel = [200, 100, 50];
    expect(u8({ op: "color", factor: 0 }, ...pixel)).toEqual([124, 124, 124]);
    expect(u8({ op: "grayscale" }, ...pixel)).toEqual([124, 124, 124]);
    expect(u8({ op: "colorDegeneration", factor: 1 }, ...pixel)).toEqual([124, 124, 124]);
    expect(u8({ op: "colorDegeneration", factor: 0 }, ...pixel)).toEqual(pixel);
    expect(u8({ op: "colorDegeneration", factor: 0.25 }, ...pixel)).toEqual(
      u8({ op: "color", factor: 0.75 }, ...pixel),
    );
    expect(u8({ op: "grayscale", peer: "torchvision" }, 255, 255, 255)).toEqual([254, 254, 254]);
    expect(u8({ op: "grayscale", peer: "torchvision" }, 255)).toEqual([255]);
  });

  test("hue turns red to green to blue", () => {
    expect(u8({ op: "hue", shift: 1 / 3 }, 255, 0, 0)).toEqual([0, 255, 0]);
    expect(u8({ op: "hue", shift: -1 / 3 }, 255, 0, 0)).toEqual([0, 0, 255]);
    expect(u8({ op: "hue", shift: 0.5 }, 200, 50, 50)).toEqual(u8({ op: "hue", shift: -0.5 }, 200, 50, 50));
    expect(u8({ op: "hue", shift: 0.2 }, 77, 77, 77)).toEqual([77, 77, 77]);
    f32({ op: "hue", shift: 1 / 3 }, 1, 0, 0).forEach((value, i) => {
      expect(value).toBeCloseTo([0, 1, 0][i]!, 6);
    });
  });

  test("saturation of 1 is full colour without NaN, and leaves grey grey", () => {
    expect(u8({ op: "saturation", factor: 1 }, 200, 150, 100)).toEqual([200, 100, 0]);
    expect(u8({ op: "saturation", factor: 0 }, 200, 150, 100)).toEqual([200, 200, 200]);
    expect(u8({ op: "saturation", factor: 2 / 3 }, 200, 180, 160)).toEqual([200, 160, 120]);
    expect(f32({ op: "saturation", factor: 1 }, 0.5, 0.5, 0.5)).toEqual([0.5, 0.5, 0.5]);
    expect(f32({ op: "saturation", factor: 1 }, 0, 0, 0)).toEqual([0, 0, 0]);
    expect(f32({ op: "saturation", factor: 1 }, 0.5, 0.25, 0.375)).toEqual([0.5, 0, 0.25]);
  });

  test("channelShuffle, gamma, rescale, normalize", () => {
    expect(u8({ op: "channelShuffle", order: [2, 0, 1] }, 1, 2, 3, 4)).toEqual([3, 1, 2, 4]);
    expect(u8({ op: "gamma", gamma: 0 }, 0, 100, 255)).toEqual([255, 255, 255]);
    expect(f32({ op: "gamma", gamma: 2 }, 0.5, 0, -1)).toEqual([0.25, 0, 0]);
    expect(u8({ op: "rescale", scale: 0.5, offset: 1 }, 1, 2, 255)).toEqual([2, 2, 129]);
    expect(f32({ op: "rescale", scale: 2, offset: -255 }, 0, 0.5, 1)).toEqual([-1, 0, 1]);
    expect(f32({ op: "normalize", mean: [0.5], std: [0.25] }, 0, 0.5, 1, 0.75)).toEqual([-2, 0, 2, 0.75]);
    expect(f32({ op: "normalize", mean: [0, 0.5, 1], std: [1, 2, 0.5] }, 1, 0.5, 0)).toEqual([1, 0, -2]);
  });
});

describe("arguments that make no sense for the pictures", () => {
  const cases: [string, () => unknown, string][] = [
    [
      "normalize of bytes",
      () => u8({ op: "normalize", mean: [0.5], std: [0.5] }, 1, 2, 3),
      "ops[0]: expected pictures of floats (format f32 or f16), found u8 pictures",
    ],
    [
      "three means for one channel",
      () => f32({ op: "normalize", mean: [0, 0, 0], std: [1] }, 1),
      "ops[0].mean: expected 1 number",
    ],
    ["two deviations", () => f32({ op: "normalize", mean: [0], std: [1, 2] }, 1, 1, 1), "ops[0].std"],
    [
      "a channel twice",
      () => u8({ op: "channelShuffle", order: [0, 0, 1] }, 1, 2, 3),
      "ops[0].order: expected 0, 1 and 2 in any order, found [0, 0, 1]",
    ],
    ["half a channel", () => u8({ op: "channelShuffle", order: [0, 0.5, 1] }, 1, 2, 3), "ops[0].order"],
    [
      "a scale too large for bytes",
      () => u8({ op: "rescale", scale: 17 }, 1, 2, 3),
      "ops[0].scale: expected -16 to 16 for u8 pictures, found 17",
    ],
    ["an offset too large for bytes", () => u8({ op: "rescale", scale: 1, offset: -5000 }, 1, 2, 3), "ops[0].offset"],
    [
      "a cutoff that torchvision has not",
      () => u8({ op: "autocontrast", peer: "torchvision", cutoffLow: 1 }, 1, 2, 3),
      "ops[0].peer",
    ],
    ["bins that Pillow has not", () => u8({ op: "equalize", bins: 64 }, 1, 2, 3), "ops[0].bins"],
  ];
  test.each(cases)("%s", (_, run, message) => {
    expect(run).toThrow(PlanError);
    expect(run).toThrow(message);
  });
});
