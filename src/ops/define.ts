/**
 * An op is declared once, by `defineOp`; the compiler knows from that what a call may give and what the op's functions
 * get.
 */
import type { OpWords } from "../generated/op-words.ts";
import type { Arg, ColorOp, Peer, StencilOp, TileOp, ToneOp, WarpOp } from "./op.ts";

/**
 * What a call may give for an argument: a number, a boolean, one of the choices, a list (of its length, where it has
 * one).
 */
type ValueOf<A> = A extends { type: "choice"; values: infer Values extends readonly string[] }
  ? Values[number]
  : A extends { type: "list"; length: infer Length extends number }
    ? Numbers<Length>
    : A extends { type: "list" }
      ? readonly number[]
      : A extends { type: "boolean" }
        ? boolean
        : A extends { type: "number" | "integer" }
          ? number
          : never;

/** A list of so many numbers. */
type Numbers<Length extends number, List extends readonly number[] = []> = number extends Length
  ? readonly number[]
  : List["length"] extends Length
    ? Readonly<List>
    : Numbers<Length, [...List, number]>;

/** Arguments as an op's functions get them: checked, and with the defaults filled in. */
export type Checked<A, Peers extends readonly Peer[]> = Flat<
  {
    readonly [Name in keyof A]: ValueOf<A[Name]> | (A[Name] extends { default: undefined } ? undefined : never);
  } & ([] extends Peers ? unknown : { readonly peer: Peers[number] })
>;

/** The names of the arguments that a call may leave out. */
export type Optional<A, Peers extends readonly Peer[]> =
  | { [Name in keyof A]: A[Name] extends { default: unknown } ? Name : never }[keyof A]
  | ([] extends Peers ? never : "peer");

/** Arguments as a call gives them: those with a default may be left out. */
export type Given<Taken, Left extends PropertyKey> = Flat<
  { readonly [Name in Exclude<keyof Taken, Left>]: Taken[Name] } & {
    readonly [Name in Extract<keyof Taken, Left>]?: Taken[Name];
  }
>;

/** One object type in place of an intersection, as an editor shows it. */
type Flat<T> = { [Name in keyof T]: T[Name] } & unknown;

/** Every kind of op, by its name. */
interface Kinds<Taken, Call, U8, F32> {
  color: ColorOp<Taken, Call, U8, F32>;
  mask: ColorOp<Taken, Call, U8, F32>;
  tone: ToneOp<Taken, Call, U8, F32>;
  stencil: StencilOp<Taken, Call, U8, F32>;
  tile: TileOp<Taken, Call, U8, F32>;
  warp: WarpOp<Taken, Call, U8>;
}

/** The named words of an op, as its shader declares them. */
type WordsOf<Name, Precision extends "u8" | "f32"> = Name extends keyof OpWords ? OpWords[Name][Precision] : never;

/**
 * An op, as its file declares it. The compiler learns the arguments' types from `args` and `peers`, which stand before
 * the functions that get them; these are handed checked arguments, with the defaults that stand in `args` and nowhere
 * else. The named words are those of the shader of this `name`.
 */
export function defineOp<
  Name extends string,
  Kind extends keyof Kinds<unknown, unknown, unknown, unknown>,
  const Declared extends Readonly<Record<string, Arg>>,
  const Peers extends readonly Peer[] = readonly [],
>(
  op: { name: Name; kind: Kind; args: Declared; peers?: Peers } & Kinds<
    Checked<Declared, Peers>,
    Given<Checked<Declared, Peers>, Optional<Declared, Peers>>,
    WordsOf<Name, "u8">,
    WordsOf<Name, "f32">
  >[Kind],
): Kinds<
  Checked<Declared, Peers>,
  Given<Checked<Declared, Peers>, Optional<Declared, Peers>>,
  WordsOf<Name, "u8">,
  WordsOf<Name, "f32">
>[Kind] {
  return op;
}
