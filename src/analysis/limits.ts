/** How much one batch may hold, by what the kernels' bindings and records have room for. */
import * as constants from "../generated/constants.ts";

/** Storage bindings for pictures; with the outputs they stay within the 8 that every device has. */
export const MAX_PAGES = 4;
/** Pictures in one page: the index shares its word with the page number. */
export const MAX_PICTURES = 2 ** constants.mixChunk.PAGE_SHIFT;
