/** How many pictures one dataset can hold, by a device's limits, and which limits to ask for. */
import { checkStack } from "../analysis/check-pictures.ts";
import { MAX_PAGES, MAX_PICTURES } from "../analysis/limits.ts";
import { found, InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import type { PictureShape } from "../format/format.ts";

/** Entries of `GPUDeviceDescriptor.requiredLimits`, whose type takes no interface. */
export type PageLimits = Record<"maxStorageBufferBindingSize" | "maxBufferSize", number>;

export interface CapacityOptions extends PictureShape {
  /** Pictures that are to fit. */
  count?: number;
}

export interface Capacity {
  /**
   * Pictures of that size that one dataset can hold on the device, or on one that the adapter gives if it is asked for
   * that much.
   */
  pictures: number;
  /**
   * For `adapter.requestDevice({ requiredLimits })`: what `count` pictures need, or without `count` all that fit. For a
   * `count` above `pictures` it is more than there is, and `requestDevice` refuses it.
   */
  requiredLimits: PageLimits;
}

/**
 * What fits, before anything is loaded: `capacity(adapter, { height: 224, width: 224, channels: 3, count: 20_000 })`.
 * Give it a device for what it holds, or an adapter for what it could. It counts what limits allow; how much memory
 * there is WebGPU does not tell.
 * @throws InputError
 */
export function capacity(of: { readonly limits: Readonly<PageLimits> }, options: CapacityOptions): Capacity {
  const limit = pageLimit(of);
  knownKeys("capacity.options", options, ["height", "width", "channels", "count"]);
  const { height, width, channels, count } = options;
  checkStack("capacity.options", { count: count ?? 1, height, width, channels });
  const picture = height * width * channels;
  const pictures = fitting(limit, picture);
  return { pictures, requiredLimits: limitsFor(count ?? Math.max(1, pictures), picture) };
}

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

function pageLimit(of: unknown): number {
  const limits = isOptions(of) ? of.limits : undefined;
  const { maxStorageBufferBindingSize, maxBufferSize } = (
    typeof limits === "object" && limits !== null ? limits : {}
  ) as Partial<PageLimits>;
  if (typeof maxStorageBufferBindingSize !== "number" || typeof maxBufferSize !== "number")
    throw new InputError(
      "capacity.of",
      "a GPUDevice or a GPUAdapter",
      isOptions(of) ? found("an object without their limits") : of,
    );
  return Math.min(maxStorageBufferBindingSize, maxBufferSize);
}
