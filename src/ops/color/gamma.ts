import { gammaShader } from "../../generated/op-shaders.ts";
import { exp, log } from "../../random/math.ts";
import { defineOp } from "../define.ts";
import { clampUnit, fround } from "../lib/fixed.ts";

/** x ^ exponent in f32, the same in every browser; 0 for negative x. */
function powerOf(x: number, exponent: number): number {
  if (exponent === 1) return Math.max(x, 0);
  if (x <= 0) return exponent === 0 ? 1 : 0;
  return fround(exp(exponent * log(x)));
}

/** gain · x ^ exponent, clipped. */
const bend = (x: number, exponent: number, gain: number): number => clampUnit(fround(gain * powerOf(x, exponent)));

/** torchvision's way back from 0..1 to a byte. */
const BYTE_SCALE = fround(256 - 1e-3);

export const gammaOp = defineOp({
  name: "gamma",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: gammaShader,
  about:
    "gain · v ^ gamma on the scale 0..1, clipped: torchvision's adjust_gamma. In u8 the host makes a table of 256 levels with a " +
    "power function that is the same in every browser.",
  args: {
    gamma: {
      type: "number",
      min: 0,
      max: 16,
      identity: 1,
      unit: "exponent",
      about: "Above 1 darkens, below 1 brightens.",
    },
    gain: { type: "number", min: 0, max: 16, default: 1, identity: 1, unit: "factor", about: "Multiplies the result." },
  },
  laws: { floatsWithin: 1e-5 },
  atMagnitude: (magnitude) => ({ gamma: 1 + 2 * magnitude, gain: 1 }),
  encode: (args, context) => {
    const exponent = fround(args.gamma);
    const gain = fround(args.gain);
    const level = (value: number) => Math.floor(fround(bend(fround(value / 255), exponent, gain) * BYTE_SCALE));
    return { curve: context.table(Uint8Array.from({ length: 256 }, (_, value) => level(value))) };
  },
  encodeF32: ({ gamma, gain }) => ({ exponent: gamma, gain }),
  u8: (v, { curve }, _at, tables) => {
    const first = 16 * curve;
    return [tables[first + v[0]]!, tables[first + v[1]]!, tables[first + v[2]]!, v[3]];
  },
  f32: (v, { exponent, gain }) => [
    bend(v[0], exponent, gain),
    bend(v[1], exponent, gain),
    bend(v[2], exponent, gain),
    v[3],
  ],
});
