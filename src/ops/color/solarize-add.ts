import { asF32, asI32, f32, i32 } from "../../format/words.ts";
import { deltaArg, number, thresholdArg } from "../lib/arg.ts";
import { clampByte, clampUnit, fround } from "../lib/fixed.ts";
import type { ColorOp } from "../op.ts";

export const solarizeAddOp: ColorOp = {
  name: "solarizeAdd",
  kind: "color",
  about:
    "Adds to what is below a threshold: v < t ? clip(v + addition) : v (timm's and the TensorFlow models' SolarizeAdd). " +
    "In u8 the addition is rounded to a whole level, halves up.",
  args: {
    addition: deltaArg("What is added."),
    threshold: thresholdArg("Values from here on stay as they are.", { default: 128, identity: 0 }),
  },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ addition: 110 * magnitude, threshold: 128 }),
  encode: (args) => [i32(Math.floor(number(args, "addition") + 0.5)), i32(Math.ceil(number(args, "threshold")))],
  encodeF32: (args) => [f32(number(args, "addition") / 255), f32(number(args, "threshold") / 255)],
  u8: (v, words) => {
    const addition = asI32(words[0]!);
    const threshold = asI32(words[1]!);
    const add = (x: number) => (x < threshold ? clampByte(x + addition) : x);
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  },
  f32: (v, words) => {
    const addition = asF32(words[0]!);
    const threshold = asF32(words[1]!);
    const add = (x: number) => (x < threshold ? clampUnit(fround(x + addition)) : x);
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  },
};
