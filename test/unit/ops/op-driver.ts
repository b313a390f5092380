/** Runs one op on one picture on the CPU, pixel by pixel: the smallest interpreter that colour and tone ops need. */
import { checkCall } from "../../../src/ops/check-call.ts";
import { imageOps } from "../../../src/ops/index.ts";
import { wantedMean } from "../../../src/ops/lib/mean.ts";
import { histogramOf, statsOf } from "../../../src/ops/lib/tone-reference.ts";
import type { At, EncodeContext, ImageOp, Pixel, Words } from "../../../src/ops/op.ts";
import { decodeCall, encodeCall as encodeWords } from "../../../src/ops/words.ts";

export type Pipeline = "u8" | "f32";

/** H × W × C values. */
export interface Picture {
  height: number;
  width: number;
  channels: number;
  values: ArrayLike<number>;
}

/** Where an op's tables of bytes go. */
export class Tables {
  readonly bytes: number[] = [];
  readonly add = (bytes: Uint8Array): number => {
    const word = this.bytes.length / 16;
    this.bytes.push(...bytes, ...new Array((16 - (bytes.length % 16)) % 16).fill(0));
    return word;
  };
}

/** A picture as the ops see it: four channels. */
export function widen({ height, width, channels, values }: Picture, pipeline: Pipeline): Picture {
  const opaque = pipeline === "u8" ? 255 : 1;
  const wide = new Float64Array(height * width * 4);
  for (let i = 0; i < height * width; i++) {
    for (let c = 0; c < 4; c++) wide[4 * i + c] = channels === 1 && c < 3 ? values[i]! : c < channels ? values[i * channels + c]! : opaque;
  }
  return { height, width, channels, values: wide };
}

export function narrow({ height, width, channels, values }: Picture): Picture {
  const packed = Array.from({ length: height * width * channels }, (_, i) => values[Math.floor(i / channels) * 4 + (i % channels)]!);
  return { height, width, channels, values: packed };
}

export function encodeCall(call: { op: string; [argument: string]: unknown }, context: EncodeContext, pipeline: Pipeline): Words {
  const { op: name, args } = checkCall(call, "call");
  const op = (imageOps as Record<string, ImageOp>)[name]!;
  if (op.kind === "warp") throw new Error(`${name} is a warp`);
  return encodeWords(op, args, context, pipeline);
}

/** The picture after one call of a colour or tone op. */
export function runOp(picture: Picture, call: { op: string; [argument: string]: unknown }, pipeline: Pipeline): Picture {
  const tables = new Tables();
  const op = (imageOps as Record<string, ImageOp>)[call.op]!;
  const { height, width, channels } = picture;
  const words = encodeCall(call, { height, width, channels, table: tables.add }, pipeline);
  const wide = widen(picture, pipeline);
  const result = new Float64Array(wide.values.length);
  const change = pixelFunction(op, words, wide, pipeline, Uint8Array.from(tables.bytes));
  for (let i = 0; i < height * width; i++) {
    const at: At = { x: i % width, y: Math.floor(i / width), width, height, channels };
    const v = [0, 1, 2, 3].map((c) => wide.values[4 * i + c]!) as unknown as Pixel;
    result.set(change(v, at), 4 * i);
  }
  return narrow({ height, width, channels, values: result });
}

function pixelFunction(op: ImageOp, encoded: Words, wide: Picture, pipeline: Pipeline, tables: Uint8Array): (v: Pixel, at: At) => Pixel {
  if (op.kind === "warp") throw new Error(`${op.name} is a warp`);
  const words = decodeCall(op, encoded, pipeline);
  if (op.kind === "color" || op.kind === "mask") {
    return (v, at) => (pipeline === "u8" ? op.u8(v, words, at, tables) : op.f32(v, words, at, tables));
  }
  if (op.kind !== "tone") throw new Error(`${op.name} is a ${op.kind}`);
  const histogram = histogramOf(wide, wantedMean(words), pipeline);
  if (pipeline === "f32") {
    const stats = statsOf(wide, wantedMean(words));
    return (v) => op.f32(v, words, stats, histogram);
  }
  const curves = [0, 1, 2].map((channel) => Array.from({ length: 256 }, (_, value) => op.table(histogram, channel, value, words)));
  return (v) => [curves[0]![v[0]]!, curves[1]![v[1]]!, curves[2]![v[2]]!, v[3]];
}
