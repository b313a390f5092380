import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { readingArgs, WARP_PEERS, warpOf } from "../lib/warp-args.ts";

export const shearXOp = defineOp({
  name: "shearX",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Slants the picture: a row is read `share` times its height below the top further right, x_in = x + share · y, about the top left " +
    "corner of the picture, as Pillow, timm and torchvision's policies do. KerasCV's is about the middle of the first pixel: share/2 pixels beside.",
  said: "sheared by {share} across",
  peers: WARP_PEERS,
  args: {
    share: {
      type: "number",
      min: -8,
      max: 8,
      identity: 0,
      unit: "pixels across per pixel down",
      about: "Positive moves lower rows left.",
    },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ share: 0.3 * magnitude }),
  warp: (args) => warpOf([1, args.share, 0, 0, 1, 0], args),
});
