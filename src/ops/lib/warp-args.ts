/** The arguments every warp has: how it reads its input, and what shows where there is none. */
import type { Arg, Edge, Interpolation, Peer, Reading, Warp } from "../op.ts";
import { makeWarp, type WarpMore } from "./warp-fold.ts";
import { EDGES, INTERPOLATIONS } from "./warp-words.ts";

/**
 * Whose rounding and border a warp follows:
 * - `pillow` (`Image.transform`): a position outside the picture is fill, others read the nearest pixels inside; u8 is
 *   cut off; the cubic is the one of a = −1;
 * - `torchvision` (`F.affine` on tensors): pixels outside count as zero; with a fill (0 too) the sum then fades to it
 * by what share was inside, so border pixels are weakened twice and no fill ≠ 0; u8 is rounded half to even; the cubic
 * is the one of a = −0.75;
 * - `kerascv`: as `pillow`, and `reflect` is what Keras calls so (our `symmetric`).
 */
export const WARP_PEERS = ["pillow", "torchvision", "kerascv"] as const satisfies Peer[];

/**
 * How pixels between pixels are made: the descriptions of `interpolation`, `edge` and `fill`, with an op's own
 * defaults.
 */
export function readingArgs({
  interpolation = "bilinear",
  edge = "constant",
}: {
  interpolation?: Interpolation;
  edge?: Edge;
} = {}) {
  return {
    interpolation: {
      type: "choice",
      values: INTERPOLATIONS,
      default: interpolation,
      unit: "name",
      about: "The pixel that a position lies in, a weighted mean of the four around it, or a cubic through sixteen.",
    },
    edge: {
      type: "choice",
      values: EDGES,
      default: edge,
      unit: "name",
      about:
        "Outside a picture a b c d there is: constant, `fill`; edge, a a|a b c d|d d; reflect, c b|a b c d|c b; " +
        "symmetric, b a|a b c d|d c; wrap, c d|a b c d|a b.",
    },
    fill: {
      ...fillArg,
      about:
        "For edge constant: one level for all channels, or one per channel (three are opaque). Left out it is 0, and for torchvision the border does " +
        "not fade to it (its null).",
    },
  } as const satisfies Record<string, Arg>;
}

/** Levels for each channel; may be left out. */
export const fillArg = {
  type: "list",
  min: 0,
  max: 255,
  default: undefined,
  unit: "level 0..255",
} as const satisfies Arg;

/** What a warp is told of how it reads. */
export interface ReadingArgs {
  readonly interpolation: Interpolation;
  readonly edge: Edge;
  readonly fill: readonly number[] | undefined;
  readonly peer: Peer;
}

/** How it reads then. */
export function readingOf({ interpolation, edge, fill, peer }: ReadingArgs): Reading {
  return {
    interpolation,
    edge: peer === "kerascv" && edge === "reflect" ? "symmetric" : edge,
    fill,
    peer: peer === "torchvision" ? "torchvision" : "pillow",
  };
}

/** A warp that reads as it was told to. */
export function warpOf(matrix: readonly number[], args: ReadingArgs, more?: WarpMore): Warp {
  return makeWarp(matrix, readingOf(args), more);
}

/** A side of a picture or of a box in it. */
export const sideArg = { type: "integer", min: 1, max: 16_384, unit: "pixels" } as const satisfies Arg;

/** Where a box starts; below 0 it sticks out. */
export const startArg = { type: "integer", min: -16_384, max: 16_384, unit: "pixels" } as const satisfies Arg;
