/** What pictures are, wherever they lie. */

import { InputError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { oneOf, positive, range } from "../check/values.ts";
import type { Format, Layout, PictureShape } from "../format/format.ts";
import { MAX_PICTURES, MAX_SIDE } from "./limits.ts";

interface Pictures {
  shape: PictureShape;
  format: Format;
  layout: Layout;
  valueRange?: [number, number];
}

/**
 * Refuses a shape, element type, memory order or value range that no pictures have; `path` leads to the object that has
 * them.
 */
export function checkPictures(path: string, { shape, format, layout, valueRange }: Pictures): void {
  knownKeys(`${path}.shape`, shape, ["height", "width", "channels"]);
  checkSides(`${path}.shape`, shape);
  checkValues(path, format, layout, valueRange);
}

/** What every way in for pictures says of them. */
export interface Stack extends PictureShape {
  count: number;
  format?: Format;
  layout?: Layout;
  valueRange?: [number, number];
}

/**
 * The same for many pictures in one piece of memory; `countName` is what this way in calls their number. `path` may be
 * empty.
 */
export function checkStack(
  path: string,
  { count, format = "u8", layout = "nhwc", valueRange, ...shape }: Stack,
  countName = "count",
): void {
  positive(at(path, countName), count, MAX_PICTURES);
  checkSides(path, shape);
  checkValues(path, format, layout, valueRange);
}

/** Height, width and channels. */
function checkSides(path: string, { height, width, channels }: PictureShape): void {
  positive(at(path, "height"), height, MAX_SIDE);
  positive(at(path, "width"), width, MAX_SIDE);
  positive(at(path, "channels"), channels, 2 ** 31);
}

/** How values are written. */
function checkValues(path: string, format: Format, layout: Layout, valueRange: [number, number] | undefined): void {
  oneOf(at(path, "format"), format, ["u8", "f32", "f16"]);
  oneOf(at(path, "layout"), layout, ["nhwc", "nchw"]);
  if (valueRange === undefined) return;
  range(at(path, "valueRange"), valueRange);
  if (format === "u8")
    throw new InputError(at(path, "valueRange"), "nothing for u8 pictures, which are 0..255", valueRange);
}

const at = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
