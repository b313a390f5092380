/** Pictures that are already in memory as numbers. */
import { found, InputError, SourceError, show } from "../check/errors.ts";
import type { HostImages } from "./host-images.ts";
import { type ClassOptions, checkClasses, checkLabels, type LabelInput } from "./labels.ts";
import { allocate } from "./read.ts";

/** Rows of rows of rows of numbers 0..255. */
export type NestedNumbers = readonly (number | NestedNumbers | Uint8Array | Uint8ClampedArray)[];

export interface ArrayInput extends ClassOptions {
  /** Bytes 0..255: one flat array, or nested arrays whose nesting is the shape. Not copied when it is a `Uint8Array`. */
  images: Uint8Array | Uint8ClampedArray | NestedNumbers;
  /** In the order of `layout`: [N, H, W, C] or [N, C, H, W]; [N, H, W] is one channel. May be left out for nested arrays. */
  shape?: readonly number[];
  /** Default `nhwc`. */
  layout?: "nhwc" | "nchw";
  /** N class ids. */
  labels?: LabelInput;
  /** Soft or multi-label rows instead of ids: N × K finite numbers, flat or one array per picture. */
  labelRows?: Float32Array | readonly (readonly number[] | Float32Array)[];
  /** Per-picture values that are passed through untouched; each has N entries. */
  fields?: Record<string, ArrayLike<unknown>>;
}

/**
 * Checks arrays and takes them as pictures.
 *
 * @throws SourceError when the numbers are not what they were said to be; InputError for `shape`, `layout`, `classes` or names
 */
export function fromArrays(input: ArrayInput): HostImages {
  const { layout = "nhwc", labels, labelRows, fields } = input;
  if (layout !== "nhwc" && layout !== "nchw") throw new InputError("layout", '"nhwc" or "nchw"', layout);
  const classes = checkClasses(input);
  const { pixels, shape } = flatten(input.images, input.shape);
  const { count, height, width, channels } = checkShape(shape, layout);
  const wanted = shape.reduce((product, size) => product * size, 1);
  if (pixels.length !== wanted) throw new SourceError("images", `${wanted} bytes (${shape.join(" × ")})`, found(`${pixels.length}`));

  const result: HostImages = { count, height, width, channels, layout, pixels };
  if (labels !== undefined && labelRows !== undefined) throw new InputError("labelRows", "either labels or labelRows", found("both"));
  if (labels !== undefined) result.labels = checkLabels("labels", labels, count, classes);
  if (labelRows !== undefined) result.labelRows = checkRows(labelRows, count, classes);
  if (input.classNames) result.classNames = [...input.classNames];
  if (fields !== undefined) result.fields = checkFields(fields, count);
  return result;
}

function checkShape(shape: readonly number[], layout: "nhwc" | "nchw") {
  const order = layout === "nhwc" ? "[N, H, W, C]" : "[N, C, H, W]";
  if (shape.length !== 3 && shape.length !== 4) throw new InputError("shape", `${order} or [N, H, W]`, shape);
  const wrong = shape.findIndex((size) => !(Number.isSafeInteger(size) && size >= 1));
  if (wrong >= 0) throw new InputError(`shape[${wrong}]`, "a whole number of at least 1", shape[wrong]);
  const [count, a, b, c] = shape as [number, number, number, number?];
  if (c === undefined) return { count, height: a, width: b, channels: 1 };
  return layout === "nhwc" ? { count, height: a, width: b, channels: c } : { count, height: b, width: c, channels: a };
}

function flatten(images: unknown, shape: readonly number[] | undefined): { pixels: Uint8Array; shape: readonly number[] } {
  if (shape !== undefined && !Array.isArray(shape)) throw new InputError("shape", "a list of sizes", shape);
  if (images instanceof Uint8Array || images instanceof Uint8ClampedArray) {
    if (!shape) throw new InputError("shape", "[N, H, W, C] (a flat array has none of its own)", shape);
    return { pixels: new Uint8Array(images.buffer, images.byteOffset, images.length), shape };
  }
  if (!Array.isArray(images)) throw notBytes("images", images);
  const nested = shapeOf(images);
  const flat = nested.length === 1;
  if (flat && !shape) throw new InputError("shape", "[N, H, W, C] (a flat array has none of its own)", shape);
  if (!flat && shape && shape.join() !== nested.join()) throw new SourceError("images", `the shape ${show(shape)}`, found(show(nested)));
  const pixels = allocate(
    nested.reduce((product, size) => product * size, 1),
    "images",
  );
  copyNested(images, nested, 0, "images", pixels, 0);
  return { pixels, shape: flat ? shape! : nested };
}

