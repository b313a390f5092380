/** The masks of a batch, as the mixing kernels read them: a byte a pixel, every plane from a whole word on. */
import type { Size } from "../format/format.ts";
import { maskPlane } from "../mixers/masks/plane.ts";
import type { MaskShape } from "../plan/plan.ts";
import type { Program } from "./program.ts";
import type { Upload } from "./recording.ts";

export class Masks {
  private readonly planes: { plane: Uint8Array; word: number }[] = [];
  private readonly known = new Map<Uint8Array, number>();
  private words = 0;

  /** Adds a mask for pictures of this size and returns the word its plane begins at. */
  add(mask: MaskShape, size: Size): number {
    const plane = maskPlane(mask, size);
    const known = this.known.get(plane);
    if (known !== undefined) return known;
    const word = this.words;
    this.known.set(plane, word);
    this.planes.push({ plane, word });
    this.words += Math.ceil(plane.length / 4);
    return word;
  }

  /** The upload, if there is anything to upload. */
  upload(): Upload[] {
    if (this.planes.length === 0) return [];
    const bytes = new Uint8Array(4 * this.words);
    for (const { plane, word } of this.planes) bytes.set(plane, 4 * word);
    return [{ block: "masks", bytes }];
  }
}

/** Adds masks for pictures of this size to a program, each plane once, and returns where each begins, in vec4u. */
export function tablesOfMasks(masks: readonly MaskShape[], size: Size, program: Program): number[] {
  const known = new Map<Uint8Array, number>();
  return masks.map((mask) => {
    const plane = maskPlane(mask, size);
    const table = known.get(plane) ?? program.addTable(plane);
    known.set(plane, table);
    return table;
  });
}
