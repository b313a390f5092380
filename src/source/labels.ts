/** Class ids and class names, checked once for every source. */
import { found, InputError, SourceError, show } from "../check/errors.ts";

/** Integers, one per picture. A float array is refused: an id is never a float. */
export type LabelInput = readonly number[] | Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array;

export interface ClassOptions {
  /** Number of classes K: every id must lie in 0..K − 1. Without it (and without names) any id is taken. */
  classes?: number;
  /** A name for every class. */
  classNames?: readonly string[];
}

/** Checks `classes` against `classNames` and returns the number of classes, where either says it. */
export function checkClasses({ classes, classNames }: ClassOptions): number | undefined {
  if (classes !== undefined && !(Number.isInteger(classes) && classes >= 1)) {
    throw new InputError("classes", "a whole number of at least 1", classes);
  }
  if (classNames === undefined) return classes;
  if (!Array.isArray(classNames) || classNames.length === 0) throw new InputError("classNames", "a list of names", classNames);
  const wrong = classNames.findIndex((name) => typeof name !== "string");
  if (wrong >= 0) throw new InputError(`classNames[${wrong}]`, "a string", classNames[wrong]);
  if (classes !== undefined && classNames.length !== classes) {
    throw new InputError("classNames", `${classes} names, one per class`, found(`${classNames.length}`));
  }
  return classNames.length;
}

/**
 * N class ids as u32.
 *
 * @param path what messages call them: a file's name, or `labels`
 * @param classes K, when known
 * @throws SourceError for a wrong count, a float, a negative id, or one that is K or more
 */
export function checkLabels(path: string, labels: LabelInput, count: number, classes?: number): Uint32Array {
  if (!isLabelArray(labels)) throw notLabels(path, labels);
  if (labels.length !== count) throw new SourceError(path, `${count} labels, one per picture`, found(`${labels.length}`));
  const ids = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const id: unknown = labels[i];
    if (Array.isArray(id) || ArrayBuffer.isView(id)) {
      throw new SourceError(`${path}[${i}]`, "a class id (soft or multi-label rows go into labelRows)", id);
    }
    if (!isId(id) || (classes !== undefined && id >= classes)) throw new SourceError(`${path}[${i}]`, idRange(classes), id);
    ids[i] = id;
  }
  return ids;
}

function isLabelArray(labels: unknown): labels is LabelInput {
  if (Array.isArray(labels)) return true;
  return [Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array].some((type) => labels instanceof type);
}

function isId(id: unknown): id is number {
  return typeof id === "number" && Number.isInteger(id) && id >= 0 && id < 2 ** 32;
}

function idRange(classes: number | undefined): string {
  return classes === undefined ? "a class id (a whole number of at least 0)" : `a class id 0..${classes - 1}`;
}

function notLabels(path: string, labels: unknown): SourceError {
  const float = ArrayBuffer.isView(labels) && /^Float/.test(labels.constructor.name);
  const words = float ? `${show(labels)} (ids are never a float; soft rows go into labelRows)` : show(labels);
  return new SourceError(path, "class ids as whole numbers (number[], Uint8Array, Uint32Array …)", found(words));
}
