/** What is known of a level of a policy's plans before one is drawn: see `expected.ts`. */
import type { PictureShape } from "../format/format.ts";
import type { OpName } from "../ops/index.ts";
import type { SegmentKind } from "./passes.ts";

/** The pictures of one level. */
export interface ExpectedLevel {
  /** What their ops make of them. */
  shape: PictureShape;
  /** Whether there can be a plan in which none of them has ops. */
  canBePlain: boolean;
  /** What segments there can be in the first pass, and in later ones. Both are empty where pictures never have ops. */
  first: ReadonlySet<SegmentKind>;
  later: ReadonlySet<SegmentKind>;
  /** The ops that pictures can have, whether they can have different numbers of segments, and the sizes on their way. */
  ops: ReadonlySet<OpName>;
  differ: boolean;
  sizes: readonly PictureShape[];
  /** In which of these passes pictures can be of different size, and whether the first is always such a one. */
  ragged: "none" | "first" | "all";
  isAlwaysRagged: boolean;
  /** What of these passes must do where the mixing does each picture's last segment. */
  beforeLast: BeforeLast;
}

export interface BeforeLast {
  /** How many passes a batch needs at least, and at most (two stand for more). */
  least: number;
  most: number;
  /** What segments the first pass can do of pictures that need one. */
  first: ReadonlySet<SegmentKind>;
}
