/** Boxes by themselves: from one format to another, and cut off at the picture's edges. */
import { found, InputError } from "../check/errors.ts";
import { isArray } from "../check/lists.ts";
import { nearestName } from "../check/nearest.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { positive } from "../check/values.ts";
import type { Size } from "../format/format.ts";
import {
  BOX_FORMATS,
  type BoxForm,
  type BoxFormat,
  isOriented,
  NUMBERS,
  type Numbers,
  readCorners,
  unitOf,
  writeCorners,
  writeUpright,
} from "./formats.ts";

/** Boxes as they are handed in: numbers in one array, or a list of numbers a box. f16 has too few bits for a place. */
export type Boxes = Float32Array | Float64Array | readonly (readonly number[])[];

/**
 * Boxes in another format.
 *
 * @param boxes in one array, or a list of numbers a box
 * @param from what they are: `"xywh"`, or `{ format: "cxcywh", normalized: true }`
 * @param to what they shall be. From a turned format to an upright one: what encloses the box
 * @param size of the picture, for what is normalised
 * @returns f32, or f64 where `boxes` are
 * @throws InputError for numbers that are not finite, a length that does not fit, an unknown format
 */
export function convertBoxes(
  boxes: Boxes,
  from: BoxFormat | BoxForm,
  to: BoxFormat | BoxForm,
  size?: Size,
): Float32Array | Float64Array {
  const [before, after] = [formOf("convertBoxes.from", from), formOf("convertBoxes.to", to)];
  const used = sizeFor("convertBoxes.size", size, before, after);
  const numbers = numbersOf("convertBoxes.boxes", boxes, before.format);
  const [units, made] = [unitOf(before, used), unitOf(after, used)];
  const [step, stepAfter] = [NUMBERS[before.format], NUMBERS[after.format]];
  const count = numbers.length / step;
  const result = like(boxes, count * stepAfter);
  const corners = new Float64Array(8);
  for (let i = 0; i < count; i++) {
    readCorners(numbers, i * step, before.format, units, corners);
    if (isOriented(before.format)) writeCorners(corners, result, i * stepAfter, after.format, made);
    // The corners of an upright box may be inverted, and stay so.
    else writeUpright([corners[0]!, corners[1]!, corners[4]!, corners[5]!], result, i * stepAfter, after.format, made);
  }
  return result;
}

/**
 * Boxes cut off at the picture's edges. What lies outside wholly becomes a box without area on the edge, so that rows
 * keep their number.
 *
 * @param boxes in one array, or a list of numbers a box
 * @param size of the picture
 * @param form what the boxes are, and stay; upright ones only. Default xyxy in pixels
 * @returns f32, or f64 where `boxes` are
 * @throws InputError for numbers that are not finite, a length that does not fit, a format of turned boxes
 */
export function clampBoxes(boxes: Boxes, size: Size, form: BoxFormat | BoxForm = "xyxy"): Float32Array | Float64Array {
  const known = formOf("clampBoxes.form", form);
  if (isOriented(known.format))
    throw new InputError("clampBoxes.form", "a format of upright boxes, xyxy, xywh, cxcywh or yxyx", known.format);
  const { height, width } = checkSize("clampBoxes.size", size);
  const numbers = numbersOf("clampBoxes.boxes", boxes, known.format);
  const units = unitOf(known, { height, width });
  const result = like(boxes, numbers.length);
  const corners = new Float64Array(8);
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  for (let at = 0; at < numbers.length; at += 4) {
    readCorners(numbers, at, known.format, units, corners);
    const [left, top] = [within(corners[0]!, width), within(corners[1]!, height)];
    const [right, bottom] = [within(corners[4]!, width), within(corners[5]!, height)];
    writeUpright([left, top, right, bottom], result, at, known.format, units);
  }
  return result;
}

const like = (boxes: Boxes, length: number): Numbers =>
  boxes instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);

/** What others call the formats, for messages. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  coco: '"xywh"',
  pascal_voc: '"xyxy"',
  voc: '"xyxy"',
  yolo: '{ format: "cxcywh", normalized: true }',
  albumentations: '{ format: "xyxy", normalized: true }',
  center_xywh: '"cxcywh"',
  rel_xyxy: '{ format: "xyxy", normalized: true }',
  rel_yxyx: '{ format: "yxyx", normalized: true }',
  dota: '"xyxyxyxy"',
};

/** A format or a form as a form. */
export function formOf(path: string, value: BoxFormat | BoxForm): Required<BoxForm> {
  if (!isOptions(value)) return { format: checkFormat(path, value), normalized: false };
  knownKeys(path, value, ["format", "normalized"]);
  const { format, normalized = false } = value as unknown as BoxForm;
  checkFormat(`${path}.format`, format);
  if (typeof normalized !== "boolean") throw new InputError(`${path}.normalized`, "true or false", normalized);
  return { format, normalized };
}

export function checkFormat(path: string, value: unknown): BoxFormat {
  if (BOX_FORMATS.includes(value as BoxFormat)) return value as BoxFormat;
  const other = typeof value === "string" ? OTHER_NAMES[value.toLowerCase()] : undefined;
  const near = typeof value === "string" && !other ? nearestName(value, BOX_FORMATS) : undefined;
  const hint = other ? ` (that is ${other})` : near ? ` (did you mean ${near}?)` : "";
  throw new InputError(path, `one of ${BOX_FORMATS.join(", ")}${hint}`, value);
}

export function checkSize(path: string, value: Size): Size {
  knownKeys(path, value, ["height", "width"]);
  positive(`${path}.height`, value.height, 2 ** 24);
  positive(`${path}.width`, value.width, 2 ** 24);
  return { height: value.height, width: value.width };
}

/** The size, where one of the forms needs it. */
function sizeFor(path: string, size: Size | undefined, ...forms: BoxForm[]): Size {
  if (size !== undefined) return checkSize(path, size);
  if (!forms.some(({ normalized }) => normalized)) return { height: 1, width: 1 };
  throw new InputError(path, "{ height, width } of the picture, for normalised boxes", size);
}

/** The numbers of boxes in one list, finite and as many as whole boxes have. */
export function numbersOf(path: string, boxes: unknown, format: BoxFormat): ArrayLike<number> {
  const step = NUMBERS[format];
  const numbers = flat(path, boxes, step, format);
  if (numbers.length % step !== 0)
    throw new InputError(path, `whole boxes, of ${step} numbers each in ${format}`, found(`${numbers.length} numbers`));
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i]))
      throw new InputError(`${path}[${Math.floor(i / step)}]`, "finite numbers", numbers[i]);
  }
  return numbers;
}

function flat(path: string, boxes: unknown, step: number, format: BoxFormat): ArrayLike<number> {
  if (boxes instanceof Float32Array || boxes instanceof Float64Array) return boxes;
  const expected = `a Float32Array, a Float64Array, or a list of ${step} numbers a box`;
  if (!Array.isArray(boxes)) throw new InputError(path, expected, boxes);
  const numbers = new Float64Array(boxes.length * step);
  for (let i = 0; i < boxes.length; i++) {
    const box: unknown = boxes[i];
    if (!isArray(box) || box.length !== step)
      throw new InputError(`${path}[${i}]`, `a list of ${step} numbers, as ${format} has`, box);
    for (let k = 0; k < step; k++) {
      const number: unknown = box[k];
      if (typeof number !== "number") throw new InputError(`${path}[${i}][${k}]`, "a number", number);
      numbers[i * step + k] = number;
    }
  }
  return numbers;
}
