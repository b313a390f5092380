import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { readingArgs, sideArg, startArg, WARP_PEERS, warpOf } from "../lib/warp-args.ts";

const { edge, fill } = readingArgs();

export const cropOp = defineOp({
  name: "crop",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Cuts a box out of the picture, which becomes the size (`Image.crop`, `F.crop`). Where the box sticks out it is padding: a negative " +
    "`top` and `left` with a larger `height` and `width` are `F.pad`, in the mode of `edge`. Pixels move whole.",
  said: "cropped to {width} × {height} at {left}, {top}",
  peers: WARP_PEERS,
  args: {
    top: { ...startArg, about: "First row of the box; negative adds rows above." },
    left: { ...startArg, about: "First column of the box; negative adds columns." },
    height: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "height" },
    width: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "width" },
    edge,
    fill,
  },
  examples: () => [
    { top: 8, left: 8, height: 80, width: 80 },
    { top: 16, left: 16, height: 64, width: 64 },
    { top: 0, left: 24, height: 96, width: 48 },
    { top: -16, left: 24, height: 96, width: 96 },
  ],
  laws: { neutral: ({ height, width }) => [{ top: 0, left: 0, height, width }] },
  warp(args, input) {
    const { top, left, height, width } = args;
    const size = { height, width };
    const inside = top >= 0 && left >= 0 && top + height <= input.height && left + width <= input.width;
    const matrix = [1, 0, left, 0, 1, top];
    const { edge, fill, peer } = args;
    return warpOf(matrix, { interpolation: "nearest", edge, fill, peer }, { size, permutes: inside });
  },
});
