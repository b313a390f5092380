/** An op call's named words as numbers for the program, and back. */
import type { Args, ColorOp, EncodeContext, PlacedOp, StencilOp, TileOp, ToneOp, Words } from "./op.ts";

type Precision = "u8" | "f32";
/** An op that is a function in the shaders. */
type ShaderOp = ColorOp | ToneOp | StencilOp | TileOp | PlacedOp;

/** The words of a call whose arguments are checked. */
export function encodeCall(op: ShaderOp, args: Args, context: EncodeContext, precision: Precision): Words {
  return op.shader.words[precision].encode(
    precision === "u8" || op.kind === "warp" ? op.encode(args, context) : op.encodeF32(args, context),
  );
}

/** Their names again, for the op's functions: what the shader reads, rounded as it is there. */
export const decodeCall = (op: ShaderOp, words: Words, precision: Precision): unknown => op.shader.words[precision].decode(words);
