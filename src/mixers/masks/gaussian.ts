import { isListOf } from "../../check/lists.ts";
import type { Size } from "../../format/format.ts";
import type { GaussianShape } from "../../plan/plan.ts";
import { exp } from "../../random/math.ts";
import type { MaskForm } from "./known.ts";

/** A bell. */
export function gaussianPlane({ center: [x, y], sigma }: GaussianShape, { height, width }: Size): Uint8Array {
  const bell = (length: number, middle: number) =>
    Float64Array.from({ length }, (_, i) => exp(-((i - middle) * (i - middle)) / (2 * sigma * sigma)));
  const [down, across] = [bell(height, y), bell(width, x)];
  const bytes = new Uint8Array(height * width);
  for (let row = 0, i = 0; row < height; row++) {
    const peak = 255 * down[row]!;
    for (let column = 0; column < width; column++) bytes[i++] = Math.floor(peak * across[column]! + 0.5);
  }
  return bytes;
}

/** Its fields, their checks and its plane. */
export const gaussianMaskForm: MaskForm<GaussianShape> = {
  fields: ["shape", "center", "sigma"],
  check({ center, sigma }, path, refuse) {
    if (!isListOf(center, Number.isFinite) || center.length !== 2) refuse(`${path}.center`, "[x, y] in pixels", center);
    if (!(Number.isFinite(sigma) && (sigma as number) > 0))
      refuse(`${path}.sigma`, "a number of pixels above 0", sigma);
  },
  plane: gaussianPlane,
};
