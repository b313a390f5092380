/** Boxes by themselves: from one format to another, and cut off at the picture's edges. */
import { InputError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { type Boxes, checkSize, formOf, numbersOf } from "./boxes.ts";
import {
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

/** The size, where one of the forms needs it. */
function sizeFor(path: string, size: Size | undefined, ...forms: BoxForm[]): Size {
  if (size !== undefined) return checkSize(path, size);
  if (!forms.some(({ normalized }) => normalized)) return { height: 1, width: 1 };
  throw new InputError(path, "{ height, width } of the picture, for normalised boxes", size);
}
