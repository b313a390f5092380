/**
 * How boxes are written. Inside everything is edges in pixels, f64: pixel i reaches from i to i + 1, and a box ends
 * where it ends (a box of one pixel is x, x + 1).
 */
import type { Size } from "../format/format.ts";
import { cosDegrees, sinDegrees } from "../ops/lib/trig.ts";
import { directionOf } from "./angle.ts";

/**
 * What the numbers of a box are.
 *
 * - `xyxy`: left, top, right, bottom (Pascal VOC, torchvision's XYXY, Keras's xyxy); normalised it is albumentations'.
 * - `xywh`: left, top, width, height (COCO, torchvision's XYWH).
 * - `cxcywh`: the middle, width, height (torchvision's CXCYWH, Keras's center_xywh); normalised it is YOLO's.
 * - `yxyx`: top, left, bottom, right (TensorFlow, Keras's yxyx).
 * - `cxcywhr`: `cxcywh` turned about its middle by degrees, counter-clockwise (torchvision's CXCYWHR).
 * - `xywhr`: the first corner, width, height, and degrees (torchvision's XYWHR).
 * - `xyxyxyxy`: four corners, from the first to the second is the width (torchvision's XYXYXYXY, DOTA); normalised it
 * is
 *   YOLO's of oriented boxes.
 */
export type BoxFormat = "xyxy" | "xywh" | "cxcywh" | "yxyx" | "cxcywhr" | "xywhr" | "xyxyxyxy";

/** How many numbers a box has. */
export const NUMBERS: Readonly<Record<BoxFormat, number>> = {
  xyxy: 4,
  xywh: 4,
  cxcywh: 4,
  yxyx: 4,
  cxcywhr: 5,
  xywhr: 5,
  xyxyxyxy: 8,
};

export const BOX_FORMATS = Object.keys(NUMBERS) as BoxFormat[];

/** A format, and whether its numbers are divided by the picture's width and height. Angles never are. */
export interface BoxForm {
  format: BoxFormat;
  /** Default false. */
  normalized?: boolean;
}

/** Whether boxes of this format may be turned. */
export const isOriented = (format: BoxFormat): boolean => NUMBERS[format] > 4;

/** What a form's numbers are counted in: across and down. */
export const unitOf = ({ normalized }: BoxForm, { height, width }: Size): readonly [x: number, y: number] =>
  normalized ? [width, height] : [1, 1];

/** Four corners, eight numbers: the first side is the width. */
export type Corners = Float64Array;

/** Reads the box that begins at `at`, in pixels, as four corners. */
export function readCorners(
  numbers: ArrayLike<number>,
  at: number,
  format: BoxFormat,
  [x, y]: readonly [x: number, y: number],
  into: Corners,
): void {
  const a = numbers[at]! * x;
  const b = numbers[at + 1]! * y;
  const c = numbers[at + 2]! * x;
  const d = numbers[at + 3]! * y;
  switch (format) {
    case "xyxy":
      setUpright(into, a, b, c, d);
      return;
    case "xywh":
      setUpright(into, a, b, a + c, b + d);
      return;
    case "cxcywh":
      setUpright(into, a - c / 2, b - d / 2, a + c / 2, b + d / 2);
      return;
    case "yxyx":
      setUpright(into, numbers[at + 1]! * x, numbers[at]! * y, numbers[at + 3]! * x, numbers[at + 2]! * y);
      return;
    case "cxcywhr":
      setTurned(into, [a, b, c, d, numbers[at + 4]!]);
      return;
    case "xywhr":
      setFrom(into, [a, b, c, d, numbers[at + 4]!]);
      return;
    default:
      for (let i = 0; i < 8; i += 2) {
        into[i] = numbers[at + i]! * x;
        into[i + 1] = numbers[at + i + 1]! * y;
      }
  }
}

function setUpright(into: Corners, x0: number, y0: number, x1: number, y1: number): void {
  into[0] = x0;
  into[1] = y0;
  into[2] = x1;
  into[3] = y0;
  into[4] = x1;
  into[5] = y1;
  into[6] = x0;
  into[7] = y1;
}

