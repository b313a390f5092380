import { foldIn, hashName, type Key, keyFromSeed } from "../random/key.ts";

/**
 * How a draw is addressed. It is a pure function of (seed, epoch, stage, purpose, sample id, occurrence, draw number),
 * and never of the order of calls, the batch or its size:
 *
 *     key = keyFromSeed(seed) → foldIn(epoch) → foldIn(stage position, or hashName(stream)) → foldIn(purpose)
 *     draw = threefry(key, counter = (sample id, draw number))
 *
 * A sample that comes again draws anew: its n-th further occurrence has `addressOf(…)` in place of its id.
 *
 * A batch without ids is drawn by its step instead: `foldIn(BY_STEP) → foldIn(step)` comes after the epoch, and the
 * rows' positions stand in for the ids.
 */

/**
 * What a stage, or the order of an epoch (`sampler…`), draws numbers for: one key each. The ones about a mixer add its
 * position in `oneOf`, 0 to 15.
 *
 * Image stages nest. A stage inside another has the key foldIn(its parent's, `child` + its position), and in a pipeline
 * that runs `n` of its stages, foldIn(foldIn(the pipeline's, `slot` + 0..n−1), `child` + position): the same op drawn
 * twice draws twice. An argument's key is foldIn(foldIn(the stage's, `argument`), hashName(its name)).
 */
export const PURPOSE = {
  stageProb: 0x100,
  choice: 0x200,
  pairing: 0x300,
  mixerProb: 0x400,
  alpha: 0x500,
  lambda: 0x600,
  box: 0x700,
  imageProb: 0x1000,
  imageChoice: 0x1100,
  count: 0x1200,
  order: 0x1300,
  argument: 0x1400,
  sign: 0x1500,
  noise: 0x1600,
  magnitude: 0x1700,
  slotProb: 0x1800,
  weight: 0x1900,
  external: 0x1a00,
  samplerLine: 0x1b00,
  samplerStart: 0x1c00,
  samplerPass: 0x1d00,
  secondPass: 0x1e00,
  slot: 0x10000,
  child: 0x20000,
} as const;

/**
 * What the n-th repeat of a batch folds into its epoch's key before n (`repeatedAugmentation`); the first one, 0, folds
 * nothing. "REPT".
 */
const REPEAT = 0x52455054;

/** The epoch's key for one repeat of the batch. */
export function repeatKey(epoch: Key, repeat: number): Key {
  return repeat === 0 ? epoch : foldIn(foldIn(epoch, REPEAT), repeat);
}

/** What a sample's n-th further occurrence folds in before n; the first one, 0, folds nothing. "NTH ". */
const OCCURRENCE = 0x4e544820;

/** A key for the samples' n-th further occurrences; the key itself for the first one, 0. */
export function occurrenceKey(key: Key, occurrence: number): Key {
  return occurrence === 0 ? key : foldIn(foldIn(key, OCCURRENCE), occurrence);
}

/**
 * The number that stands in a draw's counter for one occurrence of a sample: the first one's id, and 32 bits of its own
 * for each further one.
 */
export function addressOf(epoch: Key, id: number, occurrence: number): number {
  return occurrence === 0 ? id : foldIn(occurrenceKey(epoch, occurrence), id).k0;
}

/** "STEP", so that no stage position and hardly a stream name folds the same number. */
const BY_STEP = 0x53544550;

/** The key of one epoch, and of one step in it where the batch has no ids. */
export function epochKey(seed: number, epoch: number, step?: number): Key {
  const key = foldIn(keyFromSeed(seed), epoch);
  return step === undefined ? key : foldIn(foldIn(key, BY_STEP), step);
}

/** The key of a named stream, or of the stage at `position`. */
export function streamKey(epoch: Key, position: number, stream?: string): Key {
  return foldIn(epoch, stream === undefined ? position : hashName(stream));
}
