/** What pictures are, wherever they lie. */

import { InputError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { oneOf, positive, range } from "../check/values.ts";
import { type Format, type Layout, MAX_SIDE, type PictureShape, type Size } from "../format/format.ts";
import { MAX_PICTURES } from "./limits.ts";

interface Pictures {
  shape: ShapeOrChannels;
  format: Format;
  layout: Layout;
  valueRange?: [number, number];
}

/** A shape, or of pictures that have sizes of their own the channels alone. */
export type ShapeOrChannels = Partial<Size> & Pick<PictureShape, "channels">;

/**
 * Refuses a shape, element type, memory order or value range that no pictures have; `path` leads to the object that has
 * them.
 */
export function checkPictures(
  path: string,
  { shape, format, layout, valueRange }: Pictures,
  haveOwnSizes = false,
): void {
  knownKeys(`${path}.shape`, shape, ["height", "width", "channels"]);
  checkShape(`${path}.shape`, shape, haveOwnSizes);
  checkValues(path, format, layout, valueRange);
}

/** What every way in for pictures says of them. */
export interface Stack extends ShapeOrChannels {
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
  haveOwnSizes = false,
): void {
  positive(at(path, countName), count, MAX_PICTURES);
  checkShape(path, shape, haveOwnSizes);
  checkValues(path, format, layout, valueRange);
}

/** Height, width and channels; of pictures that have sizes of their own neither height nor width. */
function checkShape(path: string, { height, width, channels }: ShapeOrChannels, haveOwnSizes: boolean): void {
  for (const [name, side] of Object.entries({ height, width })) {
    if (!haveOwnSizes) positive(at(path, name), side, MAX_SIDE);
    else if (side !== undefined)
      throw new InputError(at(path, name), "nothing where pictures have sizes of their own", side);
  }
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
