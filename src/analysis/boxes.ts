/** Pixels in boxes that overlap, counted without looking at each. */

/** x0, y0, x1, y1, half-open, in pixels. */
export type Box = readonly [number, number, number, number];

/** What two boxes share; it ends before it begins where that is nothing. */
export function overlap(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/**
 * Pixels of `region` that none of `holes[from …]` covers: the area without the first hole, less what that hole alone
 * takes.
 */
export function uncovered(region: Box, holes: readonly Box[], from = 0): number {
  const width = region[2] - region[0];
  const height = region[3] - region[1];
  if (width <= 0 || height <= 0) return 0;
  if (from === holes.length) return width * height;
  return uncovered(region, holes, from + 1) - uncovered(overlap(region, holes[from]!), holes, from + 1);
}
