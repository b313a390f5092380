/** The kinds of moves. */
import type { Size } from "../format/format.ts";
import type { Hidden, MovedTile, PixelBox } from "../ops/op.ts";
import type { PlaceAt } from "./field.ts";
import type { Matrix } from "./matrix.ts";

/** One step of a picture's ops, as what belongs to it sees it. */
export type Move = WarpMove | FieldMove | TilesMove | HideMove;

/** A read through a matrix. */
export interface WarpMove {
  kind: "warp";
  /** Output → input and input → output, nine numbers each, in pixels with edges counted. */
  back: Matrix;
  forth: Matrix;
  input: Size;
  output: Size;
  /** The part of the input that is read, where that is not all of it. */
  window: PixelBox | undefined;
  /** Whether torchvision cuts boxes off at the border after this call. */
  clips: boolean;
  /** The copies that its edge shows, where they are asked for. */
  copies?: readonly WarpMove[];
}

/** A read where a function says. */
export interface FieldMove {
  kind: "field";
  /** Output → input. */
  place: PlaceAt;
  input: Size;
  output: Size;
}

/** Parts that change places. */
export interface TilesMove {
  kind: "tiles";
  tiles: readonly MovedTile[];
  output: Size;
}

/** A part that is painted over. */
export interface HideMove {
  kind: "hide";
  hidden: Hidden;
  output: Size;
}
