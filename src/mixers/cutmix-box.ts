import type { Size } from "../format/format.ts";
import type { LambdaMode } from "../plan/plan.ts";

/** How a box is made of λ: see `cutBox`. timm's is the paper's and torchvision's too. */
export type BoxRule = "timm" | "kerascv" | "keras3" | "datarax";

export const LAMBDA_MODES: readonly LambdaMode[] = ["exact", "beta", "unclipped", "continuous"];
export const BOX_RULES: readonly BoxRule[] = ["timm", "kerascv", "keras3", "datarax"];

/**
 * The boxes of CutMix, as pure functions of (height, width, λ, position): nothing is drawn here. The sides all come
 * from r = √(1−λ), and only + − × ÷ √ are used, which every JavaScript engine rounds alike.
 */

/** A box along one axis, for a picture of `length` pixels. */
export interface Span {
  /** First pixel inside and first pixel after: half-open, clipped to [0, length]. */
  start: number;
  end: number;
  /** The side before clipping: an integer where the rule has integer sides, real where it has real ones. */
  side: number;
  /** The side after clipping, as real as the rule is. */
  clipped: number;
}

/** A box in both directions. */
export interface Box {
  x: Span;
  y: Span;
}

/**
 * One side of a box of share `ratio` = √(1−λ), at `position`: the integer centre in [0, length), or for `keras3` a
 * number in [0, 1).
 *
 * - `timm` (Yun et al.'s code, timm `rand_bbox`, torchvision): half = ⌊ratio·length⌋ div 2, so the side is even; [c −
 *   half, c + half) is clipped.
 * - `kerascv`: cut = ⌊ratio·length⌋; pixel i is inside if c − cut/2 <= i < c + cut/2, so odd sides stay odd; clipped.
 * - `keras3`: the real side ratio·length starts at position·(length − side), so it is never clipped; pixel i is inside
 *   if start <= i < start + side. Pixel 0 is therefore left out unless the start is exactly 0.
 * - `datarax`: the real side ratio·length about an integer centre, clipped; a pixel is inside as in `kerascv`.
 */
export function cutSpan(rule: BoxRule, length: number, ratio: number, position: number): Span {
  const cut = ratio * length;
  switch (rule) {
    case "timm": {
      const half = Math.trunc(Math.trunc(cut) / 2);
      return realSpan(length, position - half, 2 * half);
    }
    case "kerascv": {
      const side = Math.trunc(cut);
      return realSpan(length, position - side / 2, side);
    }
    case "keras3":
      return realSpan(length, position * (length - cut), cut);
    case "datarax":
      return realSpan(length, position - cut / 2, cut);
  }
}

/** [from, from + side) on a line of pixels: pixel i is inside when its coordinate is. */
function realSpan(length: number, from: number, side: number): Span {
  const low = Math.min(length, Math.max(0, from));
  const high = Math.min(length, Math.max(0, from + side));
  return { start: Math.ceil(low), end: Math.ceil(high), side, clipped: high - low };
}

/**
 * The CutMix box for λ in [0, 1] of a height × width picture, at (`positionX`, `positionY`): see {@link cutSpan}.
 *
 * `cutBox("timm", { height: 28, width: 28 }, 0.5, 11, 13)` is the box [2, 4, 20, 22), whose exact λ is 0.5867….
 */
export function cutBox(
  rule: BoxRule,
  { height, width }: Size,
  lambda: number,
  positionX: number,
  positionY: number,
): Box {
  const ratio = Math.sqrt(1 - lambda);
  return { x: cutSpan(rule, width, ratio, positionX), y: cutSpan(rule, height, ratio, positionY) };
}

/** A box given by its corner and whole sides, as `minmax` draws it. */
export function placedBox(x: number, y: number, boxWidth: number, boxHeight: number): Box {
  return {
    x: { start: x, end: x + boxWidth, side: boxWidth, clipped: boxWidth },
    y: { start: y, end: y + boxHeight, side: boxHeight, clipped: boxHeight },
  };
}

/**
 * The sides `minmax` may draw for one axis: integers in [first, first + count), as numpy's
 * `randint(int(length·min), int(length·max))`. Where that interval is empty (a small picture), numpy would raise an
 * error; here the one value int(length·min) is left.
 */
export function minmaxSides(length: number, [min, max]: readonly [number, number]): { first: number; count: number } {
  const first = Math.trunc(length * min);
  return { first, count: Math.max(1, Math.trunc(length * max) - first) };
}

/** The label weight of the own picture under a box, in double precision; `drawn` is the λ the box was made of. */
export function boxLambda(mode: LambdaMode, height: number, width: number, { x, y }: Box, drawn: number): number {
  switch (mode) {
    case "exact":
      return 1 - ((x.end - x.start) * (y.end - y.start)) / (height * width);
    case "beta":
      return drawn;
    case "unclipped":
      return 1 - (x.side * y.side) / (height * width);
    case "continuous":
      return 1 - (x.clipped * y.clipped) / (height * width);
  }
}
