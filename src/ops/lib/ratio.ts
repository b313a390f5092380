/** Sizes that keep the ratio of a picture's sides, as the peers round them. */
import type { Size } from "./warp-words.ts";

/** The longest side that an op makes. */
const MAX_SIDE = 16_384;

/**
 * The size of a picture whose shorter side becomes `shortest`, or whose longer one becomes `longest`; given both, the
 * shorter one, unless the longer one would exceed `longest`. The other side is cut to whole pixels (torchvision's
 * `int`) or rounded, halves to even (Pillow, albumentations), and at least 1.
 */
export function sizeByRatio(
  { height, width }: Size,
  { shortest, longest }: { readonly shortest: number | undefined; readonly longest: number | undefined },
  rounding: "down" | "nearest",
): Size {
  // In the peers' order of operations: a product may be rounded differently.
  const other = (side: number, to: number, by: number) =>
    Math.max(1, rounding === "down" ? Math.floor((side * to) / by) : halfEven((to / by) * side));
  let short = Math.min(height, width);
  let long = Math.max(height, width);
  if (shortest !== undefined) [short, long] = [shortest, other(shortest, long, short)];
  const most = longest ?? MAX_SIDE;
  const isLongest = longest !== undefined && shortest === undefined;
  if (isLongest || long > most) [short, long] = [other(most, short, long), most];
  return width <= height ? { height: long, width: short } : { height: short, width: long };
}

/** Python's `round`. */
export function halfEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
