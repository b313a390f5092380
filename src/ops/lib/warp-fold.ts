import type { PlacedWarp, Warp } from "../op.ts";
import { product } from "./warp-matrix.ts";

/**
 * One warp for `first` and then `second`, or undefined where one read cannot stand for two.
 *
 * - Flips and crops inside the picture only put whole pixels in other places: after any warp they fold with it, and the
 * result is the same but for positions exactly between two pixels; so it is for a warp after a flip. (An average is not
 * cropped: its weights would no longer be whole.)
 * - Two others fold where they agree in interpolation, edge, fill and peer, the first keeps the picture's size, and
 * neither averages or reads from a window. What differs from one after the other: the picture is interpolated once, so
 * it is sharper and not
 * rounded in between; and what the first would have moved out of the picture can be moved back in by the second, where
 * two passes
 *   would show fill.
 * - A warp that says by a function where it reads folds with none.
 */
export function foldWarps(first: Warp | PlacedWarp, second: Warp | PlacedWarp): Warp | undefined {
  if (!("matrix" in first && "matrix" in second)) return undefined;
  if (second.permutes) {
    if (second.size && first.antialias) return undefined;
    return folded(first, second, first, first.permutes);
  }
  if (first.size || second.window) return undefined;
  if (first.permutes) return folded(first, second, second);
  if (first.antialias || second.antialias || first.window || !readAlike(first, second)) return undefined;
  return folded(first, second, first);
}

/** Their product, read as one of them is. */
function folded(first: Warp, second: Warp, reading: Warp, permutes?: boolean): Warp {
  const warp = makeWarp(product(first.matrix, second.matrix), reading, reading);
  warp.size = second.size ?? first.size;
  warp.permutes = permutes;
  return warp;
}

/** What a warp may have besides. */
export type WarpMore = Pick<Warp, "size" | "antialias" | "window" | "permutes">;

const NO_MORE: WarpMore = {};

/** A warp. All are made here, with all fields in one order: engines go through objects of one shape much faster. */
export function makeWarp(
  matrix: readonly number[],
  { interpolation, edge, fill, peer }: Pick<Warp, "interpolation" | "edge" | "fill" | "peer">,
  { size, antialias, window, permutes }: WarpMore = NO_MORE,
): Warp {
  return { matrix, interpolation, edge, fill, peer, size, antialias, window, permutes };
}

function readAlike(a: Warp, b: Warp): boolean {
  return (
    a.interpolation === b.interpolation &&
    a.edge === b.edge &&
    a.peer === b.peer &&
    (a.edge !== "constant" || fillAlike(a, b))
  );
}

function fillAlike({ fill: a }: Warp, { fill: b }: Warp): boolean {
  return a === b || (a?.length === b?.length && (a ?? []).every((level, c) => level === b?.[c]));
}
