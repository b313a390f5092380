/** What is known of the size of pictures before any is drawn: one size, or the bounds of many and why they are many. */
import type { PolicyError } from "../check/errors.ts";
import { MAX_SIDE, type Size } from "../format/format.ts";
import { isSame } from "../ops/size.ts";

export interface Sizes {
  /** One, or some between which all others lie, side by side. */
  readonly some: readonly Size[];
  /** Why they are many. It is thrown where pictures must have one size: where they are mixed, and at the end. */
  readonly because?: PolicyError;
}

/** Every picture has that size. */
export const fixed = ({ height, width }: Size): Sizes => ({ some: [{ height, width }] });

/** Any size there is. */
export const anySize = (because: PolicyError): Sizes => between(1, MAX_SIDE, because);

/** Sides from `least` to `most`. */
export function between(least: number, most: number, because: PolicyError): Sizes {
  return { some: corners([least, most], [least, most]), because };
}

/** More than these are replaced by their bounds. */
const MOST = 8;

/** One of several. `because` is taken where that makes many of them. */
export function oneOfSizes(several: readonly Sizes[], because?: PolicyError): Sizes {
  const all: Size[] = [];
  for (const size of several.flatMap(({ some }) => some)) if (!all.some((one) => isSame(one, size))) all.push(size);
  if (all.length === 1) return { some: all };
  const ends = (sides: number[]) => [Math.min(...sides), Math.max(...sides)];
  const some =
    all.length <= MOST ? all : corners(ends(all.map(({ height }) => height)), ends(all.map(({ width }) => width)));
  // What was met last is what could have made them one.
  return { some, because: several.findLast((one) => one.because)?.because ?? because };
}

/** The one size. Throws why there are more. */
export function oneSize({ some, because }: Sizes): Size {
  if (because) throw because;
  return some[0]!;
}

const corners = (heights: readonly number[], widths: readonly number[]): Size[] =>
  heights.flatMap((height) => widths.map((width) => ({ height, width })));
