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

/** Pixels that are made when they are wanted: a photograph's, in other channels, would fill the memory once more. */
export interface Rows {
  width: number;
  height: number;
  channels: number;
  /** Writes the pixels `from` to `to` of row `y` to the beginning of `out`. */
  read(y: number, from: number, to: number, out: Uint8Array): void;
  /** Three channels that lie somewhere as they are: `step` apart, red, green and blue at these places. */
  direct?: { data: Uint8Array | Uint8ClampedArray; step: number; colours: readonly [number, number, number] };
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
export function resize(source: Pixels, options: ResizeOptions): Uint8Array<ArrayBuffer> {
  return resizeRows(rowsOf(source), options);
}

/** The same, of pixels that are made when they are wanted. */
export function resizeRows(
  source: Rows,
  { height, width, fit = "cover", background = [] }: ResizeOptions,
): Uint8Array<ArrayBuffer> {
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

/** Pixels that are there. */
export function rowsOf({ data, width, height, channels }: Pixels): Rows {
  const read: Rows["read"] = (y, from, to, out) =>
    out.set(data.subarray((y * width + from) * channels, (y * width + to) * channels));
  const direct: Rows["direct"] = channels === 3 ? { data, step: 3, colours: [0, 1, 2] } : undefined;
  return { width, height, channels, read, direct };
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

function resample(source: Rows, placing: Placing): Uint8Array<ArrayBuffer> {
  const { channels } = source;
  const { width, height, box } = placing;
  if (isUntouched(source, placing)) return copyOf(source);
  const across = triangleTaps(source.width, width, box.left, box.right);
  const down = triangleTaps(source.height, height, box.top, box.bottom);
  // Only the source pixels that the passes will ask for.
  const { first: left, end: right } = spanOf(across);
  const { first: top, end: bottom } = spanOf(down);
  const rowBytes = width * channels;
  const row = new Uint8Array((right - left) * channels);
  const narrowed = new Uint8Array((bottom - top) * rowBytes);
  for (let y = top; y < bottom; y++) {
    const to = narrowed.subarray((y - top) * rowBytes, (y - top + 1) * rowBytes);
    if (source.direct) {
      filterColours(source.direct, y * source.width, to, across);
      continue;
    }
    source.read(y, left, right, row);
    if (channels === 4) premultiply(row);
    filterRow(row, left, to, across, channels);
  }
  const out = new Uint8Array(width * height * channels);
  filterDown(narrowed, top, out, down, rowBytes);
  return channels === 4 ? unmultiplied(out) : out;
}

/** All of the pixels. */
export function copyOf({ width, height, channels, read }: Rows): Uint8Array<ArrayBuffer> {
  const rowBytes = width * channels;
  const out = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y++) read(y, 0, width, out.subarray(y * rowBytes, (y + 1) * rowBytes));
  return out;
}

/** The source positions that outputs are made of. */
function spanOf({ first, count }: Taps): { first: number; end: number } {
  const last = first.length - 1;
  return { first: first[0]!, end: first[last]! + count[last]! };
}

/** One row: `row` begins with the pixel `skipped`. */
function filterRow(row: Uint8Array, skipped: number, out: Uint8Array, taps: Taps, channels: number): void {
  const { first, count, weights, stride } = taps;
  for (let i = 0; i < first.length; i++) {
    for (let c = 0; c < channels; c++) {
      let sum = ROUNDING;
      let at = (first[i]! - skipped) * channels + c;
      for (let k = i * stride; k < i * stride + count[i]!; k++) {
        sum = (sum + Math.imul(row[at]!, weights[k]!)) | 0;
        at += channels;
      }
      out[i * channels + c] = levelOf(sum);
    }
  }
}

/** The same for photographs, where they lie, and with each weight fetched once; the row begins with that pixel. */
function filterColours(
  { data, step, colours: [red, green, blue] }: NonNullable<Rows["direct"]>,
  start: number,
  out: Uint8Array,
  { first, count, weights, stride }: Taps,
): void {
  for (let i = 0, to = 0; i < first.length; i++) {
    let sumRed = ROUNDING;
    let sumGreen = ROUNDING;
    let sumBlue = ROUNDING;
    let at = (start + first[i]!) * step;
    const end = i * stride + count[i]!;
    for (let k = i * stride; k < end; k++) {
      const weight = weights[k]!;
      sumRed = (sumRed + Math.imul(data[at + red]!, weight)) | 0;
      sumGreen = (sumGreen + Math.imul(data[at + green]!, weight)) | 0;
      sumBlue = (sumBlue + Math.imul(data[at + blue]!, weight)) | 0;
      at += step;
    }
    out[to++] = levelOf(sumRed);
    out[to++] = levelOf(sumGreen);
    out[to++] = levelOf(sumBlue);
  }
}

/** All columns at once, as rows lie together in memory; `rows` begins with the row `skipped`. */
function filterDown(rows: Uint8Array, skipped: number, out: Uint8Array, taps: Taps, rowBytes: number): void {
  const { first, count, weights, stride } = taps;
  const sums = new Int32Array(rowBytes);
  for (let i = 0; i < first.length; i++) {
    sums.fill(ROUNDING);
    for (let k = 0; k < count[i]!; k++) {
      const weight = weights[i * stride + k]!;
      const start = (first[i]! - skipped + k) * rowBytes;
      for (let x = 0; x < rowBytes; x++) sums[x] = (sums[x]! + Math.imul(rows[start + x]!, weight)) | 0;
    }
    for (let x = 0; x < rowBytes; x++) out[i * rowBytes + x] = levelOf(sums[x]!);
  }
}

/** Half a level, so that sums are rounded. */
const ROUNDING = 1 << (PRECISION_BITS - 1);

/** Rounded weights can sum to a hair more than 1. */
const levelOf = (sum: number): number => Math.min(255, sum >> PRECISION_BITS);

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

function premultiply(rgba: Uint8Array): void {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3]!;
    for (let c = 0; c < 3; c++) rgba[i + c] = divideBy255(rgba[i + c]! * alpha);
  }
}

function unmultiplied(rgba: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
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
