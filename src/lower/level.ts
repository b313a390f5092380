/** The pictures of one level of the plan's graph, as kernels find them. */

import { MAX_PAGES } from "../analysis/limits.ts";
import {
  type Format,
  type Layout,
  MADE_RANGE,
  type PictureShape,
  type Precision,
  type Size,
} from "../format/format.ts";
import type { Read } from "../ops/op.ts";
import type { BufferName, Dispatch } from "./recording.ts";

export interface Level {
  shape: PictureShape;
  /** How the pictures lie: packed in one of the formats, or in scratch memory (one word or one vec4f a pixel). */
  memory: Format | "pixels_u8" | "pixels_f32";
  /** What their ops and the mixing compute in. */
  precision: Precision;
  layout: Layout;
  /** Where black and white are. */
  range: readonly [number, number];
  /** The buffers they are in, page by page. */
  pages: BufferName[];
  /** Pictures in the level. */
  count: number;
  /** Page and index of the picture at a position, in one word; the page alone where they have sizes of their own. */
  wordOf(position: number): number;
  /** Where pictures have sizes of their own: these, and where each begins. `shape` has the largest sides then. */
  own?: {
    sizes: readonly Size[];
    /** Its first value in its page, or its first pixel in scratch memory. */
    firstOf(position: number): number;
  };
  /** Set where the pictures' last segments are still to be done, by what mixes them. `wordOf` is then their record. */
  last?: LastSegments;
}

/** Where the last segments of a level are described, and what they read. */
export interface LastSegments {
  /** Where the pictures' records start in the program, in vec4u. */
  records: number;
  /** How warps read; undefined: in any way. */
  readings: readonly Read[] | undefined;
  /** The pictures that are read from pages. */
  source: Pick<Level, "shape" | "range">;
  /**
   * Those that passes left in scratch memory, if there are any: which of the level's pages that is, and their shape.
   */
  scratch: { page: number; shape: PictureShape } | undefined;
}

/** As much of a level as its kernels are made for. */
export type ReadPictures = Pick<Level, "memory" | "layout" | "pages"> & {
  /** Whether they read or make pictures of different sizes. */
  isRagged?: boolean;
};

/** A level that the dispatches before it made: its pictures lie one after the other in one buffer. */
export function madeLevel(made: Pick<Level, "shape" | "memory" | "precision" | "count">, buffer: BufferName): Level {
  return {
    ...made,
    layout: "nhwc",
    range: MADE_RANGE[made.precision],
    pages: [buffer],
    wordOf: (position) => position,
  };
}

/** Pictures that lie in one buffer, one after the other. */
export const inOneBuffer = (memory: Level["memory"], buffer: BufferName): ReadPictures => ({
  memory,
  layout: "nhwc",
  pages: [buffer],
});

/**
 * A level's pages by the names of a kernel's bindings. One that no page uses still needs a buffer: page 0 once more,
 * which is only read.
 */
export function pageBindings({ pages }: Level): Dispatch["buffers"] {
  const bound: Dispatch["buffers"] = {};
  for (let page = 0; page < MAX_PAGES; page++) bound[PAGE_NAMES[page]!] = pages[page] ?? pages[0]!;
  return bound;
}

const PAGE_NAMES = /* @__PURE__ */ Array.from({ length: MAX_PAGES }, (_, page) => `page${page}` as BufferName);
