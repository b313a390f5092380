/** How one argument is drawn, over many samples. */

import { describe, expect, test } from "vitest";
import { linear } from "../../../src/draw/schedules.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import type { OpCall } from "../../../src/plan/plan.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt } from "../../../src/stages/op-at.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomCrop } from "../../../src/stages/random-crop.ts";
import { randomErasing } from "../../../src/stages/random-erasing.ts";
import { randomGridMask } from "../../../src/stages/random-grid-mask.ts";
import { randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import type { ImageStage } from "../../../src/stages/stage.ts";
import { chiSquareRatio, zScore } from "../random/statistics.ts";

const N = 4000;

/** What each of N samples draws. */
function drawn(stage: ImageStage, more: object = {}): AnyCall[][] {
  const ids = Array.from({ length: N }, (_, i) => i);
  return samplePlan({ policy: stage, seed: 3, ids, height: 40, width: 100, ...more }).sources.map(
    ({ ops }) => ops ?? [],
  );
}

const values = (stage: ImageStage, name: string, more?: object) =>
  drawn(stage, more).map(([call]) => call![name] as number);
const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
const variance = (list: number[]) => mean(list.map((x) => x * x)) - mean(list) ** 2;

test("[low, high] is uniform", () => {
  const list = values(ops.rotate({ degrees: [-30, 60] }), "degrees");
  const counts = new Array<number>(9).fill(0);
  for (const x of list) counts[Math.floor((x + 30) / 10)]!++;
  expect(chiSquareRatio(counts)).toBeLessThan(1);
});

test("for an integer both ends are as likely as what is between", () => {
  const counts = new Array<number>(4).fill(0);
  for (const bits of values(ops.posterize({ bits: [2, 5] }), "bits")) counts[bits - 2]!++;
  expect(chiSquareRatio(counts)).toBeLessThan(1);
});

test("normal: mean, deviation, and mass at the clipped ends", () => {
  const list = values(ops.brightness({ factor: { normal: [1, 0.1] } }), "factor");
  expect(Math.abs(zScore(list.length * mean(list), N, 1, 0.01))).toBeLessThan(4.4);
  expect(Math.sqrt(variance(list))).toBeCloseTo(0.1, 2);
  const clipped = values(ops.brightness({ factor: { normal: [1, 1], clip: [0, 2] } }), "factor");
  const atEnds = clipped.filter((x) => x === 0 || x === 2).length / N;
  expect(Math.abs(atEnds - 0.3173)).toBeLessThan(0.03);
  expect(Math.min(...clipped) >= 0 && Math.max(...clipped) <= 2).toBe(true);
});

test("choice, list, all and permutation", () => {
  const ways = drawn(ops.rotate({ degrees: 5, interpolation: { choice: ["nearest", "bilinear", "bicubic"] } })).map(
    ([call]) => call!.interpolation,
  );
  expect(
    chiSquareRatio(["nearest", "bilinear", "bicubic"].map((way) => ways.filter((one) => one === way).length)),
  ).toBeLessThan(1);

  const each = drawn(
    ops.gaussianBlur({
      sigma: {
        list: [
          [0, 1],
          [0, 1],
        ],
      },
    }),
  ).map(([call]) => call!.sigma as [number, number]);
  expect(each.filter(([x, y]) => x === y)).toHaveLength(0);
  const both = drawn(ops.gaussianBlur({ sigma: { all: [0, 1] } })).map(([call]) => call!.sigma as [number, number]);
  expect(both.every(([x, y]) => x === y)).toBe(true);

  const orders = drawn(ops.channelShuffle({ order: { permutation: 3 } })).map(([call]) =>
    (call!.order as number[]).join(""),
  );
  expect(
    chiSquareRatio(
      ["012", "021", "102", "120", "201", "210"].map((order) => orders.filter((one) => one === order).length),
    ),
  ).toBeLessThan(1);
});

test("shares are of the side they name, and whole where they are asked to be", () => {
  const size = { height: 50, width: 200 };
  const most = (of: "height" | "width" | "smaller" | "larger", round?: "trunc") =>
    Math.max(...values(ops.translateX({ pixels: { share: [0, 0.5], of, ...(round && { round }) } }), "pixels", size));
  expect(most("width")).toBeGreaterThan(99);
  expect(most("height")).toBeLessThan(25);
  expect(most("smaller")).toBe(most("height"));
  expect(most("larger")).toBe(most("width"));
  expect(Number.isInteger(most("width", "trunc"))).toBe(true);
  expect(values(ops.translateX({ pixels: { share: 0.25, of: "width" } }), "pixels")[0]).toBe(25);
});

test("schedules and functions of time", () => {
  const stage = ops.rotate({ degrees: [0, linear({ from: 0, to: 30, end: 10 })] });
  expect(Math.max(...values(stage, "degrees", { epoch: 0 }))).toBe(0);
  expect(Math.max(...values(stage, "degrees", { epoch: 5 }))).toBeLessThan(15);
  expect(Math.max(...values(stage, "degrees", { epoch: 10 }))).toBeGreaterThan(29);
  expect(values(ops.rotate({ degrees: ({ step }) => step }), "degrees", { step: 7 })[0]).toBe(7);
});

describe("signs", () => {
  test("randomSign: both, half each, and nothing else changes", () => {
    const plain = values(ops.shearX({ share: [0.1, 0.3] }), "share");
    const list = values(ops.shearX({ share: [0.1, 0.3], randomSign: true }), "share");
    expect(list.map(Math.abs)).toEqual(plain);
    expect(
      Math.abs(
        zScore(
          list.map(Math.sign).reduce((sum, s) => sum + s, 0),
          N,
          0,
          1,
        ),
      ),
    ).toBeLessThan(4.4);
  });

  test("each signed argument has its own", () => {
    const list = drawn(ops.channelShift({ red: 5, green: 5, randomSign: true })).map(([call]) =>
      [call!.red, call!.green].join(),
    );
    expect(
      chiSquareRatio(["5,5", "5,-5", "-5,5", "-5,-5"].map((pair) => list.filter((one) => one === pair).length)),
    ).toBeLessThan(1);
  });

  test.each(["ShearX", "ShearY", "TranslateX", "TranslateY", "Rotate", "Brightness", "Color", "Contrast", "Sharpness"])(
    "%s of every table goes both ways",
    (name) => {
      const neutral = /Bright|Color|Contr|Sharp/.test(name) ? 1 : 0;
      for (const table of ["torchvision", "torchvisionWide", "torchvisionAugMix", "dali", "timm"] as const) {
        const entry = table === "timm" ? (neutral === 1 ? `${name}Increasing` : name) : name;
        const signs = drawn(opAt(table, entry, { magnitude: 5 })).map(([call]) =>
          Math.sign((Object.values(call!)[1] as number) - neutral),
        );
        expect(
          Math.abs(
            zScore(
              signs.reduce((sum, s) => sum + s, 0),
              N,
              0,
              1,
            ),
          ),
        ).toBeLessThan(4.4);
        expect(signs.includes(0)).toBe(false);
      }
    },
  );
});

test("magnitude noise: N(m, std) clipped to 0 … max, drawn anew for every sample", () => {
  // Rotate: 3 degrees a level.
  const noisy = values(opAt("timm", "Rotate", { magnitude: 5, magnitudeStd: 0.5 }), "degrees").map(
    (d) => Math.abs(d) / 3,
  );
  expect(Math.abs(zScore(N * mean(noisy), N, 5, 0.25))).toBeLessThan(4.4);
  expect(Math.sqrt(variance(noisy))).toBeCloseTo(0.5, 1);
  const clipped = values(opAt("timm", "Rotate", { magnitude: 9, magnitudeStd: 2 }), "degrees").map(
    (d) => Math.abs(d) / 3,
  );
  expect(clipped.filter((level) => level > 9.9999).length / N).toBeCloseTo(0.3085, 1);
  expect(
    Math.max(...values(opAt("timm", "Rotate", { magnitude: 5, magnitudeStd: 5, magnitudeMax: 6 }), "degrees")),
  ).toBeLessThanOrEqual(18);
  const uniform = values(opAt("timm", "Rotate", { magnitude: [0, 8] }), "degrees").map((d) => Math.abs(d) / 3);
  expect(mean(uniform)).toBeCloseTo(4, 0);
  expect(Math.max(...uniform)).toBeGreaterThan(7.9);
});

test("noise keys: one a sample, two words, not those of its neighbour or of another stage", () => {
  const keys = drawn(ops.gaussianNoise({ std: 9 })).map(([call]) => String(call!.key));
  expect(new Set(keys).size).toBe(N);
  expect(drawn(ops.erase({ box: [0, 0, 4, 4], mode: "pixel" }))[0]![0]!.key).toHaveLength(2);
  expect(drawn(ops.erase({ box: [0, 0, 4, 4] }))[0]![0]).toEqual({ op: "erase", box: [0, 0, 4, 4] });
  expect(drawn(ops.gaussianNoise({ std: 9, key: [1, 2] }))[5]![0]!.key).toEqual([1, 2]);
});

describe("boxes fit the picture, in its own size", () => {
  type Box = [number, number, number, number];
  const boxes = (stage: ImageStage) => drawn(stage).flatMap((calls) => calls.map((call) => call.box as Box));
  const inside = ([x0, y0, x1, y1]: Box) => 0 <= x0 && x0 <= x1 && x1 <= 100 && 0 <= y0 && y0 <= y1 && y1 <= 40;

  test("erasing: area and prob of timm", () => {
    const list = boxes(randomErasing());
    expect(list.every(inside)).toBe(true);
    expect(list.length / N).toBeGreaterThan(0.46);
    expect(list.length / N).toBeLessThan(0.53);
    for (const [x0, y0, x1, y1] of list) expect(((x1 - x0) * (y1 - y0)) / 4000).toBeLessThan(0.36);
  });

  test("erasing: several boxes share the area, and each is placed by itself", () => {
    const list = drawn(randomErasing({ count: [2, 3], prob: 1, mode: "pixel" }));
    expect(new Set(list.map((calls) => calls.length))).toEqual(new Set([2, 3]));
    expect(new Set(list.flatMap((calls) => calls.map((call) => String(call.key)))).size).toBe(list.flat().length);
  });

  test("Keras 3's sides: the root of a share each", () => {
    const list = boxes(randomErasing({ rule: "keras3", area: [0.25, 0.25], prob: 1 }));
    expect(list.every(inside)).toBe(true);
    expect(new Set(list.map(([x0, y0, x1, y1]) => `${x1 - x0} ${y1 - y0}`))).toEqual(new Set(["50 20"]));
  });

  test("KerasCV's cutout: the width is the width's share, and boxes reach every border", () => {
    const list = boxes(randomErasing({ rule: "kerascv", sides: { height: 0.5, width: 0.5 }, prob: 1 }));
    expect(list.every(inside)).toBe(true);
    expect(Math.max(...list.map(([x0, , x1]) => x1 - x0))).toBe(50);
    expect(list.some(([x0]) => x0 === 0) && list.some(([, y0]) => y0 === 0)).toBe(true);
    expect(list.some(([, , x1]) => x1 === 100) && list.some(([, , , y1]) => y1 === 40)).toBe(true);
  });

  test("crops: every place, and whole pixels", () => {
    const tops = new Set(drawn(randomCrop({ height: 38, width: 100, padding: 0 })).map(([call]) => call!.top));
    expect([...tops].sort()).toEqual([0, 1, 2]);
    const padded = drawn(randomCrop({ padding: 4 })).map(([call]) => call!.left as number);
    expect([Math.min(...padded), Math.max(...padded)]).toEqual([-4, 4]);
    for (const rule of ["torchvision", "kerascv"] as const) {
      for (const [call] of drawn(randomResizedCrop({ rule, scale: [0.2, 1], height: 24, width: 24 }))) {
        const { top, left, height, width, outHeight, outWidth } = call as Record<string, number> & OpCall;
        expect([top, left, height, width].every(Number.isInteger)).toBe(true);
        expect(top! >= 0 && left! >= 0 && top! + height! <= 40 && left! + width! <= 100).toBe(true);
        expect([outHeight, outWidth]).toEqual([24, 24]);
      }
    }
  });

  test("GridMask: the unit is of the picture's size, the phase within a unit", () => {
    for (const [call] of drawn(randomGridMask())) {
      const { unit, ratio, offset, rotation } = call as unknown as {
        unit: number;
        ratio: number;
        offset: number[];
        rotation: number;
      };
      expect(unit >= 20 && unit <= 31 && ratio >= 0 && ratio <= 0.5 && Math.abs(rotation) <= 54).toBe(true);
      expect(offset.every((d) => d >= 0 && d <= unit)).toBe(true);
    }
    const noisy = drawn(randomGridMask({ mode: "pixel", mean: -0, std: 0, fill: [9] })).map(([call]) => call!);
    expect(new Set(noisy.map(({ key }) => String(key))).size).toBe(N);
    for (const { mode, mean, std, fill } of noisy) expect([mode, mean, std, fill]).toEqual(["pixel", 0, 0, undefined]);
    const [plain] = drawn(randomGridMask({ fill: [-0], mean: 3 }))[0]!;
    expect([plain!.fill, plain!.mode, plain!.mean, plain!.key]).toEqual([[0], undefined, undefined, undefined]);
  });
});

test("the size that later stages see is the one that earlier stages made", () => {
  const policy = [randomResizedCrop({ height: 8, width: 16 }), ops.translateX({ pixels: { share: 0.5, of: "width" } })];
  const { sources } = samplePlan({ policy, seed: 1, ids: [1], height: 40, width: 100 });
  expect((sources[0]!.ops![1] as AnyCall).pixels).toBe(8);
});
