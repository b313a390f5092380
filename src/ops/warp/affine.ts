import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { cosDegrees, sinDegrees, tanDegrees } from "../lib/trig.ts";
import { readingArgs, warpOf } from "../lib/warp-args.ts";
import type { Size } from "../lib/warp-words.ts";

export const affineOp = defineOp({
  name: "affine",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Turns, shears, scales and moves the picture about its middle in one read, as `F.affine`; or any affine map given as `matrix`. " +
    "Here a positive angle turns clockwise, as in torchvision's function of the name (`rotate` turns the other way).",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    angle: { type: "number", min: -36_000, max: 36_000, default: 0, identity: 0, unit: "degrees", about: "Clockwise." },
    translate: {
      type: "list",
      length: 2,
      min: -16_384,
      max: 16_384,
      default: [0, 0],
      identity: [0, 0],
      unit: "pixels",
      about: "To the right and down.",
    },
    scale: {
      type: "number",
      min: 0.001,
      max: 1000,
      default: 1,
      identity: 1,
      unit: "factor",
      about: "Above 1 enlarges.",
    },
    shear: {
      type: "list",
      length: 2,
      min: -89,
      max: 89,
      default: [0, 0],
      identity: [0, 0],
      unit: "degrees",
      about: "Along x and along y.",
    },
    matrix: {
      type: "list",
      length: 6,
      default: undefined,
      unit: "pixels in per pixel out",
      about:
        "Instead of all the others: m0..m5 from output to input, pixel centres at + 0.5: x_in = m0 (x + 0.5) + m1 (y + 0.5) + m2, " +
        "y_in = m3 (x + 0.5) + m4 (y + 0.5) + m5 (Pillow's `Image.transform(AFFINE)`).",
    },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ angle: 20 * magnitude, scale: 1 + 0.2 * magnitude, shear: [10 * magnitude, 0] }),
  warp(args, size) {
    return warpOf(args.matrix ?? affineMatrix(args, size), args);
  },
});

interface Parts {
  readonly angle: number;
  readonly translate: readonly [number, number];
  readonly scale: number;
  readonly shear: readonly [number, number];
}

/** torchvision's `_get_inverse_affine_matrix`, moved from the picture's middle to its corner. */
function affineMatrix(
  { angle, translate: [right, down], scale, shear: [shearX, shearY] }: Parts,
  { width, height }: Size,
): number[] {
  const cos = cosDegrees(angle - shearY) / cosDegrees(shearY);
  const sin = sinDegrees(angle - shearY) / cosDegrees(shearY);
  const a = cos / scale;
  const b = (cos * tanDegrees(shearX) + sinDegrees(angle)) / scale;
  const c = -sin / scale;
  const d = (cosDegrees(angle) - sin * tanDegrees(shearX)) / scale;
  // The inverse of the rotation and shear: its rows are (d, b) and (c, a).
  const x = -width / 2 - right;
  const y = -height / 2 - down;
  return [d, b, d * x + b * y + width / 2, c, a, c * x + a * y + height / 2];
}
