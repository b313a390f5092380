import type { Size } from "../format/format.ts";
import type { OpCall, SourceRef } from "../plan/plan.ts";

/** The boxes that crops look at while they draw. `objectsToDraw` makes it of objects. */
export interface ObjectsToDraw {
  /**
   * The boxes of a source picture after some ops: left, top, right, bottom of each, one after the other, in pixels of
   * the picture that the ops make. What is not in it any more has none.
   */
  boxesOf(source: Pick<SourceRef, "from" | "index">, size: Size, calls: readonly OpCall[]): ArrayLike<number>;
}
