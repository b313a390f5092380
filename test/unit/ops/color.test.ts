import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/check/errors.ts";
import type { Arg, ImageOp } from "../../../src/ops/op.ts";
import { imageOps } from "../../../src/ops/index.ts";
import { COLOR_AND_TONE_CALLS, FLOAT_ONLY } from "./op-calls.ts";
import { type Picture, type Pipeline, runOp } from "./op-driver.ts";

const ops = Object.values(imageOps as Record<string, ImageOp>).filter(
  ({ kind, name }) => (kind === "color" || kind === "tone") && COLOR_AND_TONE_CALLS.some(({ op }) => op === name),
);
const pipelinesOf = (name: string): Pipeline[] => (FLOAT_ONLY.has(name) ? ["f32"] : ["u8", "f32"]);

/** Reproducible pictures: noise over `from` to `to`. */
function noise(height: number, width: number, channels: number, pipeline: Pipeline, from = 0, to = 255): Picture {
  let state = 12345;
  const values = Array.from({ length: height * width * channels }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const level = from + Math.floor(((state >>> 8) / 2 ** 24) * (to - from + 1));
    return pipeline === "u8" ? level : Math.fround(level / 255);
  });
  return { height, width, channels, values };
}
const onePixel = (values: number[]): Picture => ({ height: 1, width: 1, channels: values.length, values });
const u8 = (call: { op: string; [argument: string]: unknown }, ...pixel: number[]) => Array.from(runOp(onePixel(pixel), call, "u8").values);
const f32 = (call: { op: string; [argument: string]: unknown }, ...pixel: number[]) =>
  Array.from(runOp(onePixel(pixel), call, "f32").values);

const SHAPES: [number, number, number][] = [
  [1, 9, 3],
  [2, 2, 3],
  [6, 5, 1],
  [6, 5, 3],
  [6, 5, 4],
];

describe("the arguments that change nothing", () => {
  const neutral = ops.flatMap(({ name, args, peers = [undefined] }) => {
    const values = Object.entries<Arg>(args).map(([key, arg]) => [key, arg.identity ?? arg.default]);
    const isNeutral = Object.values<Arg>(args).some(({ identity }) => identity !== undefined);
    return isNeutral ? peers.map((peer) => ({ op: name, ...Object.fromEntries(values), ...(peer && { peer }) })) : [];
  });

  test.each([{ op: "identity" }, ...neutral])("$op $peer", (call) => {
    for (const pipeline of pipelinesOf(call.op)) {
      for (const [height, width, channels] of SHAPES) {
        const picture = noise(height, width, channels, pipeline);
        const found = runOp(picture, call, pipeline).values;
        // Hue and saturation take a float apart and put it together again.
        const slack = pipeline === "f32" && (call.op === "hue" || call.op === "saturation") ? 5e-7 : 0;
        Array.from(found).forEach((value, i) => {
          expect(Math.abs(value - picture.values[i]!), `${pipeline} ${height}×${width}×${channels} value ${i}`).toBeLessThanOrEqual(slack);
        });
      }
    }
  });

  test("are known for every op that has any", () => {
    expect(new Set(neutral.map(({ op }) => op)).size).toBe(16);
  });
});

describe("damage grows with magnitude", () => {
  const graded = ops.filter(({ atMagnitude }) => atMagnitude);
  test.each(graded)("$name", ({ name, atMagnitude }) => {
    for (const pipeline of pipelinesOf(name)) {
      const picture = noise(16, 16, 3, pipeline);
      const damage = [0, 0.25, 0.5, 0.75, 1].map((magnitude) => {
        const { values } = runOp(picture, { op: name, ...atMagnitude!(magnitude) }, pipeline);
        return Array.from(values).reduce((sum, value, i) => sum + Math.abs(value - picture.values[i]!), 0);
      });
      const scale = pipeline === "u8" ? 1 : 1 / 255;
      expect(damage[0], `${pipeline}: ${damage}`).toBeLessThan(0.1 * scale);
      for (let i = 1; i < damage.length; i++) expect(damage[i], `${pipeline}: ${damage}`).toBeGreaterThan(damage[i - 1]!);
    }
  });

  test("is asked of all that have a strength", () => {
    expect(graded.map(({ name }) => name)).toContain("solarize");
    expect(graded.length).toBe(14);
  });
});

