/** What boxes are handed in as: formats and numbers, checked. */
import { found, InputError } from "../check/errors.ts";
import { isArray } from "../check/lists.ts";
import { nearestName } from "../check/nearest.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { positive } from "../check/values.ts";
import type { Size } from "../format/format.ts";
import { BOX_FORMATS, type BoxForm, type BoxFormat, NUMBERS } from "./formats.ts";

/** Boxes as they are handed in: numbers in one array, or a list of numbers a box. f16 has too few bits for a place. */
export type Boxes = Float32Array | Float64Array | readonly (readonly number[])[];

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
