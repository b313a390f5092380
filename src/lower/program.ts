/** The program that the kernels of a pass read: what is done to each picture, pass by pass. */

import type { Segment } from "../analysis/passes.ts";
import type { Precision, Size } from "../format/format.ts";
import { constants } from "../generated/layouts.ts";
import { encodeWarp, warpWords } from "../ops/lib/warp-words.ts";
import type { Words } from "../ops/op.ts";
import type { Level } from "./level.ts";
import type { Upload } from "./recording.ts";

/** Words in a vec4u, the unit a program is addressed in. */
const VEC4 = 4;

/** The bytes of all passes: tables first come, then records and calls, each a whole number of vec4u. */
export class Program {
  private readonly words: number[] = [];

  /** Appends bytes and returns where, in vec4u. */
  addTable(bytes: Uint8Array): number {
    const at = this.words.length / VEC4;
    const padded = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
    padded.set(bytes);
    for (const word of new Uint32Array(padded.buffer)) this.words.push(word);
    return at;
  }

  /** Appends the numbers of pictures, four in a vec4u, and returns where. */
  addList(numbers: readonly number[]): number {
    const at = this.words.length / VEC4;
    this.pushPadded(numbers, Math.ceil(numbers.length / VEC4) * VEC4);
    return at;
  }

  /** Appends one pass's records and calls and returns where the records start, in vec4u. */
  addPass(segments: readonly (Segment | undefined)[], level: Level, output: Size): number {
    const records = this.words.length / VEC4;
    let calls = records + segments.length * constants.program.RECORD_STRIDE;
    segments.forEach((segment, picture) => {
      const count = segment?.calls.length ?? 0;
      this.words.push(level.wordOf(picture), gatherKind(segment), calls, count);
      this.pushPadded(gatherWords(segment, output, level.precision), 16);
      calls += count * constants.program.CALL_STRIDE;
    });
    for (const segment of segments) {
      for (const { op, words } of segment?.calls ?? []) {
        this.pushPadded([op.shader.id], 4);
        this.pushPadded(words, 8);
      }
    }
    return records;
  }

  /** The upload, if there is anything to upload. */
  upload(): Upload[] {
    return this.words.length > 0 ? [{ block: "program", bytes: new Uint8Array(Uint32Array.from(this.words).buffer) }] : [];
  }

  private pushPadded(words: readonly number[], length: number): void {
    for (let i = 0; i < length; i++) this.words.push(words[i] ?? 0);
  }
}

function gatherKind(segment: Segment | undefined): number {
  const { GATHER_NONE, GATHER_WARP, GATHER_STENCIL, GATHER_TILE, GATHER_SHIFT } = constants.program;
  if (segment?.warp) return GATHER_WARP;
  if (segment?.tile) return GATHER_TILE | (segment.tile.op.shader.id << GATHER_SHIFT);
  if (segment?.stencil) return GATHER_STENCIL | (segment.stencil.op.shader.id << GATHER_SHIFT);
  return GATHER_NONE;
}

function gatherWords(segment: Segment | undefined, output: Size, precision: Precision): Words {
  if (segment?.warp) return warpWords.encode(encodeWarp(segment.warp, segment.input, output, precision));
  return (segment?.tile ?? segment?.stencil)?.words ?? [];
}
