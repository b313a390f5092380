/**
 * Where pictures lie that have sizes of their own: one after the other and packed tightly, in a few pages. A page ends
 * before the picture that it has no room for.
 */
import { pairAt, type SizePairs } from "../plan/own-sizes.ts";

export interface Places {
  /** The first value of each picture in its page, by index. */
  firsts: Uint32Array;
  /** The first picture of each page. */
  pageStarts: readonly number[];
}

/** Pictures that were packed: where they lie, and how many values each page has. */
export interface Packed extends Places {
  pageValues: readonly number[];
}

/**
 * Packs pictures of these sizes into pages of at most `most` values each. A picture that is larger has a page of its
 * own, which has more.
 * @throws InputError for a size that is none
 */
export function packPictures(path: string, sizes: SizePairs, channels: number, most: number): Packed {
  const count = sizes.length / 2;
  const firsts = new Uint32Array(count);
  const pageStarts: number[] = [];
  const pageValues: number[] = [];
  let used = 0;
  for (let i = 0; i < count; i++) {
    const { height, width } = pairAt(path, sizes, i);
    const values = height * width * channels;
    if (i === 0 || used + values > most) {
      pageStarts.push(i);
      pageValues.push(0);
      used = 0;
    }
    firsts[i] = used;
    used += values;
    pageValues[pageValues.length - 1] = used;
  }
  return { firsts, pageStarts, pageValues };
}

/** The page that a picture lies in. */
export function pageOf({ pageStarts }: Places, index: number): number {
  let page = pageStarts.length - 1;
  while (page > 0 && pageStarts[page]! > index) page--;
  return page;
}

/** The largest sides. */
export function largestOf(sizes: SizePairs): { height: number; width: number } {
  let height = 0;
  let width = 0;
  for (let i = 0; i < sizes.length; i += 2) {
    height = Math.max(height, sizes[i]!);
    width = Math.max(width, sizes[i + 1]!);
  }
  return { height, width };
}
