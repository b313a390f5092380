import type { Pairing } from "../plan/plan.ts";
import { makeBijection } from "../random/bijection.ts";
import type { Key } from "../random/key.ts";
import { derangement, matching, permutation } from "../random/permutation.ts";
import type { Members } from "./members.ts";

/**
 * The partner of each of `size` rows of a batch, as a position in it; a row may be left to itself, as every in-batch
 * pairing must leave the only row of a batch of one. Drawn pairings belong to the batch as a whole, so `key` has its
 * first sample's address folded in.
 *
 * `mutual` asks for partners of each other: a `permutation` or `derangement` is then a random matching, which leaves
 * one row of an odd batch to itself, as `reverse` leaves the middle one.
 *
 * `nth` counts further partners from 0: `roll` goes further back for each, drawn pairings are drawn anew by their own
 * key.
 */
export function partnersInBatch(pairing: Pairing, key: Key, size: number, mutual: boolean, nth = 0): Uint32Array {
  switch (pairing) {
    case "reverse":
      return Uint32Array.from({ length: size }, (_, i) => size - 1 - i);
    case "roll":
      return Uint32Array.from({ length: size }, (_, i) => (i + size - 1 - (nth % size)) % size);
    case "permutation":
      return mutual ? matching(key, size) : permutation(key, size);
    case "derangement":
      return mutual ? matching(key, size) : derangement(key, size);
    default:
      throw new Error(`${pairing} is no pairing within the batch`);
  }
}

/** The samples that partners of a dataset come from. */
export interface PartnerPool {
  /** Samples of the whole dataset. */
  size: number;
  /** Those of a view; default all. */
  members?: Members;
}

/**
 * A ring is made for one batch, of about so many rows: in a sparse view, sorting all members once costs less than so
 * many searches.
 */
const ROWS = 64;

/**
 * The partner of any sample of a dataset: with a shuffled copy of the dataset laid out in a ring, the next one. So
 * nobody is their own partner (a dataset of one aside), everybody is somebody's partner exactly once an epoch, as in
 * zipping two shuffled datasets, and who it is depends on the sample's id and the epoch alone.
 *
 * In a view the others are taken out of the ring. So a partner is of the view, and whoever has a partner of the view in
 * the whole dataset keeps them.
 */
export function partnerInDataset(key: Key, { size, members }: PartnerPool): (id: number) => number {
  const ring = makeBijection(key, size);
  const step = (id: number) => ring.at((ring.inverse(id) + 1) % size);
  if (!members) return step;
  // A step leaves the view as often as others stand between two members.
  if (members.size * members.size >= ROWS * size) {
    return (id) => {
      let partner = step(id);
      while (partner !== id && !members.has(partner)) partner = step(partner);
      return partner;
    };
  }
  const places = Uint32Array.from(members, ring.inverse).sort();
  return (id) => ring.at(places[(places.indexOf(ring.inverse(id)) + 1) % places.length]!);
}
