/** The points of objects, as they come out: as many rows of them as objects, and K in each. */
import type { Size } from "../format/format.ts";
import type { Keypoints } from "./objects.ts";
import { type ObjectAt, wrongObject } from "./outline.ts";
import { isInPart } from "./parts.ts";
import { type Carried, carry, orientationOf } from "./points.ts";
import type { Seen } from "./seen.ts";

/** What a point's coordinates are that left the picture: its place beyond the border, or 0. */
export type OutsidePoints = "keep" | "zero";
/** What v is of a point that is painted over: as it was, or 1 at most (labelled, not visible). */
export type HiddenPoints = "keep" | "mark";

export interface KeypointOptions {
  outside: OutsidePoints;
  hidden: HiddenPoints;
  /** What the numbers that come out are divided by. */
  units: readonly [x: number, y: number];
  at: "index" | "edge";
}

/** The points of one object, as they are given. */
export interface GivenPoints extends ObjectAt {
  keypoints: Required<Keypoints>;
  /** Of its picture. */
  size: Size;
}

const going: Carried = { x: 0, y: 0, shows: false, isAhead: true, isHidden: false };

/** Writes an object's K points from `at` on: x, y and v. */
export function writePoints(
  seen: Seen,
  given: GivenPoints,
  options: KeypointOptions,
  into: Float32Array,
  at: number,
): void {
  const { count, data } = given.keypoints;
  const from = orderOf(given.keypoints, orientationOf(seen.moves));
  for (let k = 0; k < count; k++) {
    const read = (given.object * count + from[k]!) * 3;
    const write = at + 3 * k;
    const v = data[read + 2]!;
    if (v === 0) {
      for (let i = 0; i < 3; i++) into[write + i] = data[read + i]!;
      continue;
    }
    writePoint(seen, given, read, options, into.subarray(write, write + 3));
  }
}

function writePoint(
  seen: Seen,
  given: GivenPoints,
  read: number,
  { outside, hidden, units, at }: KeypointOptions,
  into: Float32Array,
): void {
  const { keypoints, objects, size } = given;
  const { normalized } = objects;
  const { data } = keypoints;
  const half = keypoints.at === "index" ? 0.5 : 0;
  const x = data[read]! * (normalized ? size.width : 1) + half;
  const y = data[read + 1]! * (normalized ? size.height : 1) + half;
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw wrongObject(given, "keypoints", "finite numbers", Number.isFinite(x) ? data[read + 1] : data[read]);
  let shows = false;
  let isHidden = true;
  for (const trail of seen.trails) {
    carry(trail, size, x, y, going);
    if (!going.shows || (seen.isPart && !isInPart(seen, going.x, going.y))) continue;
    shows = true;
    if (!going.isHidden) isHidden = false;
  }
  const v = data[read + 2]!;
  const isNowhere = !going.isAhead || (!shows && outside === "zero");
  const shift = at === "index" ? 0.5 : 0;
  into[0] = isNowhere ? 0 : (going.x - shift) / units[0];
  into[1] = isNowhere ? 0 : (going.y - shift) / units[1];
  into[2] = !shows ? 0 : isHidden && hidden === "mark" ? Math.min(v, 1) : v;
}

const orders = new WeakMap<Required<Keypoints>, readonly number[]>();

/** Which of the given points stands in each place: pairs change places in a picture that is mirrored. */
function orderOf(keypoints: Required<Keypoints>, orientation: 1 | -1): readonly number[] {
  if (orientation === 1) return straightOrder(keypoints.count);
  let order = orders.get(keypoints);
  if (!order) {
    const swapped = [...straightOrder(keypoints.count)];
    for (const [a, b] of keypoints.swap) {
      swapped[a] = b;
      swapped[b] = a;
    }
    order = swapped;
    orders.set(keypoints, order);
  }
  return order;
}

let straight: readonly number[] = [];

function straightOrder(count: number): readonly number[] {
  if (straight.length !== count) straight = Array.from({ length: count }, (_, i) => i);
  return straight;
}
