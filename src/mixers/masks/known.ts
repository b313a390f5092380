import { Registry } from "../../check/registry.ts";
import type { Size } from "../../format/format.ts";
import type { MaskShape } from "../../plan/plan.ts";

/** Makes the plane of a mask of one shape. */
export type MakePlane<Shape extends MaskShape = MaskShape> = (mask: Shape, size: Size) => Uint8Array;

/** The shapes of masks that are here, by their names: the mixers that draw them bring them. */
export const knownMasks = /* @__PURE__ */ new Registry<MakePlane>();
