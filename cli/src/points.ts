/** Keypoints of objects: which ones a class has, and where they stand in the one list that a plan moves. */
import type { Category } from "./manifest.ts";
import type { FileObject } from "./objects.ts";

/** Two points, by their numbers, that change places where a picture is mirrored: the left and the right one. */
export type Pair = readonly [number, number];

/** Where the points of each class are. Classes with the same pairs share their places, others have their own. */
export interface PointTable {
  /** How many places there are. */
  count: number;
  swap: Pair[];
  /** By label: the place of the class's first point, and how many it has. */
  classes: readonly { first: number; count: number }[];
}

/** Pairs by what points are called: `left_eye` and `right_eye`. */
export function pairsOf(names: readonly string[]): Pair[] {
  return names.flatMap((name, left) => {
    const other = name.replace(/left/i, (side) => (side === "left" ? "right" : side === "LEFT" ? "RIGHT" : "Right"));
    const right = other === name ? -1 : names.indexOf(other);
    return right < 0 ? [] : [[left, right] as const];
  });
}

/** Names for points that have none, from which `pairsOf` finds their pairs. */
export function namesFor(count: number, pairs: readonly Pair[]): string[] {
  const names = Array.from({ length: count }, (_, point) => `point_${point}`);
  for (const [left, right] of pairs) {
    names[left] = `left_${left}`;
    names[right] = `right_${left}`;
  }
  return names;
}

/** Undefined where no class has points. */
export function pointTableOf(categories: readonly Category[]): PointTable | undefined {
  const groups = new Map<string, { pairs: readonly Pair[]; count: number; first: number }>();
  const keyOf = ({ pairs = [] }: Category) => JSON.stringify(pairs);
  for (const category of categories) {
    const { keypoints = [], pairs = [] } = category;
    if (keypoints.length === 0) continue;
    const group = groups.get(keyOf(category)) ?? { pairs, count: 0, first: 0 };
    group.count = Math.max(group.count, keypoints.length);
    groups.set(keyOf(category), group);
  }
  let count = 0;
  for (const group of groups.values()) {
    group.first = count;
    count += group.count;
  }
  if (count === 0) return undefined;
  const swap = [...groups.values()].flatMap(({ pairs, first }) =>
    pairs.map(([left, right]) => [left + first, right + first] as const),
  );
  const classes = categories.map((category) => ({
    first: category.keypoints?.length ? groups.get(keyOf(category))!.first : 0,
    count: category.keypoints?.length ?? 0,
  }));
  return { count, swap, classes };
}

/** All points of all objects, as `transformObjects` takes them. A point that an object lacks has v = 0. */
export function pointsIn(objects: readonly FileObject[], { count, swap, classes }: PointTable) {
  const data = new Float64Array(objects.length * count * 3);
  for (const [i, { label, keypoints = [] }] of objects.entries())
    data.set(keypoints, 3 * (i * count + classes[label]!.first));
  return { data, count, at: "index" as const, swap };
}

/** x, y and v of the points of a class, out of an object's list. */
export function pointsOfClass(list: ArrayLike<number>, label: number, { classes }: PointTable): number[] {
  const { first, count } = classes[label]!;
  return Array.from({ length: 3 * count }, (_, i) => list[3 * first + i]!);
}
