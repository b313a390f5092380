/** How many pictures that have sizes of their own fit. */
import { MAX_PAGES } from "../analysis/limits.ts";
import { packPictures } from "../analysis/places.ts";
import type { SizePairs } from "../plan/own-sizes.ts";
import type { PageLimits } from "./pages.ts";

/** How many of the pictures of these sizes, from the first on, all pages of a dataset hold. */
export function fittingOwn(limit: number, sizes: SizePairs, channels: number): number {
  const { pageStarts, pageValues } = packPictures("capacity.options.sizes", sizes, channels, limit);
  const tooLarge = pageValues.findIndex((values) => values > limit);
  const end = tooLarge < 0 ? MAX_PAGES : Math.min(tooLarge, MAX_PAGES);
  return pageStarts[end] ?? sizes.length / 2;
}

/** The limits with which all pictures of these sizes fit. */
export function limitsForOwn(sizes: SizePairs, channels: number): PageLimits {
  const pack = (most: number) => packPictures("capacity.options.sizes", sizes, channels, most).pageValues;
  // With room for all in one page, they are in one; the least page that they fit in is searched for below that.
  let high = Math.max(1, pack(Number.POSITIVE_INFINITY)[0] ?? 1);
  let low = Math.ceil(high / MAX_PAGES);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const pages = pack(middle);
    if (pages.length <= MAX_PAGES && pages.every((values) => values <= middle)) high = middle;
    else low = middle + 1;
  }
  const page = Math.ceil(high / 4) * 4;
  return { maxStorageBufferBindingSize: page, maxBufferSize: page };
}
