/**
 * What an image op is, in one place: its arguments with units and ranges, how they become words for the shader, and
 * what it does to a pixel. The same words drive the CPU reference below and `shaders/ops/<name>.wgsl`; the two are read
 * side by side.
 *
 * Two precisions. u8 pictures stay u8 between ops and every op rounds as its peer does, in integers only, so that every
 * adapter gives the same byte. f32 pictures run in f32, nominally 0..1, and are not rounded between ops.
 */

import type { PictureShape, Precision, Size } from "../format/format.ts";
import type { OpShader } from "../generated/op-shaders.ts";

/** 32-bit words, all that a shader knows of an op call (up to eight) or of a warp (sixteen). */
export type Words = ArrayLike<number>;

/**
 * Four channels. u8: integers 0..255; f32: numbers, nominally 0..1. One channel is read as (x, x, x, opaque), three as
 * (r, g, b, opaque).
 */
export type Pixel = readonly [number, number, number, number];

/** Where a pixel is in the picture that is being made. */
export interface At {
  x: number;
  y: number;
  width: number;
  height: number;
  channels: number;
}

/** Reads a pixel of the picture an op works on; coordinates are clamped to its edge. */
export type Fetch = (x: number, y: number) => Pixel;

/** One argument, as documentation, check and default in one. */
export interface Arg {
  type: "number" | "integer" | "boolean" | "choice" | "list";
  /** Smallest and largest value (of each entry, for a list). */
  min?: number;
  max?: number;
  /** For `choice`. */
  values?: readonly string[];
  /** For `list`: how many entries; left out, any number. */
  length?: number;
  /**
   * For `list`: the entries are names, places or counts that go with another argument, so that nobody takes two of them
   * for a range.
   */
  isNoRange?: true;
  /** Left out, the argument must be given. */
  default?: unknown;
  /** The value that changes nothing, where there is one. */
  identity?: unknown;
  /**
   * Set where the argument is a side of the result, or with others decides `both` (then the op has a `sizeAfter`). A
   * policy gives all pictures the same.
   */
  sideOfResult?: "height" | "width" | "both";
  /** What the number counts: `level 0..255`, `degrees`, `pixels`, `factor`, `share of the width` … */
  unit: string;
  /** For the documentation. The package is built without it. */
  about?: string;
}

/** Arguments whose types are not known: a call that is checked while the program runs, or an op of any kind. */
export type Args = Readonly<Record<string, unknown>>;

/** A call of whatever op, as it is put together. */
export interface AnyCall {
  op: string;
  [argument: string]: unknown;
}

/** What encoding may depend on besides the arguments. */
export interface EncodeContext {
  height: number;
  width: number;
  channels: number;
  /**
   * Uploads a table of bytes (a multiple of four) with the program; the word it returns is where the shader finds it.
   */
  table(bytes: Uint8Array): number;
}

/**
 * What an op does to what belongs to the picture (boxes, points, class maps): it moves them as it moves pixels, it
 * hides a part of them, or it does nothing to them. `src/targets` goes by it.
 */
export type TargetEffect = "moves" | "hides" | "nothing";

/** What a call hides: a half-open box of whole pixels, x0, y0, x1, y1, or whichever pixels a function says. */
export type Hidden = { readonly box: PixelBox } | { hides(x: number, y: number): boolean };

export type PixelBox = readonly [x0: number, y0: number, x1: number, y1: number];

/** A part of the picture, and how far it moves: in whole pixels, to the right and down. */
export interface MovedTile {
  readonly from: PixelBox;
  readonly by: readonly [x: number, y: number];
}

/**
 * What every kind has. `Call` are the arguments that a call gives, `Taken` those that an op's functions get, `U8` and
 * `F32` its named words.
 */
interface Described<Call> {
  /** camelCase; the shader's file and functions are the same in snake_case. */
  name: string;
  /** Its part of the kernels; warps share theirs. */
  shader: OpShader;
  /** What it does to boxes, points and class maps. */
  target: TargetEffect;
  /**
   * One or two sentences: what it does, the peer it follows, and what differs. For the documentation; the package is
   * built without it.
   */
  about?: string;
  /**
   * How `explain` says a call: `rotated by {degrees}`, where an argument's name stands for its value and unit. Left
   * out: the name, and the arguments that are numbers.
   */
  said?: string;
  args: Readonly<Record<string, Arg>>;
  /**
   * Arguments at a strength of 0 (no change, or the least there is) to 1, for galleries and policies without tables of
   * their own.
   */
  atMagnitude?(magnitude: number): Call;
  /**
   * Where there is no strength: arguments that show what the op does to a picture of this shape. Left out: the
   * defaults.
   */
  examples?(picture: PictureShape): readonly Args[];
  /**
   * Throws ArgumentError where arguments do not go together: some exclude each other, or one of several must be given.
   * It is told those that a call or a policy gives; a policy's may be draws.
   */
  together?(given: Args): void;
  /** Set where results do not fit bytes: u8 pictures are refused. */
  floatsOnly?: true;
  /** Where the op differs from what tests hold every op to. */
  laws?: Laws;
  /** Set where two peers round differently: the call's `peer` chooses. */
  peers?: readonly Peer[];
  /** Of an op of the application's own: the precisions for which it has no CPU reference. */
  noReference?: readonly Precision[];
}

