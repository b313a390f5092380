/** An op call's named words as numbers for the program, and back. */
import type { Codec } from "../generated/op-words.ts";
import type { Args, ColorOp, EncodeContext, PlacedOp, StencilOp, TileOp, ToneOp } from "./op.ts";

type Precision = "u8" | "f32";
/** An op that is a function in the shaders. */
type ShaderOp = ColorOp | ToneOp | StencilOp | TileOp | PlacedOp;

const codecOf = ({ shader }: ShaderOp, precision: Precision) => shader.words[precision] as Codec<unknown>;

/** The named words of a call whose arguments are checked. */
export function encodeCall(op: ShaderOp, args: Args, context: EncodeContext, precision: Precision): unknown {
  return precision === "u8" || op.kind === "warp" ? op.encode(args, context) : op.encodeF32(args, context);
}

/** Writes a call's words from `at` on, as the shader reads them. */
export function writeCall(op: ShaderOp, named: unknown, precision: Precision, words: Uint32Array, at: number): void {
  codecOf(op, precision).write(named, words, at);
}

/** The words of a call, as many as it has. */
export function wordsOfCall(op: ShaderOp, named: unknown, precision: Precision): Uint32Array {
  const words = new Uint32Array(codecOf(op, precision).length);
  writeCall(op, named, precision, words, 0);
  return words;
}

/** The named words of a call as the op's functions get them: what the shader reads, rounded as it is there. */
export const readCall = (op: ShaderOp, named: unknown, precision: Precision): unknown =>
  codecOf(op, precision).decode(wordsOfCall(op, named, precision));
