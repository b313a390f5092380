/** What passes add to a program: a record for each picture, and the words of its ops. */
import type { Segment } from "../analysis/passes.ts";
import type { Precision } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import { writeWarp } from "../ops/lib/warp-words.ts";
import { writeCall } from "../ops/words.ts";
import type { Level } from "./level.ts";
import { type Program, VEC4 } from "./program.ts";

const RECORD_WORDS = constants.program.RECORD_STRIDE * VEC4;
const CALL_WORDS = constants.program.CALL_STRIDE * VEC4;

/**
 * Appends one pass's records and calls and returns where the records start, in vec4u. `curves`: calls become level
 * curves, and a record says how many of them are a tone op's.
 */
export function addPass(
  program: Program,
  segments: readonly (Segment | undefined)[],
  level: Pick<Level, "precision" | "wordOf">,
  curves = false,
): number {
  let calls = 0;
  for (const segment of segments) calls += segment?.calls.length ?? 0;
  const records = program.grow(segments.length * RECORD_WORDS + calls * CALL_WORDS);
  const { words } = program;
  let next = records + segments.length * RECORD_WORDS;
  for (let picture = 0; picture < segments.length; picture++) {
    const segment = segments[picture];
    let at = records + picture * RECORD_WORDS;
    words[at++] = level.wordOf(picture);
    words[at++] = gatherKind(segment, curves);
    words[at++] = next / VEC4;
    words[at++] = segment?.calls.length ?? 0;
    if (!segment) continue;
    writeGather(segment, level.precision, words, at);
    for (const call of segment.calls) {
      words[next] = call.op.shader.id;
      writeCall(call.op, call.words, level.precision, words, next + VEC4);
      next += CALL_WORDS;
    }
  }
  return records / VEC4;
}

function gatherKind(segment: Segment | undefined, curves: boolean): number {
  const { GATHER_NONE, GATHER_WARP, GATHER_STENCIL, GATHER_TILE, GATHER_SHIFT } = constants.program;
  if (segment?.warp) return GATHER_WARP;
  if (segment?.tile) return GATHER_TILE | (segment.tile.op.shader.id << GATHER_SHIFT);
  if (segment?.stencil) return GATHER_STENCIL | (segment.stencil.op.shader.id << GATHER_SHIFT);
  if (curves && segment?.calls[0]?.op.kind === "tone") return GATHER_NONE | (1 << GATHER_SHIFT);
  return GATHER_NONE;
}

function writeGather(
  { warp, input, output, tile, stencil }: Segment,
  precision: Precision,
  words: Uint32Array,
  at: number,
): void {
  if (warp) writeWarp({ warp, input, output }, precision, words, at);
  else if (tile) writeCall(tile.op, tile.words, precision, words, at);
  else if (stencil) writeCall(stencil.op, stencil.words, precision, words, at);
}
