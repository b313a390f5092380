import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { halfEven } from "../lib/ratio.ts";
import { readingArgs, sideArg, warpOf } from "../lib/warp-args.ts";

const { edge, fill } = readingArgs();

export const centerCropOp = defineOp({
  name: "centerCrop",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Cuts a box out of the picture's middle (`CenterCrop`, `F.center_crop`). Where the picture is smaller, it is padded in the mode of " +
    "`edge`, the odd line below and to the right. Of an odd number of lines to cut off, torchvision's `round` may take one more above " +
    "or below; for the peers pillow and kerascv (albumentations, Keras) the odd one is always below and to the right. Pixels move whole.",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    height: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "height" },
    width: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "width" },
    edge,
    fill,
  },
  examples: () => [
    { height: 80, width: 80 },
    { height: 64, width: 64 },
    { height: 48, width: 96 },
    { height: 112, width: 112 },
  ],
  laws: { neutral: ({ height, width }) => [{ height, width }] },
  warp(args, input) {
    const { height, width, peer } = args;
    const start = (whole: number, kept: number) => {
      const left = (whole - kept) / 2;
      return left > 0 && peer === "torchvision" ? halfEven(left) : Math.trunc(left) + 0;
    };
    const matrix = [1, 0, start(input.width, width), 0, 1, start(input.height, height)];
    const permutes = height <= input.height && width <= input.width;
    return warpOf(matrix, { ...args, interpolation: "nearest" }, { size: { height, width }, permutes });
  },
});
