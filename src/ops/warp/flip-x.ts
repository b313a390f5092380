import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { warpOf } from "../lib/warp-args.ts";

export const flipXOp = defineOp({
  name: "flipX",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Mirrors the picture left to right (`ImageOps.mirror`, `F.hflip`). No pixel changes, so it folds with any other warp.",
  said: "flipped left to right",
  args: {},
  laws: { neutral: "none" },
  warp: (_args, { width }) =>
    warpOf(
      [-1, 0, width, 0, 1, 0],
      { interpolation: "nearest", edge: "edge", fill: undefined, peer: "pillow" },
      { permutes: true },
    ),
});
