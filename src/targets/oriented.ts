/** Boxes that keep their direction. */
import type { Corners } from "./formats.ts";
import { lengthOf } from "./formats.ts";
import { type Carried, carry } from "./points.ts";
import type { Ring } from "./ring.ts";
import type { Seen } from "./seen.ts";

/**
 * The rectangle along the moved first side of a box that encloses what is left of it: four corners. Never the smallest
 * rectangle around the rest, whose direction jumps with every cut.
 */
export function orientedCorners(seen: Seen, box: Corners, pieces: readonly Ring[], into: Corners): void {
  rectangleAlong(firstSide(seen, box), pieces, into);
}

/** The same along any vector. */
export function rectangleAlong(side: readonly [x: number, y: number], pieces: readonly Ring[], into: Corners): void {
  const length = lengthOf(side[0], side[1]);
  const [cos, sin] = length > 0 ? [side[0] / length, side[1] / length] : [1, 0];
  let [left, right, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const piece of pieces) {
    for (let i = 0; i < piece.length; i += 2) {
      const along = piece[i]! * cos + piece[i + 1]! * sin;
      const across = piece[i + 1]! * cos - piece[i]! * sin;
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, across);
      bottom = Math.max(bottom, across);
    }
  }
  const corner = (at: number, along: number, across: number) => {
    into[at] = along * cos - across * sin;
    into[at + 1] = along * sin + across * cos;
  };
  corner(0, left, top);
  corner(2, right, top);
  corner(4, right, bottom);
  corner(6, left, bottom);
}

const start: Carried = { x: 0, y: 0, shows: false, isAhead: true, isHidden: false };
const end: Carried = { ...start };

/** The moved first side. Tiles move the whole box as they move its middle. */
function firstSide(seen: Seen, box: Corners): [x: number, y: number] {
  const trail = seen.moves.filter(({ kind }) => kind !== "tiles");
  // Of the farthest that the cells' bases say, as points are carried.
  const size = { height: Number.POSITIVE_INFINITY, width: Number.POSITIVE_INFINITY };
  carry(trail, size, box[0]!, box[1]!, start);
  carry(trail, size, box[2]!, box[3]!, end);
  return start.isAhead && end.isAhead ? [end.x - start.x, end.y - start.y] : [1, 0];
}
