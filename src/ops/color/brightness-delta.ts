import { asF32, asI32, f32, i32 } from "../../format/words.ts";
import { deltaArg } from "../lib/arg.ts";
import { shiftF32, shiftU8, toFixed } from "../lib/fixed.ts";
import { defineOp } from "../op.ts";

export const brightnessDeltaOp = defineOp({
  name: "brightnessDelta",
  kind: "color",
  about:
    "v + delta, clipped: the RandomBrightness of KerasCV and Keras 3, whose factor is delta / 255. In u8 rounded, halves up " +
    "(Keras returns floats).",
  args: { delta: deltaArg("What is added to every value.") },
  atMagnitude: (magnitude) => ({ delta: 255 * magnitude }),
  encode: (args) => [i32(toFixed(args.delta, 16))],
  encodeF32: (args) => [f32(args.delta / 255)],
  u8: (v, words) => {
    const delta = asI32(words[0]!);
    return shiftU8(v, [delta, delta, delta]);
  },
  f32: (v, words) => {
    const delta = asF32(words[0]!);
    return shiftF32(v, [delta, delta, delta]);
  },
});
