/** Leaves out objects by their own numbers, and what belongs to them with them. */
import { found, InputError } from "../check/errors.ts";
import { isArray } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import type { Size } from "../format/format.ts";
import { type Boxes, checkSize, formOf, numbersOf } from "./boxes.ts";
import { filterOf, keeps, THRESHOLDS, type Thresholds } from "./filter.ts";
import { type BoxFormat, boundsOf, isOriented, lengthOf, NUMBERS, readCorners, unitOf } from "./formats.ts";
import { checkOffsets, type Field } from "./objects.ts";
import { areaOf } from "./ring.ts";
import { type ObjectBatch, pickRows } from "./table.ts";

/** Boxes with columns beside them: an `ObjectBatch`, or whatever has its names. */
export interface BoxTable {
  boxes: Boxes;
  format: BoxFormat;
  normalized?: boolean;
  /** Of the picture. Where it is given, boxes that stick out of it are left out. Normalised boxes need it. */
  size?: Size;
  offsets?: Uint32Array;
  labels?: Uint32Array;
  /** Columns that thresholds look at. Left out, `area` is the box's, the others are 1. */
  weight?: Float32Array;
  visible?: Float32Array;
  area?: Float32Array;
  source?: Uint32Array;
  index?: Uint32Array;
  kept?: Uint8Array;
  keypoints?: ObjectBatch["keypoints"];
  polygons?: ObjectBatch["polygons"];
  fields?: Record<string, Field>;
}

const COLUMNS = ["labels", "weight", "visible", "area", "source", "index", "kept"] as const;
const KEYS = [
  "boxes",
  "format",
  "normalized",
  "size",
  "offsets",
  ...COLUMNS,
  "keypoints",
  "polygons",
  "fields",
] as const satisfies (keyof BoxTable)[];

/**
 * The rows of a table of boxes that meet thresholds, with every column: what `transformObjects` returned, or boxes of
 * your own.
 *
 * @param table boxes and what belongs to them; it stays as it is
 * @param thresholds as in `transformObjects`. Both sides of a turned box are tested
 * @returns the same columns, shorter. `boxes` are in one array
 * @throws InputError for columns of another length, thresholds out of range
 */
export function sanitizeBoxes<Table extends BoxTable>(table: Table, thresholds: Thresholds = {}): Table {
  const path = "sanitizeBoxes.table";
  knownKeys(path, table, KEYS);
  knownKeys("sanitizeBoxes.thresholds", thresholds, THRESHOLDS);
  const filter = filterOf("sanitizeBoxes.thresholds", thresholds);
  const { format, normalized } = formOf(path, { format: table.format, normalized: table.normalized ?? false });
  const size = table.size === undefined ? undefined : checkSize(`${path}.size`, table.size);
  if (normalized && !size) throw new InputError(`${path}.size`, "{ height, width }, for normalised boxes", size);
  const numbers = numbersOf(`${path}.boxes`, table.boxes, format);
  const count = numbers.length / NUMBERS[format];
  checkColumns(path, table, count);
  const units = unitOf({ format, normalized }, size ?? { height: 1, width: 1 });
  const slack = size && !(isEdges(format) && !normalized) ? ROUNDING * Math.max(size.height, size.width) : 0;
  const corners = new Float64Array(8);
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    readCorners(numbers, row * NUMBERS[format], format, units, corners);
    const sides = sidesOf(corners, format);
    const kept = {
      ...sides,
      area: table.area?.[row] ?? areaOfSides(sides, corners, format),
      visible: table.visible?.[row] ?? 1,
      weight: table.weight?.[row] ?? 1,
    };
    if (isWithin(corners, size, slack) && keeps(filter, kept) && table.kept?.[row] !== 0) rows.push(row);
  }
  return pickTable(table, numbers, rows);
}

/** How far edges may be off in a table whose numbers aren't the edges themselves, in shares of the longer side. */
const ROUNDING = 2 ** -20;

const isEdges = (format: BoxFormat): boolean => format === "xyxy" || format === "yxyx" || format === "xyxyxyxy";

/** Width and height; of an upright box that is inverted, below 0. */
function sidesOf(corners: Float64Array, format: BoxFormat): { width: number; height: number } {
  const [x0, y0, x1, y1, x2, y2] = corners as unknown as [number, number, number, number, number, number];
  if (!isOriented(format)) return { width: x2 - x0, height: y2 - y0 };
  return { width: lengthOf(x1 - x0, y1 - y0), height: lengthOf(x2 - x1, y2 - y1) };
}

const areaOfSides = (sides: { width: number; height: number }, corners: Float64Array, format: BoxFormat): number =>
  format === "xyxyxyxy" ? areaOf(corners) : Math.fround(sides.width) * Math.fround(sides.height);

