import type { DrawnOp, OpDraws } from "../draw/op-draws.ts";
import type { OpName } from "../ops/index.ts";
import type { MagnitudeTable, Spread, SpreadEntry } from "./table.ts";

/**
 * Keras 3 RandAugment (`keras/src/layers/preprocessing/image_preprocessing/rand_augment.py`): 11 layers, a factor f of
 * 0 to 1.
 *
 * `keras3` is what its documentation says: every range grows with f, and what can go both ways does. `keras3Quirks`
 * draws what its code draws: only brighter, only more contrast, only right and down, one direction of turning, shears
 * of one sign for both axes, U(0, 2f) for sharpness (blur at the default), posterize to U{1 … ⌊8f⌋ − 1} bits (few at a
 * small f, always 1 below 0.375) and a solarize threshold of U(0, 255 f) (nearly all inverted at a small f).
 */
const op = <Name extends OpName>(name: Name, args: OpDraws<Name>) => ({ kind: "op", op: name, ...args }) as DrawnOp;
const both = (...stages: Spread[]): Spread => ({ kind: "sequential", stages });
const entry = (name: OpName, spread: (f: number) => Spread): SpreadEntry => ({ op: name, spread });

const WARP = { interpolation: "bilinear", edge: "constant", fill: [0] } as const;
/** 2πf is a full turn at f = 1. */
const TURN = 360;

const translation = (low: number, high: number) =>
  both(
    op("translateX", { pixels: { share: [low, high], of: "width" }, ...WARP }),
    op("translateY", { pixels: { share: [low, high], of: "height" }, ...WARP }),
  );

const shears = (low: number, high: number) =>
  both(op("shearX", { share: [low, high], ...WARP }), op("shearY", { share: [low, high], ...WARP }));

const common = {
  AutoContrast: entry("autocontrast", () => op("autocontrast", {})),
  Equalization: entry("equalize", () => op("equalize", {})),
  RandomColorDegeneration: entry("colorDegeneration", (f) => op("colorDegeneration", { factor: [0, f] })),
};

const head = {
  unit: "share",
  max: 1,
  peer: "kerascv",
  interpolation: "bilinear",
  edge: "constant",
  fill: [0],
} as const;

export const keras3: MagnitudeTable = {
  ...head,
  about: "Keras 3 RandAugment as documented: 11 layers, ranges that grow with the factor and go both ways",
  entries: {
    ...common,
    Solarization: entry("solarization", (f) =>
      op("solarization", { addition: [0, 255 * f], threshold: [255 - 255 * f, 255] }),
    ),
    RandomPosterization: entry("posterize", (f) => op("posterize", { bits: [8 - Math.min(7, Math.trunc(8 * f)), 8] })),
    RandomContrast: entry("contrast", (f) => op("contrast", { factor: [1 - f, 1 + f], peer: "kerascv" })),
    RandomBrightness: entry("brightnessDelta", (f) => op("brightnessDelta", { delta: [-255 * f, 255 * f] })),
    RandomSharpness: entry("sharpness", (f) => op("sharpness", { factor: [1 - f, 1 + f] })),
    RandomShear: entry("shearX", (f) => shears(-f, f)),
    RandomTranslation: entry("translateX", (f) => translation(-f, f)),
    RandomRotation: entry("rotate", (f) => op("rotate", { degrees: [-TURN * f, TURN * f], ...WARP })),
  },
};

export const keras3Quirks: MagnitudeTable = {
  ...head,
  about: "Keras 3 RandAugment as its code draws it, for comparing results",
  entries: {
    ...common,
    Solarization: entry("solarization", (f) => op("solarization", { addition: [0, 255 * f], threshold: [0, 255 * f] })),
    RandomPosterization: entry("posterize", (f) => op("posterize", { bits: [1, Math.max(1, Math.trunc(8 * f) - 1)] })),
    RandomContrast: entry("contrast", (f) => op("contrast", { factor: [1, 1 + f], peer: "kerascv" })),
    RandomBrightness: entry("brightnessDelta", (f) => op("brightnessDelta", { delta: [0, 255 * f] })),
    // Its factor F blends toward the smoothed picture: 1 − F from ours.
    RandomSharpness: entry("sharpness", (f) => op("sharpness", { factor: [Math.max(0, 1 - 2 * f), 1] })),
    RandomShear: entry("shearX", (f) => ({ kind: "randomChoice", stages: [shears(0, f), shears(-f, 0)] })),
    RandomTranslation: entry("translateX", (f) => translation(0, f)),
    RandomRotation: entry("rotate", (f) => op("rotate", { degrees: [0, TURN * f], ...WARP })),
  },
};
