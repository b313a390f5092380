/** The pages of pictures that have sizes of their own, and how many fit. */
import { MAX_PAGES, MAX_PICTURES } from "../analysis/limits.ts";
import { packPictures } from "../analysis/places.ts";
import { found, SourceError } from "../check/errors.ts";
import type { SizePairs } from "../plan/own-sizes.ts";
import type { HostImages } from "../source/host-images.ts";
import { type PageLimits, type PagePlan, requesting } from "./pages.ts";

/** Pages for pictures that have sizes of their own. @throws SourceError where they do not fit */
export function ownPages(
  { count, channels }: HostImages,
  sizes: Uint32Array,
  limit: number,
  advised?: string,
): PagePlan {
  const places = packPictures("dataset.sizes", sizes, channels, limit);
  const { pageStarts, pageValues } = places;
  const advice = () => advised ?? requesting(limitsForOwn(sizes, channels));
  const large = pageValues.findIndex((values) => values > limit);
  if (large >= 0) {
    const picture = pageStarts[large]!;
    throw new SourceError(
      `dataset.pictures[${picture}]`,
      `at most ${limit} bytes, the size of a page (give fromImages a maxSide, or ${advice()})`,
      found(`${sizes[2 * picture]} × ${sizes[2 * picture + 1]} × ${channels}`),
    );
  }
  if (pageValues.length > MAX_PAGES)
    throw new SourceError(
      "dataset",
      `at most the first ${fittingOwn(limit, sizes, channels)} of these pictures, in ${MAX_PAGES} pages of ${limit} bytes (for all ${count} ${advice()}, or use a Stream, which need not fit)`,
      found(`${count} pictures`),
    );
  return { pageBytes: pageValues, picturesPerPage: MAX_PICTURES, places };
}

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
