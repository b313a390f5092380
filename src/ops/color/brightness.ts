import { f32 } from "../../format/words.ts";
import { brightnessShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { factorArg } from "../lib/arg.ts";
import { blendF32 } from "../lib/fixed.ts";
import { scaleByte } from "../lib/soft-float.ts";

export const brightnessOp = defineOp({
  name: "brightness",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: brightnessShader,
  about:
    "factor · v, clipped, in u8 truncated: Pillow's ImageEnhance.Brightness and torchvision's adjust_brightness, which agree. " +
    "Keras adds instead: see brightnessDelta.",
  args: { factor: { ...factorArg, about: "0 is black, 1 changes nothing, 2 is twice as bright." } },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: ({ factor }) => ({ factor: f32(factor) }),
  encodeF32: ({ factor }) => ({ factor }),
  u8: (v, { factor }) => [scaleByte(v[0], factor), scaleByte(v[1], factor), scaleByte(v[2], factor), v[3]],
  f32: (v, { factor }) => blendF32([0, 0, 0], v, factor),
});
