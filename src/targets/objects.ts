/** Objects as they are handed in: boxes, and what belongs to each. */
import { found, InputError } from "../check/errors.ts";
import { isArray, isListOf } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { oneOf } from "../check/values.ts";
import { type Boxes, checkFormat, numbersOf } from "./boxes.ts";
import { type BoxFormat, NUMBERS } from "./formats.ts";

/** The objects of many pictures, one picture after the other. M is how many there are together. */
export interface ObjectSet {
  /** What the numbers of a box are. */
  format: BoxFormat;
  /** Whether boxes, points and vertices are divided by their own picture's width and height. Default false. */
  normalized?: boolean;
  /** N + 1 numbers for N pictures: picture i has the objects from offsets[i] on, up to offsets[i + 1]. */
  offsets?: Uint32Array;
  /** M boxes in one array, with `offsets`; or a list of boxes for each picture. */
  boxes: Boxes | readonly (readonly (readonly number[])[])[];
  /** M class ids, below 2^32. Left out they are 0. */
  labels?: Uint32Array | readonly number[];
  keypoints?: Keypoints;
  polygons?: Polygons;
  /** What else belongs to the objects: one value each, or equally many. It is handed on with them. */
  fields?: Readonly<Record<string, Field>>;
  /** What is done about a box without area in its picture: refuse it (default), or leave it out. */
  degenerate?: "throw" | "drop";
}

export interface Keypoints {
  /** M × K × 3: x, y and v. v is 0 for a point that isn't there, and such a point is handed on as it is. */
  data: Float32Array | Float64Array | readonly number[];
  /** K, the same for every object. */
  count: number;
  /**
   * What x = 0 is: the middle of the first pixel (`index`, as in COCO's files) or the edge of the picture (`edge`, as
   * YOLO has it). Default `index`, and `edge` where numbers are normalised.
   */
  at?: "index" | "edge";
  /** Pairs of points that are called left and right: they change places where the picture is mirrored. */
  swap?: readonly (readonly [number, number])[];
}

/** Rings that outline the objects more closely than boxes. */
export interface Polygons {
  /** x and y of all vertices, one ring after the other. */
  vertices: Float32Array | Float64Array | readonly number[];
  /** One number more than there are rings: the vertex that each begins with. */
  offsets: Uint32Array | readonly number[];
  /** M + 1 numbers, where objects have several rings: the ring that each object begins with. Left out, one each. */
  rings?: Uint32Array | readonly number[];
}

export type Field =
  | Uint8Array
  | Uint8ClampedArray
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array
  | readonly unknown[];

/** A set that was looked over: lengths fit, and numbers are read when they are needed. */
export interface CheckedObjects {
  path: string;
  format: BoxFormat;
  normalized: boolean;
  pictures: number;
  count: number;
  offsets: ArrayLike<number>;
  boxes: ArrayLike<number>;
  labels: ArrayLike<number> | undefined;
  keypoints: Required<Keypoints> | undefined;
  polygons:
    | { vertices: ArrayLike<number>; offsets: ArrayLike<number>; rings: ArrayLike<number> | undefined }
    | undefined;
  fields: Readonly<Record<string, Field>>;
  drops: boolean;
}

const KEYS = [
  "format",
  "normalized",
  "offsets",
  "boxes",
  "labels",
  "keypoints",
  "polygons",
  "fields",
  "degenerate",
] as const satisfies (keyof ObjectSet)[];

/** @throws InputError for lengths and types that do not go together */
export function checkObjects(path: string, set: ObjectSet): CheckedObjects {
  knownKeys(path, set, KEYS);
  const format = checkFormat(`${path}.format`, set.format);
  const { normalized = false, degenerate = "throw" } = set;
  if (typeof normalized !== "boolean") throw new InputError(`${path}.normalized`, "true or false", normalized);
  oneOf(`${path}.degenerate`, degenerate, ["throw", "drop"]);
  const { boxes, offsets } = boxesOf(path, set, format);
  const count = boxes.length / NUMBERS[format];
  return {
    path,
    format,
    normalized,
    pictures: offsets.length - 1,
    count,
    offsets,
    boxes,
    labels: labelsOf(`${path}.labels`, set.labels, count),
    keypoints: keypointsOf(`${path}.keypoints`, set.keypoints, count, normalized),
    polygons: polygonsOf(`${path}.polygons`, set.polygons, count),
    fields: fieldsOf(`${path}.fields`, set.fields, count),
    drops: degenerate === "drop",
  };
}

function boxesOf(path: string, { boxes, offsets }: ObjectSet, format: BoxFormat) {
  if (offsets !== undefined) {
    const flat = boxes instanceof Float32Array || boxes instanceof Float64Array ? boxes : listed(path, boxes, format);
    const step = NUMBERS[format];
    if (flat.length % step !== 0)
      throw new InputError(
        `${path}.boxes`,
        `whole boxes, of ${step} numbers each in ${format}`,
        found(`${flat.length} numbers`),
      );
    checkOffsets(`${path}.offsets`, offsets, flat.length / step, "boxes");
    return { boxes: flat, offsets };
  }
  if (!Array.isArray(boxes))
    throw new InputError(`${path}.offsets`, "where each picture's boxes begin, for boxes in one array", offsets);
  const lists = Array.from(boxes as unknown[], (list, i) => {
    if (!Array.isArray(list)) throw new InputError(`${path}.boxes[${i}]`, "a list of the picture's boxes", list);
    return listed(`${path}.boxes[${i}]`, list, format);
  });
  const starts = [0];
  for (const list of lists) starts.push(starts.at(-1)! + list.length / NUMBERS[format]);
  return { boxes: lists.flatMap((list) => Array.from(list)), offsets: starts };
}

