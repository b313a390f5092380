import { invertShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";

export const invertOp = defineOp({
  name: "invert",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: invertShader,
  about: "The negative: 255 − v, in floats 1 − v. Pillow and torchvision agree.",
  said: "inverted",
  args: {},
  laws: { neutral: "none" },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (v) => [255 - v[0], 255 - v[1], 255 - v[2], v[3]],
  f32: (v) => [fround(1 - v[0]), fround(1 - v[1]), fround(1 - v[2]), v[3]],
});
