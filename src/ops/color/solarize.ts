import { solarizeShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { thresholdArg } from "../lib/arg.ts";
import { fround } from "../lib/fixed.ts";

export const solarizeOp = defineOp({
  name: "solarize",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: solarizeShader,
  about:
    "Inverts what is at or above a threshold: v < t ? v : 255 − v. Pillow and torchvision agree; a threshold between two levels " +
    "(torchvision's 178.5) is legal.",
  said: "solarized from {threshold}",
  args: {
    threshold: {
      ...thresholdArg,
      about: "Values from here on are inverted: 256 changes nothing, 0 inverts everything.",
      identity: 256,
    },
  },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ threshold: 256 * (1 - magnitude) }),
  encode: ({ threshold }) => ({ threshold: Math.ceil(threshold) }),
  encodeF32: ({ threshold }) => ({ threshold: threshold / 255 }),
  u8: (v, { threshold }) => {
    const solarize = (x: number) => (x < threshold ? x : 255 - x);
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
  f32: (v, { threshold }) => {
    const solarize = (x: number) => (x >= threshold ? fround(1 - x) : x);
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
});
