/** What belongs to the pictures (class ids or label rows, class names, fields), checked once for every way in. */
import { type ArgumentError, found, InputError, SourceError, show } from "../check/errors.ts";
import { isArray } from "../check/lists.ts";
import { isOptions, knownKeys, type Refusal } from "../check/options.ts";
import { ownView } from "./host-memory.ts";

/** Integers, one per picture. A float array is refused: an id is never a float. */
export type LabelInput =
  | readonly number[]
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array;

export interface ClassOptions {
  /** Number of classes K: every id must lie in 0..K − 1. Without it (and without names) any id is taken. */
  classes?: number;
  /** A name for every class. */
  classNames?: readonly string[];
}

/** Soft or multi-label rows: N × K finite numbers, flat or one array per picture, or flat with K said. */
export type LabelRowsInput =
  | Float32Array
  | readonly (readonly number[] | Float32Array)[]
  | { readonly data: Float32Array; readonly classes: number };

export interface AnnotationOptions extends ClassOptions {
  /** N class ids. */
  labels?: LabelInput;
  /**
   * Soft or multi-label rows instead of ids: N × K finite numbers, flat, one array per picture, or `{ data, classes }`.
   */
  labelRows?: LabelRowsInput;
  /** Per-picture values that are passed through untouched; each has N entries. */
  fields?: Record<string, ArrayLike<unknown>>;
}

/** The same, checked. Label memory is ours, or a caller's that WebGPU can take. */
export interface Annotations {
  labels?: Uint32Array<ArrayBuffer>;
  labelRows?: { data: Float32Array<ArrayBuffer>; classes: number };
  classNames?: string[];
  fields?: Record<string, ArrayLike<unknown>>;
}

/**
 * Checks all that belongs to `count` pictures. Only what was given is in the result.
 * @param prefix what the paths in messages begin with: `fromBuffer.`
 * @param Refused thrown for numbers that are not what they were said to be
 * @throws InputError for `classes`, `classNames` and labels given twice, `Refused` for the rest
 */
export function checkAnnotations(
  given: AnnotationOptions,
  count: number,
  prefix = "",
  Refused: Refusal = SourceError,
): Annotations {
  const classes = checkClasses(given, prefix);
  const { labels, labelRows, classNames, fields } = given;
  const result: Annotations = {};
  if (labels !== undefined && labelRows !== undefined)
    throw new InputError(`${prefix}labelRows`, "either labels or labelRows", found("both"));
  if (labels !== undefined) result.labels = checkLabels(`${prefix}labels`, labels, count, classes, Refused);
  if (labelRows !== undefined) result.labelRows = checkRows(`${prefix}labelRows`, labelRows, count, classes, Refused);
  if (classNames) result.classNames = [...classNames];
  if (fields !== undefined) result.fields = checkFields(`${prefix}fields`, fields, count, Refused);
  return result;
}

/** Checks `classes` against `classNames` and returns the number of classes, where either says it. */
export function checkClasses({ classes, classNames }: ClassOptions, prefix = ""): number | undefined {
  if (classes !== undefined && !(Number.isInteger(classes) && classes >= 1)) {
    throw new InputError(`${prefix}classes`, "a whole number of at least 1", classes);
  }
  if (classNames === undefined) return classes;
  if (!Array.isArray(classNames) || classNames.length === 0)
    throw new InputError(`${prefix}classNames`, "a list of names", classNames);
  const wrong = Array.from(classNames as unknown[]).findIndex((name) => typeof name !== "string");
  if (wrong >= 0) throw new InputError(`${prefix}classNames[${wrong}]`, "a string", classNames[wrong]);
  if (classes !== undefined && classNames.length !== classes) {
    throw new InputError(`${prefix}classNames`, `${classes} names, one per class`, found(`${classNames.length}`));
  }
  return classNames.length;
}

/**
 * N class ids as u32.
 *
 * @param path what messages call them: a file's name, or `labels`
 * @param classes K, when known
 * @throws `Refused` for a wrong count, a float, a negative id, or one that is K or more
 */
export function checkLabels(
  path: string,
  labels: LabelInput,
  count: number,
  classes?: number,
  Refused: Refusal = SourceError,
): Uint32Array<ArrayBuffer> {
  if (!isLabelArray(labels)) throw notLabels(path, labels, Refused);
  if (labels.length !== count) throw new Refused(path, `${count} labels, one per picture`, found(`${labels.length}`));
  const ids = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const id: unknown = labels[i];
    if (Array.isArray(id) || ArrayBuffer.isView(id)) {
      throw new Refused(`${path}[${i}]`, "a class id (soft or multi-label rows go into labelRows)", id);
    }
    if (!isId(id) || (classes !== undefined && id >= classes)) throw new Refused(`${path}[${i}]`, idRange(classes), id);
    ids[i] = id;
  }
  return ids;
}

