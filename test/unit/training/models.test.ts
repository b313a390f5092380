import { describe, expect, test } from "vitest";
import { ARMS, armOf } from "../../../training/arms.ts";
import { initialWeights, type Network, sizeOf, weightShapes } from "../../../training/models.ts";
import { channelStatistics } from "../../../training/statistics.ts";

const cnn: Network = { model: "cnn", height: 28, width: 28, channels: 1, classes: 10 };

describe("the networks", () => {
  test("have as many weights as Keras counts for its example", () => {
    // Its summary: 416 + 12,832 + 4,224 + 1,290.
    const sizes = weightShapes(cnn).map(sizeOf);
    expect(sizes).toEqual([400, 16, 12_800, 32, 4096, 128, 1280, 10]);
    expect(weightShapes({ ...cnn, model: "mlp", channels: 3 })).toEqual([[2352, 128], [128], [128, 10], [10]]);
  });

  test("are refused where they do not fit", () => {
    expect(() => weightShapes({ ...cnn, width: 15 })).toThrow(
      "data: expected pictures of at least 16 × 16 for the cnn, found",
    );
    expect(() => weightShapes({ ...cnn, model: "resnet" as "cnn" })).toThrow("model: expected mlp or cnn");
  });
});

describe("initial weights", () => {
  test("are a function of the seed", () => {
    expect(initialWeights(cnn, 5)).toEqual(initialWeights(cnn, 5));
    expect(initialWeights(cnn, 5)).not.toEqual(initialWeights(cnn, 6));
  });

  test("fill Glorot's interval evenly, and biases are 0", () => {
    const weights = initialWeights(cnn, 5);
    for (const bias of [1, 3, 5, 7]) expect(weights[bias]!.every((value) => value === 0)).toBe(true);
    const limits = [Math.sqrt(6 / (25 * 17)), Math.sqrt(6 / (25 * 48)), Math.sqrt(6 / 160), Math.sqrt(6 / 138)];
    for (const [i, limit] of limits.entries()) {
      const kernel = weights[2 * i]!;
      const size = kernel.length;
      expect(kernel.every((value) => Math.abs(value) <= limit)).toBe(true);
      // A uniform distribution on ±limit has mean 0 and variance limit² / 3: five standard errors of each.
      const mean = kernel.reduce((sum, value) => sum + value, 0) / size;
      const variance = kernel.reduce((sum, value) => sum + value * value, 0) / size;
      expect(Math.abs(mean)).toBeLessThan((5 * limit) / Math.sqrt(3 * size));
      expect(Math.abs(variance / (limit ** 2 / 3) - 1)).toBeLessThan(5 * Math.sqrt(0.8 / size));
    }
  });
});

test("every arm has an id of its own, and others are refused", () => {
  expect(ARMS.map(({ id }) => armOf(id))).toEqual(ARMS);
  expect(new Set(ARMS.map(({ id }) => id)).size).toBe(ARMS.length);
  expect(() => armOf("mixmatch")).toThrow('arm: expected one of none, mixup, cutmix, all, found "mixmatch"');
});

test("channel statistics are those of each channel, and a channel without contrast is not blown up", () => {
  const images = Uint8Array.from([0, 51, 255, 51, 0, 51, 255, 51]);
  const { mean, std } = channelStatistics({ train: { images, labels: new Uint8Array(4), count: 4 }, channels: 2 });
  expect(mean[0]).toBeCloseTo(0.5, 12);
  expect(mean[1]).toBeCloseTo(0.2, 12);
  expect(std[0]).toBeCloseTo(0.5, 12);
  expect(std[1]).toBe(1 / 255);
});
