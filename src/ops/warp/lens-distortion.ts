import * as constants from "../../generated/constants.ts";
import { lensDistortionShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { toFixed } from "../lib/fixed.ts";
import { PIXEL, pixelCentre, scaled } from "../lib/place.ts";
import { readingArgs, readingOf, WARP_PEERS } from "../lib/warp-args.ts";

const { LENS_BITS, LENS_FARTHEST } = constants.lensDistortion;

export const lensDistortionOp = defineOp({
  name: "lensDistortion",
  kind: "warp",
  target: "moves",
  shader: lensDistortionShader,
  about:
    "Sees the picture through a lens: a pixel at r from the centre c is read at c + r (1 + k1 ρ² + k2 ρ⁴), where ρ is |r| in half diagonals " +
    "of the picture. Above 0 the picture bulges (barrel), below 0 its corners are drawn out (pincushion). OpenCV's radial model, as " +
    "albumentations' OpticalDistortion, whose centre is half a pixel off; ours is not. That one counts ρ in widths and heights. Integer " +
    "arithmetic; positions are within 1/1,000 pixel of the exact ones up to 4,096 pixels, and what lies further than 32,767 pixels away " +
    "is read there.",
  peers: WARP_PEERS,
  args: {
    k1: {
      type: "number",
      min: -0.5,
      max: 0.5,
      default: 0,
      identity: 0,
      unit: "factor",
      about: "Of the square of the distance.",
    },
    k2: { type: "number", min: -0.5, max: 0.5, default: 0, identity: 0, unit: "factor", about: "Of its fourth power." },
    center: {
      type: "list",
      length: 2,
      min: 0,
      max: 1,
      default: [0.5, 0.5],
      unit: "share of the width, of the height",
      about: "What stays where it is.",
    },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ k1: 0.5 * magnitude }),

  encode({ k1, k2, center }, { height, width }) {
    // 2^(13 + bits) / diagonal: a place has 16 bits, the distance 28, and two half diagonals are one.
    let inverse = 0x80000000 / Math.sqrt(height * height + width * width);
    let bits = 18;
    for (; bits < 31 && inverse < 0x40000000; bits++) inverse *= 2;
    return {
      center: [Math.round(center[0] * width * PIXEL), Math.round(center[1] * height * PIXEL)],
      inverse: Math.round(inverse),
      bits,
      k1: toFixed(k1, LENS_BITS),
      k2: toFixed(k2, LENS_BITS),
    };
  },

  place({ center, inverse, bits, k1, k2 }, at) {
    const centre = pixelCentre(at);
    const fromCentre = [centre[0] - center[0], centre[1] - center[1]] as const;
    const x = scaled(fromCentre[0], inverse, bits);
    const y = scaled(fromCentre[1], inverse, bits);
    const square = scaled(x, x, LENS_BITS) + scaled(y, y, LENS_BITS);
    const more = scaled(square, k1 + scaled(k2, square, LENS_BITS), LENS_BITS + 1);
    return { x: moved(centre[0], fromCentre[0], more), y: moved(centre[1], fromCentre[1], more), valid: true };
  },

  placeAt({ k1, k2, center }, { height, width }) {
    const [x, y] = [center[0] * width, center[1] * height];
    const inverse = 4 / (height * height + width * width);
    return (atX, atY) => {
      const [dx, dy] = [atX - x, atY - y];
      const square = (dx * dx + dy * dy) * inverse;
      const more = square * (k1 + k2 * square);
      return [atX + dx * more, atY + dy * more];
    };
  },

  reading: readingOf,
});

function moved(start: number, offset: number, more: number): number {
  const rough = scaled(offset, more, LENS_BITS + 3);
  const farthest = rough < 0 ? -LENS_FARTHEST : LENS_FARTHEST;
  const isFar = Math.abs(rough) > LENS_FARTHEST >> 4;
  const by = isFar ? farthest : scaled(offset, more, LENS_BITS - 1);
  return start + Math.min(by, LENS_FARTHEST - start);
}
