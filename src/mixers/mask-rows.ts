import type { MaskShape } from "../plan/plan.ts";
import { partnerShare } from "./masks/plane.ts";
import type { BareRow } from "./mixer.ts";

/** A mask row whose label is counted. */
export function maskRow(mask: MaskShape, height: number, width: number): BareRow {
  return { mixer: "mask", own: 0, partner: 0, mask, lambda: Math.fround(1 - partnerShare(mask, { height, width })) };
}

/** Draws that are asked for the same id in turn (a batch that shares one mask) make the mask once, and a row each. */
export function remembered(make: (id: number) => BareRow): (id: number) => BareRow {
  let last: { id: number; row: BareRow } | undefined;
  return (id) => {
    if (last?.id !== id) last = { id, row: make(id) };
    return { ...last.row };
  };
}
