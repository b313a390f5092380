import { asF32, asI32, f32, i32 } from "../../format/words.ts";
import { number, thresholdArg } from "../lib/arg.ts";
import { fround } from "../lib/fixed.ts";
import type { ColorOp } from "../op.ts";

export const solarizeOp: ColorOp = {
  name: "solarize",
  kind: "color",
  about:
    "Inverts what is at or above a threshold: v < t ? v : 255 − v. Pillow and torchvision agree; a threshold between two levels " +
    "(torchvision's 178.5) is legal.",
  args: { threshold: thresholdArg("Values from here on are inverted: 256 changes nothing, 0 inverts everything.", { identity: 256 }) },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ threshold: 256 * (1 - magnitude) }),
  encode: (args) => [i32(Math.ceil(number(args, "threshold")))],
  encodeF32: (args) => [f32(number(args, "threshold") / 255)],
  u8: (v, words) => {
    const threshold = asI32(words[0]!);
    const solarize = (x: number) => (x < threshold ? x : 255 - x);
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
  f32: (v, words) => {
    const threshold = asF32(words[0]!);
    const solarize = (x: number) => (x >= threshold ? fround(1 - x) : x);
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
};
