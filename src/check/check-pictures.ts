/** What pictures are, wherever they lie. */

import { knownKeys } from "./options.ts";
import { oneOf, positive, range } from "./values.ts";
import { InputError } from "./errors.ts";
import type { Format, Layout, PictureShape } from "../format/format.ts";
import { MAX_SIDE } from "../lower/lower.ts";

interface Pictures {
  shape: PictureShape;
  format: Format;
  layout: Layout;
  valueRange?: [number, number];
}

/** Refuses a shape, element type, memory order or value range that no pictures have; `path` leads to the object that has them. */
export function checkPictures(path: string, { shape, format, layout, valueRange }: Pictures): void {
  knownKeys(`${path}.shape`, shape, ["height", "width", "channels"]);
  checkSides(`${path}.shape`, shape);
  checkValues(path, format, layout, valueRange);
}

/** Height, width and channels. */
export function checkSides(path: string, { height, width, channels }: PictureShape): void {
  positive(`${path}.height`, height, MAX_SIDE);
  positive(`${path}.width`, width, MAX_SIDE);
  positive(`${path}.channels`, channels, 2 ** 31);
}

/** How values are written. */
export function checkValues(path: string, format: Format, layout: Layout, valueRange: [number, number] | undefined): void {
  oneOf(`${path}.format`, format, ["u8", "f32", "f16"]);
  oneOf(`${path}.layout`, layout, ["nhwc", "nchw"]);
  if (valueRange === undefined) return;
  if (format === "u8") throw new InputError(`${path}.valueRange`, `nothing for u8 input, which is 0..255`, valueRange);
  range(`${path}.valueRange`, valueRange);
}
