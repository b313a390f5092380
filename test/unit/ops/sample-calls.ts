/**
 * Calls of every op in the registry, so that a test over all ops has the next one in it: what its gallery shows, and
 * the edges of its arguments that somebody thought of.
 */

import type { PictureShape, Precision } from "../../../src/format/format.ts";
import { imageOps, type OpName } from "../../../src/ops/index.ts";
import type { AnyCall, Args, ImageOp } from "../../../src/ops/op.ts";
import { examplesOf } from "../../../tools/ops-docs/examples.ts";

export const allOps: [name: string, op: ImageOp][] = Object.entries(imageOps);

/** Whether an op has bytes to work on in this precision. */
export const runsIn = (op: ImageOp, precision: Precision): boolean => precision === "f32" || !op.floatsOnly;

const each = (argument: string, values: readonly unknown[], more: object = {}): Args[] =>
  values.map((value) => ({ [argument]: value, ...more }));

const FACTORS = [0, 0.1, 0.5, 0.73, 1, 1.2, 1.9, 7];
const ofPeer = (peer: string) => each("factor", FACTORS, { peer });

/** More calls of ops that have edges of their own. No op need be here. */
const EDGES: { [op in OpName]?: (size: PictureShape) => Args[] } = {
  autocontrast: () => [{ cutoffLow: 5, cutoffHigh: 10 }, { cutoffHigh: 49 }],
  brightness: () => each("factor", [...FACTORS, 1.3]),
  brightnessDelta: () => each("delta", [-255, -10.5, 0, 0.5, 100.3]),
  channelShift: () => [{ red: 20.5, green: -30, blue: 255 }],
  channelShuffle: () => [{ order: [2, 0, 1] }],
  color: () => [...each("factor", FACTORS), ...ofPeer("torchvision")],
  colorDegeneration: () => each("factor", [0.3]),
  contrast: () => [...each("factor", FACTORS), ...ofPeer("torchvision"), ...ofPeer("kerascv")],
  cropAndResize: ({ height, width }) => [
    { top: 0, left: 0, height: 1, width: 1, outHeight: height, outWidth: width },
    { top: -0.5, left: 0.25, height: height / 2 + 1, width: width / 2 + 1, outHeight: 5, outWidth: 3 },
    { top: -0.5, left: 0.25, height: height / 2 + 1, width: width / 2 + 1, outHeight: 5, outWidth: 3, overhang: "cut" },
  ],
  crop: () => [
    { top: 0, left: 0, height: 1, width: 1 },
    { top: -2, left: 1, height: 4, width: 3, fill: [9] },
  ],
  cutout: ({ height, width }) => [
    { box: [0, 0, 1, 1], fill: [128] },
    { box: [-3, -3, width + 3, height] },
    { box: [width, 0, width + 2, 2] },
  ],
  equalize: () => each("bins", [2, 10, 64, 255], { peer: "kerascv" }),
  erase: ({ height, width }) => [
    { box: [0, 0, 1, 1], mode: "pixel", key: [1, 2] },
    { box: [-3, -3, width + 3, height], mode: "channel", key: [1, 2] },
    { box: [width, 0, width + 2, 2] },
  ],
  gamma: () => [{ gamma: 0.5 }, { gamma: 0 }, { gamma: 2.2, gain: 1.3 }, { gamma: 1, gain: 16 }],
  grayscale: () => [{ channels: "one" }],
  hue: () => each("shift", [-0.5, -0.3, -0.1, 0, 0.07, 0.25, 0.5]),
  lensDistortion: () => [
    { k1: -0.5, k2: -0.5 },
    { k1: 0.5, k2: 0.5, center: [0, 1] },
    { k1: -0.3, k2: 0.2, center: [0.3, 0.9], edge: "wrap" },
  ],
  // One number a channel, or one for all.
  normalize: ({ channels }) => [
    { mean: [0.45], std: [0.225] },
    { mean: Array.from({ length: channels }, (_, c) => 0.1 * c), std: [2] },
  ],
  posterize: () => each("bits", [0, 1, 4, 7, 8]),
  rescale: () => [
    { scale: -16, offset: 4095 },
    { scale: 16, offset: -4095 },
    { scale: 0.7, offset: 12.25 },
  ],
  resize: () => [
    { height: 1, width: 1 },
    { height: 5, width: 3, fit: "cover" },
    { height: 3, width: 7, fit: "contain", fill: [9] },
  ],
  saturation: () => each("factor", [0, 0.2, 0.5, 0.7, 0.99, 0.999999, 1]),
  solarization: () => [
    { addition: 40.25, threshold: 180.75 },
    { addition: -255, threshold: 0 },
  ],
  solarize: () => each("threshold", [0, 63.5, 128, 256]),
  solarizeAdd: () => [...each("addition", [-255, -20, 0, 110.5]), { addition: 64, threshold: 200.5 }],
};

/** Calls of an op that any picture of this shape can take, by every peer's rounding. */
export function callsOf(op: ImageOp, shape: PictureShape): AnyCall[] {
  const args = [...examplesOf(op, shape), ...(EDGES[op.name as OpName]?.(shape) ?? [])];
  return args.flatMap((one) => [
    { op: op.name, ...one },
    ...peersOf(op, one).map((peer) => ({ op: op.name, ...one, peer })),
  ]);
}

/** The peers a call may name beside the default. A cutoff is Pillow's alone, fewer bins are KerasCV's. */
function peersOf({ peers = [], args }: ImageOp, given: Args): readonly string[] {
  const isTied = "peer" in given || "cutoffLow" in given || "cutoffHigh" in given || "bins" in given || "peer" in args;
  return isTied ? [] : peers.slice(1);
}