/** What tests hold every op to, and how an op may differ. */
export interface Laws {
  /**
   * An op has neutral arguments, which change nothing: the `identity` of its arguments, and a strength of 0. Here they
   * are where they depend on the picture, or are a box or an order that means nothing. `none`: every call changes
   * something.
   */
  neutral?: "none" | ((picture: PictureShape) => readonly Args[]);
  /** Neutral arguments change no bit. This is how far from its input a float may be all the same, where white is 1. */
  neutralWithin?: number;
  /**
   * A greater strength changes a photograph more. This is by which share it may be less; `any`: the strength is no
   * amount of change.
   */
  shrinksBy?: number | "any";
  /**
   * One channel is treated as a grey picture of three. Set where a grey is weighed of three channels by weights whose
   * sum is not 1.
   */
  weighsGrey?: true;
  /**
   * The GPU's floats are within 5e-7 of the reference's, times the value where that is above 1. This is another bound:
   * WGSL leaves roundings open.
   */
  floatsWithin?: number;
  /** Floats of 0..1 stay in it. This is how far they may leave it. */
  leavesRangeBy?: number;
  /**
   * Set where floats jump: a difference in the last place before the op (at a level, a threshold, in a histogram) can
   * be a whole step after it.
   */
  jumps?: true;
}

/** Whose rounding an op follows; the first of an op's `peers` is the default. */
export type Peer = "pillow" | "torchvision" | "kerascv";

/** A pixel of the result depends on the same pixel of the input (and on where it is, for a mask). */
export interface ColorOp<Taken = Args, Call = Args, U8 = unknown, F32 = unknown> extends Described<Call> {
  kind: "color" | "mask";
  /**
   * Set where in u8 each colour channel of the result depends on the same channel of the pixel alone, so that the op is
   * three curves of 256 levels.
   */
  byLevel?: true;
  target: "hides" | "nothing";
  /** Where it `hides`: what of a picture of this size. */
  hidden?(args: Taken, size: Size): Hidden;
  /** How many channels the picture has afterwards, where the op changes that: then the first ones are kept. */
  channelsAfter?(args: Taken, channels: number): number;
  encode(args: Taken, context: EncodeContext): U8;
  encodeF32(args: Taken, context: EncodeContext): F32;
  u8(pixel: Pixel, words: U8, at: At, tables: Uint8Array): Pixel;
  f32(pixel: Pixel, words: F32, at: At, tables: Uint8Array): Pixel;
}

/** Counts of the picture a tone op works on, taken just before it. */
export interface Histogram {
  /** Pixels, N. */
  pixels: number;
  /**
   * counts[c][v]: pixels whose channel c (0, 1, 2; 3 is grey by the peer's weights: Pillow's in u8) has level v. f32
   * levels are floor(min(max(x, 0), 1) · 255.999).
   */
  counts: readonly Uint32Array[];
}

/** The same for f32 pictures, where levels are too coarse. */
export interface Stats {
  /** Smallest and largest value by channel. */
  low: Pixel;
  high: Pixel;
  /** By channel: the mean of 0.2989 R + 0.587 G + 0.114 B, or the channel's own, as the op wants it (see `mean.ts`). */
  mean: readonly [number, number, number];
}

/** A per-channel level curve made of the picture's own histogram. */
export interface ToneOp<Taken = Args, Call = Args, U8 = unknown, F32 = unknown> extends Described<Call> {
  kind: "tone";
  /** What its u8 curve is made of: counts of levels and, where its words name one, a mean; or a mean alone. */
  from?: "mean";
  target: "nothing";
  encode(args: Taken, context: EncodeContext): U8;
  encodeF32(args: Taken, context: EncodeContext): F32;
  /** u8: what level `value` of `channel` (0, 1, 2) becomes, 0..255. */
  table(histogram: Histogram, channel: number, value: number, words: U8): number;
  f32(pixel: Pixel, words: F32, stats: Stats, histogram: Histogram): Pixel;
}

/** Makes a pixel of its neighbours. */
export interface Stencil<U8 = unknown, F32 = unknown> {
  u8(fetch: Fetch, words: U8, at: At, tables: Uint8Array): Pixel;
  f32(fetch: Fetch, words: F32, at: At, tables: Uint8Array): Pixel;
}

/** Looks at neighbours. */
export interface StencilOp<Taken = Args, Call = Args, U8 = unknown, F32 = unknown>
  extends Described<Call>,
    Stencil<U8, F32> {
  kind: "stencil";
  target: "moves" | "nothing";
  /**
   * Where it `moves`: the parts that a picture of this size falls into. They don't overlap, and cover all of it before
   * and after.
   */
  tiles?(args: Taken, size: Size): readonly MovedTile[];
  encode(args: Taken, context: EncodeContext): U8;
  encodeF32(args: Taken, context: EncodeContext): F32;
}

