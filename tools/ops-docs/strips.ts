import type { Args, ImageOp } from "../../src/ops/op.ts";
import type { OpCall } from "../../src/plan/plan.ts";
import { applyOps, type PixelPicture } from "../../src/reference/ops.ts";
import { examplesOf } from "./examples.ts";
import { toPalette } from "./palette.ts";
import { type Indexed, type Rgb, writeIndexed } from "./png.ts";

/** The side of a panel, and of the picture that the ops work on. */
export const SIDE = 96;
const GAP = 4;
/** No file is larger, in bytes. */
export const LARGEST = 25_000;
/** The most colours whose file is small enough are taken; noise packs badly. */
const COLOURS = [128, 96, 48, 24, 12, 6];

export interface Panel {
  /** Left out: the picture itself. */
  args?: Args;
}

export function panelsOf(op: ImageOp): Panel[] {
  const panels = examplesOf(op, { height: SIDE, width: SIDE, channels: 3 }).map((args) => ({ args }));
  return op.atMagnitude ? panels : [{}, ...panels];
}

/** The middle of a photograph of 256 × 256, at half its size: each pixel the mean of four. */
export function pictureOf({ data, width, height }: Rgb): PixelPicture {
  const [left, top] = [(width - 2 * SIDE) / 2, (height - 2 * SIDE) / 2];
  const values = new Float64Array(SIDE * SIDE * 4).fill(255);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      for (let c = 0; c < 3; c++) {
        const at = (row: number, column: number) =>
          data[((top + 2 * y + row) * width + left + 2 * x + column) * 3 + c]!;
        values[(y * SIDE + x) * 4 + c] = (at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1) + 2) >> 2;
      }
    }
  }
  return { height: SIDE, width: SIDE, channels: 3, values };
}

export function stripOf(op: ImageOp, picture: PixelPicture): Indexed {
  const panels = panelsOf(op);
  const width = panels.length * (SIDE + GAP) - GAP;
  const data = new Uint8Array(SIDE * width * 3);
  const shown = new Uint8Array(SIDE * width);
  panels.forEach(({ args }, i) => {
    const made = fitted(args ? draw(op, args, picture) : picture);
    const [left, top] = [i * (SIDE + GAP) + ((SIDE - made.width) >> 1), (SIDE - made.height) >> 1];
    for (let y = 0; y < made.height; y++) {
      for (let x = 0; x < made.width; x++) {
        const pixel = (top + y) * width + left + x;
        shown[pixel] = 1;
        data.set(made.values.subarray((y * made.width + x) * 4, (y * made.width + x) * 4 + 3), pixel * 3);
      }
    }
  });
  const inColours = (colours: number) => toPalette({ height: SIDE, width, data }, shown, colours);
  let strip = inColours(COLOURS[0]!);
  for (const colours of COLOURS.slice(1)) {
    if (writeIndexed(strip).length <= LARGEST) break;
    strip = inColours(colours);
  }
  return strip;
}

/** A picture that an op made larger than a panel is shown smaller. */
function fitted(made: PixelPicture): PixelPicture {
  if (Math.max(made.height, made.width) <= SIDE) return made;
  return applyOps(made, [{ op: "resize", longest: SIDE }], "u8");
}

/** In u8, or in floats cut to 0..1. */
function draw(op: ImageOp, args: Args, picture: PixelPicture): PixelPicture {
  const call = { op: op.name, ...args } as OpCall;
  if (!op.floatsOnly) return applyOps(picture, [call], "u8");
  const floats = { ...picture, values: picture.values.map((value) => Math.fround(value / 255)) };
  const made = applyOps(floats, [call], "f32");
  return { ...made, values: made.values.map((value) => Math.round(255 * Math.min(Math.max(value, 0), 1))) };
}
