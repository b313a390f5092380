import { beta } from "../random/beta.ts";
import type { Key } from "../random/key.ts";
import type { MixBranch, MixTree } from "./mixer.ts";

/** Blends of more pictures than two: their weights, and the rows that give every picture its weight. */

/**
 * `whole` times a draw from Dirichlet(alpha, …), by breaking a stick: the first piece of k is Beta(alpha, (k − 1) ·
 * alpha) of what is left.
 */
export function dirichlet(keys: readonly Key[], id: number, alpha: number, whole = 1): number[] {
  let left = whole;
  const weights = keys.map((key, k) => {
    const piece = left * beta(key, id, alpha, (keys.length - k) * alpha);
    left -= piece;
    return piece;
  });
  return [...weights, left];
}

/** The MixUp row of two blends, of the first `middle` pictures and of the others. */
export function blended(weights: readonly number[], middle: number, own: MixTree, partner: MixTree): MixBranch {
  const [here, there] = [sum(weights.slice(0, middle)), sum(weights.slice(middle))];
  const lambda = here + there > 0 ? Math.fround(here / (here + there)) : 1;
  return { row: { mixer: "mixup", own: 0, partner: 0, lambda }, own, partner };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
