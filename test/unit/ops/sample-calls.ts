/**
 * Calls of every op in the registry, so that a test over all ops has the next one in it: what its gallery shows, which is its
 * `atMagnitude`, or its examples in tools/ops-docs.
 */

import { imageOps } from "../../../src/ops/index.ts";
import type { Args, ImageOp } from "../../../src/ops/op.ts";
import type { OpCall } from "../../../src/plan/plan.ts";
import type { PixelPicture } from "../../../src/reference/ops.ts";
import { EXAMPLES, FLOATS_ONLY } from "../../../tools/ops-docs/examples.ts";
import { MAGNITUDES } from "../../../tools/ops-docs/strips.ts";

export type Pipeline = "u8" | "f32";

export interface Shape {
  height: number;
  width: number;
  channels: number;
}

export const allOps: [name: string, op: ImageOp][] = Object.entries(imageOps);

/** Whether an op has bytes to work on in this pipeline. */
export const runsIn = (name: string, pipeline: Pipeline): boolean => pipeline === "f32" || !FLOATS_ONLY.includes(name);

/** The gallery's boxes lie in pictures of 96 × 96; these lie in any picture. */
const BOXES: Record<string, (size: Shape) => Args[]> = {
  cropAndResize: ({ height, width }) => [
    { top: 0, left: 0, height: 1, width: 1, outHeight: height, outWidth: width },
    { top: -0.5, left: 0.25, height: height / 2 + 1, width: width / 2 + 1, outHeight: 5, outWidth: 3 },
    { top: -0.5, left: 0.25, height: height / 2 + 1, width: width / 2 + 1, outHeight: 5, outWidth: 3, overhang: "cut" },
  ],
  crop: () => [
    { top: 0, left: 0, height: 1, width: 1 },
    { top: -2, left: 1, height: 4, width: 3, fill: [9] },
  ],
  resize: () => [
    { height: 1, width: 1 },
    { height: 5, width: 3, fit: "cover" },
    { height: 3, width: 7, fit: "contain", fill: [9] },
  ],
  cutout: ({ height, width }) => [
    { box: [0, 0, 1, 1], fill: [128] },
    { box: [-3, -3, width + 3, height] },
    { box: [width, 0, width + 2, 2] },
  ],
  erase: ({ height, width }) => [
    { box: [0, 0, 1, 1], mode: "pixel", key: [1, 2] },
    { box: [-3, -3, width + 3, height], mode: "channel", key: [1, 2] },
    { box: [width, 0, width + 2, 2] },
  ],
  grayscale: () => [{}, { channels: "one" }],
  // One number a channel, or one for all.
  normalize: ({ channels }) => [
    { mean: [0.4], std: [0.2] },
    { mean: Array.from({ length: channels }, (_, c) => 0.1 * c), std: [2] },
  ],
};

/** Calls of an op that any picture of this shape can take, by every peer's rounding. */
export function callsOf(op: ImageOp, shape: Shape): OpCall[] {
  const args = op.atMagnitude ? MAGNITUDES.map((magnitude) => op.atMagnitude!(magnitude)) : (BOXES[op.name]?.(shape) ?? EXAMPLES[op.name]);
  if (!args) throw new Error(`${op.name} has neither atMagnitude nor examples`);
  return args.flatMap((one) => [{ op: op.name, ...one }, ...peersOf(op, one).map((peer) => ({ op: op.name, ...one, peer }))] as OpCall[]);
}

/** The peers a call may name beside the default. A cutoff is Pillow's alone, fewer bins are KerasCV's. */
function peersOf({ peers = [], args }: ImageOp, given: Args): readonly string[] {
  const isTied = "peer" in given || "cutoffLow" in given || "bins" in given || "peer" in args;
  return isTied ? [] : peers.slice(1);
}

/** Bytes or numbers in 0..1 by a formula, H × W × 4 as ops see a picture. */
export function noisePicture({ height, width, channels }: Shape, pipeline: Pipeline, seed = 1): PixelPicture {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return pipeline === "u8" ? state >>> 24 : Math.fround((state >>> 8) / 0x1000000);
  };
  return filledPicture({ height, width, channels }, pipeline, next);
}

/** A picture whose values a function gives, channel by channel; what is not stored is as ops read it. */
export function filledPicture({ height, width, channels }: Shape, pipeline: Pipeline, value: (channel: number) => number): PixelPicture {
  const values = new Float64Array(height * width * 4).fill(pipeline === "u8" ? 255 : 1);
  for (let i = 0; i < values.length; i += 4) {
    for (let c = 0; c < channels; c++) values[i + c] = value(c);
    if (channels === 1) values.fill(values[i]!, i, i + 3);
  }
  return { height, width, channels, values };
}
