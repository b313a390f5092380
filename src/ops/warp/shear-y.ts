import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { readingArgs, WARP_PEERS, warpOf } from "../lib/warp-args.ts";

export const shearYOp = defineOp({
  name: "shearY",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Slants the picture: a column is read `share` times its distance from the left further down, y_in = y + share · x, about the top " +
    "left corner of the picture, as Pillow, timm and torchvision's policies do. KerasCV's is about the middle of the first pixel: share/2 pixels beside.",
  said: "sheared by {share} down",
  peers: WARP_PEERS,
  args: {
    share: {
      type: "number",
      min: -8,
      max: 8,
      identity: 0,
      unit: "pixels down per pixel across",
      about: "Positive moves columns on the right up.",
    },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ share: 0.3 * magnitude }),
  warp: (args) => warpOf([1, 0, 0, args.share, 1, 0], args),
});
