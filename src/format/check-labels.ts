/** Labels in host memory. */

import { found, InputError } from "../check/errors.ts";
import type { LabelOptions } from "./format.ts";

/**
 * Checks an array of labels for `size` pictures and says what it holds; undefined for what is no such array.
 * @throws InputError for a wrong length, a class id of `classes` or more, a weight that is no finite number, or another
 * form than `form`
 */
export function checkHostLabels(
  path: string,
  given: unknown,
  size: number,
  classes: number,
  form?: "ids" | "rows",
): "ids" | "rows" | undefined {
  if (given instanceof Float32Array) {
    if (form === "ids") throw new InputError(path, "a Uint32Array of class ids: ids are never a float", given);
    if (given.length !== size * classes)
      throw new InputError(path, `${size} rows of ${classes} weights`, found(`${given.length} numbers`));
    const bad = given.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new InputError(`${path}[${bad}]`, "a finite number", given[bad]);
    return "rows";
  }
  if (given instanceof Uint32Array) {
    if (form === "rows") throw new InputError(path, "a Float32Array of label rows", given);
    if (given.length !== size) throw new InputError(path, `${size} class ids`, found(`${given.length}`));
    const bad = given.findIndex((id) => id >= classes);
    if (bad >= 0) throw new InputError(`${path}[${bad}]`, `a class id in 0..${classes - 1}`, given[bad]);
    return "ids";
  }
  return undefined;
}

export function checkSparse(labels: LabelOptions, form: "ids" | "rows" | undefined): void {
  if (labels.sparse && form === "rows")
    throw new InputError(
      "labels.sparse",
      "class ids as input (a row of weights has no single class)",
      found("label rows"),
    );
}