describe("any picture", () => {
  test.each(COLOR_AND_TONE_CALLS)("$op keeps its shape, its alpha and the range of bytes: %j", (call) => {
    for (const pipeline of pipelinesOf(call.op)) {
      for (const [height, width, channels] of SHAPES) {
        const picture = noise(height, width, channels, pipeline);
        const { values } = runOp(picture, call, pipeline);
        expect(values.length).toBe(height * width * channels);
        Array.from(values).forEach((value, i) => {
          expect(
            pipeline === "u8" ? Number.isInteger(value) && value >= 0 && value <= 255 : Number.isFinite(value),
            `value ${i}: ${value}`,
          ).toBe(true);
          if (channels === 4 && i % 4 === 3) expect(value).toBe(picture.values[i]);
        });
      }
    }
  });

  test.each(COLOR_AND_TONE_CALLS)("one channel is treated as a grey picture of three: %j", (call) => {
    // torchvision's weights do not sum to 1, so it darkens grey pictures of three channels a little.
    if (call.op === "channelShift" || call.op === "channelShuffle" || call.peer === "torchvision") return;
    for (const pipeline of pipelinesOf(call.op)) {
      const grey = noise(4, 7, 1, pipeline);
      const triple = { ...grey, channels: 3, values: Array.from({ length: 84 }, (_, i) => grey.values[Math.floor(i / 3)]!) };
      const one = Array.from(runOp(grey, call, pipeline).values);
      const three = Array.from(runOp(triple, call, pipeline).values);
      const slack = pipeline === "u8" ? 0 : 1e-3;
      one.forEach((value, i) => {
        expect(Math.abs(three[3 * i]! - value), `${pipeline} pixel ${i}`).toBeLessThanOrEqual(slack);
      });
    }
  });
});

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
    expect(u8({ op: "colorDegeneration", factor: 0.25 }, ...pixel)).toEqual(u8({ op: "color", factor: 0.75 }, ...pixel));
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
      "normalize: expected pictures of floats (format f32 or f16), found u8 pictures",
    ],
    ["three means for one channel", () => f32({ op: "normalize", mean: [0, 0, 0], std: [1] }, 1), "normalize.mean: expected 1 number"],
    ["two deviations", () => f32({ op: "normalize", mean: [0], std: [1, 2] }, 1, 1, 1), "normalize.std"],
    [
      "a channel twice",
      () => u8({ op: "channelShuffle", order: [0, 0, 1] }, 1, 2, 3),
      "channelShuffle.order: expected 0, 1 and 2 in any order, found [0, 0, 1]",
    ],
    ["half a channel", () => u8({ op: "channelShuffle", order: [0, 0.5, 1] }, 1, 2, 3), "channelShuffle.order"],
    [
      "a scale too large for bytes",
      () => u8({ op: "rescale", scale: 17 }, 1, 2, 3),
      "rescale.scale: expected -16 to 16 for u8 pictures, found 17",
    ],
    ["an offset too large for bytes", () => u8({ op: "rescale", scale: 1, offset: -5000 }, 1, 2, 3), "rescale.offset"],
    [
      "a cutoff that torchvision has not",
      () => u8({ op: "autocontrast", peer: "torchvision", cutoffLow: 1 }, 1, 2, 3),
      "autocontrast.peer",
    ],
    ["bins that Pillow has not", () => u8({ op: "equalize", bins: 64 }, 1, 2, 3), "equalize.bins"],
  ];
  test.each(cases)("%s", (_, run, message) => {
    expect(run).toThrow(InputError);
    expect(run).toThrow(message);
  });
});
