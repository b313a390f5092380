import { solarizeAddShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { deltaArg, thresholdArg } from "../lib/arg.ts";
import { clampByte, clampUnit, fround } from "../lib/fixed.ts";

export const solarizeAddOp = defineOp({
  name: "solarizeAdd",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: solarizeAddShader,
  about:
    "Adds to what is below a threshold: v < t ? clip(v + addition) : v (timm's and the TensorFlow models' SolarizeAdd). " +
    "In u8 the addition is rounded to a whole level, halves up.",
  said: "{addition} below {threshold}",
  args: {
    addition: { ...deltaArg, about: "What is added." },
    threshold: { ...thresholdArg, about: "Values from here on stay as they are.", default: 128, identity: 0 },
  },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ addition: 110 * magnitude, threshold: 128 }),
  encode: ({ addition, threshold }) => ({ addition: Math.floor(addition + 0.5), threshold: Math.ceil(threshold) }),
  encodeF32: ({ addition, threshold }) => ({ addition: addition / 255, threshold: threshold / 255 }),
  u8: (v, { addition, threshold }) => {
    const add = (x: number) => (x < threshold ? clampByte(x + addition) : x);
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  },
  f32: (v, { addition, threshold }) => {
    const add = (x: number) => (x < threshold ? clampUnit(fround(x + addition)) : x);
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  },
});
