import { ArgumentError } from "../../check/errors.ts";
import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { halfEven, sizeByRatio } from "../lib/ratio.ts";
import { fillArg, readingArgs, sideArg, warpOf } from "../lib/warp-args.ts";
import type { Size } from "../lib/warp-words.ts";

export const resizeOp = defineOp({
  name: "resize",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about:
    "Another size: `height` × `width`, or one side that keeps the ratio of the sides. `shortest` is the shorter side (`Resize(int)`, " +
    "`SmallestMaxSize`), `longest` the longer one (`LongestMaxSize`); both are a shorter side that no longer side exceeds (torchvision's " +
    "`max_size`). The other side is cut to whole pixels, as torchvision does, or for peer pillow rounded, as `ImageOps.contain` and " +
    "albumentations do. Of two sides: `fill` stretches (`Image.resize`, `F.resize`), `cover` fills the result and cuts off what sticks out, centred " +
    "(`ImageOps.fit`, KerasCV's crop_to_aspect_ratio), `contain` shows all of it, centred on `fill` (`ImageOps.pad`, KerasCV's " +
    "pad_to_aspect_ratio). `antialias` averages all pixels under an output pixel when shrinking, with torchvision's triangle " +
    "weights or, for peer pillow, in Pillow's two roundings (alpha is averaged as any channel, not multiplied in); it reads (2 s + 1)² pixels " +
    "at a shrinking of s. Without it a pixel is interpolated from its neighbours only (KerasCV). Nearest is Pillow's, torch's `nearest-exact`.",
  said: "resized to {width} × {height}",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    height: { ...sideArg, about: "Of the result; with `width`.", default: undefined, sideOfResult: "height" },
    width: { ...sideArg, about: "Of the result; with `height`.", default: undefined, sideOfResult: "width" },
    shortest: {
      ...sideArg,
      about: "Instead of both: the shorter side of the result.",
      default: undefined,
      sideOfResult: "both",
    },
    longest: {
      ...sideArg,
      about: "Instead of both: the longer side of the result; beside `shortest`, what it is at most.",
      default: undefined,
      sideOfResult: "both",
    },
    fit: {
      type: "choice",
      values: ["fill", "cover", "contain"],
      default: "fill",
      unit: "name",
      about: "How the picture meets another shape.",
    },
    antialias: { type: "boolean", default: true, unit: "yes or no", about: "Only for bilinear." },
    interpolation: readingArgs().interpolation,
    fill: { ...fillArg, about: "For contain: one level for all channels, or one per channel. Left out it is 0." },
  },
  examples: () => [
    { height: 64, width: 64 },
    { height: 48, width: 96 },
    { height: 48, width: 96, fit: "cover" },
    { height: 48, width: 96, fit: "contain", fill: [128] },
    { shortest: 40 },
  ],
  together({ height, width, shortest, longest, fit }) {
    const byRatio = shortest !== undefined || longest !== undefined;
    if (!byRatio && height === undefined) throw new ArgumentError("height", NEEDED, height);
    if (!byRatio && width === undefined) throw new ArgumentError("width", NEEDED, width);
    if (!byRatio) return;
    if (height !== undefined) throw new ArgumentError("height", "nothing beside shortest or longest", height);
    if (width !== undefined) throw new ArgumentError("width", "nothing beside shortest or longest", width);
    if (fit !== undefined && fit !== "fill")
      throw new ArgumentError("fit", "nothing beside shortest or longest, which keep the ratio", fit);
    if (typeof shortest === "number" && typeof longest === "number" && longest < shortest)
      throw new ArgumentError("longest", `at least ${shortest}, as shortest`, longest);
  },
  sizeAfter: sizeOf,
  laws: {
    neutral: ({ height, width }) => ["fill", "cover", "contain"].map((fit) => ({ height, width, fit })),
    // Weights are divided by their sum.
    neutralWithin: 2 ** -24,
  },
  warp(args, input) {
    const size = sizeOf(args, input);
    const { fit, interpolation, fill, peer } = args;
    const reading = { interpolation, edge: fit === "contain" ? "constant" : "edge", fill, peer } as const;
    const antialias = args.antialias && interpolation === "bilinear";
    // A window makes `constant` ask where the position is, so that the border does not fade.
    const window = fit === "contain" ? { top: 0, left: 0, ...input } : undefined;
    return warpOf(fitMatrix(fit, input, size), reading, { antialias, size, window });
  },
});

const NEEDED = "an integer 1 to 16384 (pixels), with the other side; or shortest, or longest";

interface Sides {
  readonly height: number | undefined;
  readonly width: number | undefined;
  readonly shortest: number | undefined;
  readonly longest: number | undefined;
  readonly peer: string;
}

function sizeOf({ height, width, shortest, longest, peer }: Sides, input: Size): Size {
  if (height !== undefined && width !== undefined) return { height, width };
  return sizeByRatio(input, { shortest, longest }, peer === "pillow" ? "nearest" : "down");
}

type Fit = "fill" | "cover" | "contain";

/**
 * The scale in each direction, and where the picture is placed: `src/source/resize.ts` fits host pictures by the same
 * rules.
 */
function fitMatrix(fit: Fit, input: Size, output: Size): number[] {
  const across = input.width / output.width;
  const down = input.height / output.height;
  if (fit === "fill" || across === down) return [across, 0, 0, 0, down, 0];
  if (fit === "cover") {
    const scale = Math.min(across, down);
    return [scale, 0, (input.width - scale * output.width) / 2, 0, scale, (input.height - scale * output.height) / 2];
  }
  // Whole pixels, as Pillow rounds them; at least one, so that a line does not vanish.
  const scale = Math.max(across, down);
  const inner = {
    width: Math.max(1, halfEven(input.width / scale)),
    height: Math.max(1, halfEven(input.height / scale)),
  };
  const x = input.width / inner.width;
  const y = input.height / inner.height;
  return [
    x,
    0,
    -x * halfEven((output.width - inner.width) / 2),
    0,
    y,
    -y * halfEven((output.height - inner.height) / 2),
  ];
}
