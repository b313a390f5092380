/** What a definition of an op of the application's own says, and what comes of it: the types. */
import type { Draws, OpSign } from "../draw/op-draws.ts";
import type { Size } from "../format/format.ts";
import type { Checked, Given, Optional } from "../ops/define.ts";
import type { ReadingArgs } from "../ops/lib/warp-args.ts";
import type {
  Arg,
  At,
  Edge,
  EncodeContext,
  Fetch,
  Hidden,
  Histogram,
  Interpolation,
  MovedTile,
  Pixel,
  Place,
  Stats,
  Stencil,
  Tile,
} from "../ops/op.ts";
import type { OwnOpCall, OwnOpName } from "../ops/own.ts";
import type { OwnOpStage } from "../stages/op.ts";
import type { ImageOptions } from "../stages/stage.ts";
import type { NamedWords } from "./own-words.ts";

/** One argument: its type, unit, range, default, and the value that changes nothing. */
export type OwnArg = Omit<Arg, "sideOfResult">;

export type OwnKind = "color" | "mask" | "tone" | "stencil" | "tile" | "warp";

/** Arguments as the functions of an op get them: checked, with their defaults. */
export type Taken<Kind extends OwnKind, Declared> = Kind extends "warp"
  ? Flat<Checked<Declared, []> & ReadingArgs>
  : Checked<Declared, []>;

/** Arguments as a call gives them. */
export type OwnCallArgs<Kind extends OwnKind, Declared> = Given<
  Taken<Kind, Declared>,
  Optional<Declared, []> | (Kind extends "warp" ? keyof ReadingArgs : never)
> &
  (Kind extends "warp" ? { readonly fuse?: boolean } : unknown);

/** One object type in place of an intersection, as an editor shows it. */
type Flat<T> = { [Name in keyof T]: T[Name] } & unknown;

/** The words of an op that says nothing of them: its arguments, by their names. */
export type ArgumentWords<Declared> = {
  readonly [Name in keyof Declared]: Declared[Name] extends { type: "list" }
    ? Checked<Declared, []>[Name & keyof Checked<Declared, []>]
    : number;
};

/** What a function of the CPU reference is handed first: the pixel it changes, or what reads pixels. */
type Seen<Kind extends OwnKind> = Kind extends "stencil" | "tile" ? Fetch : Pixel;
/** Where that is; a tone op is told of the whole picture instead. */
type Where<Kind extends OwnKind> = Kind extends "tile" ? Tile : At;
type WhereF32<Kind extends OwnKind> = Kind extends "tone" ? Stats : Where<Kind>;
type LastF32<Kind extends OwnKind> = Kind extends "tone" ? Histogram : Uint8Array;
/** A pixel, or those of a tile row by row. */
type Made<Kind extends OwnKind> = Kind extends "tile" ? readonly Pixel[] : Pixel;

/** {@link defineOp}'s argument. Which of its functions a kind has is checked when the program runs. */
export interface OwnDefinition<
  Name extends string = string,
  Kind extends OwnKind = OwnKind,
  Declared extends Readonly<Record<string, OwnArg>> = Readonly<Record<string, OwnArg>>,
  U8 extends NamedWords = NamedWords,
  F32 extends NamedWords = NamedWords,
> {
  name: Name;
  kind: Kind;
  /** One or two sentences. */
  about?: string;
  args?: Declared;
  /** Its functions in WGSL, and what they need. A warp by a `matrix` has none. */
  wgsl?: string;
  /** What the kernels know of a call: the words of the struct. Left out: its members are arguments, by their names. */
  encode?(args: Taken<Kind, Declared>, context: EncodeContext): U8;
  /** The same for f32 pictures. Left out where the struct is the same, and for a warp. */
  encodeF32?(args: Taken<Kind, Declared>, context: EncodeContext): F32;
  /** The CPU reference of colour, mask, stencil and tile ops for u8. `tables` has what `encode` uploaded. */
  u8?(seen: Seen<Kind>, words: U8, at: Where<Kind>, tables: Uint8Array): Made<Kind>;
  /** The same for f32, and for tone ops: these get `(pixel, words, stats, histogram)`. */
  f32?(seen: Seen<Kind>, words: F32, at: WhereF32<Kind>, tables: LastF32<Kind>): Made<Kind>;
  /** That of a tone op for u8: what level `value` of `channel` (0, 1, 2) becomes, 0..255. */
  table?(histogram: Histogram, channel: number, value: number, words: U8): number;
  /** That of a tile op's `_show`, where its WGSL has one. */
  show?: Stencil<U8, F32>;
  /** That of a warp's `_place`, for both precisions. */
  place?(words: U8, at: At, tables: Uint8Array): Place;
  /**
   * Of a warp: six numbers m0..m5 of an affine map, or nine of a homography, from output to input, in pixels, pixel
   * centres at + 0.5. In place of `wgsl`, `encode` and `place`.
   */
  matrix?(args: Taken<Kind, Declared>, size: Size): readonly number[];
  /** Set where the matrix can be a homography. */
  projects?: true;
  /** What a warp's arguments `interpolation` and `edge` are by default. Left out: bilinear and constant. */
  reading?: { interpolation?: Interpolation; edge?: Edge };
  /** Arguments at a strength of 0 (no change, or the least there is) to 1: then the table `own` has the op. */
  atMagnitude?(magnitude: number): Omit<OwnCallArgs<Kind, Declared>, "key">;
  /** How `explain` says a call: `darkened by {strength}`. Left out: the name, and the arguments that are numbers. */
  said?: string;
  /**
   * Of a colour op: set where in u8 each colour channel of the result depends on the same channel of the pixel alone. A
   * GPU in software then makes curves of it.
   */
  byLevel?: true;
  /** Of a colour or mask op that hides a part of the picture from boxes, points and maps: which part. */
  hidden?(args: Taken<Kind, Declared>, size: Size): Hidden;
  /** Of a stencil that moves parts of the picture, and boxes, points and maps with them: the parts. */
  tiles?(args: Taken<Kind, Declared>, size: Size): readonly MovedTile[];
  /**
   * Of a warp with a `place`, for boxes, points and maps: the same without rounding, in pixels, at any position, edges
   * counted. Left out: `place`, interpolated between pixels.
   */
  placeAt?(args: Taken<Kind, Declared>, size: Size): (x: number, y: number) => readonly [x: number, y: number];
}

/** The stage of an op of one's own, with its arguments fixed or drawn. */
type OwnOptions<Call> = Flat<Draws<Call> & OpSign & ImageOptions>;

/** An op of one's own: makes its stage, as `ops.solarize` makes that of a built-in one. */
export interface OwnOp<Name extends string = string, Call = never> {
  /** Its stage in a policy. Throws PolicyError when an argument is unknown, missing or out of range. */
  (
    ...options: object extends OwnOptions<Call> ? [options?: OwnOptions<Call>] : [options: OwnOptions<Call>]
  ): OwnOpStage;
  /** By which policies, plans, messages and `createOps` name it. */
  readonly name: Name;
  /** The same as the compiler has it in calls: `call.op === vignette.opName`. */
  readonly opName: OwnOpName;
  /** A call in a plan, or for `createOps(…).apply`. Throws PolicyError as the stage does. */
  opCall(...args: object extends Call ? [args?: Call] : [args: Call]): OwnOpCall;
}
