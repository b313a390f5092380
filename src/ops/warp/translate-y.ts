import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { readingArgs, WARP_PEERS, warpOf } from "../lib/warp-args.ts";
import { movedBy } from "./translate-x.ts";

export const translateYOp = defineOp({
  name: "translateY",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Moves the picture down by `pixels`, y_in = y − pixels, as torchvision's positive magnitudes do; Pillow's and timm's matrix " +
    "(1, 0, 0, 0, 1, v) and KerasCV's positive factors move it up, which is pixels: −v. torchvision moves by whole pixels only: for that peer " +
    "the number is cut off.",
  said: "moved by {pixels} down",
  peers: WARP_PEERS,
  args: {
    pixels: {
      type: "number",
      min: -16_384,
      max: 16_384,
      identity: 0,
      unit: "pixels",
      about: "How far down; negative is up.",
    },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ pixels: 32 * magnitude }),
  warp: (args) => warpOf([1, 0, 0, 0, 1, -movedBy(args)], args),
});
