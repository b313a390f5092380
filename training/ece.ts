/** Reliability diagrams and the expected calibration error, as Guo et al. 2017 (arXiv:1706.04599) define them. */
import { ArgumentError } from "mixwell";
import type { ReliabilityBin } from "./types.ts";

/** As in the paper. */
export const BINS = 15;

/**
 * Sorts predictions into bins of equal width by confidence, the probability of the predicted class. A bin holds the
 * confidences in (low, high], as in the paper; a confidence of exactly 0 goes into the first.
 *
 * @param confidences 0 to 1, one a picture
 * @param correct whether the predicted class is the right one
 * @throws ArgumentError when the two differ in length or a confidence is outside 0..1
 */
export function reliabilityBins(
  confidences: ArrayLike<number>,
  correct: ArrayLike<boolean>,
  bins: number = BINS,
): ReliabilityBin[] {
  if (correct.length !== confidences.length)
    throw new ArgumentError("correct", `${confidences.length} answers`, correct.length);
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (let i = 0; i < confidences.length; i++) {
    const confidence = confidences[i]!;
    if (!(confidence >= 0 && confidence <= 1))
      throw new ArgumentError(`confidences[${i}]`, "a number from 0 to 1", confidence);
    const sum = sums[Math.max(0, Math.ceil(confidence * bins) - 1)]!;
    sum.count++;
    sum.confidence += confidence;
    if (correct[i]) sum.right++;
  }
  return sums.map(({ count, confidence, right }, i) => ({
    low: i / bins,
    high: (i + 1) / bins,
    count,
    confidence: count > 0 ? confidence / count : 0,
    accuracy: count > 0 ? right / count : 0,
  }));
}

/**
 * Expected calibration error, 0 to 1: the mean over all predictions of |accuracy − confidence| of their bin. 0 without
 * predictions.
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 0;
  return bins.reduce(
    (sum, { count, confidence, accuracy }) => sum + (count / total) * Math.abs(accuracy - confidence),
    0,
  );
}
