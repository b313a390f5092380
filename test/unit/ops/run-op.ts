/** One op on one picture by its CPU reference, without the engine around it. */

import { checkCall } from "../../../src/ops/check-call.ts";
import { codePicture } from "../../../src/ops/lib/jpeg.ts";
import type { Args, At, ColorOp, EncodeContext, Fetch, Pixel, StencilOp, Words } from "../../../src/ops/op.ts";
import { decodeCall, encodeCall } from "../../../src/ops/words.ts";

export type Pipeline = "u8" | "f32";

/** RGBA, four numbers a pixel whatever the channels: see `Pixel`. */
export interface Picture {
  width: number;
  height: number;
  channels: number;
  values: ArrayLike<number>;
}

export interface Encoded {
  words: Words;
  tables: Uint8Array;
}

/** The arguments with defaults filled in. */
export const withDefaults = (op: ColorOp | StencilOp, args: Args): Args => checkCall({ op: op.name, ...args }, op.name).args;

/** The call in words; its tables are appended to `bytes`. */
export function encodeOp(
  op: ColorOp | StencilOp,
  args: Args,
  { width, height, channels }: Picture,
  pipeline: Pipeline,
  bytes: number[] = [],
): Encoded {
  const table = (more: Uint8Array) => {
    const at = bytes.length / 16;
    bytes.push(...more, ...new Array((16 - (more.length % 16)) % 16).fill(0));
    return at;
  };
  const context: EncodeContext = { width, height, channels, table };
  const words = encodeCall(op, withDefaults(op, args), context, pipeline);
  return { words, tables: Uint8Array.from(bytes) };
}

/** What the op makes of the picture, RGBA. */
export function runOp(op: ColorOp | StencilOp, args: Args, picture: Picture, pipeline: Pipeline): Float64Array {
  const { width, height, channels } = picture;
  const { words: encoded, tables } = encodeOp(op, args, picture, pipeline);
  const words = decodeCall(op, encoded, pipeline);
  const input = op.name === "jpegQuality" ? coded(picture, encoded, pipeline) : picture.values;
  const fetch: Fetch = (x, y) => pixelAt(input, 4 * (Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)));
  const result = new Float64Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at: At = { x, y, width, height, channels };
      const own = fetch(x, y);
      const value = op.kind === "stencil" ? op[pipeline](fetch, words, at, tables) : op[pipeline](own, words, at, tables);
      result.set(value, 4 * (y * width + x));
    }
  }
  return result;
}

/** The picture that `jpegQuality` reads. */
export function coded({ width, height, values }: Picture, words: Words, pipeline: Pipeline): ArrayLike<number> {
  const halved = words[1] === 1;
  if (pipeline === "u8") return codePicture(values, width, height, words[0]!, halved);
  const bytes = Uint8Array.from(values, (value) => Math.floor(Math.min(Math.max(value, 0), 1) * 255 + 0.5));
  const result = Float64Array.from(codePicture(bytes, width, height, words[0]!, halved), (value) => Math.fround(value / 255));
  for (let i = 3; i < result.length; i += 4) result[i] = values[i]!;
  return result;
}

const pixelAt = (values: ArrayLike<number>, at: number): Pixel => [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!];

/** Packed channels as RGBA. */
export function toPicture(packed: ArrayLike<number>, [height, width, channels]: readonly number[], opaque: number): Picture {
  const values = new Float64Array(4 * height! * width!);
  for (let i = 0; i < height! * width!; i++) {
    for (let channel = 0; channel < 4; channel++) {
      const own = channels === 1 ? 0 : channel;
      values[4 * i + channel] = channel === 3 && channels! < 4 ? opaque : packed[channels! * i + own]!;
    }
  }
  return { height: height!, width: width!, channels: channels!, values };
}

/** RGBA as packed channels. */
export function packed(values: ArrayLike<number>, channels: number): number[] {
  return Array.from({ length: (values.length / 4) * channels }, (_, i) => values[4 * Math.floor(i / channels) + (i % channels)]!);
}

/** A reproducible picture of random levels, or of random numbers in 0..1. */
export function randomPicture(width: number, height: number, channels: number, seed: number, pipeline: Pipeline = "u8"): Picture {
  let state = seed >>> 0;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return pipeline === "u8" ? state >>> 24 : Math.fround((state >>> 8) / 0x1000000);
  };
  const values = Array.from({ length: width * height * channels }, draw);
  return toPicture(values, [height, width, channels], pipeline === "u8" ? 255 : 1);
}

/** Mean absolute change of the colour channels. */
export function damage(result: ArrayLike<number>, picture: Picture): number {
  let sum = 0;
  for (let i = 0; i < result.length; i++) if (i % 4 < 3) sum += Math.abs(result[i]! - picture.values[i]!);
  return sum / (result.length * 0.75);
}
