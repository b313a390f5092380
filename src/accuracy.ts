import { InputError } from "./check/errors.ts";
import { isArray } from "./check/lists.ts";
import { knownKeys } from "./check/options.ts";

/**
 * The triple a mixed batch's labels boil down to: for every row, `sources` classes and how much of the picture each of
 * them is.
 */
export interface SparseLabels {
  /** Class ids, [B, sources] row by row. */
  classes: ArrayLike<number>;
  /** The share of each, [B, sources]; a row sums to 1. Before any label smoothing. */
  shares: ArrayLike<number>;
  /** Sources a row: 2 after one stage of mixing, 4 after two. */
  sources: number;
}

/**
 * λ-weighted accuracy, 0 to 1: a prediction earns the share that its class has in the picture, so naming the larger
 * half of a
 * 0.7/0.3 mix earns 0.7, and both sources being of the predicted class earns 1. Plain accuracy is not defined on mixed
 * labels. It is the usual `lam · correct(own) + (1 − lam) · correct(partner)` of the MixUp authors' training code, for
 * any number of sources.
 *
 * @param predictions the predicted class of every row (length B), or the scores of every class, [B, K] row by row, of
 * which the
 *   highest is taken (the first of equals)
 * Throws InputError when the lengths do not fit, a share is outside 0..1, a row's shares do not sum to 1, or a score is
 * NaN.
 */
export function mixedAccuracy(predictions: ArrayLike<number>, labels: SparseLabels): number {
  knownKeys("labels", labels, ["classes", "shares", "sources"]);
  const { classes, shares, sources } = labels;
  for (const [path, list] of Object.entries({ predictions, "labels.classes": classes, "labels.shares": shares })) {
    if (!isArray(list)) throw new InputError(path, "an array of numbers", list);
  }
  if (!Number.isInteger(sources) || sources < 1)
    throw new InputError("labels.sources", "a positive whole number", sources);
  if (shares.length === 0 || shares.length % sources !== 0) {
    throw new InputError("labels.shares", `a positive multiple of ${sources} numbers, sources a row`, shares.length);
  }
  if (classes.length !== shares.length)
    throw new InputError("labels.classes", `${shares.length} class ids, one a share`, classes.length);
  const rows = shares.length / sources;
  if (predictions.length === 0 || predictions.length % rows !== 0) {
    throw new InputError(
      "predictions",
      `${rows} class ids, or as many scores a row for ${rows} rows`,
      predictions.length,
    );
  }
  const scores = predictions.length / rows;

  let earned = 0;
  for (let row = 0; row < rows; row++) {
    const predicted = scores === 1 ? classAt(predictions, row) : highest(predictions, row * scores, scores);
    let sum = 0;
    for (let i = row * sources; i < (row + 1) * sources; i++) {
      const share = shares[i] as number;
      if (!(typeof share === "number" && share >= 0 && share <= 1))
        throw new InputError(`labels.shares[${i}]`, "a number from 0 to 1", share);
      sum += share;
      if (classes[i] === predicted) earned += share;
    }
    // Each share was rounded to f32 by itself.
    if (Math.abs(sum - 1) > 1e-6 * sources)
      throw new InputError(`labels.shares[${row * sources}]`, "shares that sum to 1 in a row", sum);
  }
  return earned / rows;
}

function classAt(predictions: ArrayLike<number>, row: number): number {
  const id = predictions[row] as number;
  if (!Number.isInteger(id) || id < 0) throw new InputError(`predictions[${row}]`, "a class id, a whole number", id);
  return id;
}

function highest(scores: ArrayLike<number>, first: number, count: number): number {
  let best = 0;
  for (let k = 0; k < count; k++) {
    const score = scores[first + k] as number;
    if (typeof score !== "number" || Number.isNaN(score))
      throw new InputError(`predictions[${first + k}]`, "a number", score);
    if (score > (scores[first + best] as number)) best = k;
  }
  return best;
}
