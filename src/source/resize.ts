/**
 * Resizing on the CPU, u8 in and out, by one stated rule so that every browser and Node give the same bytes: Pillow's
 * `BILINEAR` (torchvision's `antialias=True`), a triangle filter that widens with the reduction. Two passes, horizontal
 * then vertical, with u8 between them; weights are integers of 22 fractional bits and sums are rounded half up. Only `+
 * − × ÷` on doubles go into the weights, and those are exact to the last bit in every JavaScript engine (a canvas's own
 * scaling is not).
 */

import type { Size } from "../format/format.ts";

/** H × W × C bytes, rows from the top, channels interleaved. */
export interface Pixels {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  channels: number;
}

/**
 * How a picture meets an output of another shape:
 * `cover` fills it and cuts off what sticks out, centred (Pillow's `ImageOps.fit`);
 * `contain` shows all of it, centred on the background (`ImageOps.pad`);
 * `fill` stretches it (`Image.resize`).
 */
export type Fit = "cover" | "contain" | "fill";

export interface ResizeOptions {
  height: number;
  width: number;
  /** Default `cover`. */
  fit?: Fit;
  /** One value per channel, 0..255, for what `contain` leaves free (default 0). */
  background?: readonly number[];
}

/** A box in source pixels, half-open and not necessarily whole numbers. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** For each output position: the first source position, how many, and their weights (`stride` apart). */
export interface Taps {
  first: Int32Array;
  count: Int32Array;
  weights: Int32Array;
  stride: number;
}

/** 8 bits of value, 2 of headroom, the rest for the weights (Pillow's `PRECISION_BITS`). */
const PRECISION_BITS = 32 - 8 - 2;

/**
 * A picture of `height` × `width` and the same channels. Four channels are taken as RGBA: colours are multiplied by
 * alpha before the filter and divided by it after, as Pillow does, so that invisible pixels do not bleed.
 *
 * @returns height × width × channels bytes
 */
export function resize(source: Pixels, { height, width, fit = "cover", background = [] }: ResizeOptions): Uint8Array {
  const place = placeIn(source, { height, width }, fit);
  const inner = resample(source, place);
  if (place.width === width && place.height === height) return inner;
  const { channels } = source;
  const out = new Uint8Array(width * height * channels);
  for (let i = 0; i < out.length; i++) out[i] = background[i % channels] ?? 0;
  for (let y = 0; y < place.height; y++) {
    const row = inner.subarray(y * place.width * channels, (y + 1) * place.width * channels);
    out.set(row, ((place.top + y) * width + place.left) * channels);
  }
  return out;
}