/** A place, width and height, and degrees. */
type Turned = readonly [x: number, y: number, width: number, height: number, degrees: number];

/** A rectangle from its first corner. Seen, y points down: the first side is (cos, −sin), the second (sin, cos). */
function setFrom(into: Corners, [x, y, width, height, degrees]: Turned): void {
  const [cos, sin] = [cosDegrees(degrees), sinDegrees(degrees)];
  into[0] = x;
  into[1] = y;
  into[2] = x + width * cos;
  into[3] = y - width * sin;
  into[4] = x + width * cos + height * sin;
  into[5] = y - width * sin + height * cos;
  into[6] = x + height * sin;
  into[7] = y + height * cos;
}

function setTurned(into: Corners, [x, y, width, height, degrees]: Turned): void {
  const [cos, sin] = [cosDegrees(degrees), sinDegrees(degrees)];
  const left = x - (width * cos) / 2 - (height * sin) / 2;
  const top = y + (width * sin) / 2 - (height * cos) / 2;
  setFrom(into, [left, top, width, height, degrees]);
}

/** A list of numbers that can be written to. */
export type Numbers = Float32Array | Float64Array;

/** Writes an upright box from `at` on, in a format of upright boxes or as a box turned by 0. */
export function writeUpright(
  [x0, y0, x1, y1]: readonly [x0: number, y0: number, x1: number, y1: number],
  into: Numbers,
  at: number,
  format: BoxFormat,
  [x, y]: readonly [x: number, y: number],
): void {
  const [left, top, right, bottom] = [x0 / x, y0 / y, x1 / x, y1 / y];
  if (isOriented(format)) {
    setUpright(upright, x0, y0, x1, y1);
    writeCorners(upright, into, at, format, [x, y]);
    return;
  }
  if (format === "yxyx") set4(into, at, [top, left, bottom, right]);
  else if (format === "xyxy") set4(into, at, [left, top, right, bottom]);
  else if (format === "xywh") set4(into, at, [left, top, right - left, bottom - top]);
  else set4(into, at, [(left + right) / 2, (top + bottom) / 2, right - left, bottom - top]);
}

const upright = new Float64Array(8);

function set4(into: Numbers, at: number, [a, b, c, d]: readonly [number, number, number, number]): void {
  into[at] = a;
  into[at + 1] = b;
  into[at + 2] = c;
  into[at + 3] = d;
}

/** Writes four corners from `at` on; in an upright format what encloses them. */
export function writeCorners(
  corners: Corners,
  into: Numbers,
  at: number,
  format: BoxFormat,
  [x, y]: readonly [x: number, y: number],
): void {
  if (!isOriented(format)) {
    writeUpright(boundsOf(corners), into, at, format, [x, y]);
    return;
  }
  if (format === "xyxyxyxy") {
    for (let i = 0; i < 8; i += 2) {
      into[at + i] = corners[i]! / x;
      into[at + i + 1] = corners[i + 1]! / y;
    }
    return;
  }
  const [x0, y0, x1, y1, x2, y2] = corners as unknown as [number, number, number, number, number, number];
  const width = lengthOf(x1 - x0, y1 - y0);
  const height = lengthOf(x2 - x1, y2 - y1);
  const degrees = directionOf(x1 - x0, y1 - y0);
  if (format === "xywhr") set4(into, at, [x0 / x, y0 / y, width / x, height / y]);
  else set4(into, at, [(x0 + x2) / 2 / x, (y0 + y2) / 2 / y, width / x, height / y]);
  into[at + 4] = degrees;
}

export const lengthOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** What encloses the corners: left, top, right, bottom. */
export function boundsOf(ring: ArrayLike<number>): [number, number, number, number] {
  let [x0, y0, x1, y1] = [ring[0]!, ring[1]!, ring[0]!, ring[1]!];
  for (let i = 2; i < ring.length; i += 2) {
    x0 = Math.min(x0, ring[i]!);
    x1 = Math.max(x1, ring[i]!);
    y0 = Math.min(y0, ring[i + 1]!);
    y1 = Math.max(y1, ring[i + 1]!);
  }
  return [x0, y0, x1, y1];
}
