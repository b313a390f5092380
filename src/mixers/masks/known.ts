import { Registry } from "../../check/registry.ts";
import type { Size } from "../../format/format.ts";
import type { MaskShape } from "../../plan/plan.ts";

/** Refuses what stands at a path, with what was expected there. */
export type Refuse = (path: string, expected: string, found: unknown) => never;

/** One shape of masks, on the host. */
export interface MaskForm<Mask extends MaskShape = MaskShape> {
  /** Its fields, `shape` among them. */
  fields: readonly string[];
  /** Refuses a field that cannot be, of a mask for a picture of `pixels` pixels. */
  check(mask: Record<string, unknown>, path: string, refuse: Refuse, pixels: number): void;
  /** One byte a pixel, line by line: the partner's weight. */
  plane(mask: Mask, size: Size): Uint8Array;
}

/** The shapes of masks that are here, by their names: the mixers that draw them bring them. */
export const knownMasks = /* @__PURE__ */ new Registry<MaskForm>();

/** Refuses what is no integer of a range. */
export function checkInteger(found: unknown, path: string, low: number, high: number, refuse: Refuse): void {
  if (!(Number.isInteger(found) && (found as number) >= low && (found as number) <= high))
    refuse(path, `an integer in ${low}..${high}`, found);
}
