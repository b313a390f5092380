/** The boxes of objects, as strokes over the pictures that they are in. */
import { found, InputError } from "../../check/errors.ts";
import { isOptions } from "../../check/options.ts";
import { oneOf } from "../../check/values.ts";
import type { Stroke } from "../../generated/layouts.ts";
import { BOX_FORMATS, type Corners, NUMBERS, readCorners, unitOf } from "../../targets/formats.ts";
import type { ObjectBatch } from "../../targets/table.ts";
import type { Grid } from "./grid.ts";
import type { Shown } from "./show.ts";

/** Levels; classes take them in turn. Light, as each stroke has dark edges. */
const COLORS: readonly Stroke["color"][] = [
  [255, 214, 64, 255],
  [77, 214, 255, 255],
  [255, 122, 122, 255],
  [124, 240, 140, 255],
  [208, 160, 255, 255],
  [255, 170, 80, 255],
];

/** Checks objects that are to be drawn over pictures of a batch. @throws InputError */
export function checkObjects(path: string, objects: ObjectBatch, size: number, { height, width }: Shown): void {
  if (!isOptions(objects as unknown)) throw new InputError(path, "objects, as transformObjects makes them", objects);
  const { offsets, boxes, labels, format } = objects;
  oneOf(`${path}.format`, format, BOX_FORMATS);
  if (!(offsets instanceof Uint32Array) || offsets.length !== size + 1)
    throw new InputError(`${path}.offsets`, `${size + 1} numbers, one more than pictures in the batch`, offsets);
  if (offsets.some((offset, i) => i > 0 && offset < offsets[i - 1]!))
    throw new InputError(`${path}.offsets`, "numbers that do not fall", offsets);
  const count = offsets[size]!;
  if (!(boxes instanceof Float32Array) || boxes.length !== count * NUMBERS[format])
    throw new InputError(`${path}.boxes`, `${count} boxes of ${NUMBERS[format]} numbers`, boxes);
  if (!(labels instanceof Uint32Array) || labels.length !== count)
    throw new InputError(`${path}.labels`, `${count} class ids`, labels);
  const { height: tall, width: wide } = objects.size ?? {};
  if (tall !== height || wide !== width)
    throw new InputError(
      `${path}.size`,
      `${height} × ${width}, as the batch's pictures`,
      typeof tall === "number" && typeof wide === "number" ? found(`${tall} × ${wide}`) : objects.size,
    );
}

/** The strokes of each picture that is shown, and where each one's begin and end among all of them. */
export function strokesOf(
  objects: ObjectBatch,
  rows: readonly number[],
  { width, height }: Shown,
  { tileWidth, tileHeight }: Grid,
): { strokes: Stroke[]; ranges: [first: number, end: number][] } {
  const [across, down] = [tileWidth / width, tileHeight / height];
  const unit = unitOf(objects, objects.size);
  const corners: Corners = new Float64Array(8);
  const strokes: Stroke[] = [];
  const ranges = rows.map((row): [number, number] => {
    const first = strokes.length;
    for (const i of shownObjects(objects, row)) {
      readCorners(objects.boxes, i * NUMBERS[objects.format], objects.format, unit, corners);
      const at = (corner: number) =>
        [corners[2 * (corner % 4)]! * across, corners[2 * (corner % 4) + 1]! * down] as const;
      const color = COLORS[objects.labels[i]! % COLORS.length]!;
      for (let side = 0; side < 4; side++) strokes.push({ ends: [...at(side), ...at(side + 1)], color });
    }
    return [first, strokes.length];
  });
  return { strokes, ranges };
}

/** The classes of a row's objects, each once, for a title. */
export function classesOf(objects: ObjectBatch, row: number): number[] {
  return [...new Set(Array.from(shownObjects(objects, row), (i) => objects.labels[i]!))];
}

/** The places of a row's objects, without those that are listed and not kept. */
function* shownObjects({ offsets, kept }: ObjectBatch, row: number): Iterable<number> {
  for (let i = offsets[row]!; i < offsets[row + 1]!; i++) if (kept?.[i] !== 0) yield i;
}
