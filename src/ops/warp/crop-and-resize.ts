import { InputError } from "../../check/errors.ts";
import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { fillArg, readingArgs, sideArg, warpOf } from "../lib/warp-args.ts";
import type { Arg } from "../op.ts";

const boxArg = (min: number) => ({ type: "number", min, max: 16_384, unit: "pixels" }) as const satisfies Arg;

export const cropAndResizeOp = defineOp({
  name: "cropAndResize",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Cuts a box out and resizes it (`F.resized_crop`, the second half of RandomResizedCrop): only pixels of the box are read. `antialias` " +
    "averages all pixels under an output pixel when shrinking, with torchvision's triangle weights or, for peer pillow, in Pillow's two " +
    "roundings; it reads (2 s + 1)² pixels at a shrinking of s.",
  said: "cropped to {width} × {height} at {left}, {top} and resized to {outWidth} × {outHeight}",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    top: { ...boxArg(-16_384), about: "First row of the box; need not be whole." },
    left: { ...boxArg(-16_384), about: "First column of the box." },
    height: { ...boxArg(0.01), about: "Of the box." },
    width: { ...boxArg(0.01), about: "Of the box." },
    outHeight: { ...sideArg, about: "Of the result.", sideOfResult: "height" },
    outWidth: { ...sideArg, about: "Of the result.", sideOfResult: "width" },
    antialias: { type: "boolean", default: true, unit: "yes or no", about: "Only for bilinear." },
    interpolation: readingArgs().interpolation,
    overhang: {
      type: "choice",
      values: ["fill", "cut"],
      default: "fill",
      unit: "name",
      about:
        "Where the box sticks out of the picture the result is `fill` (KerasCV's JitteredResize), or that part is cut off the box first.",
    },
    fill: { ...fillArg, about: "One level for all channels, or one per channel. Left out it is 0." },
  },
  examples: ({ height, width }) =>
    [
      [8, 8, 80, 80],
      [0, 20, 64, 64],
      [4, 28, 40, 40],
      [0, 30, 96, 36],
    ].map(([top, left, high, wide]) => ({
      top: (top! * height) / 96,
      left: (left! * width) / 96,
      height: (high! * height) / 96,
      width: (wide! * width) / 96,
      outHeight: height,
      outWidth: width,
    })),
  laws: {
    neutral: ({ height, width }) => [{ top: 0, left: 0, height, width, outHeight: height, outWidth: width }],
    // Weights are divided by their sum.
    neutralWithin: 2 ** -24,
  },
  warp(args, input) {
    const { outHeight, outWidth, overhang, interpolation, fill, peer } = args;
    const isCut = overhang === "cut";
    const down = spanOf(args.top, args.height, input.height, isCut, "cropAndResize.top");
    const across = spanOf(args.left, args.width, input.width, isCut, "cropAndResize.left");
    return warpOf(
      [across.length / outWidth, 0, across.start, 0, down.length / outHeight, down.start],
      { interpolation, edge: isCut ? "edge" : "constant", fill, peer },
      {
        antialias: args.antialias && interpolation === "bilinear",
        window: { top: down.first, height: down.count, left: across.first, width: across.count },
        size: { height: outHeight, width: outWidth },
      },
    );
  },
});

/** A box along one axis, or the part of it in the picture, and the whole pixels which that part touches. */
function spanOf(start: number, length: number, size: number, isCut: boolean, path: string) {
  const from = Math.max(0, start);
  const to = Math.min(size, start + length);
  if (!(to > from)) throw new InputError(path, "a box that lies in the picture at least in part", start);
  const first = Math.floor(from);
  return { start: isCut ? from : start, length: isCut ? to - from : length, first, count: Math.ceil(to) - first };
}
