/** Pictures in another number of channels, row by row. */
import { divideBy255, type Pixels, type Rows, rowsOf } from "./resize.ts";

/** RGBA, 0..255. */
export type Rgba = readonly [number, number, number, number];

/** What a decoder gave, in its own order: a photograph is not turned around for nothing. */
export interface Decoded extends Pixels {
  /** Four channels are blue, green, red, alpha. */
  isBgra?: boolean;
  /** The fourth channel has no meaning. */
  isOpaque?: boolean;
}

/**
 * The picture in so many channels. Transparency is laid over the background before alpha is dropped; grey spreads to
 * three equal colours.
 */
export function inChannels(source: Decoded, channels: 1 | 3 | 4, background: Rgba): Rows {
  const { data, width, height, isBgra, isOpaque } = source;
  const step = source.channels;
  if (step === channels && !isBgra && !isOpaque) return rowsOf(source);
  const colours = step === 1 ? GREY : isBgra ? BGR : RGB;
  const alpha = step === 4 && !isOpaque ? 3 : undefined;
  const convert = channels === 1 ? toGrey : channels === 3 ? toRgb : toRgba;
  const read: Rows["read"] = (y, first, end, out) => {
    const start = (y * width + first) * step;
    convert({ data, start, step, colours, alpha }, end - first, background, out);
  };
  const direct = channels === 3 && alpha === undefined ? { data, step, colours } : undefined;
  return { width, height, channels, read, direct };
}

/** Where the colours are in a pixel. */
type Places = readonly [number, number, number];

const GREY: Places = [0, 0, 0];
const RGB: Places = [0, 1, 2];
const BGR: Places = [2, 1, 0];

interface Line {
  data: Uint8Array | Uint8ClampedArray;
  start: number;
  step: number;
  colours: Places;
  /** Where alpha is in a pixel, if anywhere. */
  alpha: number | undefined;
}

/** No array per pixel: a photograph has millions of them. */
function toRgb({ data, start, step, colours, alpha }: Line, count: number, below: Rgba, out: Uint8Array): void {
  const [red, green, blue] = colours;
  const [belowRed, belowGreen, belowBlue] = below;
  for (let i = 0, from = start, to = 0; i < count; i++, from += step, to += 3) {
    const a = alpha === undefined ? 255 : data[from + alpha]!;
    out[to] = over(data[from + red]!, a, belowRed);
    out[to + 1] = over(data[from + green]!, a, belowGreen);
    out[to + 2] = over(data[from + blue]!, a, belowBlue);
  }
}

function toGrey({ data, start, step, colours, alpha }: Line, count: number, below: Rgba, out: Uint8Array): void {
  const [red, green, blue] = colours;
  const [belowRed, belowGreen, belowBlue] = below;
  for (let i = 0, from = start; i < count; i++, from += step) {
    const a = alpha === undefined ? 255 : data[from + alpha]!;
    const r = over(data[from + red]!, a, belowRed);
    const g = over(data[from + green]!, a, belowGreen);
    out[i] = luma(r, g, over(data[from + blue]!, a, belowBlue));
  }
}

function toRgba({ data, start, step, colours, alpha }: Line, count: number, _: Rgba, out: Uint8Array): void {
  const [red, green, blue] = colours;
  for (let i = 0, from = start, to = 0; i < count; i++, from += step, to += 4) {
    out[to] = data[from + red]!;
    out[to + 1] = data[from + green]!;
    out[to + 2] = data[from + blue]!;
    out[to + 3] = alpha === undefined ? 255 : data[from + alpha]!;
  }
}

function over(value: number, alpha: number, below: number): number {
  return alpha === 255 ? value : divideBy255(value * alpha + below * (255 - alpha));
}

/** ITU-R 601 luma in 16-bit fixed point, as Pillow's `convert("L")`. */
export function luma(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
}
