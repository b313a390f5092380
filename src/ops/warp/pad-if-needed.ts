import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { readingArgs, sideArg, WARP_PEERS, warpOf } from "../lib/warp-args.ts";
import type { Size } from "../lib/warp-words.ts";

const { edge, fill } = readingArgs();

export const padIfNeededOp = defineOp({
  name: "padIfNeeded",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Pads the picture to a least size (albumentations' `PadIfNeeded`); a side that is long enough stays. After `resize({ longest: 640 })` " +
    'it makes a letterbox of 640 × 640, as `resize` with `fit: "contain"` does in one read. Pixels move whole.',
  peers: WARP_PEERS,
  args: {
    minHeight: { ...sideArg, about: "Of the result, at least.", sideOfResult: "both" },
    minWidth: { ...sideArg, about: "Of the result, at least.", sideOfResult: "both" },
    position: {
      type: "choice",
      values: ["center", "topLeft", "topRight", "bottomLeft", "bottomRight"],
      default: "center",
      unit: "name",
      about: "Where the picture lies in the result; in the center the odd line is below and to the right.",
    },
    edge,
    fill,
  },
  examples: () => [
    { minHeight: 112, minWidth: 112 },
    { minHeight: 96, minWidth: 128, fill: [128] },
    { minHeight: 128, minWidth: 112, position: "topLeft" },
    { minHeight: 112, minWidth: 112, edge: "reflect" },
  ],
  laws: { neutral: ({ height, width }) => [{ minHeight: height, minWidth: width }] },
  sizeAfter: sizeOf,
  warp(args, input) {
    const size = sizeOf(args, input);
    const { position } = args;
    const place = (added: number, isFirst: boolean, isLast: boolean) =>
      isFirst ? 0 : isLast ? added : Math.floor(added / 2);
    const top = place(size.height - input.height, position.startsWith("top"), position.startsWith("bottom"));
    const left = place(size.width - input.width, position.endsWith("Left"), position.endsWith("Right"));
    const permutes = size.height === input.height && size.width === input.width;
    return warpOf([1, 0, 0 - left, 0, 1, 0 - top], { ...args, interpolation: "nearest" }, { size, permutes });
  },
});

function sizeOf({ minHeight, minWidth }: { minHeight: number; minWidth: number }, { height, width }: Size): Size {
  return { height: Math.max(height, minHeight), width: Math.max(width, minWidth) };
}
