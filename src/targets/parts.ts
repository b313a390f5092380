/** Parts of an object that changed places by tiles: which of them hang together where they are now. */
import type { Cell } from "./cells.ts";
import { inverse } from "./matrix.ts";
import { Measure, measure, type Outline } from "./measure.ts";
import type { Ring } from "./ring.ts";
import type { Seen } from "./seen.ts";

/** Nearer than this, in pixels, two sides lie on each other. */
const NEAR = 1e-6;

const alone = /* @__PURE__ */ new Measure();

/**
 * What a picture shows of a source, once for each group of tiles whose parts of an outline touch; as it is where the
 * outline is in one part. Parts that a warp without a matrix moved on together are one.
 */
export function partsOf(seen: Seen, outline: Outline): readonly Seen[] {
  const parts = [...new Set(seen.cells.map(({ part }) => part))];
  if (parts.length < 2) return [seen];
  const there = parts
    .map((part) => ({ part, rings: ringsOf(ofParts(seen, [part]), outline) }))
    .filter(({ rings }) => rings.length > 0);
  if (there.length < 2) return [seen];
  const groups: (typeof there)[] = [];
  for (const one of there) {
    const touched = groups.filter((group) => group.some((other) => touchAny(one.rings, other.rings)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push([...touched.flat(), one]);
  }
  if (groups.length === 1) return [seen];
  // In the order of their first tiles, line by line.
  const order = (group: typeof there) => Math.min(...group.map((one) => there.indexOf(one)));
  groups.sort((one, other) => order(one) - order(other));
  return groups.map((group) =>
    ofParts(
      seen,
      group.map(({ part }) => part),
    ),
  );
}

const ofParts = (seen: Seen, parts: readonly number[]): Seen => {
  const isIn = ({ part }: Cell) => parts.includes(part);
  return { ...seen, cells: seen.cells.filter(isIn), shown: seen.shown?.filter(isIn), isPart: true };
};

function ringsOf(seen: Seen, outline: Outline): Ring[] {
  alone.pieces = [];
  measure(seen, outline, alone);
  return alone.pieces;
}

const touchAny = (these: readonly Ring[], those: readonly Ring[]): boolean =>
  these.some((one) => those.some((other) => touch(one, other)));

/** Whether a side of one lies on a side of the other, for more than a point. */
function touch(one: Ring, other: Ring): boolean {
  for (let i = 0, before = one.length - 2; i < one.length; before = i, i += 2) {
    const [x, y] = [one[before]!, one[before + 1]!];
    const [dx, dy] = [one[i]! - x, one[i + 1]! - y];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length < NEAR) continue;
    /** How far along the side a vertex of the other is, and how far off. */
    const along = (j: number) => ((other[j]! - x) * dx + (other[j + 1]! - y) * dy) / length;
    const off = (j: number) => Math.abs((other[j]! - x) * dy - (other[j + 1]! - y) * dx) / length;
    for (let j = 0, last = other.length - 2; j < other.length; last = j, j += 2) {
      if (off(j) > NEAR || off(last) > NEAR) continue;
      const [a, b] = [along(last), along(j)];
      if (Math.min(Math.max(a, b), length) - Math.max(Math.min(a, b), 0) > NEAR) return true;
    }
  }
  return false;
}

/** Whether a part shows what lies at a place of the picture. */
export function isInPart({ cells, base }: Seen, x: number, y: number): boolean {
  return cells.some(({ forth, planes }) => {
    const back = inverse(forth);
    if (!back) return false;
    const by = back[6]! * x + back[7]! * y + back[8]!;
    const u = (back[0]! * x + back[1]! * y + back[2]!) / by;
    const v = (back[3]! * x + back[4]! * y + back[5]!) / by;
    if (u < -NEAR || v < -NEAR || u > base.size.width + NEAR || v > base.size.height + NEAR) return false;
    for (let at = 0; at < planes.length; at += 3)
      if (planes[at]! * u + planes[at + 1]! * v + planes[at + 2]! < -NEAR) return false;
    return true;
  });
}
