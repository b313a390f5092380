/** The program that the kernels of a pass read: what is done to each picture, pass by pass. */

import type { Segment } from "../analysis/passes.ts";
import type { Precision, Size } from "../format/format.ts";
import { constants } from "../generated/layouts.ts";
import { writeWarp } from "../ops/lib/warp-words.ts";
import { writeCall } from "../ops/words.ts";
import type { Level } from "./level.ts";
import type { Upload } from "./recording.ts";

/** Words in a vec4u, the unit a program is addressed in. */
const VEC4 = 4;
const RECORD_WORDS = constants.program.RECORD_STRIDE * VEC4;
const CALL_WORDS = constants.program.CALL_STRIDE * VEC4;

/** Memory of an earlier program, to be written over by the next one. */
let spare: Uint32Array | undefined;

/** The bytes of all passes: tables first come, then records and calls, each a whole number of vec4u. */
export class Program {
  private words: Uint32Array;
  private length = 0;

  constructor() {
    this.words = spare ?? new Uint32Array(1 << 12);
    spare = undefined;
  }

  /** Appends bytes and returns where, in vec4u. */
  addTable(bytes: Uint8Array): number {
    const at = this.grow(Math.ceil(bytes.length / 16) * VEC4);
    new Uint8Array(this.words.buffer).set(bytes, at * Uint32Array.BYTES_PER_ELEMENT);
    return at / VEC4;
  }

  /** Appends the numbers of pictures, four in a vec4u, and returns where. */
  addList(numbers: readonly number[]): number {
    const at = this.grow(Math.ceil(numbers.length / VEC4) * VEC4);
    this.words.set(numbers, at);
    return at / VEC4;
  }

  /**
   * Appends one pass's records and calls and returns where the records start, in vec4u. `curves`: calls become level
   * curves, and a record says how many of them are a tone op's.
   */
  addPass(segments: readonly (Segment | undefined)[], level: Level, output: Size, curves = false): number {
    let calls = 0;
    for (const segment of segments) calls += segment?.calls.length ?? 0;
    const records = this.grow(segments.length * RECORD_WORDS + calls * CALL_WORDS);
    const { words } = this;
    let next = records + segments.length * RECORD_WORDS;
    for (let picture = 0; picture < segments.length; picture++) {
      const segment = segments[picture];
      let at = records + picture * RECORD_WORDS;
      words[at++] = level.wordOf(picture);
      words[at++] = gatherKind(segment, curves);
      words[at++] = next / VEC4;
      words[at++] = segment?.calls.length ?? 0;
      if (!segment) continue;
      writeGather(segment, output, level.precision, words, at);
      for (const call of segment.calls) {
        words[next] = call.op.shader.id;
        writeCall(call.op, call.words, level.precision, words, next + VEC4);
        next += CALL_WORDS;
      }
    }
    return records / VEC4;
  }

  /** The upload, if there is anything to upload. */
  upload(): Upload[] {
    spare = this.words;
    if (this.length === 0) return [];
    return [{ block: "program", bytes: new Uint8Array(this.words.slice(0, this.length).buffer) }];
  }

  /** Makes room for so many words, all 0, and returns where it begins. */
  private grow(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.words.length) {
      const larger = new Uint32Array(Math.max(this.length, 2 * this.words.length));
      larger.set(this.words.subarray(0, at));
      this.words = larger;
    }
    this.words.fill(0, at, this.length);
    return at;
  }
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
  { warp, input, tile, stencil }: Segment,
  output: Size,
  precision: Precision,
  words: Uint32Array,
  at: number,
): void {
  if (warp) writeWarp({ warp, input, output }, precision, words, at);
  else if (tile) writeCall(tile.op, tile.words, precision, words, at);
  else if (stencil) writeCall(stencil.op, stencil.words, precision, words, at);
}
