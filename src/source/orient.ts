/** Turning pictures the way up that their file asks for. */

import type { Decoded } from "./channels.ts";
import { allocate } from "./read.ts";

/**
 * Where EXIF's eight orientations (CIPA DC-008, tag 0x0112) have the stored picture's columns and rows: 5 to 8 swap
 * them, and each may run backwards.
 */
const SWAPPED = [5, 6, 7, 8];
const BACKWARDS_ACROSS = [2, 3, 7, 8];
const BACKWARDS_DOWN = [3, 4, 6, 7];

/**
 * The picture as it is to be shown, from the picture as it is stored (Pillow's `ImageOps.exif_transpose`). Four
 * channels; 1 copies nothing.
 */
export function orient(stored: Decoded, orientation: number, name: string): Decoded {
  if (orientation === 1) return stored;
  const swaps = SWAPPED.includes(orientation);
  const [width, height] = swaps ? [stored.height, stored.width] : [stored.width, stored.height];
  const from = new Uint32Array(stored.data.buffer, stored.data.byteOffset, stored.width * stored.height);
  const data = allocate(4 * from.length, name);
  const to = new Uint32Array(data.buffer);
  // Where the first pixel shown lies in the stored picture, and how far it is to the next one across and down.
  const stepX = BACKWARDS_ACROSS.includes(orientation) ? -1 : 1;
  const stepY = BACKWARDS_DOWN.includes(orientation) ? -stored.width : stored.width;
  const first = (stepX < 0 ? stored.width - 1 : 0) + (stepY < 0 ? (stored.height - 1) * stored.width : 0);
  const [across, down] = swaps ? [stepY, stepX] : [stepX, stepY];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) to[at++] = from[first + x * across + y * down]!;
  }
  return { ...stored, data, width, height };
}
