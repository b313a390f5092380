import { brightnessDeltaShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { deltaArg } from "../lib/arg.ts";
import { shiftF32, shiftU8, toFixed } from "../lib/fixed.ts";

export const brightnessDeltaOp = defineOp({
  name: "brightnessDelta",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: brightnessDeltaShader,
  about:
    "v + delta, clipped: the RandomBrightness of KerasCV and Keras 3, whose factor is delta / 255. In u8 rounded, halves up " +
    "(Keras returns floats).",
  said: "brightness {delta}",
  args: { delta: { ...deltaArg, about: "What is added to every value." } },
  atMagnitude: (magnitude) => ({ delta: 255 * magnitude }),
  encode: ({ delta }) => ({ delta: toFixed(delta, 16) }),
  encodeF32: ({ delta }) => ({ delta: delta / 255 }),
  u8: (v, { delta }) => shiftU8(v, [delta, delta, delta]),
  f32: (v, { delta }) => shiftF32(v, [delta, delta, delta]),
});
