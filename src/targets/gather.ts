/** Objects of single pictures, read here and there, put together to one set. */
import { found, InputError } from "../check/errors.ts";
import { isOptions } from "../check/options.ts";
import type { Size } from "../format/format.ts";
import { NUMBERS } from "./formats.ts";
import { type CheckedObjects, checkObjects, type Field, type ObjectSet } from "./objects.ts";
import { checkOutlines } from "./outline.ts";

/** The objects of one picture of a set. */
export class ObjectsOf {
  constructor(
    readonly set: CheckedObjects,
    /** Which of the set's pictures. */
    readonly picture: number,
  ) {}

  /** One set of all of them, in that order. @throws InputError where their columns are not the same */
  gather(path: string, all: readonly ObjectsOf[]): CheckedObjects {
    return gathered(path, all);
  }
}

/**
 * The objects of pictures that were just read: of one that could not be, none are looked at. One whose numbers are
 * wrong has an error in its place.
 * @throws InputError for what is no set of so many pictures
 */
export function checkReadObjects(
  path: string,
  given: ObjectSet,
  sizes: readonly (Size | Error)[],
): (ObjectsOf | Error)[] {
  if (!isOptions(given as unknown)) throw new InputError(path, "{ format, boxes, … }", given);
  const set = checkObjects(path, given);
  if (set.pictures !== sizes.length)
    throw new InputError(path, `the objects of ${sizes.length} pictures, as were asked for`, found(`${set.pictures}`));
  return sizes.map((size, picture) => {
    const objects = new ObjectsOf(set, picture);
    if (size instanceof Error) return objects;
    try {
      checkOutlines(set, () => size, [picture, picture + 1]);
    } catch (error) {
      return error as Error;
    }
    return objects;
  });
}

function gathered(path: string, all: readonly ObjectsOf[]): CheckedObjects {
  const first = all[0]!.set;
  for (const { set } of all) if (set !== first) checkColumns(path, set, first);
  const offsets = new Uint32Array(all.length + 1);
  const ranges = all.map(({ set, picture }, i) => {
    const [from, end] = [set.offsets[picture]!, set.offsets[picture + 1]!];
    offsets[i + 1] = offsets[i]! + end - from;
    return { set, from, end };
  });
  const count = offsets[all.length]!;
  const column = (of: (set: CheckedObjects) => ArrayLike<number>, each: number) => {
    const made = new Float64Array(count * each);
    ranges.forEach(({ set, from, end }, i) => {
      copyInto(made, offsets[i]! * each, of(set), from * each, end * each);
    });
    return made;
  };
  const { format, normalized, keypoints, fields, drops } = first;
  const hasLabels = ranges.some(({ set }) => set.labels);
  const labels = new Uint32Array(hasLabels ? count : 0);
  ranges.forEach(({ set, from, end }, i) => {
    if (set.labels) copyInto(labels, offsets[i]!, set.labels, from, end);
  });
  return {
    ...{ path, format, normalized, drops, pictures: all.length, count, offsets },
    boxes: column(({ boxes }) => boxes, NUMBERS[format]),
    labels: hasLabels ? labels : undefined,
    keypoints: keypoints && {
      ...keypoints,
      data: column((set) => set.keypoints!.data, 3 * keypoints.count),
    },
    polygons: first.polygons && polygonsOf(ranges),
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, fieldOf(name, ranges, count)])),
  };
}

interface Range {
  set: CheckedObjects;
  from: number;
  end: number;
}

function copyInto(to: Float64Array | Uint32Array, at: number, values: ArrayLike<number>, from: number, end: number) {
  for (let i = from; i < end; i++) to[at + i - from] = values[i]!;
}

function polygonsOf(ranges: readonly Range[]): NonNullable<CheckedObjects["polygons"]> {
  const vertices: number[] = [];
  const offsets = [0];
  const rings = [0];
  for (const { set, from, end } of ranges) {
    const polygons = set.polygons!;
    for (let object = from; object < end; object++) {
      const first = polygons.rings?.[object] ?? object;
      const last = polygons.rings?.[object + 1] ?? object + 1;
      for (let ring = first; ring < last; ring++) {
        for (let i = 2 * polygons.offsets[ring]!; i < 2 * polygons.offsets[ring + 1]!; i++)
          vertices.push(polygons.vertices[i]!);
        offsets.push(vertices.length / 2);
      }
      rings.push(offsets.length - 1);
    }
  }
  return { vertices, offsets, rings };
}

/** A further column. Its type is that of the first set that has values of it. */
function fieldOf(name: string, ranges: readonly Range[], count: number): Field {
  const [some = ranges[0]!] = ranges.filter(({ set }) => set.count > 0);
  const like = some.set.fields[name]!;
  const each = some.set.count === 0 ? 1 : like.length / some.set.count;
  const values = ranges.flatMap(({ set, from, end }) =>
    Array.from({ length: (end - from) * each }, (_, i) => set.fields[name]![from * each + i]),
  );
  if (Array.isArray(like)) return values;
  const made = new (like.constructor as new (length: number) => Uint8Array)(count * each);
  made.set(values as number[]);
  return made;
}

/** Refuses objects that cannot stand in one table. */
function checkColumns(path: string, set: CheckedObjects, first: CheckedObjects): void {
  const same: [string, (one: CheckedObjects) => unknown][] = [
    ["format", ({ format }) => format],
    ["normalized", ({ normalized }) => normalized],
    ["keypoints.count", ({ keypoints }) => keypoints?.count ?? 0],
    ["keypoints.at", ({ keypoints }) => keypoints?.at ?? "none"],
    ["polygons", ({ polygons }) => polygons !== undefined],
    ["fields", ({ fields }) => Object.keys(fields).sort().join(", ")],
  ];
  for (const [name, of] of same)
    if (of(set) !== of(first))
      throw new InputError(`${path}.${name}`, `${of(first)}, as of the pictures that were read before`, of(set));
}
