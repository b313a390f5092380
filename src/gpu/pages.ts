/** The pages that a dataset's pictures are cut into. */
import { MAX_PAGES, MAX_PICTURES } from "../analysis/limits.ts";
import type { Packed } from "../analysis/places.ts";
import { found, SourceError } from "../check/errors.ts";
import type { HostImages } from "../source/host-images.ts";

/** Entries of `GPUDeviceDescriptor.requiredLimits`, whose type takes no interface. */
export type PageLimits = Record<"maxStorageBufferBindingSize" | "maxBufferSize", number>;

/** Bytes of each page, and where pictures lie. */
export interface PagePlan {
  pageBytes: readonly number[];
  picturesPerPage: number;
  places?: Packed;
}

/** Pages for pictures of one size. @throws SourceError where they do not fit */
export function evenPages({ count, height, width, channels }: HostImages, limit: number, advised?: string): PagePlan {
  const picture = height * width * channels;
  const perPage = picturesPerPage(limit, picture);
  const pages = perPage === 0 ? Number.POSITIVE_INFINITY : Math.ceil(count / perPage);
  if (pages > MAX_PAGES) {
    const advice = advised ?? requesting(limitsFor(count, picture));
    throw new SourceError(
      "dataset",
      `at most ${fitting(limit, picture)} pictures of ${height} × ${width} × ${channels}, in ${MAX_PAGES} pages of ${limit} bytes (for all ${count} ${advice}, or use a Stream, which need not fit)`,
      found(`${count} pictures`),
    );
  }
  const pageBytes = Array.from({ length: pages }, (_, page) => Math.min(perPage, count - page * perPage) * picture);
  return { pageBytes, picturesPerPage: perPage };
}

export const requesting = ({ maxStorageBufferBindingSize: binding, maxBufferSize: size }: PageLimits): string =>
  `request a device with requiredLimits: { maxStorageBufferBindingSize: ${binding}, maxBufferSize: ${size} }, as \`capacity\` says`;

/** Pictures of so many bytes that a page of at most `limit` bytes holds. */
export const picturesPerPage = (limit: number, picture: number): number =>
  Math.min(Math.floor(limit / picture), MAX_PICTURES);

/** Pictures of so many bytes that all pages of a dataset hold. */
export const fitting = (limit: number, picture: number): number =>
  Math.min(MAX_PAGES * picturesPerPage(limit, picture), MAX_PICTURES);

/** The limits with which that many pictures fit. */
export function limitsFor(count: number, picture: number): PageLimits {
  const page = Math.ceil((Math.ceil(count / MAX_PAGES) * picture) / 4) * 4;
  return { maxStorageBufferBindingSize: page, maxBufferSize: page };
}
