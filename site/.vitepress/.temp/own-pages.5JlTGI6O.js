import { p as packPictures, M as MAX_PAGES, S as SourceError, f as found, x as MAX_PICTURES, K as requesting } from "./index.F55_14cs.js";
function fittingOwn(limit, sizes, channels) {
  const { pageStarts, pageValues } = packPictures("capacity.options.sizes", sizes, channels, limit);
  const tooLarge = pageValues.findIndex((values) => values > limit);
  const end = tooLarge < 0 ? MAX_PAGES : Math.min(tooLarge, MAX_PAGES);
  return pageStarts[end] ?? sizes.length / 2;
}
function limitsForOwn(sizes, channels) {
  const pack = (most) => packPictures("capacity.options.sizes", sizes, channels, most).pageValues;
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
function ownPages({ count, channels }, sizes, limit, advised) {
  const places = packPictures("dataset.sizes", sizes, channels, limit);
  const { pageStarts, pageValues } = places;
  const advice = () => advised ?? requesting(limitsForOwn(sizes, channels));
  const large = pageValues.findIndex((values) => values > limit);
  if (large >= 0) {
    const picture = pageStarts[large];
    throw new SourceError(
      `dataset.pictures[${picture}]`,
      `at most ${limit} bytes, the size of a page (give fromImages a maxSide, or ${advice()})`,
      found(`${sizes[2 * picture]} × ${sizes[2 * picture + 1]} × ${channels}`)
    );
  }
  if (pageValues.length > MAX_PAGES)
    throw new SourceError(
      "dataset",
      `at most the first ${fittingOwn(limit, sizes, channels)} of these pictures, in ${MAX_PAGES} pages of ${limit} bytes (for all ${count} ${advice()}, or use a Stream, which need not fit)`,
      found(`${count} pictures`)
    );
  return { pageBytes: pageValues, picturesPerPage: MAX_PICTURES, places };
}
export {
  ownPages
};