/** Which part of a picture is seen in an output, and where in it, in whole pixels. */
export interface Placing {
  box: Box;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How a picture of one size meets an output of another. */
export function placeIn(source: Size, { height, width }: Size, fit: Fit): Placing {
  const whole = { left: 0, top: 0, width, height };
  if (fit === "cover") return { ...whole, box: coveringBox(source, width, height) };
  if (fit === "fill") return { ...whole, box: wholeOf(source) };
  const sourceRatio = source.width / source.height;
  const ratio = width / height;
  // At least one pixel: a line does not vanish.
  const innerHeight = sourceRatio > ratio ? Math.max(1, roundHalfEven((source.height / source.width) * width)) : height;
  const innerWidth = sourceRatio < ratio ? Math.max(1, roundHalfEven((source.width / source.height) * height)) : width;
  return {
    box: wholeOf(source),
    left: roundHalfEven((width - innerWidth) * 0.5),
    top: roundHalfEven((height - innerHeight) * 0.5),
    width: innerWidth,
    height: innerHeight,
  };
}

/** Whether a picture is shown as it is: nothing of it cut off, and nothing resized. */
export function isUntouched({ width, height }: Size, placing: Placing): boolean {
  const { left, top, right, bottom } = placing.box;
  return placing.width === width && placing.height === height && right - left === width && bottom - top === height;
}

function wholeOf({ width, height }: Size): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** The largest centred box with the output's ratio of sides. */
function coveringBox(source: Size, width: number, height: number): Box {
  const sourceRatio = source.width / source.height;
  const ratio = width / height;
  if (sourceRatio === ratio) return wholeOf(source);
  const boxWidth = sourceRatio > ratio ? ratio * source.height : source.width;
  const boxHeight = sourceRatio > ratio ? source.height : source.width / ratio;
  const left = (source.width - boxWidth) * 0.5;
  const top = (source.height - boxHeight) * 0.5;
  return { left, top, right: left + boxWidth, bottom: top + boxHeight };
}

/** Python's `round`, which Pillow places pictures with. */
function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  if (x - down !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}

function resample(source: Pixels, placing: Placing): Uint8Array {
  const { channels } = source;
  const { width, height, box } = placing;
  if (isUntouched(source, placing)) return new Uint8Array(source.data);
  const data = channels === 4 ? premultiplied(source.data) : source.data;
  const across = triangleTaps(source.width, width, box.left, box.right);
  const down = triangleTaps(source.height, height, box.top, box.bottom);
  // Only the source rows that the vertical pass will ask for.
  const firstRow = down.first[0]!;
  const endRow = down.first[height - 1]! + down.count[height - 1]!;
  const narrowed = new Uint8Array((endRow - firstRow) * width * channels);
  for (let y = firstRow; y < endRow; y++) {
    const row = { data, at: y * source.width * channels, step: channels };
    filterLine(row, { data: narrowed, at: (y - firstRow) * width * channels, step: channels }, across, channels);
  }
  const out = new Uint8Array(width * height * channels);
  const rowBytes = width * channels;
  for (let x = 0; x < width; x++) {
    const column = { data: narrowed, at: x * channels, step: rowBytes };
    filterLine(column, { ...column, data: out }, down, channels, firstRow);
  }
  return channels === 4 ? unmultiplied(out) : out;
}

/**
 * A row (steps of a pixel) or a column (steps of a row): the place of its first pixel, and how far it is to the next.
 */
interface Line<Data> {
  data: Data;
  at: number;
  step: number;
}

/** One line of all channels; `skipped` pixels were left out before the source's start. */
function filterLine(
  { data: source, at: sourceAt, step: sourceStep }: Line<Uint8Array | Uint8ClampedArray>,
  { data: out, at: outAt, step: outStep }: Line<Uint8Array>,
  { first, count, weights, stride }: Taps,
  channels: number,
  skipped = 0,
): void {
  for (let i = 0; i < first.length; i++) {
    const start = sourceAt + (first[i]! - skipped) * sourceStep;
    for (let c = 0; c < channels; c++) {
      let sum = 1 << (PRECISION_BITS - 1);
      let at = start + c;
      for (let k = i * stride; k < i * stride + count[i]!; k++) {
        sum += source[at]! * weights[k]!;
        at += sourceStep;
      }
      // Rounded weights can sum to a hair more than 1.
      out[outAt + i * outStep + c] = Math.min(255, sum >> PRECISION_BITS);
    }
  }
}

/**
 * Triangle weights for `size` outputs over [start, end) of `sourceSize` inputs, normalised to 1 and rounded to fixed
 * point.
 */
export function triangleTaps(sourceSize: number, size: number, start: number, end: number): Taps {
  // Pillow passes the box as C floats; the rounding is repeated here for the same bytes.
  const origin = Math.fround(start);
  const scale = Math.fround(Math.fround(end) - origin) / size;
  const support = Math.max(1, scale);
  const stride = Math.ceil(support) * 2 + 1;
  const taps: Taps = {
    first: new Int32Array(size),
    count: new Int32Array(size),
    weights: new Int32Array(size * stride),
    stride,
  };
  const raw = new Float64Array(stride);
  for (let i = 0; i < size; i++) {
    const centre = origin + (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const count = Math.min(sourceSize, Math.trunc(centre + support + 0.5)) - first;
    let total = 0;
    for (let k = 0; k < count; k++) {
      raw[k] = Math.max(0, 1 - Math.abs((k + first - centre + 0.5) * (1 / support)));
      total += raw[k]!;
    }
    for (let k = 0; k < count; k++)
      taps.weights[i * stride + k] = Math.trunc(0.5 + (raw[k]! / total) * (1 << PRECISION_BITS));
    taps.first[i] = first;
    taps.count[i] = count;
  }
  return taps;
}

function premultiplied(rgba: Uint8Array | Uint8ClampedArray): Uint8Array {
  const out = new Uint8Array(rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3]!;
    for (let c = 0; c < 3; c++) out[i + c] = divideBy255(rgba[i + c]! * alpha);
    out[i + 3] = alpha;
  }
  return out;
}

function unmultiplied(rgba: Uint8Array): Uint8Array {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let c = 0; c < 3; c++) rgba[i + c] = Math.min(255, Math.trunc((255 * rgba[i + c]!) / alpha));
  }
  return rgba;
}

/** x / 255 rounded to the nearest, for x in 0..255², in integers. */
export function divideBy255(x: number): number {
  const y = x + 128;
  return ((y >> 8) + y) >> 8;
}