/** A tile of 16 × 16 pixels: its upper left one, and the size of the picture that is read and made. */
export interface Tile {
  x: number;
  y: number;
  width: number;
  height: number;
  channels: number;
}

/** Makes whole tiles, whose pixels depend on each other: a transform, a sum over a block. */
export interface TileOp<Taken = Args, Call = Args, U8 = unknown, F32 = unknown> extends Described<Call> {
  kind: "tile";
  target: "nothing";
  encode(args: Taken, context: EncodeContext): U8;
  encodeF32(args: Taken, context: EncodeContext): F32;
  /** The tile's pixels row by row; what is beyond the picture is left away. */
  u8(fetch: Fetch, words: U8, tile: Tile, tables: Uint8Array): readonly Pixel[];
  f32(fetch: Fetch, words: F32, tile: Tile, tables: Uint8Array): readonly Pixel[];
  /** Where the tiles are not the result yet: the stencil that makes it of them, in the next pass. */
  show?: Stencil<U8, F32>;
}

/** Moves pixels: output position → input position, which a matrix says. */
export interface MatrixOp<Taken = Args, Call = Args> extends Described<Call> {
  kind: "warp";
  target: "moves";
  place?: undefined;
  /** Set where the matrix can be a homography. */
  projects?: true;
  warp(args: Taken, size: Size): Warp;
  /**
   * The size of the result, where the arguments with a `sideOfResult` are not its sides. It may use these and `peer`
   * alone: others may not be drawn yet.
   */
  sizeAfter?(args: Taken, size: Size): Size;
}

/**
 * An input position in fixed point: pixel i reaches from i to i + 1. Not valid where there is nothing to read; then
 * fill shows.
 */
export interface Place {
  x: number;
  y: number;
  valid: boolean;
}

/**
 * Moves pixels in a way that no matrix can say: a function says where each is read, in integers and for both precisions
 * (see `lib/place.ts`).
 */
export interface PlacedOp<Taken = Args, Call = Args, Named = unknown> extends Described<Call> {
  kind: "warp";
  target: "moves";
  encode(args: Taken, context: EncodeContext): Named;
  place(words: Named, at: At, tables: Uint8Array): Place;
  /**
   * The same without rounding, at any position of a picture of this size, edges counted: pixel i begins at i, and the
   * next one at i + 1. Left out, targets go by `place`, interpolated between pixels.
   */
  placeAt?(args: Taken, size: Size): (x: number, y: number) => readonly [x: number, y: number];
  /** How it reads there; `readingOf` where the op has the arguments of `readingArgs`. */
  reading(args: Taken): Reading;
}

export type WarpOp<Taken = Args, Call = Args, Named = unknown> = MatrixOp<Taken, Call> | PlacedOp<Taken, Call, Named>;

/** How a warp reads its input, where it reads. */
export interface Reading {
  interpolation: Interpolation;
  edge: Edge;
  /**
   * Levels 0..255, for `constant`; torchvision's `null` (zero padding, no second blending at the border) is undefined.
   */
  fill: readonly number[] | undefined;
  peer: "pillow" | "torchvision";
  /** The result's size where it is not the input's. */
  size?: { height: number; width: number };
  /**
   * Read from this part of the input only, as if it had been cut out first: positions outside are `fill` or its nearest
   * edge.
   */
  window?: { top: number; left: number; height: number; width: number };
}

/** A read through a matrix. Consecutive affine warps that agree in everything but the matrix fold into one. */
export interface Warp extends Reading {
  /**
   * Six numbers m0..m5 of an affine map, or nine of a homography, from output to input, in pixels, pixel centres at
   * + 0.5: x_in = m0 (x + 0.5) + m1 (y + 0.5) + m2, y_in = m3 (x + 0.5) + m4 (y + 0.5) + m5.
   */
  matrix: readonly number[];
  /** Average all input pixels under an output pixel when shrinking (Pillow's and torchvision's antialias). */
  antialias?: boolean;
  /**
   * Only puts whole pixels of the picture in other places (a flip, a crop inside it): folds with any warp before it.
   */
  permutes?: boolean;
}

/** A read where a function says. Folds with nothing. */
export interface PlacedWarp extends Reading {
  /** The op whose function it is, its number, its words, and the function, which has them. */
  op: string;
  id: number;
  words: Words;
  place(at: At, tables: Uint8Array): Place;
}

export type Interpolation = "nearest" | "bilinear" | "bicubic";

/** How a kernel reads: an antialiased warp averages where it shrinks, and is bilinear elsewhere. */
export type Read = Interpolation | "average";

/**
 * What is read outside the picture a b c d: `constant` fill, `edge` a a|a b c d|d d, `wrap` c d|a b c d|a b,
 * `reflect` c b|a b c d|c b (numpy's and torchvision's), `symmetric` b a|a b c d|d c (what KerasCV and Keras call
 * reflect).
 */
export type Edge = "constant" | "reflect" | "symmetric" | "edge" | "wrap";

export type ImageOp = ColorOp | ToneOp | StencilOp | TileOp | WarpOp;
