/**
 * What a baseline JPEG file does to a picture, without the file: colour conversion, chroma at half resolution, 8 × 8
 * cosine transform, quantisation, and all the way back (entropy coding loses nothing). Byte for byte what libjpeg and
 * libjpeg-turbo, and so Pillow, make of it with their defaults: the accurate integer transform (Loeffler, Ligtenberg,
 * Moschytz, ICASSP 1989, with 13-bit constants), the tables of ITU-T T.81 annex K scaled by the IJG quality rule, and
 * triangle-filtered chroma.
 *
 * Two steps, because the last one looks across block borders. `codeTile` makes (Y, Cb, Cr, alpha), in which the four
 * pixels of a cell share their chroma. `showPixel` makes RGB of that. `shaders/ops/tile/jpeg_quality.wgsl` is the same
 * line by line.
 */

import { jpegQualityShader } from "../../generated/op-shaders.ts";
import type { JpegQuality } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import { clampByte } from "../lib/fixed.ts";
import type { At, Fetch, Pixel, Tile } from "../op.ts";

export const jpegQualityOp = defineOp({
  kind: "tile",
  target: "nothing",
  name: "jpegQuality",
  shader: jpegQualityShader,
  about:
    "What saving as a baseline JPEG of this quality and loading it again does: byte for byte libjpeg-turbo's result with its defaults, " +
    "as Pillow has it, chroma at half resolution and interpolated back. Alpha is left alone. A picture of one channel keeps equal channels. " +
    "f32 pictures are rounded to bytes first, so they come back as multiples of 1/255. KerasCV's RandomJpegQuality draws the quality. " +
    "Cost: a pass that codes tiles of 16 × 16 pixels (one read and about a hundred integer operations per pixel), and a pass that shows " +
    "them, with up to 4 reads per pixel.",
  said: "JPEG of quality {quality}",
  args: {
    quality: {
      type: "integer",
      min: 1,
      max: 100,
      unit: "IJG quality 1..100",
      about: "100 loses least, but not nothing.",
    },
    chroma: {
      type: "choice",
      values: ["4:2:0", "4:4:4"],
      default: "4:2:0",
      unit: "subsampling",
      about: "Whether colour has half the resolution each way, or all of it.",
    },
  },
  laws: { jumps: true, floatsWithin: 1e-6, neutral: "none" },
  atMagnitude: (magnitude) => ({ quality: 100 - Math.round(95 * magnitude) }),
  encode,
  encodeF32: encode,
  u8: codeTile,
  f32(fetch, words, tile) {
    const bytes: Fetch = (x, y) =>
      fourOf(fetch(x, y), (value) => Math.floor(Math.min(Math.max(value, 0), 1) * 255 + 0.5));
    return codeTile(bytes, words, tile).map(([luma, cb, cr], i): Pixel => {
      const [, , , alpha] = fetch(tile.x + (i & 15), tile.y + (i >> 4));
      return [Math.fround(luma / 255), Math.fround(cb / 255), Math.fround(cr / 255), alpha];
    });
  },
  show: {
    u8: (fetch, { halved }, at) => showPixel(fetch, at, halved === 1),
    f32(fetch, { halved }, at) {
      // The tile was left as bytes over 255, so nothing is lost in going back.
      const bytes: Fetch = (x, y) => fourOf(fetch(x, y), (value) => Math.floor(value * 255 + 0.5));
      const [red, green, blue] = showPixel(bytes, at, halved === 1);
      return [Math.fround(red / 255), Math.fround(green / 255), Math.fround(blue / 255), fetch(at.x, at.y)[3]];
    },
  },
});

const fourOf = ([a, b, c, d]: Pixel, make: (value: number) => number): Pixel => [make(a), make(b), make(c), make(d)];

/** The tables' scale in percent, and whether chroma is halved. */
function encode({ quality, chroma }: { readonly quality: number; readonly chroma: "4:2:0" | "4:4:4" }): JpegQuality {
  return { scale: scaleOf(quality), halved: chroma === "4:4:4" ? 0 : 1 };
}

