/** Objects as they come out: columns, a row an object. */
import type { Size } from "../format/format.ts";
import type { BoxFormat } from "./formats.ts";
import type { Field } from "./objects.ts";
import type { PolygonTable } from "./polygons.ts";

/** The objects of a batch, row by row of it. M is how many there are together. */
export interface ObjectBatch {
  /** One number more than rows of the batch: row i has the objects from offsets[i] on, up to offsets[i + 1]. */
  offsets: Uint32Array;
  /** M boxes in `format`, in pixels of the output or, `normalized`, in shares of it. */
  boxes: Float32Array;
  format: BoxFormat;
  normalized: boolean;
  /** Of the output's pictures. */
  size: Size;
  /** M class ids, as they were given; 0 where none were. */
  labels: Uint32Array;
  /** How strongly the picture that an object comes from shows, above 0 to 1: λ or 1 − λ of a blend, 1 of a paste. */
  weight: Float32Array;
  /** How much of the object is still there, 0 to 1 of its area on load. */
  visible: Float32Array;
  /** The area of what is left, in pixels of the output. */
  area: Float32Array;
  /** Where it comes from: the place in `plan.sources`, and in that picture's list of objects. */
  source: Uint32Array;
  index: Uint32Array;
  /** With `keep: "all"`: 1 for the objects that are kept. */
  kept?: Uint8Array;
  /** M × K × 3: x, y and v. */
  keypoints?: { data: Float32Array; count: number; at: "index" | "edge" };
  polygons?: PolygonTable;
  /** The columns that were handed in, with their objects. */
  fields: Record<string, Field>;
}

/** The rows of a field that are listed, in that order. Its type stays. */
export function pickRows(field: Field, rows: ArrayLike<number>, each: number): Field {
  const made = Array.isArray(field)
    ? new Array<unknown>(rows.length * each)
    : new (field.constructor as new (length: number) => Uint8Array)(rows.length * each);
  for (let i = 0; i < rows.length; i++)
    for (let k = 0; k < each; k++) (made as unknown[])[i * each + k] = field[rows[i]! * each + k];
  return made as Field;
}
