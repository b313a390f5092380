import * as constants from "../../generated/constants.ts";
import { sepiaShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { blendF32, clampUnit, fround } from "../lib/fixed.ts";

const { SEPIA_ONE } = constants.sepia;

/** A row of the matrix times the pixel, clipped, in f32. */
const toneOf = ([red, green, blue]: readonly number[], r: number, g: number, b: number): number =>
  clampUnit(fround(fround(fround(red! * r) + fround(green! * g)) + fround(blue! * b)));

const RED = [0.393, 0.769, 0.189].map(fround);
const GREEN = [0.349, 0.686, 0.168].map(fround);
const BLUE = [0.272, 0.534, 0.131].map(fround);

export const sepiaOp = defineOp({
  name: "sepia",
  kind: "color",
  target: "nothing",
  shader: sepiaShader,
  about:
    "Blends with the picture in sepia, clipped: R' = 0.393 R + 0.769 G + 0.189 B, G' = 0.349 R + 0.686 G + 0.168 B, B' = 0.272 R + " +
    "0.534 G + 0.131 B. albumentations' ToSepia within a level, because OpenCV rounds these weights; Kornia's sepia with " +
    "rescale=False, clipped. In u8 rounded once, after the blend, halves up. A picture of one channel is taken for grey and keeps " +
    "the sepia's red: at most 1.351 times as bright.",
  args: {
    amount: {
      type: "number",
      min: 0,
      max: 1,
      default: 1,
      identity: 0,
      unit: "share",
      about: "How much of the result is sepia: 0 changes nothing, 1 is sepia alone.",
    },
  },
  atMagnitude: (magnitude) => ({ amount: magnitude }),
  encode: ({ amount }) => ({ amount: Math.round(amount * SEPIA_ONE) }),
  encodeF32: ({ amount }) => ({ amount }),
  u8: ([r, g, b, a], { amount }) => {
    const red = 393 * r + 769 * g + 189 * b;
    const green = 349 * r + 686 * g + 168 * b;
    const blue = 272 * r + 534 * g + 131 * b;
    const blend = (sum: number, value: number) => {
      const sepia = Math.min(sum, 255000);
      const blended = amount * sepia + (SEPIA_ONE - amount) * 1000 * value;
      return Math.trunc((blended + 500 * SEPIA_ONE) / (1000 * SEPIA_ONE));
    };
    return [blend(red, r), blend(green, g), blend(blue, b), a];
  },
  f32: ([r, g, b, a], { amount }) =>
    blendF32([r, g, b], [toneOf(RED, r, g, b), toneOf(GREEN, r, g, b), toneOf(BLUE, r, g, b), a], amount),
});
