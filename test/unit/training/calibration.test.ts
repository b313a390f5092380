import { describe, expect, test } from "vitest";
import { expectedCalibrationError, reliabilityBins } from "../../../training/ece.ts";
import { evaluate } from "../../../training/evaluate.ts";

describe("reliability bins", () => {
  test("are fifteen of equal width, and hold (low, high]", () => {
    const bins = reliabilityBins([0, 1 / 15, 0.5, 1], [false, true, true, true]);
    expect(bins).toHaveLength(15);
    expect(bins[0]).toMatchObject({ low: 0, high: 1 / 15, count: 2, accuracy: 0.5 });
    expect(bins[7]).toMatchObject({ count: 1, confidence: 0.5, accuracy: 1 });
    expect(bins[14]).toMatchObject({ high: 1, count: 1, confidence: 1 });
    expect(bins[1]).toMatchObject({ count: 0, confidence: 0, accuracy: 0 });
  });

  test("refuse what is no confidence", () => {
    expect(() => reliabilityBins([0.5, 1.2], [true, true])).toThrow(
      "confidences[1]: expected a number from 0 to 1, found 1.2",
    );
    expect(() => reliabilityBins([Number.NaN], [true])).toThrow("confidences[0]");
    expect(() => reliabilityBins([0.5], [])).toThrow("correct: expected 1 answers, found 0");
  });
});

describe("the expected calibration error", () => {
  // Two bins of ten, by hand: 3 answers at 0.75 of which 1 is right, 1 at 0.25 that is right: 3/4 × |1/3 − 3/4| + 1/4 ×
  // |1 − 1/4|.
  test("is the mean gap, weighted by how many predictions a bin has", () => {
    const bins = reliabilityBins([0.75, 0.75, 0.75, 0.25], [true, false, false, true], 10);
    expect(expectedCalibrationError(bins)).toBeCloseTo((3 / 4) * (3 / 4 - 1 / 3) + (1 / 4) * (3 / 4), 12);
  });

  test("is 0 for predictions that come true as often as they say", () => {
    const correct = Array.from({ length: 100 }, (_, i) => i < 80);
    expect(expectedCalibrationError(reliabilityBins(new Array<number>(100).fill(0.8), correct))).toBeCloseTo(0, 12);
  });

  test("is 0 without predictions", () => expect(expectedCalibrationError(reliabilityBins([], []))).toBe(0));
});

describe("the look at test pictures", () => {
  test("counts accuracy, cross-entropy and calibration", () => {
    const probabilities = [0.7, 0.2, 0.1, 0.3, 0.4, 0.3, 0.1, 0.1, 0.8, 0.5, 0.25, 0.25];
    const { accuracy, loss, ece, bins } = evaluate(probabilities, [0, 2, 2, 1]);
    expect(accuracy).toBe(0.5);
    expect(loss).toBeCloseTo(-(Math.log(0.7) + Math.log(0.3) + Math.log(0.8) + Math.log(0.25)) / 4, 12);
    expect(ece).toBeCloseTo((0.3 + 0.4 + 0.2 + 0.5) / 4, 12);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  test("names the first of equals, and has a finite loss for a class of probability 0", () => {
    expect(evaluate([0.5, 0.5], [0]).accuracy).toBe(1);
    expect(evaluate([1, 0], [1]).loss).toBeCloseTo(-Math.log(1e-7), 12);
  });

  test("takes probabilities that a rounding put above 1", () => expect(evaluate([1.0000001, 0], [0]).ece).toBe(0));

  test("refuses what does not fit", () => {
    expect(() => evaluate([0.5, 0.5, 1], [0, 1])).toThrow("probabilities: expected K rows for 2 labels, found 3");
    expect(() => evaluate([], [])).toThrow("probabilities");
  });
});
