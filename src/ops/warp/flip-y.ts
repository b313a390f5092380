import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { warpOf } from "../lib/warp-args.ts";

export const flipYOp = defineOp({
  name: "flipY",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Mirrors the picture top to bottom (`ImageOps.flip`, `F.vflip`). No pixel changes, so it folds with any other warp.",
  said: "flipped upside down",
  args: {},
  laws: { neutral: "none" },
  warp: (_args, { height }) =>
    warpOf(
      [1, 0, 0, 0, -1, height],
      { interpolation: "nearest", edge: "edge", fill: undefined, peer: "pillow" },
      { permutes: true },
    ),
});
