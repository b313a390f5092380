import { saturationShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";

/** factor / (1 - factor). */
const multiplierOf = ({ factor }: { readonly factor: number }, most: number): number => {
  return factor < 1 ? Math.min(factor / (1 - factor), most) : most;
};

export const saturationOp = defineOp({
  name: "saturation",
  kind: "color",
  target: "nothing",
  shader: saturationShader,
  about:
    "Multiplies S of HSV by factor / (1 − factor) and keeps H and V: KerasCV's RandomSaturation. A factor of 1, where KerasCV divides " +
    "by zero, saturates fully; grey stays grey. In u8 rounded, halves up. For torchvision's saturation see `color`.",
  args: {
    factor: {
      type: "number",
      min: 0,
      max: 1,
      identity: 0.5,
      unit: "factor",
      about: "0 takes all colour away (each channel becomes the largest), 0.5 changes nothing, 1 makes S 1.",
    },
  },
  // The smallest channel can fall short of 0 in its last place.
  laws: { leavesRangeBy: 1e-7, jumps: true, floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ factor: 0.5 - 0.5 * magnitude }),
  encode: (args) => ({ multiplier: Math.round(multiplierOf(args, 256) * 65536) }),
  encodeF32: (args) => ({ multiplier: multiplierOf(args, 1e38) }),
  u8: (v, { multiplier }) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range = high - low;
    if (range === 0) return v;
    if (multiplier * range >= high * 65536) {
      // S = 1.
      const saturate = (x: number) => Math.floor((2 * high * (x - low) + range) / (2 * range));
      return [saturate(v[0]), saturate(v[1]), saturate(v[2]), v[3]];
    }
    const scale = (x: number) => (high * 65536 - multiplier * (high - x) + 32768) >> 16;
    return [scale(v[0]), scale(v[1]), scale(v[2]), v[3]];
  },
  f32: (v, words) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range = fround(high - low);
    if (range <= 0 || high <= 0) return v;
    const multiplier = Math.min(words.multiplier, fround(high / range));
    const scale = (x: number) => fround(high - fround(multiplier * fround(high - x)));
    return [scale(v[0]), scale(v[1]), scale(v[2]), v[3]];
  },
});
