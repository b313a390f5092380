import type { Size } from "../../format/format.ts";
import type { GridShape } from "../../plan/plan.ts";
import { MAX_SIDE } from "./check.ts";
import { checkInteger, type MaskForm } from "./known.ts";

/** Holes on a grid. */
export function gridPlane({ cell, hole }: GridShape, { height, width }: Size): Uint8Array {
  const bytes = new Uint8Array(height * width);
  for (let y = 0; y < height; y++) {
    if (y % cell >= hole) continue;
    for (let x = 0; x < width; x += cell) bytes.fill(255, y * width + x, y * width + Math.min(x + hole, width));
  }
  return bytes;
}

/** Its fields, their checks and its plane. */
export const gridMaskForm: MaskForm<GridShape> = {
  fields: ["shape", "cell", "hole"],
  check({ cell, hole }, path, refuse) {
    checkInteger(cell, `${path}.cell`, 1, MAX_SIDE, refuse);
    checkInteger(hole, `${path}.hole`, 0, cell as number, refuse);
  },
  plane: gridPlane,
};
