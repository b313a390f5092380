/**
 * The CPU interpreter of image ops: one picture, one op call after the other. Read it beside `shaders/augment.wgsl` and
 * `shaders/tone.wgsl`; each op's own half is in `src/ops/<name>.ts`.
 */

import { Cutter, type Segment } from "../analysis/passes.ts";
import { PlanError } from "../check/errors.ts";
import type { PictureShape, Precision } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import { wantedMean } from "../ops/lib/mean.ts";
import { histogramOf, statsOf } from "../ops/lib/tone-reference.ts";
import { warpPlace } from "../ops/lib/warp-place.ts";
import { warpPixelF32, warpPixelU8 } from "../ops/lib/warp-reference.ts";
import { encodeWarp } from "../ops/lib/warp-words.ts";
import type { At, Fetch, Histogram, Pixel, Stats, Tile, ToneOp } from "../ops/op.ts";
import { knownOps } from "../ops/registry.ts";
import { readCall } from "../ops/words.ts";
import type { OpCall } from "../plan/plan.ts";

/** A picture as the ops see it: four values a pixel (see `Pixel`), H × W × 4. */
export interface PixelPicture extends PictureShape {
  /** u8: integers 0..255; f32: f32 numbers, nominally 0..1. */
  values: Float64Array;
}

/** Applies op calls to a picture. */
export function applyOps(
  picture: PixelPicture,
  calls: readonly OpCall[],
  precision: Precision,
  path = "ops",
): PixelPicture {
  calls.forEach(({ op }, i) => {
    if (knownOps.get(op)?.noReference?.includes(precision))
      throw new PlanError(
        `${path}[${i}].op`,
        `an op whose definition has a CPU reference for ${precision} pictures`,
        op,
      );
  });
  const tables: number[] = [];
  const addTable = (bytes: Uint8Array) => {
    const at = tables.length / 16;
    tables.push(...bytes, ...new Array((16 - (bytes.length % 16)) % 16).fill(0));
    return at;
  };
  const segments = new Cutter(picture, precision, addTable).segmentsOf(calls, () => path);
  const bytes = Uint8Array.from(tables);
  return segments.reduce((now, segment) => runSegment(now, segment, precision, bytes), picture);
}

/** One read of a picture, and the calls that follow it. `tables` holds the bytes of all encoded calls. */
export function runSegment(
  input: PixelPicture,
  segment: Segment,
  precision: Precision,
  tables: Uint8Array,
): PixelPicture {
  const { height, width } = segment.output;
  const result: PixelPicture = {
    height,
    width,
    channels: segment.channels,
    values: new Float64Array(height * width * 4),
  };
  const fetch: Fetch = (x, y) => {
    const column = Math.min(Math.max(x, 0), input.width - 1);
    const row = Math.min(Math.max(y, 0), input.height - 1);
    const at = (row * input.width + column) * 4;
    return [input.values[at]!, input.values[at + 1]!, input.values[at + 2]!, input.values[at + 3]!];
  };
  if (segment.tile) {
    const { op } = segment.tile;
    const words = readCall(op, segment.tile.words, precision);
    fillTiles(result, (tile) => op[precision](fetch, words, tile, tables));
    return result;
  }
  const gather = gatherOf(segment, fetch, precision, tables);
  const calls = segment.calls.map(({ op, words: named }) => {
    const words = readCall(op, named, precision);
    if (op.kind === "tone") return toneCall(op, words, input, precision);
    return (pixel: Pixel, at: At) =>
      precision === "u8" ? op.u8(pixel, words, at, tables) : op.f32(pixel, words, at, tables);
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

/** Fills a picture tile by tile. */
function fillTiles({ width, height, channels, values }: PixelPicture, make: (tile: Tile) => readonly Pixel[]): void {
  const { TILE_SIDE } = constants.grid;
  for (let top = 0; top < height; top += TILE_SIDE) {
    for (let left = 0; left < width; left += TILE_SIDE) {
      make({ x: left, y: top, width, height, channels }).forEach((pixel, i) => {
        const x = left + (i % TILE_SIDE);
        const y = top + Math.floor(i / TILE_SIDE);
        if (x < width && y < height) values.set(pixel, (y * width + x) * 4);
      });
    }
  }
}

function gatherOf(
  { warp, stencil, input, output }: Segment,
  fetch: Fetch,
  precision: Precision,
  tables: Uint8Array,
): (at: At) => Pixel {
  if (warp) {
    const words = encodeWarp({ warp, input, output }, precision);
    const place = (at: At) => ("matrix" in warp ? warpPlace(words, at) : warp.place(at, tables));
    const pixel = precision === "u8" ? warpPixelU8 : warpPixelF32;
    return (at) => pixel(words, place(at), fetch, at, input);
  }
  if (stencil) {
    const { op } = stencil;
    const words = readCall(op, stencil.words, precision);
    const functions = op.kind === "tile" ? op.show! : op;
    return (at) => functions[precision](fetch, words, at, tables);
  }
  return ({ x, y }) => fetch(x, y);
}

/** A tone op, with the histogram of the picture it works on taken first. */
function toneCall(
  op: ToneOp,
  words: unknown,
  input: PixelPicture,
  precision: Precision,
): (pixel: Pixel, at: At) => Pixel {
  const histogram: Histogram = histogramOf(input, wantedMean(words), precision);
  if (precision === "f32") {
    const stats: Stats = statsOf(input, wantedMean(words));
    return (pixel) => op.f32(pixel, words, stats, histogram);
  }
  const curve = [0, 1, 2].map((channel) =>
    Uint8Array.from({ length: 256 }, (_, value) => op.table(histogram, channel, value, words)),
  );
  return ([red, green, blue, alpha]) => [curve[0]![red]!, curve[1]![green]!, curve[2]![blue]!, alpha];
}