const listed = (path: string, boxes: unknown, format: BoxFormat) =>
  numbersOf(path.endsWith("]") ? path : `${path}.boxes`, boxes, format);

/** Refuses all but whole numbers from 0 to `end`, none less than the one before. */
export function checkOffsets(path: string, offsets: unknown, end: number, of: string): void {
  if (!isArray(offsets) || offsets.length === 0) throw new InputError(path, "a Uint32Array", offsets);
  const numbers = offsets as ArrayLike<number>;
  let last = 0;
  for (let i = 0; i < numbers.length; i++) {
    const offset = numbers[i]!;
    if (!Number.isInteger(offset) || offset < last || (i === 0 && offset !== 0))
      throw new InputError(`${path}[${i}]`, i === 0 ? "0" : `a whole number of at least ${last}`, offset);
    last = offset;
  }
  if (last !== end) throw new InputError(`${path}[${numbers.length - 1}]`, `${end}, as there are ${of}`, last);
}

function labelsOf(path: string, labels: unknown, count: number): ArrayLike<number> | undefined {
  if (labels === undefined) return undefined;
  const isList = labels instanceof Uint32Array || Array.isArray(labels);
  if (!isList || labels.length !== count) throw new InputError(path, `a Uint32Array of ${count} class ids`, labels);
  if (Array.isArray(labels))
    labels.forEach((label: unknown, i) => {
      if (typeof label !== "number" || label >>> 0 !== label)
        throw new InputError(`${path}[${i}]`, "a class id, a whole number below 2^32", label);
    });
  return labels as ArrayLike<number>;
}

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  value instanceof Float32Array ||
  value instanceof Float64Array ||
  isListOf(value, (number) => typeof number === "number");

function keypointsOf(path: string, points: unknown, count: number, normalized: boolean) {
  if (points === undefined) return undefined;
  knownKeys(path, points, ["data", "count", "at", "swap"]);
  const { data, count: each, at = normalized ? "edge" : "index", swap = [] } = points as Keypoints;
  if (!Number.isInteger(each) || each < 1) throw new InputError(`${path}.count`, "a positive integer", each);
  if (!isNumbers(data) || data.length !== count * each * 3)
    throw new InputError(`${path}.data`, `a Float32Array of ${count} × ${each} × 3 numbers, x, y and v`, data);
  oneOf(`${path}.at`, at, ["index", "edge"]);
  if (!Array.isArray(swap)) throw new InputError(`${path}.swap`, "a list of pairs of points", swap);
  const taken = new Set<unknown>();
  Array.from(swap as unknown[]).forEach((pair, i) => {
    const isPair =
      Array.isArray(pair) &&
      pair.length === 2 &&
      pair.every((k) => Number.isInteger(k) && k >= 0 && k < each && !taken.has(k)) &&
      pair[0] !== pair[1];
    if (!isPair) throw new InputError(`${path}.swap[${i}]`, `two points of 0 to ${each - 1}, each in one pair`, pair);
    for (const k of pair) taken.add(k);
  });
  return { data, count: each, at, swap };
}

function polygonsOf(path: string, polygons: unknown, count: number) {
  if (polygons === undefined) return undefined;
  knownKeys(path, polygons, ["vertices", "offsets", "rings"]);
  const { vertices, offsets, rings } = polygons as Polygons;
  if (!isNumbers(vertices) || vertices.length % 2 !== 0)
    throw new InputError(`${path}.vertices`, "a Float32Array of x and y of every vertex", vertices);
  checkOffsets(`${path}.offsets`, offsets, vertices.length / 2, "vertices");
  if (rings !== undefined) {
    checkOffsets(`${path}.rings`, rings, offsets.length - 1, "rings");
    if (rings.length !== count + 1)
      throw new InputError(`${path}.rings`, `${count + 1} numbers, one more than objects`, found(`${rings.length}`));
  } else if (offsets.length !== count + 1) {
    throw new InputError(`${path}.offsets`, `${count + 1} numbers, one more than objects`, found(`${offsets.length}`));
  }
  for (let i = 0; i + 1 < offsets.length; i++) {
    if (offsets[i + 1]! - offsets[i]! < 3)
      throw new InputError(`${path}.offsets[${i}]`, "rings of three vertices at least", offsets[i + 1]! - offsets[i]!);
  }
  return { vertices, offsets, rings };
}

function fieldsOf(path: string, fields: unknown, count: number): Readonly<Record<string, Field>> {
  if (fields === undefined) return {};
  if (!isOptions(fields)) throw new InputError(path, "an object of lists by name", fields);
  for (const [name, field] of Object.entries(fields)) {
    const fits = isArray(field) && (count === 0 ? field.length === 0 : field.length > 0 && field.length % count === 0);
    if (!fits) throw new InputError(`${path}.${name}`, `a list of ${count} values, or equally many for each`, field);
  }
  return fields as Readonly<Record<string, Field>>;
}
