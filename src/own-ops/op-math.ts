/** What the WGSL library of own ops computes, on the host: for their CPU reference. */
export { noiseWord, normal12 } from "../ops/lib/normal.ts";
export { PIXEL, PLACE_BITS, pictureMiddle, pixelCentre, scaled } from "../ops/lib/place.ts";

/**
 * Byte `index` of a table that `EncodeContext.table` uploaded, where `table` is what it returned: `host_byte` in WGSL.
 */
export const hostByte = (tables: Uint8Array, table: number, index: number): number => tables[table * 16 + index]!;
