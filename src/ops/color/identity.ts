import { identityShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";

export const identityOp = defineOp({
  name: "identity",
  kind: "color",
  target: "nothing",
  shader: identityShader,
  about:
    "Changes nothing: a policy that chooses among ops can choose this one (RandAugment's and TrivialAugment's Identity).",
  said: "left as it is",
  args: {},
  laws: { neutral: () => [{}] },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (v) => v,
  f32: (v) => v,
});
