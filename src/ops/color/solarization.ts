import { solarizationShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { deltaArg, thresholdArg } from "../lib/arg.ts";
import { clampUnit, fround, toFixed } from "../lib/fixed.ts";

const WHITE = 255 << 16;

export const solarizationOp = defineOp({
  name: "solarization",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: solarizationShader,
  about:
    "KerasCV's Solarization: z = clip(v + addition), then z < t ? z : 255 − z. Unlike solarizeAdd it adds to every value, and it " +
    "inverts. In u8 fractions of a level count in the comparison, and the result is rounded, halves up.",
  args: {
    addition: { ...deltaArg, about: "What is added before the comparison.", default: 0 },
    threshold: { ...thresholdArg, about: "Sums from here on are inverted.", identity: 256 },
  },
  // At full strength it only inverts the sum, whose bright parts the addition had changed more.
  laws: { jumps: true, shrinksBy: 0.01 },
  atMagnitude: (magnitude) => ({ addition: 110 * magnitude, threshold: 256 * (1 - magnitude) }),
  encode: ({ addition, threshold }) => ({ addition: toFixed(addition, 16), threshold: toFixed(threshold, 16) }),
  encodeF32: ({ addition, threshold }) => ({ addition: addition / 255, threshold: threshold / 255 }),
  u8: (v, { addition, threshold }) => {
    const solarize = (x: number) => {
      const sum = Math.min(Math.max((x << 16) + addition, 0), WHITE);
      return ((sum < threshold ? sum : WHITE - sum) + 32768) >> 16;
    };
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
  f32: (v, { addition, threshold }) => {
    const solarize = (x: number) => {
      const sum = clampUnit(fround(x + addition));
      return sum < threshold ? sum : fround(1 - sum);
    };
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
});
