/** The pages of pictures that have sizes of their own. */
import { MAX_PAGES, MAX_PICTURES } from "../analysis/limits.ts";
import { packPictures } from "../analysis/places.ts";
import { found, SourceError } from "../check/errors.ts";
import type { HostImages } from "../source/host-images.ts";
import { fittingOwn, limitsForOwn } from "./own-capacity.ts";
import { type PagePlan, requesting } from "./pages.ts";

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
