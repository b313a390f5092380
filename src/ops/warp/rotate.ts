import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { cosDegrees, sinDegrees } from "../lib/trig.ts";
import { readingArgs, WARP_PEERS, warpOf } from "../lib/warp-args.ts";

export const rotateOp = defineOp({
  name: "rotate",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Turns the picture counter-clockwise about its middle (W/2, H/2), as `Image.rotate` and `F.rotate` do; the size stays (Pillow without " +
    "expand). Exact at multiples of 90 degrees: of a square picture every pixel is moved whole, of another shape the corners that are " +
    "turned out are lost. KerasCV counts in turns (a factor of 0.1 is 36 degrees) about the same middle.",
  said: "rotated by {degrees}",
  peers: WARP_PEERS,
  args: {
    degrees: { type: "number", min: -36_000, max: 36_000, identity: 0, unit: "degrees", about: "Counter-clockwise." },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ degrees: 30 * magnitude }),
  warp(args, { height, width }) {
    const cos = cosDegrees(args.degrees);
    const sin = sinDegrees(args.degrees);
    const across = (width - cos * width + sin * height) / 2;
    const down = (height - sin * width - cos * height) / 2;
    return warpOf([cos, -sin, across, sin, cos, down], args);
  },
});