function isLabelArray(labels: unknown): labels is LabelInput {
  if (Array.isArray(labels)) return true;
  return [Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array].some(
    (type) => labels instanceof type,
  );
}

function isId(id: unknown): id is number {
  return typeof id === "number" && Number.isInteger(id) && id >= 0 && id < 2 ** 32;
}

function idRange(classes: number | undefined): string {
  return classes === undefined ? "a class id (a whole number of at least 0)" : `a class id 0..${classes - 1}`;
}

function notLabels(path: string, labels: unknown, Refused: Refusal): ArgumentError {
  const float = ArrayBuffer.isView(labels) && /^Float/.test(labels.constructor.name);
  const words = float ? `${show(labels)} (ids are never a float; soft rows go into labelRows)` : show(labels);
  return new Refused(path, "class ids as whole numbers (number[], Uint8Array, Uint32Array …)", found(words));
}

function checkRows(path: string, rows: LabelRowsInput, count: number, classes: number | undefined, Refused: Refusal) {
  const { data, width } = joinRows(path, rows, count, Refused);
  if (classes !== undefined && width !== undefined && "classes" in rows && width !== classes)
    throw new Refused(`${path}.classes`, `${classes}, the number of classes`, width);
  const wanted = classes ?? width ?? data.length / count;
  if (data.length !== count * wanted || !Number.isInteger(wanted) || wanted < 1) {
    const isOpen = classes === undefined && width === undefined;
    const expected = isOpen ? `a multiple of ${count} numbers, one row per picture` : `${count} × ${wanted} numbers`;
    throw new Refused(path, expected, found(`${data.length}`));
  }
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new Refused(`${path}[${Math.floor(wrong / wanted)}][${wrong % wanted}]`, "a finite number", data[wrong]);
  return { data, classes: wanted };
}

/** One flat array, and the length of a row where it is known. */
function joinRows(
  path: string,
  rows: unknown,
  count: number,
  Refused: Refusal,
): { data: Float32Array<ArrayBuffer>; width: number | undefined } {
  if (rows instanceof Float32Array) return { data: ownView(rows), width: undefined };
  if (isRowsWithClasses(rows)) {
    knownKeys(path, rows, ["data", "classes"], Refused);
    const { data, classes } = rows;
    if (!(Number.isInteger(classes) && (classes as number) >= 1))
      throw new Refused(`${path}.classes`, "a whole number of at least 1", classes);
    if (!(data instanceof Float32Array)) throw new Refused(`${path}.data`, "a Float32Array", data);
    return { data: ownView(data), width: classes as number };
  }
  if (!Array.isArray(rows)) throw new Refused(path, "a Float32Array or one array per picture", rows);
  if (rows.length !== count) throw new Refused(path, `${count} rows, one per picture`, found(`${rows.length}`));
  const width: number = rows[0]?.length;
  for (const [i, row] of rows.entries()) {
    const isRow = Array.isArray(row) || row instanceof Float32Array;
    if (!isRow) throw new Refused(`${path}[${i}]`, "an array of numbers", row);
    if (row.length !== width)
      throw new Refused(`${path}[${i}]`, `${width} numbers, as in the first row`, found(`${row.length}`));
    const wrong = row.findIndex((value: unknown) => typeof value !== "number");
    if (wrong >= 0) throw new Refused(`${path}[${i}][${wrong}]`, "a finite number", row[wrong]);
  }
  const data = new Float32Array(count * width);
  for (const [i, row] of rows.entries()) data.set(row, i * width);
  return { data, width: undefined };
}

function isRowsWithClasses(rows: unknown): rows is { data: unknown; classes: unknown } {
  return typeof rows === "object" && rows !== null && "data" in rows && "classes" in rows;
}

function checkFields(path: string, fields: Record<string, ArrayLike<unknown>>, count: number, Refused: Refusal) {
  if (!isOptions(fields)) throw new Refused(path, "lists by name", fields);
  for (const [name, values] of Object.entries(fields)) {
    if (!isArray(values)) throw new Refused(`${path}.${name}`, "an array", values);
    if (values.length !== count)
      throw new Refused(`${path}.${name}`, `${count} entries, one per picture`, found(`${values.length}`));
  }
  return { ...fields };
}
