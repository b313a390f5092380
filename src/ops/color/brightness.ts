import { asF32, f32 } from "../../format/words.ts";
import { factorArg } from "../lib/arg.ts";
import { blendF32 } from "../lib/fixed.ts";
import { scaleByte } from "../lib/soft-float.ts";
import { defineOp } from "../op.ts";

const encode = (args: { readonly factor: number }) => [f32(args.factor)];

export const brightnessOp = defineOp({
  name: "brightness",
  kind: "color",
  about:
    "factor · v, clipped, in u8 truncated: Pillow's ImageEnhance.Brightness and torchvision's adjust_brightness, which agree. " +
    "Keras adds instead: see brightnessDelta.",
  args: { factor: factorArg("0 is black, 1 changes nothing, 2 is twice as bright.") },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode,
  encodeF32: encode,
  u8: (v, words) => [scaleByte(v[0], words[0]!), scaleByte(v[1], words[0]!), scaleByte(v[2], words[0]!), v[3]],
  f32: (v, words) => blendF32([0, 0, 0], v, asF32(words[0]!)),
});
