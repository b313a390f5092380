import { colorDegenerationShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { GREY_PEERS } from "../lib/grey.ts";
import { colorOp } from "./color.ts";

const asColor = <A extends { readonly factor: number }>(args: A) => ({ ...args, factor: 1 - args.factor });

export const colorDegenerationOp = defineOp({
  name: "colorDegeneration",
  kind: "color",
  target: "nothing",
  shader: colorDegenerationShader,
  about:
    "KerasCV's and Keras 3's RandomColorDegeneration: v + factor · (grey − v), which is `color` with the factor 1 − factor. " +
    "It takes colour away and never adds any. In u8 rounded as `color` is.",
  args: {
    factor: { type: "number", min: 0, max: 1, identity: 0, unit: "factor", about: "0 changes nothing, 1 is grey." },
  },
  peers: GREY_PEERS,
  laws: { weighsGrey: true },
  atMagnitude: (magnitude) => ({ factor: magnitude }),
  encode: (args, context) => colorOp.encode(asColor(args), context),
  encodeF32: (args, context) => colorOp.encodeF32(asColor(args), context),
  u8: colorOp.u8,
  f32: colorOp.f32,
});
