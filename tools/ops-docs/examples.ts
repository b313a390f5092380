/** What the strips of pictures show for ops that have no strength of their own, in the order of the panels. The first panel is the picture. */
import type { Args } from "../../src/ops/op.ts";

/** The side of a panel, and of the picture that the ops work on. */
export const SIDE = 96;

/** Ops whose results are no pictures of bytes: shown as f32, cut to 0..1. */
export const FLOATS_ONLY: readonly string[] = ["normalize"];

export const EXAMPLES: Readonly<Record<string, readonly Args[]>> = {
  autocontrast: [{}, { cutoffLow: 5, cutoffHigh: 5 }, { cutoffLow: 15, cutoffHigh: 15 }, { cutoffLow: 30, cutoffHigh: 30 }],
  channelShuffle: [{ order: [0, 2, 1] }, { order: [1, 0, 2] }, { order: [2, 1, 0] }, { order: [1, 2, 0] }],
  crop: [
    { top: 8, left: 8, height: 80, width: 80 },
    { top: 16, left: 16, height: 64, width: 64 },
    { top: 0, left: 24, height: 96, width: 48 },
    { top: -16, left: 24, height: 96, width: 96 },
  ],
  cropAndResize: [
    { top: 8, left: 8, height: 80, width: 80, outHeight: SIDE, outWidth: SIDE },
    { top: 0, left: 20, height: 64, width: 64, outHeight: SIDE, outWidth: SIDE },
    { top: 4, left: 28, height: 40, width: 40, outHeight: SIDE, outWidth: SIDE },
    { top: 0, left: 30, height: 96, width: 36, outHeight: SIDE, outWidth: SIDE },
  ],
  cutout: [
    { box: [12, 12, 28, 28], fill: [128] },
    { box: [24, 36, 56, 68], fill: [128] },
    { box: [36, 20, 84, 68], fill: [128] },
    { box: [16, 16, 80, 80], fill: [128] },
  ],
  equalize: [{}, { bins: 64, peer: "kerascv" }, { bins: 16, peer: "kerascv" }, { bins: 4, peer: "kerascv" }],
  erase: [
    { box: [52, 44, 84, 84] },
    { box: [20, 24, 76, 60], mode: "channel", key: [1, 2] },
    { box: [20, 24, 76, 60], mode: "pixel", key: [1, 2] },
    { box: [12, 12, 84, 84], fill: [255, 120, 0] },
  ],
  flipX: [{}],
  flipY: [{}],
  grayscale: [{}],
  identity: [{}],
  invert: [{}],
  normalize: [
    { mean: [0.2, 0.2, 0.2], std: [1, 1, 1] },
    { mean: [0, 0, 0], std: [0.6, 0.6, 0.6] },
    { mean: [0.2, 0.2, 0.2], std: [0.6, 0.6, 0.6] },
    { mean: [0.2, 0, 0], std: [0.6, 1, 1] },
  ],
  resize: [
    { height: 64, width: 64 },
    { height: 48, width: 96 },
    { height: 48, width: 96, fit: "cover" },
    { height: 48, width: 96, fit: "contain", fill: [128] },
  ],
  smooth3x3: [{}],
};
