/** Label noise: training labels that are wrong on purpose. */
import { ArgumentError, foldIn, hashName, keyFromSeed, uniformInt } from "mixwell";

/** What the training page offers at most. */
export const MAX_NOISE = 0.6;

/**
 * Labels of which a share is wrong: `round(share × N)` of them, drawn without repetition, each replaced by one of the
 * other classes with equal chances. So a share of 0.4 means that 40 % are wrong, not that 40 % were drawn anew and some
 * came out right. The same seed gives the same labels, and a larger share spoils the ones that a smaller share spoils,
 * in the same way, and more.
 *
 * @param labels class ids, 0 to classes − 1; left as they are
 * @throws ArgumentError when the share is not in 0..0.6, or there are not two classes to choose from
 */
export function corruptLabels(
  labels: ArrayLike<number>,
  classes: number,
  share: number,
  seed: number,
): Uint32Array<ArrayBuffer> {
  if (!(share >= 0 && share <= MAX_NOISE))
    throw new ArgumentError("labelNoise", `a share from 0 to ${MAX_NOISE}`, share);
  if (share > 0 && !(Number.isInteger(classes) && classes >= 2))
    throw new ArgumentError("classes", "at least 2, to be wrong about", classes);
  const noisy = Uint32Array.from(labels);
  const wrong = Math.round(share * noisy.length);
  const key = foldIn(keyFromSeed(seed), hashName("label noise"));
  const [whichKey, classKey] = [foldIn(key, 0), foldIn(key, 1)];
  // The first steps of a shuffle (Fisher and Yates): position i holds one of those that are left.
  const order = Uint32Array.from({ length: noisy.length }, (_, i) => i);
  for (let i = 0; i < wrong; i++) {
    const from = i + uniformInt(whichKey, i, 0, noisy.length - i);
    const index = order[from]!;
    order[from] = order[i]!;
    // One of the classes − 1 others: count on from the right one.
    noisy[index] = (noisy[index]! + 1 + uniformInt(classKey, index, 0, classes - 1)) % classes;
  }
  return noisy;
}
