import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { readingArgs, warpOf } from "../lib/warp-args.ts";
import type { Arg } from "../op.ts";

const zoomArg = { type: "number", min: 0.01, max: 100, identity: 1, unit: "factor" } as const satisfies Arg;

export const zoomOp = defineOp({
  name: "zoom",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Enlarges or shrinks about the picture's middle, in either direction by its own factor: x_in = z x + (1 − z) W/2 for pixel centres at " +
    "+ 0.5, which is KerasCV's x_in = z x + (1 − z) (W − 1)/2 for whole coordinates. As there, a factor above 1 zooms out: the picture gets " +
    "smaller and what is beside it shows; 0.5 shows the middle half at twice the size.",
  peers: ["kerascv", "pillow", "torchvision"],
  args: {
    height: { ...zoomArg, about: "Of the rows: how much of the height is shown." },
    width: { ...zoomArg, about: "Of the columns. Left out it is the same as `height`.", default: undefined },
    ...readingArgs({ edge: "symmetric" }),
  },
  atMagnitude: (magnitude) => ({ height: 1 + 0.5 * magnitude }),
  warp(args, { height, width }) {
    const down = args.height;
    const across = args.width ?? down;
    return warpOf([across, 0, ((1 - across) * width) / 2, 0, down, ((1 - down) * height) / 2], args);
  },
});
