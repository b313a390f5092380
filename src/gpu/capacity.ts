/** How many pictures one dataset can hold, by a device's limits, and which limits to ask for. */
import { checkStack } from "../analysis/check-pictures.ts";
import { found, InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { checkPairs, type SizePairs } from "../plan/own-sizes.ts";
import { fittingOwn, limitsForOwn } from "./own-capacity.ts";
import { fitting, limitsFor, type PageLimits } from "./pages.ts";

export interface CapacityOptions {
  height?: number;
  width?: number;
  channels: number;
  /**
   * In place of `height` and `width`, for pictures that have sizes of their own: the height and width of each, one pair
   * after the other.
   */
  sizes?: SizePairs;
  /** Pictures that are to fit, of one size. */
  count?: number;
}

export interface Capacity {
  /**
   * Pictures that one dataset can hold on the device, or on one that the adapter gives if it is asked for that much. Of
   * `sizes` so many from the first on.
   */
  pictures: number;
  /**
   * For `adapter.requestDevice({ requiredLimits })`: what `count` pictures or those of all `sizes` need; without either
   * what all need that fit. For more than `pictures` it is more than there is, and `requestDevice` refuses it.
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
  knownKeys("capacity.options", options, ["height", "width", "channels", "sizes", "count"]);
  const { height, width, channels, sizes, count } = options;
  checkStack("capacity.options", { count: count ?? 1, height, width, channels }, "count", sizes !== undefined);
  if (sizes !== undefined) {
    if (count !== undefined) throw new InputError("capacity.options.count", "nothing beside sizes", count);
    checkPairs("capacity.options.sizes", sizes, undefined);
    return { pictures: fittingOwn(limit, sizes, channels), requiredLimits: limitsForOwn(sizes, channels) };
  }
  const picture = height! * width! * channels;
  const pictures = fitting(limit, picture);
  return { pictures, requiredLimits: limitsFor(count ?? Math.max(1, pictures), picture) };
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