function isWithin(corners: Float64Array, size: Size | undefined, slack: number): boolean {
  if (!size) return true;
  const [x0, y0, x1, y1] = boundsOf(corners);
  return x0 >= -slack && y0 >= -slack && x1 <= size.width + slack && y1 <= size.height + slack;
}

/** Refuses columns of another length than the boxes. */
function checkColumns(path: string, table: BoxTable, count: number): void {
  for (const name of COLUMNS) {
    const column: unknown = table[name];
    if (column !== undefined && !(isNumeric(column) && column.length === count))
      throw new InputError(`${path}.${name}`, `${count} numbers, one a box`, column);
  }
  const { offsets, keypoints, polygons, fields } = table;
  if (offsets !== undefined) checkOffsets(`${path}.offsets`, offsets, count, "boxes");
  if (keypoints !== undefined) checkPoints(`${path}.keypoints`, keypoints, count);
  if (polygons !== undefined) checkRings(`${path}.polygons`, polygons, count);
  if (fields === undefined) return;
  if (!isOptions(fields)) throw new InputError(`${path}.fields`, "an object of lists by name", fields);
  for (const [name, field] of Object.entries(fields)) {
    if (!isArray(field) || (count > 0 ? field.length % count !== 0 : field.length > 0))
      throw new InputError(`${path}.fields.${name}`, `${count} values, or equally many for each box`, field);
  }
}

/** A typed array of numbers. */
const isNumeric = (value: unknown): value is Float32Array =>
  ArrayBuffer.isView(value) &&
  "length" in value &&
  !(value instanceof BigInt64Array || value instanceof BigUint64Array);

function checkPoints(path: string, keypoints: unknown, count: number): void {
  knownKeys(path, keypoints, ["data", "count", "at"]);
  const { data, count: each } = keypoints as NonNullable<BoxTable["keypoints"]>;
  if (!Number.isInteger(each) || each < 1) throw new InputError(`${path}.count`, "a positive integer", each);
  if (!(data instanceof Float32Array) || data.length !== count * each * 3)
    throw new InputError(`${path}.data`, `a Float32Array of ${count} × ${each} × 3 numbers`, data);
}

function checkRings(path: string, polygons: unknown, count: number): void {
  knownKeys(path, polygons, ["vertices", "offsets", "rings"]);
  const { vertices, offsets, rings } = polygons as NonNullable<BoxTable["polygons"]>;
  if (!isNumeric(vertices) || vertices.length % 2 !== 0)
    throw new InputError(`${path}.vertices`, "a Float32Array of x and y of every vertex", vertices);
  checkOffsets(`${path}.offsets`, offsets, vertices.length / 2, "vertices");
  checkOffsets(`${path}.rings`, rings, offsets.length - 1, "rings");
  if (rings.length !== count + 1)
    throw new InputError(`${path}.rings`, `${count + 1} numbers, one more than boxes`, found(`${rings.length}`));
}

function pickTable<Table extends BoxTable>(table: Table, numbers: ArrayLike<number>, rows: number[]): Table {
  const count = numbers.length / NUMBERS[table.format];
  const boxes = numbers instanceof Float64Array ? numbers : Float32Array.from(numbers);
  const made: BoxTable = { ...table, boxes: pickRows(boxes, rows, NUMBERS[table.format]) as Float32Array };
  for (const name of COLUMNS) {
    const column = table[name];
    if (column) Object.assign(made, { [name]: pickRows(column, rows, 1) });
  }
  const { offsets, keypoints, polygons, fields } = table;
  if (offsets) made.offsets = Uint32Array.from(offsets, (offset) => rows.filter((row) => row < offset).length);
  if (keypoints)
    made.keypoints = { ...keypoints, data: pickRows(keypoints.data, rows, 3 * keypoints.count) as Float32Array };
  if (polygons) made.polygons = pickPolygons(polygons, rows);
  if (fields)
    made.fields = Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        pickRows(field, rows, count === 0 ? 0 : field.length / count),
      ]),
    );
  return made as Table;
}

function pickPolygons(polygons: NonNullable<BoxTable["polygons"]>, rows: readonly number[]) {
  const vertices: number[] = [];
  const offsets = [0];
  const rings = [0];
  for (const row of rows) {
    for (let ring = polygons.rings[row]!; ring < polygons.rings[row + 1]!; ring++) {
      for (let i = 2 * polygons.offsets[ring]!; i < 2 * polygons.offsets[ring + 1]!; i++)
        vertices.push(polygons.vertices[i]!);
      offsets.push(vertices.length / 2);
    }
    rings.push(offsets.length - 1);
  }
  return { vertices: Float32Array.from(vertices), offsets: Uint32Array.from(offsets), rings: Uint32Array.from(rings) };
}
