import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { readingArgs, WARP_PEERS, warpOf } from "../lib/warp-args.ts";
import type { Peer } from "../op.ts";

export const translateXOp = defineOp({
  name: "translateX",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Moves the picture to the right by `pixels`, x_in = x − pixels, as torchvision's positive magnitudes do; Pillow's and timm's matrix " +
    "(1, 0, v, 0, 1, 0) and KerasCV's positive factors move it to the left, which is pixels: −v. torchvision moves by whole pixels only: for that " +
    "peer the number is cut off.",
  said: "moved by {pixels} across",
  peers: WARP_PEERS,
  args: {
    pixels: {
      type: "number",
      min: -16_384,
      max: 16_384,
      identity: 0,
      unit: "pixels",
      about: "How far to the right; negative is left.",
    },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ pixels: 32 * magnitude }),
  warp: (args) => warpOf([1, 0, -movedBy(args), 0, 1, 0], args),
});

/** torchvision's `int(pixels)`; 0 and not −0. */
export function movedBy({ pixels, peer }: { readonly pixels: number; readonly peer: Peer }): number {
  return (peer === "torchvision" ? Math.trunc(pixels) : pixels) + 0;
}