/** The shape that the first element of each level suggests; `copyNested` holds every other element to it. */
function shapeOf(nested: readonly unknown[]): number[] {
  const shape: number[] = [];
  let level: unknown = nested;
  while (isList(level)) {
    shape.push(level.length);
    level = level[0];
  }
  return shape;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Uint8Array || value instanceof Uint8ClampedArray;
}

/** Writes `value` from `at` on and returns where it ended. */
function copyNested(value: unknown, shape: readonly number[], depth: number, path: string, out: Uint8Array, at: number): number {
  if (depth === shape.length) {
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 255) throw notByte(path, value);
    out[at] = value;
    return at + 1;
  }
  if (!isList(value)) throw ArrayBuffer.isView(value) ? notBytes(path, value) : new SourceError(path, `${shape[depth]} entries`, value);
  if (value.length !== shape[depth]) throw new SourceError(path, `${shape[depth]} entries`, found(`${value.length}`));
  let end = at;
  for (let i = 0; i < value.length; i++) end = copyNested(value[i], shape, depth + 1, `${path}[${i}]`, out, end);
  return end;
}

function notByte(path: string, value: unknown): SourceError {
  if (ArrayBuffer.isView(value)) return notBytes(path, value);
  const fraction = typeof value === "number" && value > 0 && value < 1;
  const words = fraction ? `${value} (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)` : show(value);
  return new SourceError(path, "a whole number 0..255", found(words));
}

function notBytes(path: string, value: unknown): SourceError {
  let words = show(value);
  if (ArrayBuffer.isView(value) && /^Float/.test(value.constructor.name)) {
    words += " (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)";
  } else if (value instanceof ArrayBuffer) {
    words += " (wrap it: new Uint8Array(buffer))";
  }
  return new SourceError(path, "bytes 0..255 (Uint8Array, Uint8ClampedArray or nested arrays)", found(words));
}

function checkRows(rows: NonNullable<ArrayInput["labelRows"]>, count: number, classes: number | undefined) {
  const { data, width } = rows instanceof Float32Array ? { data: rows, width: rows.length / count } : joinRows(rows, count);
  const wanted = classes ?? width;
  if (data.length !== count * wanted || !Number.isInteger(wanted) || wanted < 1) {
    const expected = classes === undefined ? `a multiple of ${count} numbers, one row per picture` : `${count} × ${classes} numbers`;
    throw new SourceError("labelRows", expected, found(`${data.length}`));
  }
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    throw new SourceError(`labelRows[${Math.floor(wrong / wanted)}][${wrong % wanted}]`, "a finite number", data[wrong]);
  }
  return { data, classes: wanted };
}

function joinRows(rows: unknown, count: number): { data: Float32Array; width: number } {
  if (!Array.isArray(rows)) throw new SourceError("labelRows", "a Float32Array or one array per picture", rows);
  if (rows.length !== count) throw new SourceError("labelRows", `${count} rows, one per picture`, found(`${rows.length}`));
  const width: number = rows[0]?.length;
  for (const [i, row] of rows.entries()) {
    const isRow = Array.isArray(row) || row instanceof Float32Array;
    if (!isRow) throw new SourceError(`labelRows[${i}]`, "an array of numbers", row);
    if (row.length !== width) throw new SourceError(`labelRows[${i}]`, `${width} numbers, as in the first row`, found(`${row.length}`));
    const wrong = row.findIndex((value: unknown) => typeof value !== "number");
    if (wrong >= 0) throw new SourceError(`labelRows[${i}][${wrong}]`, "a finite number", row[wrong]);
  }
  const data = new Float32Array(count * width);
  for (const [i, row] of rows.entries()) data.set(row, i * width);
  return { data, width };
}

function checkFields(fields: Record<string, ArrayLike<unknown>>, count: number): Record<string, ArrayLike<unknown>> {
  for (const [name, values] of Object.entries(fields)) {
    const isArray = Array.isArray(values) || (ArrayBuffer.isView(values) && "length" in values);
    if (!isArray) throw new SourceError(`fields.${name}`, "an array", values);
    if (values.length !== count) throw new SourceError(`fields.${name}`, `${count} entries, one per picture`, found(`${values.length}`));
  }
  return { ...fields };
}