// ITU-T T.81, tables K.1 and K.2.
// biome-ignore format: as printed
const LUMA = [
  16, 11, 10, 16, 24, 40, 51, 61,
  12, 12, 14, 19, 26, 58, 60, 55,
  14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77,
  24, 35, 55, 64, 81, 104, 113, 92,
  49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
// biome-ignore format: as printed
const CHROMA = [
  17, 18, 24, 47, 99, 99, 99, 99,
  18, 21, 26, 66, 99, 99, 99, 99,
  24, 26, 56, 99, 99, 99, 99, 99,
  47, 66, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
];

/** The IJG rule: a quality of 1..100 as a percentage to scale the tables by. */
export const scaleOf = (quality: number): number => (quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality);

const quantum = (base: number, scale: number): number =>
  Math.min(Math.max(Math.floor((base * scale + 50) / 100), 1), 255);

/** The (Y, Cb, Cr, alpha) that a decoder has of a tile before it enlarges the chroma, row by row. */
function codeTile(fetch: Fetch, words: JpegQuality, tile: Tile): Pixel[] {
  const halved = words.halved === 1;
  const samples = readTile(fetch, tile, halved);
  const blocks = samples.length / 64;
  for (let block = 0; block < blocks; block++) codeBlock(samples, block, block < 4 ? LUMA : CHROMA, words.scale);
  return Array.from({ length: 256 }, (_, i): Pixel => {
    const [luma, cb, cr] = placesOf(i & 15, i >> 4, halved);
    const [, , , alpha] = fetch(tile.x + (i & 15), tile.y + (i >> 4));
    return [samples[luma]!, samples[cb]!, samples[cr]!, alpha];
  });
}

/** Where a pixel of a tile has its three samples: four blocks of luma, then one or four of Cb, then of Cr. */
function placesOf(x: number, y: number, halved: boolean): [luma: number, cb: number, cr: number] {
  const full = 64 * (2 * (y >> 3) + (x >> 3)) + 8 * (y & 7) + (x & 7);
  if (!halved) return [full, 256 + full, 512 + full];
  const cell = 8 * (y >> 1) + (x >> 1);
  return [full, 256 + cell, 320 + cell];
}

/** The samples of a tile, cell by cell of four pixels. */
function readTile(fetch: Fetch, tile: Tile, halved: boolean): Int32Array {
  const samples = new Int32Array(halved ? 384 : 768);
  const last = tile.height - 1;
  for (let lane = 0; lane < 64; lane++) {
    const x = tile.x + 2 * (lane & 7);
    const row = (tile.y >> 1) + (lane >> 3);
    // Below the picture the last line of cells is repeated for halved chroma, and the last line of pixels for
    // everything else.
    const inside = Math.min(row, last >> 1);
    const upper = 2 * inside;
    const lower = Math.min(upper + 1, last);
    const cell = [
      convert(fetch(x, upper)),
      convert(fetch(x + 1, upper)),
      convert(fetch(x, lower)),
      convert(fetch(x + 1, lower)),
    ] as const;
    for (let i = 0; i < 4; i++) {
      const places = placesOf(2 * (lane & 7) + (i & 1), 2 * (lane >> 3) + (i >> 1), halved);
      const sample = cell[row > inside ? i | 2 : i]!;
      samples[places[0]] = sample[0];
      if (!halved) {
        samples[places[1]] = sample[1];
        samples[places[2]] = sample[2];
      }
    }
    if (halved) {
      // Halves are rounded down and up in turns, quarters likewise.
      const bias = 1 + (lane & 1);
      samples[256 + lane] = (cell[0]![1] + cell[1]![1] + cell[2]![1] + cell[3]![1] + bias) >> 2;
      samples[320 + lane] = (cell[0]![2] + cell[1]![2] + cell[2]![2] + cell[3]![2] + bias) >> 2;
    }
  }
  return samples;
}

/** RGB to YCbCr (JFIF, BT.601 in full range) with 16 fractional bits. */
function convert([red, green, blue]: Pixel): [y: number, cb: number, cr: number] {
  return [
    (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16,
    (-11059 * red - 21709 * green + 32768 * blue + 8421375) >> 16,
    (32768 * red - 27439 * green - 5329 * blue + 8421375) >> 16,
  ];
}

/** One block of samples through transform, quantisation and back, in place. */
function codeBlock(samples: Int32Array, block: number, table: readonly number[], scale: number): void {
  const first = 64 * block;
  const line = new Int32Array(8);
  for (let row = 0; row < 8; row++) {
    for (let i = 0; i < 8; i++) line[i] = samples[first + 8 * row + i]! - 128;
    forward(line, 11);
    for (let i = 0; i < 8; i++) samples[first + 8 * row + i] = line[i]!;
  }
  for (let column = 0; column < 8; column++) {
    for (let i = 0; i < 8; i++) line[i] = samples[first + 8 * i + column]!;
    forward(line, 15);
    for (let i = 0; i < 8; i++) line[i] = quantised(line[i]!, quantum(table[8 * i + column]!, scale));
    inverse(line, 11);
    for (let i = 0; i < 8; i++) samples[first + 8 * i + column] = line[i]!;
  }
  for (let row = 0; row < 8; row++) {
    for (let i = 0; i < 8; i++) line[i] = samples[first + 8 * row + i]!;
    inverse(line, 18);
    for (let i = 0; i < 8; i++) samples[first + 8 * row + i] = clampByte(line[i]! + 128);
  }
}

/** The nearest multiple of the quantum, halves away from zero; the transform's results are 8 times too large. */
function quantised(coefficient: number, step: number): number {
  const count = Math.floor((Math.abs(coefficient) + 4 * step) / (8 * step));
  return (coefficient < 0 ? -count : count) * step;
}

const descale = (value: number, bits: number): number => (value + (1 << (bits - 1))) >> bits;

/** Eight samples' cosine transform, times √8 and 2^(13 − bits). */
function forward(v: Int32Array, bits: number): void {
  const sums = [v[0]! + v[7]!, v[1]! + v[6]!, v[2]! + v[5]!, v[3]! + v[4]!] as const;
  const [d0, d1, d2, d3] = [v[0]! - v[7]!, v[1]! - v[6]!, v[2]! - v[5]!, v[3]! - v[4]!] as const;

  const outer = sums[0] + sums[3];
  const inner = sums[1] + sums[2];
  const outerTilt = sums[0] - sums[3];
  const innerTilt = sums[1] - sums[2];
  const turn = (outerTilt + innerTilt) * 4433;
  v[0] = descale((outer + inner) << 13, bits);
  v[4] = descale((outer - inner) << 13, bits);
  v[2] = descale(turn + outerTilt * 6270, bits);
  v[6] = descale(turn - innerTilt * 15137, bits);

  const shared = (d0 + d1 + d2 + d3) * 9633;
  const even = shared - (d1 + d3) * 16069;
  const odd = shared - (d0 + d2) * 3196;
  const ends = (d0 + d3) * 7373;
  const middles = (d1 + d2) * 20995;
  v[1] = descale(d0 * 12299 - ends + odd, bits);
  v[3] = descale(d1 * 25172 - middles + even, bits);
  v[5] = descale(d2 * 16819 - middles + odd, bits);
  v[7] = descale(d3 * 2446 - ends + even, bits);
}

/** The way back, again times √8 and 2^(13 − bits). */
function inverse(v: Int32Array, bits: number): void {
  const turn = (v[2]! + v[6]!) * 4433;
  const outerTilt = turn + v[2]! * 6270;
  const innerTilt = turn - v[6]! * 15137;
  const outer = (v[0]! + v[4]!) << 13;
  const inner = (v[0]! - v[4]!) << 13;
  const [s0, s1, s2, s3] = [outer + outerTilt, inner + innerTilt, inner - innerTilt, outer - outerTilt] as const;

  const [c1, c3, c5, c7] = [v[1]!, v[3]!, v[5]!, v[7]!] as const;
  const shared = (c1 + c3 + c5 + c7) * 9633;
  const even = shared - (c3 + c7) * 16069;
  const odd = shared - (c1 + c5) * 3196;
  const ends = (c1 + c7) * 7373;
  const middles = (c3 + c5) * 20995;
  const d0 = c1 * 12299 - ends + odd;
  const d1 = c3 * 25172 - middles + even;
  const d2 = c5 * 16819 - middles + odd;
  const d3 = c7 * 2446 - ends + even;

  v[0] = descale(s0 + d0, bits);
  v[7] = descale(s0 - d0, bits);
  v[1] = descale(s1 + d1, bits);
  v[6] = descale(s1 - d1, bits);
  v[2] = descale(s2 + d2, bits);
  v[5] = descale(s2 - d2, bits);
  v[3] = descale(s3 + d3, bits);
  v[4] = descale(s3 - d3, bits);
}

/** A pixel of a coded picture in RGB, its chroma interpolated between cells: 9/16, 3/16, 3/16, 1/16. */
function showPixel(fetch: Fetch, { x, y, width, height }: At, halved: boolean): Pixel {
  const own = fetch(x, y);
  // Where there are no more than two columns of cells, decoders just repeat them.
  if (!halved || width <= 4) return toRgb(own, own[1], own[2]);
  const cellX = x >> 1;
  const cellY = y >> 1;
  const nextX = Math.min(Math.max(cellX + 2 * (x & 1) - 1, 0), (width - 1) >> 1);
  const nextY = Math.min(Math.max(cellY + 2 * (y & 1) - 1, 0), (height - 1) >> 1);
  const across = fetch(2 * nextX, 2 * cellY);
  const down = fetch(2 * cellX, 2 * nextY);
  const corner = fetch(2 * nextX, 2 * nextY);
  const bias = 8 - (x & 1);
  const blend = (c: 1 | 2) => (3 * (3 * own[c] + down[c]) + 3 * across[c] + corner[c] + bias) >> 4;
  return toRgb(own, blend(1), blend(2));
}

function toRgb([luma, , , alpha]: Pixel, cb: number, cr: number): Pixel {
  const blue = cb - 128;
  const red = cr - 128;
  return [
    clampByte(luma + ((91881 * red + 32768) >> 16)),
    clampByte(luma + ((-22554 * blue - 46802 * red + 32768) >> 16)),
    clampByte(luma + ((116130 * blue + 32768) >> 16)),
    alpha,
  ];
}
