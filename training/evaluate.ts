/** What predictions for the test pictures are worth. */
import { ArgumentError } from "mixwell";
import { expectedCalibrationError, reliabilityBins } from "./ece.ts";
import type { Evaluation } from "./types.ts";

/** The smallest probability of the right class that counts as such: one of 0 would make the mean loss infinite. */
const FLOOR = 1e-7;

/**
 * @param probabilities N × K, row by row; of equal largest ones the first is the prediction
 * @param labels N class ids
 * @throws ArgumentError when there are no pictures, or the two do not fit
 */
export function evaluate(probabilities: ArrayLike<number>, labels: ArrayLike<number>): Evaluation {
  const classes = probabilities.length / labels.length;
  if (labels.length === 0 || !Number.isInteger(classes) || classes === 0)
    throw new ArgumentError("probabilities", `K rows for ${labels.length} labels`, probabilities.length);
  const confidences = new Float64Array(labels.length);
  const correct: boolean[] = [];
  let loss = 0;
  for (let row = 0; row < labels.length; row++) {
    const at = (k: number) => probabilities[row * classes + k]!;
    let best = 0;
    for (let k = 1; k < classes; k++) if (at(k) > at(best)) best = k;
    // A softmax in f32 may exceed 1 by a rounding.
    confidences[row] = Math.min(1, at(best));
    correct.push(best === labels[row]);
    loss -= Math.log(Math.max(at(labels[row]!), FLOOR));
  }
  const bins = reliabilityBins(confidences, correct);
  const accuracy = correct.filter(Boolean).length / labels.length;
  return { accuracy, loss: loss / labels.length, ece: expectedCalibrationError(bins), bins };
}
