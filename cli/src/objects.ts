/** Boxes and outlines of pictures, and what a plan makes of them. */
import { type Plan, transformObjects } from "mixwell";
import type { Category } from "./manifest.ts";
import { pointsIn, pointsOfClass, pointTableOf } from "./points.ts";

/** An object of a picture file, in its own pixels. */
export interface FileObject {
  /** Which class, counted from 0. */
  label: number;
  /** Left, top, width, height. */
  box: readonly [number, number, number, number];
  /** Its outline, x and y of each vertex: one ring or several. Left out: the box is all that is known. */
  rings?: readonly (readonly number[])[];
  /** Many of them as one, COCO's `iscrowd`. */
  isCrowd?: boolean;
  /** x, y and v of each of its class's points. x = 0 is the middle of the first pixel. */
  keypoints?: readonly number[];
}

/** What is known of a picture file. */
export interface Annotated {
  height: number;
  width: number;
  objects: readonly FileObject[];
}

/** Boxes of a whole input. */
export interface ObjectSource {
  /** The classes, by label. */
  categories: readonly Category[];
  /** @throws CliError for a picture whose size cannot be read */
  of(id: number): Promise<Annotated>;
}

/** An object in a picture that was made. */
export interface RowObject {
  class: number;
  /** Left, top, width, height of what encloses what is left of it, in pixels. */
  box: number[];
  /** The part that its picture has of the pixels, above 0 to 1. */
  weight: number;
  /** How much of it is left, 0 to 1. */
  visible: number;
  /** The number of its picture in IN. */
  of: number;
  /** Its outline, where it had one. */
  segmentation?: number[][];
  /** Where it stands for many. */
  crowd?: true;
  /** x, y and v of its points, where its class has any; 0, 0, 0 for one that does not show. */
  keypoints?: number[];
}

/** How pictures are brought to one size when they are read, and what is kept. */
export interface ObjectRule {
  height: number;
  width: number;
  fit: string;
  minVisible: number;
}

/** The objects of each row of a plan, moved as it moves their pictures. @throws PlanError */
export async function objectsOf(plan: Plan, source: ObjectSource, rule: ObjectRule): Promise<RowObject[][]> {
  const annotated = await Promise.all(plan.sources.map(({ id }) => source.of(id)));
  const loaded = fromFiles(plan, annotated, rule);
  const list = annotated.map(({ objects }) => objects);
  const all = list.flat();
  const boxes = list.map((objects) => objects.map(({ box }) => box));
  const hasRings = all.some(({ rings }) => rings);
  const points = pointTableOf(source.categories);
  const set = {
    format: "xywh" as const,
    boxes,
    labels: all.map(({ label }) => label),
    fields: { isOutlined: all.map(({ rings }) => !!rings), isCrowd: all.map(({ isCrowd }) => !!isCrowd) },
    ...(hasRings && { polygons: polygonsOf(all) }),
    ...(points && { keypoints: pointsIn(all, points) }),
    degenerate: "drop" as const,
  };
  const options = { format: "xywh", minVisibility: rule.minVisible, outside: "zero" } as const;
  const made = transformObjects(loaded, { dataset: set }, options);
  const keypointsAt = (at: number) => {
    const label = made.labels[at]!;
    if (!points || points.classes[label]!.count === 0) return {};
    const length = 3 * points.count;
    const list = made.keypoints!.data.subarray(at * length, (at + 1) * length);
    return { keypoints: pointsOfClass(list, label, points).map(rounded) };
  };
  const rows = Array.from({ length: made.offsets.length - 1 }, (_, row) =>
    Array.from({ length: made.offsets[row + 1]! - made.offsets[row]! }, (_, k) => made.offsets[row]! + k),
  );
  return rows.map((objects) =>
    objects.map((at) => ({
      class: made.labels[at]!,
      box: [...made.boxes.subarray(at * 4, at * 4 + 4)].map(rounded),
      weight: rounded(made.weight[at]!),
      visible: rounded(made.visible[at]!),
      of: plan.sources[made.source[at]!]!.id,
      ...((made.fields.isOutlined as boolean[])[at] && { segmentation: ringsAt(made.polygons!, at) }),
      ...((made.fields.isCrowd as boolean[])[at] && { crowd: true as const }),
      ...keypointsAt(at),
    })),
  );
}

/**
 * The plan as if it had met the files, and resized them itself: so what the resizing cuts off counts as cut off. Its
 * sources are numbered by their place.
 */
function fromFiles(plan: Plan, annotated: readonly Annotated[], { height, width, fit }: ObjectRule): Plan {
  const resize = { op: "resize", height, width, fit } as never;
  const sources = plan.sources.map((source, index) => {
    const { height, width } = annotated[index]!;
    return { ...source, from: "dataset" as const, index, height, width, ops: [resize, ...(source.ops ?? [])] };
  });
  // Such a plan says the size that the sources' own ops lead to.
  const empty = { format: "xywh" as const, boxes: sources.map(() => []) };
  const ownOps = plan.sources.map((source, index) => ({ ...source, from: "dataset" as const, index }));
  const unmixed = { pairing: plan.stages[0]!.pairing, rows: ownOps.map((_, own) => ({ mixer: "none" as const, own })) };
  const first = transformObjects(
    { ...plan, sources: ownOps, batchSize: ownOps.length, stages: [unmixed] },
    { dataset: empty },
    { copies: "ignore" },
  );
  return { ...plan, ...first.size, sources };
}

/** Rings in columns; a box is its own outline where others have one. */
function polygonsOf(objects: readonly FileObject[]) {
  const vertices: number[] = [];
  const offsets = [0];
  const rings = [0];
  for (const { box, rings: given } of objects) {
    for (const ring of given ?? [cornersOf(box)]) {
      vertices.push(...ring);
      offsets.push(vertices.length / 2);
    }
    rings.push(offsets.length - 1);
  }
  return { vertices, offsets, rings };
}

const cornersOf = ([x, y, width, height]: FileObject["box"]): number[] => [
  ...[x, y, x + width, y],
  ...[x + width, y + height, x, y + height],
];

interface Table {
  vertices: Float32Array;
  offsets: Uint32Array;
  rings: Uint32Array;
}

const ringsAt = ({ vertices, offsets, rings }: Table, object: number): number[][] =>
  Array.from({ length: rings[object + 1]! - rings[object]! }, (_, k) => {
    const ring = rings[object]! + k;
    return [...vertices.subarray(2 * offsets[ring]!, 2 * offsets[ring + 1]!)].map(rounded);
  });

/** A thousandth of a pixel: what f32 has beyond it are no places. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
