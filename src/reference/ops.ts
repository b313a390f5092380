/**
 * The CPU interpreter of image ops: one picture, one op call after the other. Read it beside `shaders/augment.wgsl` and
 * `shaders/tone.wgsl`; each op's own half is in `src/ops/<name>.ts`.
 */

import { type Segment, segmentsOf } from "../analysis/passes.ts";
import type { PictureShape, Precision } from "../format/format.ts";
import { jpegQualityWords } from "../generated/op-words.ts";
import { codePicture } from "../ops/lib/jpeg.ts";
import { wantedMean } from "../ops/lib/mean.ts";
import { histogramOf, statsOf } from "../ops/lib/tone-reference.ts";
import { warpPixelF32, warpPixelU8 } from "../ops/lib/warp-reference.ts";
import { encodeWarp } from "../ops/lib/warp-words.ts";
import type { At, Fetch, Histogram, Pixel, Stats, ToneOp, Words } from "../ops/op.ts";
import { decodeCall } from "../ops/words.ts";
import type { OpCall } from "../plan/plan.ts";

/** A picture as the ops see it: four values a pixel (see `Pixel`), H × W × 4. */
export interface PixelPicture extends PictureShape {
  /** u8: integers 0..255; f32: f32 numbers, nominally 0..1. */
  values: Float64Array;
}

/** Applies op calls to a picture. */
export function applyOps(picture: PixelPicture, calls: readonly OpCall[], precision: Precision, path = "ops"): PixelPicture {
  const tables: number[] = [];
  const addTable = (bytes: Uint8Array) => {
    const at = tables.length / 16;
    tables.push(...bytes, ...new Array((16 - (bytes.length % 16)) % 16).fill(0));
    return at;
  };
  const segments = segmentsOf(calls, picture, precision, addTable, path);
  const bytes = Uint8Array.from(tables);
  return segments.reduce((now, segment) => runSegment(now, segment, precision, bytes), picture);
}

/** One read of a picture, and the calls that follow it. `tables` holds the bytes of all encoded calls. */
export function runSegment(input: PixelPicture, segment: Segment, precision: Precision, tables: Uint8Array): PixelPicture {
  if (segment.jpeg) return { ...input, values: codeAsJpeg(input, segment.jpeg, precision) };
  const { height, width } = segment.output;
  const result: PixelPicture = { height, width, channels: segment.channels, values: new Float64Array(height * width * 4) };
  const fetch: Fetch = (x, y) => {
    const column = Math.min(Math.max(x, 0), input.width - 1);
    const row = Math.min(Math.max(y, 0), input.height - 1);
    const at = (row * input.width + column) * 4;
    return [input.values[at]!, input.values[at + 1]!, input.values[at + 2]!, input.values[at + 3]!];
  };
  const gather = gatherOf(segment, fetch, precision, tables);
  const calls = segment.calls.map(({ op, words: encoded }) => {
    const words = decodeCall(op, encoded, precision);
    if (op.kind === "tone") return toneCall(op, words, input, precision);
    return (pixel: Pixel, at: At) => (precision === "u8" ? op.u8(pixel, words, at, tables) : op.f32(pixel, words, at, tables));
  });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at: At = { x, y, width, height, channels: input.channels };
      let value = gather(at);
      for (const call of calls) value = call(value, at);
      result.values.set(value, (y * width + x) * 4);
    }
  }
  return result;
}

/** The picture as (Y, Cb, Cr, alpha), for the stencil of `jpegQuality`. */
function codeAsJpeg({ values, width, height }: PixelPicture, words: Words, precision: Precision): Float64Array {
  const { scale, halved } = jpegQualityWords.decode(words);
  if (precision === "u8") return Float64Array.from(codePicture(values, width, height, scale, halved === 1));
  const bytes = Uint8Array.from(values, (value) => Math.floor(Math.min(Math.max(value, 0), 1) * 255 + 0.5));
  const coded = codePicture(bytes, width, height, scale, halved === 1);
  return Float64Array.from(coded, (byte, i) => (i % 4 === 3 ? values[i]! : Math.fround(byte / 255)));
}

function gatherOf({ warp, stencil, input, output }: Segment, fetch: Fetch, precision: Precision, tables: Uint8Array): (at: At) => Pixel {
  if (warp) {
    const words = encodeWarp(warp, input, output, precision);
    return precision === "u8" ? (at) => warpPixelU8(words, fetch, at, input) : (at) => warpPixelF32(words, fetch, at, input);
  }
  if (stencil) {
    const { op } = stencil;
    const words = decodeCall(op, stencil.words, precision);
    return precision === "u8" ? (at) => op.u8(fetch, words, at, tables) : (at) => op.f32(fetch, words, at, tables);
  }
  return ({ x, y }) => fetch(x, y);
}

/** A tone op, with the histogram of the picture it works on taken first. */
function toneCall(op: ToneOp, words: unknown, input: PixelPicture, precision: Precision): (pixel: Pixel, at: At) => Pixel {
  const histogram: Histogram = histogramOf(input, wantedMean(words), precision);
  if (precision === "f32") {
    const stats: Stats = statsOf(input, wantedMean(words));
    return (pixel) => op.f32(pixel, words, stats, histogram);
  }
  const curve = [0, 1, 2].map((channel) => Uint8Array.from({ length: 256 }, (_, value) => op.table(histogram, channel, value, words)));
  return ([red, green, blue, alpha]) => [curve[0]![red]!, curve[1]![green]!, curve[2]![blue]!, alpha];
}
